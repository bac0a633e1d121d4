"""Columns side by side: pages whose columns share their lines, read one column after the other.

    过去一年，全市上下团结一心，统筹发    李文清主持召开会议，市教育局局长骆
    展和安全，各项工作取得新成效。市长    晓东、市财政局局长王芳作了汇报，会

A strip of blanks that no line crosses parts two columns where on both sides of it stand lines of prose that reach the
edge of their column, and words are torn from line to line and not from side to side. A table has gaps too, but its
cells are short or ragged, or lack where their neighbour goes on. A line across the strip (a headline) or the mark of a
page ends what is read so, and a column may have columns in turn. In doubt the lines stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from govgraph.regexes import compiled
from govgraph.repair import seams
from govgraph.repair.marks import BREAK, END, HEAD
from govgraph.repair.pagelines import MEASURES, WIDE, Measure, Row, cover, gaps, parted
from govgraph.seeds import Seeds
from govgraph.text import Edit, Text

GAP = (
    compiled(r"  (?<=\S  ) *(?=\S)"),
    compiled("(?:  |\u3000\u3000|\u3000 | \u3000)(?<=\\S..)[ \u3000]*(?=\\S)"),
)
BLANKS = " \u3000"
TOP = 2  # lines of a running head
ROWS = 4  # lines of prose in each column, at least
NARROWEST = 8  # characters of a line of it
RAGGED = 3  # cells that a full line may lack
FULL = 0.4  # of the lines of a column that reach its edge
PROSE = 3  # at least one line in so many has a sign of running text
HOLES = 5  # at most one row in so many lacks a side, before the last that has both
# How often words are torn from line to line at least, at which share of the line ends, and how much oftener than from
# side to side: where all columns are prose, and where one is.
MUCH, MORE = (2, 0.1, 1.1), (8, 0.25, 1.8)
LOOKED = 40  # pairs of lines that are looked at for them
NEAR = 2  # cells between the columns of two pages
WIDEST = 480  # characters of a line of a page
SIGNS = frozenset("，。、；：")
EDGE = 8  # characters on either side of a line end
LONGEST = 1 << 20  # characters


class Stretch(NamedTuple):
    """A line of what is read, the cell where it begins, whether it is in a column and the first of it."""

    start: int
    end: int
    left: int
    inside: bool = False
    first: bool = False


def arrange(text: Text, seeds: Seeds) -> Text:
    """The text with its columns one after the other, or as it was."""
    string = text.string
    if len(string) > LONGEST or not _gapped(string):
        return text
    best = max((_read(string, measure, seeds) for measure in MEASURES), key=_columned)
    if not any(part.inside for part in best):
        return text
    arranged = text.join([[(part.start, part.end)] for part in best], "\n")
    starts = accumulate((part.end - part.start + 1 for part in best), initial=0)
    places = [_indented(arranged.string, at) for at, part in zip(starts, best, strict=False) if part.first and at]
    return arranged.rewrite([Edit(place, place, BREAK) for place in places])


def _indented(string: str, at: int) -> int:
    """Where the words of a line begin."""
    while string[at] in BLANKS:
        at += 1
    return at


def _gapped(string: str) -> bool:
    """True where enough lines have a wide gap inside; in most texts blanks stand alone or begin a line."""
    pairs = [blank + blank for blank in BLANKS if blank in string]
    if all(string.count(pair) - string.count("\n" + pair) < ROWS for pair in pairs):
        return False
    return len(list(islice(GAP["\u3000" in string].finditer(string), ROWS))) == ROWS


def _columned(parts: Sequence[Stretch]) -> tuple[int, int]:
    """How much speaks for a measure: many lines in few columns, and that they begin at few places."""
    many = sum(part.inside for part in parts) - ROWS * sum(part.first for part in parts)
    return many, -len({part.left for part in parts if part.inside})


def _read(string: str, measure: Measure, seeds: Seeds) -> list[Stretch]:
    """The whole text, page by page; where some pages have columns, the others may have them at the same place."""
    pages = list(_pages(string, measure, seeds))
    sure: set[int] = set()
    found = [part for page in pages for part in _parts(string, page, measure, sure)]
    return [part for page in pages for part in _parts(string, page, measure, sure, sure)] if sure else found


def _pages(string: str, measure: Measure, seeds: Seeds) -> Iterator[list[Row]]:
    """The lines between two marks of pages, and these; what is too wide for a page is none."""
    marks = seeds.pattern("repair.page_number"), seeds.pattern("repair.bare_number")
    head = seeds.pattern("repair.paper_page")
    rows: list[Row] = []
    at = 0
    for line in string.split("\n"):
        row = Row(at, at + len(line), ()) if len(line) > WIDEST else parted(line, at, measure)
        apart = len(row.pieces) == 1 and (BREAK in line or HEAD in line or any(mark.match(line) for mark in marks))
        if apart or len(line) > WIDEST or head.match(line):
            yield rows
            yield [row]
            rows = []
        else:
            rows.append(row)
        at += len(line) + 1
    yield rows


def _parts(
    string: str, rows: Sequence[Row], measure: Measure, sure: set[int], known: Collection[int] = ()
) -> Iterator[Stretch]:
    """The lines of a page or a column in reading order; where its columns surely begin is put down."""
    for region in _regions(rows):
        columns = _columns(string, region, measure, sure, known)
        for before, column in zip([[], *columns], columns, strict=False):
            apart = not _goes_on(string, before, column)
            for number, part in enumerate(_parts(string, column, measure, sure, known)):
                yield part._replace(inside=True, first=part.first or (apart and not number))
        if not columns:
            yield from (Stretch(row.start, row.end, row.pieces[0].left if row.pieces else 0) for row in region)


def _regions(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Lines that leave a strip free, as long as they do; what an empty line parts and has other strips is apart."""
    region: list[Row] = []
    taken = 0
    for block, own in _blocks(rows):
        strips, left = (len(gaps(taken)), len(gaps(own))), len(gaps(taken | own))
        most = max(strips[0] * (len(region) >= 2 * ROWS), strips[1] * (len(block) >= ROWS))
        if region and (left < most or (not left and any(strips))):
            yield from _trimmed(region)
            region, taken = [], 0
        region += block
        taken |= own
    yield from _trimmed(region)


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[list[Row], int]]:
    """Lines without an empty one between that leave a strip free, as long as they do, and the cells that they take."""
    block: list[Row] = []
    taken = 0
    for row in rows:
        own = cover(row)
        ended = block and not block[-1].pieces and own
        if ended or (not gaps(taken | own) and (gaps(taken) or gaps(own))):
            yield block, taken
            block, taken = [], 0
        block.append(row)
        taken |= own
    yield block, taken


