"""Every format says the same and is safe to show."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from kaozheng.model.quantities.types import Quantity
from kaozheng.model.render import FORMATS, render
from kaozheng.model.report import (
    Claim,
    ConsistencyFinding,
    Document,
    Evidence,
    Finding,
    ModelInfo,
    ReferenceInfo,
    Report,
    Span,
)

TEXT = "<script>alert(1)</script>俄罗斯稀土储量38万吨，因为**严寒**。\x1b[31m"
SLIP = Finding("magnitude_slip", "差一位", "off by ten", {"factor": 10, "corrected": 3800000})
SOURCE = {"id": "s", "publisher": "USGS", "title": "MCS", "year": 2025, "url": "https://example.org/mcs"}
EVIDENCE = Evidence(
    record="usgs-mcs-2025/rare-earths/reserves/RUS",
    relation="refutes",
    value=3800000.0,
    unit="t",
    period="2024",
    published="2025-01-31",
    deviation=-0.9,
    formula="380000 / 3800000 = 0.1",
    source=SOURCE,
)


def make_report(text: str = TEXT, *, url: str = "https://example.org/mcs") -> Report:
    start = text.index("俄罗斯")
    number = text.index("38万吨")
    evidence = Evidence(
        **{**{n: getattr(EVIDENCE, n) for n in Evidence.__slots__}, "source": {**SOURCE, "url": url}}
    )
    numeric = Claim(
        id="c1",
        kind="numeric",
        text=text[start : number + 4],
        start=start,
        end=number + 4,
        sentence=(0, len(text)),
        modality="attributed",
        attributed_to="<b>USGS</b>",
        score=0.9,
        quantities=(Quantity(number, number + 4, "38万吨", 380000.0, 375000.0, 385000.0, "t", "eq", "mass"),),
        subject="rare-earths",
        metric="reserves",
        place="RUS",
        verdict="refuted",
        confidence=0.95,
        findings=(SLIP,),
        evidence=(evidence,),
    )
    causal = Claim(
        id="c2",
        kind="causal",
        text=text[start:],
        start=start,
        end=len(text),
        sentence=(0, len(text)),
        modality="asserted",
        attributed_to=None,
        score=0.8,
        cause=Span(text.index("**"), text.index("。"), text[text.index("**") : text.index("。")]),
        effect=Span(start, number + 4, text[start : number + 4]),
        polarity="cause",
    )
    return Report(
        document=Document(None, "标题 <i>", "zh", "2025-11-09", len(text)),
        model=ModelInfo("rules", "0.1.0", "ab" * 32),
        reference=ReferenceInfo("kaozheng-reference", "1", "cd" * 32, "2025-11-09"),
        claims=(causal, numeric),
        consistency=(ConsistencyFinding("same_quantity_twice", ("c1", "c2"), "两处不一", "differs"),),
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_names_the_claim_and_the_correction(form: str) -> None:
    shown = render(make_report(), TEXT, form)
    assert "俄罗斯稀土储量38万吨" in shown
    assert "差一位" in shown
    assert "https://example.org/mcs" in shown


def test_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="claimreview"):
        render(make_report(), TEXT, "pdf")


def test_text_leads_with_the_worst_and_holds_no_control_character() -> None:
    shown = render(make_report(), TEXT, "text")
    assert shown.index("magnitude_slip") < shown.index("证据不足  ")
    assert "\x1b" not in shown
    colored = render(make_report(), TEXT, "text", color=True)
    assert "\x1b[31m✗" in colored
    assert "。\x1b" not in colored


def test_html_escapes_everything_and_keeps_the_article() -> None:
    page = render(make_report(), TEXT, "html")
    assert "<script" not in page
    assert "<b>USGS" not in page
    collector = _Text()
    collector.feed(page)
    assert "<script>alert(1)</script>俄罗斯稀土储量38万吨" in "".join(collector.parts)


def test_html_links_only_to_web_addresses() -> None:
    page = render(make_report(url="javascript:alert(1)"), TEXT, "html")
    assert "javascript:" not in page


def test_markdown_escapes_markup() -> None:
    shown = render(make_report(), TEXT, "markdown")
    assert "\\*\\*严寒\\*\\*" in shown
    assert "<script>" not in shown


def test_json_round_trips_and_counts() -> None:
    report = json.loads(render(make_report(), TEXT, "json"))
    assert report["schema"] == "kaozheng.report/1"
    assert report["summary"] == {
        "claims": 2,
        "numeric": 1,
        "causal": 1,
        "supported": 0,
        "refuted": 1,
        "not_enough_evidence": 1,
        "conflicting_evidence": 0,
    }
    numeric = report["claims"][1]
    assert numeric["findings"][0]["factor"] == 10
    assert numeric["quantities"][0]["value"] == 380000


def test_claimreview_rates_only_what_has_evidence() -> None:
    graph = json.loads(render(make_report(), TEXT, "claimreview"))["@graph"]
    assert [review["@type"] for review in graph] == ["ClaimReview"] * 2
    assert "ratingValue" not in graph[0]["reviewRating"]
    assert graph[1]["reviewRating"]["ratingValue"] == 1


class _Text(HTMLParser):
    """Collects the character data of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
