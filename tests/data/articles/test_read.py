"""Files, standard input and bytes."""

from __future__ import annotations

import io
import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from kaozheng.data.articles import ArticleText, detect_language, read_article, read_text
from kaozheng.data.articles.markdown import plain_markdown
from kaozheng.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "俄罗斯稀土储量为380万吨。\r\n\r\n搜狐 2025-11-09 08:41\n"


def test_plain_text_is_left_alone(tmp_path: Path) -> None:
    """Offsets of a report refer to the text as submitted, line ends included."""
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    assert read_article(path) == [ArticleText(TEXT, None, "2025-11-09", "zh", None, "utf-8")]
    assert read_text(str(path)) == TEXT


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    assert read_article("-")[0].text == TEXT


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(
        "---\ntitle: 稀土\ndate: 2025-11-09\n---\n# 稀土\n\n储量为**380万吨**。\n", encoding="utf-8"
    )
    [article] = read_article(path)
    assert (article.title, article.published, article.text) == (
        "稀土",
        "2025-11-09",
        "稀土\n\n储量为380万吨。\n",
    )


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## Title ##", "Title"),
        ("> quoted\n> more", "quoted\nmore"),
        ("- a\n* b\n1. c", "a\nb\n1. c"),
        ("a *b* __c__ ~~d~~ `e`", "a b c d e"),
        ("![图](x.png)和[镓](http://a/b_(c))", "图和镓)"),
        ("snake_case_name, 2*3*4, 5 * 6", "snake_case_name, 2*3*4, 5 * 6"),
        ("-5% and 3-4", "-5% and 3-4"),
        ("Title\n=====\ntext", "Title\n\ntext"),
        ("<b>bold</b> if a < b and c > d", "bold if a < b and c > d"),
        (r"1\. \*not\*", "1. *not*"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n\n| 1 | 2 |"),
        ("```\n38万吨\n```\n", "38万吨\n"),
    ],
)
def test_markdown_marks(marked: str, plain: str) -> None:
    assert plain_markdown(marked) == plain


@pytest.mark.parametrize(
    "char", ["*", "_", "[", "`", "![", "<!--", "**a", "|-", "> ", "# ", "\\", "](", "<a "]
)
def test_markdown_takes_linear_time(char: str) -> None:
    start = time.process_time()
    plain_markdown(char * 20_000)
    plain_markdown((char + "\n") * 20_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("name", ["article.html", "article.htm", "article"])
def test_html(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    page = "<!DOCTYPE html><html><head><meta charset=gb2312><title>镓价_某网</title></head><body><p>镓价350美元。</p>"
    path.write_bytes(page.encode("gb18030"))
    [article] = read_article(path)
    assert (article.text, article.title, article.encoding) == ("镓价350美元。", "镓价", "gb18030")


def rows(*items: Any) -> bytes:
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in items).encode()


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    first = {"id": "a", "text": "稀土", "title": "标题", "published": "2025-11-09T01:00:00Z", "lang": "zh-CN"}
    path.write_bytes(rows(first, {"id": 7, "text": "Rare earths"}) + b"\n\n")
    one, two = read_article(path)
    assert one == ArticleText("稀土", "标题", "2025-11-09", "zh", "a", "utf-8")
    assert (two.id, two.lang, two.published) == ("7", "en", None)


def test_json_object_list_and_sniffing() -> None:
    assert len(read_article(rows([{"text": "a"}, {"text": "b"}]), "json")) == 2
    assert read_article(rows({"text": "稀土\u2028储量"}))[0].text == "稀土\u2028储量"
    assert len(read_article(rows({"text": "a"}, {"text": "b"}))) == 2
    assert read_article(b'{"text" is a word', "text")[0].text == '{"text" is a word'
    assert read_article(json.dumps({"text": "\U0001f600"}).encode())[0].text == "\U0001f600"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            rows({"body": "x"}),
            "'text' is missing or empty; found 'body'; allowed: id, text, title, published, lang",
        ),
        (rows({"text": " "}), "'text' is missing or empty"),
        (rows({"text": 5}), "'text' is 5; allowed: a text"),
        (rows({"text": "x", "title": ["x"]}), "'title' is ['x']; allowed: a text"),
        (rows({"text": "x", "lang": "fr"}), "'lang' is 'fr'; allowed: zh, en"),
        (rows({"text": "x", "published": "soon"}), "'published' is 'soon'; allowed: a date"),
        (rows({"text": "x"}, 5), "row 2: found int; allowed: an object"),
        (rows({"text": "x"}) + b"\n{", "row 2: not valid JSON"),
        (b'{"text": "ab\\ud800c"}', "'text' has half a character (U+D800) at character 2"),
        (b"[" * 200_000, "not valid JSON"),
    ],
)
def test_bad_rows_are_named(content: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(content, "jsonl")
    assert message in str(caught.value)


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_empty(content: bytes) -> None:
    with pytest.raises(ArticleError, match="is empty; give it some text"):
        read_article(content)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path, "a\0b"):
        with pytest.raises(ArticleError, match="cannot read the article"):
            read_article(path)
    with pytest.raises(ArticleError, match="format 'pdf' was asked for; available: text, markdown"):
        read_article(b"x", "pdf")


def test_markdown_without_text() -> None:
    with pytest.raises(ArticleError, match="no text besides markup"):
        read_article(b"---\n***\n", "markdown")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("俄罗斯稀土储量", "zh"),
        ("Russian rare earths", "en"),
        ("F-35 Lightning II 战机交付98架", "zh"),
        ("China (中国) and Russia (俄罗斯) signed a deal on rare earths.", "en"),
        ("98%", "en"),
        ("", "en"),
        ("鎵價上漲", "zh"),
    ],
)
def test_languages(text: str, lang: str) -> None:
    assert detect_language(text) == lang


def test_a_line_of_five_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    text = "稀土储量380万吨，" * 250_000
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    assert read_article(path)[0].text == text
    assert time.process_time() - start < 2