def _trimmed(region: list[Row]) -> Iterator[list[Row]]:
    """What an empty line parts from the columns: up to two lines above, and lines of one side below them."""
    begin = next((index for index, row in enumerate(region) if row.pieces), 0)
    top = next((index for index in range(begin, min(begin + TOP + 1, len(region))) if not region[index].pieces), 0)
    last = max((index for index, row in enumerate(region) if len(row.pieces) > 1), default=-1)
    below = next((index for index in range(last + 1, len(region)) if not region[index].pieces), len(region))
    cuts = sorted({0, top, max(below, top), len(region)})
    return (region[low:high] for low, high in pairwise(cuts))


def _columns(
    string: str, region: Sequence[Row], measure: Measure, sure: set[int], known: Collection[int]
) -> list[list[Row]]:
    """The columns of some lines, from left to right; none where they are no columns."""
    taken = 0
    for row in region:
        taken |= cover(row)
    strips = gaps(taken)
    for places in [strips, *([place] for place in strips if len(strips) > 1)] if strips else ():
        bounds = pairwise([0, *places, taken.bit_length() + 1])
        columns = [_column(string, region, low, high, measure) for low, high in bounds]
        if all(any(place - NEAR <= other <= place + NEAR for other in known) for place in places):
            if _beside(columns, 2) and _wide(columns[0], measure):
                return [_stripped(column) for column in columns]
        elif _beside(columns, ROWS) and all(_wide(column, measure) for column in columns):
            prose = [_prose(string, column) for column in columns]
            if any(prose) and _torn(string, columns, MUCH if all(prose) else MORE):
                sure.update(places)
                return [_stripped(column) for column in columns]
    return []


