"""Patterns that stay within a sentence, ``[^。]{2,}指挥部[^。]*``: only sentences that hold their words are searched.

No part of such a pattern takes a full stop or the end of a line, so what it needs stands in the stretch between two of
them where it begins, or little beyond, where it looks back and ahead. The matches are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]  # has no public name since Python 3.11
from typing import Any

from govgraph.spots import Page

_BARS = "\n。；"
_CODES = frozenset(map(ord, _BARS))
_NEAR = 16  # characters that a match may look back or ahead at, whatever they are
_ROOM = 20  # characters behind a stretch that a search may see: more than those
_APART = 60  # characters for each word that is found: where words are many, all stretches have one
_SHARE = 2  # what is worth it: half of the text
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_LOOKS = (op.ASSERT, op.ASSERT_NOT)
_CATEGORIES = (op.CATEGORY_DIGIT, op.CATEGORY_WORD, op.CATEGORY_SPACE)


def bars(parsed: Any) -> str:
    """The characters of a few that no match can hold; a match must not be empty."""
    if not parsed.getwidth()[0] or parsed.state.flags & ~(re.UNICODE | re.MULTILINE).value:
        return ""
    taken = _taken(parsed.data)
    return "".join(bar for bar in _BARS if ord(bar) not in taken)


def found(
    page: Page, bars: str, needs: Sequence[tuple[str, ...]], search: Callable[..., Iterator[re.Match[str]]]
) -> Iterator[re.Match[str]] | None:
    """The matches in the stretches that hold what they need; None where those are too many."""
    edges, text = page.edges(bars), page.text
    chosen: set[int] | None = None
    for words in needs:
        spots = [spot for word in words for spot in page.spots(word)]
        if len(spots) * _APART <= len(text):
            held = _stretches(edges, spots)
            chosen = held if chosen is None else chosen & held
    if chosen is None:
        return None
    edges = [-1, *edges, len(text)]
    bounds = [(edges[at] + 1, edges[at + 1]) for at in sorted(chosen)]
    return _within(text, bounds, search) if sum(end - start for start, end in bounds) * _SHARE <= len(text) else None


def _stretches(edges: list[int], spots: Iterable[int]) -> set[int]:
    """The numbers of the stretches in which a match can stand that has a word at one of these places."""
    held: set[int] = set()
    for spot in spots:
        held.update(range(bisect_left(edges, spot - _NEAR), bisect_left(edges, spot + _NEAR) + 1))
    return held


def _within(
    text: str, bounds: Iterable[tuple[int, int]], search: Callable[..., Iterator[re.Match[str]]]
) -> Iterator[re.Match[str]]:
    for start, end in bounds:
        for match in search(text, start, end + _ROOM):
            if match.start() >= end:
                break
            yield match


def _taken(items: Iterable[Any]) -> set[int]:
    """The bars that a sequence may take, or look ahead beyond further than a little."""
    taken: set[int] = set()
    for kind, value in items:
        if kind is not op.LITERAL:  # as most are, of long lists
            taken |= _part_taken(kind, value)
        elif value in _CODES:
            taken.add(value)
    return taken


def _part_taken(kind: Any, value: Any) -> frozenset[int] | set[int]:
    if kind is op.NOT_LITERAL:
        return _CODES - {value}
    if kind is op.ANY:
        return _CODES - {ord("\n")}
    if kind is op.IN:
        return {bar for bar in _CODES if _member(value, bar)}
    if kind is op.AT:
        return set()
    if kind in _LOOKS:
        if value[1].getwidth()[1] <= _NEAR and not (value[0] > 0 and _looks(value[1].data)):
            return set()
        return _CODES if value[0] < 0 else _taken(value[1].data)
    parts = _parts(kind, value)
    return _CODES if parts is None else set().union(*(_taken(part.data) for part in parts))


def _parts(kind: Any, value: Any) -> Sequence[Any] | None:
    """What a part is made of; None where that is not known."""
    if kind is op.SUBPATTERN:
        return None if value[1] or value[2] else [value[-1]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in _REPEATS:
        return [value[2]]
    return value[1] if kind is op.BRANCH else None


def _looks(items: Iterable[Any]) -> bool:
    """True where a sequence looks ahead itself."""
    inner = ((kind, _parts(kind, value) or ()) for kind, value in items)
    return any(kind in _LOOKS or any(_looks(part.data) for part in parts) for kind, parts in inner)


def _member(members: Iterable[tuple[Any, Any]], bar: int) -> bool:
    """True where a character is in a set; no bar is a digit or of a word, and what is no digit may be one."""
    inside, other = False, False
    for kind, value in members:
        if kind is op.NEGATE:
            other = True
        elif kind is op.CATEGORY:
            if value not in _CATEGORIES:
                return True
            inside |= value is op.CATEGORY_SPACE and chr(bar).isspace()
        elif kind is op.LITERAL:
            inside |= value == bar
        else:
            inside |= value[0] <= bar <= value[1]
    return inside is not other
