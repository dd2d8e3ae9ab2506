"""A number written in any Chinese form is read back as the same number, over its whole span."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaozheng.model.quantities import Quantity, parse_quantities
from kaozheng.model.quantities.rendering import FORMS, Form, forms_of, render
from tests.model.chinese_forms import FRACTION_FORMS, MAGNITUDE_FORMS, WHOLE_FORMS, spoken

if TYPE_CHECKING:
    from decimal import Decimal

MAGNITUDES = {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
stable = settings(derandomize=True, deadline=None, max_examples=150, database=None)
wholes = st.one_of(st.integers(2, 9999), st.integers(10**4, 10**8), st.integers(10**8, 10**13))
decimals = st.decimals(min_value="0.01", max_value="9999", places=2)


def _only(text: str, unit: str) -> Quantity:
    found = list(parse_quantities(f"储量为{text}，来源不详。", lang="zh"))
    assert [(quantity.text, quantity.unit) for quantity in found] == [(text, unit)]
    return found[0]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (10, "十"),
        (15, "十五"),
        (105, "一百零五"),
        (10506, "一万零五百零六"),
        (20_0000, "二十万"),
        (10**12, "一万亿"),
    ],
)
def test_the_forms_themselves_are_right(number: int, words: str) -> None:
    assert spoken(number) == words


@pytest.mark.parametrize("form", WHOLE_FORMS)
@stable
@given(number=wholes)
def test_whole_numbers(form: str, number: int) -> None:
    found = _only(WHOLE_FORMS[form](number) + "吨", "t")
    assert found.value == number
    assert found.comparator == "eq"


@pytest.mark.parametrize("form", FORMS)
@stable
@given(number=wholes)
def test_whole_numbers_as_the_product_renders_them(form: Form, number: int) -> None:
    if form in forms_of(number):
        assert _only(render(number, form) + "吨", "t").value == number


@pytest.mark.parametrize("form", MAGNITUDE_FORMS)
@stable
@given(number=decimals, name=st.sampled_from(["万", "亿", "万亿"]))
def test_numbers_with_a_magnitude(form: str, number: Decimal, name: str) -> None:
    found = _only(MAGNITUDE_FORMS[form](number, name) + "吨", "t")
    assert found.value == pytest.approx(float(number * MAGNITUDES[name]), rel=1e-12)


@pytest.mark.parametrize("name", MAGNITUDES)
def test_precision_is_half_a_unit_of_the_last_digit(name: str) -> None:
    found = _only(f"38{name}吨", "t")
    half = MAGNITUDES[name] / 2
    assert (found.low, found.high) == (38 * MAGNITUDES[name] - half, 38 * MAGNITUDES[name] + half)


@pytest.mark.parametrize("form", FRACTION_FORMS)
@stable
@given(part=st.integers(1, 9), whole=st.sampled_from([3, 4, 5, 6, 7, 8, 9, 10, 100, 1000]))
def test_fractions(form: str, part: int, whole: int) -> None:
    if part < whole:
        found = _only(FRACTION_FORMS[form](part, whole), "%")
        assert found.value == pytest.approx(100 * part / whole, abs=1e-4)


@pytest.mark.parametrize("half", ["", "半"])
@pytest.mark.parametrize("tenths", range(1, 10))
def test_cheng(tenths: int, half: str) -> None:
    found = _only(f"{spoken(tenths)}成{half}", "%")
    assert found.value == tenths * 10 + (5 if half else 0)


@stable
@given(
    low=st.integers(2, 500),
    step=st.integers(1, 500),
    joint=st.sampled_from(["至", "到", "-", "—", "~", "～"]),
)
def test_ranges(low: int, step: int, joint: str) -> None:
    found = _only(f"{low}{joint}{low + step}万吨", "t")
    assert (found.value, found.low, found.high) == (None, low * 10**4, (low + step) * 10**4)
