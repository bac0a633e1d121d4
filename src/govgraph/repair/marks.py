"""Marks that one step of repair leaves for a later one: control characters that no text holds after the width step.

They are replaced by nothing before the prose is handed on; :mod:`govgraph.repair.paragraphs` takes them out last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, compress, count
from operator import add

HEAD = "\x01"  # what follows, to the end of the line, was set as a heading
BREAK = "\x02"  # a page or column began here; what goes before may not be what comes before

GAP = "   "  # between the cells of a row: wider than any blank that justified type leaves

HAN = r"㐀-䶿一-鿿豈-﫿〇"
END = "。！？…；：!?;:"  # a line that ends so may end a paragraph
CLOSERS = "”’』」》）】〕\"')"
REST = re.compile("[^。；]{1,5}[。；]")  # a line so short that ends so is the rest of a sentence


def each_line(string: str) -> Iterator[tuple[int, str]]:
    """The lines that have characters, each with where it begins; a search by pattern looks at every one of them."""
    lines = string.split("\n")
    starts = map(add, accumulate(map(len, lines), initial=0), count())  # a line end after each
    return compress(zip(starts, lines, strict=False), lines)
