"""Who takes part in which meeting: 主持, 出席, 参加, 列席, 审议, 发言 and their kin, with the names around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govgraph.model import Claim, Key
from govgraph.relate.naming import Bound, Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds


class Attendance:
    """Collects attendance, sentence by sentence; remembers the meeting that 大会 and 会议 speak of."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """The main meeting of the document is the session named most often."""
        self.register, self.seeds = register, seeds
        self.string = register.prose.text.string
        counts = Counter(b.key for b in register.bound if b.key.kind == "Meeting" and self._session(b.key))
        self.main = min(((-n, key) for key, n in counts.items()), default=(0, None))[1]
        self.last: Key | None = None
        self.claims: list[Claim] = []

    def _session(self, key: Key) -> bool:
        return "届" in key.name and key.name.endswith(("会议", "全会"))

    def sentence(self, start: int, end: int, bound: Sequence[Bound], generic: bool) -> None:
        """Read one sentence; ``generic`` says that it speaks of a meeting without its name."""
        meetings = [b for b in bound if b.key.kind == "Meeting"]
        people = [b for b in bound if b.key.kind == "Person"]
        if meetings:
            self.last = meetings[-1].key
        verb = self.seeds.pattern("attends.verb").search(self.string, start, end)
        if not people or verb is None:
            return
        debate = self.seeds.pattern("attends.debate").search(self.string, start, end)
        key = (
            meetings[0].key
            if meetings
            else (self.main if debate else self.last or self.main)
            if generic or debate
            else None
        )
        if key is None:
            return
        low = min(b.start for b in (*people, *meetings))
        high = max(verb.end(), *(b.end for b in (*people, *meetings)))
        for person in people:
            self._claim(key, person, (low, high), stated=bool(meetings))

    def _claim(self, meeting: Key, person: Bound, span: tuple[int, int], stated: bool) -> None:
        rule, certainty = ("named meeting", "stated") if stated else ("meeting of the document", "context")
        evidence = quote(self.register.prose, *span)
        issued = self.register.context.issued
        self.claims.append(Claim(meeting, "attendee", person.key, evidence, rule, certainty, "", issued))
