"""Where words stand in a text, looked for once: patterns ask for the same words one after the other."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain


class Page:
    """A text, and where words stand in it; patterns ask for the same words one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._has: dict[str, bool] = {}
        self._spots: dict[str, list[int]] = {}
        self._edges: dict[str, list[int]] = {}

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
            text, size = self.text, len(word)
            at = text.find(word) if self._has.get(word, True) else -1
            while at >= 0:
                found.append(at)
                at = text.find(word, at + size)
        return found

    def edges(self, bars: str) -> list[int]:
        """Where one of some characters stands."""
        found = self._edges.get(bars)
        if found is None:
            found = self._edges[bars] = sorted(chain.from_iterable(map(self.spots, bars)))
        return found


@lru_cache(maxsize=2)
def about(text: str) -> Page:
    """The page of a text: all patterns are tried on one text, or on a part of it, before any is on the next."""
    return Page(text)
