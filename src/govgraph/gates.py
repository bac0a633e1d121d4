"""What every match of a pattern must hold, read from the pattern itself: a text without it is not searched at all.

Of the patterns that are tried on a whole text most match nothing in most texts, and most of those have a word that a
match cannot do without (试点, 同志, 一体化). To ask a text for a word takes a hundredth of the time of a search.
Where a match is also of limited length, only the surroundings of such a word are searched; where it cannot go beyond a
sentence, only sentences that hold one (:mod:`govgraph.bars`); and where it begins right behind one of a few marks, only
what follows them (:mod:`govgraph.behind`). The matches are the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from re import _constants as op  # type: ignore[attr-defined]  # has no public name since Python 3.11
from typing import Any, NamedTuple, cast

from govgraph import bars, behind
from govgraph.behind import marks
from govgraph.spots import Page, about

_SHORT = 400  # characters; a shorter text is as quickly searched
_LONG = 2000  # characters of a text that is worth the making of another pattern
_CHOICES = 24  # words of which a match must hold one; more are not worth the asking
_NEEDS = 2  # so many such lists of words of a pattern are asked for
_REACH = 120  # characters that a match may look at, if only the surroundings of its words are to be searched
_BEHIND = 16  # characters before a match that it may look back at, likewise
_FEW = 8  # words that a short text is asked for
_BRIEF = 20  # characters of a text that is searched sooner than asked
_SHARE = 3  # what is worth it: a third of the text
_COMMON = frozenset("，。、；：“”\n 　的一和在")
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_LOOKS = (op.ASSERT, op.ASSERT_NOT)

Words = frozenset[str]


class Gate(NamedTuple):
    """Lists of words, of each of which a match holds one; how far it looks from where it begins, -1 if anywhere."""

    needs: tuple[tuple[str, ...], ...]
    reach: int
    marks: str = ""  # one of which stands right before each match, but for one at the beginning of the text
    slow: bool = False  # to be searched for at every character
    bars: str = ""  # none of which a match goes beyond


OPEN = Gate((), -1)


def gate(parsed: Any, *, slow: bool = False) -> Gate:
    """The gate of a pattern as Python's own reader of patterns parsed it; ``slow``: no search for it can skip."""
    items: Sequence[Any] = parsed.data
    every = {_shortest(words) for words in _sequence(items)[1] if not words & _COMMON}
    ranked = sorted((_weight(words), sorted(words)) for words in every)
    needs = tuple(tuple(words) for _, words in ranked[:_NEEDS])
    near = bool(needs) and parsed.getwidth()[1] <= _REACH
    reach = _reach(items) if near else -1
    return Gate(needs, reach, marks(parsed) if slow else "", slow, bars.bars(parsed) if needs else "")


