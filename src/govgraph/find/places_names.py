"""Places named by a head noun: 棋盘村, 越秀路, 鳌龙河, 红旗大桥, 冰雪试验区, 龙尾区.

A head noun (``seeds/words/place_suffixes.csv``) is looked up; the words before it make the name, as far to the left
as the grammar of :mod:`govgraph.find.places_ground` lets it reach. What kind of head it is decides what the words
must be: before one character (路, 河, 岛) a name or a word that no dictionary has; before a longer head at least one
word that is not general (not 城市 of 城市公园); before 村 or 镇 the same, in at most four characters. It may not exist.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rjieba import has_word

from govgraph.find import places_shared
from govgraph.find.places_fit import NUMERALS, fits
from govgraph.find.places_ground import Ground, Limits, Token, known
from govgraph.find.places_roads import from_to
from govgraph.find.places_torn import lowest, past_body, past_sort, past_zone, sounded, torn, unnamed, usual
from govgraph.model import Mention
from govgraph.seeds import Hit, Seeds

SUFFIXES = frozenset({"place_suffixes"})
LONGEST = {"single": 4, "division": 5, "named": 11, "zone": 11, "station": 4}
QUOTES = ("“”", "《》", "‘’")
SIZE = 2  # characters of a word that may end the name of a village


def find(ground: Ground, seeds: Seeds, divisions: Sequence[Mention]) -> Iterator[Mention]:
    """Named places outside the gazetteer, and the coordinated ones."""
    found = [m for hit in _heads(seeds.hits(ground.text, SUFFIXES)) if (m := _named(hit, ground, seeds, divisions))]
    shared = list(places_shared.find(ground, seeds, divisions))
    spans = {(m.start, m.end) for m in shared}
    yield from (m for m in _outermost(list(_nested(found)), ground, seeds) if (m.start, m.end) not in spans)
    yield from shared


def _nested(found: Sequence[Mention]) -> Iterator[Mention]:
    """A village right after a township that the table does not have either is of it, and of its county."""
    ends = {m.end: m for m in found if m.rule == "head-division" and m.get("parent")}
    for mention in found:
        upper = ends.get(mention.start)
        if upper is None or mention.rule != "head-division" or mention.get("parent"):
            yield mention
        else:
            yield mention._replace(attrs=(*mention.attrs, ("parent", upper.get("parent") + upper.name)))


def _heads(hits: Iterable[Hit]) -> list[Hit]:
    """The longest head that ends at each position."""
    longest: dict[tuple[int, bool], Hit] = {}
    for hit in hits:
        key = (hit.end, hit.word.kind == "whole")
        if key not in longest or hit.start < longest[key].start:
            longest[key] = hit
    return [longest[key] for key in sorted(longest)]


def _outermost(found: Sequence[Mention], ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Without what a longer name holds by accident: 宜山 of 宜山东路; but 漓江 of 漓江大桥 stays."""
    wide, street = None, False
    above, parts = seeds.forms("grammar", "above_village"), seeds.forms("grammar", "part_of_place")
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        word = ground.after(mention.start)
        whole = word is not None and word.end == mention.end and word.tag == "ns" and not known(word)
        kept = mention.rule != "head-whole" and not street and (len(mention.form) > 3 or whole)
        if wide and mention.start < wide.end < mention.end and wide.form[-1] in above:
            continue  # 乡塘溪村 behind 红塔乡
        if wide is not None and mention.start == wide.start and wide.form[len(mention.form) :] in parts:
            yield mention  # 老君山|主峰
            continue
        if wide is None or mention.end > wide.end:
            wide, street = mention, mention.form[-1] in seeds.forms("grammar", "street_end")
            yield mention
        elif kept and not _of_wide(mention, wide, seeds):
            yield mention


def _of_wide(inner: Mention, wide: Mention, seeds: Seeds) -> bool:
    """True of what only a longer name makes: 某湖湿地|公园, 甲市高铁|产业园, 甲产业园|区."""
    if inner.start != wide.start or wide.rule != "head-zone":
        return inner.start == wide.start and wide.form[len(inner.form) :] in seeds.forms("place_suffixes", "named")
    return inner.end + 1 == wide.end or inner.form.endswith(tuple(seeds.forms("grammar", "long_road")))


