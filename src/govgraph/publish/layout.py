"""Where each node of the view stands, computed beforehand: the same facts, the same picture.

Nodes that belong to one jurisdiction form a group. Inside a group each node stands around the best-connected neighbour
that was placed before it. Everything is a circle that holds smaller circles (a leaf, a hub with what stands around it,
a group), and circles are packed around a middle, the largest first, each in the first free place of a spiral.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

Point = tuple[float, float]
Neighbours = Mapping[str, Sequence[str]]

LEAF = 24.0  # radius of a node with its label, in pixels of the picture at scale 1
GAP = 8.0  # between a hub with its own and the next
WIDE = 1.3  # windows are wider than high
TURN = 2.4  # radians, about the golden angle: what stands around something begins elsewhere each time, so chains curl


class Circle(NamedTuple):
    """Nodes at fixed places around a middle, and the radius that holds them."""

    radius: float
    name: str
    nodes: dict[str, Point]


def positions(groups: Mapping[str, Sequence[str]], neighbours: Neighbours) -> dict[str, Point]:
    """A position for each node of each group."""
    circles = [_group(name, sorted(groups[name]), neighbours) for name in sorted(groups)]
    placed = _packed("", circles, 0.0).nodes
    return {node: (round(x * WIDE, 1), round(y, 1)) for node, (x, y) in placed.items()}


def bubbles(sizes: Mapping[str, float]) -> dict[str, Point]:
    """A position for each disc of some radius, none over another, the largest in the middle."""
    circles = [Circle(radius, name, {name: (0.0, 0.0)}) for name, radius in sizes.items()]
    return {name: (round(x * WIDE, 1), round(y, 1)) for name, (x, y) in _packed("", circles, 0.0).nodes.items()}


def _group(name: str, nodes: list[str], neighbours: Neighbours) -> Circle:
    """One jurisdiction: its trees, packed."""
    children, roots = _forest(nodes, neighbours)
    trees = [_tree(root, children) for root in roots]
    return _packed(name, trees, 0.0)._replace(name=name)


def _forest(nodes: list[str], neighbours: Neighbours) -> tuple[dict[str, list[str]], list[str]]:
    """A spanning forest: each tree begins at its best-connected node and spreads breadth first."""
    inside = set(nodes)
    degree = {node: sum(1 for other in neighbours.get(node, ()) if other in inside) for node in nodes}
    children: dict[str, list[str]] = {}
    roots: list[str] = []
    seen: set[str] = set()
    for root in sorted(nodes, key=lambda node: (-degree[node], node)):
        if root in seen:
            continue
        roots.append(root)
        seen.add(root)
        queue = [root]
        for node in queue:
            fresh = {other for other in neighbours.get(node, ()) if other in inside} - seen
            children[node] = sorted(fresh, key=lambda other: (-degree[other], other))
            seen |= fresh
            queue += children[node]
    return children, roots


def _tree(root: str, children: Mapping[str, list[str]]) -> Circle:
    """A node with all below it; depth first without recursion, since a chain may be as long as the graph."""
    order = [root]
    for node in order:
        order += children[node]
    done: dict[str, Circle] = {}
    for node in reversed(order):
        below = [done.pop(child) for child in children[node]]
        inner = _packed(node, below, LEAF)
        done[node] = _centred(node, {node: (0.0, 0.0), **inner.nodes})
    return done[root]


def _centred(name: str, nodes: Mapping[str, Point]) -> Circle:
    """Nodes moved so that their circle is small: a hub with one leaf needs no room on its other side."""
    across, down = [x for x, _ in nodes.values()], [y for _, y in nodes.values()]
    x, y = (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
    moved = {node: (a - x, b - y) for node, (a, b) in nodes.items()}
    return Circle(max(math.hypot(a, b) for a, b in moved.values()) + LEAF + (GAP if len(nodes) > 1 else 0), name, moved)


def _packed(name: str, circles: Sequence[Circle], middle: float) -> Circle:
    """Circles around a middle of some radius, the largest first, none over another."""
    order = sorted(circles, key=lambda each: (-each.radius, each.name))
    taken: list[tuple[float, float, float]] = [(0.0, 0.0, middle)] if middle else []
    turn = TURN * sum(len(circle.nodes) for circle in circles)
    nodes: dict[str, Point] = {}
    places, last = iter(((0.0, 0.0),)), 0.0
    for circle in order:
        if taken and circle.radius != last:  # what was too narrow for a circle stays too narrow for its equals
            places, last = _spiral(taken[0][2] + circle.radius, max(LEAF, circle.radius) / 3, turn), circle.radius
        x, y = next(place for place in places if _free(place, circle.radius, taken))
        taken.append((x, y, circle.radius))
        nodes.update({node: (x + dx, y + dy) for node, (dx, dy) in circle.nodes.items()})
    return Circle(max((math.hypot(x, y) + radius for x, y, radius in taken), default=0.0), name, nodes)


def _free(place: Point, radius: float, taken: Sequence[tuple[float, float, float]]) -> bool:
    x, y = place
    return all((x - a) ** 2 + (y - b) ** 2 >= ((radius + other) * 0.999) ** 2 for a, b, other in taken)


def _spiral(radius: float, step: float, angle: float) -> Iterator[Point]:
    """Places further and further from the middle, about a step apart."""
    while True:
        yield radius * math.cos(angle), radius * math.sin(angle)
        angle += step / radius
        radius += step * step / (2 * math.pi * radius)
