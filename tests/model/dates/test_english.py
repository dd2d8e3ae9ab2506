"""Dates and periods in English text."""

from __future__ import annotations

import pytest

from kaozheng.model.quantities.dates import scan_dates

ANCHOR = "2025-10-26"


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("on August 1, 2023", "August 1, 2023", "2023-08-01"),
        ("on 1 Aug 2023", "1 Aug 2023", "2023-08-01"),
        ("the 1st of August 2023", "1st of August 2023", "2023-08-01"),
        ("by Aug. 1", "Aug. 1", "2025-08-01"),
        ("in 2023", "2023", "2023"),
        ("by the end of 2023", "2023", "2023"),
        ("mid-2023", "2023", "2023"),
        ("in the first half of 2025", "first half of 2025", "2025-H1"),
        ("Q3 2025", "Q3 2025", "2025-Q3"),
        ("3Q25 profit", "3Q25", "2025-Q3"),
        ("the third quarter of 2025", "third quarter of 2025", "2025-Q3"),
        ("the third quarter", "third quarter", "2025-Q3"),
        ("2018-2020", "2018-2020", ("2018", "2020")),
        ("2018/19", "2018/19", ("2018", "2019")),
        ("from 2018 to 2020", "2018 to 2020", ("2018", "2020")),
        ("between 2018 and 2020", "2018 and 2020", ("2018", "2020")),
        ("last year", "last year", "2024"),
        ("this year", "this year", "2025"),
        ("next month", "next month", "2025-11"),
        ("last quarter", "last quarter", "2025-Q3"),
        ("last August", "last August", "2025-08"),
        ("last November", "last November", "2024-11"),
        ("January-September", "January-September", ("2025-01", "2025-09")),
        ("January to August 2025", "January to August 2025", ("2025-01", "2025-08")),
        ("November to March 2025", "November to March 2025", ("2024-11", "2025-03")),
        ("the first nine months of 2025", "first nine months of 2025", ("2025-01", "2025-09")),
        ("August 1-5, 2023", "August 1-5, 2023", ("2023-08-01", "2023-08-05")),
        ("30 June to 2 July 2023", "30 June to 2 July 2023", ("2023-06-30", "2023-07-02")),
        ("the 2010s", "2010s", ("2010", "2019")),
        ("the 1980s", "1980s", ("1980", "1989")),
        ("FY2024", "FY2024", "2024"),
        ("fiscal year 2024", "fiscal year 2024", "2024"),
        ("U.S. fiscal year 2024", "fiscal year 2024", ("2023-10", "2024-09")),
        ("the 19th century", "19th century", ("1801", "1900")),
        ("8/1/2023", "8/1/2023", "2023-08-01"),
        ("2023-08-01", "2023-08-01", "2023-08-01"),
        ("in May", "May", "2025-05"),
        ("in 1648", "1648", "1648"),
        ("yesterday", "yesterday", "2025-10-25"),
        ("Resolution 1929 (2010)", "2010", "2010"),
        ("above 2019 levels", "2019", "2019"),
    ],
)
def test_value(text: str, span: str, value: str | tuple[str, str]) -> None:
    found = scan_dates(text, text, "en", ANCHOR)
    assert [(q.text, q.value, q.kind, q.unit) for q in found] == [(span, value, "date", None)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2,023 tonnes",
            "2000 aircraft",
            "about 2000 people",
            "$2023",
            "Boeing 2000",
            "Resolution 1929",
            "2023 MW",
        ),
        *(
            "the first half",
            "March on Washington",
            "Theresa May said",
            "every March",
            "you may go",
            "1500-2000 calories",
            "Section 2023",
        ),
        *("https://example.org/2023/08/01", "the September 11 attacks", "in second place", "12023 votes"),
    ],
)
def test_no_date(text: str) -> None:
    assert [(q.text, q.value) for q in scan_dates(text, text, "en", ANCHOR)] == []


@pytest.mark.parametrize(
    "text", ["last year", "this month", "on August 1", "the third quarter", "yesterday", "in May"]
)
def test_relative_dates_need_the_articles_date(text: str) -> None:
    assert scan_dates(text, text, "en", None) == []
    assert len(scan_dates(text, text, "en", ANCHOR)) == 1


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("since 2010", "ge", "since"),
        ("by 2030", "le", "by"),
        ("by the end of 2030", "le", "by"),
        ("before January 2027", "le", "before"),
        ("until 2030-06-30", "le", "until"),
        ("around 2016", "approx", "Around"),
        ("from 2030 onwards", "ge", "onwards"),
        ("as of 2023", "eq", None),
        ("2018-2020", "range", None),
    ],
)
def test_comparators(text: str, comparator: str, hedge: str | None) -> None:
    (found,) = scan_dates(text, text, "en", None)
    assert found.comparator == comparator
    assert (found.hedge.text.lower() if found.hedge else None) == (hedge.lower() if hedge else None)


def test_a_deadline_lies_ahead_and_a_report_lies_behind() -> None:
    text = "The road map is due by December 1. It was cut in December."
    assert [q.value for q in scan_dates(text, text, "en", "2025-11-09")] == ["2025-12-01", "2024-12"]


def test_the_sentence_hands_its_year_on() -> None:
    text = "Announced on July 3, 2023, the rule took effect on August 1. On October 23 of the same year it was eased."
    assert [q.value for q in scan_dates(text, text, "en", ANCHOR)] == [
        "2023-07-03",
        "2023-08-01",
        "2023-10-23",
    ]
