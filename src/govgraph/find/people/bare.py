"""Names beside which nothing but a pause stands, and that are good enough to need no more: 群众得知后，王大伟又….

Those that the dictionary knows need no pause.

Not a name: a word with a surname in front that sounds like a foreign name (卢旺达), a title in 《》 or quotation marks,
a word that ends like a place or an institution (文明化).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from govgraph.find.people.weighing import THRESHOLD, Found, Search, weigh

SIZE = 3  # of two characters too many are words
LEAST = 11  # points with those of the pauses
KNOWN = 10
EVERYDAY = 2  # more of those whose surname begins many words
HOPEFUL = 5  # points of the characters alone, below which nothing else helps
HAN = re.compile("[㐀-鿿]")
PERSONAL, OTHER = "name", "word"
OPENED, CLOSED = "《“‘「", "》”’」"


def find(search: Search) -> Iterator[Found]:
    """Names beside a pause, and those that the dictionary knows."""
    yield from _paused(search)
    yield from _known(search)


def _known(search: Search) -> Iterator[Found]:
    """Names of three characters that the dictionary knows, with a surname that begins few words."""
    text, names = search.text, search.names
    for start in names.candidates(text):
        form = text[start : start + SIZE]
        if names.points(form) < HOPEFUL + 2 or _word(form) != PERSONAL or _other(search, start, form):
            continue
        if weigh(search, start, start + SIZE).points >= KNOWN and not wordy(search, form):
            yield Found(start, start + SIZE, THRESHOLD, "list")


def _paused(search: Search) -> Iterator[Found]:
    text, names = search.text, search.names
    for start in sorted(set(_places(search))):
        form = text[start : start + SIZE]
        if form[:1] not in names.surnames or names.points(form) < HOPEFUL or _other(search, start, form):
            continue
        found = weigh(search, start, start + SIZE)
        if found.points >= LEAST + EVERYDAY * (form[0] in names.everyday) and not wordy(search, form):
            yield Found(start, start + SIZE, THRESHOLD, "list")


def _places(search: Search) -> Iterator[int]:
    """Where three characters begin behind a pause or before one."""
    for match in search.pattern("pause").finditer(search.text):
        yield match.end()
        yield match.start() - SIZE


def _other(search: Search, start: int, form: str) -> bool:
    """What is foreign, quoted, or no name by its last character."""
    names, end = search.names, start + SIZE
    quoted = search.text[start - 1 : start] in OPENED and search.text[end : end + 1] in CLOSED
    ends = form[-1] in names.never_after or form[-1] in names.never
    return quoted or start < 0 or ends or names.sounds_like(form) or _cut(search.text, start)


def _cut(text: str, start: int) -> bool:
    """The surname is the end of a word of two characters: 妇女儿|童健康."""
    before = text[start - 1 : start]
    return bool(HAN.match(before)) and _word(text[start - 1 : start + 1]) == OTHER


def wordy(search: Search, form: str) -> bool:
    """What begins with a word (毛竹林), or ends in one behind a surname that is a word as well (安民心)."""
    if form[-1] in search.names.last or form[0] == form[1]:
        return True
    ended = form[0] in search.names.everyday and _word(form[1:]) == OTHER and _word(form) != PERSONAL
    return ended or _word(form[:2]) == OTHER


@lru_cache(1 << 14)
def _word(form: str) -> str:
    """What the dictionary takes the whole of a stretch for; the same few are asked for again and again."""
    words = rjieba.tag(form, False)
    if len(words) > 1:
        return ""
    return PERSONAL if words[0][1].startswith("nr") or words[0][1] == "x" else OTHER
