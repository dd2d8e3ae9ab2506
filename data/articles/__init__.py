"""Readers of articles: files, standard input and bytes to text, with title, date and language."""

from __future__ import annotations

from kaozheng.data.articles.dateline import find_published
from kaozheng.data.articles.decode import decode
from kaozheng.data.articles.language import detect_language
from kaozheng.data.articles.read import ArticleText, read_article, read_text

__all__ = ["ArticleText", "decode", "detect_language", "find_published", "read_article", "read_text"]
