"""Articles out of files, standard input and bytes."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaozheng.data.articles.dateline import find_published, iso_day
from kaozheng.data.articles.decode import Decoded, decode
from kaozheng.data.articles.language import detect_language
from kaozheng.data.articles.markdown import plain_markdown, split_front_matter
from kaozheng.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ArticleText", "read_article", "read_text"]

_FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_KEYS = ("id", "text", "title", "published", "lang")
_PAGE_STARTS = ("<!doctype html", "<html", "<?xml")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article, ready to be checked.

    Attributes:
        text: Its text; plain text is exactly as decoded, without the byte order mark.
        title: Its title, when the format states one apart from the text.
        published: Its date (ISO 8601), stated by the format or found in the text.
        lang: ``zh`` or ``en``; what a JSON row says, else by the scripts of the text.
        id: Its id in a JSON row.
        encoding: The encoding it was read in.
    """

    text: str
    title: str | None
    published: str | None
    lang: str
    id: str | None
    encoding: str


def read_article(source: str | Path | bytes, form: str | None = None) -> list[ArticleText]:
    """Read the article, or the articles, of a file.

    >>> read_article("新华社北京2025年11月9日电 稀土".encode())[0].published
    '2025-11-09'

    Args:
        source: A path, ``-`` for standard input, or the content itself.
        form: ``text``, ``markdown``, ``html``, ``json`` or ``jsonl``; by default the file's ending decides,
            and for standard input and bytes a look at the beginning.

    Returns:
        One article; several for JSON Lines and for a JSON list.

    Raises:
        ArticleError: When there is no article to be read; says why and what to do.
    """
    if form is not None and form not in _READERS:
        raise ArticleError(f"format {form!r} was asked for; available: {', '.join(_READERS)}")
    name, content, ending = _content(source)
    decoded = decode(content, name)
    if not decoded.text.strip():
        raise ArticleError(f"{name} is empty; give it some text to check")
    return list(_READERS[form or _FORMATS.get(ending) or _sniff(decoded.text)](decoded, name))


def read_text(source: str | Path | bytes) -> str:
    """The text of a file as it stands, whatever its format; may be empty.

    Raises:
        ArticleError: When it cannot be read or decoded.
    """
    name, content, _ = _content(source)
    return decode(content, name).text


def _content(source: str | Path | bytes) -> tuple[str, bytes, str]:
    """What messages call the source, its bytes and its ending."""
    if isinstance(source, bytes):
        return "the article", source, ""
    if str(source) == "-":
        return "standard input", sys.stdin.buffer.read(), ""
    path = Path(source)
    try:
        return path.name, path.read_bytes(), path.suffix.lower()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ArticleError(f"cannot read the article {str(path)!r}: {reason}") from error


def _sniff(text: str) -> str:
    """The format of content without a known ending."""
    start = text[:200].lstrip().lower()
    if start.startswith(_PAGE_STARTS):
        return "html"
    if start.startswith("{") and '"text"' in text:
        first = text.lstrip().split("\n", 1)
        return "jsonl" if first[0].rstrip().endswith("}") and len(first) > 1 and first[1].strip() else "json"
    return "text"


def _from_text(decoded: Decoded, name: str) -> Iterator[ArticleText]:
    """Plain text."""
    del name
    text = decoded.text
    yield ArticleText(text, None, find_published(text), detect_language(text), None, decoded.encoding)


def _from_markdown(decoded: Decoded, name: str) -> Iterator[ArticleText]:
    """Markdown, with or without front matter."""
    fields, rest = split_front_matter(decoded.text)
    text = plain_markdown(rest)
    if not text.strip():
        raise ArticleError(f"{name} holds no text besides markup; give it some text to check")
    published = iso_day(fields.get("date", "")) or find_published(text)
    yield ArticleText(
        text, fields.get("title") or None, published, detect_language(text), None, decoded.encoding
    )


def _from_html(decoded: Decoded, name: str) -> Iterator[ArticleText]:
    """A page."""
    from kaozheng.data.articles.html import read_html  # here, because lxml is not needed for plain text

    page = read_html(decoded.text, name)
    lang = detect_language(page.text)
    yield ArticleText(page.text, page.title, page.published, lang, None, decoded.encoding)


def _from_json(decoded: Decoded, name: str) -> Iterator[ArticleText]:
    """One object, or a list of them."""
    data = _parsed(decoded.text, name)
    for number, row in enumerate(data if isinstance(data, list) else [data], start=1):
        yield _from_row(row, f"{name}, item {number}" if isinstance(data, list) else name, decoded.encoding)


def _from_jsonl(decoded: Decoded, name: str) -> Iterator[ArticleText]:
    """An object a line; blank lines are skipped."""
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if line.strip():
            where = f"{name}, row {number}"
            yield _from_row(_parsed(line, where), where, decoded.encoding)


def _parsed(text: str, where: str) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{where}: not valid JSON: {error}") from error


def _from_row(row: Any, where: str, encoding: str) -> ArticleText:  # noqa: ANN401 - any JSON value
    """An article from an object with the keys of the contract."""
    if not isinstance(row, dict):
        raise ArticleError(f"{where}: found {type(row).__name__}; allowed: an object with {', '.join(_KEYS)}")
    cells = {key: _cell(row, key, where) for key in _KEYS}
    text = cells["text"]
    if text is None or not text.strip():
        found = ", ".join(map(repr, list(row)[:10])) or "no keys"
        raise ArticleError(f"{where}: 'text' is missing or empty; found {found}; allowed: {', '.join(_KEYS)}")
    published = iso_day(cells["published"]) if cells["published"] else find_published(text)
    if cells["published"] and published is None:
        raise ArticleError(
            f"{where}: 'published' is {cells['published']!r}; allowed: a date such as 2025-11-09"
        )
    lang = (cells["lang"] or detect_language(text)).lower().partition("-")[0]
    if lang not in ("zh", "en"):
        raise ArticleError(f"{where}: 'lang' is {cells['lang']!r}; allowed: zh, en")
    return ArticleText(text, cells["title"] or None, published, lang, cells["id"], encoding)


def _cell(row: dict[str, Any], key: str, where: str) -> str | None:
    """One value as a string that can be written out again."""
    value = row.get(key)
    if value is None:
        return None
    if (
        isinstance(value, bool)
        or not isinstance(value, (str, int))
        or (key == "text" and isinstance(value, int))
    ):
        raise ArticleError(f"{where}: {key!r} is {value!r:.60}; allowed: a text")
    text = str(value)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{where}: {key!r} has half a character (U+{ord(text[error.start]):04X}) at character"
            f" {error.start}, a surrogate without its partner; remove it or write the whole character"
        ) from error
    return text


_READERS: dict[str, Callable[[Decoded, str], Iterator[ArticleText]]] = {
    "text": _from_text,
    "markdown": _from_markdown,
    "html": _from_html,
    "json": _from_json,
    "jsonl": _from_jsonl,
}
