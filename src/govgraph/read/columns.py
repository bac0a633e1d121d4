"""Two columns of a page: told from one by the gutter between them, and read one after the other.

A page has two columns where a strip in its middle third is free of characters on nearly all lines, and on both sides
of it stand lines of prose that mostly reach the edge of their column. A table has gaps too, but its cells are short or
ragged. In doubt the page has one column, and its lines keep the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

GUTTER = 1.0  # widths of a character that a gutter has, at least
GAP = 2.0  # of a gap between cells of a table
PROSE = 8  # characters of a line that is prose, not a cell
LINES = 4  # of prose in each column, at least
FREE = 0.7  # of the lines of a page that respect a gutter
FULL = 0.5  # of the lines of a column that reach its edge
SENTENCE = "，。；"
LINE_END = "\r\n\v\f\x85\u2028\u2029"


class Character(NamedTuple):
    """A character and its box, in points from the lower left corner."""

    string: str
    left: float
    bottom: float
    right: float
    top: float


Run = list[Character]


def read(characters: Iterable[Character], width: float) -> list[str]:
    """The text of a page: one string, or what stands above two columns, the left one, the right one, and below."""
    lines = [line for line in _lines(characters) if not all(each.string.isspace() for each in line)]
    if not lines:
        return []
    em = median(max(each.right - each.left, each.top - each.bottom) for line in lines for each in line) or 1.0
    gutter = _gutter(lines, width, em)
    if gutter is None:
        return ["\n".join(_spaced(line, em) for line in lines)]
    return _by_column(lines, gutter)


def _lines(characters: Iterable[Character]) -> Iterator[Run]:
    """Characters between the line ends that the library puts in."""
    for ends, group in groupby(characters, key=lambda each: each.string in LINE_END):
        if not ends:
            yield list(group)


def _inked(run: Run) -> Run:
    return [each for each in run if not each.string.isspace()]


def _string(run: Run) -> str:
    return "".join(each.string for each in run).strip(" ")


def _spaced(line: Run, em: float) -> str:
    """A line in which wide gaps, as between cells, are tabs; in a line of prose they are wide blanks."""
    strings: list[str] = []
    gap = "\u3000\u3000" if any(each.string in SENTENCE for each in line) else "\t"
    last: Character | None = None
    for each in line:
        if each.string.isspace():
            strings.append(each.string)
            continue
        if last and each.left - last.right > GAP * em:
            while strings and strings[-1].isspace():
                strings.pop()
            strings.append(gap)
        strings.append(each.string)
        last = each
    return "".join(strings).strip(" ")


def _gutter(lines: Sequence[Run], width: float, em: float) -> float | None:
    """The middle of the strip between two columns, where there clearly are two."""
    spans = [_spans(line, em * GUTTER) for line in lines]
    good = []
    for place in range(35, 66):  # hundredths of the width
        x = width * place / 100
        crossed = sum(
            any(left < x + em * GUTTER / 2 and x - em * GUTTER / 2 < right for left, right in s) for s in spans
        )
        if crossed <= (1 - FREE) * len(lines) and _are_columns(lines, x, em):
            good.append(x)
    return median(good) if good else None


def _spans(line: Run, gap: float) -> list[tuple[float, float]]:
    """Where a line is covered with characters, across gaps that are narrower than a gutter."""
    inked = sorted(_inked(line), key=lambda each: each.left)
    ends = [after for after in range(1, len(inked)) if inked[after].left - inked[after - 1].right >= gap]
    return [(inked[a].left, inked[b - 1].right) for a, b in pairwise([0, *ends, len(inked)])]


def _are_columns(lines: Sequence[Run], x: float, em: float) -> bool:
    """True where prose stands on both sides of a gutter, and reaches the edge of its column."""
    left, right = zip(*(_cut(line, x) for line in lines if not _crosses(line, x)), strict=True)
    return _is_column(left, em) and _is_column(right, em)


def _is_column(runs: Sequence[Run], em: float) -> bool:
    prose = [_inked(run) for run in runs if len(_string(run)) >= PROSE]
    if len(prose) < LINES or 2 * len(prose) < sum(bool(run) for run in runs):
        return False
    ends = [run[-1].right for run in prose]
    return sum(end > max(ends) - 1.5 * em for end in ends) >= FULL * len(prose)


def _crosses(line: Run, x: float) -> bool:
    return any(each.left < x < each.right for each in _inked(line))


def _cut(line: Run, x: float) -> tuple[Run, Run]:
    """The characters of a line left and right of a gutter."""
    inked = _inked(line)
    split = next((line.index(each) for each in inked if each.left >= x), len(line))
    return (line[:split], line[split:]) if inked and inked[0].left < x else ([], line)


def _by_column(lines: Sequence[Run], gutter: float) -> list[str]:
    """What stands across above the columns, the columns, and what stands across below them."""
    inside = [line for line in lines if not _crosses(line, gutter)]
    middle = median(_inked(line)[0].bottom for line in inside)
    sides: tuple[list[Run], ...] = ([], [], [], [])
    for line in lines:
        if _crosses(line, gutter):
            sides[0 if _inked(line)[0].bottom > middle else 3].append(line)
            continue
        left, right = _cut(line, gutter)
        sides[1].extend([left] if _inked(left) else [])
        sides[2].extend([right] if _inked(right) else [])
    ordered = (sorted(side, key=lambda run: -round(_inked(run)[0].bottom)) for side in sides)
    return ["\n".join(_string(run) for run in side) for side in ordered if side]
