"""Pages of a booklet in the order in which they lie on the sheets, each page in two columns.

A saddle-stitched issue prints page 17 beside page 4, 16 beside 5 and so on, and the text of such a file comes sheet by
sheet: the front pages ascend while the back pages descend, and in some pages the right column comes first. So the true
order is some of the pages as they come and then the others backwards; which, the seams between columns decide
together, where a single seam would say nothing: a torn word or quotation, a sentence left open, 二是 after 一是.
The whole issue is put in order, or nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govgraph.repair import seams
from govgraph.repair.marks import BREAK, HEAD
from govgraph.seeds import Seeds
from govgraph.text import Text

MARGIN = BREAK + HEAD + " \u3000"
LOWEST = 12  # lines; fewer are no column
FEWEST = 4  # pages; fewer are no booklet
START = 1.5  # for a heading at the very start
MOST = 64  # pages; more are never stitched
AGAINST = -1.0  # a seam that cannot be
CONFLICTS = 2  # fewer seams that cannot be leave the order alone
SURE = 1.75  # a word runs on over the seam
GAIN = 6.0  # how much better than the order of the file an order must be


class Column(NamedTuple):
    """A column of lines: where it is, how high, and its edges."""

    start: int
    end: int
    height: int
    edge: seams.Edge


Page = tuple[Column, Column]
Link = Callable[[Column, Column], float]
Way = tuple[float, tuple[Page, ...], tuple[Page, ...]]  # what speaks for it; front pages; back pages, last first


def arrange(text: Text, seeds: Seeds) -> Text:
    """The text with its pages in reading order, or as it was."""
    if text.string.count(BREAK) < 2 * FEWEST:
        return text
    columns = _columns(text.string, seeds)
    pages, loose = _pages(columns)
    if not FEWEST <= len(pages) <= MOST:
        return text
    plain = [_follow(text.string, a, b) for a, b in pairwise(column for page in pages for column in page)]
    if sum(score <= AGAINST for score in plain) < CONFLICTS or _holds(plain[1::2]):
        return text
    score, front, back = _best(pages, _linker(text.string))
    if score < sum(plain) + GAIN or abs(len(front) - len(back)) > 1:
        return text
    order = [column for page in (*front, *back[::-1]) for column in page]
    last = pages[-1][0].start
    parts = [c for c in loose if c.start < last] + order + [c for c in loose if c.start > last]
    return Text.join([text.slice(column.start, column.end) for column in parts], "\n" + BREAK)


def _holds(seams_of_pages: Sequence[float]) -> bool:
    """True where words run on over half of the page ends: in a booklet fewer pages follow each other."""
    return 2 * sum(score >= SURE for score in seams_of_pages) >= len(seams_of_pages)


def _columns(string: str, seeds: Seeds) -> list[Column]:
    """What lies between two breaks."""
    starts = sorted({string.rfind("\n", 0, m.start()) + 1 for m in re.finditer(BREAK, string)})
    bounds = [0, *starts, len(string)] if starts[:1] != [0] else [*starts, len(string)]
    found: list[Column] = []
    for start, end in pairwise(bounds):
        lines = [text for line in string[start:end].split("\n") if (text := line.strip(MARGIN))]
        if lines:
            found.append(Column(start, end, len(lines), seams.edge(lines, seeds)))
    return found


def _pages(columns: Sequence[Column]) -> tuple[list[Page], list[Column]]:
    """Neighbours of one height are the two columns of a page; what else there is stays loose."""
    pages: list[Page] = []
    loose: list[Column] = []
    index = 0
    while index < len(columns):
        pair = columns[index : index + 2]
        if len(pair) == 2 and min(c.height for c in pair) >= LOWEST and abs(pair[0].height - pair[1].height) <= 1:
            pages.append((pair[0], pair[1]))
            index += 2
        else:
            loose.append(columns[index])
            index += 1
    return pages, loose


def _best(pages: Sequence[Page], link: Link) -> Way:
    """The best way to deal the pages to the front and the back, each with its columns in either order."""
    ways: list[Way] = [(0.0, (), ())]
    for page in pages:
        best: dict[tuple[int, int], Way] = {}  # by where the ends of the front and of the back are
        for way in ways:
            for new in _dealt(way, page, link):
                key = (new[1][-1][1].start if new[1] else -1, new[2][-1][0].start if new[2] else -1)
                if key not in best or new[0] > best[key][0]:
                    best[key] = new
        ways = list(best.values())
    closed = [(score + _meet(front, back, link), front, back) for score, front, back in ways]
    return max(closed, key=lambda way: (way[0], len(way[1])))


def _dealt(way: Way, page: Page, link: Link) -> list[Way]:
    score, front, back = way
    found: list[Way] = []
    for first, second in (page, page[::-1]):
        within = score + link(first, second)
        before = link(front[-1][1], first) if front else START * first.edge.heading
        after = link(second, back[-1][0]) if back else 0.0
        found.append((within + before, (*front, (first, second)), back))
        found.append((within + after, front, (*back, (first, second))))
    return found


def _meet(front: Sequence[Page], back: Sequence[Page], link: Link) -> float:
    return link(front[-1][1], back[-1][0]) if front and back else 0.0


def _follow(string: str, before: Column, after: Column) -> float:
    """What speaks for the next column being the next."""
    one, two = before.edge, after.edge
    return seams.link(one, two, lambda head, torn: seams.cut(string, one.tail, head, one.opened, torn))


def _linker(string: str) -> Link:
    """What speaks for one column following another, each pair weighed once."""
    known: dict[tuple[int, int], float] = {}
    weights: dict[int, seams.Weights] = {}

    def link(before: Column, after: Column) -> float:
        pair = (before.start, after.start)
        if pair not in known:
            if before.start not in weights:
                weights[before.start] = seams.Weights(string, slice(None), before.edge.tail, before.edge.opened)
            known[pair] = seams.link(before.edge, after.edge, weights[before.start].of)
        return known[pair]

    return link
