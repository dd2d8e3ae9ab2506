"""Bytes to text: the encodings of Chinese and English articles, and a clear refusal of anything else."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from kaozheng.errors import ArticleError

__all__ = ["Decoded", "decode"]

_MARKS = (  # the longer marks first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_LEGACY = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
_NAMES = {"big5hkscs": "big5"}
_SAMPLE = 20_000  # characters beyond ASCII that are looked at
_LEAST = 0.6  # share of them that must be ordinary
_CERTAIN = 0.95
_MANY_HAN = 12  # from here on a share of the Chinese characters must be frequent ones
_LEAST_FREQUENT = 0.15
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_SPECIAL = re.compile("[^\x00-\x7f]")
_LOW = re.compile("[\x80-\u07ff]")
_HIGH = re.compile("[\u0800-\U0010ffff]")
_HAN = range(0x4E00, 0xA000)
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "社事平形相全表间样与关各重新线内数正心反明看原又利比或但质气第向道变条只没结解问意建月公无系军情者最立代想已通并提直题程"
    "展五果料员位入常文总次品式设及管特件长求基资边流路级少统接知较将组见计别期根论运农指几区强放决西被做必战先回则任取据处南"
    "给即保治北造百规领海口东导器压世金增济术极交受联认共权收证改美再采转更单切速带安场身车务具万每目至达示议报完类离名确科信"
    "元况今集传土步广需研界且究越装低持众布复际商非连断深难近矿千周技备半办省约支团历市克除消构府称准精值率维划选标存效斯院查"
    "按格易置层始却专状厂京适属包调满局照参引该价严球宣涨跌储稀价购售盟欧俄"
)
_WESTERN = frozenset("‘’“”–—…•€£°§©®™·×½¼¾«»¡¿\xa0")


class Decoded(NamedTuple):
    """A text and the encoding that it was in."""

    text: str
    encoding: str


def decode(content: bytes, name: str = "the article") -> Decoded:
    """Decode an article's bytes.

    A byte order mark decides; then strict UTF-8; then, of GB18030, Big5, UTF-16 and Windows-1252, the one
    that yields the most ordinary characters. What yields mostly rare characters is refused, never guessed at.

    >>> decode("镓的出口管制".encode("gb18030"))
    Decoded(text='镓的出口管制', encoding='gb18030')

    Args:
        content: The bytes.
        name: How messages name them.

    Raises:
        ArticleError: When they are no text, or in no encoding that can be told; names the byte.
    """
    for start, what in _BINARY:
        if content.startswith(start):
            raise ArticleError(f"{name} is {what}, not text; save the article as .txt, .md or .html")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding, len(mark), name), encoding, name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(content, error, name)
    if _looks_wide(content):
        return _legacy(content, None, name)
    return _other_reading(content, text) or _checked(text, "utf-8", name)


def _strict(content: bytes, encoding: str, offset: int, name: str) -> str:
    """Decode what a byte order mark has announced."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{name} begins with the mark of {encoding}, but byte {offset + error.start} is not {encoding};"
            " the file is damaged or cut off: save it again as UTF-8"
        ) from error


def _legacy(content: bytes, error: UnicodeDecodeError | None, name: str) -> Decoded:
    """The older encoding that makes most sense of the bytes."""
    best, share = Decoded("", ""), 0.0
    for encoding in _LEGACY:
        if encoding.startswith("utf-16") and (b"\0" not in content or len(content) % 2):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        ordinary = _western(text) if encoding == "cp1252" else _ordinary(text)
        if ordinary > share:
            best, share = Decoded(text, _NAMES.get(encoding, encoding)), ordinary
    if share < _LEAST:
        where = (
            f"byte {error.start} (0x{content[error.start]:02x}) is not UTF-8"
            if error
            else "it is full of NULs"
        )
        raise ArticleError(
            f"{name} is not readable as text: {where}, and GB18030, Big5, UTF-16 and Windows-1252 make no"
            " sense of it either; save it as UTF-8"
        )
    return _checked(best.text, best.encoding, name)


def _other_reading(content: bytes, text: str) -> Decoded | None:
    """GB18030 for the few short texts whose bytes happen to be UTF-8 of Cyrillic, Hebrew and the like."""
    if not _LOW.search(text) or _HIGH.search(text) or _western(text) >= _LEAST:
        return None
    try:
        other = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return Decoded(other, "gb18030") if _ordinary(other) >= _CERTAIN else None


def _looks_wide(content: bytes) -> bool:
    """Whether every second byte is NUL, as in UTF-16 without its mark."""
    return len(content) > 3 and content.count(0) * 5 > len(content) * 2


def _checked(text: str, encoding: str, name: str) -> Decoded:
    """Refuse what decodes but is no text."""
    first = _CONTROLS.search(text)
    if first is not None and len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise ArticleError(
            f"{name} is not text: it is full of control characters, the first is U+{ord(first[0]):04X} at"
            f" character {first.start()}; save the article as UTF-8 text"
        )
    return Decoded(text, encoding)


def _ordinary(text: str) -> float:
    """Share of ordinary characters among those beyond ASCII; zero when hardly one of many is a frequent one.

    Ordinary are punctuation and the first level of GB 2312, in simplified or traditional form. Korean text read
    as GB18030 consists of such characters too, but few of them are frequent in Chinese.
    """
    from kaozheng.data.text import fold  # here, because UTF-8 articles do not need its table

    special = fold("".join(_SPECIAL.findall(text[: 20 * _SAMPLE])[:_SAMPLE]))
    if not special:
        return float(text.isprintable() or "\n" in text)
    han = [char for char in special if ord(char) in _HAN]
    if len(han) >= _MANY_HAN and sum(char in _FREQUENT for char in han) < _LEAST_FREQUENT * len(han):
        return 0.0
    return sum(map(_weight, special)) / len(special)


def _weight(char: str) -> float:
    """How ordinary a character of Chinese text is."""
    if char < "\x80":
        return 1.0
    try:
        lead = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 1.0 if char in _WESTERN else 0.0
    if lead < 0xB0:
        return 1.0 if lead <= 0xA3 else 0.2
    return 1.0 if lead < 0xD8 else 0.8


def _western(text: str) -> float:
    """Share of what English text has beyond ASCII: quotation marks, dashes, and letters inside words."""
    found = list(_SPECIAL.finditer(text[: 20 * _SAMPLE]))[:_SAMPLE]
    if len(found) * 10 > len(text):
        return 0.0
    return sum(_is_western(text, one.start()) for one in found) / len(found) if found else 1.0


def _is_western(text: str, at: int) -> bool:
    """Whether one character is a Western sign, or a lower-case letter beside another letter."""
    char, near = text[at], text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return char in _WESTERN or (
        char.isalpha() and char.islower() and any(c.isalpha() and c < "\x80" for c in near)
    )
