"""The words of a report in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kaozheng.model.report import Verdict

__all__ = ["MARKS", "SEVERITY", "label"]

# Worst first: what an editor must look at before anything else.
SEVERITY: Final[dict[Verdict, int]] = {
    "refuted": 0,
    "conflicting_evidence": 1,
    "not_enough_evidence": 2,
    "supported": 3,
}

# A shape beside the colour, for readers who do not see the colour.
MARKS: Final[dict[Verdict, str]] = {
    "refuted": "✗",
    "conflicting_evidence": "≠",
    "not_enough_evidence": "?",
    "supported": "✓",
}

_LABELS: Final = {
    "en": {
        "refuted": "REFUTED",
        "conflicting_evidence": "SOURCES CONFLICT",
        "not_enough_evidence": "NOT ENOUGH EVIDENCE",
        "supported": "SUPPORTED",
        "numeric": "number",
        "causal": "cause",
        "claims": "claims",
        "title": "Fact-check report",
        "as_of": "as of",
        "reference": "reference",
        "model": "model",
        "cause": "cause",
        "effect": "effect",
        "said": "text",
        "source": "source",
        "formula": "formula",
        "confidence": "confidence",
        "consistency": "Contradictions inside the article",
        "attributed": "attributed to",
        "predicted": "prediction",
        "conditional": "conditional",
        "no_claims": "No numeric or causal claim was found.",
        "supports": "supports",
        "refutes": "contradicts",
        "context": "context",
        "published": "published",
        "record": "record",
    },
    "zh": {
        "refuted": "与资料不符",
        "conflicting_evidence": "来源不一",
        "not_enough_evidence": "证据不足",
        "supported": "有据",
        "numeric": "数字",
        "causal": "因果",
        "claims": "条可核查说法",
        "title": "考证报告",
        "as_of": "核查基准日",
        "reference": "参考数据",
        "model": "模型",
        "cause": "原因",
        "effect": "结果",
        "said": "文中",
        "source": "来源",
        "formula": "算式",
        "confidence": "把握",
        "consistency": "文内自相矛盾",
        "attributed": "转述自",
        "predicted": "预测",
        "conditional": "假设",
        "no_claims": "没有发现数字或因果方面的说法。",
        "supports": "支持",
        "refutes": "不符",
        "context": "参考",
        "published": "发布",
        "record": "记录",
    },
}


def label(key: str, lang: str) -> str:
    """The word for `key` in Chinese or, for any other language, English.

    >>> label("refuted", "zh"), label("refuted", "en")
    ('与资料不符', 'REFUTED')
    """
    return _LABELS["zh" if lang == "zh" else "en"][key]
