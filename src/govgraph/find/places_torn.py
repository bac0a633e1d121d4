"""Names that the dictionary cuts one character too late: 仓|后路, 望|江村, 曹|家村, 双|溪河.

The head and the character before it make a word of the language, and what is left over stands alone. Where nothing
but a verb, a preposition or a mark stands before that one character, the three are a name. It may not be one that is
said of any place (县|道路), nor, before a hill or a river, a surname (李|长江).
"""

from __future__ import annotations

from rjieba import has_word

from govgraph.find.places_ground import Ground, Token, known
from govgraph.seeds import Hit, Seeds

NAMING = "ngzjbfs"  # tags of a character that may begin a name
LEADING = "vpcu"  # tags of a word that may stand before one
FOLLOWING = "vpcfd"  # and of a word behind it
STATES = "av"  # of one character: what is said of the road itself
SIZE = 2  # characters of the word that hides the head
OWN_NAME = 4  # characters with which a zone inside another one is told by itself
SYLLABLES = 2  # that words of the language may hide at the head of a name


def torn(whole: Token, hit: Hit, floor: int, ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """The name before the head as one word; nothing where the dictionary has cut well."""
    first = ground.before(whole.start) if whole.end == hit.end and len(whole.word) == SIZE else None
    if first is None or len(first.word) > 1 or first.start < floor or not _names(first, whole, hit, seeds):
        return ()
    before, after = ground.before(first.start), ground.after(hit.end)
    if before is not None and before.start >= floor and before.tag[0] not in LEADING:
        return ()
    if before is not None and first.word in seeds.forms("grammar", "under"):
        return ()  # 在某人率领|下|逐河
    if hit.word.kind == "single" and known(whole) and not _led(before, after, first, hit, ground, seeds):
        return ()
    if after is not None and len(after.word) == 1 and after.tag[0] in STATES:
        return ()  # 山高沟|深
    return (Token(first.start, hit.start, ground.text[first.start : hit.start], "ns"),)


def _led(before: Token | None, after: Token | None, first: Token, hit: Hit, ground: Ground, seeds: Seeds) -> bool:
    """True where a verb leads to a road (改造仓后路), one stands in a row, or what a road has follows (仓后路沿线)."""
    if after is not None and after.tag[0] not in FOLLOWING:
        return False
    marks = ground.text[first.start - 1 : first.start] + ground.text[hit.end : hit.end + 1]
    works = before is not None and before.word in seeds.forms("place_stops", "works")
    along = after is not None and after.word in seeds.forms("place_stops", "geo")
    return works or along or any(mark in seeds.forms("grammar", "row_mark") for mark in marks)


def _names(first: Token, whole: Token, hit: Hit, seeds: Seeds) -> bool:
    """True of a character that can begin a name, before a word that may be cut."""
    stops = (seeds.forms("place_stops", kind) for kind in ("stop", "joiner", "generic", "opener", "entering"))
    cut = first.tag in ("g", "ng", "zg")  # no word of its own: 鳌|山河
    if first.word in seeds.forms("grammar", "headed"):
        return False  # 救助局|舟山基地
    if (whole.word in seeds.forms("place_stops", "word") and not cut) or any(first.word in forms for forms in stops):
        return False
    surname = first.tag == "nr" or any(first.word in seeds.forms("surnames", kind) for kind in ("common", "usual"))
    if surname and hit.word.kind == "single" and hit.word.form in seeds.forms("grammar", "given_end"):
        return whole.word[0] in seeds.forms("grammar", "house_of")
    return first.tag[0] in NAMING or first.word in seeds.forms("grammar", "naming_verb")


def lowest(words: tuple[Token, ...], seeds: Seeds, kind: str) -> tuple[Token, ...]:
    """黄潭 of 长坪镇黄潭村: what follows a division that no table has, or a river."""
    above = seeds.forms("grammar", kind)
    last = max((i for i, word in enumerate(words[:-1]) if word.word[-1] in above and (i or word.word[1:])), default=-1)
    words = words[last + 1 :]
    for index, word in enumerate(words[1:], start=1):
        if word.word[0] in above and len(word.word) > 1 and not has_word(word.word):
            return (Token(word.start + 1, word.end, word.word[1:], word.tag), *words[index + 1 :])  # 洋洲|镇洋洲|村
    return words


def past_sort(words: tuple[Token, ...], seeds: Seeds) -> tuple[Token, ...]:
    """浦溪 of 示范村浦溪村, 岩门 of 驻点|村岩门|村: what follows the sort of village that it is."""
    sorts = tuple(seeds.forms("grammar", "sort_of_village"))
    last = max((index for index, word in enumerate(words[:-1]) if word.word.endswith(sorts)), default=-1)
    words = words[last + 1 :]
    first = words[0] if words else None
    if first is None or not first.word.startswith(sorts) or len(first.word) == 1 or has_word(first.word):
        return words
    return (Token(first.start + 1, first.end, first.word[1:], first.tag), *words[1:])


def sounded(words: tuple[Token, ...], floor: int, ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """拜|依盖托别 of 那拉提镇拜依盖托别村: syllables behind a division that the dictionary took for words."""
    gap = ground.text[floor : words[0].start] if words and floor else ""
    sounds = seeds.forms("name_words", "translit")
    name = "".join(word.word for word in words)
    foreign = 2 * sum(character in sounds for character in name) > len(name)
    if not 0 < len(gap) <= SYLLABLES or not foreign or not sounds.issuperset(gap):
        return words
    return (Token(floor, words[-1].end, gap + name, "ns"),)


def unnamed(words: tuple[Token, ...], end: int, ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """The words behind whom a notice gives or takes an office in the place: 张三任|某开发区, 免去张三|某水库."""
    if not words or not {words[0].word[0], words[0].word[:2]} & seeds.forms("surnames"):
        return words
    start, text = words[0].start, ground.text
    given = seeds.pattern("acts.appointee").match(text, start, end)
    removed = words[0].tag == "nr" and seeds.pattern("acts.removing").search(text, max(0, start - 3), start)
    at = given.end() if given else words[0].end if removed else start
    if not start < at < end:
        return words
    kept = tuple(word for word in words if word.end > at)
    first = kept[0] if kept else Token(at, end, text[at:end], "ns")
    return (Token(at, first.end, text[at : first.end], first.tag), *kept[1:])


def past_zone(words: tuple[Token, ...], seeds: Seeds) -> tuple[Token, ...]:
    """What follows the zone that a zone lies in: 某某工业园区|装备制造产业园."""
    zones = seeds.forms("place_suffixes", "zone")
    last = max((index for index, word in enumerate(words) if word.word in zones), default=-1)
    inner = words[last + 1 :]
    return inner if sum(len(word.word) for word in inner) >= OWN_NAME else words


def usual(hit: Hit, floor: int, ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """人民 of 人民路 and 人民公园: a word by which streets and parks are called all over the country."""
    word = ground.before(hit.start)
    kinds = ("street", "park")
    fits = word is not None and any(
        hit.word.form in seeds.forms("grammar", kind) and word.word in seeds.forms("place_stops", kind)
        for kind in kinds
    )
    return (word,) if word is not None and fits and word.start >= floor else ()


def past_body(words: tuple[Token, ...], seeds: Seeds) -> tuple[Token, ...]:
    """What follows a body: nothing of 国家旅游局|全国旅游|景区."""
    ends = seeds.forms("grammar", "body_end_long")
    last = max((i for i, word in enumerate(words) if word.word[-1] in ends and len(word.word) > SIZE), default=-1)
    return words[last + 1 :]
