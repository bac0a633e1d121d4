"""``govgraph serve``: a built graph as a SPARQL endpoint with an editor, and as pages, on this machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.store.serve.snapshot import Snapshot

EXAMPLES = """\b
Examples:
  govgraph serve out/                      http://localhost:7878/ for people, /sparql for programs
  govgraph serve out/ --port 8000 --timeout 10
  govgraph serve out/ --allow-corrections proposals.tsv
  govgraph serve out/ --host 0.0.0.0 --token "$(openssl rand -hex 16)"
"""
LARGEST = 4 << 20  # bytes of proposals: nobody fills the disk


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("serve", epilog=EXAMPLES)(serve)


def serve(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build, or a graph file.")] = Path(
        "out"
    ),
    host: Annotated[
        str, typer.Option(help="Address to listen on; other than loopback it needs --token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 7878,
    token: Annotated[str, typer.Option(metavar="TEXT", help="What a reader must know; 16 characters or more.")] = "",
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further name of this server, as in the Host header.")
    ] = None,
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="An origin whose pages may ask; * for all.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, max=3600, help="Seconds that a query may take.")] = 30,
    memory: Annotated[int, typer.Option(min=64, help="MiB that a query may take.")] = 512,
    rows: Annotated[int, typer.Option(min=1, help="Rows that an answer may have.")] = 10_000,
    allow_corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Let readers report errors: proposals are kept in FILE.")
    ] = None,
) -> None:
    """Serve a graph, read-only: SPARQL 1.1 at /sparql with an editor, search and a page for each entity."""
    try:
        from govgraph.store.serve import run  # noqa: PLC0415 - starlette and uvicorn are an extra
    except ModuleNotFoundError as error:
        raise SettingsError(f"{error.name} is missing: pip install 'govgraph[serve]'") from error
    from govgraph.store.serve.options import Limits, Options  # noqa: PLC0415
    from govgraph.store.serve.snapshot import prepare  # noqa: PLC0415

    limits = Limits(seconds=timeout, memory=memory, rows=rows)
    options = Options(host, port, token, tuple(allow_host or ()), tuple(cors or ()), limits)
    with run.bound(host, port) as listening:
        port = listening.getsockname()[1]
        snapshot = prepare(folder)
        saver = _saver(allow_corrections) if allow_corrections else None
        shown = "localhost" if host in ("127.0.0.1", "::1") else host
        typer.echo(f"{folder} at http://{shown}:{port}/ and http://{shown}:{port}/sparql, until Ctrl-C")
        run.serve(snapshot, replace(options, port=port, proposals=saver), listening)


def _saver(path: Path) -> Callable[[Snapshot, str, str], None]:
    """Appends a proposal to a file in the form of the corrections file."""
    import pyoxigraph  # noqa: PLC0415

    from govgraph.corrections import journal  # noqa: PLC0415
    from govgraph.corrections.facts import figure_of, quote_of  # noqa: PLC0415
    from govgraph.store import pick  # noqa: PLC0415
    from govgraph.store.open import Graph  # noqa: PLC0415

    def save(snapshot: Snapshot, claim: str, reason: str) -> None:
        if path.exists() and path.stat().st_size > LARGEST:
            raise SettingsError(f"{path} is full: review it first")
        graph = Graph(pyoxigraph.Store.read_only(str(snapshot.store)), snapshot.prefixes, snapshot.graph)
        found = pick.statement(graph, claim)
        target = found.object.text if found.object else figure_of(found.value, found.unit)
        evidence = (*found.documents, *sorted({quote_of(quote) for quote in found.quotes}))
        when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        said = ("not-a-fact", found.subject.text, found.relation, target, reason)
        journal.append(path, journal.Decision(when, "a reader", *said, evidence))

    return save
