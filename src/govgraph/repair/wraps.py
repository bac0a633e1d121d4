"""Hard wraps: lines that end where the column ended, not where the paragraph did.

A line is *full* when lines of its width, unfinished and with the punctuation of prose, are many around it: then the
sentence runs on, through words, names and numbers (李文/清). Everything else is a line of its own: headings, list
items, roster lines and signatures are not full, or begin with a number. Text that was never wrapped has no unfinished
lines, so nothing is joined there. Across a page break nothing is joined here; that is for :mod:`govgraph.repair.order`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise
from operator import or_

from govgraph.repair import captions
from govgraph.repair.captions import CREDITED
from govgraph.repair.lines import Line, encloses, fullness, measure
from govgraph.repair.marks import BREAK, HEAD, REST
from govgraph.seeds import Seeds

RUNS_ON = "，、（《“〈"  # a line that ends so is never the end of a paragraph
HANGS = re.compile("[，。；、！？）》”〉%]")  # a line that begins so is never the start of one
PARTED = re.compile("[:： \u3000]")
EACH_PARTED = tuple(map(re.compile, ":： \u3000"))  # a text is searched for each of them faster than for any
BLANKS = " \u3000"
TAIL = 8  # characters of the longest word that ends a title
LONGER = 10  # characters of a line that may have a rest
COLON = 12  # characters in which a speaker or a role before a colon may stand
# What a heading, a member of a list or the first line of an article begins with.
STARTS = frozenset("一二三四五六七八九十百（第附【—>•●■◆▲△本记通作来编责①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
MARKS = HEAD + BREAK
TAILS = frozenset(CREDITED)
SIGNS = STARTS | {chr(code) for code in range(0x80)}  # and marks, digits and Latin letters


def joins(string: str, seeds: Seeds) -> Iterator[tuple[int, int, str]]:
    """Take out the line ends that are not the end of anything."""
    lines = measure(string)
    full = fullness(string, lines)
    spaced = _spaced(string, lines)
    if lines and lines[0].start:
        yield 0, lines[0].start, ""
    signs, rows = _signs(string, lines, seeds)
    apart = map(or_, rows, rows[1:])
    new, bare = "\n", True
    for line, after, filled, row, signed in zip(lines, lines[1:], full, apart, signs[1:], strict=False):
        bare = (bare or new == "\n") and not line.prose  # no punctuation of prose since the paragraph began
        near = after.start == line.end + 1  # nothing but a line end lies between
        if row or (bare and _whole(string, line, after, new == "\n", seeds)):
            new = "\n"
        elif (near and filled and line.open and not bare) and (
            not (signed or string[line.end - 1] in TAILS or string[line.start] in MARKS)
            or _plainly(string, line, after, seeds)
        ):
            new = ""
        elif near and not filled and line.prose and not line.open and _ended(string, line, after):
            new = "\n"
        else:
            between = string[line.end : after.start]
            gap = between.count("\n") > (2 if spaced else 1) or between.endswith(("\u3000\u3000", "  "))
            new = _between(string, line, after, bare, filled, gap, seeds)
        if not near or new != "\n":
            yield line.end, after.start, new


def _spaced(string: str, lines: list[Line]) -> bool:
    """True where empty lines are between nearly all lines."""
    if string.count("\n") < len(lines):
        return False
    apart = sum(b.start - a.end > 1 and string.count("\n", a.end, b.start) > 1 for a, b in pairwise(lines))
    return apart * 5 > 4 * (len(lines) - 2)


def _signs(string: str, lines: list[Line], seeds: Seeds) -> tuple[list[bool], list[bool]]:
    """For each line whether it may be more than running text, and whether it is a row like 李文清 县政府副县长."""
    starts = [line.start for line in lines]
    signs, rows = [string[start] in SIGNS for start in starts], [False] * len(lines)
    for sign in chain.from_iterable(each.finditer(string) for each in EACH_PARTED):
        index = bisect_right(starts, sign.start()) - 1
        if index >= 0 and sign.start() < lines[index].end:
            signs[index] = True
            if starts[index] + 2 <= sign.start() < starts[index] + 9:
                line = string[starts[index] : lines[index].end]
                rows[index] = seeds.pattern("repair.member").search(line) is not None
    return signs, rows


def _whole(string: str, line: Line, after: Line, first: bool, seeds: Seeds) -> bool:
    """True beside 李文（市财政局局长）, and after 松政发〔2024〕5号: forms that fill a line of their own by chance."""
    last = string[line.end - 1]
    if last in RUNS_ON or HANGS.match(string, after.start) or encloses(string, line, after):
        return False
    if last == "号":
        return seeds.pattern("repair.number_line").match(string, line.start, line.end) is not None
    return (first and _named(string, line, seeds)) or _named(string, after, seeds)


def _named(string: str, line: Line, seeds: Seeds) -> bool:
    """True for 李文（市财政局局长）, which is no 任命李文（女）."""
    if string[line.end - 1] != "）" or string.find("（", line.start, line.start + 5) < 0:
        return False
    return seeds.pattern("repair.dated_name").match(string[line.start : line.end]) is not None


def _ended(string: str, line: Line, after: Line) -> bool:
    """True where nothing is left open after prose that ends as a paragraph ends: most lines of text never wrapped."""
    return not HANGS.match(string, after.start) and not encloses(string, line, after)


def _plainly(string: str, line: Line, after: Line, seeds: Seeds) -> bool:
    """True between two open lines in the midst of running text, where nothing else can be: most line ends are there."""
    last, start = string[line.end - 1], string[after.start]
    if string[line.start] in MARKS or start in MARKS or last in TAILS or (last < "\x80" and start < "\x80"):
        return False
    if not after.prose and PARTED.search(string, after.start, after.end):
        return False
    marked = start in STARTS or start < "\x80" or string.find("：", after.start, after.start + COLON) >= 0
    return not (marked and seeds.pattern("repair.numbered").match(string, after.start))


def _alone(string: str, line: Line, after: Line, bare: bool, full: bool, seeds: Seeds) -> bool:
    """True for a line that ends its paragraph whatever its width: a byline, a credit, a title, 一、2023年工作回顾."""
    if _credited(string, line, seeds):
        return True
    hangs = string.startswith("的", after.start) or HANGS.match(string, after.start)
    if not bare or hangs or encloses(string, line, after):
        return False
    if after.end - after.start > TAIL and seeds.pattern("repair.year_heading").match(string, line.start, line.end):
        return True
    if _byline(string, line, seeds):
        return not (full and _scrap(string, line, after))
    return bool(seeds.pattern("repair.title_end").search(string, max(line.end - TAIL, line.start), line.end))


def _scrap(string: str, line: Line, after: Line) -> bool:
    """True for 记者 李文清 赵|立新 and 赵立|新: no name has one character."""
    return after.end - after.start == 1 or string[line.end - 2] in BLANKS


def _byline(string: str, line: Line, seeds: Seeds) -> bool:
    """True for 市长 李文: nothing is one without a colon or a blank."""
    text = string[line.start : line.end]
    return PARTED.search(text) is not None and seeds.pattern("repair.byline").match(text) is not None


def _apart(string: str, line: Line, after: Line, seeds: Seeds) -> bool:
    """True before a caption that follows a sentence, and before a byline."""
    if not line.open and _credited(string, after, seeds):
        return True
    return not after.prose and _byline(string, after, seeds)


def _credited(string: str, line: Line, seeds: Seeds) -> bool:
    return string[line.end - 1] in CREDITED and captions.told(string[line.start : line.end], seeds)


def _between(string: str, line: Line, after: Line, bare: bool, full: bool, gap: bool, seeds: Seeds) -> str:
    """What belongs between two lines: nothing, a blank between Latin words, or the end of a paragraph."""
    if _alone(string, line, after, bare, full, seeds) or _apart(string, line, after, seeds) or (gap and not full):
        return "\n"
    start, last = string[after.start], string[line.end - 1]
    if start in (BREAK, HEAD) or string[line.start] == HEAD or string[line.start : line.end] == BREAK:
        return "\n"
    title = not line.prose and "的" in (start, last)  # no title ends or begins so
    rest = line.open and line.end - line.start >= LONGER and REST.fullmatch(string, after.start, after.end)
    if not (last in RUNS_ON or HANGS.match(start) or rest or title or encloses(string, line, after)):
        if not full or gap or (not line.open and not _continues(after)):
            return _title(string, line, after, seeds)
        if seeds.pattern("repair.numbered").match(string, after.start):
            return "\n"
    latin = last.isascii() and last.isalpha() and start.isascii() and start.isalpha()
    return " " if latin or (bare and string[after.start - 1] in BLANKS) or (bare and string[line.end] in BLANKS) else ""


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