def _named(hit: Hit, ground: Ground, seeds: Seeds, divisions: Sequence[Mention]) -> Mention | None:
    nearby = _nearby(hit, divisions)
    covered = any(m.start <= hit.start < m.end and m.rule == "division" and m.strength == "strong" for m in nearby)
    entered = hit.word.kind == "division" and ground.text[hit.start - 1 : hit.start] in seeds.forms(
        "place_stops", "entering"
    )
    doubled = hit.word.kind == "division" and ground.text[hit.start - 1 : hit.start] == hit.word.form  # 胶县|县党部
    tail = ground.text[hit.end - 1 : hit.end + 1] if hit.word.kind in ("single", "division") else ""
    joined = tail in seeds.forms("place_names", "joint")  # 渣油路|面
    if covered or entered or doubled or joined or not _ends(hit, ground, seeds) or _common(hit, ground, seeds):
        return None
    parents = {m.end: m for m in nearby if m.rule == "division"}
    if hit.word.kind == "whole":
        return _make(hit, hit.start, ground, parents.get(hit.start), seeds)
    if hit.word.form in seeds.forms("grammar", "line_kind") and any(m.end == hit.start for m in nearby):
        return None  # 广西|公路: the roads there
    words = _modifier(hit, max(parents, default=0), ground, seeds)
    if hit.word.kind == "division" and len(words) > 1:
        stem = next((m for m in nearby if (m.start, m.end) == words[0][:2]), None)
        low = hit.word.canonical == "village" and stem is not None and stem.strength == "weak"
        if stem is not None and not low:  # 永兴 of 永兴花苑社区 is no county
            parents[stem.end], words = stem, words[1:]
    if hit.word.kind in ("named", "zone", "single"):
        words = _inside(hit, words, nearby, seeds)
    if not words and hit.word.kind == "zone":
        words = tuple(_stem(hit, nearby))
    counted = hit.word.kind == "named" and words and ground.text[words[0].start - 1 : words[0].start].isdigit()
    if not words or counted or not fits(hit, words, parents, ground, seeds):
        return None  # 129|师司令部旧址
    return _make(hit, words[0].start, ground, parents.get(words[0].start), seeds)


def _inside(hit: Hit, words: tuple[Token, ...], nearby: Sequence[Mention], seeds: Seeds) -> tuple[Token, ...]:
    """星海 of 大连星海广场, which has a name of its own; but 南京长江大桥, one of many over that river."""
    cities = {(m.start, m.end) for m in nearby if m.rule.startswith("stem") and m.get("codes")[4:6] == "00"}
    while len(words) > 1 and words[0][:2] in cities and words[0].end == words[1].start and not known(words[1]):
        if hit.word.form[-1] in seeds.forms("grammar", "bridge"):
            break
        words = words[1:]
    return words


def _stem(hit: Hit, nearby: Sequence[Mention]) -> Iterator[Token]:
    """大同 of 大同经开区: a city by its stem, whatever word of the language it is as well."""
    for mention in nearby:
        if mention.end == hit.start and mention.rule.startswith("stem") and mention.get("codes")[4:6] == "00":
            yield Token(mention.start, mention.end, mention.form, "ns")


