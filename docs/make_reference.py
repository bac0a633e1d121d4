"""``docs/reference.md`` from the code: commands, named queries, functions, settings.

``python docs/make_reference.py`` writes it.
The suite compares the file with what this makes, so that the reference is never behind the code.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import typer

import govgraph
from govgraph.api import KnowledgeGraph
from govgraph.api.entity import Entity
from govgraph.api.picture import View
from govgraph.api.table import Table
from govgraph.cli.app import app
from govgraph.settings import Settings
from govgraph.store.query import available

FILE = Path(__file__).parent / "reference.md"
HEAD = """# Reference

Made from the code by `python docs/make_reference.py`; the suite checks that it is current. Tasks are in
[how-to.md](how-to.md), the terms of the graph in [ontology/govgraph.ttl](../ontology/govgraph.ttl).
"""


def text() -> str:
    """The whole file."""
    parts = (HEAD.splitlines(), _commands(), _queries(), _python(), _settings())
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _commands() -> Iterator[str]:
    yield from ("", "## Commands", "")
    for name, command in _leaves("govgraph", typer.main.get_command(app())):
        yield from (f"### {name}", "", _line(command.help or ""), "")
        rows = [row for parameter in command.params if (row := _parameter(parameter))]
        yield from (("| option | what it does |", "|---|---|", *rows, "") if rows else ())


def _leaves(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """A command, or those below it, in their order."""
    below = getattr(command, "commands", None)
    if below is None:
        yield name, command
        return
    for each, found in below.items():
        yield from _leaves(f"{name} {each}", found)


def _parameter(parameter: Any) -> str:
    if "--help" in parameter.opts:
        return ""
    shown = ", ".join(f"`{option}`" for option in (*parameter.opts, *parameter.secondary_opts))
    if not parameter.opts[0].startswith("-"):
        shown = f"`{parameter.metavar or parameter.name.upper()}`"
    return f"| {_cell(shown)} | {_cell(_line(getattr(parameter, 'help', '') or ''))} |"


def _queries() -> Iterator[str]:
    yield from ("## Named queries", "", "| name | question | 问题 | parameters |", "|---|---|---|---|")
    for query in available():
        taken = ", ".join(f"`--{p.name}`" + ("" if p.optional else " (needed)") for p in query.parameters)
        yield f"| `{query.name}` | {_cell(query.en)} | {_cell(query.zh)} | {taken} |"


def _python() -> Iterator[str]:
    yield from ("", "## Python", "")
    for name in ("build", "load"):
        yield from _function(f"govgraph.{name}", getattr(govgraph, name))
    for kind in (KnowledgeGraph, Table, Entity, View):
        yield from (f"### {kind.__name__}", "", _line(inspect.getdoc(kind) or ""), "")
        for name, member in vars(kind).items():
            if not name.startswith("_"):
                yield from _member(name, member)
        yield ""


def _member(name: str, member: Any) -> Iterator[str]:
    if inspect.isfunction(member):
        yield f"- `.{name}{_signature(member)}`: {_line(inspect.getdoc(member) or '')}"
    elif hasattr(member, "func"):  # a cached property
        yield f"- `.{name}`: {_line(inspect.getdoc(member.func) or '')}"


def _function(name: str, function: Any) -> Iterator[str]:
    yield from (f"### {name}", "", f"`{name}{_signature(function)}`", "", _line(inspect.getdoc(function) or ""), "")


def _signature(function: Any) -> str:
    """As it is written, without ``self``."""
    found = inspect.signature(function)
    kept = [each for each in found.parameters.values() if each.name != "self"]
    shown = str(found.replace(parameters=kept)).replace("'", "")
    return re.sub(r"\(/, ", "(", shown)


def _settings() -> Iterator[str]:
    yield from (
        "## Settings",
        "",
        "`govgraph.settings.Settings`, given to `build`:",
        "",
        "| field | default |",
        "|---|---|",
    )
    for field in dataclasses.fields(Settings):
        yield f"| `{field.name}` | `{field.default}` |"


def _line(told: str) -> str:
    """The first paragraph, on one line."""
    return (
        " ".join(click.unstyle(told).split("\n\n")[0].split())
        .replace("<", "&lt;")
        .replace(":meth:", "")
        .replace("``", "`")
    )


def _cell(told: str) -> str:
    return told.replace("|", "\\|")


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
