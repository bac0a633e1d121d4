"""Administrative divisions that the gazetteer knows: 吉林市龙潭区江北乡, 舒兰, 驰援湖北.

A full name counts where no word reaches over its left edge and where its last word does not belong to the next
(北京市 of 北京市场). Names that stand one right after the other are a chain: each narrows the candidates of the next,
and is written down as its parent. A bare stem counts where it fills whole words and no noun follows (not 吉林 of
吉林石化). Provinces and prefectures then stand for themselves; counties are weak until the document vouches for them,
and which of several of one name it means it tells elsewhere (:mod:`govgraph.find.places_vouching`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rjieba import has_word

from govgraph.find.places_ground import Ground, Token, known
from govgraph.find.places_vouching import attributes, supported
from govgraph.gazetteer import Gazetteer, short
from govgraph.heads import Name
from govgraph.model import Attributes, Mention
from govgraph.seeds import Seeds

MOTTO = 3  # characters of a motto before the name that it seems to end in
GLUED = 3  # characters of a name that is found again behind a leading character
NAMING = "ng"  # tags of what may name a zone
DATELINE = 6  # characters of an agency before the place of its report
MANY = 2  # divisions of one stem
SHORT = 2  # characters of a name that may end a longer one
LEADS = ("stop", "arriving", "entering", "opener", "joiner", "founding", "generic")
NAMELY, ACTING = "antgzjbpv", "pv"  # tags of a character that a longer name may open with, if it stands there twice
CLOSING = ("》", "”", "）")
TOWNSHIP = 9  # digits of its code


def find(ground: Ground, seeds: Seeds) -> list[Mention]:
    """Mentions of known divisions, in order of the text."""
    found: list[Mention] = []
    glued: list[Name] = []
    for name in seeds.gazetteer.scan(ground.text):
        last = found[-1] if found and found[-1].end == name.start else None
        mention = _mention(name, last, ground, seeds)
        if mention is not None:
            found.append(mention)
            found.extend(_below(mention, ground, seeds))
        elif name.full and name.end - name.start >= GLUED:
            glued.append(name)
    found = sorted([*found, *_again(glued, found, ground, seeds)])
    sure = {m.form for m in found if m.strength == "strong"}
    joiners = seeds.forms("place_stops", "joiner")
    found = [m for m in found if m.form in sure or m.rule != "division" or m.form[0] not in joiners]
    return list(supported(found, ground, seeds))


def _again(glued: Sequence[Name], found: Sequence[Mention], ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """华漕镇 in 就华|漕镇, cut off by the dictionary with what leads to it: the text has it elsewhere for sure."""
    sure = {m.form: m for m in found if m.rule == "division" and m.strength == "strong"}
    for name in glued:
        form, lead = ground.text[name.start : name.end], ground.text[name.start - 1 : name.start]
        if form in sure and lead and lead in seeds.forms("grammar", "lead"):
            attrs = sure[form].attrs[:2]
            yield Mention(name.start, name.end, "place", form, form, "division", "strong", attrs)


def _mention(name: Name, last: Mention | None, ground: Ground, seeds: Seeds) -> Mention | None:
    if name.full and _joined(name, ground.text, seeds):
        name = _shortened(name, ground.text, seeds.gazetteer)
    if not name.full:
        name = _contracted(name, ground.text, seeds)
    if name.full and last is None and _lengthened(name, ground, seeds):
        form = ground.text[name.start - 1 : name.end]
        return Mention(name.start - 1, name.end, "place", form, form, "head-division", attrs=(("kind", "county"),))
    form = ground.text[name.start : name.end]
    codes = _narrowed(name.codes if name.full else _upper(name.codes, form, ground, seeds), last, seeds.gazetteer)
    if not codes or (name.full and _elsewhere(codes, last, seeds.gazetteer)):
        return None
    attrs = attributes(codes, last, seeds.gazetteer)
    rule, strength = _full(name, last, attrs, ground, seeds) if name.full else _stem(name, codes, last, ground, seeds)
    return Mention(name.start, name.end, "place", form, form, rule, strength, attrs) if rule else None


def _full(name: Name, last: Mention | None, attrs: Attributes, ground: Ground, seeds: Seeds) -> tuple[str, str]:
    """Rule and strength of a full name; no rule where a word reaches over its left edge."""
    form = ground.text[name.start : name.end]
    if seeds.pattern("places.motto").search(ground.text, max(0, name.start - MOTTO), name.end + 1):
        return "", ""  # 文化兴县 is what one does for any county
    if seeds.pattern("places.acting").match(ground.text, name.start):
        return "", ""  # 青山县|代县长
    verbal = form in seeds.forms("place_names", "verbal") and form not in ground.text.partition("\n")[0]
    if verbal and not _placed(form, name.codes, ground, seeds):
        return "", ""  # 会同|县公安局
    kind = dict(attrs).get("kind")
    common = kind == "zone" and all(known(word) for word in ground.tokens(name.start) if _within(word, name))
    if last is None:
        if ground.splits(name.start) and not _prefixed(name, ground.text, seeds) and not _led(name, ground, seeds):
            return "", ""
        before = ground.before(name.start) if common else None
        if before is not None and before.tag[0] in NAMING:
            return "", ""  # 甲泉堡|经济技术开发区 is one of its own
        doubtful = common or form in seeds.forms("place_names", "generic") or _torn(name, ground)
        doubtful = doubtful or (form[0] in seeds.forms("place_stops", "joiner") and _follows(name, ground))
    elif common and attrs[-1][0] != "parent":
        return "", ""  # 石河子|经济技术开发区 is none of the four that the table has
    else:  # 和县 in 定江镇和县国土局
        doubtful = form[0] in seeds.forms("place_stops", "joiner") and attrs[-1][0] != "parent"
    return "division", "weak" if doubtful else "strong"


def _prefixed(name: Name, text: str, seeds: Seeds) -> bool:
    """True of 四川省 in 中共四川省委, which the dictionary has as one word."""
    return any(len(form) > 1 and text.endswith(form, 0, name.start) for form in seeds.forms("body_prefixes"))


def _led(name: Name, ground: Ground, seeds: Seeds) -> bool:
    """True of 长沙市 in 湖南长沙市, which jieba takes for one word: the stem before it is of what it lies in."""
    for size in (2, 3):
        start = name.start - size
        above = {d.code for d in seeds.gazetteer.stem(ground.text[max(0, start) : name.start])}
        inside = any(above & {d.code for d in seeds.gazetteer.chain(code)} for code in name.codes)
        if start >= 0 and inside and not ground.splits(start):
            return True
    return False


def _lengthened(name: Name, ground: Ground, seeds: Seeds) -> bool:
    """True of 宁县 in 顺宁县: a name of two characters behind one that leads to no name, wherever the text has it."""
    before = ground.before(name.start) if name.end - name.start == SHORT else None
    if before is None or len(before.word) > 1 or before.tag[0] not in NAMELY:
        return False
    form, text = ground.text[name.start : name.end], ground.text
    leads = any(before.word in seeds.forms("place_stops", kind) for kind in LEADS)
    if leads or form[0] in seeds.forms("place_stops", "joiner"):
        return False
    times = text.count(form)
    return text.count(before.word + form) == times and (times > 1 or before.tag[0] not in ACTING)


def _within(word: Token, name: Name) -> bool:
    return name.start <= word.start and word.end <= name.end


def _placed(form: str, codes: tuple[str, ...], ground: Ground, seeds: Seeds) -> bool:
    """True where the text names what a division lies in, or a stem in full."""
    around = [name for code in codes for d in seeds.gazetteer.chain(code)[:2] for name in (d.name, short(d.name))]
    return any(name in ground.text for name in around if name and name not in form)


def _stem(name: Name, codes: tuple[str, ...], last: Mention | None, ground: Ground, seeds: Seeds) -> tuple[str, str]:
    """Rule and strength of a stem; no rule where it is torn out of a longer word, or only points (全州)."""
    form = ground.text[name.start : name.end]
    if seeds.pattern("places.deictic").fullmatch(form) and not _placed(form, codes, ground, seeds):
        return "", ""
    above = last.get("codes").split("|")[0] if last is not None else ""
    if form in seeds.forms("place_names", "double") and not _doubtless(name, form, ground.text, seeds):
        return "", ""
    if form in seeds.forms("place_stops", "stop") and (not above or above.endswith("0000")):
        return "", ""  # 甲省新建改建公路: what one does
    native = last is not None and last.form != form and seeds.gazetteer.within(codes[0], above)
    if native and seeds.pattern("places.native").match(ground.text, name.end):
        return "stem-native", "strong"
    joined = form[0] in seeds.forms("place_stops", "joiner") and not native
    if joined and ground.text[name.start - 1 : name.start] in seeds.forms("grammar", "class"):
        return "", ""  # 小市镇|和田师付镇
    upper = any(code.endswith("00") for code in codes)
    if upper and _dateline(name, ground.text, seeds):
        return "stem-dateline", "strong"
    noun = seeds.pattern("places.of_place").match(ground.text, name.end)
    if upper and _glued(name, ground, seeds) and (noun or ground.after(name.end) is None):
        return "stem", "strong"
    if ground.splits(name.start) or (ground.splits(name.end) and not noun):
        return "", ""
    if not noun and not ground.stands(name.start, name.end):
        return "stem-before-noun", "weak"
    word = ground.after(name.start)
    own = native and (word is None or not known(word))  # 四川大竹
    return "stem", "strong" if upper or own else "weak"


def _glued(name: Name, ground: Ground, seeds: Seeds) -> bool:
    """True of 岳阳 in 对岳阳、, a preposition and a city that jieba takes for one word."""
    words = (token for token in ground.tokens(name.start) if token.start < name.start < token.end)
    whole = next((word for word in words if word.end == name.end), None)
    if whole is None or has_word(whole.word):
        return False
    return name.start - whole.start == 1 and whole.word[0] in seeds.forms("grammar", "glued_lead")


def _doubtless(name: Name, form: str, text: str, seeds: Seeds) -> bool:
    """中山 in a row, or where the text has 中山市, too: the word means hills and a man as well."""
    row = seeds.forms("grammar", "row_mark")
    beside = text[name.start - 1 : name.start] in row or text[name.end : name.end + 1] in row
    return beside or any(form + tail in text for tail in seeds.forms("grammar", "class"))


def _dateline(name: Name, text: str, seeds: Seeds) -> bool:
    """True of 武汉 in 新华社武汉1月3日电, and of 内江 in 安岳至内江段."""
    marked = f"{text[name.start - 1 : name.start]}‹{text[name.start : name.end]}›{text[name.end : name.end + 2]}"
    if seeds.pattern("places.span").fullmatch(marked):
        return True
    agency = seeds.pattern("places.dateline").search(text, max(0, name.start - DATELINE), name.start)
    return agency is not None and seeds.pattern("places.dated").match(text, name.end) is not None


def _below(mention: Mention, ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """天岗 of 蛟河天岗: the stem of a township right after the stem of its county; not 公园, which any county has."""
    gazetteer, heads = seeds.gazetteer, seeds.forms("place_suffixes")
    word = ground.after(mention.end)
    if mention.rule == "division" or word is None or not ground.stands(word.start, word.end):
        return
    above = mention.get("codes").split("|")
    codes = tuple(d.code for d in gazetteer.stem(word.word) if len(d.code) == 9 and d.parent in above)
    if codes and word.word not in heads:
        attrs = attributes(codes, mention, gazetteer)
        yield Mention(word.start, word.end, "place", word.word, word.word, "stem-below", "strong", attrs)


def _torn(name: Name, ground: Ground) -> bool:
    """True of 和县 in 定江镇和县国土局: a name of two characters that is no word of its own."""
    word = ground.after(name.start)
    return name.end - name.start == 2 and (word is None or word.end != name.end)


def _follows(name: Name, ground: Ground) -> bool:
    """True of 和县 in 县委和县政府: what stands before it is no stop or verb that a name could open after."""
    before = ground.before(name.start)
    if before is None:
        return ground.text[name.start - 1 : name.start] in CLOSING  # 《报告》|和县政府
    return before.tag[0] not in "pvut"


def _joined(name: Name, text: str, seeds: Seeds) -> bool:
    """True of 北京市 in 北京市场."""
    return text[name.end - 1 : name.end + 1] in seeds.forms("place_names", "joint")


def _shortened(name: Name, text: str, gazetteer: Gazetteer) -> Name:
    stem = short(text[name.start : name.end])
    codes = tuple(d.code for d in gazetteer.stem(stem)) if stem else ()
    return Name(name.start, name.start + len(stem), tuple(c for c in codes if len(c) == 6), full=False)


def _contracted(name: Name, text: str, seeds: Seeds) -> Name:
    """恩施州 for 恩施土家族苗族自治州, 管城区 for 管城回族区: a stem with the last character of the full name.

    磐石 of 磐石县 is no stem.
    """
    tail = text[name.end : name.end + 1]
    if tail not in seeds.forms("grammar", "contracted") or text[name.end : name.end + 2] in seeds.forms(
        "grammar", "no_class"
    ):
        return name
    codes = tuple(
        c for c in name.codes if (d := seeds.gazetteer.by_code(c)) and d.name.endswith((f"自治{tail}", f"族{tail}"))
    )
    return Name(name.start, name.end + 1, codes, full=True) if codes or tail == "县" else name


def _upper(codes: tuple[str, ...], form: str, ground: Ground, seeds: Seeds) -> tuple[str, ...]:
    """河北省 before 河北区 where the stem is of both: a district is meant only where the text has its name alone."""
    if len(codes) < MANY:
        return codes
    above = tuple(code for code in codes if code.endswith("00"))
    districts = {form + tail for tail in seeds.forms("grammar", "district")}
    if not above or any(name in ground.text for name in districts):
        return codes
    lower = (d for d in seeds.gazetteer.stem(form) if d.code in codes and d.code not in above)
    return above + tuple(d.code for d in lower if d.name not in districts)


def _narrowed(codes: tuple[str, ...], last: Mention | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The candidates inside the division written right before; all of them where none is inside."""
    if last is None:
        return codes
    above = last.get("codes").split("|")
    inside = tuple(c for c in codes if any(c != a and gazetteer.within(c, a) for a in above))
    return inside or codes


def _elsewhere(codes: tuple[str, ...], last: Mention | None, gazetteer: Gazetteer) -> bool:
    """True of townships that the table has in other counties only than the one written before: this is another one."""
    if last is None or last.rule != "division" or last.get("kind") != "county" or any(len(c) < TOWNSHIP for c in codes):
        return False
    above = last.get("codes").split("|")
    return not any(gazetteer.within(code, county) for code in codes for county in above)
