"""Which meeting 会议 speaks of, and what is said at a party congress of a place.

* 会议审议了《…》 is said of the meeting told of last as taking place, not of one that is planned, cited or in a title;
* whom a session elects in its sentence gets an office of its own place (吉林省…会议选举某为省长);
* what a party congress adopts (大会通过《…》决议) is the committee's that it elects;
* a report with a title of its own (作了题为《…》的报告, 作《…》的县委工作报告) is the body's that is named in it, else
  the committee's of the congress told of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from govgraph.model import Key
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.sites import CLASSES, answers
from govgraph.seeds import Seeds

FAR = 400  # characters behind a congress in which its report is given
CITED = 120  # characters before a meeting in which it may be said that its spirit is studied
PLANNED = 36  # characters before a meeting in which it is decided on: 决定于某月在某地召开…
NEAR = 16  # characters beside a meeting that say whether it takes place
LEAD = 6  # characters before a title that say that a report is given
SESSION = 120  # names before an office among which the session that elects is sought


def coming(string: str, meeting: Bound, seeds: Seeds) -> bool:
    """True for a meeting that is still to come, or that a title speaks of (关于召开…的决定)."""
    before = seeds.pattern("attends.planned").search(string, max(0, meeting.start - PLANNED), meeting.start)
    return before is not None or seeds.pattern("attends.coming").match(string, meeting.end) is not None


def cited(string: str, meeting: Bound, seeds: Seeds) -> bool:
    """True for a meeting that is quoted, not held: 贯彻…全会精神, 学习省人大会议、市人大会议精神."""
    if seeds.pattern("attends.cited").match(string, meeting.end):
        return True
    row = seeds.pattern("attends.cited_row").match(string, meeting.end)
    lead = string[max(0, meeting.start - CITED) : meeting.start]
    return row is not None and seeds.pattern("attends.conveyed").search(lead) is not None


def elected(register: Register, position: int, written: str) -> str:
    """The place of the session that elects to an office in the same sentence, if it is of the class that is written."""
    elects, string = register.seeds.pattern("posts.elects"), register.prose.text.string
    end = bisect_left(register.bound, position, key=lambda b: b.start)
    for bound in reversed(register.bound[max(0, end - SESSION) : end]):
        if bound.mention.kind == "meeting" and (act := elects.match(string, bound.end)):
            place = bound.mention.get("jurisdiction")
            site = register.sites.resolve(place) if place and place not in CLASSES else None
            return site.full if site and position < act.end() and answers(site.bare, written) else ""
    return ""


class Congresses:
    """Reads the congresses of one document."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """Names come from the register."""
        self.register, self.seeds, self.string = register, seeds, register.prose.text.string

    def sitting(self, end: int, *, plenum: bool = False) -> Bound | None:
        """The meeting told of before a position: the last that takes place, else the last that may, else the last.

        Where the text says 全会 it is a plenum (``plenum``).
        """
        told = [b for b in self.register.bound if b.key.kind == "Meeting" and b.end <= end]
        told = [b for b in told if plenum and self.seeds.pattern("acts.plenum").search(b.key.name)] or told
        here = [b for b in told if self._here(b)]
        convened = self.seeds.pattern("attends.convened")
        held = [b for b in here if convened.search(self.string, max(0, b.start - NEAR), b.end + NEAR)]
        return max(held or here or told, key=lambda b: b.end, default=None)

    def _here(self, meeting: Bound) -> bool:
        """False of a meeting that is still to come, or is cited, or stands in a title."""
        quoted = cited(self.string, meeting, self.seeds)
        titled = self.string.rfind("《", 0, meeting.start) > self.string.rfind("》", 0, meeting.start)
        return not (coming(self.string, meeting, self.seeds) or quoted or titled)

    def whose(self, name: str) -> tuple[Key | None, bool]:
        """The body whose meeting a name is of, and whether the document's own body cannot be meant instead."""
        if self.seeds.pattern("acts.party_congress").match(name):
            return self.committee(name), True
        lasting = self.seeds.pattern("acts.term").sub("", name)  # 某省第三届人民代表大会…: 某省人民代表大会…
        known = {k: d.names for k, d in self.register.drafts.items() if k.kind == "Body" and d.first is not None}
        bodies = [k for k, names in known.items() if name.startswith((k.name, *names)) or lasting.startswith(k.name)]
        if bodies:
            return max(bodies, key=lambda k: len(k.name)), True
        return None, self.seeds.pattern("acts.assembly").search(name) is not None  # of members that nobody named

    def presided(self, name: str) -> Key | None:
        """The congress or conference of a session, by any of its names: 第九届|全国人民代表大会|第一次会议."""
        lasting = self.seeds.pattern("acts.term").sub("", name)
        known = [(k, d) for k, d in self.register.drafts.items() if k.kind == "Body" and d.first is not None]
        called = [(len(n), k) for k, draft in known for n in draft.names if lasting.startswith(n)]
        return self.whose(name)[0] or max(called, default=(0, None))[1]

    def committee(self, name: str) -> Key | None:
        """The committee of the place in the name of a party congress, where the text knows it."""
        congress = self.seeds.pattern("acts.party_congress").match(name)
        if congress is None:
            return None
        behind = self.seeds.pattern("acts.party_committee")
        known = sorted(k for k, draft in self.register.drafts.items() if k.kind == "Body" and draft.first is not None)
        party = congress["party"]
        return next((k for k in known if k.name.startswith(party) and behind.fullmatch(k.name, len(party))), None)

    def reported(self, item: Bound, end: int) -> int:
        """Where 作《…》的工作报告 ends, or nothing."""
        given = self.seeds.pattern("acts.gives").search(self.string, max(0, item.start - LEAD), item.start)
        report = self.seeds.pattern("acts.report").match(self.string, item.end, end)
        return report.end() if given and report else 0

    def reporter(self, item: Bound, stop: int, bound: Sequence[Bound]) -> Key | None:
        """Whose the report is: the body's named in it, else the committee's of the congress told of."""
        named = [b for b in bound if b.key.kind == "Body" and item.end <= b.start and b.end < stop]
        if named:
            return named[0].key
        told = [b for b in self.register.bound if b.key.kind == "Meeting" and 0 <= item.start - b.end <= FAR]
        return self.committee(max(told, key=lambda b: b.end).key.name) if told else None
