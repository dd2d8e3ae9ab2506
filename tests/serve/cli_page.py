"""Writes ``docs/cli.md`` from the live commands: ``python -m tests.serve.cli_page > docs/cli.md``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kaozheng.serve.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["page"]


def page() -> Iterator[str]:
    """The page, line by line."""
    yield "# Command line"
    yield ""
    yield "Written by `python -m tests.serve.cli_page`; a test fails when it is out of date."
    yield from _section(cli, ("kaozheng",), None)


def _section(command: click.Command, path: tuple[str, ...], parent: click.Context | None) -> Iterator[str]:
    context = click.Context(
        command, info_name=path[-1], parent=parent, terminal_width=100, max_content_width=100
    )
    yield ""
    yield f"## `{' '.join(path)}`"
    yield ""
    yield "```text"
    yield from command.get_help(context).rstrip().splitlines()
    yield "```"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            if sub is not None:
                yield from _section(sub, (*path, name), context)


def main() -> None:
    sys.stdout.write("\n".join(page()) + "\n")


if __name__ == "__main__":
    main()
