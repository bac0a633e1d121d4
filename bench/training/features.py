"""What a stretch of words looks like: the features that weights are learned for.

A candidate is a run of words with an end and a start. Features of the end (its last characters, the word behind it) are
shared by all candidates that end there; features of the whole tell the words before it, its first word, what it holds
and how long it is. A feature is a short string: a tag, ``=`` and what was seen.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import rjieba

WORDS = 14  # of the longest candidate
CHARACTERS = 28
LONG = 8  # from this length on, lengths are told in steps
STEPS = (8, 11, 16)
OUTSIDE = ("^", "^")  # the word before the first
BREAKS = frozenset("，。；：！？\n、 　…—\x00")
TELLING = frozenset("vpcdruml")  # word classes of which a candidate tells the word itself
SPLIT = frozenset("nvu")  # word classes that are told with their second letter


class Token(NamedTuple):
    """A word of the text with its class, cut where a place begins or ends."""

    start: int
    end: int
    form: str
    tag: str


@dataclass(frozen=True)
class Words:
    """A text in words, and where its places stand."""

    text: str
    tokens: tuple[Token, ...]
    places: dict[int, int]  # from the start of the longest place to its end

    @classmethod
    def of(cls, text: str, places: Iterable[tuple[int, int]]) -> Words:
        """The words of a text."""
        known = set(places)
        cuts = sorted({at for place in known for at in place})
        return cls(text, tuple(_cut(text, known, cuts)), dict(sorted(known)))

    @cached_property
    def starting(self) -> dict[int, int]:
        """The word that starts at a position."""
        return {token.start: index for index, token in enumerate(self.tokens)}

    @cached_property
    def ending(self) -> dict[int, int]:
        """The word that ends at a position."""
        return {token.end: index for index, token in enumerate(self.tokens)}

    def starts(self, last: int, taken: Container[int] = (), inner: Container[int] = ()) -> list[int]:
        """The words that a candidate may start with which ends with a word, the nearest first.

        It may hold no word that is taken, and start with none that is inside another name.
        """
        end, found = self.tokens[last].end, []
        for first in range(last, max(-1, last - WORDS), -1):
            token = self.tokens[first]
            if end - token.start > CHARACTERS or token.form[0] in BREAKS or first in taken:
                break
            if first not in inner:
                found.append(first)
        return found

    def around(self, index: int) -> tuple[str, str]:
        """The form and class of a word, or what stands for one outside of the text."""
        if 0 <= index < len(self.tokens):
            token = self.tokens[index]
            return token.form, _tag(token.tag)
        return OUTSIDE


def _cut(text: str, places: set[tuple[int, int]], cuts: list[int]) -> Iterable[Token]:
    at = pending = 0
    for form, tag in rjieba.tag(text):
        end = at + len(form)
        while pending < len(cuts) and cuts[pending] <= at:
            pending += 1
        inner = []
        while pending < len(cuts) and cuts[pending] < end:
            inner.append(cuts[pending])
            pending += 1
        for low, high in pairwise((at, *inner, end)):
            yield Token(low, high, text[low:high], "ns" if (low, high) in places else tag)
        at = end


def _tag(tag: str) -> str:
    return tag[:2] if tag[:1] in SPLIT else tag[:1]


def of_end(words: Words, last: int) -> list[str]:
    """What is seen at the end of a candidate."""
    token, text = words.tokens[last], words.text
    (after, after_tag), (_, second_tag) = words.around(last + 1), words.around(last + 2)
    one, two, three = (text[max(0, token.end - size) : token.end] for size in (1, 2, 3))
    return [
        f"1={one}",
        f"2={two}",
        f"3={three}",
        f"l={token.form}",
        f"lt={_tag(token.tag)}",
        f"a={after}",
        f"at={after_tag}",
        f"ac={after[0]}",
        f"1at={one}{after_tag}",
        f"2ac={two}{after[0]}",
        f"aa={after_tag}{second_tag}",
    ]


def of_whole(words: Words, first: int, last: int) -> list[str]:
    """What is seen of a candidate as a whole."""
    tokens, text = words.tokens, words.text
    token, end = tokens[first], tokens[last].end
    (before, before_tag), (second, second_tag) = words.around(first - 1), words.around(first - 2)
    tag, length = _tag(token.tag), end - token.start
    one, two = text[end - 1], text[max(token.start, end - 2) : end]
    place = "p" if token.start < words.places.get(token.start, 0) < end else "-"
    size = str(length if length < LONG else max(step for step in STEPS if step <= length))
    tags = [_tag(part.tag) for part in tokens[first : last + 1]]
    shape = " ".join(tags) if len(tags) <= len(STEPS) + 1 else "+ " + " ".join(tags[-3:])
    inner = tokens[first:last]
    head = inner[-1] if inner else None
    found = [
        f"b={before}",
        f"bt={before_tag}",
        f"bbt={second_tag}{before_tag}",
        f"bc={before[-1]}",
        f"bb={second}|{before}",
        f"f={token.form}",
        f"fc={token.form[0]}",
        f"f2={text[token.start : token.start + 2]}",
        f"ft={tag}",
        f"btft={before_tag}{tag}",
        f"bcfc={before[-1]}{token.form[0]}",
        f"p={place}",
        f"p1={place}{one}",
        f"p2={place}{two}",
        f"s={size}",
        f"s1={size}{one}",
        f"t={shape}",
        f"h1={head.form if head else ''}|{one}",
        f"h2={_tag(head.tag) if head else ''}|{two}",
        f"fc1={token.form[0]}{one}",
        f"ft1={tag}{one}",
        f"ft2={tag}{two}",
    ]
    found += [f"has={part}" for part in sorted({_tag(part.tag) for part in inner})]
    found += [f"w={part.form}" for part in inner if part.tag[:1] in TELLING]
    if len(inner) > 1:
        found += [f"fw={token.form}{inner[1].form}", f"in={_tag(inner[1].tag)}"]
    return found
