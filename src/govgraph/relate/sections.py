"""What a heading says of the sentences below it: which year they speak of, and whether they tell plans or results.

一、2022年工作回顾 is followed by results of 2022, 二、2023年主要任务 by plans for 2023.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from govgraph.model import Prose
from govgraph.seeds import Seeds


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading."""

    start: int
    year: str
    planned: bool


class Sections:
    """The sections of one document, looked up by position."""

    def __init__(self, prose: Prose, seeds: Seeds) -> None:
        """Headings and short numbered paragraphs open sections, also where the text runs on behind them."""
        self.seeds, self.string = seeds, prose.text.string
        self.sections = [s for p in prose.paragraphs if (s := self._opened(p.start, p.end, p.kind)) is not None]
        self.starts = [section.start for section in self.sections]

    def _opened(self, start: int, end: int, kind: str) -> Section | None:
        text = self.string[start:end]
        if kind not in ("heading", "title") and self.seeds.pattern("sections.opening").match(text) is None:
            head = self.seeds.pattern("sections.run_in").match(text)
            if head is None:
                return None
            text = head[0]
        year = self.seeds.pattern("sections.year").search(text)
        planned = self.seeds.pattern("sections.planned").search(text) is not None
        done = self.seeds.pattern("sections.done").search(text) is not None
        if year is None and not planned and not done:
            return None
        return Section(start, year[1] if year else "", planned and not done)

    def at(self, position: int) -> Section | None:
        """The section that a position lies in; None before the first."""
        index = bisect_right(self.starts, position) - 1
        return self.sections[index] if index >= 0 else None
