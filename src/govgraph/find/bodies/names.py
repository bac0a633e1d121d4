"""Bodies by their last word: whatever stands before 公司, 医院, 中心, 领导小组 …, back to where the name begins.

The left edge is a place, or the word after the first function word, verb or mark to the left; quotation marks are read
through (县“…”活动领导小组). Strong only where something in the name identifies: a place, a class character (市歌舞团),
or a coinage (天海塑业有限公司); 职业院校, 有关企业, 养老服务中心 are kinds of bodies, not bodies.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

import rjieba

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.edge import LIMIT, founded_before, left_edge, parted
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import before
from govgraph.seeds import Hit

# Public bodies of these kinds belong to a jurisdiction or another body: without one they are kinds, not names.
_OFFICIAL = ("department", "government", "party", "grassroots", "court", "procuratorate", "station")
_CONJOINED = ("department", "other")
_OPENING = ("department", "association", "station", "other", "hospital", "school")
_OPENED = 12  # characters between the class character of such a name and its suffix
_PAIR = 2
_DASHES = "—－-"
_SECOND = 10  # characters on either side of 和 in such a name


def find(ground: Ground) -> Iterator[Body]:
    """All bodies by suffix; the longest suffix at each end."""
    kinds = ground.seeds.pattern("bodies.all_units")
    for hit in sorted(_heads(ground)):
        body = _body(ground, hit) if _closed(ground, hit) else None
        if body is not None and kinds.search(body.name):
            continue  # 区人大常委会|各委办
        if body is not None and not any(body.end < end for end in ground.place_after.get(body.start, ())):
            yield body  # not 灵寺 of 灵寺镇


def _heads(ground: Ground) -> Iterator[Hit]:
    """The longest suffix at each end; loose ones (基地, 组) where none as long ends there."""
    ends = {hit.end for name in ("body_suffixes", "body_loose") for hit in ground.longest(name)}
    for end in ends:
        hits = (ground.ending("body_suffixes", end), ground.ending("body_loose", end))
        yield min((hit for hit in hits if hit is not None), key=attrgetter("start"))


def _closed(ground: Ground, hit: Hit) -> bool:
    """True where the word ends with the suffix: not 大学|生, 局|面, 中心|城区."""
    word = ground.words[ground.word_at(hit.end - 1)]
    before_it = ground.text[max(0, hit.end - 3) : hit.end + 1]
    if ground.seeds.compiled("{{body_left.false_head}}").search(before_it):
        return False
    centre, follows = ground.seeds.pattern("bodies.centre_after"), ground.text[hit.end : hit.end + 1]
    if hit.word.form == "中心" and centre.match(ground.text[hit.end : hit.end + 2]):
        working = ground.text.startswith("工作", hit.end) and ground.seeds.pattern("bodies.centre_at")
        return bool(working and working.search(ground.text, max(0, hit.start - LIMIT), hit.start))
    if follows == "长" and (
        ground.says("headed", ground.text[hit.start - 1])
        or ground.text[hit.start - 1] == "副"
        or before_it == "大学校长"
    ):
        return False  # the head of a body named before: 商务局|局长, 商务局|副局长
    if (follows == "长" and hit.word.kind == "school" and len(hit.word.form) == _PAIR) or (
        follows == "队" and hit.word.kind == "military"
    ):
        return False  # 李艺|校长, 济南军区|队
    if follows == "长" and (ground.ending("body_suffixes", hit.end - 1) or _somebody(ground, hit.end - 1)):
        return False  # 某某大学|校长, not 某某大学校|长; 县财政局|王某某|局长
    if hit.word.form in ground.seeds.forms("body_units", "party") and ground.ending("body_forms", hit.start):
        return False  # 财政局|党组: of the office, with or without its place
    if hit.word.kind == "school" and ground.text.startswith("校长", hit.end) and hit.word.form[-1] == "学":
        return True  # 某某中学|校长, whatever word the tagger makes of it
    if hit.word.kind == "media" and follows == "讯":
        return True  # 某某网|讯: the words with which its reports open
    if ground.text[hit.end : hit.end + 2] == f"{ground.text[hit.end - 1]}长":
        return True  # 科技局|局长
    rest = ground.text[hit.end : word.end]
    if rest in ground.seeds.forms("titles", "head") or rest in ground.seeds.forms("body_units", "party"):
        return True  # 书法家|协会主席, 有限责任|公司党委: two words that the tagger has as one
    return (
        word.end <= hit.end or (follows == "长" and ground.says("headed", ground.text[hit.end - 1])) or word.tag == "nr"
    )


def _somebody(ground: Ground, end: int) -> bool:
    """True where a person's name stands between a body and a position: 县财政局王某某|局长."""
    surnames, text = ground.seeds.forms("surnames"), ground.text
    spans = [(end - size, text[end - size : end]) for size in (2, 3) if end > size]
    known = [at for at, name in spans if name[0] in surnames and ground.says("body_end", text[at - 1])]
    return any(not rjieba.has_word(text[at:end]) or rjieba.tag(text[at:end])[0][1] == "nr" for at in known)


