"""Headings drawn twice to look bold: 局长通道局长通道. One stays.

Only a whole line of eight characters or more that is one half said twice; a word that is doubled (研究研究) is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.text import Edit

# The rest of the line is looked at first: before most lines are halved, a comma is met.
DOUBLED = re.compile(
    r"\n[ \u3000\x01\x02]*(?=[^\s，。]{8,80}+[ \u3000]*(?:\n|\Z))([^\s，。]{4,40})(\1)(?=[ \u3000]*(?:\n|\Z))"
)


def headings(string: str) -> Iterator[Edit]:
    """Remove the second half."""
    for line in DOUBLED.finditer("\n" + string):
        if len(set(line[1])) > 2:
            yield Edit(line.start(2) - 1, line.end(2) - 1, "")
