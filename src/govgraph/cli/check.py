"""``govgraph check``: a graph against the shapes of the ontology."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.table import visible
from govgraph.errors import CheckError

EXAMPLES = """\b
Examples:
  govgraph check out/
  govgraph check out/graph.ttl --lang en
"""

_SEVERITIES = {("zh", "Violation"): "违反", ("zh", "Warning"): "警告", ("zh", "Info"): "提示"}


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("check", epilog=EXAMPLES)(check)


def check(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Output folder of build, or a graph file.")] = Path(
        "out"
    ),
    lang: Annotated[str, typer.Option(help="Language of the messages: zh or en.")] = "zh",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print what does not hold only.")] = False,
) -> None:
    """Check a graph against the SHACL shapes of the ontology."""
    from govgraph.store.check import check as look  # noqa: PLC0415 - pySHACL; --help must not wait for it

    broken = look(folder, lang)
    for rule in broken:
        severity = _SEVERITIES.get((lang, rule.severity), rule.severity)
        said = " ".join(part for part in (severity, f"× {rule.count}", rule.kind, rule.message, rule.path) if part)
        typer.echo(visible(said), err=True)
        for case in rule.cases:
            facts = "  ".join(part for part in (case.node, case.label, case.value) if part)
            source = f"  “{case.quote}” {case.where}" if case.quote else ""
            typer.echo(visible(f"    {facts}{source}"), err=True)
    if any(rule.severity == "Violation" for rule in broken):
        raise CheckError(f"{folder} breaks {len(broken)} rules of ontology/shapes.ttl")
    if not quiet:
        typer.echo("the graph conforms to ontology/shapes.ttl")
