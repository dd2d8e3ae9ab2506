"""Articles in pages."""

from __future__ import annotations

import contextlib
import time

import pytest

from kaozheng.data.articles.html import read_html
from kaozheng.errors import ArticleError

PARAGRAPHS = [
    "中国商务部宣布，自2023年8月1日起对镓、锗相关物项实施出口管制，此举引发市场广泛关注。",
    "分析人士称，镓价从每公斤350美元涨至725美元，涨幅超过100%，供应链受到明显影响。",
    "美国地质调查局数据显示，中国占全球原生镓产量的98%，其他国家短期内难以替代。",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CHROME = (
    "<nav><a href=/>首页</a><a href=/x>军事</a></nav><div class='breadcrumb'>首页 &gt; 财经</div>",
    "<aside>热门：黄金大涨30%</aside><div class='related-news'><a>稀土概念股</a></div>"
    "<div id='comments'>网友：产量翻了两倍！</div><footer>京ICP备2025001号 电话010-12345678</footer>",
)


@pytest.mark.parametrize(
    "page",
    [
        f"<body>{CHROME[0]}<article><h1>镓价翻倍</h1>{BODY}</article>{CHROME[1]}</body>",
        f"<body>{CHROME[0]}<div><div class='article-content'>{BODY}</div></div>{CHROME[1]}</body>",
        f"<body>{CHROME[0]}<table><tr><td>{BODY}</td><td>广告</td></tr></table>{CHROME[1]}</body>",
        f"<body>{CHROME[0]}<div itemprop=articleBody>{BODY}<script>var a='<p>x</p>'</script></div>{CHROME[1]}</body>",
        f"<body>{CHROME[0]}<div id=zhengwen>{'<br><br>'.join(PARAGRAPHS)}</div>{CHROME[1]}</body>",
        f"<body class='has-sidebar'>{CHROME[0]}<main>{BODY}<div hidden>隐藏</div></main>{CHROME[1]}</body>",
        f"<body>{CHROME[0]}<main>{BODY}<div style='display: none'>隐藏</div></main>{CHROME[1]}</body>",
    ],
)
def test_only_the_article_stays(page: str) -> None:
    """Menus, comments, related news and footers would add claims that the article does not make."""
    found = read_html(f"<html><head><title>镓价翻倍_某某网</title></head>{page}</html>")
    assert found.text.split("\n") == PARAGRAPHS
    assert found.title == "镓价翻倍"
    assert found.published is None


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2025-11-09T08:41:00+08:00'>",
        "<meta name=PubDate content='2025-11-09 08:41:00'>",
        "<meta itemprop=datePublished content=20251109>",
        "<script type='application/ld+json'>{'x':</script>"
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-11-09"}]}</script>',
    ],
)
def test_date_in_the_head(head: str) -> None:
    assert read_html(f"<head>{head}</head><body>{BODY}</body>").published == "2025-11-09"


@pytest.mark.parametrize(
    "line", ["<time datetime='2025-11-09'>今天</time>", "<div class=info>搜狐 2025-11-09 08:41</div>"]
)
def test_date_in_the_body(line: str) -> None:
    assert read_html(f"<body><h1>标题</h1>{line}<div>{BODY}</div></body>").published == "2025-11-09"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<meta property='og:title' content='Gallium doubles'><title>x</title>", "Gallium doubles"),
        ("<title>Gallium doubles | Some Site</title>", "Gallium doubles"),
        ("<title>Gallium doubles - Some Site</title>", "Gallium doubles"),
        ("<title>F-35 deliveries fall</title>", "F-35 deliveries fall"),
        ('<script type="application/ld+json">{"headline":"Gallium"}</script><title>x | y</title>', "Gallium"),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read_html(f"<html><head>{head}</head><body>{BODY}</body></html>").title == title


def test_entities_spaces_and_cells() -> None:
    page = (
        "<body><p>A&nbsp;&amp;&#20013;  <b>38</b>\n万吨<p>x<table><tr><td>China<td>98%<tr><td>US<td>0</table>"
    )
    assert read_html(page).text == "A &中 38 万吨\nx\nChina 98%\nUS 0"


@pytest.mark.parametrize(
    "page", ["<html></html>", "<script>x</script>", "<nav>menu</nav>", "<title>x</title>", "<!-- x -->"]
)
def test_page_without_text(page: str) -> None:
    with pytest.raises(ArticleError, match=r"holds no article text|not readable as HTML"):
        read_html(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "\ud800稀土\x00储量" + "</p>",
        "<?xml version='1.0' encoding='gb2312'?><html><body><p>稀土储量</p></body></html>",
        "<p>稀土储量" + "<div>" * 300,
        "<p>稀土储量</b></i><table><p>",
    ],
)
def test_odd_pages(page: str) -> None:
    assert "储量" in read_html(page).text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "稀土",
        "<p>稀土 <b>x</b>" * 100_000,
        "<div><p>稀土储量</p></div>" * 50_000,
        "<div class=share>稀土</div>" * 50_000,
        "<a>稀土</a>" * 100_000,
        "<" * 1_000_000 + "p>稀土",
        "<title>" + "- a " * 200_000 + "</title><p>稀土",
    ],
)
def test_large_pages_take_linear_time(page: str) -> None:
    start = time.process_time()
    with contextlib.suppress(ArticleError):
        read_html(page)
    assert time.process_time() - start < 6
