"""The lines of a table, without holding a whole file in memory."""

from __future__ import annotations

import codecs
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kaozheng.data.articles.decode import decode
from kaozheng.errors import ArticleError, ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaozheng.data.store.packages import Table

__all__ = ["any_lines", "utf8_lines"]

_CHUNK = 1 << 20


@contextmanager
def utf8_lines(table: Table) -> Iterator[Iterator[str]]:
    """Lines of a file of a package, which is always UTF-8.

    Raises:
        ReferenceDataError: When it is not; names the byte.
    """
    with table.open() as file:
        try:
            yield io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        except UnicodeDecodeError as error:
            offset = _first_bad_byte(table)
            raise ReferenceDataError(
                f"{table.label}: byte {offset} is not UTF-8; save the file as UTF-8"
            ) from error


@contextmanager
def any_lines(table: Table) -> Iterator[Iterator[str]]:
    """Lines of a user's own file: UTF-8, or what spreadsheet programs write in China (GB18030, Big5, UTF-16).

    Raises:
        ReferenceDataError: When it is no text.
    """
    if _first_bad_byte(table) is None:
        with utf8_lines(table) as lines:
            yield lines
        return
    with table.open() as file:
        try:
            text = decode(file.read(), table.label).text
        except ArticleError as error:
            raise ReferenceDataError(str(error)) from error
    yield io.StringIO(text, newline="")


def _first_bad_byte(table: Table) -> int | None:
    """Offset of the first byte that is not UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset = 0
    with table.open() as file:
        while True:
            chunk = file.read(_CHUNK)
            pending = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return offset - pending + error.start
            if not chunk:
                return None
            offset += len(chunk)
