"""The command line. Commands are imported when they are run, so that each starts quickly."""

from __future__ import annotations

from importlib import import_module

import click

import kaozheng

__all__ = ["cli"]

_COMMANDS = {
    "check": "kaozheng.serve.cli.check",
    "quantities": "kaozheng.serve.cli.quantities",
    "reference": "kaozheng.serve.cli.reference",
}


class _LazyGroup(click.Group):
    """A group that knows its commands by module and imports only the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command


@click.command(cls=_LazyGroup)
@click.version_option(kaozheng.__version__, prog_name="kaozheng")
def cli() -> None:
    """Check the numbers and causes in Chinese and English articles (考证)."""
