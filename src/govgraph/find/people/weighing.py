"""How much speaks for a stretch of text being a name: its characters, its words, and the cues on both sides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govgraph.find.names import NOT_A_NAME, Names
from govgraph.find.people.cues import NONE, PAUSE, Cue, Cues
from govgraph.seeds import Seeds

THRESHOLD = 9
STOPS = frozenset("，。；：！？、（）\n")  # no link stands before these
JOINS = frozenset("及和与等")  # nor before another link
CLEAR = 5  # points of the characters of a name that opens with 任 or 由: 任绥西|专员 is none
FIRM = 4  # a cue of so many points fixes the boundary, whatever the dictionary says

_PAUSES = tuple(Cue(points, "") for points in range(4))


class Found(NamedTuple):
    """An accepted name and the points that it won."""

    start: int
    end: int
    points: int
    context: str


@dataclass(frozen=True)
class Search:
    """What one search knows: the text, the model, the cues, and the stretches that belong to other things."""

    text: str
    names: Names
    seeds: Seeds
    cues: Cues
    holders: tuple[tuple[int, int], ...]  # in order, none inside another
    titles: tuple[int, ...]  # where titles start
    places: frozenset[int]  # where places start
    banners: frozenset[tuple[int, int]] = frozenset()  # banners (旗) that the table has: no name, whatever its surname

    @cached_property
    def links(self) -> frozenset[str]:
        """As the last character of a reading these are nearly always the next word: 任命秦刚为, 张三和李四."""
        return self.seeds.forms("grammar", "after_name")

    @cached_property
    def openers(self) -> frozenset[str]:
        """Single characters that may stand between a pause and a name."""
        return self.seeds.forms("grammar", "before_name")

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern of this topic."""
        return self.seeds.pattern(f"people.{name}")

    def titled(self, at: int) -> bool:
        """A title begins at or right behind a position: 李明、|县长."""
        index = bisect_left(self.titles, at)
        return index < len(self.titles) and self.titles[index] < at + 2

    def titles_in(self, start: int, end: int) -> bool:
        """A title begins inside a stretch."""
        index = bisect_left(self.titles, start)
        return index < len(self.titles) and self.titles[index] < end

    def held(self, start: int, end: int) -> bool:
        """Inside something else that is named: 白求恩 in a hospital's name."""
        index = bisect_right(self.holders, (start, len(self.text)))
        return index > 0 and end <= self.holders[index - 1][1]

    def follows(self, end: int) -> bool:
        """Something else that is named begins right behind (王建远|县委), or what may follow a name (某某|之后)."""
        index = bisect_left(self.holders, (end, 0))
        begins = index < len(self.holders) and self.holders[index][0] == end
        return begins or self.pattern("beyond").match(self.text, end) is not None

    def misread(self, start: int, end: int) -> bool:
        """What holds a name behind a title is a place of its length, or a body that runs on to the next place."""
        index = bisect_right(self.holders, (start, len(self.text))) - 1
        return self.holders[index] == (start, end) or end in self.places

    def ends_in(self, start: int, end: int) -> bool:
        """Something else that is named ends at the end of a stretch and begins in it: 青山县农业局|张三."""
        index = bisect_left(self.holders, (end, 0))
        return index > 0 and self.holders[index - 1][0] >= start and self.holders[index - 1][1] == end


