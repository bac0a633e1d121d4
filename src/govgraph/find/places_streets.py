"""Streets and bridges between what leads to them and what is said of one: 打通|成子湖路|、, 文化路|拓宽.

The dictionary cuts their names anywhere (成子|湖路, 路南|延). The head and what stands behind it (a mark, 西延, 改造,
两侧) say where a name ends; a mark, a verb of works, a preposition or the end of a division says where it begins. The
shortest such name counts whose words are no verbs. Names of common words need more: one noun that is said of no
street in general (not 产业路), behind a verb of works or in a row, or a word that streets are called by (人民路).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rjieba import has_word

from govgraph.find.places_ground import Ground, Token, known
from govgraph.model import Mention
from govgraph.seeds import Seeds

LONGEST, SHORTEST = 4, 2  # characters of a name without its head
NAMING = "ngz"  # tags of a character that tells one street from others
CLOSED = "vpcurdm"  # tags of words of more than one character that no name holds
NOUNS = "nasvj"  # tags of one word that may name a street of a row
STATES = ("stop", "generic", "village", "word")
COUNTED = "mq"  # tags of what counts streets
ROW = "、"


def streets(ground: Ground, seeds: Seeds, ends: frozenset[int]) -> Iterator[Mention]:
    """Every street whose two ends the text shows; ``ends`` are those of the divisions."""
    text, leads = ground.text, seeds.once(_leads)
    for match in seeds.pattern("places.street").finditer(text):
        if match.end("head") in ends:
            continue  # 永福|苏桥, the stem of a town
        for size in range(SHORTEST, LONGEST + 1):
            start = match.start() - size
            if start < 0 or not _begins(start, ends, text, leads) or _inside(start, ground):
                continue
            if _names(start, match, ground, seeds):
                form = text[start : match.end("head")]
                attrs = (("kind", "feature"),)
                yield Mention(start, match.end("head"), "place", form, form, "head-bounded", "strong", attrs)
                break


def long_roads(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """严桥至九梓公路: roads by their two ends, whatever words these are made of."""
    text, leads = ground.text, seeds.once(_leads)
    for match in seeds.pattern("places.long_road").finditer(text):
        for size in range(LONGEST, SHORTEST - 1, -1):
            start = match.start() - size
            if start < 0 or not _begins(start, frozenset(), text, leads):
                continue
            words = [word for word in ground.tokens(start) if start <= word.start and word.end <= match.start()]
            stretch = seeds.pattern("places.street_name").fullmatch(text[start : match.start()])
            if stretch and words and not any(_closed(word, seeds) for word in words):
                form = text[start : match.end("head")]
                attrs = (("kind", "feature"),)
                yield Mention(start, match.end("head"), "place", form, form, "head-bounded", "strong", attrs)
                break


def _leads(seeds: Seeds) -> tuple[str, ...]:
    """Words before which a street begins."""
    kinds = ("works", "arriving", "joiner", "street_lead")
    return tuple(sorted(frozenset[str]().union(*(seeds.forms("place_stops", kind) for kind in kinds))))


def _begins(start: int, ends: frozenset[int], text: str, leads: tuple[str, ...]) -> bool:
    """True at the head of a clause, right behind a division, and behind a word that leads to a street."""
    return start in ends or not start or not "㐀" <= text[start - 1] <= "鿿" or text.endswith(leads, 0, start)


def _inside(start: int, ground: Ground) -> bool:
    """True where a word of the language reaches over the beginning: 和|平路."""
    return ground.splits(start) and any(
        word.start < start < word.end and has_word(word.word) for word in ground.tokens(start)
    )


def _names(start: int, match: re.Match[str], ground: Ground, seeds: Seeds) -> bool:
    """True of words that make the name of a street."""
    name, end, usual = ground.text[start : match.start()], match.end("head"), seeds.forms("place_stops", "street")
    if seeds.pattern("places.street_name").fullmatch(name) is None:
        return False
    if name in usual:
        return not match["stretch"]
    words = [word for word in ground.tokens(start) if word.end > start and word.start < match.start()]
    inside = [word for word in words if word.start >= start and word.end <= end]
    if _common(start, match, inside, ground, seeds):
        return False
    leads = seeds.once(_leads)
    if any(_closed(word, seeds) or (len(word.word) > 1 and word.word in leads) for word in inside):
        return False
    own = [word for word in inside if word.end <= match.start()]
    if any(not known(word) or seeds.gazetteer.codes(word.word) for word in words):
        return not own or not all(word.word in seeds.once(_said) for word in own)
    if match["firm"] and len(inside) == 1 and not own:
        return True  # 花园路|农业路口
    if len(own) > 1 and all(len(word.word) == 1 and word.tag[0] not in COUNTED for word in own):
        return ROW in (ground.text[start - 1 : start], ground.text[end : end + 1])
    return len(inside) == 1 and not match["stretch"] and _row(start, inside[0], match, ground, seeds)


def _common(start: int, match: re.Match[str], inside: list[Token], ground: Ground, seeds: Seeds) -> bool:
    """True of a word of the language at the end (思路, 上街), but where one character tells it from others: 沱|水路."""
    words, end = seeds.forms("place_stops", "word"), match.end("head")
    if ground.text[start:end] in words:
        return True
    whole = next((word for word in inside if word.end == end and (known(word) or word.word in words)), None)
    if whole is None or whole.tag == "m":
        return False  # 横|三路
    if match["firm"] and whole.start == start and whole.word not in words and len(whole.word) > SHORTEST:
        return False
    first, lead = inside[0], ground.text[start : whole.start]
    said = lead in seeds.once(_said) or lead in seeds.forms("grammar", "class")
    apart = len(lead) == 1 and not said and (first.start > start or first.tag[0] in NAMING)
    before = [word for word in inside if word.end <= whole.start]
    torn = len(lead) > 1 and not any(len(word.word) > 1 and known(word) for word in before)  # 赤|铸|山路
    row = ROW in (ground.text[start - 1 : start], ground.text[end : end + 1])
    return not (apart or (torn and row)) or len(whole.word) > SHORTEST


def _closed(word: Token, seeds: Seeds) -> bool:
    """True of a verb or an adverb of the language, and of a word that is said of any place."""
    said = seeds.forms("place_stops", "stop")
    if len(word.word) == 1 or not known(word) or seeds.gazetteer.codes(word.word):
        return False  # 大庸
    return word.tag[0] in CLOSED or word.word in said


def _said(seeds: Seeds) -> frozenset[str]:
    """Words that any street may be called."""
    return frozenset[str]().union(*(seeds.forms("place_stops", kind) for kind in STATES))


def _row(start: int, word: Token, match: re.Match[str], ground: Ground, seeds: Seeds) -> bool:
    """True of one plain noun behind a verb of works or beside another item of a row: 、山河路、."""
    plain = word.start == start and word.end == match.start() and word.tag[0] in NOUNS
    if not plain or word.word in seeds.once(_said):
        return False
    works = ground.before(start)
    beside = ROW in (ground.text[start - 1 : start], ground.text[match.end("head") : match.end("head") + 1])
    return beside or bool(match["firm"]) or (works is not None and works.word in seeds.forms("place_stops", "works"))
