"""Union-find that keeps apart what must stay apart: a cannot-link is checked before any closure.

Strong links are followed in order, and one that would bring two apart-things together is not followed. Weak links say
"the same unless something else": a whole group of weakly linked clusters is joined only where no two of them are at
odds, so that which of two rivals a third one joins never depends on the order of documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Clusters(Generic[Item]):
    """Items in disjoint clusters."""

    def __init__(self, items: Sequence[Item], apart: Callable[[Item, Item], bool]) -> None:
        """Each item alone; ``apart`` is symmetric."""
        self._apart = apart
        self._members: dict[int, list[Item]] = {index: [item] for index, item in enumerate(items)}
        self._home = {item: index for index, item in enumerate(items)}

    def join(self, one: Item, two: Item) -> bool:
        """Make one cluster of two; false where something in them must stay apart."""
        low, high = sorted((self._home[one], self._home[two]))
        if low == high:
            return True
        if any(self._apart(a, b) for a in self._members[low] for b in self._members[high]):
            return False
        moved = self._members.pop(high)
        self._members[low] += moved
        self._home.update((item, low) for item in moved)
        return True

    def join_all(self, pairs: Iterable[tuple[Item, Item]], odds: Callable[[Item, Item], bool]) -> None:
        """Join groups of clusters along weak links where nobody in a group is at odds with another."""
        beside: dict[int, set[int]] = defaultdict(set)
        for one, two in pairs:
            low, high = self._home[one], self._home[two]
            if low != high:
                beside[low].add(high)
                beside[high].add(low)
        for group in _connected(beside):
            members = [item for index in group for item in self._members[index]]
            if not any(odds(a, b) for at, a in enumerate(members) for b in members[:at]):
                for index in group[1:]:
                    self.join(self._members[group[0]][0], self._members[index][0])

    def all(self) -> list[list[Item]]:
        """Every cluster."""
        return [self._members[index] for index in sorted(self._members)]

    def together(self, one: Item, two: Item) -> bool:
        """True for items of one cluster."""
        return self._home[one] == self._home[two]


def _connected(beside: dict[int, set[int]]) -> list[list[int]]:
    """The connected groups of a graph, each sorted."""
    seen: set[int] = set()
    groups: list[list[int]] = []
    for start in sorted(beside):
        if start in seen:
            continue
        queue = [start]
        seen.add(start)
        for node in queue:
            queue += sorted(beside[node] - seen)
            seen |= beside[node]
        groups.append(sorted(queue))
    return groups
