"""What the words before the head of a place must be to make a name of it: 青云 of 青云桥, but not 城市 of 城市桥.

Before one character (路, 河, 岛) they are a name or a word that no dictionary has; a plain noun will do where a verb
leads to it (推进东风河治理, 来到石头村). Before a longer head at least one of them is not general.
"""

from __future__ import annotations

from collections.abc import Mapping

from rjieba import has_word

from govgraph.find.places_ground import Ground, Token, known
from govgraph.model import Mention
from govgraph.seeds import Hit, Seeds

NUMERALS = "一二两双三四五六七八九十"  # 两江四湖 counts
DEEDS = "vadz"  # verbs, adjectives and adverbs: none of them begins the name of a city or a county
VERBS = "vpc"  # what leads to a name: verbs, prepositions, conjunctions
PERSON = 3  # characters of a person's name
ROW = ("、", "，", "　")
_NAME = 4  # characters of a name made of common words, at most


def fits(hit: Hit, words: tuple[Token, ...], parents: Mapping[int, Mention], ground: Ground, seeds: Seeds) -> bool:
    """True where the words before a head make a name, as its kind demands."""
    if hit.word.kind == "division":
        if _joint(ground.text[hit.start - 2 : hit.start], seeds):
            return False  # 县委和|县政府
        chained = words[0].start in parents and hit.start - words[0].start >= 2
        if chained and all(known(w) for w in words) and hit.start - words[0].start > _NAME:
            return False  # 劳务输出大村
        tabled = hit.word.canonical in ("prefecture", "county")  # a table has all of them: 某区|严格落实|市委
        plain = tabled and any(len(w.word) > 1 and known(w) and w.tag[0] in DEEDS for w in words)
        upper = parents[words[0].start] if chained else None
        classed = upper is not None and upper.form[-1:] in seeds.forms("grammar", "county_up")  # not 河北|黄骅县
        if tabled and upper and classed and upper.get("kind") in ("county", hit.word.canonical):
            return False  # 沂水县|科协请|县农科所: there is no county in a county
        return (chained and not plain) or _division(hit, words, ground, seeds)
    if (follower := ground.after(hit.end)) and follower.word in seeds.forms("place_stops", "body"):
        return False
    if hit.word.kind == "single":
        return _single(hit, words, ground, seeds)
    if hit.word.kind == "station":
        name = ground.text[words[0].start : hit.end]  # not 香港
        named = len(words) == 1 and words[0].tag == "ns" and words[0].word not in NUMERALS
        return named and not seeds.gazetteer.codes(name)
    if hit.word.form in seeds.forms("grammar", "coined_head") and all(known(w) for w in words):
        return False  # 康养小镇, but 裘皮小镇
    between = len(words) > 1 and words[0].end < words[1].start
    if (
        hit.word.form == "公路"
        and not between
        and (len(words) > 1 or (has_word(words[0].word) and words[0].tag not in ("ns", "nr")))
    ):
        return False  # 旅游循环公路, 联网公路
    return hit.start - words[0].start >= 2 or not known(words[0]) or words[0].tag == "nz"


def _person(start: int, hit: Hit, ground: Ground, seeds: Seeds) -> bool:
    """周立桥 in 周立桥、陈海涛: a name that ends like a place, in a row beside one that does not."""
    name, text = ground.text[start : hit.end], ground.text
    whole = ground.after(start)
    if not _called(name, seeds) or (whole is not None and whole.word == name and whole.tag == "ns"):
        return False
    before, after = text[max(0, start - PERSON - 1) : start], text[hit.end : hit.end + PERSON + 1]
    beside = (before[:-1] if before[-1:] in ROW else "", after[1:] if after[:1] in ROW else "")
    heads = seeds.forms("place_suffixes", "single")
    return any(_called(other, seeds) and other[-1] not in heads and not has_word(other) for other in beside)


def _called(name: str, seeds: Seeds) -> bool:
    """True of a surname and two characters of given names; not of 张家桥."""
    surname = any(name[:1] in seeds.forms("surnames", kind) for kind in ("common", "usual"))
    given, heads = seeds.forms("given_characters"), seeds.forms("place_suffixes", "single")
    house = name[1:2] in seeds.forms("grammar", "family")
    return len(name) == PERSON and surname and not house and all(c in given or c in heads for c in name[1:])


