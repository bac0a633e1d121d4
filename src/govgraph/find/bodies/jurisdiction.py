"""Whose body it is: the words right before a form (吉林市|政府, 市|十七届|人大, 团|市|委, 政协|吉林市|第十四届|委员会).

Read from right to left, because the form is what is certain. A class character (市 in 市政府) counts only where it is
not the last one of a name; 全市, 各县 and the like are no jurisdiction.
"""

from __future__ import annotations

from typing import NamedTuple

import rjieba

from govgraph.find.bodies.ground import CITY, Ground
from govgraph.seeds import Hit

TERM = 12  # the longest term of office: 第十一至第十二届
_LEADING = "pdcur"  # parts of speech that lead to a name: prepositions, adverbs, conjunctions, particles, pronouns
_ALL = "全"  # stands for whatever says that no single place is meant


class Left(NamedTuple):
    """What stands before a form: where it starts, the jurisdiction as written, a prefix (中共, 政协, 团)."""

    start: int
    jurisdiction: str
    name: str  # the jurisdiction with its prefix, for the name of the mention
    prefix: Hit | None = None
    term: bool = False


def before(ground: Ground, form: int) -> Left | None:
    """The jurisdiction that ends where a form starts; None where there is none."""
    after_term = _before_term(ground, form)
    start, jurisdiction = _named(ground, after_term) or _class(ground, after_term) or (after_term, "")
    if jurisdiction and (
        ground.says("generic", jurisdiction[0])
        or jurisdiction in ground.seeds.forms("body_left", "bundle")
        or _all_of(ground, start)
    ):
        return None
    if ground.says("nation_name", jurisdiction) or jurisdiction.startswith(
        tuple(ground.seeds.forms("grammar", "house"))
    ):
        return None
    prefix = ground.ending("body_prefixes", start)
    if prefix is None and jurisdiction and (outer := _before_term(ground, start)) < start:
        prefix = ground.ending("body_prefixes", outer)  # 政协|第一届|吉林市|委员会
    if prefix and not _fits(ground, prefix):
        prefix = None
    if not jurisdiction and after_term == form and not prefix:
        return None
    if prefix and len(prefix.word.form) == 1 and (around := _outside(ground, prefix.start, jurisdiction)):
        return Left(around[0], around[1], prefix.word.form + around[1], prefix, term=after_term < form)
    name = (prefix.word.form if prefix else "") + jurisdiction
    first = prefix.start if prefix else _before_term(ground, start)
    return Left(first, jurisdiction, name, prefix, term=after_term < form)


def _outside(ground: Ground, end: int, class_: str) -> tuple[int, str] | None:
    """沂水 of 沂水|团县委: the place whose class stands inside the name."""
    start = ground.place_before.get(end)
    whole = ground.text[start:end] + class_ if start is not None else ""
    return (start, whole) if start is not None and len(class_) == 1 and ground.seeds.gazetteer.named(whole) else None


def _before_term(ground: Ground, end: int) -> int:
    """Where a term of office starts that ends here (第十七届), or the position itself."""
    match = ground.seeds.pattern("bodies.term").search(ground.text[max(0, end - TERM) : end])
    return end - len(match[0]) if match else end


def _named(ground: Ground, end: int) -> tuple[int, str] | None:
    """A named place right before; 吉林市|市政府 says its class twice."""
    text = ground.text
    start = ground.place_before.get(end)
    if start is None and (counted := ground.seeds.pattern("bodies.counted_class").search(text, max(0, end - 4), end)):
        start = ground.place_before.get(counted.start())  # 银川 of 长春、银川两市|市委
        return None if start is None else (start, _counted(ground, text[start : counted.start()], counted["class"]))
    if start is None and end and ground.says("class", text[end - 1]) and end - 1 in ground.place_before:
        start = ground.place_before[end - 1]
        if text[end - 2] == text[end - 1]:
            return start, text[start : end - 1]
    return None if start is None else (start, text[start:end])


def _counted(ground: Ground, stem: str, class_: str) -> str:
    """太和县 of 亳县、太和两县党部: the class that is said once; not where the table knows the stem otherwise."""
    whole = stem if stem.endswith(class_) else stem + class_
    return whole if ground.seeds.gazetteer.named(whole) or not ground.seeds.gazetteer.stem(stem) else stem


