"""What was done to a document one after another, said behind its title, and the verb that stands nearest before it.

《…》由县住建局起草，2017年12月经县政府第14次常务会议讨论通过后提请县人大常委会审议: each body behind 经, 由, 提请 and
the like does what the next verb says; a meeting stands for the body that held it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.model import Key
from govgraph.relate.congresses import Congresses
from govgraph.relate.drafts import Bound
from govgraph.seeds import Seeds

BEFORE, AFTER = 24, 24  # how far a verb may stand from the title that it governs
REACH = 20  # characters behind a body in which the verb stands
TITLES = re.compile(r"《[^《》]{0,80}》?|\d{4}年\d{1,2}月(?:\d{1,2}日)?")  # and dates


class Passage(NamedTuple):
    """Who did what to a document (nothing that a verb says: 经县委同意), and where that ends."""

    act: str
    keys: list[Key]
    end: int


class Passages:
    """Reads what is done to the documents of one text."""

    def __init__(self, string: str, congresses: Congresses, seeds: Seeds) -> None:
        """``congresses`` tells whose a meeting is."""
        self.string, self.congresses, self.seeds = string, congresses, seeds
        self.verbs = seeds.words("adopting_verbs")

    def of(self, item: Bound, bound: Sequence[Bound], stop: int) -> Iterator[Passage]:
        """What is said behind a title, up to the next title."""
        for lead in self.seeds.pattern("acts.passage").finditer(self.string, item.end, stop):
            near = [b for b in bound if b.start == lead.end() and b.end <= stop and b.key.kind in ("Body", "Meeting")]
            if not near:
                continue
            row = [max(near, key=lambda b: b.end)]
            for b in sorted(bound):
                if b.key.kind == "Body" and b.start == row[-1].end + 1 and self.string[row[-1].end] in "、和":
                    row.append(b)
            act = self._next(row[-1].end, stop)
            whose = [b.key if b.key.kind == "Body" else self.congresses.whose(b.key.name)[0] for b in row]
            if keys := [key for key in whose if key]:
                yield Passage(act, keys, row[-1].end)

    def _next(self, at: int, stop: int) -> str:
        """The act whose verb comes first behind a body, before anything else is named."""
        clause = re.split("[，。；《]", self.string[at : min(stop, at + REACH)])[0]
        ranked = [(place, -len(w.form), w.kind) for w in self.verbs if (place := clause.find(w.form)) >= 0]
        return min(ranked)[2] if ranked else ""

    def act(self, low: int, item: Bound, end: int, *, at: int, cited: bool = False) -> str:
        """The act whose verb stands nearest before the title, or before its authors, or behind it."""
        before = self.string[max(low, at - BEFORE) : at]
        for mark in "。；":
            before = before.rpartition(mark)[2]
        before = self.seeds.pattern("acts.earlier").sub("", before)  # 废止了|1996年颁布的《…》
        after = TITLES.sub("", self.string[item.end : end])[:AFTER]
        if at < item.start and not self.seeds.pattern("acts.agent").match(self.string, item.end):
            after = ""
        near = before.rstrip("了的《") if before else ""
        carried = self.seeds.pattern("acts.carried").search(before) is not None
        before = "" if carried or cited else before
        examined = self.seeds.pattern("acts.examined").match(self.string, item.end)
        before = before.rpartition("，")[2] if examined else before
        after = (
            "" if examined else after.partition("，")[0] if cited or carried else after
        )  # 根据《甲》，制定乙: the basis is not acted on
        ranked = [
            (len(before) - place - len(w.form), -len(w.form), w.kind)
            for w in self.verbs
            if (place := before.rfind(w.form)) >= 0 and (len(w.form) > 1 or near.endswith(w.form))
        ]
        ranked += [
            (place + 6, -len(w.form), w.kind)
            for w in self.verbs
            if len(w.form) > 1 and (place := after.find(w.form)) >= 0
        ]
        return min(ranked)[2] if ranked else ""
