"""Names by their first two characters: what begins with them, and the longest of it at each place of a text.

A text is asked for two characters at a time, by an automaton or one by one, and for whole names only where these stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Name(NamedTuple):
    """A name or stem of divisions, found in a text."""

    start: int
    end: int
    codes: tuple[str, ...]
    full: bool  # a full name, not a stem


class Head(NamedTuple):
    """What begins with the same two characters."""

    names: Mapping[str, tuple[str, ...]]  # full, older and usual short ones: their codes
    found: Mapping[str, tuple[tuple[str, ...], bool]]  # what a text is asked for: codes, whether the name is full
    longest: tuple[str, ...]  # of these, the longest first


class Numbered(dict[int, Head]):
    """Heads by the number of their two characters, each made when it is met: thousands never are."""

    def __init__(self, heads: Sequence[str], make: Callable[[str], Head]) -> None:
        """``make`` is asked once for each head."""
        super().__init__()
        self.heads, self.make = heads, make

    def __missing__(self, number: int) -> Head:
        made = self[number] = self.make(self.heads[number])
        return made


def longest(text: str, spots: Iterable[tuple[Any, int, int]], heads: Any) -> Iterator[Name]:
    """The longest name at each place where one begins, if the one before has ended there."""
    done = 0
    for key, at, _ in spots:
        head = heads[key]
        if at >= done and text.startswith(head.longest, at):
            name = next(name for name in head.longest if text.startswith(name, at))
            done = at + len(name)
            yield Name(at, done, *head.found[name])
