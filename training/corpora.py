"""Raw text for pre-training: one paragraph a line, or Chinese TAB English, plain or xz."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaozheng.errors import KaozhengError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Corpus", "pairs", "sample"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One file and how much of it to take.

    Attributes:
        path: ``.txt``, ``.tsv``, or either with ``.xz``.
        megabytes: How much text to take, in 10^6 bytes of UTF-8, drawn over the whole file.
    """

    path: Path
    megabytes: float


def sample(corpus: Corpus, *, seed: int) -> list[str]:
    """Lines drawn at random without replacement until the size is reached, in the file's order.

    Raises:
        KaozhengError: The file does not exist.
    """
    lines = list(_lines(corpus.path))
    order = np.random.default_rng(seed).permutation(len(lines))
    budget, taken = corpus.megabytes * 1e6, []
    for index in order:
        if budget <= 0:
            break
        budget -= len(lines[index].encode())
        taken.append(int(index))
    return [lines[index] for index in sorted(taken)]


def pairs(path: Path) -> list[tuple[str, str]]:
    """Chinese and English of a two-column file; lines without both are left out."""
    split = (line.split("\t") for line in _lines(path))
    return [(cells[0], cells[1]) for cells in split if len(cells) >= 2 and cells[0] and cells[1]]


def _lines(path: Path) -> Iterator[str]:
    if not path.exists():
        raise KaozhengError(f"corpus {path} does not exist; found beside it: {_siblings(path)}")
    with (
        lzma.open(path, "rt", encoding="utf-8")
        if path.suffix == ".xz"
        else path.open(encoding="utf-8") as file
    ):
        yield from (stripped for line in file if (stripped := line.strip()))


def _siblings(path: Path) -> str:
    folder = path.parent
    return ", ".join(sorted(p.name for p in folder.iterdir())) if folder.is_dir() else f"no folder {folder}"
