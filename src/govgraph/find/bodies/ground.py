"""What the grammar of bodies stands on: the words of the text, the places found before, and the hits of the lists.

Words come from rjieba, once for the whole text; the grammar asks only where a word ends and whether it can be part of
a name. Places come from the mentions of the finder before this one; adjoining ones are read as one chain
(吉林市龙潭区江北乡).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, overload

import rjieba

from govgraph.model import Mention
from govgraph.seeds import Hit, Seeds

LISTS = frozenset(f"body_{name}" for name in ("forms", "loose", "national", "parts", "prefixes", "suffixes", "units"))
# Word classes that no name of a body contains: prepositions, conjunctions, adverbs, particles, pronouns, numbers, time.
_STOPS = frozenset({"p", "c", "d", "u", "r", "m", "q", "t", "y", "e", "o", "x", "l", "i"})
_JOINTS = frozenset({"p", "c", "d", "u", "uj", "ul", "r", "m", "q", "t", "y", "e", "o", "x"})
# … and of those the ones that the legal name of a company may contain.
_TRADES = frozenset({"v", "vd", "vn", "d", "l", "i"})
_DOING = frozenset({"v", "p"})  # what may have 好 behind it: 建|好, 用|好
_NAMES = frozenset({"ns", "nr", "nz", "nt", "nrt", "nrfg", "j"})
CITY = 6  # digits of the code of a county or a prefecture; that of a prefecture ends in 00
_TOWN = (2, 3)  # characters of the stem of a township
RARE = "nz"  # a character that the tagger does not know stands in names and hardly anywhere else: 娲|石集团


class Word(NamedTuple):
    """A word of the text with its class as rjieba tells it."""

    start: int
    end: int
    form: str
    tag: str


class Words(Sequence[Word]):
    """The words of a text, each made when it is asked for: most never are."""

    def __init__(self, tagged: list[tuple[str, str]]) -> None:
        self._tagged = tagged
        self.starts = list(accumulate(map(len, map(itemgetter(0), tagged)), initial=0))
        self.starts.pop()

    def __len__(self) -> int:
        return len(self._tagged)

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        form, tag = self._tagged[index]
        start = self.starts[index]
        tag = RARE if tag == "x" and _is_han(form) else tag
        return Word(start, start + len(form), form, tag)


@dataclass(frozen=True)
class Ground:
    """One text, prepared."""

    text: str
    earlier: tuple[Mention, ...]
    seeds: Seeds

    @cached_property
    def words(self) -> Words:
        """The text in words; one that no dictionary has loses what leads to it or follows it: 从洮阳, 组等."""
        leads, tails = self.seeds.forms("grammar", "glued_lead"), self.seeds.forms("grammar", "glued_tail")
        tagged: list[tuple[str, str]] = []
        for form, tag in rjieba.tag(self.text):
            if len(form) == 1 or not (form[0] in leads or form[-1] in tails) or rjieba.has_word(form):
                tagged.append((form, tag))
            else:
                cut = 1 if form[0] in leads else len(form) - 1
                tagged += rjieba.tag(form[:cut])
                tagged += rjieba.tag(form[cut:])
        return Words(tagged)

    def says(self, kind: str, form: str) -> bool:
        """True of a form that the grammar has under a kind (``seeds/words/grammar.csv``)."""
        return form in self.seeds.forms("grammar", kind)

    def classed(self, place: str) -> bool:
        """True of a place written with its class: 福州市 and 河州, but not 福州 or 福建福州."""
        if not self.says("written_class", place[-1:]):
            return False
        gazetteer = self.seeds.gazetteer
        if len(place) < 2 or gazetteer.named(place):
            return True
        if gazetteer.stem(place):
            return False
        parts = ((place[:-size], place[-size:]) for size in (2, 3) if len(place) > size)  # 山东|兖州: a chain of stems
        return not any(gazetteer.stem(above) and gazetteer.stem(end) for above, end in parts)

    def word_at(self, position: int) -> int:
        """The index of the word that covers a position."""
        return bisect_right(self.words.starts, position) - 1

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        return tuple(self.seeds.hits(self.text, LISTS))

    @cached_property
    def _by_start(self) -> dict[tuple[str, int], list[Hit]]:
        found: dict[tuple[str, int], list[Hit]] = defaultdict(list)
        for hit in self._hits:
            found[hit.list, hit.start].append(hit)
        return dict(found)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for name, start in self._by_start:
            found[name].append(start)
        return dict(found)

    @cached_property
    def _by_end(self) -> dict[tuple[str, int], Hit]:
        found: dict[tuple[str, int], Hit] = {}
        for hit in self._hits:
            key = (hit.list, hit.end)
            if key not in found or hit.start < found[key].start:
                found[key] = hit
        return found

    def longest(self, name: str) -> tuple[Hit, ...]:
        """The longest hit of a list at each place where one starts, in order of the text."""
        return tuple(max(self._by_start[name, start], key=_length) for start in sorted(self._starts.get(name, ())))

    def starting(self, name: str, position: int, kind: str | None = None) -> Hit | None:
        """The longest hit of a list that starts at a position."""
        hits = [h for h in self._by_start.get((name, position), ()) if kind is None or h.word.kind == kind]
        return max(hits, key=_length, default=None)

    def ending(self, name: str, position: int) -> Hit | None:
        """The longest hit of a list that ends at a position."""
        return self._by_end.get((name, position))

    @cached_property
    def place_before(self) -> dict[int, int]:
        """Where the longest chain of places starts that ends at a position."""
        found: dict[int, int] = {}
        weak: set[int] = set()  # ends of loose stems, which open no chain: 振兴|吉林市 is no chain
        for mention in sorted(self._places(), key=lambda m: (m.start, m.end)):
            if mention.strength == "weak" and self._verbal(mention):
                continue
            if self._met(mention.start, mention.form):
                continue
            joined = mention.start in found or self.says("body_end", self.text[mention.start - 1 : mention.start])
            if mention.form[0] == "和" and (joined or mention.strength == "weak"):
                continue  # 定江镇和县…, 县委和县…: a conjunction, no county of that name
            opens = mention.start not in weak or mention.get("kind") == "zone"  # 石河子|经济技术开发区 is one name
            start = found.get(mention.start, mention.start) if opens else mention.start
            found[mention.end] = min(start, found.get(mention.end, start))
            if mention.strength == "weak":
                weak.add(mention.end)
        return found

    @cached_property
    def place_after(self) -> dict[int, list[int]]:
        """Where the chains of places end that start at a position."""
        found: dict[int, list[int]] = defaultdict(list)
        for end, start in self.place_before.items():
            found[start].append(end)
        return dict(found)

    @cached_property
    def _towns(self) -> frozenset[str]:
        """The stems of the townships and villages that the text names by their class: 洮阳 of 洮阳镇."""
        tails = self.seeds.forms("grammar", "town_class")
        names = {m.form for m in self.earlier if m.kind == "place" and m.form.endswith(tuple(tails))}
        stems = {name.removesuffix(tail) for name in names for tail in tails if name.endswith(tail)}
        words = self._left | self.seeds.forms("body_left", "inner") | self.seeds.forms("body_left", "plain")
        return frozenset(stem for stem in stems if len(stem) in _TOWN and stem not in words)

    def town_before(self, end: int) -> int | None:
        """Where the stem of such a place starts that ends at a position: 洮阳|税务所."""
        starts = (end - size for size in _TOWN if end >= size)
        return next((start for start in starts if self.text[start:end] in self._towns), None) if self._towns else None

    def _places(self) -> Iterable[Mention]:
        """The places that can own a body: not 全市, 我省, which only point at one."""
        places = (m for m in self.earlier if m.kind == "place" and not m.get("deictic"))
        return (m for m in places if not self.says("pointing", m.form[0]))

    def glued(self, start: int) -> bool:
        """True where the character before a stem is one alone that it may belong to: 杨|宏伟."""
        word = self.words[self.word_at(start - 1)] if start else None
        return word is not None and len(word.form) == 1 and _is_han(word.form) and not self.stops(word)

    def _verbal(self, place: Mention) -> bool:
        """True for a loose stem that is a word of the language here (振兴, 通道); to the tagger 包头 is a verb, too."""
        word = self.words[self.word_at(place.start)]
        city = any(len(code) == CITY and code.endswith("00") for code in place.get("codes").split("|"))
        return place.form in self._left or (not city and word.form == place.form and word.tag in ("v", "vn", "d"))

    def stops(self, word: Word) -> bool:
        """True where no name runs on through a word: function words, verbs, punctuation."""
        if word.form in self.seeds.forms("body_left", "inner"):
            return self._unites(word)
        if word.form in self._left or not _is_han(word.form):
            return True
        if len(word.form) == 4 and not rjieba.has_word(word.form) and self._phrase(word.form):
            return True
        if word.tag == "m" and self.seeds.pattern("bodies.numbered_hospital").match(self.text, word.start):
            return self.text[word.start - 1 : word.start] < "\u3400"  # 湘雅|二|医院
        if word.form[0] == "第" and word.tag == "m":
            return self.seeds.pattern("posts.chapter").fullmatch(word.form) is not None
        if word.tag in ("l", "i") and (
            ("body_suffixes", word.end) in self._by_end or ("body_suffixes", word.end) in self._by_start
        ):
            return False  # 东北|电力大学, 基本建设|委员会
        if self.says("complement", word.form):
            return word.start > 0 and self.words[self.word_at(word.start - 1)].tag in _DOING
        return word.tag in _STOPS or (word.tag in ("v", "vd") and len(word.form) > 1 and rjieba.has_word(word.form))

    def _unites(self, word: Word) -> bool:
        """True of 联合 between a body and the next: 县教育局|联合|县卫健委, not 县工商业|联合|会."""
        before = self.text[word.start - 1 : word.start]
        if not self.says("uniting", word.form) or not self.says("body_end", before) or self.says("class", before):
            return False
        form = self.starting("body_forms", word.end) or self.starting("body_national", word.end)
        return form is not None or word.end in self.place_after or self.says("county_up", self.text[word.end])

    def acts(self, word: Word) -> bool:
        """True of a verb or function word of the list that no name runs over."""
        return word.form in self._left and word.form not in self.seeds.forms("body_left", "inner")

    def leads(self, word: Word) -> bool:
        """True of a verb and a class character that the tagger took for one unknown word: 率县."""
        verb = self.coined(word) and len(word.form) == 2 and word.form[0] in self.seeds.forms("body_left", "verb")
        return (verb and self.says("class", word.form[-1])) or self._met(word.start, word.form)

    def _met(self, start: int, form: str) -> bool:
        """True of 会同县 in 教育局会同|县财政局, where the body before does something with the next."""
        verbal = form in self.seeds.forms("place_names", "verbal")
        return verbal and self.says("body_end", self.text[start - 1 : start])

    def joins(self, word: Word) -> bool:
        """True of a word that no name holds, whatever else it holds: particles, pronouns, numbers, marks."""
        return word.tag in _JOINTS or not _is_han(word.form)

    def trade(self, word: Word) -> bool:
        """True of a word that may say what a company does: a verb or phrase that is no verb of the sentence."""
        return word.tag in _TRADES and word.form not in self._left and len(word.form) > 1 and _is_han(word.form)

    def _phrase(self, form: str) -> bool:
        """True for an adverb and verb that the tagger took for one unknown word (严格执行)."""
        return form[:2] in self._left or form[2:] in self._left

    @cached_property
    def _left(self) -> frozenset[str]:
        return self.seeds.forms("body_left", "function") | self.seeds.forms("body_left", "verb")

    def turns(self, word: Word) -> bool:
        """True for a verb that may stand inside a name but not open one (服务, 建设)."""
        return word.form in self._left or word.tag in ("v", "vd", "vn", "p")

    def proper(self, word: Word) -> bool:
        """True for a word that is a name by itself: a place, or a coinage that no dictionary has."""
        if word.form in self.seeds.forms("body_left", "plain") or self.says("quality", word.form[-1]):
            return False
        return word.tag in _NAMES or self.coined(word)

    def coined(self, word: Word) -> bool:
        """True for a word that no dictionary has."""
        return len(word.form) > 1 and not rjieba.has_word(word.form)


def _length(hit: Hit) -> int:
    return hit.end - hit.start


def _is_han(form: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" or character == "·" for character in form)