def _body(ground: Ground, hit: Hit) -> Body | None:
    start, proper = left_edge(ground, hit.start, legal="有限" in hit.word.form)
    edge = _conjoined(ground, start, hit)
    dated = _numbered(ground, edge) and ground.says("dated", ground.text[edge])
    start = edge + 1 if dated else _unled(ground, edge, hit)  # 1月16日|县某某协会
    start, proper = (quoted, True) if (quoted := _quoted(ground, start, hit.end)) >= 0 else (start, proper)
    start = opened if (opened := _opened(ground, start, hit)) >= 0 else start
    start = _dashed(ground, start)
    if (led := _led(ground, start, hit)) > start:
        start, proper = led, led in ground.place_after
    if start >= hit.start or (_numbered(ground, start) and ground.says("counted_kind", ground.text[start])):
        return None  # 5|个省实验室
    text = ground.text
    size = _class_size(ground, start) if start == edge and opened < 0 else 1
    classed = size > 1 or opened >= 0 or (ground.says("opening_class", text[start]) and size > 0)
    left = before(ground, start + size) if classed else None
    jurisdiction = left.jurisdiction if left and start + size < hit.end else _place(ground, start, hit.start)
    rest = text[start + len(jurisdiction) : hit.end]
    if _one_of_many(ground, start, jurisdiction, hit) or (jurisdiction and ground.says("given", rest[0])):
        return None  # 市中心; 在白马镇|任党委书记
    template = "{J}" + rest if jurisdiction else rest
    if _national(ground, rest, hit):
        return Body(start, hit.end, hit.word.kind, "", (rest,), rest, "body.name")
    founded = hit.word.kind in ("other", "department", "enterprise") and len(rest) > 4 and founded_before(ground, start)
    founded = founded and not ground.seeds.pattern("bodies.counted_behind").match(text, hit.end)  # 设立法官工作站|12个
    if founded and not jurisdiction:
        return Body(start, hit.end, hit.word.kind, "", (rest,), rest, "body.founded")
    local = hit.word.form in ground.seeds.forms("body_units", "local")  # 青云|派出所
    proper = proper and (local or hit.word.kind not in _OFFICIAL) and not _graded(ground, hit)
    sure = hit.list == "body_suffixes" and bool(jurisdiction or proper or _housed(ground, start, hit))
    sure = sure and len(rest) > (1 if jurisdiction else _PAIR)  # 三厂, 吴厂: whose?
    strength = "strong" if sure or ground.seeds.pattern("bodies.firm").fullmatch(rest) else "weak"
    return Body(start, hit.end, hit.word.kind, jurisdiction, (template,), text[start : hit.end], "body.name", strength)


def _one_of_many(ground: Ground, start: int, jurisdiction: str, hit: Hit) -> bool:
    """True of 市中心, where the town is busiest, 省重点实验室, 松江中心 of some house, 2个|国家某某中心 and goals."""
    form, seeds = hit.word.form, ground.seeds
    bare = start + len(jurisdiction) == hit.start
    if jurisdiction and bare and (hit.list == "body_loose" or ground.says("centre", form)):
        return True
    if (bare or ground.place_before.get(hit.start) == start) and ground.says("class_house", form):
        return bool(jurisdiction) or hit.start - start == 1
    if ground.place_before.get(hit.start) == start and ground.says("centre", form):
        return True
    counted = seeds.pattern("bodies.counted_house").search(ground.text, max(0, start - _PAIR), start)
    return bool(counted or seeds.pattern("bodies.no_house").search(ground.text, start, hit.end))


