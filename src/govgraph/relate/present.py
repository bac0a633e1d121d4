"""Rows that say who was there: 出席：甲　乙　丙, 列席人员：某局甲, 请假：丁, and rosters below the name of a session.

    某市政协九届二次会议小组讨论名单
    第一组  召集人：甲  委员：乙　丙
    请假：丁

Takes the sentences of a document in order, and gives those of whom a row says that they take part, in the meeting of
the heading above where one names it. Who asked for leave is in no row that counts. Lists of candidates and of honours
are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph.model import Key
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.seeds import Seeds

END = "。"
BLANKS = " \u3000\n"
LABEL, HEADING = "label", "heading"


class Rows:
    """Which rows of names a document is in, sentence by sentence."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """The text comes from the register."""
        self.string, self.seeds = register.prose.text.string, seeds
        self.mode = ""  # what opened the rows: a label of one row, the heading of a roster
        self.state = True  # whether those in the row are there
        self.waits = False  # for the names, which stand below their label
        self.session: Key | None = None  # of the heading

    def read(self, stretch: tuple[int, int], bound: Sequence[Bound], *, opening: bool) -> list[Bound] | None:
        """Those who are there, or nothing where a sentence is no such row."""
        start, end = stretch
        if opening:
            self._open(start, end, bound)
        if not self.mode:
            return None
        labels = [(m.end(), m["absent"] is None) for m in self._labels(start, end)]
        people = [b for b in bound if b.key.kind == "Person"]
        there = []
        for person in people:
            state = next((said for at, said in reversed(labels) if at <= person.start), self.state)
            there += [person] if state else []
        self.state = labels[-1][1] if labels else self.state
        self.waits = not people and (self.waits or bool(labels))
        return there if people else None

    def _labels(self, start: int, end: int) -> list[re.Match[str]]:
        whole = self.seeds.pattern("attends.label")
        inner = self.seeds.pattern("attends.label_of_roster") if self.mode == HEADING else None
        found = [*whole.finditer(self.string, start, end), *(inner.finditer(self.string, start, end) if inner else ())]
        return sorted(found, key=lambda m: m.start())

    def _open(self, start: int, end: int, bound: Sequence[Bound]) -> None:
        """A paragraph that begins rows, goes on with them or ends them."""
        text = self.string[start:end]
        meetings = [b for b in bound if b.key.kind == "Meeting"]
        heading = self.seeds.pattern("attends.roster").match(text)
        if heading and meetings and not self.seeds.pattern("attends.delegates").search(text):
            self.mode, self.state, self.waits, self.session = HEADING, True, True, meetings[0].key
        elif self.seeds.pattern("attends.label").match(self.string, start, end):
            self.mode, self.state = self.mode or LABEL, True
        elif self.seeds.pattern("attends.other_roster").search(text) or not self._goes_on(text, bound):
            self._close()

    def _close(self) -> None:
        self.mode, self.state, self.waits, self.session = "", True, False, None

    def _goes_on(self, text: str, bound: Sequence[Bound]) -> bool:
        """True of a paragraph of names: behind a label whatever names somebody, in a roster all but prose."""
        prose, names = text.rstrip(BLANKS).endswith(END), any(b.key.kind == "Person" for b in bound)
        if self.waits:
            return names or not prose
        return not prose and (names or self.mode == HEADING)
