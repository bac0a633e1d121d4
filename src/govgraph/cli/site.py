"""``govgraph site``: a built graph as static pages for any web host."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  govgraph site out/ --to site/
  govgraph site out/graph.ttl --to site/

\b
The folder opens from disk and can be put on any web host as it is: it makes no request to anybody else.
"""


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("site", epilog=EXAMPLES)(site)


def site(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build, or a graph file.")] = Path(
        "out"
    ),
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where the pages are written.")] = Path("site"),
) -> None:
    """Write a page for each person, body, place, initiative and document, and an index that can be searched."""
    from govgraph.publish import site as pages  # noqa: PLC0415 - jinja2 and pyoxigraph; --help must not wait
    from govgraph.store.facts import facts_of  # noqa: PLC0415
    from govgraph.store.open import locate, open_graph  # noqa: PLC0415

    facts, iris = facts_of(open_graph(folder))
    sources = locate(folder).parent / "sources"
    number = pages.write(to, facts, iris, lambda id_: pages.kept(sources, iris.document(id_)))
    typer.echo(f"{to}/index.html: {number} pages")
