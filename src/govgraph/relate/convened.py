"""Which meetings of a document take place in it, and which one is its own.

* A meeting takes place where the text says so (召开…, …开幕, 在…上), and is not only studied, planned or rested on.
* The document's own is the session named most often, in a title and of its own place before others; where another
  meeting opens the text and nobody holds that session, it only prepares it, and the text is about the other one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govgraph.model import Key, Paragraph
from govgraph.relate.ballots import HEAD
from govgraph.relate.congresses import cited, coming
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.sites import NATIONWIDE
from govgraph.seeds import Seeds

# The session that a title names is the document's, however often another is mentioned.
TITLE_WEIGHT, OWN_WEIGHT = 10, 4
FURTHER = 44  # characters behind a meeting in which 在某地隆重举行 may stand
CHRONICLE = 4  # entries that make a chronicle of a text
BLANKS = " \u3000\n"
CENTRAL = ("party_congress", "party")  # series of the party's congresses and plenums
REPORTS = ("government work report", "congress report", "gazette")


class Convened:
    """Knows the meetings of one document."""

    def __init__(self, register: Register, seeds: Seeds) -> None:
        """Weighs all sessions that the document names."""
        self.register, self.seeds = register, seeds
        self.string = register.prose.text.string
        starts = [p.start for p in register.prose.paragraphs]
        self.chronicle = sum(self.begins(at, "entry") or self.begins(at, "day") for at in starts) >= CHRONICLE
        titles = [p for p in register.prose.paragraphs if p.kind in ("title", "heading")]
        counts: Counter[Key] = Counter()
        series: dict[Key, str] = {}
        meetings = [b for b in register.bound if b.key.kind == "Meeting"]
        for item in meetings:
            if _session(item.key, seeds) and not self.cited(item) and not self._alien(item):
                counts[item.key] += self._weight(item, titles)
                series[item.key] = item.mention.get("series")
        self.main = self._main(counts, meetings, titles)
        self.floors = {series[key]: key for key in sorted(counts, key=lambda key: (counts[key], key == self.main))}
        top = titles[0].end if titles else 0
        self.titled = meetings[0].key if meetings and meetings[0].start < top else None
        names = {b.mention.name: b.key for b in meetings}
        self.sessions = {b.key: names.get(b.mention.get("of")) for b in meetings if b.mention.get("of")}

    def _main(self, counts: Counter[Key], meetings: Sequence[Bound], titles: Sequence[Paragraph]) -> Key | None:
        """The session named most often, but not one that another meeting, with which the text opens, only prepares."""
        main, opening = max(counts, key=lambda key: counts[key], default=None), self._opening()
        if main is None or opening is None:
            return main or opening
        mine = [b for b in meetings if b.key == main]
        told = any(self.held(b) or any(p.start <= b.start < p.end for p in titles) for b in mine)
        return main if told else opening

    def cited(self, item: Bound) -> bool:
        """True for a meeting that is quoted, not held."""
        return cited(self.string, item, self.seeds)

    def held(self, item: Bound, how: str = "held") -> bool:
        """True for a meeting that takes place here: 召开…, …开幕, 在…上, or that this is the news of (``convened``)."""
        before = self.string[max(0, item.start - 16) : item.end].rpartition("。")[2]
        dated = self.seeds.pattern("attends.dated").match(self.string, item.end)
        end = dated.end() if dated else item.end
        behind = self.string[end : end + FURTHER].partition("。")[0]
        placed = self.seeds.pattern("attends.at_a_place").match(behind)
        window = before + (placed[0] if placed else behind[:16])
        told = self.seeds.pattern("attends." + how).search(window) is not None and not self._resting(item)
        return told and not self.cited(item) and not coming(self.string, item, self.seeds)

    def _resting(self, item: Bound) -> bool:
        """True for a congress of the party that is what everything else rests on, and not the news."""
        central = item.mention.get("series") in CENTRAL and item.mention.get("jurisdiction") in NATIONWIDE
        central = central or self.seeds.pattern("attends.congress").fullmatch(item.key.name) is not None
        return central and self.seeds.pattern("attends.congress_now").match(self.string, item.end) is None

    def far(self, item: Bound) -> bool:
        """True for a meeting of the nation in the document of one place: it is spoken of, not attended."""
        site = self.register.context.site
        return site is not None and not site.national and item.mention.get("jurisdiction") in NATIONWIDE

    def _alien(self, item: Bound) -> bool:
        """True for a session of the nation, one still to come, or any that news without a place bring up."""
        bare = self.register.context.site is None and not self.held(item)
        return bare or coming(self.string, item, self.seeds) or self.far(item)

    def _opening(self) -> Key | None:
        """The first meeting that the head of a document tells of: what a piece of news is about, not a chronicle."""
        if self.chronicle:
            return None
        held = [
            b
            for b in self.register.bound
            if b.key.kind == "Meeting" and b.start < HEAD and self.held(b) and not self.far(b)
        ]
        return held[0].key if held else None

    def _weight(self, item: Bound, titles: Sequence[Paragraph]) -> int:
        """A session named in a title, told of in the head, or of the document's own place, counts more."""
        titled = any(p.start <= item.start < p.end for p in titles) or self._tells(item)
        site = self.register.context.site
        own = site is not None and item.key.scope in (site.code, site.key.name)
        return (OWN_WEIGHT if own else 1) * (TITLE_WEIGHT if titled else 1)

    def _tells(self, item: Bound) -> bool:
        """True for the session whose opening begins a piece of news."""
        return self.register.context.genre not in REPORTS and item.start < HEAD // 6 and self.held(item, "convened")

    def event(self, meeting: Bound, end: int) -> bool:
        """True for a ceremony or a sitting that a headline ends in; a festival goes on for days."""
        sitting = self.seeds.pattern("attends.sitting").search(meeting.mention.form)
        return sitting is not None and not self.far(meeting) and not self.string[meeting.end : end].strip(BLANKS)

    def begins(self, start: int, how: str) -> bool:
        """Whether an entry, a day or a chapter begins at a position."""
        return self.seeds.pattern("attends." + how).match(self.string, start) is not None


def _session(key: Key, seeds: Seeds) -> bool:
    return "届" in key.name and key.name[-2:] in seeds.forms("grammar", "session")
