"""Two or three characters between a firm cue and a pause or a verb, with given characters behind any first one.

Behind a noun of many people (农民, 居民) the first must be a surname: 农民|兴水, 居民|盼乔迁 are no names.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.people.bounded import closes, strange
from govgraph.find.people.weighing import FIRM, THRESHOLD, Found, Search


def find(search: Search) -> Iterator[Found]:
    """Two or three characters between a title and a pause or a verb: a surname that no list has, or a given name."""
    for start, cue in sorted(search.cues.starts.items()):
        if cue.points < FIRM or cue.context not in ("after_title", "byline"):
            continue
        for size in (3, 2):
            end = start + size
            if _given(search, start, end) and closes(search, start, end) and strange(search, start, end):
                if cue.points > FIRM or _plain(search, start, end):
                    yield Found(start, end, THRESHOLD, cue.context)
                break


def _given(search: Search, start: int, end: int) -> bool:
    """Characters that people are called by, behind one that is no function word; of two the first is a surname."""
    text, names = search.text, search.names
    if text[start : start + 1] in names.function or text[start : start + 1] in names.never:
        return False
    known = text[start : start + 1] in names.surnames
    given = text[start + 1 : end]
    return (known or len(given) == 2) and all(names.given.get(character, 0) > 0 for character in given)


def _plain(search: Search, start: int, end: int) -> bool:
    """A name that may follow a noun of many people: 农民|兴水, 居民|盼乔迁 are none."""
    surname = search.text[start]
    return surname in search.names.surnames and (end - start > 2 or surname not in search.names.everyday)