def _led(ground: Ground, start: int, hit: Hit) -> int:
    """The start behind who leads a delegation: 县长王明率|灵川县党政代表团."""
    led = hit.word.kind == "delegation" and ground.seeds.pattern("bodies.delegation_led").match(
        ground.text, start, hit.start
    )
    return led.end() if led else start


def _dashed(ground: Ground, start: int) -> int:
    """The start of a name that two places make: 甲国—|乙地合作中心."""
    if start < _PAIR or ground.text[start - 1] not in _DASHES or ground.text[start - _PAIR] in _DASHES:
        return start
    first, second = ground.words[ground.word_at(start - _PAIR)], ground.words[ground.word_at(start)]
    placed = start in ground.place_after or second.tag == "ns"
    if not placed or first.end != start - 1:
        return start
    return ground.place_before.get(start - 1, first.start if first.tag == "ns" else start)


def _housed(ground: Ground, start: int, hit: Hit) -> bool:
    """True of a hospital whose house is named: 永宁医院|江东院区; not of one called by what it heals."""
    words = ground.words[ground.word_at(start) : ground.word_at(hit.start - 1) + 1]
    kinds = ground.seeds.forms("body_left", "plain")
    plain = hit.start - start < _PAIR or all(
        ground.text[word.start : min(word.end, hit.start)] in kinds for word in words
    )
    campus = ground.seeds.pattern("bodies.campus").match(ground.text, hit.end)
    return hit.word.kind == "hospital" and not plain and campus is not None


def _numbered(ground: Ground, start: int) -> bool:
    """True right after a number in digits."""
    return ground.text[start - 1 : start].isdecimal()


def _class_size(ground: Ground, start: int) -> int:
    """How long the word of class is that a name begins with: 地区|供电局, 市|歌舞团; 0 in 市场服务中心."""
    region = next((r for r in ground.seeds.forms("grammar", "region_class") if ground.text.startswith(r, start)), "")
    return len(region) if region and not ground.glued(start) else int(_single(ground, start))


def _unled(ground: Ground, start: int, hit: Hit) -> int:
    """The start behind one character that leads to the name: 以|省统计局, 调|某某中学, 任|省气候中心.

    The tagger may have glued it to the class character (被市|规划局), and that to what stands before it (巡察|组向市).
    """
    text = ground.text
    word = ground.words[ground.word_at(start)]
    if word.form[:-1] in ground.seeds.forms("body_left", "verb") and ground.says("county_up", word.form[-1]):
        return word.end - 1 if ground.coined(word) else start
    for at in range(hit.start - 2, start - 3, -1):
        if _leads(ground, at):
            return at + 1
    known = start + 1 in ground.place_after and start not in ground.place_after
    lead = text[start : start + 1]
    if hit.start - start < 2 or not ground.says("lead", lead):
        return start
    led = known or (lead == "调" and hit.word.kind in ("school", "hospital")) or parted(ground, start, hit.start)
    return start + 1 if led else start


def _leads(ground: Ground, at: int) -> bool:
    """True of a character before a class character that no dictionary knows as part of a word: 向|市."""
    if at < 0 or not ground.says("lead", ground.text[at]) or not ground.says("county_up", ground.text[at + 1]):
        return False
    if at in ground.place_after or (at + 2 in ground.place_before and at + 1 not in ground.place_after):
        return False  # 应县, 任县
    word = ground.words[ground.word_at(at + 1)]
    return word.start == at + 1 or (word.start <= at and not rjieba.has_word(word.form))


def _quoted(ground: Ground, start: int, end: int) -> int:
    """Where a name in quotation marks begins that a place opens: “东山县地方维持委员会”, whatever verbs it holds."""
    opening = ground.text.rfind("“", max(0, end - LIMIT), start) + 1
    if not opening or not ground.text.startswith("”", end) or set("，。；、") & set(ground.text[opening:end]):
        return -1
    return opening if any(opening < place < end for place in ground.place_after.get(opening, ())) else -1


