"""``govgraph diff``: what changed between two builds."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.query import Format

if TYPE_CHECKING:
    from govgraph.store.diff import Change

EXAMPLES = """\b
Examples:
  govgraph diff out-2023/ out-2024/
  govgraph diff before.ttl out/ --format csv
  govgraph diff before.ttl out/ --exit-code || echo changed

\b
Exit code 0 whether or not they differ; with --exit-code 1 where they do.
"""

WORDS = MappingProxyType(
    {
        "change": "变化",
        "kind": "类别",
        "what": "对象",
        "of": "事项",
        "before": "之前",
        "after": "之后",
        "came": "就任",
        "left": "离任",
        "appeared": "新出现",
        "vanished": "不再出现",
        "changed": "数值变化",
        "Tenure": "任职",
        "Body": "机构",
        "Initiative": "行动",
        "Figure": "数据",
    }
)
COLUMNS = ("change", "kind", "what", "of", "before", "after")


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("diff", epilog=EXAMPLES)(diff)


def diff(
    old: Annotated[Path, typer.Argument(metavar="A", help="The earlier output folder or graph file.")],
    new: Annotated[Path, typer.Argument(metavar="B", help="The later one.")],
    form: Annotated[Format, typer.Option("--format", help="How the changes are printed.")] = Format.TABLE,
    lang: Annotated[str, typer.Option(help="Language of the words around the facts: zh or en.")] = "zh",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where the graphs differ.")] = False,
) -> None:
    """Show who came and who left, bodies and initiatives that appeared or vanished, and figures that changed."""
    from govgraph.store.diff import diff as compare  # noqa: PLC0415 - pyoxigraph; --help must not wait for it
    from govgraph.store.open import open_graph  # noqa: PLC0415

    changes = compare(open_graph(old), open_graph(new))
    typer.echo(_printed(changes, form, lang), nl=False)
    if changes and exit_code:
        raise typer.Exit(1)


def _printed(changes: tuple[Change, ...], form: Format, lang: str) -> str:
    """JSON and CSV speak in fixed English words, for programs; the table in the words of the reader."""
    rows = [asdict(change) for change in changes]
    match form:
        case Format.JSON:
            return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        case Format.CSV:
            out = io.StringIO()
            writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            return out.getvalue()
        case Format.TABLE:
            from govgraph.cli.table import table  # noqa: PLC0415 - rich, for people alone

            cells = [
                [_word(str(row[name]), lang) if name in COLUMNS[:2] else row[name] for name in COLUMNS] for row in rows
            ]
            return table([_word(name, lang) for name in COLUMNS], cells)


def _word(word: str, lang: str) -> str:
    return WORDS.get(word, word) if lang == "zh" else word
