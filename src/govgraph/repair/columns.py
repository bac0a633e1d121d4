"""Column breaks that leave no mark.

A quotation torn apart shows them: 坚决拥护“两个确 … 立”，增强. A line that leaves a quotation open while the next
one opens first ends a column; a line that closes one which was not open begins one. A quotation of several
paragraphs, each opened anew at its start, is not torn.

And so does the height of the columns: where most stretches between marks are one, two or four times as many lines as
the usual stretch, every column of that page has that many.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from govgraph.repair.marks import BREAK, each_line
from govgraph.seeds import Seeds
from govgraph.text import Edit

QUOTE = re.compile("[“”]")
STRAY = re.compile(r"(?<=[\d ]\n)[^\x02\d]|(?<=\d\n\n)[^\x02\d]")  # a unit that fell out of its line
LOWEST = 12  # lines; fewer are no column
REACH = 400  # characters: a quotation that stays open longer is a speech, not a term


def breaks(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps look the same
    """Mark the line after an open quotation, or before one that closes without being open."""
    first, *rest = string.split("“")
    if "”" not in first and all(part.count("”") == 1 for part in rest):
        return iter(())
    marks = list(QUOTE.finditer(string))
    places = set()
    if marks and marks[0][0] == "”":
        places.add(string.rfind("\n", 0, marks[0].start()) + 1)
    for one, two in pairwise(marks):
        if one[0] != two[0] or two.start() - one.start() > REACH:
            continue
        torn = string.find("\n", one.end(), two.start())
        if one[0] == "”":
            torn = string.rfind("\n", one.end(), two.start())
        at_start = not string[string.rfind("\n", 0, two.start()) + 1 : two.start()].strip()
        if torn >= 0 and not (one[0] == "“" and at_start):
            places.add(_next_line(string, torn))
    return (Edit(place, place, BREAK) for place in sorted(places - {0, len(string)}) if string[place] != BREAK)


def _next_line(string: str, place: int) -> int:
    while place < len(string) and string[place] in "\n \u3000":
        place += 1
    return place


def heights(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Mark the columns inside stretches that are several columns long."""
    starts = _lines(string)
    marks = sorted({bisect_right(starts, mark.start()) - 1 for mark in re.finditer(BREAK, string)})
    sizes = [after - before for before, after in pairwise(marks) if after - before >= LOWEST]
    height, times = Counter(sizes).most_common(1)[0] if sizes else (0, 0)
    regular = sum(size % height == 0 for size in sizes) if height else 0
    if times < 3 or 3 * regular < 2 * len(sizes):
        return
    for before, after in pairwise(marks):
        for index in _cuts(after - before, height):
            yield Edit(starts[before + index], starts[before + index], BREAK)


def _lines(string: str) -> list[int]:
    """Where lines begin that are not empty and no unit fallen out of its line."""
    return [
        start
        for start, line in each_line(string)
        if (len(line) > 1 or not STRAY.match(string, start)) and not line.isspace()
    ]


def _cuts(size: int, height: int) -> Iterator[int]:
    """Where columns begin in a stretch of lines; a page that a title shortened has two columns of one height."""
    pages, rest = divmod(size, 2 * height)
    yield from range(height, 2 * height * pages + (1 if rest else 0), height)
    if rest >= height and rest % 2 == 0:
        yield 2 * height * pages + (height if rest == height else rest // 2)