def _single(hit: Hit, words: tuple[Token, ...], ground: Ground, seeds: Seeds) -> bool:
    start = words[0].start
    if _person(start, hit, ground, seeds) or ground.text[start : hit.end] in seeds.forms("place_names", "double"):
        return False
    if hit.word.form in seeds.forms("grammar", "stem_end") and seeds.gazetteer.codes(ground.text[start : hit.end]):
        return False  # 三门峡, 渑池
    if all(known(w) for w in words):
        if _built(hit, words, ground, seeds):
            return True
        if hit.word.form in seeds.forms("grammar", "hill_or_water"):
            before = ground.before(start)
            return _plain(hit, words) and (before is None or before.tag[0] in VERBS)
        if hit.word.form not in seeds.forms("grammar", "street") or len(words) > 1 or hit.start - start != 2:
            return False
        usual = words[0].word in seeds.forms("place_stops", "street")
        return (usual or ground.before(start) is None) and ground.stands(hit.start, hit.end)
    if hit.start - start < 2:
        if words[0].word in NUMERALS:
            return False
        if hit.word.form == "渠" and len(words) == 1 and has_word(words[0].word + hit.word.form):
            return True  # a canal that the dictionary knows, whatever it takes it for
        follower = ground.after(hit.end)
        near = follower and follower.word in seeds.forms("place_stops", "geo")
        return words[0].tag == "ns" and bool(near or ground.stands(start, hit.end))
    return True


def _built(hit: Hit, words: tuple[Token, ...], ground: Ground, seeds: Seeds) -> bool:
    """True of a plain noun behind a verb that leads to such a place: 改造桃花路, 重建金鸡桥."""
    before, after = ground.before(words[0].start), ground.after(hit.end)
    if before is None or before.word not in seeds.forms("place_stops", "works") or not _plain(hit, words):
        return False
    return after is None or after.tag[0] in VERBS or after.tag in ("vn", "uj", "f", "s")


def _division(hit: Hit, words: tuple[Token, ...], ground: Ground, seeds: Seeds) -> bool:
    length = hit.start - words[0].start
    before = ground.before(words[0].start)
    founded = before and before.word in seeds.forms("place_stops", "founding")
    if length == 1 or (founded and hit.word.form in seeds.forms("grammar", "founded")):
        return bool(founded)
    if hit.word.canonical in ("prefecture", "county"):
        name = ground.text[words[0].start : hit.end]
        if ground.text.count(name) < 2 and not any(len(d.code) == 6 for d in seeds.gazetteer.stem(name[:-1])):
            return False  # the table has those of today; one of another day has its stem today, or is named again
        return not any(known(w) and len(w.word) > 1 for w in words) and not all(w.tag == "m" for w in words)
    if not all(known(w) for w in words) or (len(words) == 1 and ground.splits(hit.end)):
        return True
    if before is None or hit.word.canonical != "village":
        return False
    noun = len(words) == 1 and len(words[0].word) == 2 and words[0].tag[0] == "n"
    return (noun and before.word in seeds.forms("place_stops", "arriving")) or _beside(hit, words, before, seeds)


def _beside(hit: Hit, words: tuple[Token, ...], before: Token, seeds: Seeds) -> bool:
    """True of two nouns behind a verb that leads to a village: 走进太子堂村. The dictionary has them, not together."""
    led = before.word in seeds.forms("place_stops", "arriving")
    general = any(word.word in seeds.forms("place_stops", "generic") for word in words)
    return led and len(words) == 2 and hit.start - words[0].start == 3 and words[0].tag[0] == "n" and not general


def _joint(before: str, seeds: Seeds) -> bool:
    """True of the end of a body and what joins it to the next: 局和, 委与."""
    return before[-1:] in seeds.forms("grammar", "joins_bodies") and before[:1] in seeds.forms("grammar", "body_end")


def _plain(hit: Hit, words: tuple[Token, ...]) -> bool:
    """True of one noun of two characters that is no word together with its head: 东风 of 东风河."""
    word = words[0]
    noun = len(words) == 1 and len(word.word) == 2 and word.tag[0] == "n"
    return noun and not has_word(word.word + hit.word.form)
