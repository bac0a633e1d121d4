"""Regular expressions that fail fast: the same matches, with a search that skips to what can begin one.

Python skips to the first characters of a pattern only where the pattern begins with plain characters or a set. A
pattern that begins with an optional part or with groups is tried in full at every character of a text. Where the
characters that can begin a match are few enough to be listed, the search is told of them, as Python would tell it of
a set. Where they cannot be listed, the pattern is tried as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from re import _compiler as compiler  # type: ignore[attr-defined]  # these have no public names since Python 3.11
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from govgraph.gates import OPEN, Gate, gate, gated

_WIDE = 2000  # characters in a range that is no list any more
_PLANE = 0x10000  # characters that the table of a set covers
_BLOCK = 0x100  # characters of a block of it; Python is quick with a set of the first block alone
_ZERO = (op.ASSERT, op.ASSERT_NOT, op.AT)
_LISTED = (op.LITERAL, op.RANGE)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

Member = tuple[Any, Any]  # of a set: a kind and a character, a range of characters or a category


class Codes(NamedTuple):
    """What Python's matcher is told of a pattern: enough to have it again without reading its text."""

    text: str
    flags: int
    codes: Sequence[int]
    groups: int
    names: Mapping[str, int]
    gate: Gate = OPEN


class _AnyError(Exception):
    """Any character may begin a match."""


def compiled(regex: str) -> re.Pattern[str]:
    """The pattern; a search for it skips to the characters that can begin a match where that helps."""
    return made(coded(regex))


def coded(regex: str) -> Codes:
    """What ``re.compile`` tells the matcher of a text, and where to skip to."""
    parsed = parser.parse(regex)
    firsts = _firsts(parsed)
    lines = bool(parsed.state.flags & re.MULTILINE.value)  # each of which may be a beginning
    slow = not firsts and (lines or not _skips(parsed.data))
    shut = OPEN if parsed.state.flags & re.IGNORECASE.value else gate(parsed, slow=slow)
    _settle_sets(parsed.data)
    beginning = parsed
    if firsts:
        beginning = parser.SubPattern(parsed.state, [(op.IN, _settled(tuple(firsts)))])
        beginning.width = parsed.getwidth()
    flags, codes = parsed.state.flags, list[int]()
    compiler._compile_info(codes, beginning, flags)  # noqa: SLF001 - all is private; the tests compare with Python
    compiler._compile(codes, parsed.data, flags)  # noqa: SLF001
    return Codes(regex, flags, [*codes, op.SUCCESS], parsed.state.groups - 1, parsed.state.groupdict, shut)


def made(of: Codes) -> re.Pattern[str]:
    """The pattern of these codes; Python's matcher looks through them first and raises RuntimeError at wrong ones."""
    names: list[str | None] = [None] * (of.groups + 1)
    for name, number in of.names.items():
        names[number] = name
    pattern: re.Pattern[str] = compiler._sre.compile(  # noqa: SLF001
        of.text, of.flags, list(of.codes), of.groups, dict(of.names), tuple(names)
    )
    return gated(pattern, of.gate, partial(_marked, of, names))


def _marked(of: Codes, names: Sequence[str | None]) -> re.Pattern[str]:
    """The pattern behind one of its marks: the codes of a set, and then its own without what they begin with."""
    marked = [(op.IN, _settled(tuple((op.LITERAL, ord(mark)) for mark in of.gate.marks)))]
    beginning, codes = parser.SubPattern(parser.State(), marked), list[int]()
    beginning.width = (2, compiler.MAXCODE)
    compiler._compile_info(codes, beginning, of.flags)  # noqa: SLF001
    compiler._compile(codes, marked, of.flags)  # noqa: SLF001
    codes += of.codes[1 + of.codes[1] :]
    pattern: re.Pattern[str] = compiler._sre.compile(  # noqa: SLF001
        of.text, of.flags, codes, of.groups, dict(of.names), tuple(names)
    )
    return pattern


def _firsts(parsed: Any) -> list[Member]:
    """The characters that can begin a match, as members of a set; empty where they would not help."""
    if parsed.state.flags != re.UNICODE.value or _skips(parsed.data):
        return []
    try:
        firsts, empty = _sequence(parsed.data)
    except _AnyError:
        return []
    return [] if empty else sorted(firsts, key=str)


