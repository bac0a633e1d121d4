"""How much a stretch of characters looks like a Chinese personal name, in whole points.

The points are coarse log-odds: for a surname by its rank, for each given-name character by its frequency, for two or
three characters. The dictionary of jieba speaks against: a name that is a word (文明, 高质量), that begins or ends in
the middle of a word, or whose given name is a verb (应明确). What stands before and after is added by
:mod:`govgraph.find.people`.

Shapes: surname (one or two characters) + given name (one or two); names of the minorities without surname from a
closed set of parts (扎西次仁, 巴特尔); transliterated names only with · between their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import rjieba

from govgraph.seeds import Seeds

HAN = re.compile("[\u3400-\u9fff]+")
NOT_A_NAME = -99
SURNAME = {"common": 4, "usual": 3, "known": 2, "rare": 1, "compound": 5, "phrase": 0}
GIVEN = {"frequent": 2, "usual": 1, "seen": 1}
# A word of so many characters behind a title is a name that the dictionary takes for something else (朱梦魁) if its
# characters have so many points.
SHORT, LONG, LIKELY = 2, 3, 6
# A window of this many characters on each side is enough for the dictionary to find the words around a name.
WINDOW = 8
# Classes of the words that open what is said of somebody.
OPENING = frozenset(("p", "d", "t", "v", "ad", "c"))
REMEMBERED = 1 << 15  # stretches


@dataclass(frozen=True)
class Names:
    """The name model: a pure function of the seeds."""

    surnames: dict[str, int]
    given: dict[str, int]
    everyday: frozenset[str]
    function: frozenset[str]
    never: frozenset[str]
    never_after: frozenset[str]
    stop: frozenset[str]
    address: frozenset[str]
    last: frozenset[str]
    manner: frozenset[str]
    parts: re.Pattern[str]
    part: re.Pattern[str]
    sounds: frozenset[str]
    places: frozenset[str]

    @classmethod
    def of(cls, seeds: Seeds) -> Names:
        """Build the model from the word lists."""
        parts = "|".join(sorted(seeds.forms("name_words", "part"), key=lambda f: (-len(f), f)))
        sounds = "".join(sorted(seeds.forms("name_words", "translit")))
        return cls(
            {word.form: SURNAME[word.kind] for word in seeds.words("surnames")},
            {word.form: GIVEN[word.kind] for word in seeds.words("given_characters")},
            seeds.forms("name_words", "everyday"),
            seeds.forms("name_words", "function"),
            seeds.forms("name_words", "never"),
            seeds.forms("name_words", "never_after"),
            seeds.forms("name_words", "stop") | seeds.forms("place_names", "country"),
            seeds.forms("name_words", "address"),
            seeds.forms("name_words", "last"),
            seeds.forms("name_words", "manner"),
            seeds.compiled(f"(?:{parts})(?:{parts}|[{sounds}])+"),
            seeds.compiled(f"(?:{parts})"),
            seeds.forms("name_words", "translit"),
            frozenset(form for form in seeds.forms("place_suffixes") if len(form) == 1),
        )

    def points(self, name: str, *, listed: bool = False) -> int:
        """Points for the characters alone; in a list of names a surname outside the list is possible."""
        known = self._known.get((name, listed))
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[name, listed] = self._points(name, listed)
        return known

    def _points(self, name: str, listed: bool) -> int:
        return NOT_A_NAME if name in self.stop or name in self.manner else self.shape(name, listed=listed)

    def shape(self, name: str, *, listed: bool = False) -> int:
        """The same for a word that is a name only in the company of names: 高峰."""
        size = 2 if len(name) > 2 and name[:2] in self.surnames else 1
        surname, given = name[:size], name[size:]
        if not 1 <= len(given) <= 2 or not (
            surname in self.surnames or (listed and surname not in self.never | self.function)
        ):
            return NOT_A_NAME
        points, weight = self.surnames.get(surname, -2), self._weights.get
        points += weight(given[0], -1) + (weight(given[1], -1) if len(given) == 2 else -1)
        return NOT_A_NAME if given in self.address or not HAN.fullmatch(name) else points

    def unit(self, character: str) -> bool:
        """The last character of a place or an office, where a name would be chance: 诸葛镇, 龙桥村."""
        return character in self.never and character in self.never_after

    def sounds_like(self, form: str) -> bool:
        """All syllables of transliteration."""
        return self.sounds.issuperset(form)

    @cached_property
    def _known(self) -> dict[tuple[str, bool], int]:
        """The points of stretches that were asked for: a document asks for the same few again and again."""
        return {}

    @cached_property
    def _weights(self) -> dict[str, int]:
        """What a character speaks for a given name; -1 where nothing is known of it."""
        weights = dict.fromkeys(self.never, -9)
        return weights | {form: 0 if form in self.never else points for form, points in self.given.items()}

    def possible(self, name: str) -> bool:
        """False of most stretches that are no names, wherever they stand."""
        return self.points(name, listed=True) >= -2

    def candidates(self, text: str) -> Iterator[int]:
        """Where a surname of one character stands that begins few words."""
        return (match.start() for match in self._surname.finditer(text))

    @cached_property
    def _surname(self) -> re.Pattern[str]:
        usual = (form for form, points in self.surnames.items() if len(form) == 1 and points > SURNAME["known"])
        return re.compile("[" + "".join(sorted(set(usual) - self.everyday)) + "]")

    def lengths(self, text: str, start: int) -> Iterator[int]:
        """Possible lengths of a name that starts here."""
        yield 2
        yield 3
        if text[start : start + 2] in self.surnames:
            yield 4

    def starts(self, text: str, start: int) -> bool:
        """Whether something at this position looks like a name, on its characters and words alone."""
        if text[start : start + 1] not in self.surnames and text[start : start + 2] not in self.surnames:
            return False
        return any(self.alone(text, start, start + size) >= 5 for size in self.lengths(text, start))

    def ends(self, text: str, end: int) -> bool:
        """Whether something that looks like a name ends here."""
        return any(self.alone(text, end - size, end) >= 6 for size in (2, 3) if end >= size)

    def word_begins(self, text: str, start: int, end: int) -> bool:
        """A word begins behind a name that opens what is said of somebody, and is no part of it: 年初, 从, 到."""
        word, tag = _next(text[end : end + WINDOW])
        longer = end - start == SHORT and tag == "v" and word in self.given  # 王新|让患病
        return tag in OPENING and not longer

    def alone(
        self, text: str, start: int, end: int, *, listed: bool = False, firm: tuple[bool, bool] = (False, False)
    ) -> int:
        """Points for the characters, less what the dictionary says; ``firm`` boundaries are known from elsewhere."""
        name = text[start:end]
        points = self.points(name, listed=listed) if len(name) == end - start else NOT_A_NAME
        if points < -2:
            return NOT_A_NAME
        return points + self._words(text, start, end, firm)

    def _words(self, text: str, start: int, end: int, firm: tuple[bool, bool]) -> int:
        """What the words of the dictionary around the stretch take away."""
        low = max(0, start - WINDOW)
        points, at = 0, low
        firm = (firm[0], firm[1] or not HAN.match(text, end))
        for word, tag in _tagged(text[low : end + WINDOW]):
            left, right = at, at + len(word)
            at = right
            if len(word) == 1 or right <= start or left >= end:
                continue
            points += self._against(word, tag, (left, right), (start, end), firm, text[start])
        return points

    def _against(
        self, word: str, tag: str, span: tuple[int, int], name: tuple[int, int], firm: tuple[bool, bool], surname: str
    ) -> int:
        (left, right), (start, end) = span, name
        personal = tag.startswith("nr") or tag == "x"
        if (left, right) == (start, end):
            if not personal and firm[0] and len(word) == LONG and surname not in self.everyday:
                return 0 if self.points(word) >= LIKELY else -8
            if tag == "ns" and len(word) == LONG and self.points(word) > LIKELY and word[-1] not in self.places:
                return 0  # 高建国, which the dictionary takes for a place
            return self._whole(word, tag) if personal else -3 if tag == "t" else -8
        if left < start or right > end:
            crossed = (firm[0] if left < start else True) and (firm[1] if right > end else True)
            return -1 if crossed or (personal and left < start) else -4 if right <= end else -5
        if personal or word in self.surnames:
            return 0
        if left == start:
            return -3
        if right == end:
            return (-4 if firm[1] else -5) if surname in self.function else -2 if surname in self.everyday else -1
        return 0

    def _whole(self, word: str, tag: str) -> int:
        """A word of three characters that the dictionary knows as a name speaks for it; two may be anything."""
        return 3 if tag.startswith("nr") and len(word) == 3 else 0

    def split(self, run: str) -> tuple[tuple[int, int], ...]:
        """Cut a run of glued names (周思德祝斌) so that every part is one; empty if it cannot be done well.

        A character that belongs to none (a stray letter of a damaged page) is passed over at a price, and only among
        several names.
        """
        best: list[tuple[int, tuple[tuple[int, int], ...]]] = [(0, ())]
        for end in range(1, len(run) + 1):
            most, chosen = best[end - 1][0] - 6, best[end - 1][1]
            for size in (2, 3, 4):
                if end >= size and (points := self.points(run[end - size : end])) > 0:
                    before, names = best[end - size]
                    # Three characters are by far the commonest length; a cut that leaves fewer names is simpler.
                    points += before + (size == 3) - 3
                    if points > most or (points == most and len(names) + 1 < len(chosen)):
                        most, chosen = points, (*names, (end - size, end))
            best.append((most, chosen))
        points, names = best[-1]
        covered = sum(high - low for low, high in names)
        stray = len(run) - covered
        return names if points > 0 and stray * 3 <= max(0, len(names) - 2) else ()


@lru_cache(1 << 12)
def _next(behind: str) -> tuple[str, str]:
    return next(iter(rjieba.tag(behind, False)), ("", ""))


@lru_cache(1 << 9)
def _tagged(stretch: str) -> list[tuple[str, str]]:
    """The words of a stretch; it is asked about again with other ends, or by who looks for something else."""
    return rjieba.tag(stretch, False)
