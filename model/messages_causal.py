"""The sentences of causal findings, in Chinese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kaozheng.model.messages import Both
from kaozheng.model.report import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["causal_finding", "causal_templates"]

_TEMPLATES: Final[dict[str, Both]] = {
    "misattributed_cause": Both(
        "文中把“{effect}”归因于“{cause}”；有据可查的原因是：{documented}{dates}（{sources}）。{mechanism}",
        "The text puts “{effect}” down to “{cause}”; the documented cause is: {documented}{dates} ({sources}). "
        "{mechanism}",
    ),
    "misattributed_cause.none": Both(
        "“{cause}”造成“{effect}”的说法与资料不符（{sources}）。{mechanism}",
        "That “{cause}” brought about “{effect}” is contradicted by the sources ({sources}). {mechanism}",
    ),
    "misattributed_cause.part": Both(
        "文中并列的原因里，“{part}”与资料不符；有据可查的原因是：{documented}{dates}（{sources}）。{mechanism}",
        "Of the causes that the text gives, “{part}” is contradicted; the documented cause is: {documented}"
        "{dates} ({sources}). {mechanism}",
    ),
    "cause_after_effect": Both(
        "时间顺序不成立：结果在{effect_date}已经公布或出现，而原因始于{cause_date}。",
        "The order of time is impossible: the effect was announced or seen on {effect_date}, "
        "the cause began on {cause_date}.",
    ),
    "contested_cause": Both(
        "各来源对这一因果关系说法不一（{sources}）。{mechanism}",
        "The sources disagree on this cause ({sources}). {mechanism}",
    ),
    "reversed_causation": Both(
        "因果方向颠倒：资料记载的是“{cause}”导致“{effect}”（{sources}）。",
        "The arrow is turned round: the sources say that “{cause}” led to “{effect}” ({sources}).",
    ),
    "wrong_direction": Both(
        "方向相反：资料记载的结果是“{effect}”（{sources}）。{mechanism}",
        "The direction is wrong: the documented effect is “{effect}” ({sources}). {mechanism}",
    ),
    "overstated_strength": Both(
        "语气过强：文中用“{signal}”断定因果，资料只支持它是争议中的或部分的原因。",
        "Stated too strongly: “{signal}” makes it the cause; the sources support a disputed or a partial one.",
    ),
    "correlation_as_cause": Both(
        "文中以“{signal}”把两件事联系起来；资料中没有前者造成后者的证据。",
        "The text ties the two together with “{signal}”; the sources give no evidence that one brought about "
        "the other.",
    ),
    "not_yet_known": Both(
        "截至{as_of}，相关来源尚未发表；后来的记载是：{mechanism}",
        "On {as_of} no source on this was out yet; later ones say: {mechanism}",
    ),
    "no_record": Both(
        "已检索原因（{cause}）与结果（{effect}），参考资料中没有这一因果关系的记载。",
        "Looked for the cause ({cause}) and the effect ({effect}); the reference has no record of this causal link.",
    ),
    "no_record.none": Both(
        "查过这一因果关系，没有找到证据（{sources}）。{mechanism}",
        "This causal link was looked into and no evidence was found ({sources}). {mechanism}",
    ),
    "prediction": Both(
        "这是预测或假设，无法用已有资料判定。",
        "This is a prediction or a condition, which no record can decide.",
    ),
}


def causal_templates() -> Mapping[str, Both]:
    """Every template by key (``code`` or ``code.variant``), for tests and translators."""
    return dict(_TEMPLATES)


def causal_finding(
    key: str, lang: str, details: Mapping[str, Any] | None = None, **gaps: Both | str
) -> Finding:
    """A finding with its sentence in the article's language and in English.

    >>> causal_finding("prediction", "zh").message
    '这是预测或假设，无法用已有资料判定。'
    """
    template = _TEMPLATES[key]
    zh = template.zh.format(**{name: gap if isinstance(gap, str) else gap.zh for name, gap in gaps.items()})
    en = template.en.format(**{name: gap if isinstance(gap, str) else gap.en for name, gap in gaps.items()})
    return Finding(key.partition(".")[0], zh if lang == "zh" else en, en, dict(details or {}))
