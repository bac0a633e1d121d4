"""Pages and paragraphs that a scan or an imposed page gives twice. One copy stays, so that a fact counts once.

Lines: a run of six or more equal lines that came before goes. Paragraphs: two neighbours, or one of eighty characters,
that come again; here the last copy stays, because a block that a scan tore off stands first where it does not belong.
A line of a roster or a formula that recurs alone is no repetition.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govgraph.repair.marks import BREAK, HEAD, each_line
from govgraph.seeds import Seeds
from govgraph.text import Edit

RUN = 6  # lines
LONG = 80  # characters that no formula has
PAIR = 60  # characters that two neighbours have together
EDGE = 12  # characters at the start or the end that near copies have in common
ALIKE = 0.85
DIGITS = re.compile(r"[\d.][\d.]*")  # so written the search skips to the class
MARKS = BREAK + HEAD

Lines = list[tuple[int, int, str]]


def pages(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps look the same
    """Remove runs of lines that came before; a break stays behind."""
    if not _recurs(string):
        return
    lines = _lines(string)
    times = Counter(line[2] for line in lines)
    first: dict[tuple[str, ...], int] = {}
    index = 0
    while index + RUN <= len(lines):
        if times[lines[index][2]] == 1:
            index += 1
            continue
        size = _run(lines, first.get(_key(lines, index)), index)
        if size >= RUN and sum(len(line[2]) for line in lines[index : index + size]) >= LONG:
            yield Edit(lines[index][0], lines[index + size - 1][1], BREAK)
            index += size
        else:
            first.setdefault(_key(lines, index), index)
            index += 1


def _recurs(string: str) -> bool:
    """False where no run of lines can come again: none has neighbours that come again too."""
    for sign in " \u3000" + MARKS:
        string = string.replace(sign, "")
    lines = [line for line in string.split("\n") if line]
    if len(set(lines)) + RUN > len(lines):
        return False
    times = Counter(lines)
    return b"\1" * RUN in bytes([times[line] > 1 for line in lines])


def _lines(string: str) -> Lines:
    found: Lines = []
    for start, line in each_line(string):
        words = line.split()
        bare = (words[0] if len(words) == 1 else "".join(words)).strip(MARKS)
        if bare:
            margin = len(line) - len(line.lstrip(" \u3000"))
            found.append((start + margin, start + len(line.rstrip(" \u3000")), bare))
    return found


def _key(lines: Lines, index: int) -> tuple[str, ...]:
    return tuple(line[2] for line in lines[index : index + RUN])


def _run(lines: Lines, earlier: int | None, index: int) -> int:
    """How many lines from ``index`` on are those from ``earlier`` on."""
    size = 0
    if earlier is not None:
        limit = min(len(lines) - index, index - earlier)
        while size < limit and lines[earlier + size][2] == lines[index + size][2]:
            size += 1
    return size


def paragraphs(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Remove paragraphs that come again; the last copy stays."""
    lines = _lines(string)
    last = {line[2]: index for index, line in enumerate(lines)}
    yield from sorted({*_equal(lines, last), *_alike(lines)})


def _equal(lines: Lines, last: dict[str, int]) -> Iterator[Edit]:
    if len(last) == len(lines):
        return
    again = [last[line[2]] > index and len(line[2]) >= 12 for index, line in enumerate(lines)]
    for index, (start, end, line) in enumerate(lines):
        if again[index] and (len(line) >= LONG or _pair(lines, again, last, index)):
            yield Edit(start, end, BREAK)


def _alike(lines: Lines) -> Iterator[Edit]:
    """Paragraphs that two scans read a little differently: the fuller one stays. Other numbers are another fact."""
    long = [line for _, _, line in lines if len(line) >= LONG]
    if len(long) == len({line[:EDGE] for line in long}) == len({line[-EDGE:] for line in long}):
        return
    edges: dict[str, int] = {}
    for index, (_, _, line) in enumerate(lines):
        if len(line) < LONG:
            continue
        found = {edges.get("<" + line[:EDGE]), edges.get(line[-EDGE:] + ">")} - {None}
        for earlier in found:
            other = lines[earlier or 0]
            if other[2] != line and _numbers(other[2], line) and _shared(other[2], line):
                start, end, _ = lines[index] if len(line) < 0.9 * len(other[2]) else other
                yield Edit(start, end, BREAK)
                break
        edges["<" + line[:EDGE]] = edges[line[-EDGE:] + ">"] = index


def _numbers(one: str, two: str) -> bool:
    """True where two paragraphs have the same numbers; the first tells most apart."""
    first, other = DIGITS.search(one), DIGITS.search(two)
    if not first or not other:
        return first is other
    return first[0] == other[0] and DIGITS.findall(one) == DIGITS.findall(two)


def _shared(one: str, two: str) -> bool:
    """True where nearly all runs of four characters of the shorter are in the longer."""
    short, long = sorted(({text[at : at + 4] for at in range(len(text) - 3)} for text in (one, two)), key=len)
    return len(short & long) >= ALIKE * len(short)


def _pair(lines: Lines, again: list[bool], last: dict[str, int], index: int) -> bool:
    """True where a neighbour comes again too, and beside the same paragraph."""
    for by in (-1, 1):
        if 0 <= index + by < len(lines) and again[index + by]:
            together = last[lines[index + by][2]] == last[lines[index][2]] + by
            if together and len(lines[index][2]) + len(lines[index + by][2]) >= PAIR:
                return True
    return False
