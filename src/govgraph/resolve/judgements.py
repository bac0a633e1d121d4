"""What people have decided about two keys: same, different or unsure. Different goes before same, same before unsure.

A pair is symmetric. A judgement about keys that no document gives any more decides nothing; who keeps the decisions
says so (see the corrections).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govgraph.model import Key

Pairs = Mapping[tuple[Key, Key], str]


@dataclass(frozen=True, slots=True)
class Judgements:
    """Decisions by unordered pair."""

    pairs: Mapping[frozenset[Key], str]

    @classmethod
    def of(cls, pairs: Pairs | None) -> Judgements:
        """Decisions as given; of two about one pair the stricter stands."""
        rank = {"unsure": 0, "same": 1, "different": 2}
        kept: dict[frozenset[Key], str] = {}
        for ends, verdict in sorted((pairs or {}).items()):
            both = frozenset(ends)
            if rank[verdict] >= rank[kept.get(both, "unsure")]:
                kept[both] = verdict
        return cls(kept)

    def verdict(self, one: Key, two: Key) -> str:
        """What was decided about two keys; empty where nothing was."""
        return self.pairs.get(frozenset((one, two)), "")

    def all_same(self) -> list[tuple[Key, Key]]:
        """The pairs to be joined, sorted."""
        pairs = [sorted(both) for both, verdict in self.pairs.items() if verdict == "same" and len(both) == 2]
        return sorted((low, high) for low, high in pairs)