def _class(ground: Ground, end: int) -> tuple[int, str] | None:
    """A class character, or a place that only its class character and a word boundary show (新河连市)."""
    text, long = ground.text, ground.seeds.forms("grammar", "long_class")
    last = next((word for word in long if text.endswith(word, 0, end)), text[end - 1 : end])
    if not last or (last not in long and not ground.says("class", last)):
        return None
    if numbered := ground.seeds.pattern("bodies.numbered_district").search(text, max(0, end - 8), end):
        return numbered.start("district"), numbered["district"]  # 第七区|公所
    at = end - len(last)
    before_it = text[at - 1 : at]
    counted = ground.seeds.pattern("bodies.counted_class").search(text, max(0, end - 4), end)
    if counted and _is_han(text[counted.start() - 1 : counted.start()]):
        return at, _ALL  # 阳朔等5县|污水处理厂
    if ground.says("generic", before_it):
        return at - 1, before_it
    if before_it in "）)" and text[at - 3 : at - 2] in tuple("（(") and ground.says("class", text[at - 2]):
        return at - 1, _ALL  # 各县（市）区
    if before_it + last in ground.seeds.forms("body_left", "bundle"):
        return at - 1, before_it + last
    if ground.says("own", before_it):
        return at, last  # 我省|代表团
    if (prefix := ground.ending("body_prefixes", at)) and len(prefix.word.form) == 1 and _fits(ground, prefix):
        return at, last  # 团|县|委
    if text.endswith(tuple(ground.seeds.forms("place_names", "verbal")), 0, end):
        return at, last  # 会同|县公安局
    if ground.says("lead", before_it) and ground.says("body_end", text[at - 2 : at - 1]):
        return at, last  # 松江县科协请|县农科所
    if _inside_word(ground, at) and not _entered(ground, at):
        return at, _ALL
    if before_it in "和与及" and (at - 1 in ground.place_before or ground.says("body_end", text[at - 2 : at - 1])):
        return at, last  # 定江镇和县国土局, 松江日报社和县妇联
    if not _is_han(before_it) or ground.says("leading", before_it):
        return at, last
    if ground.says("region_class", last):
        return at, _ALL  # 贫困|地区; a region by name is in the gazetteer
    start = named_start(ground, at, end)
    start = _behind_verb(ground, start, at) if start is not None else None
    while start is not None and ground.says("particle", text[start]):
        start += 1
    if start is not None and (
        party := next((p for p in ground.seeds.forms("grammar", "party") if text.startswith(p, start)), "")
    ):
        start += len(party)  # 中共|永川县
    if start is not None and "与" in text[start:end]:
        start = None  # 沂水县委与|县
    if start is not None and at - start < 2 and end - 1 not in ground.place_before and last != "村":
        start = None  # a stem of one character is a matter of the gazetteer
    if (
        start is not None
        and ground.says("county_up", last)
        and end - 1 not in ground.place_before
        and not _twice(ground, start, end)
        and not _former(ground, text[start:at], last)
        and not ground.seeds.pattern("bodies.district_seat").match(text, end)
    ):
        start = None  # 某某率|县水务局: the table has all cities and counties of today; an older one is named again
    return (start, text[start:end]) if start is not None else (at, last)


def _behind_verb(ground: Ground, start: int, at: int) -> int:
    """The start behind a verb of holding office, which the tagger took for a name: 曾任|青山县."""
    verbs = [verb for verb in ground.seeds.forms("act_verbs") if ground.text.startswith(verb, start)]
    behind = start + max(map(len, verbs), default=0)
    return behind if at - behind > 1 and verbs else start


def _former(ground: Ground, stem: str, class_: str) -> bool:
    """True of a county that is a city or a district of the same stem today: 曲阜|县."""
    names = [d.name for d in ground.seeds.gazetteer.stem(stem) if len(d.code) == CITY]
    return class_ == "县" and any(ground.says("county_now", name.removeprefix(stem)) for name in names)


def _twice(ground: Ground, start: int, end: int) -> bool:
    return start in ground.place_after or ground.text.count(ground.text[start:end]) > 1


def named_start(ground: Ground, at: int, end: int) -> int | None:
    """Where the name of an unknown place starts whose class character stands at a position."""
    index = ground.word_at(at)
    word = ground.words[index]
    if word.start >= at:  # the class character opens a word of its own: the name is the words before
        index -= 1
    start = None
    while index >= 0 and end - ground.words[index].start <= 7:
        word = ground.words[index]
        if word.end in ground.place_before and start is not None:
            return ground.place_before[word.end]
        village = ground.says("village", ground.text[at:end]) and _is_han(word.form) and word.start < at
        if village and word.start in ground.place_before and len(word.form) < 4:
            return ground.place_before[word.start]  # a village right after its town, whatever its name: 新安乡|联合|村
        if (
            ground.stops(word)
            or (village and (word.tag[0] in _LEADING or ground.says("to_village", ground.text[at - 1])))
            or not (village or ground.proper(word))
            or len(word.form) > 4
            or ground.says("organ_end", word.form[-1])
        ):
            break
        start = word.start
        index -= 1
    return start


def _inside_word(ground: Ground, at: int) -> bool:
    """True where the class character ends a word of the language: 直辖|市, 城|市."""
    word = ground.words[ground.word_at(at)]
    return word.start < at and not ground.proper(word) and rjieba.has_word(word.form)


def _entered(ground: Ground, at: int) -> bool:
    """True of 任|县商务局: the dictionary has a place 任县, but somebody is given an office of the county."""
    word = ground.words[ground.word_at(at)]
    return at - word.start == 1 and ground.text[word.start] in ground.seeds.forms("place_stops", "entering")


def _all_of(ground: Ground, start: int) -> bool:
    """True in 各省、市、自治区政府, which are all of their kind."""
    return bool(ground.seeds.pattern("bodies.all_of").search(ground.text[max(0, start - 8) : start]))


def _fits(ground: Ground, prefix: Hit) -> bool:
    """团 counts only as the first character of a word: not in 代表团 or 集团."""
    return len(prefix.word.form) > 1 or not ground.says("before_league", ground.text[prefix.start - 1 : prefix.start])


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" if character else False
