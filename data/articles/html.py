"""The article in an HTML page: its text, its title and its date, without what surrounds it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree
from lxml import html as lxml_html

from kaozheng.data.articles.dateline import find_published, iso_day
from kaozheng.data.articles.html_text import BLOCKS, Element, lines_of, squeeze, weigh
from kaozheng.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Page", "read_html"]

_DROPPED = frozenset({"aside", "audio", "button", "canvas", "dialog", "footer", "form", "iframe", "input"})
_DROPPED |= {"menu", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea"}
_DROPPED |= {"title", "video"}
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|footer|foot|sidebar|side|comments?|share|sharing|social|related"
    r"|recommend(?:ed|ation)?s?|breadcrumbs?|crumb|ads?|advert\w*|copyright|login|subscribe|newsletter|cookies?"
    r"|banner|promo|hot-?news|toolbar|popup|modal|qrcode|statement|disclaimer|pagination|pager|tags?)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:article|post|entry|news|main|story|text)[-_]?(?:body|content|text|detail)?|content|zhengwen", re.I
)
_SITE = re.compile(r"\s*(?:[|｜_–—]|\s-\s).{1,30}$")
_DATES = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "publish-date",
    "og:release_date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "weibo: article:create_at", "date",
)  # fmt: skip
_CONTAINERS = frozenset({"div", "section", "td"})
_LEAST_BODY = 80  # weight of text below which an element marked as the article is not believed
_LEAST_SHARE = 0.4  # of the page's text, below which no single element is the article


class Page(NamedTuple):
    """What a page holds."""

    text: str
    title: str | None
    published: str | None


def read_html(source: str, name: str = "the page") -> Page:
    """The article in a page.

    >>> read_html("<title>镓价_某网</title><nav>首页</nav><article><p>镓价&gt;350美元。</p></article>").text
    '镓价>350美元。'

    Raises:
        ArticleError: When the page holds no text.
    """
    root = _parse(source, name)
    found = list(_linked_data(root))
    title, published = _title(root, found), _published(root, found)
    _drop_furniture(root)
    body = _body(root)
    lines = lines_of(body)
    if lines and title and lines[0] == title:
        del lines[0]
    text = "\n".join(lines)
    if not text:
        raise ArticleError(f"{name} holds no article text; give the article as plain text instead")
    return Page(text, title, published or find_published("\n".join(lines_of(root))))


def _parse(source: str, name: str) -> Element:
    """The tree of a page."""
    source = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source).replace("\0", "")
    source = source.encode("utf-8", "replace").decode("utf-8")  # lxml takes no lone surrogates
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(source, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise ArticleError(f"{name} is not readable as HTML: {error}") from error


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD scripts; broken scripts are common and say nothing."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        queue = [data]
        while queue:
            item = queue.pop()
            if isinstance(item, list):
                queue += item
            elif isinstance(item, dict):
                queue.append(item.get("@graph", []))
                yield item


def _metas(root: Element) -> dict[str, str]:
    """Content of meta elements by lower-case name; the first of each."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(key.lower(), (meta.get("content") or "").strip())
    return metas


def _title(root: Element, data: Iterable[dict[str, Any]]) -> str | None:
    """The article's title, without the site's name."""
    metas = _metas(root)
    headings = [squeeze(heading.text_content()) for heading in root.iter("h1")]
    titles = [_SITE.sub("", squeeze(title.text_content())) for title in root.iter("title")]
    written = [item["headline"] for item in data if isinstance(item.get("headline"), str)]
    if len([heading for heading in headings if heading]) != 1:
        headings = []
    for title in (metas.get("og:title"), *written, *headings, *titles):
        if title and title.strip():
            return _SITE.sub("", squeeze(title)) if title == metas.get("og:title") else squeeze(title)
    return None


def _published(root: Element, data: Iterable[dict[str, Any]]) -> str | None:
    """The date that the page's markup states."""
    metas = _metas(root)
    stated = [metas[key] for key in _DATES if key in metas]
    stated += [item["datePublished"] for item in data if isinstance(item.get("datePublished"), str)]
    stated += [element.get("datetime") or element.text_content() for element in root.iter("time")]
    return next(filter(None, map(iso_day, stated)), None)


def _drop_furniture(root: Element) -> None:
    """Remove what is never part of an article; half a page of text is, whatever its container is called."""
    weights = weigh(root)
    for element in list(root.iter(etree.Element)):
        if element.getparent() is None or element.tag in {"body", "article", "main"}:
            continue
        small = weights[element] * 2 < weights[root]
        if element.tag in _DROPPED or _hidden(element) or (small and _FURNITURE.search(_named(element))):
            element.drop_tree()


def _hidden(element: Element) -> bool:
    """Whether a reader never sees it."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _named(element: Element) -> str:
    """Its class and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _body(root: Element) -> Element:
    """The element that holds the article."""
    weights = weigh(root)
    for path in ("//*[@itemprop='articleBody']", "//article", "//main", "//*[@role='main']"):
        marked = root.xpath(path)
        if len(marked) == 1 and weights[marked[0]] >= _LEAST_BODY:
            return marked[0]
    return _densest(root, weights)


def _densest(root: Element, weights: Mapping[Element, int]) -> Element:
    """The element whose paragraphs hold most of the text, else the whole page."""
    scores: dict[Element, float] = defaultdict(float)
    for paragraph in root.iter("p", "pre", "blockquote", "div", "section", "td"):
        if paragraph.tag in _CONTAINERS and any(
            child.tag in BLOCKS and child.tag != "br" for child in paragraph
        ):
            continue
        holder = paragraph.getparent()
        for share in (1.0, 0.5):
            if holder is not None:
                scores[holder] += share * weights[paragraph]
                holder = holder.getparent()
    for holder in scores:
        scores[holder] *= 1.25 if _BODY.search(_named(holder)) else 1.0
    best = max(scores, key=lambda holder: scores[holder], default=None)
    return root if best is None or scores[best] < _LEAST_SHARE * weights[root] else best
