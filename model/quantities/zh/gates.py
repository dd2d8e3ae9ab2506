"""Whether a number and the word behind it are a quantity, for words that mean more than one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaozheng.model.quantities.unit_form import UnitForm
from kaozheng.model.quantities.zh.counters import LOOSE_COUNTERS
from kaozheng.model.quantities.zh.forms import LABEL, Found
from kaozheng.model.quantities.zh.hedges import hedge_before
from kaozheng.model.quantities.zh.words import begins_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaozheng.model.quantities.zh.numbers import Number

__all__ = ["admit", "is_bare_magnitude"]

_MAGNITUDES = frozenset("百千万亿兆")
_CHEQUE = frozenset("壹贰叁肆伍陆柒捌玖拾")
_DIGITS = frozenset("零〇○一二三四五六七八九两")
# 这一年, 每一吨, 同一天: 一 points at something and counts nothing.
_POINTING = frozenset("先这那每同某另任第有唯哪统之万其新逐又再多前后头上下当")
_YEAR_BEFORE: tuple[str, ...] = (
    "近",
    "约",
    "超过",
    "不到",
    "未来",
    "过去",
    "最近",
    "为期",
    "长达",
    "历时",
    "仅",
    "只",
    "短短",
    "延长",
    "推迟",
)
_YEAR_BEFORE += (
    "用了",
    "花了",
    "不足",
    "满",
    "至少",
    "逾",
    "持续",
    "再过",
    "隔",
    "超",
    "缩短",
    "拖了",
    "需",
    "等了",
    "今后",
)
_YEAR_AFTER = (
    "内",
    "以内",
    "之内",
    "多",
    "以上",
    "左右",
    "半",
    "之久",
    "时间",
    "后",
    "以来",
    "来",
    "之后",
    "期",
    "以下",
)
_IDIOMS: dict[str, tuple[str, ...]] = {
    "两个": ("维护", "确立", "毫不", "一百年", "结合", "大局", "务必", "凡是"),
    "三个": ("代表", "务必", "面向", "世界", "有利于", "区分"),
    "四个": ("意识", "自信", "全面", "现代化", "伟大", "着力", "坚持", "革命"),
    "五个": ("必由之路",),
    "八项": ("规定",),
    "四人": ("帮",),
    "三人": ("成虎",),
    "三家": ("分晋",),
    "三种": ("人",),
    "三股": ("势力",),
    "四项": ("基本原则",),
}
# Ordinal use without 第: 三次会议, 二次能源.
_ORDINAL_NOUNS = (
    "会议",
    "全会",
    "全体",
    "方",
    "元",
    "产业",
    "能源",
    "革命",
    "大战",
    "世界",
    "中东",
    "污染",
    "分配",
    "函数",
    "创业",
)


def is_bare_magnitude(number: Number) -> bool:
    """Whether a numeral has no digits: 百万, 千亿, 万."""
    return number.text[0] in _MAGNITUDES and all(char in _MAGNITUDES for char in number.text)


def admit(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """The unit as it counts here; None when number and word are no quantity.

    Args:
        folded: Folded text.
        start: Where the expression begins (a range begins before its last number).
        number: The number directly before the unit.
        found: The unit, counter or label behind it.
    """
    if begins_word(folded, found.surface, found.end):
        return None
    if number.is_chinese and not _admits_chinese(folded, start, number, found):
        return None
    gate = _GATES.get(found.surface)
    if gate is not None:
        return gate(folded, start, number, found)
    return None if found.form is LABEL else found


def _admits_chinese(folded: str, start: int, number: Number, found: Found) -> bool:
    """Chinese numerals occur in thousands of words, so short ones need more than a counter behind them."""
    text, form = number.text, found.form
    if start == number.start and folded[start - 1 : start] in ("第", "万") and start:
        return False
    if len(text) == 1:
        return _admits_single(folded, start, number, found)
    if found.half and form.kind == "count":
        return False
    if text[-1] == "兆" and is_bare_magnitude(number):
        return False  # 千兆城市 speaks of gigabits
    if text == "一二" or (text.startswith("一百") and folded[start - 1 : start] == "个"):
        return False  # 一二类, 两个一百年
    if all(char in _DIGITS for char in text) and number.value.top is None:
        return found.surface == "折" or (len(text) > 2 and form.kind not in ("count", "duration"))
    return True


def _admits_single(folded: str, start: int, number: Number, found: Found) -> bool:
    """One character: 三艘 but not 三国, 一吨 but not 一座, 百 only after 上 or before 余."""
    text, form = number.text, found.form
    if text in _MAGNITUDES:
        hedge = hedge_before(folded, start, bare=True)
        return bool(found.surplus) or hedge is not None
    if text == "一":
        return _admits_one(folded, number, found)
    if text in _CHEQUE:
        return form.kind not in ("count", "duration")
    if text in "零〇○":
        return form.kind in ("temperature", "mass", "volume", "energy", "power", "area")
    if text == "二" and start == number.start:
        return form.kind not in ("count", "duration")
    if form.counter in LOOSE_COUNTERS and start == number.start:
        return False
    idioms = _IDIOMS.get(text + found.surface)
    return idioms is None or not folded.startswith(idioms, found.end)


def _admits_one(folded: str, number: Number, found: Found) -> bool:
    """一吨 and 一倍 are quantities; 一座, 这一年 and 一度 are not."""
    kind = found.form.kind
    if kind in ("count", "temperature") or (found.form is LABEL and found.surface != "度"):
        return False
    if folded[number.start - 1 : number.start] in _POINTING and number.start:
        return False
    if kind == "duration":
        return (
            found.half
            or bool(found.surplus)
            or folded.startswith(_YEAR_AFTER, found.end)
            or folded.endswith(_YEAR_BEFORE, max(0, number.start - 4), number.start)
        )
    if kind == "money":
        return not folded.startswith(("化", "论", "性", "硬币", "方程"), found.end)
    return True


def _year(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """Three years are a duration; 2023年 and 98年 are dates."""
    del start
    if number.is_chinese and folded.startswith(("计划", "规划"), found.end):
        return None
    if (
        folded.startswith(("代", "级", "轮", "度", "画", "糕"), found.end)
        or folded[number.start - 1 : number.start] == "'"
    ):
        return None
    text = number.text
    if (
        number.is_plain_integer
        and not found.surplus
        and ((len(text) == 4 and text >= "1000") or text[0] == "0")
    ):
        return None
    return found


def _month(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """个月 after 前 is a period of the year (前8个月); 半个月 is read elsewhere."""
    del number
    return None if folded[start - 1 : start] == "前" and found.surface == "个月" else found


def _day(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """日 is a duration in 60日内 and 连续5日, otherwise a day of the month."""
    lasts = folded.startswith(("内", "之内", "以内", "游", "有效", "期限"), found.end)
    lasts = lasts or folded.endswith(("为期", "连续", "历时", "长达", "共"), 0, start) or bool(found.surplus)
    return found._replace(form=UnitForm("d", 1, "duration")) if lasts and number.text[0] != "0" else None


def _degree(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """度 is kWh after a magnitude or near 电, a temperature near 温; otherwise no quantity is certain."""
    if folded.startswith(("电", "/"), found.end) or number.text[-1] in "万亿":
        return found._replace(form=_KWH)
    left = folded[max(0, start - 14) : start].replace("。", ",").rpartition(",")[2]
    if number.text == "一" or (number.is_chinese and len(number.text) == 1):
        return None
    if "温" in left or left.endswith(("零下", "零上")):
        return found._replace(form=_CELSIUS)
    return found._replace(form=_KWH) if "电" in left else None


_KWH = UnitForm("kWh", 1, "energy")
_CELSIUS = UnitForm("degC", 1, "temperature")


def _point(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """点 of an index (3421.5点) but not of the clock (3点) nor of a list (五点建议)."""
    del folded, start
    value = number.value
    large = value.digits * 10.0 ** min(value.exponent, 20) >= 100
    counted = not number.is_chinese and (large or value.exponent < 0)
    return found._replace(form=UnitForm("1", 1, "count", "点")) if counted else None


def _grade(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """级 measures an earthquake (6.2级); every other 级 is a class."""
    del start
    decimal = "." in number.text or "点" in number.text
    if not (decimal or folded.startswith(("地震", "强震", "左右地震"), found.end)):
        return None
    return found._replace(form=UnitForm("1", 1, "other", "级"))


def _cubic(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """方 is a cubic metre in figures (3万方), and half of 双方, 四方, 一方面 in words."""
    del start
    if number.is_chinese or folded.startswith(("面", "案", "向", "针"), found.end):
        return None
    return found._replace(form=UnitForm("m3", 1, "volume"))


def _knot(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """节 is a knot after 航速; otherwise it counts carriages, lessons, batteries."""
    if "速" in folded[max(0, start - 14) : start]:
        return found._replace(form=UnitForm("kn", 1, "speed"))
    return None if number.is_chinese and len(number.text) == 1 else found


def _people(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """14亿人口 and 14亿人民 count without a counter; a table for three is no count."""
    del start
    if folded.startswith(("口", "民"), found.end):
        bare = number.end + len(found.surplus)
        return found._replace(form=UnitForm("1", 1, "count"), end=bare) if number.text[-1] in "万亿" else None
    if folded.startswith(("制", "赛", "均", "组", "工智", "称"), found.end) and len(number.text) < 3:
        return None
    return found


def _times(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """次 counts (两次) unless it numbers (三次会议)."""
    del start
    numbers = number.is_chinese and folded.startswith(_ORDINAL_NOUNS, found.end)
    return None if numbers else found


def _tenths(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """成 is a tenth after numbers up to ten: 七成, but not 一成不变."""
    del start
    if number.text == "一" and folded.startswith(
        ("不变", "立", "为", "功", "果", "长", "熟", "员", "型"), found.end
    ):
        return None
    value = number.value
    top = value.top if value.top is not None else value.digits
    return found if top * 10.0 ** min(value.exponent, 20) <= 10 else None


def _discount(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """八折 is 80 %, 八五折 85 %; 三折叠 is a shape."""
    del start
    if (
        folded.startswith(("叠", "合", "算", "旧", "射", "扣", "线", "页", "屏"), found.end)
        or number.text == "一"
    ):
        return None
    value = number.value
    pair = value.top is not None  # 六七折 is written like 67
    if pair or value.digits * 10.0**value.exponent >= 10:
        return found._replace(form=UnitForm("%", 1, "share"))
    return found._replace(form=UnitForm("%", 10, "share"))


def _multiple(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """倍 after numbers; 百倍 alone is a figure of speech."""
    if is_bare_magnitude(number) and hedge_before(folded, start, bare=True) is None:
        return None
    return found


def _period(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """期 counts instalments after a verb (分三期) and numbers phases otherwise (三期工程)."""
    del number
    return found if folded[start - 1 : start] in ("分", "共", "了") and start else None


def _mouth(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """口 counts wells and members of a household, but 老两口 and 小两口 are couples."""
    del number
    return None if folded[start - 1 : start] in ("老", "小") and start else found


def _person(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """前三名 and 前三位 are the head of a ranking."""
    del number
    return None if folded[start - 1 : start] == "前" else found


def _days(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """这两天 and 那几天 are a vague now and then."""
    vague = number.text == "两" and folded[start - 1 : start] in ("这", "那")
    return None if vague else found


def _country(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """27国 counts; 二十国集团 and 七国 do not."""
    del start
    round_number = bool(found.surplus) or is_bare_magnitude(number)
    if (number.is_chinese and not round_number) or folded.startswith(("集团", "联盟"), found.end):
        return None
    return found


def _score(folded: str, start: int, number: Number, found: Found) -> Found | None:
    """分 of a score is read when it has decimals (108.61分); 3分 may be a time, a part or a cent."""
    del folded, start
    return found._replace(form=UnitForm("1", 1, "count", "分")) if "." in number.text else None


_GATES: dict[str, Callable[[str, int, Number, Found], Found | None]] = {
    "年": _year,
    "个月": _month,
    "日": _day,
    "度": _degree,
    "点": _point,
    "级": _grade,
    "节": _knot,
    "方": _cubic,
    "人": _people,
    "次": _times,
    "成": _tenths,
    "折": _discount,
    "倍": _multiple,
    "期": _period,
    "国": _country,
    "名": _person,
    "位": _person,
    "天": _days,
    "口": _mouth,
    "分": _score,
}
