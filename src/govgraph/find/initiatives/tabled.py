"""Names in the task column of a table: 校园餐桌提升行动 beside its 牵头单位.

The whole cell is the name, without the verb before it; it must end with a head noun that says programme or project
(行动, 工程, 计划 …) and say which one. A cell that tells work in a sentence names nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph import grid
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

SHORTEST, LONGEST = 3, 26  # characters before the head noun
CHARGED = {"lead", "share"}


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:  # noqa: ARG001
    """The names in all tables that divide tasks."""
    string = prose.text.string
    for row in grid.rows(string, prose.paragraphs, seeds):
        if CHARGED.isdisjoint(cell.column for cell in row):
            continue
        for cell in row:
            if cell.column == "task":
                yield from _named(string, cell, seeds)


def _named(string: str, cell: grid.Cell, seeds: Seeds) -> Iterator[Mention]:
    text = string[cell.start : cell.end].rstrip()
    verb = max((v for v in seeds.forms("initiative_verbs") if text.startswith(v)), key=len, default="")
    name = text[len(verb) :]
    heads = {word.form: word.kind for word in seeds.words("initiative_named_heads") if name.endswith(word.form)}
    head = max(heads, key=len, default="")
    stem = name.removesuffix(head)
    if not head or not SHORTEST <= len(stem) <= LONGEST or seeds.pattern("initiatives.unfit").search(name):
        return
    if stem in seeds.forms("initiative_generic", "stem"):
        return
    start = cell.start + len(verb)
    attrs = (("kind", heads[head]), ("score", "3"))
    yield Mention(start, start + len(name), "initiative", name, name, "initiative.tabled", "strong", attrs)