def _column(string: str, region: Sequence[Row], low: int, high: int, measure: Measure) -> list[Row]:
    """What of the lines is between two cells, each with its indent."""
    column: list[Row] = []
    parts = [tuple(piece for piece in row.pieces if low <= piece.left < high) for row in region]
    lefts = sorted(part[0].left for part in parts if part)
    edge = lefts[len(lefts) // 10]
    for row, part in zip(region, parts, strict=True):
        start, left = (part[0].start, part[0].left) if part else (row.start, 0)
        indented = left > edge + 1
        while indented and left > edge and start > row.start and string[start - 1] in BLANKS:
            start -= 1
            left -= measure(string[start])
        column.append(Row(start, part[-1].end if part else start, part))
    return column


def _stripped(column: list[Row]) -> list[Row]:
    filled = [index for index, row in enumerate(column) if row.pieces]
    return column[filled[0] : filled[-1] + 1]


def _beside(columns: Sequence[list[Row]], least: int) -> bool:
    """True where the columns go on beside each other: a cell of a table ends before its neighbour does."""
    filled = [[bool(row.pieces) for row in rows] for rows in zip(*columns, strict=True)]
    both = [index for index, row in enumerate(filled) if all(row)]
    if len(both) < least:
        return False
    holes = sum(any(row) and not all(row) for row in filled[both[0] : both[-1]])
    return HOLES * holes <= both[-1] - both[0]


def _goes_on(string: str, column: Sequence[Row], after: Sequence[Row]) -> bool:
    """True where a sentence is open at the end of a full last line, and the next column begins without an indent."""
    if not column or not column[-1].pieces:
        return False
    full = column[-1].pieces[-1].right >= _edge([row for row in column if row.pieces]) - 1
    return full and string[column[-1].end - 1] not in END and string[after[0].start] not in BLANKS


def _edge(filled: Sequence[Row]) -> int:
    """Where the lines of a column end, but for a few that hang over."""
    return sorted(row.pieces[-1].right for row in filled)[len(filled) * 9 // 10]


def _wide(column: Sequence[Row], measure: Measure) -> bool:
    filled = [row for row in column if row.pieces]
    return _edge(filled) - min(row.pieces[0].left for row in filled) >= NARROWEST * measure(WIDE)


def _prose(string: str, column: Sequence[Row]) -> bool:
    """True for a column of running text: with its signs, and with lines that reach the edge."""
    filled = [row for row in column if row.pieces]
    edge = _edge(filled) - RAGGED
    full = sum(row.pieces[-1].right >= edge for row in filled) >= FULL * len(filled)
    signs = sum(not SIGNS.isdisjoint(string[row.start : row.end]) for row in filled)
    return full and PROSE * signs >= len(filled)


def _torn(string: str, columns: Sequence[Sequence[Row]], least: tuple[int, float, float]) -> bool:
    """True where words are torn from line to line, and more than from side to side, where they only seem to be."""
    down = [pair for column in columns for pair in pairwise([row for row in column if row.pieces])]
    across = [pair for rows in zip(*columns, strict=True) for pair in pairwise(rows) if all(row.pieces for row in pair)]
    lines, sides = (_cuts(string, pairs[:: len(pairs) // LOOKED + 1]) for pairs in (down, across))
    times, share, more = least
    return len(down) * lines >= times and lines >= max(share, more * sides)


def _cuts(string: str, pairs: Sequence[tuple[Row, Row]]) -> float:
    """The share of pairs that something is torn between."""
    return sum(_cut(string, *pair) for pair in pairs) / max(len(pairs), 1)


def _cut(string: str, before: Row, after: Row) -> bool:
    """True where a word, a number or a clause goes from one to the other."""
    tail = string[max(before.end - EDGE, before.start) : before.end].strip(BLANKS)
    head = string[after.start : after.end].strip(BLANKS)[:EDGE]
    if tail[-1] in "，、（《“" or head[0] in seams.POINT or (tail[-1].isdigit() and head[0].isdigit()):
        return True
    return seams.word(tail, head) > 0
