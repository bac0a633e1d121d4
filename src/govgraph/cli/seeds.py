"""``govgraph seeds``: what the package knows about the language of government."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path | None, typer.Option("--seeds", metavar="DIR", help="Another folder of words and patterns.")]

LIST_EXAMPLES = """\b
Examples:
  govgraph seeds list
  govgraph seeds list titles
"""
TEST_EXAMPLES = """\b
Examples:
  govgraph seeds test
  govgraph seeds test --seeds my-seeds/
"""


def commands() -> typer.Typer:
    """The commands about seeds."""
    group = typer.Typer(help="Word lists and patterns: list, test.", no_args_is_help=True, rich_markup_mode=None)
    group.command("list", epilog=LIST_EXAMPLES)(show)
    group.command("test", epilog=TEST_EXAMPLES)(try_)
    return group


def show(
    name: Annotated[str | None, typer.Argument(metavar="[LIST]", help="One list, with its words.")] = None,
    seeds: Folder = None,
) -> None:
    """Show the word lists and patterns, or the words of one list."""
    from govgraph.seeds import load  # noqa: PLC0415 - builds the automaton

    known = load(seeds)
    if name:
        for word in known.words(name):
            typer.echo("\t".join(word))
        return
    for each, words in sorted(known.lists.items()):
        typer.echo(f"{len(words):>7,}  {each}")
    typer.echo(f"{len(known.patterns):>7,}  patterns")
    typer.echo(f"digest {known.digest}")


def try_(seeds: Folder = None) -> None:
    """Check that every list is well formed and every pattern matches its examples and no counter-example."""
    from govgraph.errors import SeedError  # noqa: PLC0415
    from govgraph.seeds import faults, load  # noqa: PLC0415

    known = load(seeds)
    found = faults(known)
    for fault in found:
        typer.echo(fault, err=True)
    if found:
        raise SeedError(f"{len(found)} faults in the patterns: mend the regex or the example")
    typer.echo(f"{len(known.lists)} lists and {len(known.patterns)} patterns are sound")
