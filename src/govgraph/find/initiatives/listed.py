"""Lists (清单): the works that a count announces, numbered one by one.

“十大工程”：1.某某二水源引水工程；2.某某公路 … announces works, and its items name them whether a verb stands before
them or not. An item begins behind its number and ends at the first mark; the list ends where the next number does not
follow. Which items name a work is decided in ``works``, as of one row that is summed up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from govgraph import numerals
from govgraph.find.initiatives.rows import Row, rows
from govgraph.model import Mention
from govgraph.seeds import Seeds

FAR = 400  # characters from one number to the next: what is told of a work
GAP = 2  # between what announces the list and its first number
FEWEST = 2
VERBS = ("v", "vn", "vd")
CIRCLED = ord("①") - 1


def lists(text: str, anchors: dict[int, Mention], seeds: Seeds) -> Iterator[Row]:
    """The items of each list, as one row of works."""
    for match in seeds.pattern("initiatives.announced").finditer(text):
        items = list(_items(text, match.end(), seeds))
        if len(items) >= FEWEST:
            members = (member for item in items for row in rows(*item, anchors, seeds) for member in row.members)
            things = tuple(member for member in members if not _done(member[1], seeds))
            yield Row(things, "", "works", "", "going", erected=True)


def _done(member: str, seeds: Seeds) -> bool:
    """True of what is done and builds nothing: 提高低保标准."""
    if seeds.pattern("initiatives.begins_with_verb").match(member):
        return True
    return not seeds.pattern("initiatives.work_name").search(member) and rjieba.tag(member)[0][1] in VERBS


def _items(text: str, at: int, seeds: Seeds) -> Iterator[tuple[int, str]]:
    """Where each item begins, and its text up to the first mark."""
    marks = list(_marks(text, at, seeds))
    for mark in marks:
        name = seeds.pattern("initiatives.item_name").match(text, mark.end())
        if name:
            yield name.start(), name[0]


def _marks(text: str, at: int, seeds: Seeds) -> Iterator[re.Match[str]]:
    """The numbers from one on, all of one form."""
    numbers = seeds.pattern("initiatives.item_number")
    first = numbers.search(text, at, at + GAP + len("（一）"))
    if first is None or first.start() > at + GAP or _ordinal(first) != 1:
        return
    yield first
    form, count, last = first.lastgroup, 1, first
    while True:
        found = (m for m in numbers.finditer(text, last.end(), last.end() + FAR) if m.lastgroup == form)
        after = next(found, None)
        if after is None or _ordinal(after) != count + 1:
            return
        yield after
        count, last = count + 1, after


def _ordinal(mark: re.Match[str]) -> int | None:
    """The number of a mark: 3 for 3., （三）, ③ and 三是."""
    written = mark[mark.lastgroup or 0]
    return ord(written) - CIRCLED if mark.lastgroup == "circled" else numerals.number(written)
