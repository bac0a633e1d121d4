"""The statements of more facts than memory holds, sorted by subject on a disk.

Each value is told at once, as :mod:`govgraph.publish.graph` tells it, and its rows are written down under their
subject; sorted runs are merged when the graph is written. What is said is the same, and in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from govgraph.publish.literals import Literal
from govgraph.publish.nodes import Row
from govgraph.shelf import Room, Sorter

Part = tuple[str, str, str]  # subject, whose identity the subject is if it is one, rows


def part(subject: str, identity: str, rows: Iterable[Row]) -> Part:
    """Rows about a subject as one line."""
    plain = [(name, value) if isinstance(value, str) else (name, *value) for name, value in rows]
    return subject, identity, json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def sorted_parts(parts: Iterable[Part], room: Room) -> Sorter[Part]:
    """All of them, ready to be merged."""
    sorter = Sorter[Part](room, Part)
    for each in parts:
        sorter.add((each,))
    return sorter


def subjects(parts: Iterable[Part]) -> Iterator[tuple[str, set[str], list[Row]]]:
    """Each subject once, with the identities that claim it and all rows."""
    for subject, same in groupby(parts, key=itemgetter(0)):
        rows: list[Row] = []
        identities: set[str] = set()
        for _, identity, text in same:
            identities.add(identity)
            rows += [(row[0], row[1] if len(row) == 2 else Literal(*row[1:])) for row in json.loads(text)]
        yield subject, identities - {""}, rows
