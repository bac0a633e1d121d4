"""``govgraph explain``: everything that was said of an entity, with the words that say so, and its corrections."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.table import visible
from govgraph.errors import QueryError

if TYPE_CHECKING:
    from govgraph.store.explain import Explanation, Source, Stated

EXAMPLES = """\b
Examples:
  govgraph explain 九解一协调 out/
  govgraph explain 王路 out/
  govgraph explain https://w3id.org/govgraph/id/place/220200 out/ --lang en
"""


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("explain", epilog=EXAMPLES)(explain)


def explain(
    name: Annotated[str, typer.Argument(metavar="IRI|NAME", help="An entity or a fact.")],
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build, or a graph file.")] = Path(
        "out"
    ),
    lang: Annotated[str, typer.Option(help="Language of the words around the facts: zh or en.")] = "zh",
) -> None:
    """Show an entity or a fact with every claim, its source characters in context, its rule and its certainty."""
    from govgraph.store import explain as store  # noqa: PLC0415 - pyoxigraph; --help must not wait for it
    from govgraph.store.open import open_graph  # noqa: PLC0415

    graph = open_graph(folder)
    found = store.explain(graph, name, lang)
    if not found:
        close = "、".join(store.near(graph, name))
        raise QueryError(f"{name!r} is not in {folder}" + (f"; perhaps {close}" if close else ""))
    rulings = _rulings(folder)
    text = "\n\n".join("\n".join((*_told(each), *_corrected(each.iri, rulings))) for each in found)
    typer.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def _rulings(folder: Path) -> list[dict[str, str]]:
    """What became of the corrections when a folder was built; a graph file alone does not say."""
    try:
        rulings: list[dict[str, str]] = json.loads((folder / "report.json").read_text(encoding="utf-8"))["corrections"]
    except (OSError, ValueError, KeyError):
        return []
    return rulings


def _corrected(iri: str, rulings: list[dict[str, str]]) -> Iterator[str]:
    """The corrections that name an entity."""
    end = "/".join(iri.split("/")[-2:])
    for each in rulings:
        if end in each["said"].split():
            notes = " · ".join(filter(None, (each["when"], each["author"], each["state"], each["note"])))
            yield ""
            yield f"  {_strong(each['decision'])} {visible(each['said'])}: {visible(each['reason'])}  {_quiet(notes)}"


def _told(thing: Explanation) -> Iterator[str]:
    """One entity: head, names, direct facts, then claims with their sources."""
    yield f"{_strong(thing.label)}  {visible(thing.kind)}  {_quiet(thing.iri)}"
    if thing.names:
        yield "  " + visible("；".join(thing.names))
    yield from (f"  {visible(label)}: {visible(value)}" for label, value in thing.facts)
    for stated in thing.stated:
        yield ""
        yield from _stated(stated)
    if not thing.stated:
        yield from (f"    {_source(source)}" for source in thing.mentions)


def _stated(stated: Stated) -> Iterator[str]:
    dates = f"{stated.valid_from}–{stated.valid_to}" if stated.valid_from or stated.valid_to else stated.asserted_on
    iri = ":".join(stated.iri.split("/")[-2:])  # what `govgraph correct not-a-fact` is given
    notes = " · ".join(filter(None, (stated.status, dates, stated.certainty, stated.rule, iri)))
    yield f"  {_strong(stated.subject)} — {visible(stated.relation)} — {_strong(stated.object)}  {_quiet(notes)}"
    yield from (f"    {_source(source)}" for source in stated.sources)


def _source(source: Source) -> str:
    """The quoted characters in brackets, on one line with what stands around them."""
    prefix, quote, suffix = (visible(" ".join(text.split())) for text in (source.prefix, source.quote, source.suffix))
    marked = typer.style(f"【{quote}】", fg=typer.colors.YELLOW)
    return f"…{prefix}{marked}{suffix}…  {_quiet(f'{source.document} {source.start}–{source.end}')}"


def _strong(text: str) -> str:
    return typer.style(visible(text), bold=True)


def _quiet(text: str) -> str:
    return typer.style(visible(text), dim=True)
