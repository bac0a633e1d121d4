"""Where a name that no bracket marks begins: after punctuation, or after the last word that cannot be part of it.

Which words cannot (制定, 召开, 的 …) differs by kind and comes from a word list. What stands in quotation marks is part
of the name as a whole, whatever words it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govgraph.model import Mention

_QUOTED = re.compile("“[^“”\n]{1,30}”")
_BREAK = re.compile(r"[^\w·—+＋/“”（）()□-]|[》《〉〈]|(?<![一-鿿])-|-(?![一-鿿])")
_HAN = re.compile("[一-鿿]")


class Edge(NamedTuple):
    """The left edge of a name, and the word that it follows ("" after punctuation or where the window ends)."""

    start: int
    word: str


def left(text: str, end: int, words: re.Pattern[str], limit: int = 40) -> Edge:
    """The left edge of the name that ends at ``end``."""
    low = max(0, end - limit)
    while low and text[low - 1 : low + 1].isdigit():
        low -= 1  # no name begins inside a number
    window = _QUOTED.sub(lambda m: "□" * len(m[0]), text[low:end])
    start, word = 0, ""
    for match in _BREAK.finditer(window):
        start = match.end()
    for match in words.finditer(window, start):
        if match.end() < len(window):
            start, word = match.end(), match[0]
    while start < len(window) and window[start] in "”）)":
        start += 1
    return Edge(low + start, word)


def ending(places: Iterable[Mention]) -> dict[int, int]:
    """Where the longest chain of adjacent places (吉林市龙潭区) that ends at a position starts."""
    starts: dict[int, int] = {}
    for place in sorted(places, key=lambda m: (m.end, m.start)):
        start = starts.get(place.start, place.start)
        starts[place.end] = min(start, starts.get(place.end, start))
    return starts


def inside(spans: Iterable[tuple[int, int]], size: int) -> bytearray:
    """A mark for each character that some span covers."""
    marks = bytearray(size)
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


def holding(text: str, clauses: re.Pattern[str], cue: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The clauses that hold a cue, found in one pass over the text; no cue runs over a mark between clauses."""
    spots = (match.start() for match in cue.finditer(text))
    spot = next(spots, len(text))
    for clause in clauses.finditer(text):
        end = clause.end()
        if spot < end:
            yield clause
            while spot < end:
                spot = next(spots, len(text))


def han(text: str, at: int) -> bool:
    """Whether a Chinese character stands at a position."""
    return 0 <= at < len(text) and bool(_HAN.match(text[at]))
