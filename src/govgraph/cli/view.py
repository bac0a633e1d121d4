"""``govgraph view``: the interactive page of a built graph, or of a part of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.errors import OutputError

EXAMPLES = """\b
Examples:
  govgraph view out/ --initiative 九解一协调 --to 九解一协调.html
  govgraph view out/ --place 吉林市 --to jilin.html
  govgraph view out/ --person 王路 --body 吉林市人民政府 --to who.html
  govgraph view out/ --top 1000 --to top.html

\b
A NAME is a label, another name or an IRI. Without one the page holds the whole graph.
"""

Names = list[str] | None


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("view", epilog=EXAMPLES)(view)


def _option(kind: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar="NAME", help=f"This {kind} and what surrounds it.")
    return option


def view(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build, or a graph file.")] = Path(
        "out"
    ),
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where the page is written.")] = Path("view.html"),
    person: Annotated[Names, _option("person")] = None,
    body: Annotated[Names, _option("body")] = None,
    place: Annotated[Names, _option("place")] = None,
    initiative: Annotated[Names, _option("initiative")] = None,
    top: Annotated[int | None, typer.Option(min=1, metavar="N", help="The N best-connected things only.")] = None,
) -> None:
    """Write an interactive page that opens from disk and makes no request."""
    from govgraph.publish.part import chosen  # noqa: PLC0415
    from govgraph.publish.view import page  # noqa: PLC0415 - jinja2, pyvis and pyoxigraph; --help must not wait
    from govgraph.store.facts import facts_of  # noqa: PLC0415
    from govgraph.store.open import open_graph  # noqa: PLC0415

    facts, iris = facts_of(open_graph(folder))
    wanted = {"Person": person or [], "Body": body or [], "Place": place or [], "Initiative": initiative or []}
    part = chosen(facts, wanted, top, iris.thing)
    try:
        to.write_text(page(part, iris), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{to} cannot be written: {error.strerror}; choose another --to") from error
    typer.echo(f"{to}: {len(part.things)} things, {len(part.claims)} facts, {len(part.figures)} figures")
