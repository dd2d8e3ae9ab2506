"""Options and output that several commands share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import click

from kaozheng.data.store import ReferenceStore

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["open_store", "reference_options", "write_out"]

_F = TypeVar("_F", bound="Callable[..., None]")


def reference_options(function: _F) -> _F:
    """``--reference PATH`` (repeatable) and ``--only-reference``."""
    own = click.option(
        "--reference",
        multiple=True,
        metavar="PATH",
        help="Own reference data beside the shipped package: a data package, CSV or JSONL. Repeatable.",
    )
    only = click.option(
        "--only-reference", is_flag=True, help="Use --reference instead of the shipped package."
    )
    return own(only(function))


def open_store(reference: tuple[str, ...], *, only_reference: bool) -> ReferenceStore:
    """The store that the options ask for.

    Raises:
        click.UsageError: ``--only-reference`` without any ``--reference``.
    """
    if only_reference and not reference:
        raise click.UsageError("--only-reference needs at least one --reference PATH")
    shipped = () if only_reference else (ReferenceStore.SHIPPED,)
    return ReferenceStore.open(*shipped, *reference)


def write_out(text: str) -> None:
    """Write UTF-8 to standard output, whatever the terminal's own encoding; lone surrogates become ``?``."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()
