"""Lines of a page, measured, and whether each fills its column.

A line is *full* when lines of its width, unfinished and with the punctuation of prose, are many around it. And where a
program has cut every line at one number of characters or cells, that number itself tells: several lines have it, none
has more, and words are cut there. A stop at the end of such a line is the end of a paragraph unless chance speaks for a
cut; where a paragraph fills its last line nothing else tells it from the next.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, partial
from itertools import accumulate, chain, compress, pairwise, repeat
from operator import add
from typing import NamedTuple

from govgraph.repair import seams
from govgraph.repair.captions import CREDITED
from govgraph.repair.marks import BREAK, CLOSERS, END, REST

MARGIN = " \u3000"
LEAD = re.compile(r"[\dA-Za-z.%]{1,8}")
NUMERAL = "一二三四五六七八九十1234567890"  # 一、 is no punctuation of prose
OPENERS = "（《“〈，、"
CLOSED = frozenset(END + CLOSERS)
WINDOW = 8  # lines before and after that say how wide the column is
ENOUGH = 3  # lines of one width around
WIDEST = 240  # in half-width units; no column is wider
WIDE = 24  # characters; so long no heading is
NARROWEST = 10  # characters; a narrower limit is a list
INDENT = 2  # characters of the blanks that may have been cut off
UNLIKELY = 2  # times likelier, before paragraphs are put together
FEW = 40  # lines; in more of them those around tell how wide the column is
SHARE = 8  # at least one line in so many reaches the limit


class Line(NamedTuple):
    """A line without its margins."""

    start: int
    end: int
    width: int  # in half-width units
    open: bool  # it does not end as a paragraph ends
    prose: bool  # it has the punctuation of running text
    lead: int  # cells of the number or Latin word it begins with, which could not be cut


def measure(string: str) -> list[Line]:
    """The lines of a text that are not empty."""
    rows = string.split("\n")
    texts = [row.strip(MARGIN) for row in rows]
    starts = list(map(add, accumulate(map(len, rows), initial=0), range(len(rows))))  # a line end after each
    if texts != rows or "" in rows:
        starts = [at + len(row) - len(row.lstrip(MARGIN)) for at, row in zip(starts, rows, strict=True)]
        starts, texts = list(compress(starts, texts)), list(filter(None, texts))
    sizes = list(map(len, texts))
    # Han takes three bytes in UTF-8 and two cells on the page, ASCII one and one.
    encoded = map(len, "\n".join(texts).encode("utf-8", "replace").split(b"\n"))
    columns = (
        starts,
        map(add, starts, sizes),
        [(three + one) // 2 for three, one in zip(encoded, sizes, strict=True)] if texts else (),
        [text[-1] not in CLOSED or text.rstrip(CLOSERS)[-1:] not in END for text in texts],
        ["，" in text or "。" in text or "；" in text or "," in text or _pauses(text) for text in texts],
        [_lead(text) if text[0] < "\x80" else 0 for text in texts],
    )
    return list(map(partial(tuple.__new__, Line), zip(*columns, strict=True)))  # so a named tuple takes half the time


def _pauses(line: str) -> bool:
    """True where a pause parts words: the first one after a numeral does not."""
    return line.find("、", line.find("、", 1, 4) + 1 if line[0] in NUMERAL else 0) >= 0


def _lead(line: str) -> int:
    lead = LEAD.match(line)
    return lead.end() if lead else 0


def fullness(string: str, lines: list[Line]) -> list[bool]:
    """For each line whether it fills its column."""
    sizes = [line.end - line.start for line in lines]
    if BREAK in string:  # a mark takes no place on the page
        sizes = [size - (string[line.start] == BREAK) for size, line in zip(sizes, lines, strict=True)]
    full = _counted(string, lines, sizes)
    if len(lines) <= FEW:
        # By cells: a wide character for which one cell was left went to the next line.
        widest = max((line.width for line in lines), default=0)
        cells = [(line.width + (line.width == widest - 1) + 1) // 2 for line in lines]
        full = max(full, _counted(string, lines, cells), key=sum)
    return full if any(full) else _near(lines)


def _counted(string: str, lines: list[Line], sizes: list[int]) -> list[bool]:
    """For each line whether it has the size at which a program has cut every line; nothing where none did."""
    limit = _limit(string, lines, sizes)
    if not limit:
        return []
    full = [size == limit for size in sizes]
    for index, size in enumerate(sizes):
        if limit - INDENT <= size < limit and _padded(string, lines[index], limit - size):
            full[index] = True
    stopped = [index for index, filled in enumerate(full) if filled and not lines[index].open]
    cuts = sum(full) - len(stopped)
    if stopped and not _stops_inside(string, limit, cuts, sum(not line.open for line in lines) - len(stopped)):
        for index in stopped:
            full[index] = False
    return full


def _padded(string: str, line: Line, lacking: int) -> bool:
    """True for a line beside which the program counted blanks too."""
    before, behind = string[max(line.start - lacking, 0) : line.start], string[line.end : line.end + lacking]
    return any(len(blanks) == lacking and not blanks.strip(MARGIN) for blanks in (before, behind))


def _stops_inside(string: str, limit: int, cuts: int, ends: int) -> bool:
    """True where a full line that ends with a stop is likelier cut there by chance than the end of a paragraph.

    The first happens as often as stops come in the text, once for every line that was cut; the second once for every
    paragraph in so many as a line has characters. Paragraphs that met say more than was said, sentences apart do not.
    """
    return cuts * string.count("。") * limit > UNLIKELY * ends * len(string)


def _limit(string: str, lines: list[Line], sizes: list[int]) -> int:
    """The size at which a program has cut every line, or 0."""
    known = sizes
    if BREAK in string:
        known = [size for line, size in zip(lines, sizes, strict=True) if string[line.start] != BREAK]
    limit = max(known, default=0)
    times = known.count(limit)
    few = times < 2 or SHARE * times < len(lines)
    if not NARROWEST <= limit <= WIDEST:
        return 0
    alone = limit >= WIDE and _alone(string, lines, sizes, limit)
    if few and not alone:
        return 0
    pairs = [pair for pair, size in zip(pairwise(lines), sizes, strict=False) if size == limit][:24]
    cut = sum(_cut(string, line, after) for line, after in pairs)
    if alone:
        return limit if cut or len(pairs) >= 2 or any("。" in string[a.start : a.end] for a, _ in pairs) else 0
    return limit if cut >= 2 and 4 * cut >= len(pairs) else 0


def _alone(string: str, lines: list[Line], sizes: list[int], limit: int) -> bool:
    """True where lines of prose are left open at the limit and nowhere else: no author does that, but in credits."""
    found = False
    for line, size in zip(lines[:-1], sizes, strict=False):
        if line.open and line.prose and string[line.end - 1] not in CREDITED:
            if size != limit:
                return False
            found = True
    return found


def _cut(string: str, line: Line, after: Line) -> bool:
    """True where the end of a line cannot be the end of anything: it cuts a word, a number or a quotation."""
    tail, head = string[max(line.end - 8, line.start) : line.end], string[after.start : min(after.start + 8, after.end)]
    digits = tail[-1].isdigit() and head[0].isdigit()
    if encloses(string, line, after) or (line.open and REST.fullmatch(string, after.start, after.end)):
        return True
    return tail[-1] in OPENERS or head[0] in seams.POINT or digits or seams.word(tail, head) > 0


def encloses(string: str, line: Line, after: Line) -> bool:
    """True where a parenthesis or a title that one line opens closes in the next."""
    for opener, closer in ("（）", "《》"):
        last = string.rfind(opener, line.start, line.end)
        if last >= 0 and last > string.rfind(closer, line.start, line.end):
            closing = string.find(closer, after.start, after.end)
            if closing >= 0:
                return string.find(opener, after.start, closing) < 0
    return False


def _near(lines: list[Line]) -> list[bool]:
    """By the lines around, where widths vary."""
    widths = [line.width if line.open and line.prose and line.width <= WIDEST else 0 for line in lines]
    if len(widths) - widths.count(0) < 3:
        return [False] * len(lines)
    usual = _usual(widths, lines)
    around = [0] * (2 * WIDEST)  # how many lines near have each width; 0 is that of none
    for width in widths[:WINDOW]:
        around[width] += 1
    full: list[bool] = []
    coming, gone = chain(widths[WINDOW:], repeat(0, WINDOW)), chain(repeat(0, WINDOW + 1), widths)
    for index, (line, new, old) in enumerate(zip(lines, coming, gone, strict=False)):
        around[new] += 1
        around[old] -= 1
        width = line.width
        if width > WIDEST or width in usual or around[width] >= ENOUGH:
            full.append(width <= WIDEST)
            continue
        low, high = _like(width)
        if sum(around[low:high]) >= ENOUGH:
            full.append(True)
            continue
        # The indent of a first line is lost with the layout: it may be two characters short.
        before = lines[index - 1]
        indent = 0 if index and before.open and before.prose and full[-1] else 4
        if line.prose and index + 1 < len(lines):
            indent += lines[index + 1].lead
        full.append(width + indent in usual or sum(around[low : high + indent]) >= ENOUGH)
    return full


@cache
def _like(width: int) -> tuple[int, int]:
    """From which width on, and up to which, lines are as wide as one.

    Quotation marks and digits are often set narrower than a cell, so a full line may look longer than it is.
    """
    return max(width * 4 // 5, 1), width + max(2, width // 14) + 1


def _usual(widths: list[int], lines: list[Line]) -> set[int]:
    """Widths that a good part of all lines of prose share to the cell: text wrapped by a machine."""
    prose = sum(line.prose for line in lines)
    counts = Counter(width for width in widths if width)
    return {width + by for width, count in counts.items() if count >= 3 and count * 4 >= prose for by in (-1, 0)}
