"""Where words stand in a text, looked for once: patterns ask for the same words one after the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain


class Page:
    """A text, and where words stand in it; patterns ask for the same words one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._has: dict[str, bool] = {}
        self._spots: dict[str, list[int]] = {}
        self._edges: dict[str, list[int]] = {}
        self._every: dict[tuple[str, ...], list[int]] = {}

    def has(self, words: tuple[str, ...]) -> bool:
        """True where one of them stands anywhere."""
        text, known = self.text, self._has
        for word in words:
            found = known.get(word)
            if found is None:
                found = known[word] = word in text
            if found:
                return True
        return False

    def spots(self, word: str) -> list[int]:
        """Where a word stands."""
        found = self._spots.get(word)
        if found is None:
            found = self._spots[word] = []
            text = self.text
            at = text.find(word) if self._has.get(word, True) else -1
            while at >= 0:
                found.append(at)
                at = text.find(word, at + 1)
        return found

    def lacks(self, needs: Iterable[tuple[str, ...]], start: int, end: int) -> bool:
        """True where of some words none begins in a part of the text."""
        for words in needs:
            spots = self._every.get(words)
            if spots is None:
                spots = self._every[words] = sorted(chain.from_iterable(map(self.spots, words)))
            at = bisect_left(spots, start)
            if at == len(spots) or spots[at] >= end:
                return True
        return False

    def edges(self, bars: str) -> list[int]:
        """Where one of some characters stands."""
        found = self._edges.get(bars)
        if found is None:
            found = self._edges[bars] = sorted(chain.from_iterable(map(self.spots, bars)))
        return found


@lru_cache(maxsize=4)
def about(text: str) -> Page:
    """The page of a text: all patterns are tried on one text, or on a part of it, before any is on the next."""
    return Page(text)
