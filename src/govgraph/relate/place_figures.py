"""Indicators of the document's place: 肉牛饲养量达到132万头 is a figure of the city whose report it is.

A clause counts that begins with a noun phrase, whose head is an indicator's (量, 额, 率, 收入 …), and leads straight to
its number; where it begins with a town or a company, the number is theirs. A second number right behind (、增长9.8%) is
of the same subject. Which year is meant follows from the heading, else from the sentence that last began with a year.
Lists that share a verb (分别达到) or a row of places (甲镇、乙镇投资增长) are left out: which number is whose is a
guess. Measures without a subject of their own (总投资, 占地面积) belong to some project.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from govgraph.model import Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.owners import DIVISIONS
from govgraph.seeds import Seeds

REACH = 44  # characters that a clause may have before its number


class Indicator(NamedTuple):
    """What a number of the place counts, and where the words for it begin."""

    start: int
    measure: str


class PlaceFigures:
    """Reads the clauses of one document; keeps the last subject for the number right behind it."""

    def __init__(self, string: str, seeds: Seeds) -> None:
        """Note where the text turns to another year."""
        self.string, self.seeds = string, seeds
        opening = seeds.pattern("figures.year_opening")
        self.years = [(match.start("year"), match["year"]) for match in opening.finditer(string)]
        self.last: tuple[int, Indicator] | None = None

    def read(self, start: int, quantity: Mention) -> Indicator | None:
        """The indicator that leads to a number, within the sentence that begins at ``start``."""
        low = max(start, quantity.start - REACH)
        window = self.string[low : quantity.start]
        found = self._clause(low, window) or self._again(window, quantity)
        self.last = (quantity.end, found) if found else None
        return found

    def _clause(self, low: int, window: str) -> Indicator | None:
        match = self.seeds.pattern("figures.clause").search(window)
        ownerless = self.seeds.pattern("figures.ownerless")
        if match is None or "分别" in match[0] or ownerless.search(match["measure"]):
            return None
        return Indicator(low + match.start("measure"), match["measure"] + _change(match["verb"], self.seeds))

    def _again(self, window: str, quantity: Mention) -> Indicator | None:
        """A number right behind another: 达到80万吨，增长5%."""
        if self.last is None or not 0 < quantity.start - self.last[0] <= len(window):
            return None
        match = self.seeds.pattern("figures.again").fullmatch(self.string, self.last[0], quantity.start)
        before = self.last[1]
        return Indicator(before.start, before.measure + _change(match["verb"], self.seeds)) if match else None

    def year(self, position: int) -> str:
        """The year that the text speaks of at a position; empty where it has not said."""
        index = bisect_right(self.years, (position, "9"))
        return self.years[index - 1][1] if index else ""


def named(bound: Sequence[Bound], position: int, register: Register) -> Bound | None:
    """The division or body that a clause begins with; of 甲县乙镇 the last."""
    found = None
    for item in sorted(bound, key=lambda b: (b.start, -b.end)):
        if item.start != (found.end if found else position) or item.key.kind not in ("Body", "Place"):
            continue
        draft = register.drafts.get(item.key)
        if item.key.kind == "Body" or (draft and draft.attrs.get("kind") in DIVISIONS):
            found = item
    return found


def _change(verb: str, seeds: Seeds) -> str:
    """The verb where it makes another figure of the same subject: 增长, 下降."""
    verb = seeds.pattern("figures.bound").sub("", verb)
    return "" if verb in seeds.forms("grammar", "level") else verb.removeprefix("同比").removeprefix("比上年")