def _modifier(hit: Hit, floor: int, ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """The words that make the name; none where each of them may stand before any place of its kind."""
    words = unnamed(_before(hit, ground, floor, seeds), hit.start, ground, seeds)
    if hit.word.kind == "division" and not words:
        words = _chained_verb(hit, floor, ground, seeds)
    if hit.word.kind in ("named", "zone"):
        words = past_body(words, seeds)
    leads, zone = seeds.forms("grammar", "size"), hit.word.kind == "zone"
    while len(words) > 1 and not zone and _general(words[0], seeds) and words[0].word not in leads:
        words = words[1:]
    while len(words) > 1 and _does(words[0], seeds) and not all(known(word) for word in words[1:]):
        words = words[1:]  # 谋划|石坪水库灌区, 盘活|柳塘产业园
    party = seeds.forms("grammar", "party")  # 中共|某乡|委员会
    words = words[1:] if len(words) > 1 and words[0].word in party else words
    if len(words) < 2 and (called := usual(hit, floor, ground, seeds)):
        return called
    if hit.word.kind == "single":
        words = lowest(words, seeds, "hill_or_water")
    if hit.word.kind == "division":
        words = past_sort(sounded(lowest(words, seeds, "above_village"), floor, ground, seeds), seeds)
    return () if all(_general(word, seeds) for word in words) else _opened(words, seeds)


def _nearby(hit: Hit, divisions: Sequence[Mention]) -> list[Mention]:
    """The divisions that begin in the twenty characters before a head: the longest name and the longest division."""
    low = bisect_left(divisions, hit.start - 20, key=lambda m: m.start)
    high = bisect_left(divisions, hit.end, key=lambda m: m.start)
    return list(divisions[low:high])


def _common(hit: Hit, ground: Ground, seeds: Seeds) -> bool:
    """True where the head of a division only ends a common noun: 城市, 街区, 乡镇."""
    words = seeds.forms("place_stops", "word") if hit.word.kind == "division" else ()
    before = ground.before(hit.start)
    low = hit.word.canonical == "village" and before is not None and len(before.word) > 1
    village = hit.word.form in seeds.forms("grammar", "row_village")
    if village and any(word.end == hit.end and word.tag == "ns" for word in ground.tokens(hit.start)):
        return any(ground.text.endswith(word, 0, hit.end) for word in words if len(word) > SIZE)  # not 南山村, one word
    if before is not None and low and not known(before):
        words = frozenset(word for word in words if len(word) > len(before.word))  # 鳌山|村 is no 山村
    return any(ground.text[max(hit.end - size, 0) : hit.end] in words for size in range(len(hit.word.form) + 1, 5))


def _ends(hit: Hit, ground: Ground, seeds: Seeds) -> bool:
    """True where a word ends with the head, or the head of a division opens the next word (村委, 区委)."""
    if not ground.splits(hit.end):
        return True
    if hit.word.form in seeds.forms("grammar", "above_village") and seeds.pattern("places.village").match(
        ground.text, hit.end
    ):
        return True  # 红塔乡|塘溪村, which the dictionary cuts anywhere
    opened = ground.after(hit.start)
    over = next((token for token in ground.tokens(hit.end) if token.start < hit.end < token.end), None)
    if hit.word.kind in ("single", "division") and over is not None:
        if over.word in seeds.forms("place_stops", "beside") and over.start == hit.start:
            name = ground.before(hit.start)  # 青云|山脚下, but not 长湖|湖畔
            return name is not None and name.word[-1] not in seeds.forms("grammar", "hill_or_water")
        if over.start < hit.start and ground.text[hit.end : over.end] in seeds.forms("grammar", "shore"):
            return True  # 鄱阳湖畔
    if opened is None or hit.word.kind != "division":
        return False
    guessed = hit.end == hit.start + 1 and not has_word(opened.word)  # 柳塘|乡作|了发言
    return guessed or opened.word[-1] in seeds.forms("grammar", "organ_start")


def _does(word: Token, seeds: Seeds) -> bool:
    """True of a verb of more than one character that tells what is done to a place."""
    verbs = ("body_left", "verb"), ("initiative_verbs", "carry"), ("initiative_verbs", "build")
    return len(word.word) > 1 and any(word.word in seeds.forms(*where) for where in verbs)


def _general(word: Token, seeds: Seeds) -> bool:
    """True of a word that any place of its kind may have: 城市, 综合性, 国家级."""
    quality = len(word.word) > 2 and word.word[-1] in seeds.forms("grammar", "quality")
    return quality or word.word in seeds.forms("place_stops", "generic")


def _before(hit: Hit, ground: Ground, floor: int, seeds: Seeds) -> tuple[Token, ...]:
    """The words of the name without its head; a word that the head ends is cut before it (卡岔 of 卡岔河)."""
    inner = seeds.forms("place_stops", "inner") if hit.word.kind == "zone" else frozenset()
    counters = seeds.forms("grammar", "counter") if hit.word.kind != "division" else frozenset()
    stops, joiners = seeds.forms("place_stops", "stop"), seeds.forms("place_stops", "joiner")
    limits = Limits(stops, joiners, inner, counters, seeds.forms("grammar", "family"))
    longest = LONGEST[hit.word.kind]
    whole = next((t for t in ground.tokens(hit.start) if t.start < hit.start < t.end), None)
    if whole is None:
        words = from_to(hit, ground.reach(hit.start, floor, limits, longest), ground, seeds)
        return past_zone(words, seeds) if hit.word.kind == "zone" else words
    if (
        hit.word.kind in ("single", "division")
        and len(hit.word.form) == 1
        and (name := torn(whole, hit, floor, ground, seeds))
    ):
        return name
    if not _opens(whole, hit, floor, ground, seeds):
        return ()
    cut = Token(whole.start, hit.start, whole.word[: hit.start - whole.start], whole.tag)
    if cut.word[0] in limits.joiners and not has_word(whole.word):
        return (Token(cut.start + 1, cut.end, cut.word[1:], cut.tag),) if len(cut.word) > 2 else ()
    if cut.word in NUMERALS and hit.word.kind == "division":
        return ()
    left = ground.reach(whole.start, floor, limits, longest - len(cut.word))
    if hit.word.kind == "single":
        left = tuple(w for w in left[-1:] if _broken(w, whole, seeds))
    return (*left, cut)


def _openers(seeds: Seeds) -> list[str]:
    """Such verbs, the longest first."""
    return sorted(seeds.forms("place_stops", "opener"), key=len, reverse=True)


def _opened(words: tuple[Token, ...], seeds: Seeds) -> tuple[Token, ...]:
    """What follows a verb that a guess of jieba took into a name: 包联|惠四村, 修|高洲村, 调|洲湖镇."""
    first = words[0]
    opener = next((verb for verb in seeds.once(_openers) if first.word.startswith(verb)), "")
    size = len(opener)
    if not size or has_word(first.word) or words[-1].end - first.start - size < 2:
        return words
    rest = Token(first.start + size, first.end, first.word[size:], first.tag)
    return (rest, *words[1:]) if rest.word else words[1:]


def _broken(word: Token, whole: Token, seeds: Seeds) -> bool:
    """True of a character that a guess of jieba tore off: 挡 of 挡石河, 小 of 小沙河."""
    torn = word.tag in ("g", "ng", "zg") or (word.tag in ("a", "nr") and whole.tag == "ns")  # 白|沙河
    return len(word.word) == 1 and (not has_word(whole.word) or word.word in seeds.forms("grammar", "size") or torn)


def _opens(whole: Token, hit: Hit, floor: int, ground: Ground, seeds: Seeds) -> bool:
    """False where the word that the head ends is a common noun (思路), a person (张江河) or begins in another name."""
    if whole.start < floor or whole.word in seeds.forms("place_stops", "word"):
        return False
    before = ground.before(whole.start)
    founded = before is not None and before.word in seeds.forms("place_stops", "founding")
    reached = before is not None and before.word in seeds.forms("place_stops", "arriving")
    if len(hit.word.form) > 1 or (founded and hit.word.kind == "division"):
        return True
    if reached and hit.word.canonical == "village" and len(whole.word) > 2:
        return True
    after = ground.after(hit.end)
    flows = after is not None and after.word in seeds.forms("place_stops", "geo")
    if flows or (before is not None and before.word in seeds.forms("place_stops", "water")):
        return not known(whole)  # 万寿河|流域, 治理|万寿河
    person = whole.tag == "nr" or (before is not None and before.tag == "nr" and len(before.word) == 1)
    return not known(whole) and not (person and hit.word.form in seeds.forms("grammar", "given_end"))


def _chained_verb(hit: Hit, floor: int, ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """联合 of 新安乡联合村: one word that is a verb elsewhere, between a division and its head; not 推动."""
    word = ground.after(floor) if floor else None
    fits = word is not None and word.end == hit.start and hit.start - floor == 2
    return (word,) if word is not None and fits and word.word not in seeds.forms("place_stops", "chained") else ()


def _make(hit: Hit, start: int, ground: Ground, parent: Mention | None, seeds: Seeds) -> Mention:
    form = ground.text[start : hit.end]
    attrs = [("kind", hit.word.canonical)]
    if parent is not None:
        attrs.append(("parent", parent.name))
    marks = ground.text[start - 1 : start] + ground.text[hit.end : hit.end + 1]
    quoted = hit.word.kind in ("single", "division") and marks in QUOTES
    gives = hit.word.kind == "single" and seeds.pattern("places.gives_name").match(ground.text, hit.end)
    strength = "weak" if quoted or gives else "strong"
    return Mention(start, hit.end, "place", form, form, f"head-{hit.word.kind}", strength, tuple(attrs))
