"""Amounts carried into another unit: exactly, and never from one currency into another."""

from __future__ import annotations

import re
from functools import lru_cache

from kaozheng.errors import KaozhengError
from kaozheng.model.quantities.units import convert, unit_kind

__all__ = ["currency_of", "factor_between", "same_currency"]

_NOT_MONEY = frozenset({"TEU"})
# Kinds of per-cent that must stay apart: a share, percentage points, basis points.
_APART = frozenset({"%", "pp", "bp", "1"})
# Output and capacity are per year whether or not the unit says so.
_YEARLY = "/a"


def currency_of(unit: str) -> str | None:
    """The ISO 4217 code in a unit.

    >>> currency_of("USD/kg"), currency_of("t"), currency_of("TEU")
    ('USD', None, None)
    """
    head = unit.split("/", 1)[0]
    return head if re.fullmatch(r"[A-Z]{3}", head) and head not in _NOT_MONEY else None


def same_currency(unit: str, other: str) -> bool:
    """Whether both are in the same currency, or neither is money.

    >>> same_currency("USD/kg", "USD"), same_currency("CNY/kg", "USD/kg"), same_currency("t", "kg")
    (True, False, True)
    """
    return currency_of(unit) == currency_of(other)


@lru_cache(maxsize=8192)
def factor_between(unit: str, target: str) -> float | None:
    """What to multiply an amount in `unit` by to have it in `target`; None when that makes no sense.

    >>> factor_between("kg", "t"), factor_between("USD/t", "USD/kg"), factor_between("CNY/kg", "USD/kg")
    (0.001, 0.001, None)
    >>> factor_between("%", "pp") is None, factor_between("t/a", "kg")
    (True, 1000.0)
    """
    unit, target = unit.removesuffix(_YEARLY), target.removesuffix(_YEARLY)
    if unit == target:
        return 1.0
    if unit in _APART or target in _APART or not same_currency(unit, target):
        return None
    top, below = unit.partition("/")[::2]
    target_top, target_below = target.partition("/")[::2]
    if bool(below) != bool(target_below):
        return None
    upper = _simple(top, target_top)
    lower = _simple(below, target_below) if below else 1.0
    return None if upper is None or lower is None else upper / lower


def _simple(unit: str, target: str) -> float | None:
    """The factor between two units without a denominator."""
    if unit == target:
        return 1.0
    if unit in _APART or target in _APART or currency_of(unit) or currency_of(target):
        return None
    try:
        # Kinds first: an impossible conversion would make Pint load its whole register.
        return convert(1.0, unit, target) if unit_kind(unit) == unit_kind(target) else None
    except KaozhengError:
        return None