def _settle_sets(items: list[Any]) -> None:
    """Put each set into the form in which a pattern holds it; Python would work that out for every set anew."""
    for at, (kind, value) in enumerate(items):
        if kind is op.IN:
            items[at] = (kind, _settled(tuple(value)))
        elif kind is op.SUBPATTERN or kind in _REPEATS or kind in (op.ASSERT, op.ASSERT_NOT):
            _settle_sets(value[-1].data)
        elif kind is op.ATOMIC_GROUP:
            _settle_sets(value.data)
        elif kind is op.BRANCH:
            for branch in value[1]:
                _settle_sets(branch.data)


@cache
def _settled(members: tuple[Member, ...]) -> list[Member]:
    """A set of Chinese characters as a table: Python counts all that lie in a range, twice for each pattern."""
    ranges = [value if kind is op.RANGE else (value, value) for kind, value in members if kind in _LISTED]
    highest = max((high for _, high in ranges), default=0)
    if not _BLOCK <= highest < _PLANE:
        settled: list[Member] = compiler._optimize_charset(list(members))[0]  # noqa: SLF001
        return settled
    negated = [member for member in members if member[0] is op.NEGATE]
    others = [member for member in members if member[0] not in _LISTED and member[0] is not op.NEGATE]
    return [*negated, (op.BIGCHARSET, _table(ranges)), *others]


def _table(ranges: list[tuple[int, int]]) -> list[int]:
    """Which characters of the first plane are in a set: how many blocks differ, which is where, and their bits."""
    present = bytearray(_PLANE)
    for low, high in ranges:
        present[low : high + 1] = b"\1" * (high + 1 - low)
    blocks = {bytes(_BLOCK): 0}
    places = bytearray(_PLANE // _BLOCK)
    for number in {number for low, high in ranges for number in range(low // _BLOCK, high // _BLOCK + 1)}:
        block = bytes(present[number * _BLOCK : (number + 1) * _BLOCK])
        places[number] = blocks.setdefault(block, len(blocks))
    bits: list[int] = compiler._mk_bitmap(b"".join(blocks))  # noqa: SLF001
    return [len(blocks), *compiler._bytes_to_codes(places), *bits]  # noqa: SLF001


def _skips(items: list[Any]) -> bool:
    """True of what Python itself searches by its first characters, or from the beginning of the text alone."""
    kind: Any = items[0][0] if items else None
    value: Any = items[0][1] if items else None
    if kind is op.SUBPATTERN:
        return _skips(value[-1].data)
    if kind is op.BRANCH:
        return all(branch.data and branch.data[0][0] is op.LITERAL for branch in value[1])
    return kind in (None, op.LITERAL, op.IN) or (kind is op.AT and value is op.AT_BEGINNING)


def _sequence(items: list[Any]) -> tuple[set[Member], bool]:
    """What can begin a sequence, and whether it can be empty."""
    found: set[Member] = set()
    for kind, value in items:
        if kind in _ZERO:
            continue
        firsts, empty = _item(kind, value)
        found |= firsts
        if not empty:
            return found, False
    return found, True


def _item(kind: Any, value: Any) -> tuple[set[Member], bool]:
    if kind is op.LITERAL:
        return {(kind, value)}, False
    if kind is op.IN:
        return set(map(_listed, value)), False
    if kind is op.SUBPATTERN:
        return _sequence(value[-1].data)
    if kind is op.ATOMIC_GROUP:
        return _sequence(value.data)
    if kind is op.BRANCH:
        parts = [_sequence(branch.data) for branch in value[1]]
        return set().union(*(firsts for firsts, _ in parts)), any(empty for _, empty in parts)
    if kind in _REPEATS:
        firsts, empty = _sequence(value[2].data)
        return firsts, empty or value[0] == 0
    raise _AnyError


def _listed(member: Member) -> Member:
    """A member of a set, if it may stand in a list of characters."""
    kind, value = member
    few = kind is op.RANGE and value[1] - value[0] < _WIDE
    if kind is op.LITERAL or few or (kind is op.CATEGORY and value in (op.CATEGORY_DIGIT, op.CATEGORY_SPACE)):
        return member
    raise _AnyError
