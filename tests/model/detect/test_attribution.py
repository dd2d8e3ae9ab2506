"""Who says it, and whether it is asserted, attributed, predicted or supposed."""

from __future__ import annotations

import pytest

from kaozheng.model.detect.attribution import find_attribution
from kaozheng.model.detect.modality import read_modality

HOLDERS = [
    ("zh", "据美国地质调查局数据，俄罗斯储量为38万吨。", "美国地质调查局"),
    ("zh", "根据德国联邦统计局18日公布的数据，出口下跌23.5%。", "德国联邦统计局"),
    ("zh", "俄方最初宣称储量为285万吨。", "俄方"),
    ("zh", "法新社9日报道称，美国进口300吨。", "法新社"),
    ("zh", "普京在会上说，储量为2850万吨。", "普京"),
    ("zh", "据估算，投资将达2100亿美元。", ""),
    ("zh", "也就是说，产量为3吨。", None),
    ("zh", "被称为“工业维生素”的镓产量为3吨。", None),
    ("zh", "中国商务部宣布自8月1日起实施管制。", None),
    (
        "en",
        "According to the U.S. Geological Survey, China mined 270,000 tons.",
        "the U.S. Geological Survey",
    ),
    ("en", "China mined 270,000 tons, the ministry said.", "the ministry"),
    ("en", "Exports rose 3%, Reuters reported.", "Reuters"),
    ("en", "Data from the IEA show that China refines 91%.", "the IEA"),
    ("en", "Russia first claimed reserves of 2.85 million tons.", "Russia"),
    ("en", "The company reported revenue of $3bn.", None),
    ("en", "It is said to hold 3 tons.", None),
]

MODALITIES = [
    ("zh", "产量为750吨", "产量为750吨。", "asserted"),
    ("zh", "突破595美元", "镓价飙升至725美元，预计9月将突破595美元。", "predicted"),
    ("zh", "飙升至725美元", "镓价飙升至725美元，预计9月将突破595美元。", "asserted"),
    ("zh", "将其大幅下调至38万吨", "美方将其大幅下调至38万吨。", "asserted"),
    ("zh", "损失将超过1000亿美元", "如果断供，损失将超过1000亿美元。", "conditional"),
    ("zh", "回收率只有20%", "美国尝试回收，但回收率只有20%。", "asserted"),
    ("zh", "下调至38万吨", "俄方称储量为285万吨，而美方下调至38万吨。", "asserted"),
    ("zh", "有若干吨", "库存有若干吨。", "asserted"),
    ("en", "output will reach 900 tons", "By 2030, output will reach 900 tons.", "predicted"),
    ("en", "was 900 tons in May 2024", "It was 900 tons in May 2024.", "asserted"),
    (
        "en",
        "Japan would lose $100 billion",
        "If supplies stop, Japan would lose $100 billion.",
        "conditional",
    ),
    ("en", "reserves of 3 tons", "The ministry said it has reserves of 3 tons.", "attributed"),
    ("en", "fell to 3 tons", "Officials asked if exports fell to 3 tons.", "asserted"),
]


@pytest.mark.parametrize(("lang", "text", "holder"), HOLDERS)
def test_holder(lang: str, text: str, holder: str | None) -> None:
    found = find_attribution(text, lang)
    assert (found.holder if found else None) == holder
    if found is not None:
        assert text[found.holder_start : found.holder_end] == found.holder


@pytest.mark.parametrize(("lang", "stretch", "text", "modality"), MODALITIES)
def test_modality(lang: str, stretch: str, text: str, modality: str) -> None:
    start = text.index(stretch)
    assert read_modality(text, start, start + len(stretch), lang)[0] == modality
