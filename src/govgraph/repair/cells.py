r"""Tables: rows whose cells a tab or a bar parts, and what the format of a file sets apart.

    李文清\t市长 · | 李文清 | 市长 | · 序号 姓名 职务 · a heading or a note of a DOCX or HTML file

A row is a line of its own with wide blanks between its cells, so that whoever looks for people and titles finds both
and nothing joins it to its neighbours. A tab that indents a paragraph or follows the number of a list parts no cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govgraph import grid
from govgraph.model import Block, Paragraph
from govgraph.repair.marks import BREAK, GAP, HAN, HEAD, each_line
from govgraph.seeds import Seeds
from govgraph.text import Edit, Text

APART = frozenset({"heading", "row", "note"})
TAB = re.compile("[ \u3000]*\t[ \u3000]*")
TABS = re.compile("[ \u3000]*\t[ \u3000\t]*")
TITLED = re.compile(rf"[\d{HAN}]")
NUMBER = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]*")
CELL = re.compile(r"[ ]*\|[ ]*")
LOOSE = re.compile("[ \u3000]+")
BARRED = re.compile(r"(?:(?<=\n)|(?<=\A))[ ]*\|[^\n]*\|[ ]*(?=\n|\Z)")
FRAME = re.compile(r"(?:(?<=\n)|(?<=\A))[ \u3000]*[\u2500-\u257f][ \u3000\u2500-\u257f]*(?:\n|\Z)")
BOXED = re.compile(r"(?:(?<=\n)|(?<=\A))[ \u3000]*[│┃├┣][^\n]*[│┃┤┫┨][ \u3000]*(?=\n|\Z)")
UPRIGHT = re.compile("[│┃├┣┠┤┫┨┼╂┿╋]")
EMPTY = re.compile(r"[ \u3000\u2500-\u257f]+")
SPACED = re.compile(rf"[{HAN}](?:[ \u3000]+[{HAN}]){{1,3}}")  # 职   务
NOTHING = "—"
WORD = re.compile("[^ \u3000\x01\x02]+")
SINGLE = re.compile(rf"[{HAN}]{{2}}")
MARKS = HEAD + BREAK


def mark(text: Text, blocks: Iterable[Block]) -> Text:
    """Mark the lines that the format sets apart."""
    places = [block.start for block in blocks if block.kind in APART]
    found = sorted({_position(text, place) for place in places})
    return text.rewrite(Edit(start, start, HEAD) for start in found if start < len(text)) if found else text


def _position(text: Text, place: int) -> int:
    """Where a place of the source is in a text that still has the order of its source."""
    starts = [piece.start for piece in text.pieces]
    piece = text.pieces[max(bisect_right(starts, place) - 1, 0)] if text.pieces else None
    return min(piece.at + place - piece.start, piece.at + piece.size) if piece else 0


def told(text: Text, paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs, rows and notes of the format being what it says they are."""
    starts = [block.start for block in blocks]
    for paragraph in paragraphs:
        index = bisect_right(starts, text.place_of(paragraph.start)) - 1
        kind = blocks[index].kind if index >= 0 else "text"
        apart = kind in {"row", "note"}
        yield Paragraph(paragraph.start, paragraph.end, kind) if apart else paragraph


def tabs(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps look the same
    """Tabs that part no cells: at the start of a line an indent, anywhere else a blank."""
    for start, line in _tabbed(string):
        row = _is_row(line)
        for tab in TABS.finditer(line):
            before = line[: tab.start()].strip(MARKS)
            if not before or tab.end() == len(line) or not row:
                plain = tab.end() == len(line) or NUMBER.fullmatch(before)
                new = "\u3000\u3000" if not before else "" if plain else " "
                yield Edit(start + tab.start(), start + tab.end(), new)


def rows(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Tabs between cells become wide blanks, one a tab: a cell may be empty."""
    for start, line in _tabbed(string):
        if HEAD not in line:
            yield Edit(start, start, HEAD)
        for tab in TAB.finditer(line):
            yield Edit(start + tab.start(), start + tab.end(), GAP)


def _tabbed(string: str) -> Iterator[tuple[int, str]]:
    return ((start, line) for start, line in each_line(string) if "\t" in line)


def _is_row(line: str) -> bool:
    """True for two cells with words in them, the first of which is not the number of a list."""
    cells = [cell for cell in re.split("\t", line.strip(MARKS + " \u3000\t")) if TITLED.search(cell)]
    return len(cells) > 2 or (len(cells) == 2 and not NUMBER.fullmatch(cells[0].strip()))


def boxes(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Tables drawn with lines: the frames go, what parts the cells becomes a bar, and an empty cell gets a dash."""
    frames = [Edit(frame.start(), frame.end(), "") for frame in FRAME.finditer(string)]
    rows = (row for row in BOXED.finditer(string) if not FRAME.match(string, row.start()))
    return iter(sorted([*frames, *(edit for row in rows for edit in _boxed(string, row.start(), row.end()))]))


def _boxed(string: str, start: int, end: int) -> Iterator[Edit]:
    """The edits of one row: its bars, and the blanks inside its cells."""
    before = end
    for upright in UPRIGHT.finditer(string, start, end):
        low, high = before, upright.start()
        cell = string[low:high].strip(" \u3000")
        if low < high and EMPTY.fullmatch(string, low, high):
            yield Edit(low, high, NOTHING)
        elif SPACED.fullmatch(cell):
            yield from (Edit(low + gap.start(), low + gap.end(), "") for gap in LOOSE.finditer(string[low:high]))
        yield Edit(upright.start(), upright.end(), "|")
        before = upright.end()


def bars(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Bars between the cells of a table row become wide blanks."""
    for line in BARRED.finditer(string):
        first = True
        for bar in CELL.finditer(line[0]):
            edge = bar.start() == 0 or bar.end() == len(line[0])
            new = HEAD if first else "" if edge else GAP
            first = False
            yield Edit(line.start() + bar.start(), line.start() + bar.end(), new)


def loose(string: str, seeds: Seeds) -> Iterator[Edit]:
    """The single blanks between the cells below a header such as 序号 姓名 职务 become wide ones."""
    if not seeds.pattern("people.name_column").search(string):
        return
    wanted = 0
    for start, line in each_line(string):
        cells = [(start + m.start(), start + m.end()) for m in WORD.finditer(line)]
        if GAP not in line and grid.header([string[low:high] for low, high in cells], seeds):
            wanted = len(cells)
        pairs = _padded(string, cells) if wanted else []
        if not wanted or len(cells) - len(pairs) != wanted or wanted == 1:
            wanted = wanted if not cells else 0
            continue
        yield Edit(start, start, HEAD)
        for one, two in pairwise(cells):
            yield Edit(one[1], two[0], "" if (one[0], two[1]) in pairs else GAP)


def _padded(string: str, cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first characters of names of two that fill the column of three: 陈 明."""
    found: list[tuple[int, int]] = []
    for one, two in pairwise(cells):
        single = one[1] - one[0] == two[1] - two[0] == 1
        if single and SINGLE.match(string[one[0]] + string[two[0]]) and (not found or found[-1][1] < one[0]):
            found.append((one[0], two[1]))
    return found
