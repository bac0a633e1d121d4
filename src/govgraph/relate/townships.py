"""Which place 镇政府, 乡长, 村主任 or, in news of a city, 区长 mean: that of the class which the text spoke of last.

News of a county tells of one township after another, news of a city of its districts; the document's own place has no
class 镇 on its way up. A township or village is also found when it is spoken of only later; a county or district counts
only close before. A class that no place of the document answers to stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from govgraph.model import Mention

LOCAL = ("镇", "乡", "街道", "苏木", "村", "社区", "嘎查")
COUNTIES = ("市", "县", "区", "旗", "州", "盟", "省")
BELOW = COUNTIES[1:4]  # of these a text about a city often names one
# 城镇, 乡镇 and 街道 alone are no names; how far a district may be named before.
SHORTEST, CLOSE = 3, 300


class Townships:
    """The places that a document names below or beside its own, by class and in order of the text."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """Places, and the jurisdictions of bodies."""
        self.named: dict[str, list[tuple[int, str]]] = {}
        for mention in mentions:
            name = mention.name if mention.kind == "place" else mention.get("jurisdiction")
            known = mention.get("codes") if mention.kind == "place" and mention.strength == "strong" else ""
            classes = (*LOCAL, *(COUNTIES if known else ()))
            if name.endswith(classes) and len(name) >= SHORTEST:
                written = next(c for c in classes if name.endswith(c))
                self.named.setdefault(written, []).append((mention.start, name))

    def nearest(self, written: str, at: int) -> str:
        """The name of the place that a class character means at a position; empty where there is none."""
        named = self.named.get(written, [])
        index = bisect_right(named, (at, "\uffff")) - 1
        if index >= 0 and (written in LOCAL or at - named[index][0] <= CLOSE):
            return named[index][1]
        only = written in BELOW and len({name for _, name in named}) == 1  # the one district that the text names
        return named[0][1] if named and (only or written in LOCAL) else ""
