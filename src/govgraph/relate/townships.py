"""Which place 镇政府, 乡长, 村主任 or, in news of a city, 区长 mean: that of the class which the text spoke of last.

News of a county tells of one township after another, news of a city of its districts; the document's own place has no
class 镇 on its way up. A township or village is also found when it is spoken of only later; a county or district counts
only close before. A class that no place of the document answers to stays open.

A zone is called by its kind alone as well: that of free trade is its province's (:func:`state_zones`).

In the paper of a province 市委 and 州政协 are of the prefecture in which the places that it names are: of the one that
it names close before, else of the only one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from govgraph.gazetteer import Division, Gazetteer
from govgraph.model import Mention
from govgraph.relate.sites import Site, answers
from govgraph.seeds import Seeds

LOCAL = ("镇", "乡", "街道", "苏木", "村", "社区", "嘎查")
COUNTIES = ("市", "县", "区", "旗", "州", "盟", "省")
BELOW = COUNTIES[1:4]  # of these a text about a city often names one
# 城镇, 乡镇 and 街道 alone are no names; how far a district may be named before.
SHORTEST, CLOSE = 3, 300
# Classes of the divisions between a province and its counties; how the code of a province ends.
PREFECTURES, PROVINCE = (COUNTIES[0], *COUNTIES[4:6]), "0000"


class Townships:
    """The places that a document names below or beside its own, by class and in order of the text."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """Places, and the jurisdictions of bodies."""
        self.named: dict[str, list[tuple[int, str]]] = {}
        self.inside: list[tuple[int, Division]] = []
        self.above = False  # the document is of a county or more, where 镇人大 may be any of them
        for mention in mentions:
            name = mention.name if mention.kind == "place" else mention.get("jurisdiction")
            known = mention.get("codes") if mention.kind == "place" and mention.strength == "strong" else ""
            classes = (*LOCAL, *(COUNTIES if known else ()))
            if name.endswith(classes) and len(name) >= SHORTEST:
                written = next(c for c in classes if name.endswith(c))
                self.named.setdefault(written, []).append((mention.start, name))

    def of_province(self, own: Site | None, places: Iterable[Mention], gazetteer: Gazetteer) -> Townships:
        """Note the prefectures of a province's own paper, by what it names in them; the same object."""
        self.above = own is not None and len(own.code) == len(PROVINCE) + 2
        if own is None or not own.code.endswith(PROVINCE):
            return self
        for place in places:
            code = place.get("codes")
            if len(code) == len(own.code) and gazetteer.within(code, own.code):
                above = gazetteer.chain(code)[:-1]
                self.inside += [(place.start, division) for division in above if division.level == "prefecture"]
        return self

    def _prefecture(self, written: str, at: int) -> str:
        """The prefecture of a class that the places close before lie in, else the only one of the text."""
        fits = [(start, division.name) for start, division in self.inside if answers(division.name, written)]
        before = [name for start, name in fits if 0 <= at - start <= CLOSE]
        only = {name for _, name in fits}
        return before[-1] if before else only.pop() if len(only) == 1 else ""

    def nearest(self, written: str, at: int) -> str:
        """The name of the place that a class character means at a position; empty where there is none."""
        named = self.named.get(written, [])
        index = bisect_right(named, (at, "\uffff")) - 1
        if index >= 0 and ((written in LOCAL and not self.above) or at - named[index][0] <= CLOSE):
            return named[index][1]
        if written in LOCAL and self.above:
            return ""
        only = written in BELOW and len({name for _, name in named}) == 1  # the one district that the text names
        if named and (only or written in LOCAL):
            return named[0][1]
        return self._prefecture(written, at) if written in PREFECTURES else ""


def state_zones(seeds: Seeds) -> dict[str, str]:
    """The zones of the state by the names that they have with their province; words that name none alone are empty."""
    zones = dict.fromkeys(seeds.forms("place_suffixes", "zone"), "")
    return zones | {word.form: word.canonical for word in seeds.words("grammar", "free_trade")}
