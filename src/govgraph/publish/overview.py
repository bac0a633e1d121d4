"""The first picture: everything, where that can be read, else at most forty places with how many things are in each.

Both are given to the page with their positions, before its data is unpacked: the page shows them at once. The groups
of an overview are the places at the deepest level of the gazetteer that has no more than forty.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govgraph.model import Facts, Key
from govgraph.publish.homes import Order, chain, parents
from govgraph.publish.layout import bubbles, positions
from govgraph.publish.looks import LOOKS

EVERYTHING = 300  # things that are drawn at once
GROUPS = 40
HUB = 6  # things with so many neighbours are drawn larger
LABEL = 14  # characters of a label in the picture; the panel has the whole name
_LEAST, _MOST = 16.0, 70.0  # radius of the discs of an overview
_ROOM = 46.0  # around a disc, for its label


class Picture(NamedTuple):
    """Nodes and edges as vis-network wants them, and what they are."""

    mode: str  # things or overview
    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]


def first(facts: Facts, home: Mapping[Key, Key], order: Order) -> Picture:
    """What a page shows first; the things of ``facts`` in the order of the page, ``home`` their places."""
    index = {thing.key: number for number, thing in enumerate(facts.things)}
    if len(facts.things) <= EVERYTHING:
        return _everything(facts, index, home)
    return _overview(facts, index, home, order)


def short(label: str) -> str:
    """A label as the picture has room for it."""
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


def _everything(facts: Facts, index: Mapping[Key, int], home: Mapping[Key, Key]) -> Picture:
    ends = {(index[claim.subject], index[claim.object]) for claim in facts.claims}
    neighbours: dict[str, list[str]] = defaultdict(list)
    for start, end in sorted(ends):
        neighbours[f"n{start}"].append(f"n{end}")
        neighbours[f"n{end}"].append(f"n{start}")
    groups: dict[str, list[str]] = defaultdict(list)
    for key, number in index.items():
        groups[f"{index[home[key]]:06}" if key in home else ""].append(f"n{number}")
    where = positions(groups, neighbours)
    nodes = [_node(f"n{n}", thing.key.kind, thing.label, where, neighbours) for n, thing in enumerate(facts.things)]
    edges: list[dict[str, object]] = [{"from": f"n{start}", "to": f"n{end}"} for start, end in sorted(ends)]
    return Picture("things", nodes, edges)


def _node(
    name: str, kind: str, label: str, where: Mapping[str, tuple[float, float]], neighbours: Mapping[str, list[str]]
) -> dict[str, object]:
    x, y = where[name]
    size = 18 if len(set(neighbours.get(name, ()))) >= HUB else 11
    return {
        "id": name,
        "label": short(label),
        "x": x,
        "y": y,
        "shape": LOOKS[kind].shape,
        "color": LOOKS[kind].color,
        "size": size,
    }


def _overview(facts: Facts, index: Mapping[Key, int], home: Mapping[Key, Key], order: Order) -> Picture:
    group = _groups(home, parents(facts, order), index)
    names = {thing.key: group.get(home[thing.key], -1) if thing.key in home else -1 for thing in facts.things}
    counts = Counter(names.values())
    shared = Counter(
        (min(ends), max(ends))
        for claim in facts.claims
        if len(ends := {names[claim.subject], names[claim.object]} - {-1}) == 2
    )
    sizes = {number: _radius(count, max(counts.values())) for number, count in counts.items()}
    where = bubbles({f"g{number}": size + _ROOM for number, size in sizes.items()})
    nodes = [
        _disc(number, short(facts.things[number].label) if number >= 0 else "", counts[number], sizes[number], where)
        for number in sorted(counts)
    ]
    edges: list[dict[str, object]] = [
        {"from": f"g{one}", "to": f"g{two}", "width": round(min(12.0, 1 + math.log2(times)), 1)}
        for (one, two), times in sorted(shared.items())
    ]
    return Picture("overview", nodes, edges)


def _radius(count: int, most: int) -> float:
    return round(_LEAST + (_MOST - _LEAST) * math.sqrt(count / most), 1)


def _disc(
    number: int, label: str, count: int, size: float, where: Mapping[str, tuple[float, float]]
) -> dict[str, object]:
    x, y = where[f"g{number}"]
    color = LOOKS["Place"].color if number >= 0 else LOOKS["Post"].color
    look = {"shape": "dot", "color": color, "size": size}
    return {"id": f"g{number}", "label": f"{label}\n{count:,}", "x": x, "y": y, **look}


def _groups(home: Mapping[Key, Key], larger: Mapping[Key, Key], index: Mapping[Key, int]) -> dict[Key, int]:
    """Place to the number of the place that stands for it in the overview."""
    paths = {place: [each for each in chain(place, larger) if each in index] for place in sorted(set(home.values()))}
    for depth in range(max(map(len, paths.values()), default=0), 0, -1):
        group = {place: path[min(depth, len(path)) - 1] for place, path in paths.items()}
        if len(set(group.values())) < GROUPS:
            return {place: index[top] for place, top in group.items()}
    return _largest(Counter(index[paths[place][0]] for place in home.values()), paths, index)


def _largest(counts: Counter[int], paths: Mapping[Key, Sequence[Key]], index: Mapping[Key, int]) -> dict[Key, int]:
    """The most frequent of too many tops; the rest stands together."""
    kept = set(sorted(counts, key=lambda number: (-counts[number], number))[: GROUPS - 1])
    return {place: index[path[0]] for place, path in paths.items() if index[path[0]] in kept}
