"""Fills the example blocks of the README with real output: ``python -m tests.readme > README.new``.

A block stands between ``<!-- output: TEXT -->`` and ``<!-- end -->``; TEXT is checked as of a fixed day.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kaozheng import Verifier
from kaozheng.model.render import render_text

__all__ = ["filled"]

README = Path(__file__).resolve().parents[1] / "README.md"
PUBLISHED = "2025-11-09"
_BLOCK = re.compile(r"<!-- output: (?P<text>.*?) -->\n.*?<!-- end -->", re.DOTALL)


def filled() -> str:
    """The README with every block as the product prints it now."""
    verifier = Verifier.from_pretrained()

    def block(match: re.Match[str]) -> str:
        text = match["text"]
        shown = render_text(verifier.check(text, published=PUBLISHED)).rstrip()
        command = f"$ echo '{text}' | kaozheng check --published {PUBLISHED}".replace("'s", "'\\''s")
        return f"<!-- output: {text} -->\n```console\n{command}\n{shown}\n```\n<!-- end -->"

    return _BLOCK.sub(block, README.read_text(encoding="utf-8"))


def main() -> None:
    sys.stdout.write(filled())


if __name__ == "__main__":
    main()
