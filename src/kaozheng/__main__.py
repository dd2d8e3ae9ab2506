"""``python -m kaozheng`` and the ``kaozheng`` command."""

from __future__ import annotations

import sys

from kaozheng.errors import KaozhengError

__all__ = ["main"]

BAD_INPUT = 2


def main() -> None:
    """Run the command line; errors that Kaozheng raises on purpose become one line and exit status 2."""
    from kaozheng.serve.cli import cli

    try:
        cli(prog_name="kaozheng")
    except KaozhengError as error:
        print(f"kaozheng: {' '.join(str(error).split())}", file=sys.stderr)  # noqa: T201 - the command line's voice
        sys.exit(BAD_INPUT)


if __name__ == "__main__":
    main()
