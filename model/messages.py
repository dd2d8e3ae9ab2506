"""The sentences of numeric and consistency findings, in Chinese and English.

A sentence is a template with named gaps; `finding` fills it in both languages and keeps the article's own
as `message`. Causal findings have their sentences in `messages_causal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from kaozheng.model.report import ConsistencyFinding, Finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Both", "Gaps", "cause_of", "consistency", "finding", "note", "templates"]


class Both(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str


# What fills the gaps of a template.
Gaps: TypeAlias = "dict[str, Both | str]"

_TEMPLATES: Final[dict[str, Both]] = {
    # magnitude and unit
    "magnitude_slip": Both(
        "文中写{claim}，{source}的数字是{value}（{period}），数位相同而量级差{times}倍，疑为{cause}；应为{corrected}。",
        "The text says {claim}; {source} has {value} ({period}). Same digits, off by a factor of {times}, "
        "probably {cause}; it should be {corrected}.",
    ),
    "unit_slip": Both(
        "文中写{claim}，{source}的数字是{value}（{period}），疑把{cause}混淆；应为{corrected}。",
        "The text says {claim}; {source} has {value} ({period}), probably {cause} mixed up; it should be {corrected}.",
    ),
    # size
    "exaggeration": Both(
        "{about}：文中写{claim}，{source}的数字是{value}（{period}），文中偏高{deviation}。",
        "{about}: the text says {claim}; {source} has {value} ({period}), so the text is {deviation} too high.",
    ),
    "understatement": Both(
        "{about}：文中写{claim}，{source}的数字是{value}（{period}），文中偏低{deviation}。",
        "{about}: the text says {claim}; {source} has {value} ({period}), so the text is {deviation} too low.",
    ),
    "exaggeration.derived": Both(
        "{about}：文中写{claim}，按{source}的数据计算为{value}（{period}：{formula}）。",
        "{about}: the text says {claim}; the figures of {source} make it {value} ({period}: {formula}).",
    ),
    "understatement.derived": Both(
        "{about}：文中写{claim}，按{source}的数据计算为{value}（{period}：{formula}）。",
        "{about}: the text says {claim}; the figures of {source} make it {value} ({period}: {formula}).",
    ),
    "understatement.bound": Both(
        "“{claim}”字面成立，但实际数字是{value}（{source}，{period}），是文中界限的{times}倍。",
        "“{claim}” holds to the letter, but the figure is {value} ({source}, {period}), {times} times the bound.",
    ),
    "exaggeration.bound": Both(
        "“{claim}”字面成立，但实际数字只有{value}（{source}，{period}），远低于文中界限。",
        "“{claim}” holds to the letter, but the figure is only {value} ({source}, {period}), far below the bound.",
    ),
    "out_of_band": Both(
        "{about}：文中写{claim}，已有各来源的数字在{low}至{high}之间。",
        "{about}: the text says {claim}; every known source lies between {low} and {high}.",
    ),
    "out_of_band.one": Both(
        "{about}：文中写{claim}，已知数字是{value}（{source}，{period}），但不足以断定文中有误。",
        "{about}: the text says {claim}; the known figure is {value} ({source}, {period}), which is not enough "
        "to call the text wrong.",
    ),
    "out_of_band.rank": Both(
        "{about}：文中写{claim}，按{source}数据（{period}）实际排第{actual}位。",
        "{about}: the text says {claim}; by {source} ({period}) the rank is {actual}.",
    ),
    "out_of_band.ratio": Both(
        "{about}：文中写{claim}，按已有数据计算约为{low}至{high}倍。",
        "{about}: the text says {claim}; the known figures give {low} to {high} times.",
    ),
    # place, period, measure
    "wrong_place": Both(
        "{claim}与{other}的数字相符（{value}，{source}，{period}），而不是{place}的。",
        "{claim} is the figure of {other} ({value}, {source}, {period}), not of {place}.",
    ),
    "wrong_period": Both(
        "{claim}是{other}的数字（{source}），不是{period}的。",
        "{claim} is the figure for {other} ({source}), not for {period}.",
    ),
    "wrong_period.reached": Both(
        "{claim}早在{other}就已达到（{source}），并非到{period}才达到。",
        "{claim} was already reached on {other} ({source}), not as late as {period}.",
    ),
    "wrong_period.date": Both(
        "文中的日期是{claim}，据{source}应为{value}（{what}）。",
        "The text gives {claim}; according to {source} the date is {value} ({what}).",
    ),
    "measure_mismatch": Both(
        "{claim}是{place}{subject}的{other}（{value}，{source}，{period}），而不是{metric}。",
        "{claim} is the {other} of {subject} in {place} ({value}, {source}, {period}), not the {metric}.",
    ),
    "wrong_direction": Both(
        "{about}：文中说{said}，而数据显示{actual}（{formula}）。",
        "{about}: the text says {said}, but the figures show {actual} ({formula}).",
    ),
    # basis
    "incomparable_basis.currency": Both(
        "文中以{unit}计，资料以{other}计（{source}）；没有当日汇率，不作换算比较。",
        "The text counts in {unit}, the reference in {other} ({source}); without a dated rate they are not compared.",
    ),
    "incomparable_basis.basis": Both(
        "文中口径是{basis}，资料口径是{other}（{source}），两者不能直接比较。",
        "The text measures {basis}, the reference {other} ({source}); the two must not be compared.",
    ),
    # editions
    "true_when_published": Both(
        "成文时的现行数字是{value}（{source}），与文中相符；后来修订为{later}（{later_source}）。",
        "When the text appeared the current figure was {value} ({source}), as stated; it was later revised to "
        "{later} ({later_source}).",
    ),
    "superseded_value": Both(
        "{claim}是旧版数字（{source}）；截至{as_of}的现行数字是{value}（{current}）。",
        "{claim} is from an older edition ({source}); the figure current on {as_of} is {value} ({current}).",
    ),
    "stale_figure": Both(
        "{claim}是{other}的旧数字（{source}）；最新数字是{value}（{period}）。",
        "{claim} is an old figure for {other} ({source}); the latest is {value} ({period}).",
    ),
    "not_yet_known": Both(
        "截至{as_of}，{period}的数字尚不可能已知。",
        "On {as_of} the figure for {period} could not be known yet.",
    ),
    "edition_conflict": Both(
        "文中数字与{source}相符（{value}）；{other}的口径或版本不同，数字是{different}。",
        "The text agrees with {source} ({value}); {other}, with another definition or edition, has {different}.",
    ),
    # sources
    "single_source": Both(
        "可比的数字只有{source}一家（{value}，{period}）。",
        "Only one source can be compared: {source} ({value}, {period}).",
    ),
    "single_source.series": Both(
        "{claim}只见于一个价格系列（{source}：{series}）；同期其他系列为{others}。",
        "{claim} is found in one price series only ({source}: {series}); other series of the time have {others}.",
    ),
    "edition_conflict.between": Both(
        "{claim}落在互不一致的来源之间：{others}。",
        "{claim} lies between sources that disagree: {others}.",
    ),
    "misquoted_source": Both(
        "文中称数字出自{source}，但该来源的数字是{value}（{period}）。",
        "The text names {source}, but that source has {value} ({period}).",
    ),
    # plausibility
    "implausible_product.energy": Both(
        "按{claim}计，{place}仅{subject}一项（{output}）就要耗电{product}，超过其{sector}行业的全部用电（{total}）。",
        "At {claim}, {subject} in {place} alone ({output}) would use {product}, more than all {sector} "
        "there ({total}).",
    ),
    "implausible_product.capex": Both(
        "{capacity}的规模按{source}的单位投资推算约需{expected}，文中的{claim}是其{times}倍。",
        "At the unit cost of {source}, {capacity} would take about {expected}; {claim} is {times} times that.",
    ),
    "implausible_product.implied": Both(
        "按{source}的单位投资，{claim}相当于{capacity}的产能，是{place}现有规模（{output}）的{times}倍。",
        "At the unit cost of {source}, {claim} would pay for {capacity}, {times} times what {place} has ({output}).",
    ),
    # nothing found
    "no_record": Both(
        "参考数据中没有可核对的记录（查找：{looked}）。{nearest}",
        "The reference has no record to check this against (looked for: {looked}).{nearest}",
    ),
    "no_record.nearest": Both("最接近的是：{records}。", " Nearest: {records}."),
    "no_record.unlinked": Both(
        "没有认出所说的{missing}，无从核对。",
        "The {missing} could not be recognised, so there is nothing to check against.",
    ),
    # consistency
    "same_quantity_twice": Both(
        "同一数量先后写作{one}与{two}。",
        "The same quantity is given as {one} and as {two}.",
    ),
    "internal_contradiction": Both(
        "文中对同一事实的说法互相矛盾：{one}与{two}。",
        "The text contradicts itself: {one} and {two}.",
    ),
    "shares_exceed_100": Both(
        "各项份额相加为{sum}，超过100%（{parts}）。",
        "The shares add up to {sum}, more than 100% ({parts}).",
    ),
    "part_exceeds_total": Both(
        "部分（{part}）大于整体（{total}）。",
        "The part ({part}) is larger than the whole ({total}).",
    ),
    "parts_against_total": Both(
        "各部分相加为{sum}，与整体{total}不符。",
        "The parts add up to {sum}, which does not agree with the total {total}.",
    ),
    "growth_against_levels": Both(
        "文中说变化{growth}，而前后两个数字（{before}、{after}）相当于{actual}。",
        "The text gives a change of {growth}, but its own figures ({before}, {after}) amount to {actual}.",
    ),
    "share_against_levels": Both(
        "文中说占比{share}，而按文中数字（{part}、{total}）应为{actual}。",
        "The text gives a share of {share}, but its own figures ({part}, {total}) make it {actual}.",
    ),
    "rank_against_levels": Both(
        "文中称{first}排名在前，而给出的数字（{one}）小于{second}（{two}）。",
        "The text ranks {first} ahead, yet its figure ({one}) is below that of {second} ({two}).",
    ),
    "projection_below_reached_level": Both(
        "预计{projected}，而文中已写达到{reached}。",
        "{projected} is projected, although the text says {reached} has been reached.",
    ),
    "title_against_body": Both(
        "标题写{one}，正文写{two}。",
        "The title says {one}, the body {two}.",
    ),
    "date_order": Both(
        "先后不合：{first}却早于{second}。",
        "The order of dates does not hold: {first} comes before {second}.",
    ),
}

_CAUSES: Final[dict[int, Both]] = {
    1: Both("译写时把“万”或“million”错了一位", "a slip of one place between 万 (10^4) and million (10^6)"),
    2: Both("万与百万（million）混淆", "万 (10^4) taken for million (10^6)"),
    3: Both(
        "千与百万（thousand/million）或吨与千克混淆", "thousand taken for million, or kilograms for tonnes"
    ),
    4: Both("万与亿混淆", "万 (10^4) taken for 亿 (10^8)"),
    6: Both("漏掉或多写了百万（million）", "million dropped or added"),
    8: Both("漏掉或多写了亿", "亿 (10^8) dropped or added"),
}


def cause_of(power: int) -> Both:
    """The likely cause of a slip by ten to the `power`.

    >>> cause_of(-4).zh
    '万与亿混淆'
    """
    return _CAUSES[abs(power)]


def templates() -> Mapping[str, Both]:
    """Every template by key (``code`` or ``code.variant``), for tests and translators."""
    return dict(_TEMPLATES)


def note(key: str, **gaps: Both | str) -> Both:
    """A filled template in both languages.

    >>> note("title_against_body", one="700架", two="100架").zh
    '标题写700架，正文写100架。'
    """
    template = _TEMPLATES[key]
    return Both(
        template.zh.format(**{name: _in("zh", gap) for name, gap in gaps.items()}),
        template.en.format(**{name: _in("en", gap) for name, gap in gaps.items()}),
    )


def finding(key: str, lang: str, details: Mapping[str, Any] | None = None, **gaps: Both | str) -> Finding:
    """A finding with its sentence in the article's language and in English.

    >>> made = finding("title_against_body", "zh", one="700架", two="100架")
    >>> made.code, made.message_en
    ('title_against_body', 'The title says 700架, the body 100架.')
    """
    words = note(key, **gaps)
    return Finding(
        key.partition(".")[0], words.zh if lang == "zh" else words.en, words.en, dict(details or {})
    )


def consistency(key: str, lang: str, claims: Sequence[str], **gaps: Both | str) -> ConsistencyFinding:
    """A contradiction between claims, with its sentence in both languages."""
    words = note(key, **gaps)
    message = words.zh if lang == "zh" else words.en
    return ConsistencyFinding(key.partition(".")[0], tuple(claims), message, words.en)


def joined(items: Sequence[Both]) -> Both:
    """Several names or amounts as one list.

    >>> joined([Both("甲", "A"), Both("乙", "B")])
    Both(zh='甲、乙', en='A, B')
    """
    return Both("、".join(item.zh for item in items), ", ".join(item.en for item in items))


def _in(lang: str, gap: Both | str) -> str:
    """One language of a gap."""
    if isinstance(gap, str):
        return gap
    return gap.zh if lang == "zh" else gap.en
