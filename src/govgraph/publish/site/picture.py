"""The neighbourhood of a thing as positions of an SVG: itself in the middle, its neighbours in a column on either side.

Two columns keep every label readable; what has no room is counted, and is in the list of facts.
"""

from __future__ import annotations

from typing import NamedTuple

from govgraph.publish.site.known import Pair, Ref
from govgraph.publish.site.told import Group

MOST = 16
WIDE, ROW, SIDE = 720, 40, 240
LABEL = 15


class Spot(NamedTuple):
    """A neighbour."""

    ref: Ref
    label: str
    relation: Pair
    x: int
    y: int
    text: int  # where its label begins
    anchor: str


class Picture(NamedTuple):
    """All that the template draws."""

    spots: tuple[Spot, ...]
    width: int
    height: int
    left: int  # neighbours that are not drawn


def picture(groups: tuple[Group, ...]) -> Picture:
    """The neighbours by relation, each once."""
    found: dict[Ref, Pair] = {}
    for group in groups:
        for item in group.items:
            if item.ref:
                found.setdefault(item.ref, group.title)
    drawn = list(found.items())[:MOST]
    rows = (len(drawn) + 1) // 2
    spots = tuple(_spot(at, ref, relation, rows, len(drawn)) for at, (ref, relation) in enumerate(drawn))
    return Picture(spots, WIDE, max(rows * ROW, 100) + 20, len(found) - len(drawn))


def _spot(at: int, ref: Ref, relation: Pair, rows: int, total: int) -> Spot:
    right = at >= rows
    row, inside = (at - rows, total - rows) if right else (at, rows)
    height = max(rows * ROW, 100) + 20
    y = round(height / 2 + (row - (inside - 1) / 2) * ROW)
    x = WIDE - SIDE if right else SIDE
    label = ref.label if len(ref.label) <= LABEL else ref.label[: LABEL - 1] + "…"
    return Spot(ref, label, relation, x, y, x + 14 if right else x - 14, "start" if right else "end")
