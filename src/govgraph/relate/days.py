"""The day on which a sentence says that something happened: 2022年3月1日，市人大常委会决定任命…; 会议于3月1日召开.

A date that opens its sentence, or that 于 introduces, dates what follows it up to the end of the sentence; a day
without a year is of the year of issue, unless it would come after it. All else is dated by the document. Years alone,
ranges, and days from or until which something holds date nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

DAY, MONTH, PARTIAL = len("2024-01-16"), len("2024-01"), "--"
NUMBER = re.compile(r"\d+")
LEAD = 4  # characters looked at before a date


class Days:
    """The dates of one document that date what stands behind them."""

    def __init__(self, prose: Prose, dates: Iterable[Mention], issued: str, seeds: Seeds) -> None:
        """``issued`` is the date of the document, which dates all else."""
        self.string, self.issued, self.seeds = prose.text.string, issued, seeds
        self.sentences = [sentence.start for sentence in prose.sentences]
        dates = tuple(dates)
        bare = (m for m in dates if m.name.startswith(PARTIAL) and m.strength != "weak" and "/" not in m.name)
        self.bare = sorted((m.end, m.name) for m in bare if self._dates(m))
        self.found = sorted((m.end, told) for m in dates if (told := self._told(m)) and self._dates(m))

    def at(self, position: int) -> str:
        """When what stands here happened."""
        return self.said(position) or self.issued

    def said(self, position: int) -> str:
        """The same, where its own sentence says so; else nothing."""
        return self._last(self.found, position)

    def yearless(self, position: int) -> str:
        """The day of a year that nobody gives, where its own sentence says so: --03-04."""
        return self._last(self.bare, position)

    def _last(self, dated: list[tuple[int, str]], position: int) -> str:
        index = bisect_right(dated, (position, "~")) - 1
        sentence = self.sentences[max(0, bisect_right(self.sentences, position) - 1)] if self.sentences else 0
        return dated[index][1] if index >= 0 and dated[index][0] > sentence else ""

    def _told(self, mention: Mention) -> str:
        """The date in full, or nothing where it is not one day or month."""
        if mention.strength == "weak" or "/" in mention.name:
            return ""
        if mention.name.startswith(PARTIAL) and not mention.name.startswith("---"):
            whole = self.issued[:4] + mention.name[1:]
            return whole if self.issued and whole <= self.issued else ""
        return mention.name if len(mention.name) in (MONTH, DAY) else ""

    def _dates(self, mention: Mention) -> bool:
        """True for a date that opens its sentence or is introduced, and neither begins nor ends a period."""
        if self.seeds.pattern("days.bound").match(self.string, mention.end):
            return False
        lead = self.string[max(0, mention.start - LEAD) : mention.start]
        return self._opens(mention.start) or self.seeds.pattern("days.lead").search(lead) is not None

    def _opens(self, position: int) -> bool:
        index = bisect_right(self.sentences, position) - 1
        return index >= 0 and not self.string[self.sentences[index] : position].strip()


def point(written: str) -> str:
    """A point of a term as a date: 1955.4 or 1955年4月 → 1955-04."""
    return "-".join(part.zfill(2) for part in NUMBER.findall(written))
