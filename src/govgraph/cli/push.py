"""``govgraph push``: a graph into a running store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  govgraph push out/ http://127.0.0.1:3030/kg
  govgraph push out/ http://127.0.0.1:7878 --graph https://example.org/graph/jilin
  GOVGRAPH_PUSH_USER=editor GOVGRAPH_PUSH_PASSWORD=… govgraph push out/ https://kg.example.org/repositories/kg

\b
The graph is staged beside the one that is there, counted, then moved over it: readers see the old graph or the new one.
Credentials come from GOVGRAPH_PUSH_USER and GOVGRAPH_PUSH_PASSWORD, GOVGRAPH_PUSH_TOKEN, or a file that only you can
read, with user:password or a token in it. They are sent over https, or to this machine.
"""


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("push", epilog=EXAMPLES)(push)


def push(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of build, or a .ttl or .nt file.")],
    url: Annotated[str, typer.Argument(metavar="URL", help="The data set, repository or server.")],
    graph: Annotated[str, typer.Option(metavar="IRI", help="The graph to replace; else the default graph.")] = "",
    store: Annotated[str, typer.Option(help="fuseki, oxigraph, rdf4j or virtuoso; else told by the URL.")] = "",
    by_update: Annotated[bool, typer.Option("--by-update", help="Send SPARQL Update, not the file.")] = False,
    credentials: Annotated[Path | None, typer.Option(metavar="FILE", help="Where user:password stands.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Put a graph into a running store, in the place of the one that is there."""
    from govgraph.store.push import Target  # noqa: PLC0415 - pyoxigraph; --help must not wait for it
    from govgraph.store.push import push as send  # noqa: PLC0415
    from govgraph.store.wire import Credentials  # noqa: PLC0415

    known = Credentials.found(credentials, os.environ)
    pushed = send(folder, Target.of(url, graph, store, known), known, by_update=by_update)
    if not quiet:
        where = f"<{pushed.graph}>" if pushed.graph else "the default graph"
        typer.echo(f"{pushed.triples} triples are in {where}")
