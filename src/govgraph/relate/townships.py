"""Which township or village 镇政府, 乡长 and 村主任 mean: that of the class which the text spoke of last, else next.

News of a county tells of one township after another; the document's own place has no class 镇 on its way up. A class
that no township of the document answers to stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from govgraph.model import Mention

CLASSES = ("镇", "乡", "街道", "村", "社区")
# 城镇, 乡镇 and 街道 alone are no names.
SHORTEST = 3


class Townships:
    """The townships that a document names, by class and in order of the text."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """Places, and the jurisdictions of bodies."""
        self.named: dict[str, list[tuple[int, str]]] = {}
        for mention in mentions:
            name = mention.name if mention.kind == "place" else mention.get("jurisdiction")
            if name.endswith(CLASSES) and len(name) >= SHORTEST:
                written = next(c for c in CLASSES if name.endswith(c))
                self.named.setdefault(written, []).append((mention.start, name))

    def nearest(self, written: str, at: int) -> str:
        """The name of the township that a class character means at a position; empty where there is none."""
        named = self.named.get(written)
        return named[max(0, bisect_right(named, (at, "\uffff")) - 1)][1] if named else ""
