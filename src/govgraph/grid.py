"""Tables whose header says what their columns hold: 姓名, 职务, 重点任务, 牵头单位.

A header is a line of two cells or more, most of which are titles of columns (``seeds/words/table_columns.csv``); the
lines below it with as many cells are its rows. Cells are parted by three blanks or by two wide ones, in a table that
has none of those by any blanks; where a cell is empty, two gaps meet. Where pipes part them, a row may break off and go
on below. A line with other cells than its header ends the table, and one without such a header is not read here at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govgraph.model import Paragraph
from govgraph.regexes import compiled
from govgraph.seeds import Seeds

GAPS = re.compile("[ \u3000]{3,}|\u3000{2,}")  # where blanks align the columns
GAP = compiled("[ \u3000]{3}|\u3000{2}")  # where a cell may be empty
PIPES = re.compile("[ \u3000]*[|｜][ \u3000]*")
EMPTY = " \u3000—-"
LOOSE = re.compile("[ \u3000]+")  # where nothing aligns them


class Cell(NamedTuple):
    """What stands in one column of a row."""

    start: int
    end: int
    column: str  # name, post, term, task, lead, share, other


Row = tuple[Cell, ...]


def rows(string: str, paragraphs: Sequence[Paragraph], seeds: Seeds) -> Iterator[Row]:
    """The rows of all tables with a header, without the header."""
    if not GAP.search(string) and not seeds.pattern("people.name_column").search(string):
        return
    columns: tuple[str, ...] = ()
    above: Row = ()
    for paragraph in paragraphs:
        piped = PIPES.search(string, paragraph.start, paragraph.end) is not None
        cells = _cells(string, paragraph.start, paragraph.end, len(columns), piped=piped)
        titles = header([string[low:high] for low, high in cells], seeds)
        if titles:
            columns, above = titles, ()
        elif columns and (len(cells) == len(columns) or (piped and 1 < len(cells) < len(columns))):
            row = tuple(Cell(low, high, column) for (low, high), column in zip(cells, columns, strict=False))
            above = _merged(string, row, above)
            yield above
        elif not piped:
            columns = ()


def led(string: str, paragraphs: Sequence[Paragraph], seeds: Seeds) -> frozenset[int]:
    """Where the cells of names begin whose posts stand in the next column, so that no title before is theirs."""
    pairs = (pair for row in rows(string, paragraphs, seeds) for pair in pairwise(row))
    return frozenset(one.start for one, two in pairs if (one.column, two.column) == ("name", "post"))


def of_name(row: Row, name: Cell) -> list[Cell]:
    """The posts of a name, where a row has several of both: those up to the next name, before or behind."""
    names, posts = ([cell for cell in row if cell.column == kind] for kind in ("name", "post"))
    if len(names) < 2 or not posts:
        return posts
    behind = posts[0].start > names[0].start
    edges = [cell.start for cell in names]
    at = edges.index(name.start)
    low = name.start if behind else (edges[at - 1] if at else -1)
    high = (edges[at + 1] if at + 1 < len(edges) else row[-1].end + 1) if behind else name.start
    return [cell for cell in posts if low <= cell.start < high]


def _merged(string: str, row: Row, above: Row) -> Row:
    """A row with the post of the row above where it has none: one cell may stand for several rows of terms."""
    terms = any(cell.column == "term" and string[cell.start : cell.end].strip(EMPTY) for cell in row)
    posts = [cell for cell in above if cell.column == "post"]
    if not posts or not terms:
        return row
    empty = (cell.column == "post" and not string[cell.start : cell.end].strip(EMPTY) for cell in row)
    return tuple(posts[0] if gone else cell for cell, gone in zip(row, empty, strict=True))


def _cells(string: str, start: int, end: int, wanted: int, *, piped: bool) -> list[tuple[int, int]]:
    """The cells of a line, where it can be with as many as its header has; pipes part them before blanks do."""
    if piped:
        return [(low, high) for low, high in _split(string, start, end, PIPES) if string[low:high].strip()]
    found = _split(string, start, end, GAPS)
    if not wanted:
        return found if len(found) > 1 else _split(string, start, end, LOOSE)
    return next(
        (cells for gap in (GAP, LOOSE) if len(found) != wanted == len(cells := _split(string, start, end, gap))), found
    )


def _split(string: str, start: int, end: int, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    bounds = [start, *(edge for found in gap.finditer(string, start, end) for edge in found.span()), end]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def header(cells: Sequence[str], seeds: Seeds) -> tuple[str, ...]:
    """What the columns hold; nothing where the line is no header."""
    kinds = {word.form: word.kind for word in seeds.words("table_columns")}
    forms = ["".join(cell.split()) for cell in cells]
    ends = [word for word in seeds.words("table_columns") if word.strength == "weak" and word.kind in ("post", "name")]
    found = tuple(kinds.get(form) or next((w.kind for w in ends if form.endswith(w.form)), "") for form in forms)
    known = sum(map(bool, found))
    return tuple(kind or "other" for kind in found) if known >= 2 and 2 * known > len(found) else ()
