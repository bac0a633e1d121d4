"""Names of two and more parts joined by a dot (巴图那生·才仁), between a title or a pause and a pause or a verb.

Not a name: two halves of a slogan in quotation marks (“东归故里·博尔塔拉”), an article number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from govgraph.find.people.cues import NONE, PAUSE
from govgraph.find.people.weighing import FIRM, THRESHOLD, Found, Search

LINKS = frozenset("和与及等、")
HAN = re.compile("[㐀-鿿]")
OF = "的"
CLAUSE = ("t", "d", "ad", "v", "p")  # classes of the words that open what is said of somebody
PART = 8  # the longest part of a name on one side of a dot
MORE = 3  # so many characters beside the known syllables may belong to a part as well
ANOTHER = 2  # points of characters that are rather the next name, where a page has lost the blank between them


def find(search: Search) -> Iterator[Found]:
    """Names of two and more parts; most of their characters are syllables of transliteration."""
    text, done = search.text, 0
    for dot in search.pattern("dot").finditer(text):
        if dot.start() < done:
            continue
        start, end = _left_end(search, dot.start()), _right_end(search, dot.end())
        while end < len(text) and (more := search.pattern("dot").match(text, end)):
            end = _right_end(search, more.end())
        if start is None or end - start < 5 or end == dot.end() or search.held(start, end):
            continue
        if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
            continue
        sounds = sum(character in search.names.sounds for character in text[start:end])
        item = text[start - 1] == "、" and text[end : end + 1] in ("、", "，", "和")  # in a list, of whatever syllables
        if search.titles_in(start, end) or sounds < (0.3 if item else 0.6) * (end - start - 1):
            continue
        done = end
        cue = max(search.cues.starts.get(start, NONE), search.cues.ends.get(end, NONE))
        yield Found(start, end, THRESHOLD + 6, cue.context or "list")


def _left_end(search: Search, dot: int) -> int | None:
    """Where the first part starts: after a title or a pause."""
    text, at = search.text, dot
    while at > 0 and dot - at < PART and HAN.match(text[at - 1]):
        at -= 1
        if search.cues.starts.get(at, NONE).points >= FIRM and dot - at >= 2:
            return at
        if text[at - 1 : at] == OF and at in search.cues.starts and dot - at >= 2:
            return at  # 时任县长的|甲·乙
        if search.names.sounds_like(text[at:dot]) and text[at - 1 : at] in search.openers and dot - at >= 2:
            return at
    return at if at == 0 or not HAN.match(text[at - 1]) else None


def _right_end(search: Search, dot: int) -> int:
    """Where a part ends: with the last syllable, or up to three characters later before a pause or a verb."""
    text, at = search.text, dot
    while at - dot < PART and text[at : at + 1] in search.names.sounds and at not in search.cues.ends:
        at += 1
    if at - dot > 1 and text[at : at + 1] == OF:
        return at  # 甲·乙|的邀请
    word, tag = next(iter(rjieba.tag(text[at : at + PART], False)), ("", ""))
    if at - dot > 1 and len(word) > 1 and tag in CLAUSE:
        return at  # 甲·乙|近日到某县
    for end in range(at, at + MORE + 1):
        if at - dot > 1 and search.names.points(text[at:end]) >= ANOTHER:
            return at
        if end in search.cues.ends or text[end : end + 1] in PAUSE or text[end : end + 1] in LINKS:
            return end
    return at
