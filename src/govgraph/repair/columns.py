"""Column breaks that leave no mark but a quotation torn apart: 坚决拥护“两个确 … 立”，增强.

A line that leaves a quotation open while the next one opens first ends a column; a line that closes one which was not
open begins one. A quotation of several paragraphs, each opened anew at its start, is not torn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govgraph.repair.marks import BREAK
from govgraph.seeds import Seeds
from govgraph.text import Edit

QUOTE = re.compile("[“”]")
REACH = 400  # characters: a quotation that stays open longer is a speech, not a term


def breaks(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps look the same
    """Mark the line after an open quotation, or before one that closes without being open."""
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