def _shortest(words: Words) -> Words:
    """Without the words that hold another one: 为局长 beside 局长."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _weight(words: Words) -> float:
    """How common such words may be: short ones are."""
    return sum(4.0 ** -len(word) for word in words)


def _joined(before: Words, after: Words | None) -> Words | None:
    """What two parts say one after the other, if that is little."""
    if after is None or len(before) * len(after) > _CHOICES:
        return None
    return frozenset(one + two for one in before for two in after)


_NOTHING: Words = frozenset(("",))


def _sequence(items: Iterable[Any]) -> tuple[Words | None, list[Words]]:
    """All that a sequence can say, if that is little, and lists of words of which each match of it holds one."""
    found: list[Words] = []
    run, whole = _NOTHING, True
    for kind, value in items:
        if kind is op.AT or kind is op.ASSERT_NOT:
            continue
        if kind is op.ASSERT:
            if value[0] > 0 or value[1].getwidth()[1] <= _BEHIND:
                found += _sequence(value[1].data)[1]
            continue
        said, inner = _part(kind, value)
        joined = _joined(run, said)
        if joined is None:
            found.append(run)
            found += inner if said is None else ()
            joined, whole = said or _NOTHING, False
        run = joined
    return run if whole else None, [words for words in (*found, run) if "" not in words]


def _part(kind: Any, value: Any) -> tuple[Words | None, list[Words]]:
    """The same for one part of a sequence."""
    if kind is op.LITERAL:
        return frozenset((chr(value),)), []
    if kind is op.IN:
        return _characters(value), []
    if kind is op.SUBPATTERN and not value[1]:  # with flags of its own it may say the same otherwise
        return _sequence(value[-1].data)
    if kind is op.ATOMIC_GROUP:
        return _sequence(value.data)
    if kind is op.BRANCH and len(value[1]) <= _CHOICES:
        return _choice([_sequence(branch.data) for branch in value[1]])
    if kind in _REPEATS:
        said, needs = _sequence(value[2].data)
        once = said if value[1] == 1 else None
        return once if once is None or value[0] else once | _NOTHING, needs if value[0] else []
    return None, []


def _choice(branches: list[tuple[Words | None, list[Words]]]) -> tuple[Words | None, list[Words]]:
    """The same for one of several sequences."""
    words = frozenset[str]().union(*(said or _NOTHING for said, _ in branches))
    if len(words) <= _CHOICES and all(said is not None for said, _ in branches):
        return words, []
    words = frozenset[str]().union(*(min(needs, key=_weight, default=_NOTHING) for _, needs in branches))
    return None, _few(words)


def _few(words: Words) -> list[Words]:
    """Words, or what they begin or end with: 广交会, 服洽会 and many more all end with 交会 or 洽会."""
    forms = (words, frozenset(word[-2:] for word in words), frozenset(word[:2] for word in words))
    few = [form for form in forms if len(form) <= _CHOICES]
    return [few[0] if few[:1] == [words] else min(few, key=_weight)] if few else []


def _characters(members: Iterable[Any]) -> Words | None:
    found: set[str] = set()
    for kind, value in members:
        low, high = (value, value) if kind is op.LITERAL else value if kind is op.RANGE else (0, _CHOICES)
        if high - low >= _CHOICES - len(found):
            return None
        found.update(map(chr, range(low, high + 1)))
    return frozenset(found)


def _reach(items: Iterable[Any]) -> int:
    """How many characters from its beginning on a sequence looks at, at most; -1 if there is no end."""
    at = furthest = 0
    for kind, value in items:
        if kind in _LOOKS:
            ahead = _reach(value[1].data) if value[0] > 0 else 0 if value[1].getwidth()[1] <= _BEHIND else -1
            furthest = max(furthest, at + ahead)
        elif kind is op.AT:
            furthest = max(furthest, at + 1)
            ahead = 0
        else:
            size, ahead = _size(kind, value)
            furthest = max(furthest, at + ahead)
            at += size
        if ahead < 0 or max(furthest, at) > _REACH:
            return -1
    return max(furthest, at)


def _size(kind: Any, value: Any) -> tuple[int, int]:
    """How many characters a part takes at most, and how many it looks at; -1 if there is no end."""
    if kind is op.SUBPATTERN:
        part, times = value[-1], 1
    elif kind is op.ATOMIC_GROUP:
        part, times = value, 1
    elif kind in _REPEATS:
        part, times = value[2], value[1]
    elif kind is op.BRANCH:
        sizes = [(branch.getwidth()[1], _reach(branch.data)) for branch in value[1]]
        size, ahead = max(size for size, _ in sizes), max(ahead for _, ahead in sizes)
        return size, -1 if any(ahead < 0 for _, ahead in sizes) else ahead
    elif kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        return 1, 1
    else:
        return 1, -1
    size, ahead = part.getwidth()[1], _reach(part.data)
    if ahead < 0 or times > _REACH or size * times > _REACH:
        return 1, -1
    return size * times, size * (times - 1) + ahead


_OWN = ("findall", "flags", "fullmatch", "groupindex", "groups", "match", "pattern", "search", "split", "sub", "subn")


class Gated:
    """A pattern that is not searched for where its gate is shut; all else is the pattern's own."""

    __slots__ = ("__dict__", "_ask", "_finditer", "_gate", "_marked", "_match", "_search", *_OWN)

    def __init__(self, pattern: re.Pattern[str], gate: Gate, marked: Callable[[], re.Pattern[str]]) -> None:
        self._gate = gate
        self._marked = marked
        self._match: Callable[..., re.Match[str] | None] = pattern.match
        self._finditer: Callable[..., Iterator[re.Match[str]]] = pattern.finditer
        self._search: Callable[..., re.Match[str] | None] = pattern.search
        for name in _OWN:
            setattr(self, name, getattr(pattern, name))
        self._ask = min(gate.needs, key=len, default=()) if gate.slow else ()
        if self._ask:
            self.search = self._asked
        if len(self._ask) > _FEW:
            self._ask = ()

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        """The matches in a text."""
        if where or len(text) < _SHORT:
            return iter(()) if self._shut(text, *where) else self._finditer(text, *where)
        page = about(text)
        for words in self._gate.needs:
            if not page.has(words):
                return iter(())
        near = self._near(page)
        if near is None and self._gate.bars:
            near = bars.found(page, self._gate.bars, self._gate.needs, self._finditer)
        if near is None and self._gate.marks and len(text) >= _LONG:
            return behind.found(text, self._match, self._behind)
        return near or self._finditer(text)

    def _asked(self, text: str, *where: int) -> re.Match[str] | None:
        """The first match, if the words are there that it needs."""
        return None if self._shut(text, *where) else self._search(text, *where)

    def _shut(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """True where none of some words stands in a part of a text, or so little before it that a match looks back."""
        size = len(text)
        end = min(end, size)
        if end - start < _BRIEF:
            return False
        if end - start < size and size >= _LONG:
            return about(text).lacks(self._gate.needs, start - _BEHIND, end)
        if not self._ask:
            return False
        start = max(0, start - _BEHIND)
        return max([text.find(word, start, end) for word in self._ask]) < 0

    @cached_property
    def _behind(self) -> Callable[..., re.Match[str] | None]:
        return self._marked().search

    def _near(self, page: Page) -> Iterator[re.Match[str]] | None:
        """The matches around words that each must hold; None where those are too many."""
        reach = self._gate.reach
        if reach < 0:
            return None
        most = len(page.text) // (reach * _SHARE)
        for words in self._gate.needs:
            spots: list[int] = []
            for word in words:
                spots += page.spots(word)
                if len(spots) > most:
                    break
            else:
                return self._around(page.text, sorted(set(spots)))
        return None

    def _around(self, text: str, spots: list[int]) -> Iterator[re.Match[str]]:
        """A match begins at most so far before a word that it holds, or right behind a word that it looks back at."""
        reach = self._gate.reach
        done, at, size = 0, 0, len(spots)
        while at < size:
            low = last = spots[at]
            while at < size and spots[at] - reach <= last + _BEHIND:
                last = spots[at]
                at += 1
            last += _BEHIND
            for match in self._finditer(text, max(done, low - reach), last + reach + 1):
                if match.start() > last:
                    break
                yield match
                done = match.end()


def gated(pattern: re.Pattern[str], gate: Gate, marked: Callable[[], re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern behind its gate, if it has one; ``marked`` makes the pattern with one of its marks before it."""
    return cast("re.Pattern[str]", Gated(pattern, gate, marked)) if gate.needs or gate.marks else pattern
