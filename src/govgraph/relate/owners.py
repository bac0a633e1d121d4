"""Whose an initiative is, said right before its name: 县公安局“夜巡”行动, 甲公司二期项目, 王某领衔的“甲”工作室.

A place owns a quoted name only, and in a report of the government what stands behind a verb of doing (实施甲市“强心”
战略) is the report's own work, for that place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.model import Key
from govgraph.relate.drafts import Bound
from govgraph.relate.issuer import AUTHORS, Issuer
from govgraph.relate.naming import Register
from govgraph.seeds import Seeds

DIVISIONS = ("province", "prefecture", "county", "township", "village", "zone", "township_zone")
# Whose name a project begins with is who builds it; in a report of the government only a company.
OWNERS = ("enterprise", "school", "university", "hospital")
PASSIVE = ("station", "other")  # kinds of bodies that others work on
REACH = 12  # characters before a place that are read for a verb of doing
STEM = 4  # characters of a city before the name of a company that a project begins with
SHORTEST = 8  # characters of a name that no other group can be called by
NEAR = 16  # characters that may stand between an owner and a quoted name


@dataclass(frozen=True, slots=True)
class Actor:
    """Those who run an initiative, where they are named, and how the text says it."""

    keys: tuple[Key, ...]
    start: int
    end: int
    rule: str
    certainty: str = "stated"


class Owners:
    """Finds the owners of the initiatives of one document."""

    def __init__(self, register: Register, issuer: Issuer, seeds: Seeds) -> None:
        """Kinds of bodies and places come from the register."""
        self.register, self.issuer, self.seeds = register, issuer, seeds
        self.string = register.prose.text.string
        self.told = register.context.genre not in AUTHORS  # by somebody else than who acts
        named, ends = sorted({b.key for b in register.bound if b.key.kind == "Body"}), seeds.pattern("actors.group_of")
        self.groups = [key for key in named if ends.search(key.name)]

    def before(self, item: Bound, bound: Sequence[Bound]) -> Actor | None:
        """The body, or the place of a quoted name, right before it; or the company that a project begins with."""
        fits = [b for b in bound if self._owns(b, item)]
        if not fits:
            return None
        nearest = max(fits, key=lambda b: (b.end, -b.start))
        row, listed = [nearest], self.seeds.pattern("actors.listed")
        for body in sorted((b for b in bound if b.key.kind == "Body" and b.end < nearest.start), reverse=True):
            if nearest.key.kind == "Body" and listed.fullmatch(self.string, body.end, row[0].start):
                row.insert(0, body)
        return Actor(tuple(dict.fromkeys(b.key for b in row)), row[0].start, nearest.end, "owner before name")

    def _owns(self, owner: Bound, item: Bound) -> bool:
        leads = owner.start == item.start or (
            0 < owner.start - item.start <= STEM and self.attr(owner.key, "kind") == OWNERS[0]
        )
        if owner.key.kind == "Body" and leads and owner.end < item.end:
            if self.seeds.pattern("actors.any_school").fullmatch(owner.mention.form):
                return False  # 中小学|校舍安全工程
            full = self.seeds.pattern("actors.full").search(owner.mention.form) is not None
            return full and self.attr(owner.key, "kind") in (OWNERS if self.told else OWNERS[:1])
        if not 0 <= item.start - owner.end <= NEAR or owner.mention.get("deictic"):
            return False
        if owner.key.kind == "Person":
            return self.seeds.pattern("actors.led").search(self.string[owner.end : item.start]) is not None
        if owner.key.kind not in ("Body", "Place"):
            return False
        if self.pushed(owner):
            return False
        quoted = self.string[item.start] in "“《" or self.string[item.start - 1] == "“"
        gap = self.seeds.pattern("actors.owned" if quoted else "actors.own").search(self.string[owner.end : item.start])
        away = self.seeds.pattern("actors.away").search(self.string, max(0, owner.start - 2), owner.start)
        placed = quoted and self.division(owner) and not self._told_of(owner) and not away
        return gap is not None and (owner.key.kind == "Body" or placed)

    def _told_of(self, place: Bound) -> bool:
        """True in a government's report for 实施|甲市“强心”战略: the report's own work, for that place."""
        if self.told or self.issuer.kind != "government":
            return False
        low = max(0, place.start - REACH)
        return self.seeds.pattern("actors.doing").search(self.string, low, place.start) is not None

    def group(self, item: Bound) -> Actor | None:
        """The group that was set up for it and is called by its whole name: 某市|第四次全国某某普查|领导小组."""
        name = item.mention.name
        for key in self.groups:
            if self.seeds.pattern("actors.group_of").sub("", key.name).endswith(name) and len(name) >= SHORTEST:
                return Actor((key,), item.start, item.end, "group called by it", "context")
        return None

    def pushed(self, body: Bound) -> bool:
        """True of 推动|代表联络站“建管用”: the station is what somebody works on."""
        low = max(0, body.start - REACH)
        led = self.seeds.pattern("actors.pushed").search(self.string, low, body.start)
        return led is not None and self.attr(body.key, "kind") in PASSIVE

    def division(self, place: Bound) -> bool:
        """True of a province, a county, a village, and not of a river."""
        return self.attr(place.key, "kind") in DIVISIONS

    def attr(self, key: Key, name: str) -> str:
        """What the document knows of a thing."""
        draft = self.register.drafts.get(key)
        return draft.attrs.get(name, "") if draft else ""
