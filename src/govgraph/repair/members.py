"""Lists of members that a page has run together, for it lost their blanks or line ends.

    组长：马明远县委副书记、县长副组长：陈学文县委常委成员：王国梁县财政局局长赵志明县水务局局长

is read as rows of a name, an office and the next name: a surname and given characters, then a class character, a place
or a word of the language, then a title where the next row begins. Every row becomes a line, with blanks between the
name and the office, as a page that kept them would have it. Three rows that adjoin are needed, in a text that speaks
of a list or of roles; what does not read so from its first character on is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govgraph.seeds import Seeds
from govgraph.text import Edit

ROWS = 3  # that adjoin
LONGEST = 40  # characters of an office
HEAD = 8  # in which it says whose it is
ROLE = 4  # behind a stretch: the blanks and the colon of a role
BLANKS = "   "
PAUSES = frozenset("。，；")
STRETCH = re.compile("[㐀-鿿、（）“”]+")
HAN = re.compile("[㐀-鿿]+")
NOTE = re.compile("（[^（）]{1,8}）")
BRACKET = re.compile("（[^（）]{2,40}）")
SURNAME = {"common": 4, "usual": 3, "known": 2, "rare": 1, "compound": 5, "phrase": 0}
GIVEN = {"frequent": 2, "usual": 1, "seen": 0}
NEVER = -9
LEAST = 3  # points of a row: a usual surname with one usual character


class Row(NamedTuple):
    """Where a row of a list starts and ends, and where within it blanks are missing, if they are."""

    start: int
    end: int
    gap: int = -1
    role: bool = False  # a label such as 成员：, and no row


Rows = Callable[[int, int, list[int]], Iterator[tuple[Row, int]]]


@dataclass(frozen=True)
class Words:
    """What names and offices are made of."""

    surnames: dict[str, int]
    given: dict[str, int]
    classes: frozenset[str]

    @classmethod
    def of(cls, seeds: Seeds) -> Words:
        """Read the word lists."""
        never = dict.fromkeys(seeds.forms("name_words", "never"), NEVER)
        return cls(
            {word.form: SURNAME[word.kind] for word in seeds.words("surnames")},
            never | {word.form: GIVEN[word.kind] for word in seeds.words("given_characters")},
            seeds.forms("grammar", "county_up") | seeds.forms("grammar", "above_village"),
        )

    def name(self, form: str) -> int:
        """Points of the characters of a name."""
        size = 2 if len(form) == 4 else 1
        if form[0] in self.classes:  # 区应急 of 区应急|局局长
            return NEVER
        if form[:size] not in self.surnames or (form[-1] in self.classes and self.given.get(form[-1], -1) < 1):
            return NEVER
        given = [self.given.get(character, -1) for character in form[size:]]
        return self.surnames[form[:size]] + sum(given) + (len(given) == 2)


def splits(string: str, seeds: Seeds) -> Iterator[Edit]:
    """A new line before each row of such a list, and blanks within it."""
    if not seeds.pattern("repair.member_list").search(string):
        return
    for rows in _lists(string, seeds):
        for row in rows:
            start = row.start
            while start and string[start - 1] in " \u3000":
                start -= 1
            led = start and string[start - 1] == "：" and not row.role
            if start and string[start - 1] != "\n" and not led:
                yield Edit(start, row.start, "\n")
            if row.gap >= 0:
                yield Edit(row.gap, row.gap, BLANKS)
        if STRETCH.match(string, rows[-1].end):
            yield Edit(rows[-1].end, rows[-1].end, "\n")


def _lists(string: str, seeds: Seeds) -> Iterator[list[Row]]:
    """Rows of stretches that lie together, if they are enough."""
    rows: list[Row] = []
    for stretch in _stretches(string, seeds):
        if rows and stretch and not _near(string, rows[-1].end, stretch[0].start):
            if _enough(rows):
                yield rows
            rows = []
        rows += stretch
    if _enough(rows):
        yield rows


def _near(string: str, end: int, start: int) -> bool:
    """True where at most a row that could not be read lies between, and no pause of a sentence."""
    return start - end <= LONGEST and PAUSES.isdisjoint(string[end:start])


def _enough(rows: list[Row]) -> bool:
    return sum(not row.role for row in rows) >= ROWS


def _stretches(string: str, seeds: Seeds) -> Iterator[list[Row]]:
    """The rows and roles of each stretch between marks, in order; none of one that is no list."""
    reader, done = Reader(string, seeds), 0
    role, title = seeds.pattern("repair.member_role"), seeds.pattern("repair.member_title")
    for stretch in STRETCH.finditer(string):
        start, stop = stretch.span()
        if start < done:
            continue
        ends = [match.end() for match in title.finditer(string, start, stop)]
        label = next((m for m in role.finditer(string, start, stop + ROLE) if m.start() < stop), None)
        if label and (label.start() in (start, *ends) or string[label.start() - 1] == "）"):
            done = label.end()
            yield [*reader.read(start, label.start(), ends), Row(*label.span(), role=True)]
        else:
            yield reader.read(start, stop, ends)


class Reader:
    """Reads stretches of one text as rows."""

    def __init__(self, string: str, seeds: Seeds) -> None:
        """The words are made once for all texts."""
        self.string, self.seeds, self.words = string, seeds, seeds.once(Words.of)

    def read(self, start: int, stop: int, ends: list[int]) -> list[Row]:
        """The best way to read a stretch as rows, all of name and office or all of office and name."""
        sentence = self.seeds.pattern("repair.member_clause").search(self.string, start, stop)
        stop = sentence.start() if sentence else stop
        ends = [end for end in ends if start < end <= stop]
        if not ends:  # as most have none
            return []
        named = self._best(start, stop, ends, self._named)
        titled = self._best(start, stop, ends, self._titled)
        rows = list(max(named, titled)[1])
        return rows if len(rows) > 1 or (rows and rows[0].end == stop) else []

    def _best(self, start: int, stop: int, ends: list[int], rows: Rows) -> tuple[int, tuple[Row, ...]]:
        """The rows with most points from the first character on, and as far as rows go."""

        @cache
        def best(at: int) -> tuple[int, tuple[Row, ...]]:
            found: tuple[int, tuple[Row, ...]] = (0, ())
            for row, points in rows(at, stop, ends):
                after = best(row.end)
                if points + after[0] >= found[0]:  # a longer office, where one name fewer is no loss
                    found = (points + after[0], (row, *after[1]))
            return found

        return best(start)

    def _named(self, at: int, stop: int, ends: list[int]) -> Iterator[tuple[Row, int]]:
        """张三县水利局局长, 张三（县水利局局长）."""
        for size in (2, 3, 4):
            points, office = self._name(at, at + size, stop), at + size
            if points < LEAST or self._says("member_deputy", office - 1):
                continue
            held = BRACKET.match(self.string, office, stop)
            if held and any(office < end <= held.end() for end in ends):
                yield Row(at, held.end()), points
                continue
            note = NOTE.match(self.string, office, stop)
            office = note.end() if note else office
            points += self._opens(office, stop) if office < stop else NEVER
            for end in ends if points >= LEAST else ():
                if office < end <= office + LONGEST:
                    yield Row(at, end, office), points

    def _titled(self, at: int, stop: int, ends: list[int]) -> Iterator[tuple[Row, int]]:
        """县水利局局长张三; the next row begins behind the name, or the stretch ends there."""
        for end in ends if self._opens(at, stop) >= 0 else ():
            for size in (2, 3, 4) if at < end <= at + LONGEST else ():
                points = self._name(end, end + size, stop)
                if points >= LEAST and (end + size == stop or self._opens(end + size, stop) > 0):
                    yield Row(at, end + size), points

    def _name(self, start: int, end: int, stop: int) -> int:
        """Points of a stretch as a name; none where a title or a verb begins there."""
        if end > stop or not HAN.fullmatch(self.string, start, end) or self._says("member_post", start):
            return NEVER
        return NEVER if self._says("member_act", start) else self.words.name(self.string[start:end])

    def _says(self, pattern: str, at: int) -> bool:
        return self.seeds.pattern(f"repair.{pattern}").match(self.string, at) is not None

    def _opens(self, at: int, stop: int) -> int:
        """Points for an office that begins here: with a class character, a place, or a word of the language."""
        import rjieba  # noqa: PLC0415 - half a second that only such lists need

        if at == stop or self._says("member_act", at):
            return NEVER
        if self.string[at] in self.words.classes:
            return 2
        head = self.string[at : min(stop, at + HEAD)]
        places = {name.start for name in self.seeds.gazetteer.scan(head)}
        if 0 in places:
            return 2
        first = rjieba.cut(head, False)[0]
        if len(first) > 1 and rjieba.has_word(first):
            return 1
        known = min(places, default=0) > 1 or self._says("member_place", at)
        return 0 if known else NEVER
