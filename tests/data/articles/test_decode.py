"""Encodings: told by their characters, refused when unsure."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaozheng.data.articles import decode
from kaozheng.errors import ArticleError

SIMPLIFIED = (
    "中国商务部宣布，自2023年8月1日起对镓、锗相关物项实施出口管制。\n价格从每公斤350美元涨至725美元。"
)
TRADITIONAL = (
    "中國商務部宣布，自2023年8月1日起對鎵、鍺相關物項實施出口管制。\n價格從每公斤350美元漲至725美元。"
)
ENGLISH = (
    "The company’s output – about 98% of the world’s – fell; “nobody” in the café knew why. It cost €350."
)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "cp950", "big5"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32-le"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        ("镓和锗", "gb18030", "gb18030"),
        ("鎵價上漲", "big5", "big5"),
        ("F-35 deliveries fell. " * 50 + "镓出口管制", "gb18030", "gb18030"),
        ("plain ASCII", "ascii", "utf-8"),
    ],
)
def test_encodings(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding)) == (text, name)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (SIMPLIFIED.encode() + b"\xff", f"byte {len(SIMPLIFIED.encode())} (0xff) is not UTF-8"),
        (b"abc" + SIMPLIFIED.encode()[1:], "byte 3 (0xb8) is not UTF-8"),
        (
            "日本の半導体産業について、経済産業省は新しい規制を発表しました。".encode("shift_jis"),
            "is not UTF-8",
        ),
        ("Россия сократила добычу редкоземельных металлов".encode("cp1251"), "is not UTF-8"),
        ("대한민국 정부는 희토류 수출 통제를 발표했다".encode("euc-kr"), "is not UTF-8"),
        (b"\xff\xfe" + "稀土".encode("utf-16-le") + b"\x00", "mark of utf-16-le"),
        (b"%PDF-1.7 rest", "is a PDF file, not text"),
        (b"PK\x03\x04rest", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\x00" * 100, "the first is U+0000 at character 0"),
        (b"\x01\x02\x03 abc", "control characters, the first is U+0001 at character 0"),
        (random.Random(1).randbytes(2000), "is not UTF-8"),
    ],
)
def test_what_is_refused(content: bytes, message: str) -> None:
    """Nothing is guessed at: the reader is told what is wrong and where."""
    with pytest.raises(ArticleError) as caught:
        decode(content, "own.txt")
    assert message in str(caught.value)
    assert str(caught.value).startswith("own.txt ")


def test_a_few_controls_are_kept() -> None:
    text = "稀土\x00储量\x0c" * 3 + "普通文字" * 100
    assert decode(text.encode()).text == text


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """Bytes are text that encodes back to them, or an error."""
    try:
        text, encoding = decode(content)
    except ArticleError:
        return
    encoded = text.encode("big5hkscs" if encoding == "big5" else encoding)
    assert content.endswith(encoded)


@given(
    st.text(
        alphabet="的一是中国稀土储量万吨出口管制俄罗斯美元产能镓锗，。0123456789F-%", min_size=4, max_size=60
    )
)
def test_any_chinese_survives_gb18030(text: str) -> None:
    if not text.isascii():
        assert decode(text.encode("gb18030")).text == text


def test_ten_megabytes_of_noise_are_refused_at_once() -> None:
    noise = random.Random(2).randbytes(10_000_000)
    start = time.process_time()
    with pytest.raises(ArticleError):
        decode(noise)
    assert time.process_time() - start < 2
