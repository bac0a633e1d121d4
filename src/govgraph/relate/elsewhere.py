"""Who runs an initiative, said elsewhere in its sentence than at its beginning.

Behind it (“甲行动”是县水利局推出的…), inside a clause that other words open (这得益于县水利局实施“甲行动”), or as the
subject of the main clause, where the initiative stands in one that leads up to it (为推进“甲行动”，县水利局…).
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.relate.drafts import Bound
from govgraph.relate.owners import DIVISIONS, OWNERS, Owners
from govgraph.seeds import Seeds

NEAR = 24  # characters between an initiative and who is named behind it, or between a body and what it does
LEAD = 20  # characters of an adverbial before the subject of the main clause
MARKS = "，；。：\n"


class Elsewhere:
    """Looks beside the beginning of one sentence after another."""

    def __init__(self, string: str, owners: Owners, seeds: Seeds) -> None:
        """Kinds of bodies and places come from ``owners``."""
        self.string, self.owners, self.seeds = string, owners, seeds

    def doing(self, item: Bound, bound: Sequence[Bound]) -> list[Bound]:
        """The body or place whose verb leads to the name, wherever they stand: 得益于|县水利局大力实施“甲行动”."""
        carrying = self.seeds.pattern("actors.carrying")
        fits = [
            b
            for b in bound
            if 0 < item.start - b.end <= NEAR
            and self._can(b)
            and carrying.match(self.string[b.end : item.start])
            and not self._where(b, bound)
        ]
        return [max(fits, key=lambda b: (b.end, -b.start))] if fits else []

    def made(self, item: Bound, bound: Sequence[Bound]) -> list[Bound]:
        """Those whose work it is said to be behind its name: “甲行动”是|县水利局推出的…."""
        listed = self.seeds.pattern("actors.listed")
        row: list[Bound] = []
        for body in sorted((b for b in bound if b.start > item.end and self._can(b)), key=lambda b: (b.start, -b.end)):
            gap = self.string[row[-1].end if row else item.end : body.start]
            if (listed.fullmatch if row else self.seeds.pattern("actors.is_of").match)(gap):
                row.append(body)
        return row if row and self.seeds.pattern("actors.made").match(self.string, row[-1].end) else []

    def agents(self, start: int, end: int, bound: Sequence[Bound]) -> list[Bound]:
        """Those by whom a sentence of news says that a campaign is held: 由|县文旅局、县妇联|主办的演出."""
        listed, held = self.seeds.pattern("actors.listed"), self.seeds.pattern("actors.held_by")
        row: list[Bound] = []
        for body in sorted((b for b in bound if b.key.kind == "Body"), key=lambda b: (b.start, -b.end)):
            if row and listed.fullmatch(self.string, row[-1].end, body.start):
                row.append(body)
            elif not row and self.string[max(start, body.start - 1) : body.start] == "由":
                row = [body]
        return row if row and held.match(self.string, row[-1].end, end) else []

    def leads_up(self, start: int, item: Bound) -> int | None:
        """Where the main clause begins, behind one that only leads up to it; None for any other."""
        low = max(start, *(self.string.rfind(mark, start, item.start) + 1 for mark in MARKS))
        comma = self.string.find("，", item.end, item.end + NEAR)
        before, behind = self.string[low : item.start], self.string[item.end : comma]
        if comma < 0 or set(behind) & set(MARKS):
            return None
        led = self.seeds.pattern("actors.fronting").match(before)
        framed = not before.strip("“ \u3000") and self.seeds.pattern("actors.framing").match(behind)
        return comma + 1 if led or framed else None

    def main(self, rows: Sequence[list[Bound]], begin: int, *, told: bool) -> list[Bound]:
        """The subject of the main clause; in a report no company, which it praises for something else."""
        first = rows[0] if rows else []
        near = first and first[0].start - begin <= LEAD and first[0].key.kind != "Person"
        return first if near and (told or self.owners.attr(first[-1].key, "kind") not in OWNERS) else []

    def _where(self, name: Bound, bound: Sequence[Bound]) -> bool:
        """True of a mere place (率先在|某市开展), of who lists it (被|县政府列为) or takes part (与|县妇联)."""
        start = name.start
        while places := [b.start for b in bound if b.end == start and b.key.kind == "Place"]:
            start = min(places)  # 甲省|乙市|丙镇|丁小学
        led = self.seeds.pattern("actors.not_doing").search(self.string, max(0, start - 2), start)
        beside = self.seeds.pattern("subjects.beside").search(self.string, max(0, start - 2), start)
        if led is None:
            return beside is not None
        gone = self.seeds.pattern("actors.away").search(self.string, max(0, start - 2), start) is not None
        return beside is not None or gone or led["where"] is None or name.key.kind == "Place"

    def _can(self, name: Bound) -> bool:
        """True of a body, and of a division."""
        division = name.key.kind == "Place" and self.owners.attr(name.key, "kind") in DIVISIONS
        return division or (name.key.kind == "Body" and self.owners.attr(name.key, "kind") != "media")
