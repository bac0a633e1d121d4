"""Pages of a booklet in the order in which they lie on the sheets, each page in two columns.

A saddle-stitched issue prints page 17 beside page 4, 16 beside 5 and so on, and the text of such a file comes sheet by
sheet: the front pages ascend while the back pages descend, and in some pages the right column comes first. So the true
order is some of the pages as they come and then the others backwards; which, the seams between columns decide
together, where a single seam would say nothing: a torn word or quotation, a sentence left open, 二是 after 一是.
The whole issue is put in order, or nothing is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
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
LONGEST = 1 << 20  # characters; no 64 pages hold as many
TURN = 1.0  # for two pages in succession being one of the front and one of the back, as on a sheet
SURE = 1.75  # a word runs on over the seam
ALIKE = 0.25  # for the columns of a page being in the order of the page before on its side
UNEVEN = 2  # pages that one side may have more: the one in the middle is of both
GAIN, BETTER = 6.0, 1.4  # how much better than the order of the file an order must be, and how many times


class Stretch(NamedTuple):
    """Lines between two breaks, and where they are."""

    start: int
    end: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.lines)


class Column(NamedTuple):
    """A column of lines: where it is, and its edges."""

    start: int
    end: int
    edge: seams.Edge


Link = Callable[[Column, Column], float]


class Page(NamedTuple):
    """The columns of a page in one of their two orders, and what speaks for it."""

    one: Column
    two: Column
    turned: bool  # the right column comes first in the file
    weight: float


class Way(NamedTuple):
    """The pages so far, dealt to the front and the back of the booklet, and what speaks for it."""

    score: float
    front: tuple[Page, ...]
    back: tuple[Page, ...]  # the last page first
    fore: bool | None = None  # the page before went to the front

    @property
    def ends(self) -> tuple[int, int]:
        """Where the ends of the front and of the back stand in the file; a page at one of them is the last one."""
        return self.front[-1].two.start if self.front else -1, self.back[-1].one.start if self.back else -1


def arrange(text: Text, seeds: Seeds) -> Text:
    """The text with its pages in reading order, or as it was."""
    string = text.string
    if string.count(BREAK) < 2 * FEWEST or len(string) > LONGEST:
        return text
    found, loose = _pages(_healed(_stretches(string)))
    if not FEWEST <= len(found) <= MOST:
        return text
    columns = [(_column(one, seeds), _column(two, seeds)) for one, two in found]
    runs = seams.Runs(string)
    link = _linker(runs)
    ends = [(before, after) for (_, before), (after, _) in pairwise(columns)]
    if _holds((link(before, after) for before, after in ends), len(ends)):
        return text
    runs.many = True  # nearly every pair of columns is weighed now
    pages = [(Page(one, two, False, link(one, two)), Page(two, one, True, link(two, one))) for one, two in columns]
    plain = sum(link(before, after) for before, after in ends) + sum(page.weight for page, _ in pages)
    best = _best(pages, link)
    if best.score < max(plain * BETTER, plain + GAIN) or abs(len(best.front) - len(best.back)) > UNEVEN:
        return text
    order = [column for page in (*best.front, *best.back[::-1]) for column in (page.one, page.two)]
    last = columns[-1][0].start
    spans = [[(part.start, part.end)] for part in order]
    before = [[(part.start, part.end)] for part in loose if part.start < last]
    after = [[(part.start, part.end)] for part in loose if part.start > last]
    return text.join(before + spans + after, "\n" + BREAK)


def _holds(over: Iterable[float], ends: int) -> bool:
    """True where words run on over half of the page ends: in a booklet fewer pages follow each other."""
    enough = (ends + 1) // 2
    return sum(islice((1 for score in over if score >= SURE), enough)) == enough  # no more are weighed than it needs


def _stretches(string: str) -> list[Stretch]:
    """What lies between two breaks and has lines."""
    starts = sorted({string.rfind("\n", 0, m.start()) + 1 for m in re.finditer(BREAK, string)} | {0, len(string)})
    stretches = [Stretch(start, end, tuple(_lines(string, start, end))) for start, end in pairwise(starts)]
    return [stretch for stretch in stretches if stretch.lines]


def _column(stretch: Stretch, seeds: Seeds) -> Column:
    return Column(stretch.start, stretch.end, seams.Edge(stretch.lines, seeds.pattern("repair.numbered")))


def _lines(string: str, start: int, end: int) -> list[str]:
    return [text for line in string[start:end].split("\n") if (text := line.strip(MARGIN))]


def _healed(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours that are as high as most columns only together are one column: a number or a quotation parted them."""
    usual, times = Counter(each.height for each in stretches).most_common(1)[0]
    if 2 * times < len(stretches):
        return list(stretches)
    healed: list[Stretch] = []
    for each in stretches:
        if healed and _one(healed[-1], each, usual):
            healed[-1] = Stretch(healed[-1].start, each.end, healed[-1].lines + each.lines)
        else:
            healed.append(each)
    return healed


