"""Words by which a number is about a part, a head or an increment and not about the country's total."""

from __future__ import annotations

import re

__all__ = ["narrows"]

_ZH = (
    # per head, per unit, contributions
    "人均|每人|户均|每户|每亩|每公顷|单位|贡献|强度|密度|平均每|单机|单井|单台|单个|"
    # increments and rates of time
    "新增|增量|增加值|累计|净增|级增长|每月|月均|单月|当月|首次|"
    # parts of a population
    "农村|乡村|城镇|城市人口|贫困|残疾|老年|儿童|妇女|女性|男性|流动|就业|脱贫|难民|受灾|移民|网民|学生|劳动|适龄|少数民族|"
    # places inside a country, and firms
    "当地|本地|全市|该市|全省|该省|全区|全县|该县|该州|全州|园区|县城|乡镇|村|流域|海域|"
    "[\\u4e00-\\u9fff]{2}(?:省|自治区|自治州|盟)|[\\u4e00-\\u9fff]{2}市(?!场|值|价|面|民|盈|况)|"
    "公司|集团|企业|工厂|项目|基地|矿区|矿床|矿山|油田|气田|煤矿|机组|电站|港口|口岸|"
    # what is wanted and not what is
    "目标|计划|规划|预期|力争|争取|承诺|同意|提议|要求|呼吁|应达|"
    # parts of a whole
    "部分|一半以上|余下|剩余|面向|覆盖|惠及|受益|满足|服务|可供|相当于|等效|折合|节约|节省|减排"
)
_EN = (
    r"per (?:capita|person|head|household|month|week|hectare|acre|unit|square)|a (?:month|week)|monthly|"
    r"average|median|density|contribut\w+|additional(?:ly)?|extra|newly|cumulative(?:ly)?|"
    r"rural|urban|poor|poverty|disabled|elderly|children|women|men|males?|females?|refugees?|migrants?|unemployed|"
    r"working-age|students?|voters?|ethnic|immigrants?|inmates|"
    r"city|cities|town|village|county|district|municipal\w*|provinc\w+|region(?:al)?|metropolitan|island|state of|"
    r"compan(?:y|ies)|firm|plant|mine(?! production| output)|field|deposit|project|refinery|factory|"
    r"block|basin|subsidiary|"
    r"targets?|goals?|plan(?:s|ned)?|aims?|agree\w*|pledg\w+|commit\w*|vow\w*|promis\w+|propos\w+|should|must|"
    r"of which|of whom|part of|portion|some of|remaining|equivalent to|enough (?:for|to)|serv(?:es|ing)|"
    r"cover(?:s|ing)|compris\w+"
)
_PATTERN = re.compile(f"{_ZH}|\\b(?:{_EN})\\b", re.IGNORECASE)


def narrows(text: str) -> bool:
    """Whether a clause speaks of a part, a rate or an increment.

    >>> narrows("人均GDP从6100美元增长到1.25万美元"), narrows("俄罗斯稀土储量为38万吨")
    (True, False)
    >>> narrows("the city has a population of 8 million"), narrows("Russia has reserves of 3.8 million tons")
    (True, False)
    """
    return _PATTERN.search(text) is not None
