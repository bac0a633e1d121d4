"""Word boundaries for the finder of places: looked up clause by clause, and only where a name may stand.

A clause is a run of Chinese characters without punctuation, digits or letters. jieba's dictionary (through rjieba)
cuts and tags it once; the grammar of names asks where a word begins, what the word before is, and how far to the left
a name may reach. Nothing here knows what a place is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

import rjieba

_CLAUSE = re.compile("[\u3400-\u9fff〇]+")
# jieba's tags of words that end a name to the left: verbs, prepositions, conjunctions, particles, adverbs, pronouns …
_CLOSED = frozenset({"v", "vd", "vi", "vq", "p", "c", "u", "uj", "ul", "uz", "uv", "ud", "ug", "d", "df", "dg"})
_CLOSED |= {"r", "rr", "rz", "x", "y", "e", "o", "q", "mq", "i", "l"}
# … and of the words that may follow a place name that stands for itself (湖北省 in 驰援湖北并, 在江苏的).
_FOLLOWING = _CLOSED | {"f", "t", "a", "ad", "b", "z"}


HOUR = 4  # characters of a time that no dictionary has


class Token(NamedTuple):
    """A word with its place in the text and jieba's tag."""

    start: int
    end: int
    word: str
    tag: str


class Limits(NamedTuple):
    """The words at which a name cannot begin further left."""

    stops: frozenset[str]
    joiners: frozenset[str]
    inner: frozenset[str] = frozenset()  # verbs that may stand inside the name: 制造 of 装备制造产业园
    counters: frozenset[str] = frozenset()  # measures: 一家 of 一家商场
    family: frozenset[str] = frozenset()  # ends a measure that is a family: 夏家 of 夏家寨遗址


class Ground:
    """A text whose clauses are cut into words when they are first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._clauses = [(m.start(), m.end()) for m in _CLAUSE.finditer(text)]
        self._starts = [start for start, _ in self._clauses]
        self._words: dict[int, tuple[Token, ...]] = {}
        self._by_start: dict[int, Token] = {}
        self._by_end: dict[int, Token] = {}

    def tokens(self, position: int) -> tuple[Token, ...]:
        """The words of the clause that holds a position; none outside clauses."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._clauses[index][1]:
            return ()
        known = self._words.get(index)
        if known is None:
            start, end = self._clauses[index]
            known = self._words[index] = tuple(_cut(self.text[start:end], start))
            self._by_start.update((token.start, token) for token in known)
            self._by_end.update((token.end, token) for token in known)
        return known

    def splits(self, position: int) -> bool:
        """True where a word reaches over a position."""
        return position not in self._by_start and bool(self.tokens(position)) and position not in self._by_start

    def after(self, position: int) -> Token | None:
        """The word that begins at a position."""
        found = self._by_start.get(position)
        return found if found is not None or not self.tokens(position) else self._by_start.get(position)

    def before(self, position: int) -> Token | None:
        """The word that ends at a position."""
        found = self._by_end.get(position)
        return found if found is not None or not self.tokens(position - 1) else self._by_end.get(position)

    def stands(self, start: int, end: int) -> bool:
        """True where a name fills whole words and no noun follows that it could belong to.

        A noun of action may follow a preposition and the name (与温州对口合作), and so may a phrase of four characters
        that no dictionary has, or takes for a name (在北京隆重开幕).
        """
        if self.splits(start) or self.splits(end):
            return False
        before, after = self.before(start), self.after(end)
        if after is not None and before is not None and before.tag == "p":
            phrase = len(after.word) > 3 and (after.tag == "nr" or not rjieba.has_word(after.word))
            if after.tag == "vn" or phrase:
                return True
        return after is None or after.tag in _FOLLOWING

    def _measure(self, token: Token, limits: Limits) -> bool:
        """True of a character that counts elsewhere and names here: 口 of 斧子口水库, not 座 of 两座水库."""
        before = self.before(token.start)
        alone = token.tag == "q" and len(token.word) == 1 and token.word not in limits.stops | limits.counters
        return alone and (before is None or before.tag[0] not in "mrq")

    def reach(self, end: int, floor: int, limits: Limits, longest: int) -> tuple[Token, ...]:
        """The words before a head noun that may belong to its name, in order of the text.

        The walk ends at ``floor``, at a stop word, at a closed class of words and at ``longest`` characters. A word
        that only jieba's guess made loses a joiner at its head (及琴潭).
        """
        found: list[Token] = []
        for token in reversed([t for t in self.tokens(end - 1) if t.end <= end] if end else []):
            if token.start < floor or end - token.start > longest:
                break
            counted = token.tag == "m" and len(token.word) > 1 and token.word[-1] in limits.counters
            inner = token.word in limits.inner or (token.tag == "q" and token.word[-1] in limits.family)
            closed = counted or (token.tag in _CLOSED and not inner)
            if (token.word in limits.stops or closed) and not self._measure(token, limits):
                break
            if token.tag == "t" and len(token.word) >= HOUR and not rjieba.has_word(token.word):
                break  # 今天上午|长江大桥
            if token.word[-1] in "在于至到" and not rjieba.has_word(token.word):
                break
            if token.word[0] in limits.joiners and not rjieba.has_word(token.word):
                found.append(Token(token.start + 1, token.end, token.word[1:], token.tag))
                break
            found.append(token)
        return tuple(reversed(found))


def known(token: Token) -> bool:
    """True of a dictionary word that is no name and stands by itself: 文化, but not 越秀, 鳌龙河 or 圩."""
    named = token.tag.startswith(("ns", "nr", "nz", "nt")) or token.tag in ("g", "ng", "zg")
    return not named and rjieba.has_word(token.word)


def _cut(clause: str, start: int) -> list[Token]:
    tokens: list[Token] = []
    for word, tag in rjieba.tag(clause):
        tokens.append(Token(start, start + len(word), word, tag))
        start += len(word)
    return tokens
