"""The years in which a document says that an initiative was, or is to be, carried out.

A year in the sentence of its name dates it (2021年开展“…”, “…”行动于2021年启动), with both ends of a range, and, where
the sentence says since when, with the year that the document speaks of as well. Where the sentence has none, the year
counts that the section is headed with or that the text last turned to, else the year that the document reports on,
which for a piece of news is that of its issue.
Years that are compared with, or by which something is to be reached (较2019年, 到2030年), are none of its own; plans of
a section that does not say its year count for the year of issue.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govgraph.model import Claim, Key, Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.figures import Figures
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

YEAR = len("2024")
BEHIND = 8  # characters between a name and its own year behind it
CLAUSE = 16  # characters before a name that say whether it is planned
UNDONE = ("denied", "proposed", "planned")
APART = 60  # characters beyond which a date and a name are quoted each by itself
Spans = tuple[tuple[int, int], ...]


class Seen(NamedTuple):
    """A year in which an initiative is seen; the best of several comes first."""

    key: Key
    year: str
    status: str
    by_context: bool
    spans: Spans  # the characters that say so, in order


class Years:
    """Dates the initiatives of one document."""

    def __init__(self, register: Register, figures: Figures, mentions: Iterable[Mention], seeds: Seeds) -> None:
        """Sections and turns to another year are those that date figures."""
        self.register, self.figures, self.seeds = register, figures, seeds
        self.string, self.context = register.prose.text.string, register.context
        self.sentences = [sentence.start for sentence in register.prose.sentences]
        self.dates = sorted(_free(mentions, register), key=lambda m: (m.start, m.end))
        self.starts = [m.start for m in self.dates]
        self.turns = [turn for turn in figures.places.years if self._turns(turn[0] + YEAR + 1)]

    def claims(self, initiatives: Iterable[Bound]) -> Iterator[Claim]:
        """One claim for each initiative and year; what was done goes before what is planned."""
        best: dict[tuple[Key, str], Seen] = {}
        for seen in sorted(seen for item in initiatives for seen in self._seen(item)):
            best.setdefault((seen.key, seen.year), seen)
        for seen in best.values():
            rule, certainty = ("year of context", "context") if seen.by_context else ("year in sentence", "stated")
            evidence = tuple(piece for span in seen.spans for piece in quote(self.register.prose, *span))
            year = Key("Year", seen.year)
            yield Claim(seen.key, "yearSeen", year, evidence, rule, certainty, seen.status, self.context.issued)

    def _seen(self, item: Bound) -> Iterator[Seen]:
        status = self._status(item)
        if status == "denied":
            return
        said, since = self._said(item)
        around, planned = self._around(item.start)
        issued = self.context.issued[:YEAR] or "9999"
        if around and (since or not said) and around not in (each[0] for each in said):
            told = status or ("planned" if planned and not since else "")
            yield Seen(item.key, around, told, by_context=True, spans=((item.start, item.end),))
        for year, spans in said:
            told = status or ("planned" if year > issued or (planned and year == issued) else "")
            yield Seen(item.key, year, told, by_context=False, spans=spans)

    def _said(self, item: Bound) -> tuple[list[tuple[str, Spans]], bool]:
        """The years in the sentence, each with the characters that say so, and whether it goes on since then."""
        low = self.sentences[max(0, bisect_right(self.sentences, item.start) - 1)] if self.sentences else 0
        first, last = bisect_right(self.starts, low - 1), bisect_right(self.starts, item.start)
        for date in reversed(self.dates[first:last]):
            years = self._years(date) if date.end <= item.start else []
            if years:
                since = self.seeds.pattern("years.since").match(self.string[date.end : date.end + 2]) is not None
                return [(year, _spans(date, item)) for year in years], since
        behind = self.dates[last] if last < len(self.dates) else None
        if behind and 0 <= behind.start - item.end <= BEHIND:
            gap = self.string[item.end : behind.start]
            years = self._years(behind) if self.seeds.pattern("years.begins").match(gap) else []
            return [(year, ((item.start, behind.end),)) for year in years], bool(years)
        return [], False

    def _turns(self, after: int) -> bool:
        """True where the text turns to a year for good, and not to one since which or by which something is so."""
        here = self.string[after : after + 6]
        return not any(self.seeds.pattern(f"years.{name}").match(here) for name in ("since", "limit"))

    def _years(self, date: Mention) -> list[str]:
        """The years of a date; none where it is compared with or a limit, or says no year."""
        after = self.string[date.end : date.end + 6]
        if self.seeds.pattern("years.unsaid").search(self.string, max(0, date.start - 4), date.start):
            return []
        if self.seeds.pattern("years.limit").match(after):
            return []
        if self.context.issued and self.seeds.pattern("years.relative").match(date.form):
            return [str(int(self.context.issued[:YEAR]) + int(date.get("relative", "0")))]
        ends = [end[:YEAR] for end in date.name.split("/")] if date.strength == "strong" else []
        return sorted({end for end in ends if len(end) == YEAR and end.isdecimal()})

    def _around(self, position: int) -> tuple[str, bool]:
        """The year of the section or of the document, and whether it tells plans."""
        section = self.figures.sections.at(position)
        if section is not None and section.planned:
            return section.year or self.context.issued[:YEAR], True
        last = bisect_right(self.turns, (position, "~")) - 1
        turned, year = self.turns[last] if last >= 0 else (-1, "")
        told = section.year if section is not None and section.year and turned <= section.start else year
        own = self.context.issued[:YEAR] if self.context.genre == "news" else ""
        return told or own or self.context.year, False

    def _status(self, item: Bound) -> str:
        clause = self.string[max(0, item.start - CLAUSE) : item.start].rpartition("。")[2]
        return next((name for name in UNDONE if self.seeds.pattern(f"modality.{name}").search(clause)), "")


def _free(mentions: Iterable[Mention], register: Register) -> Iterator[Mention]:
    """The dates that are no part of the name of a document or of an initiative."""
    taken = {at for b in register.bound if b.key.kind in ("Initiative", "Instrument") for at in range(b.start, b.end)}
    return (m for m in mentions if m.kind == "date" and m.start not in taken)


def _spans(date: Mention, item: Bound) -> Spans:
    if item.start - date.end > APART:
        return (date.start, date.end), (item.start, item.end)
    return ((date.start, item.end),)
