"""Hard wraps: lines that end where the column ended, not where the paragraph did.

A line is *full* when lines of its width, unfinished and with the punctuation of prose, are many around it: then the
sentence runs on, through words, names and numbers (李文/清). Everything else is a line of its own: headings, list
items, roster lines and signatures are not full, or begin with a number. Text that was never wrapped has no unfinished
lines, so nothing is joined there. Across a page break nothing is joined here; that is for :mod:`govgraph.repair.order`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from govgraph.repair import captions
from govgraph.repair.marks import BREAK, CLOSERS, END, HEAD
from govgraph.seeds import Seeds
from govgraph.text import Edit

LINE = re.compile(r"[^\n \u3000](?:[^\n]*[^\n \u3000])?")
PROSE = re.compile("[，。；、,]")
LEAD = re.compile(r"[\dA-Za-z.%]{1,8}")
RUNS_ON = "，、（《“〈"  # a line that ends so is never the end of a paragraph
HANGS = re.compile("[，。；、！？）》”〉%]")  # a line that begins so is never the start of one
CREDITED = "摄影图文道）"  # a photo credit ends so
WINDOW = 8  # lines before and after that say how wide the column is
WIDEST = 240  # in half-width units; no column is wider


class Line(NamedTuple):
    """A line without its margins."""

    start: int
    end: int
    width: int  # in half-width units
    open: bool  # it does not end as a paragraph ends
    prose: bool  # it has the punctuation of running text
    lead: int  # cells of the number or Latin word it begins with, which could not be cut


def joins(string: str, seeds: Seeds) -> Iterator[Edit]:
    """Take out the line ends that are not the end of anything."""
    lines = [_measure(string, m.start(), m.end()) for m in LINE.finditer(string)]
    full = _fullness(lines)
    spaced = sum(string.count("\n", a.end, b.start) > 1 for a, b in pairwise(lines)) * 5 > 4 * (len(lines) - 2)
    if lines and lines[0].start:
        yield Edit(0, lines[0].start, "")
    new = "\n"
    for index, (line, after) in enumerate(pairwise(lines)):
        between = string[line.end : after.start]
        gap = between.count("\n") > (2 if spaced else 1) or between.endswith(("\u3000", "  "))
        alone = _alone(string, line, new == "\n", seeds) or (not line.open and _credited(string, after, seeds))
        new = (
            "\n"
            if alone or (gap and not full[index])
            else _between(string, line, after, full[index] and not gap, seeds)
        )
        if new != between:
            yield Edit(line.end, after.start, new)


def _alone(string: str, line: Line, first: bool, seeds: Seeds) -> bool:
    """True for a line that ends its paragraph whatever its width: a byline, a photo credit, a title on one line."""
    if _credited(string, line, seeds):
        return True
    if line.prose or not first:
        return False
    text = string[line.start : line.end]
    return bool(seeds.pattern("repair.byline").match(text) or seeds.pattern("repair.title_end").search(text))


def _credited(string: str, line: Line, seeds: Seeds) -> bool:
    return string[line.end - 1] in CREDITED and captions.told(string[line.start : line.end], seeds)


def _measure(string: str, start: int, end: int) -> Line:
    # Han takes three bytes in UTF-8 and two cells on the page, ASCII one and one.
    line = string[start:end]
    width = (len(line.encode("utf-8", "replace")) + len(line)) // 2
    lead = LEAD.match(line) if line[0] < "\x80" else None
    is_open = line.rstrip(CLOSERS)[-1:] not in END
    return Line(start, end, width, is_open, "，" in line or PROSE.search(line) is not None, lead.end() if lead else 0)


def _fullness(lines: list[Line]) -> list[bool]:
    """For each line whether it fills its column."""
    widths = [line.width if line.open and line.prose and line.width <= WIDEST else 0 for line in lines]
    if len(widths) - widths.count(0) < 3:
        return [False] * len(lines)
    usual = _usual(widths, lines)
    around = [0] * (2 * WIDEST)  # how many lines near have each width
    for width in widths[:WINDOW]:
        around[width] += 1
    full: list[bool] = []
    for index, line in enumerate(lines):
        if index + WINDOW < len(lines):
            around[widths[index + WINDOW]] += 1
        if index > WINDOW:
            around[widths[index - WINDOW - 1]] -= 1
        if line.width > WIDEST:
            full.append(False)
            continue
        # Quotation marks and digits are often set narrower than a cell, so a full line may look longer than it is.
        narrowest, slack = line.width * 4 // 5, max(2, line.width // 14)
        # The indent of a first line is lost with the layout: it may be two characters short.
        before = lines[index - 1]
        indent = 0 if index and before.open and before.prose and full[-1] else 4
        if line.prose and index + 1 < len(lines):
            indent += lines[index + 1].lead
        near = sum(around[max(narrowest, 1) : line.width + slack + indent + 1])
        full.append(near >= 3 or not usual.isdisjoint((line.width, line.width + indent)))
    return full


def _usual(widths: list[int], lines: list[Line]) -> set[int]:
    """Widths that a good part of all lines of prose share to the cell: text wrapped by a machine."""
    prose = sum(line.prose for line in lines)
    counts = Counter(width for width in widths if width)
    return {width + by for width, count in counts.items() if count >= 3 and count * 4 >= prose for by in (-1, 0)}


def _between(string: str, line: Line, after: Line, full: bool, seeds: Seeds) -> str:
    """What belongs between two lines: nothing, a blank between Latin words, or the end of a paragraph."""
    first, last = string[after.start], string[line.end - 1]
    if first in (BREAK, HEAD) or string[line.start] == HEAD or string[line.start : line.end] == BREAK:
        return "\n"
    if not (last in RUNS_ON or HANGS.match(first)):
        if not full or (not line.open and not _continues(after)):
            return _title(string, line, after, seeds)
        if seeds.pattern("repair.numbered").match(string, after.start):
            return "\n"
    return " " if last.isascii() and last.isalpha() and first.isascii() and first.isalpha() else ""


def _continues(after: Line) -> bool:
    """After a full line that ends with a full stop only a line of prose belongs to the same paragraph."""
    return after.prose


def _title(string: str, line: Line, after: Line, seeds: Seeds) -> str:
    """The two lines of a title belong together where the first cannot be one alone."""
    if line.prose or after.prose or not line.open:
        return "\n"
    first, second = string[line.start : line.end], string[after.start : after.end]
    broken = seeds.pattern("repair.broken_title").search(first) and seeds.pattern("repair.title_tail").search(second)
    return "" if broken else "\n"
