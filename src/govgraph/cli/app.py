"""The commands, put together in the order in which a user meets them."""

from __future__ import annotations

from typing import Annotated

import typer

from govgraph import __version__
from govgraph.cli import build, check, correct, diff, explain, push, query, seeds, serve, site, verify, view

HELP = """Chinese government documents into a knowledge graph in which every fact names the characters that say so.

Exit codes: 0 done; 1 could not be done; 2 wrong usage; 3 some documents could not be read, the rest was written;
75 the output folder is in use; 130 stopped by Ctrl-C.
"""


def app() -> typer.Typer:
    """The whole command line."""
    commands = typer.Typer(help=HELP, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
    commands.callback()(_options)
    for subject in (build, query, explain, view, serve, site, diff, verify, check, push):
        subject.register(commands)
    commands.add_typer(correct.commands(), name="correct")
    commands.add_typer(seeds.commands(), name="seeds")
    return commands


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"govgraph {__version__}")
        raise typer.Exit


def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Options of the command itself."""
