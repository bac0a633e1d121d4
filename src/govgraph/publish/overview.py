"""The first picture: everything, where that can be read, else at most forty places with how many things are in each.

Both are given to the page with their positions, before its data is unpacked: the page shows them at once. The groups
of an overview are the places at the deepest level of the gazetteer that has no more than forty with something in them;
a place with hardly anything in it, and what is more than forty, stands with the others. The page computes the same
groups when it has its data (``drawGroups`` in ``view/draw.js``).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from govgraph.model import Facts, Key
from govgraph.publish.homes import Order, chain, parents
from govgraph.publish.layout import bubbles, positions
from govgraph.publish.looks import LOOKS

EVERYTHING = 300  # things that are drawn at once
GROUPS = 40
SOME = 3  # things that make a place a group of its own
REST = -2  # stands for the places that are no group; -1 for what belongs to no place
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
    found = {thing.key: group[home[thing.key]] if thing.key in home else -1 for thing in facts.things}
    kept = _kept(Counter(found.values()))
    names = {key: number if number in kept else REST for key, number in found.items()}
    counts = Counter(names.values())
    shared = Counter(
        (min(ends), max(ends))
        for claim in facts.claims
        if len(ends := {names[claim.subject], names[claim.object]} - {-1, REST}) == 2
    )
    most = max(count for number, count in counts.items() if number != REST)
    sizes = {number: _radius(min(count, most), most) for number, count in counts.items()}
    where = bubbles({_name(number): size + _ROOM for number, size in sizes.items()})
    nodes = [
        _disc(number, short(facts.things[number].label) if number >= 0 else "", counts[number], sizes[number], where)
        for number in sorted(counts)
    ]
    edges: list[dict[str, object]] = [
        {"from": _name(one), "to": _name(two), "width": round(min(12.0, 1 + math.log2(times)), 1)}
        for (one, two), times in sorted(shared.items())
    ]
    return Picture("overview", nodes, edges)


def _name(number: int) -> str:
    return "grest" if number == REST else f"g{number}"


def _kept(counts: Counter[int]) -> set[int]:
    """The groups that stand for themselves: forty at most, with the others."""
    order = sorted(counts, key=lambda each: (-counts[each], each))
    largest = [each for each in order if counts[each] >= SOME] or order
    return set(largest[: GROUPS - 1] if len(counts) > min(GROUPS, len(largest)) else largest)


def _radius(count: int, most: int) -> float:
    return round(_LEAST + (_MOST - _LEAST) * math.sqrt(count / most), 1)


def _disc(
    number: int, label: str, count: int, size: float, where: Mapping[str, tuple[float, float]]
) -> dict[str, object]:
    x, y = where[_name(number)]
    color = LOOKS["Place"].color if number >= 0 else LOOKS["Post"].color
    look = {"shape": "dot", "color": color, "size": size}
    return {"id": _name(number), "label": f"{label}\n{count:,}", "x": x, "y": y, **look}


def _groups(home: Mapping[Key, Key], larger: Mapping[Key, Key], index: Mapping[Key, int]) -> dict[Key, int]:
    """Place to the number of the place that stands for it in the overview."""
    paths = {place: [each for each in chain(place, larger) if each in index] for place in sorted(set(home.values()))}
    things = Counter(home.values())
    group: dict[Key, int] = {}
    for depth in range(max(map(len, paths.values()), default=0), 0, -1):
        group = {place: index[path[min(depth, len(path)) - 1]] for place, path in paths.items()}
        counts: Counter[int] = Counter()
        for place, count in things.items():
            counts[group[place]] += count
        if sum(count >= SOME for count in counts.values()) < GROUPS:
            break
    return group
