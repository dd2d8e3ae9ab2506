"""Whether time grows in proportion to length, on ordinary and on hostile text.

    python -m kaozheng.eval.benchmarks.linearity [--size 40000]

Each text is checked at one and at four times the size in one run; the last column is the ratio of processor time
(4 is linear; small texts add a fixed part, so that less than 4 is common). Exits with 1 above `_WORST`.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from kaozheng.errors import KaozhengError
from kaozheng.model.quantities import parse_quantities
from kaozheng.model.verifier import Verifier

__all__ = ["main"]

_WORST = 8.0
_SAMPLES = Path(__file__).parent
_PIECES: Final = {
    "one line, zh": "俄罗斯稀土储量38万吨，",
    "one line, en": "Export controls caused gallium prices to rise 5% because of bans, ",
    "causes": "因为管制导致镓价上涨，",
    "sources": "据",
    "digits": "1",
    "digits and commas": "1,000,",
    "number words": "one ",
    "numerals": "一点",
    "ranges": "三至",
    "fractions": "三分之",
    "currency": "US$",
    "names": "中美金镓 rare earths F-35s ",
    "spaces and breaks": " \n",
    "brackets": "(",
    "NUL": "\0",
    "lone surrogates": "\ud800万",
    "random bytes": bytes((i * 7919 + i // 3) % 256 for i in range(4096)).decode("latin1"),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=40_000, help="characters of the shorter text")
    size = parser.parse_args().size
    verifier = Verifier.from_pretrained()
    verifier.check("俄罗斯稀土储量38万吨。")
    pieces = {**_PIECES, "articles, zh": _sample("zh"), "articles, en": _sample("en")}
    print(
        f"{'text':<20} {'parse s':>9} {'ratio':>6} {'check s':>9} {'ratio':>6}   ({size} and {4 * size} characters)"
    )
    worst = 0.0
    for name, piece in pieces.items():
        short, long = _text(piece, size), _text(piece, 4 * size)
        parse = _seconds_parse(short), _seconds_parse(long)
        check = _seconds_check(verifier, short), _seconds_check(verifier, long)
        ratios = [pair[1] / max(pair[0], 0.01) for pair in (parse, check)]
        worst = max(worst, *ratios)
        print(f"{name:<20} {parse[1]:>9.2f} {ratios[0]:>6.1f} {check[1]:>9.2f} {ratios[1]:>6.1f}")
    if worst > _WORST:
        sys.exit(f"worst ratio {worst:.1f}: time grows faster than length")


def _sample(lang: str) -> str:
    return (_SAMPLES / f"sample-{lang}.txt").read_text(encoding="utf-8") + "\n"


def _text(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _seconds_parse(text: str) -> float:
    start = time.process_time()
    parse_quantities(text)
    return time.process_time() - start


def _seconds_check(verifier: Verifier, text: str) -> float:
    start = time.process_time()
    try:
        verifier.check(text, published="2025-11-09")
    except KaozhengError as error:
        print(f"  refused: {error}")  # a clear error is an answer, too (white space only)
    return time.process_time() - start


if __name__ == "__main__":
    main()