def weigh(search: Search, start: int, end: int, *, listed: bool = False) -> Found:
    """Points of a stretch with all that speaks for and against it."""
    text = search.text
    if not search.names.possible(text[start:end]) or (start, end) in search.banners:
        return Found(start, end, NOT_A_NAME, "")
    before, after = left(search, start), right(search, end)
    if before.points >= FIRM and not after.points and search.names.word_begins(text, start, end):
        after = _PAUSES[2 * (before.points > FIRM or search.names.points(text[start:end]) > 2)]  # 县长张三|年初到村里
    if listed:
        before = max(before, Cue(FIRM, "list"))
    firm = (before.points >= FIRM, after.points >= FIRM)
    points = search.names.alone(
        text, start, end, listed=(listed and after.points > 0) or (firm[0] and bool(after.context)), firm=firm
    )
    if points == NOT_A_NAME or goes_on(search, end) or doctrine(search, end):
        return Found(start, end, NOT_A_NAME, "")
    if _over_title(search, start, end) or _charged(search, start, end):
        return Found(start, end, NOT_A_NAME, "")
    if text[start] in search.names.function and (points < 2 or search.pattern("several").search(text, 0, start + 1)):
        return Found(start, end, NOT_A_NAME, "")
    if listed and search.names.unit(text[end - 1]):
        return Found(start, end, NOT_A_NAME, "")
    if not any(firm) and search.pattern("homestead").match(text, start, end):
        return Found(start, end, NOT_A_NAME, "")
    several = before.context in ("act", "list") and text[end : end + 1] == "、"  # 关于接受甲、乙、丙辞去…的决定
    if search.held(start, end) and not (
        (after.points > FIRM and _called(search, start, end))
        or (firm[0] and (after.context or several or _misread(search, start, end, before)))
    ):
        return Found(start, end, NOT_A_NAME, "")
    plain = end - start > 2 and firm[1] and text[start + 1] not in search.names.surnames  # ，向大升同志
    pauses = {*STOPS, *JOINS, text[end - 1]}  # 矿长刘志和， 县长刘书为|为 and 王大为|及 end in their names
    link = text[end - 1] in search.links and not search.pattern("name_ends").match(text, end)  # 刘可为|被任命
    linked = link and text[end : end + 1] not in pauses
    function = text[start] in search.names.function and not firm[0] and not _opens(search, start, end)
    points -= 3 * linked + (2 if plain else 3) * function
    points -= 3 * (link and search.cues.ends.get(end - 1, NONE).context == "act")
    charged = text[start] in search.names.function and not firm[0] and _titled(search, end)
    points -= 3 * (charged and search.names.points(text[start:end]) < CLEAR)
    points -= (3 + after.points) * (text[end - 1] in search.links and firm[0] and _titled(search, end))
    points += 2 * (listed and after.points >= 2) - 4 * _orphan(search, start)
    return Found(start, end, points + before.points + after.points, max(before, after).context or "list")


def _misread(search: Search, start: int, end: int, before: Cue) -> bool:
    """A writer's name, or one behind a title that only looks like a place or like a part of the body behind it."""
    titled = before.context == "after_title" and before.points > FIRM + 1
    return before.context == "byline" or (titled and search.misread(start, end))


def _called(search: Search, start: int, end: int) -> bool:
    """杨梅岭|同志: what looks like a place is somebody."""
    return search.misread(start, end) and search.pattern("after").match(search.text, end) is not None


def _opens(search: Search, start: int, end: int) -> bool:
    """True of 原占斌同志 at the head of a clause: without its first character it would be no name."""
    rest = search.names.points(search.text[start + 1 : end])
    return search.text[start - 1 : start] in STOPS and rest < FIRM and search.cues.ends.get(end, NONE).points > FIRM


def _over_title(search: Search, start: int, end: int) -> bool:
    """A title begins inside: 王书记."""
    index = bisect_right(search.titles, start)
    return index < len(search.titles) and search.titles[index] < end


def _charged(search: Search, start: int, end: int) -> bool:
    """主任由|华沅兼任, 市长和|吕锋副市长: a function word before somebody with an office is no surname."""
    cue = search.cues.starts.get(start + 1, NONE)
    charged = cue.context == "act" and cue.points >= FIRM
    titles = search.cues.starts.get(start, NONE).context == "after_title" and _titled(search, end)
    return (charged or titles) and search.text[start] in search.names.function and end - start > 2


def _orphan(search: Search, start: int) -> bool:
    """One character would be left over between a pause and the name: 常丁求 read as 丁求."""
    text = search.text
    return (
        start > 0
        and start not in search.cues.starts
        and text[start - 1] not in PAUSE
        and text[start - 1] not in search.openers
        and (start == 1 or text[start - 2] in PAUSE)
    )


def goes_on(search: Search, end: int) -> bool:
    """What follows makes another word of it (王家|村, 张三|们), unless a title or body begins there (吴萍|局长)."""
    never = search.text[end : end + 1] in search.names.never_after and not search.follows(end)
    return never and not _titled(search, end) and end not in search.cues.ends


def _titled(search: Search, at: int) -> bool:
    """A title begins right here; what stands between two titles is a name and a link (书记甲乙和|市长)."""
    index = bisect_left(search.titles, at)
    return search.titles[index : index + 1] == (at,)


def doctrine(search: Search, end: int) -> bool:
    """A doctrine, school or street is named after the person: 习近平法治思想."""
    return bool(search.pattern("doctrine").match(search.text, end))


def left(search: Search, at: int) -> Cue:
    """The cue before a position; a pause is a little evidence too."""
    before = search.text[at - 1 : at]
    pause = 2 if before in ("", "\n") else 3 if before == "、" else int(before in PAUSE)
    return max(search.cues.starts.get(at, NONE), _PAUSES[pause])


def right(search: Search, at: int) -> Cue:
    """The cue after a position; pauses and the links of lists are a little evidence too."""
    after = search.text[at : at + 1]
    joined = after in "、和与及" and (after == "、" or search.text[at + 1 : at + 2] not in STOPS)
    pause = 3 if joined else 2 if after in PAUSE or after == "等" else 0
    return max(search.cues.ends.get(at, NONE), _PAUSES[pause])
