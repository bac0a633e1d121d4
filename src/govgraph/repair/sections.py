"""Numbered sections that came in the wrong order: 一、 三、 二、 are put in the order of their numbers.

Only where every number from one on heads exactly one section, three or more in all, and the numbers are out of order:
a table of contents, an annex with its own numbering or a gap leaves everything as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from govgraph.repair.marks import BREAK, HEAD
from govgraph.repair.seams import NUMERALS
from govgraph.text import Text

SECTION = re.compile(rf"\n[{HEAD}{BREAK}]*([一二三四五六七八九十]{{1,2}})、")
FEWEST = 3


def arrange(text: Text) -> tuple[Text, int]:
    """The text with its sections in order, and how many were moved."""
    found = list(SECTION.finditer("\n" + text.string))
    numbers = [NUMERALS.get(section[1], 0) for section in found]
    if len(numbers) < FEWEST or sorted(numbers) != list(range(1, len(numbers) + 1)) or numbers == sorted(numbers):
        return text, 0
    bounds = [*(section.start() for section in found), len(text)]
    parts = sorted(zip(numbers, pairwise(bounds), strict=True))
    sections = [[(start, _end(text.string, end))] for _, (start, end) in parts]
    head = [[(0, _end(text.string, bounds[0]))]] if bounds[0] else []
    moved = sum(number != place for place, number in enumerate(numbers, 1))
    return text.join(head + sections, "\n"), moved


def _end(string: str, end: int) -> int:
    """Without the line ends before a position."""
    while end and string[end - 1] == "\n":
        end -= 1
    return end
