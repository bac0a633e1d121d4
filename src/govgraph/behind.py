"""Patterns that begin right behind a mark, ``(?:^|(?<=[，。；]))…``: the marks are found, and what follows is tried.

Python looks back at every character of a text for such a pattern, which takes ten times as long as skipping from mark
to mark. What is searched for is a mark and then the whole pattern, look-behind and all, so the matches are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]  # has no public name since Python 3.11
from typing import Any

_MANY = 64  # marks; more are no help
_STARTS = (op.AT_BEGINNING, op.AT_BEGINNING_STRING)


def marks(parsed: Any) -> str:
    """The characters of which one stands before each match that does not begin the text; empty where any may."""
    if not parsed.getwidth()[0]:
        return ""
    found = _before(parsed.data, multiline=bool(parsed.state.flags & re.MULTILINE.value))
    return "".join(sorted(found)) if found and len(found) <= _MANY else ""


def found(
    text: str, match: Callable[..., re.Match[str] | None], search: Callable[..., re.Match[str] | None]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern; ``search`` finds a mark and a match behind it."""
    each = match(text, 0)
    at = 0
    if each:
        yield each
        at = each.end()
    while marked := search(text, max(at - 1, 0)):
        each = match(text, marked.start() + 1)
        if each is None:
            return
        yield each
        at = each.end()


def _before(items: Sequence[Any], *, multiline: bool) -> set[str] | None:
    """What can stand before a sequence, the beginning of the text apart; None where that is not known."""
    for kind, value in items:
        if kind is op.AT and value in _STARTS:
            return {"\n"} if multiline and value is op.AT_BEGINNING else set()
        if kind is op.ASSERT and value[0] < 0:
            return _last(value[1].data)
        if kind is op.SUBPATTERN:
            return _before(value[-1].data, multiline=multiline)
        if kind is op.BRANCH:
            return _every(_before(branch.data, multiline=multiline) for branch in value[1])
        if kind not in (op.ASSERT, op.ASSERT_NOT):
            return None
    return None


def _last(items: Sequence[Any]) -> set[str] | None:
    """The characters that a sequence can end with."""
    kind: Any = items[-1][0] if items else None
    value: Any = items[-1][1] if items else None
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        return _every(map(_listed, value))
    if kind is op.SUBPATTERN:
        return _last(value[-1].data)
    if kind is op.BRANCH:
        return _every(_last(branch.data) for branch in value[1])
    return None


def _listed(member: tuple[Any, Any]) -> set[str] | None:
    """The characters of a member of a set, where they are few."""
    kind, value = member
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.RANGE and value[1] - value[0] < _MANY:
        return set(map(chr, range(value[0], value[1] + 1)))
    return None


def _every(parts: Iterable[set[str] | None]) -> set[str] | None:
    """All that several parts allow; None where one allows anything."""
    every: set[str] = set()
    for part in parts:
        if part is None:
            return None
        every |= part
    return every
