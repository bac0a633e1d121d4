"""``govgraph query``: SPARQL, or a question by name, on a built graph."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.errors import QueryError

if TYPE_CHECKING:
    from govgraph.store.open import Graph
    from govgraph.store.query import Answer, Value

EXAMPLES = """\b
Examples:
  govgraph query                                        lists the questions that have a name
  govgraph query who-holds --body 吉林市人民政府 out/
  govgraph query initiative-participants --initiative 九解一协调 out/ --format csv
  govgraph query -q 'SELECT ?label WHERE { ?p a gg:Person ; rdfs:label ?label }' out/
  govgraph query my-question.rq out/
  echo 'ASK { ?f a gg:Figure }' | govgraph query - out/

\b
Prefixes need not be declared. DIR is an output folder of build (default: out) or a graph file.
"""


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def register(commands: typer.Typer) -> None:
    """Add the command; a named query brings options of its own, so unknown ones are let through."""
    loose = {"ignore_unknown_options": True, "allow_extra_args": True}
    commands.command("query", epilog=EXAMPLES, context_settings=loose)(query)


def query(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME|FILE|-] [--PARAMETER VALUE]… [DIR]", help="What to ask, and of which graph."),
    ] = None,
    sparql: Annotated[str | None, typer.Option("-q", metavar="SPARQL", help="The text of a query.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are printed.")] = Format.TABLE,
) -> None:
    """Ask a built graph: SPARQL from -q, a file or standard input, or a named query with its parameters."""
    positional, parameters = split(words or [])
    question, folder = _question(positional, sparql)
    if question is None:
        typer.echo(_catalogue())
        return
    from govgraph.store.open import open_graph  # noqa: PLC0415 - pyoxigraph; --help must not wait for it

    graph = open_graph(folder)
    typer.echo(_printed(_answer(graph, question, parameters, is_text=sparql is not None), graph, form), nl=False)


def split(words: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """What stands alone, and ``--name value`` or ``--name=value`` pairs."""
    positional: list[str] = []
    parameters: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--") or word == "--":
            positional.append(word)
            continue
        name, equals, value = word.removeprefix("--").partition("=")
        if not equals:
            value = next(rest, "")
            if not value or value.startswith("--"):
                raise typer.BadParameter(f"--{name} needs a value")
        parameters[name] = value
    return positional, parameters


def _question(positional: list[str], sparql: str | None) -> tuple[str | None, Path]:
    """The question and the graph: with -q the one word is the graph, else the first is the question."""
    if sparql is not None:
        positional = [sparql, *positional]
    elif len(positional) == 2 and Path(positional[0]).is_dir():
        positional = positional[::-1]
    if len(positional) > 2:
        raise typer.BadParameter(f"{positional[2]!r} is one word too many: give a question and a folder")
    question = positional[0] if positional else None
    return question, Path(positional[1] if len(positional) == 2 else "out")


def _catalogue() -> str:
    """The named queries with their titles and parameters."""
    from govgraph.store.query import available  # noqa: PLC0415

    lines = ["Named queries (govgraph query NAME [--PARAMETER VALUE]… DIR):"]
    for named in available():
        lines.append(f"  {named.name}    {named.zh}  {named.en}")
        lines += [f"      --{p.name} {p.example}    {p.zh}  {p.en}" for p in named.parameters]
    return "\n".join(lines)


def _answer(graph: Graph, question: str, parameters: dict[str, str], *, is_text: bool) -> Answer:
    from govgraph.store.query import ask, run  # noqa: PLC0415

    text = question if is_text else _text(question)
    if text is None:
        return ask(graph, question, parameters)
    if parameters:
        raise QueryError(f"--{next(iter(parameters))} is for named queries; write the value into the query itself")
    return run(graph, text)


def _text(question: str) -> str | None:
    """The SPARQL of a file or of standard input; None where the question is a name."""
    if question == "-":
        return sys.stdin.read()
    path = Path(question)
    if path.suffix not in (".rq", ".sparql") and not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path} cannot be read as a query: {error}") from error


def _printed(answer: Answer, graph: Graph, form: Format) -> str:
    match form:
        case Format.JSON:
            rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
            return json.dumps(rows, ensure_ascii=False, indent=2, default=_number) + "\n"
        case Format.CSV:
            out = io.StringIO()
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(answer.columns)
            writer.writerows(answer.rows)
            return out.getvalue()
        case Format.TABLE:
            from govgraph.cli.table import table  # noqa: PLC0415 - rich, for people alone

            return table(answer.columns, [[_cell(value, graph) for value in row] for row in answer.rows])


def _number(value: object) -> int | float:
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else float(number)


def _cell(value: Value, graph: Graph) -> str:
    if value is None:
        return ""
    return graph.short(value) if isinstance(value, str) else str(value)