def _opened(ground: Ground, start: int, hit: Hit) -> int:
    """Where a clause opens with a class character and nothing but a name follows: ，市施工企业协会, 、县质安监管总队.

    Whatever nouns and verbs the name holds: the pause and the suffix bound it. -1 where there is no such name.
    """
    found = ground.seeds.pattern("bodies.opened").search(ground.text, max(0, hit.start - _OPENED), hit.start)
    if found is None or found.start() > start or hit.list != "body_suffixes" or hit.word.kind not in _OPENING:
        return -1
    at = found.start()
    words = ground.words[ground.word_at(at) : ground.word_at(hit.start - 1) + 1]
    glued = words[0].start < at or (len(words[0].form) > 1 and rjieba.has_word(words[0].form))
    body = ground.starting("body_forms", at + 1) or ground.starting("body_parts", at + 1)
    verb = any(word.form in ground.seeds.forms("body_left", "verb") for word in words[:2])
    return -1 if glued or body or verb or any(ground.joins(word) for word in words[1:]) else at


def _conjoined(ground: Ground, start: int, hit: Hit) -> int:
    """The start of a name that goes on over 和: 县|农牧和科技局, 某市不动产登记和交易中心.

    What stands before 和 must have a jurisdiction before it and be no body itself (县财政局和审计局).
    """
    verb = ground.words[ground.word_at(start - 1)] if start else None
    opened = verb is not None and verb.form != "和" and ground.turns(verb)
    second = verb.start if verb and opened else start  # 文化和|旅游|信息中心
    if ground.text[second - 1 : second] != "和" or hit.end - second > _SECOND:
        return start
    if hit.word.kind not in _CONJOINED or not hit.word.form.endswith(
        tuple(ground.seeds.forms("grammar", "joined_office"))
    ):
        return start
    at = second - 1
    while second - at <= _SECOND and (word := ground.words[ground.word_at(at - 1)]).end == at:
        if (ground.stops(word) and word.tag not in ("l", "i")) or ground.says("body_end", word.form[-1]):
            break
        at = word.start
        if at in ground.place_before and ground.says("written_class", ground.text[at - 1]):
            return ground.place_before[at]
        if ground.says("class", ground.text[at - 1 : at]) and _single(ground, at - 1):
            return at - 1
    return start


def _national(ground: Ground, rest: str, hit: Hit) -> bool:
    """True of what begins with the nation or its organ (国务院某某小组), and is no rank (获评|国家一级博物馆)."""
    at, least = hit.end - len(rest), 4 if hit.word.kind == "department" else 5
    rank = ground.seeds.pattern("bodies.honoured").search(ground.text, max(0, at - 16), at)
    rank = rank or ground.seeds.pattern("bodies.national_title").fullmatch(rest)
    return not rank and len(rest) > least and rest.startswith(tuple(ground.seeds.forms("body_left", "nation")))


def _graded(ground: Ground, hit: Hit) -> bool:
    """True after a word of rank: 桂林|高水平|大学 is one that is to be."""
    word = ground.words[ground.word_at(hit.start - 1)]
    return word.end == hit.start and word.form in ground.seeds.forms("body_left", "grade")


def _place(ground: Ground, start: int, limit: int) -> str:
    """The place that a name starts with, if it is written with its class (吉林市…, not 吉林…)."""
    end = max((end for end in ground.place_after.get(start, ()) if end <= limit), default=start)
    name = ground.text[start:end]
    area = name.endswith(tuple(ground.seeds.forms("body_left", "area")))
    return name if end > start and ground.classed(name) and not area else ""


def _single(ground: Ground, start: int) -> bool:
    """True where a class character is a word of its own: 市|歌舞团, not 市场|…; 市中心医院 is one as well."""
    word = ground.words[ground.word_at(start)]
    if word.start == start - 1 and ground.says("lead", word.form[0]):  # 为市|文化体育局
        return word.end == start + 1 and not rjieba.has_word(word.form)
    if word.start != start:
        return False
    torn = ground.seeds.pattern("bodies.torn_class").match(ground.text, start)  # 县|城投公司, 县|文旅公司
    return len(word.form) == 1 or ground.says("class_glued", word.form) or torn is not None