def _one(before: Stretch, after: Stretch, usual: int) -> bool:
    """True for two parts of one column; two columns of one height below a wide heading are a page."""
    low, high = sorted((before.height, after.height))
    return high < usual <= low + high + 1 <= usual + 2 and not (low >= LOWEST and high - low <= 1)


def _pages(columns: Sequence[Stretch]) -> tuple[list[tuple[Stretch, Stretch]], list[Stretch]]:
    """Neighbours of one height are the two columns of a page; what else there is stays loose."""
    pages: list[tuple[Stretch, Stretch]] = []
    loose: list[Stretch] = []
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


def _best(pages: Sequence[tuple[Page, Page]], link: Link) -> Way:
    """The best way to deal the pages to the front and the back, each with its columns in either order."""
    ways = [Way(0.0, (), ())]
    for page in pages:
        best: dict[tuple[int, int], Way] = {}
        for way in ways:
            for new in _dealt(way, page, link):
                ends = new.ends
                if ends not in best or new.score > best[ends].score:
                    best[ends] = new
        ways = list(best.values())
    closed = [way._replace(score=way.score + _meet(way.front, way.back, link)) for way in ways]
    return max(closed, key=lambda way: (way.score, len(way.front)))


def _dealt(way: Way, pages: tuple[Page, Page], link: Link) -> Iterator[Way]:
    """A page beside the last one of the front or of the back: sheets make one page of each side likely."""
    front, back = way.front, way.back
    before, after = front[-1] if front else None, back[-1] if back else None
    to_front = way.score + (TURN if way.fore is False else 0.0)
    to_back = way.score + (TURN if way.fore else 0.0)
    for page in pages:
        score = page.weight + (link(before.two, page.one) if before else START * page.one.edge.heading)
        yield Way(to_front + score + _alike(before, page), (*front, page), back, True)
        score = page.weight + (link(page.two, after.one) if after else 0.0)
        yield Way(to_back + score + _alike(after, page), front, (*back, page), False)


def _alike(beside: Page | None, page: Page) -> float:
    """What it makes likely that the columns of a side are always in one order."""
    return ALIKE if beside and beside.turned is page.turned else 0.0


def _meet(front: Sequence[Page], back: Sequence[Page], link: Link) -> float:
    return link(front[-1].two, back[-1].one) if front and back else 0.0


def _linker(runs: seams.Runs) -> Link:
    """What speaks for one column following another, each pair weighed once."""
    known: dict[tuple[int, int], float] = {}
    weights: dict[int, seams.Weights] = {}

    def link(before: Column, after: Column) -> float:
        pair = (before.start, after.start)
        if pair not in known:
            if before.start not in weights:
                edge = before.edge
                weights[before.start] = seams.Weights(runs, 0, len(runs.text), edge.tail, edge.opened)
            known[pair] = seams.link(before.edge, after.edge, weights[before.start].of)
        return known[pair]

    return link
