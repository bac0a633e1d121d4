"""Where each node of the view stands, computed beforehand: the same facts, the same picture.

Nodes that belong to one jurisdiction form a group. Inside a group every node stands around the best-connected
neighbour that was placed before it: single leaves in a disc around their hub, hubs with leaves of their own in a ring
outside of it. Groups are packed in rows, the largest first. Nothing moves afterwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

Point = tuple[float, float]
Neighbours = Mapping[str, Sequence[str]]

STEP = 46.0  # distance between neighbouring leaves, in pixels of the picture at scale 1
GOLDEN = math.pi * (3 - math.sqrt(5))  # the angle of a sunflower: even discs of any size
WIDE = 1.7  # labels are wider than high


def positions(groups: Mapping[str, Sequence[str]], neighbours: Neighbours) -> dict[str, Point]:
    """A position for each node of each group."""
    balloons = {name: _balloons(sorted(nodes), neighbours) for name, nodes in groups.items()}
    order = sorted(balloons, key=lambda name: (-balloons[name][1], name))
    placed: dict[str, Point] = {}
    for name, (x, y) in zip(order, _rows([balloons[name][1] for name in order]), strict=True):
        for node, (dx, dy) in balloons[name][0].items():
            placed[node] = (round((x + dx) * WIDE, 1), round(y + dy, 1))
    return placed


def _rows(radii: list[float]) -> list[Point]:
    """Centres of circles set in rows, in order of falling size; the picture gets about as wide as high."""
    area = sum((2 * radius) ** 2 for radius in radii)
    width = max(math.sqrt(area), 2 * max(radii, default=0.0))
    centres: list[Point] = []
    x = y = height = 0.0
    for radius in radii:
        if x and x + 2 * radius > width * 1.01:
            x, y, height = 0.0, y + height, 0.0
        centres.append((x + radius, y + radius))
        x += 2 * radius
        height = max(height, 2 * radius)
    return centres


def _balloons(nodes: list[str], neighbours: Neighbours) -> tuple[dict[str, Point], float]:
    """Positions around (0, 0) of one group, and the radius that holds them all."""
    children = _forest(nodes, neighbours)
    placed: dict[str, Point] = {}
    radius = _place(None, children, 0.0, placed)
    return placed, radius + STEP


def _forest(nodes: list[str], neighbours: Neighbours) -> dict[str | None, list[str]]:
    """A spanning forest of a group: each tree begins at its best-connected node; roots are the children of None."""
    inside = set(nodes)
    degree = {node: sum(1 for other in neighbours.get(node, ()) if other in inside) for node in nodes}
    children: dict[str | None, list[str]] = {None: []}
    seen: set[str] = set()
    for root in sorted(nodes, key=lambda node: (-degree[node], node)):
        if root in seen:
            continue
        children[None].append(root)
        seen.add(root)
        queue = [root]
        for node in queue:
            fresh = sorted({n for n in neighbours.get(node, ()) if n in inside} - seen, key=lambda n: (-degree[n], n))
            children[node] = fresh
            seen.update(fresh)
            queue.extend(fresh)
    return children


def _place(node: str | None, children: Mapping[str | None, list[str]], depth: float, out: dict[str, Point]) -> float:
    """Place a node at (0, 0) with all below it around; return the radius that they need."""
    if node is not None:
        out[node] = (0.0, 0.0)
    below = children.get(node, [])
    leaves = [child for child in below if not children.get(child)]
    disc = _disc(leaves, out)
    hubs = [_subtree(child, children, depth + 1) for child in below if children.get(child)]
    if not hubs:
        return disc
    largest = max(radius for _, radius in hubs)
    ring = max(disc + largest, sum(2 * radius for _, radius in hubs) / (2 * math.pi)) + STEP / 2
    if node is None and len(hubs) == 1 and not leaves:
        ring = 0.0
    _around(hubs, ring, depth, out)
    return ring + largest


def _subtree(child: str, children: Mapping[str | None, list[str]], depth: float) -> tuple[dict[str, Point], float]:
    inner: dict[str, Point] = {}
    return inner, _place(child, children, depth, inner) + STEP / 2


def _disc(leaves: Iterable[str], out: dict[str, Point]) -> float:
    """Leaves in a sunflower around their hub."""
    distance = STEP / 2
    for index, leaf in enumerate(leaves, start=1):
        distance = STEP * math.sqrt(index + 1)
        out[leaf] = (distance * math.cos(index * GOLDEN), distance * math.sin(index * GOLDEN))
    return distance


def _around(hubs: list[tuple[dict[str, Point], float]], ring: float, turn: float, out: dict[str, Point]) -> None:
    """Hubs on a ring, each with an arc as wide as its own circle."""
    total = sum(radius for _, radius in hubs)
    angle = turn
    for inner, radius in hubs:
        angle += math.pi * radius / total
        x, y = ring * math.cos(angle), ring * math.sin(angle)
        out.update({node: (x + dx, y + dy) for node, (dx, dy) in inner.items()})
        angle += math.pi * radius / total
