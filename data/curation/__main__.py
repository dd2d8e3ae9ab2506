"""``python -m kaozheng.data.curation SHARED_DIR`` rebuilds ``data/reference`` byte for byte."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kaozheng.data.curation.build import PACKAGE, build
from kaozheng.errors import KaozhengError


def main(arguments: list[str] | None = None) -> int:
    """Build the package and say how many records each file got."""
    parser = argparse.ArgumentParser(prog="python -m kaozheng.data.curation", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder that holds reference/facts_*.csv")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="package folder (default: the shipped one)")
    options = parser.parse_args(arguments)
    try:
        counts = build(options.shared, options.out)
    except KaozhengError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for name, count in counts.items():
        sys.stdout.write(f"{count:7,}  {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
