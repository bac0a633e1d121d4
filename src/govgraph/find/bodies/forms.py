"""Bodies by their known short and full forms: jurisdiction + form (市政府, 舒兰市人大常委会, 县教育局, 国务院).

The forms, their kinds and legal names are data (``seeds/words/body_*.csv``). A form without a jurisdiction is weak
(人大常委会, 党组) unless the list says that it stands for itself (国务院); parts and units of a body are read after it
(市委|宣传部, 全国人大|民委, 教育局|党组). 市长 names no body; 市委书记 names 市委.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import TERM, Left, before
from govgraph.find.bodies.leagues import owned
from govgraph.seeds import Hit

_TERMED = ("party", "congress", "government", "cppcc", "supervision", "association")
_GIVEN = 5  # characters of a row before the name of a company
_HOUSE = 8  # characters before a part of a committee in which an institution may stand
_WORD = 2  # characters of a place that may as well be a word
_LITERAL = ("other", "school", "hospital", "media", "station")


def find(ground: Ground) -> Iterator[Body]:
    """All bodies by form, longest first at each place, with what extends them."""
    for hit in ground.longest("body_forms"):
        if (body := _local(ground, hit)) is not None:
            yield from _extended(ground, body)
    for hit in ground.longest("body_national"):
        if (body := _national(ground, hit)) is not None:
            yield from _extended(ground, body)
    yield from _conference(ground)
    for hit in ground.longest("body_parts"):
        if len(hit.word.form) > 2 and not ground.says("office", hit.word.form[-3:]) and not _cut(ground, hit):
            yield _of_house(ground, hit) or _standing(ground, _bare(ground, hit, hit.word.canonical))
    for hit in ground.longest("body_units"):
        if hit.word.kind == "party":
            yield _bare(ground, hit, hit.word.canonical.replace("{B}", "{J}"))


def _local(ground: Ground, hit: Hit) -> Body | None:
    """A form with its jurisdiction; weak without."""
    text = ground.text
    if hit.word.form.endswith("委") and ground.seeds.pattern("bodies.committee_runs_on").match(text, hit.end):
        return _democratic(ground, hit)
    if hit.word.form[-1] == "中" and ground.says("after_middle", text[hit.end : hit.end + 1]):
        return None
    if hit.word.kind in ("school", "hospital") and ground.seeds.pattern("bodies.counts").match(text, hit.end):
        return None  # 一小|部分, 二中|队
    if hit.word.kind == "enterprise" and ground.words[ground.word_at(hit.end - 1)].end > hit.end:
        return None  # 县建|行政村
    left = _village(ground, hit) or before(ground, hit.start)
    if left is None or (not left.jurisdiction and not left.prefix and not left.term):
        alone = len(hit.word.form) > 1 and not _torn(ground, hit) and not _glued(ground, hit)
        return _bare(ground, hit, hit.word.canonical) if alone else None
    body = _with(ground, hit, left)
    termed = ground.seeds.pattern("bodies.house_termed").match(ground.text, hit.end)
    if body is None or termed is None or hit.word.kind != "cppcc":
        return body
    return replace(body, end=termed.end(), name=body.name + termed[0])  # 县政协|第七届委员会


def _village(ground: Ground, hit: Hit) -> Left | None:
    """石坪村 of 石坪|村委会: the class of the village is the first character of the form."""
    start = ground.place_before.get(hit.start + 1) if hit.word.form[0] == "村" else None
    if start is None or start >= hit.start:
        return None
    name = ground.text[start : hit.start + 1]
    return Left(start, name, name)


def _torn(ground: Ground, hit: Hit) -> bool:
    """True of 人大 in 工人|大会: words reach over both its edges."""
    first, last = ground.words[ground.word_at(hit.start)], ground.words[ground.word_at(hit.end - 1)]
    return first.start < hit.start and last.end > hit.end and first.start < last.start


def _democratic(ground: Ground, hit: Hit) -> Body | None:
    """民盟|市|委会: the committees of the democratic parties are called 委会, not 委."""
    left = before(ground, hit.start) if hit.word.form == "委" else None
    if left is None or not left.jurisdiction or left.prefix is None or left.prefix.word.kind != "democratic":
        return None
    body = _with(ground, hit, left)
    ends = ground.seeds.pattern("bodies.party_branch").match(ground.text, hit.end)
    return replace(body, end=ends.end(), name=body.name + ends[0]) if body and ends else None


def _with(ground: Ground, hit: Hit, left: Left) -> Body | None:
    kind, templates = hit.word.kind, tuple(hit.word.canonical.split("|"))
    whole = ground.words[ground.word_at(left.start)]
    if whole.start < left.start and len(left.jurisdiction) == 1 and whole.end >= hit.end and whole.tag == "ns":
        return None  # 兰州军区 is one word, and of no 州
    if left.term and kind not in _TERMED:
        return None  # 十八届三中全会
    if (whose := owned(ground, hit, left)) is None:
        return None  # 市委|主委 of a party that nothing names
    left = whose
    if kind == "station" and not ground.says("station_class", left.jurisdiction[-1:]):
        return None
    if ground.says("regional", hit.word.form) and left.jurisdiction and not ground.says("class", left.jurisdiction[-1]):
        return _regional(hit, left)
    if hit.word.form == "委员会" and not left.prefix and not ground.classed(left.jurisdiction):
        return None  # 环境与资源|委员会: the committee of a party is of a division, and says so
    if left.prefix and ground.says("committee", hit.word.form):
        kind, templates = left.prefix.word.kind, tuple(left.prefix.word.canonical.split("|"))
        kind = "party" if kind == "democratic" else kind
    elif ground.says("committee", hit.word.form) and left.jurisdiction.endswith("村"):
        kind, templates = "grassroots", ("{J}村民委员会", "{J}村委会", "{J}委")
        doubled = left.jurisdiction.endswith("村村")  # 岩村|村委 says its class twice
        left = left._replace(jurisdiction=left.jurisdiction[:-1]) if doubled else left
    elif ground.says("commune", hit.word.form) and len(left.jurisdiction) <= _WORD:
        return None  # 红旗公社 is called by a word, and in no 红旗区: collective finds it
    elif _literal(ground, hit) and left.jurisdiction and not ground.classed(left.jurisdiction):
        literal = left.jurisdiction + hit.word.form  # 江北污水处理厂 is not the one of a division
        return Body(left.start, hit.end, kind, "", (literal,), literal, "body.literal")
    strength = (
        "strong"
        if left.jurisdiction or left.prefix or not ground.seeds.pattern("bodies.coming").match(ground.text, left.start)
        else "weak"
    )
    own = hit.word.form[1:] if left.start + len(left.name) > hit.start else hit.word.form  # 石坪村|委会
    name = left.name + own if left.jurisdiction else ground.text[left.start : hit.end]
    if not left.jurisdiction and left.prefix and hit.word.form == "委":
        return None
    return Body(left.start, hit.end, kind, left.jurisdiction, templates, name, "body.form", strength)


def _literal(ground: Ground, hit: Hit) -> bool:
    """True of what is called after the stem of a place and is of no division: a hospital, 荣昌海关."""
    return hit.word.kind in _LITERAL or ground.says("stem_named", hit.word.form)


def _glued(ground: Ground, hit: Hit) -> bool:
    """True of 委员会 behind another word of its own name: 某市委员会, 执行委员会."""
    before = ground.text[hit.start - 1 : hit.start]
    return ground.says("part_alone", hit.word.form) and before >= "\u3400" and not ground.says("lead", before)


def _regional(hit: Hit, left: Left) -> Body:
    """吉安地委, 吉安行署: the committee and the office of a region, which is no division of today's table."""
    region, name = f"{left.jurisdiction}地区", left.name + hit.word.form
    templates = tuple(template.replace("{J}", region) for template in hit.word.canonical.split("|"))
    return Body(left.start, hit.end, hit.word.kind, "", (*templates, name), name, "body.literal")


def _bare(ground: Ground, hit: Hit, canonical: str) -> Body:
    """A form alone: which one is meant, the context must say."""
    templates = tuple(canonical.split("|"))
    kind = hit.word.kind if hit.list != "body_parts" else kind_of_part(hit.word.kind)
    own = {word.form: word.canonical for word in ground.seeds.words("grammar", "own_class")}.get(hit.word.form, "")
    if own and ground.words[ground.word_at(hit.start)].start == hit.start:
        # 地委 is of a region, whatever stands before it
        return Body(hit.start, hit.end, kind, own, templates, hit.word.form, "body.form")
    return Body(hit.start, hit.end, kind, "", templates, ground.text[hit.start : hit.end], "body.bare", "weak")


def _of_house(ground: Ground, hit: Hit) -> Body | None:
    """校党委|组织部, 公司党委|宣传部: of the committee of an institution, which no place has."""
    house = ground.seeds.pattern("bodies.house_party").search(ground.text, max(0, hit.start - _HOUSE), hit.start)
    if house is None or hit.word.kind != "party":
        return None
    name = ground.text[house.start() : hit.end]
    return Body(house.start(), hit.end, "department", "", (name,), name, "body.literal")


def _standing(ground: Ground, body: Body) -> Body:
    """A committee of the standing committee, which stands before it: 常委会|法工委."""
    whole = ground.seeds.pattern("bodies.standing").search(ground.text, max(0, body.start - 6), body.start)
    if whole is None or body.kind != "congress":
        return body
    return body.renamed(whole.start(), body.end, whole[0] + body.name)


def kind_of_part(parent: str) -> str:
    """Parts of a party committee or a government are departments, of a congress or the CPPCC parts of it."""
    return parent if parent in ("congress", "cppcc") else "department"


def _national(ground: Ground, hit: Hit) -> Body | None:
    """A body that stands for itself; a term before it is read through (十四届全国人大)."""
    text = ground.text
    if hit.word.kind == "media" and ground.words[ground.word_at(hit.end - 1)].end > hit.end:
        return None  # 中国网|络大会
    ministry = hit.word.form[-1] == "部"
    if ministry and ground.seeds.pattern("bodies.not_after").match(text[hit.end : hit.end + 3]):
        return None
    led = ministry or hit.word.kind == "party"
    if led and ground.seeds.pattern("bodies.not_before").search(text[max(0, hit.start - 2) : hit.start]):
        return None
    if (ministry or len(hit.word.form) == 2) and _inside(ground, hit):
        return None
    if ground.seeds.pattern("bodies.walked").match(text, hit.start) or (ministry and _fielded(ground, hit)):
        return None  # 人行|天桥, 供电公司安全|监察部
    if ground.says("name_particle", hit.word.form[-1]) and _named(ground, hit):
        return None  # 任命罗文|华为县教育局局长
    start = hit.start
    match = ground.seeds.pattern("bodies.term").search(text[max(0, start - TERM) : start])
    if match and hit.word.kind in ("congress", "cppcc", "party"):
        start -= len(match[0])
    templates = tuple(hit.word.canonical.split("|"))
    jurisdiction = "全国" if "全国" in hit.word.form else ""
    body = Body(
        start, hit.end, hit.word.kind, jurisdiction, templates, hit.word.form, "body.national", hit.word.strength
    )
    return _branch(ground, body) if body.kind == "enterprise" else body


def _named(ground: Ground, hit: Hit) -> bool:
    """True of the end of a name and 为: behind a word of appointment, or between a new row and an office."""
    text, given = ground.text, ground.seeds.pattern("bodies.named_before")
    if ground.seeds.pattern("acts.appointing").search(text, max(0, hit.start - 5), hit.start):
        return True
    name = given.search(text, max(0, hit.start - _GIVEN), hit.start)
    surnamed = name is not None and text[name.start("name")] in ground.seeds.forms("surnames")
    return surnamed and ground.seeds.pattern("bodies.office_after").match(text, hit.end) is not None


def _fielded(ground: Ground, hit: Hit) -> bool:
    """True behind the field of an office, with which a ministry is the department of a company: 安全|监察部."""
    word = ground.words[ground.word_at(hit.start - 1)] if hit.start else None
    return word is not None and word.end == hit.start and word.form in ground.seeds.forms("office_fields")


def _conference(ground: Ground) -> Iterator[Body]:
    """The CPPCC of the nation with its term inside the name: 政协|第十三届|全国委员会."""
    for match in ground.seeds.pattern("bodies.conference").finditer(ground.text):
        legal = next(w for w in ground.seeds.words("body_national", "cppcc") if w.form.endswith(match["form"]))
        yield Body(*match.span(), "cppcc", "全国", tuple(legal.canonical.split("|")), legal.form, "body.national")


def _branch(ground: Ground, body: Body) -> Body:
    """A group with the stem of a place is its branch there: 一汽|吉林."""
    end = max(ground.place_after.get(body.end, ()), default=body.end)
    if end == body.end or ground.says("class", ground.text[end - 1]):
        return body
    if any(
        ground.seeds.pattern(f"bodies.{what}").match(ground.text, end)
        for what in ("branch", "site_after", "projects_after")
    ):
        return body  # 农行|望奎|支行 says what it is, and 华为|望奎|研发基地 is a work
    name = body.name + ground.text[body.end : end]
    return replace(body, end=end, name=name, templates=(name,), rule="body.literal")


def _inside(ground: Ground, hit: Hit) -> bool:
    """True where the hit starts or ends inside a word (人民|教育部 is fine, 农业部|门 not)."""
    first, last = ground.words[ground.word_at(hit.start)], ground.words[ground.word_at(hit.end - 1)]
    if first.start == hit.start and first.tag == "nt" and first.end > hit.end + 1:
        return False  # 外交部亚洲司 is one word
    return first.start < hit.start or (last.end > hit.end and not ground.says("head_follows", ground.text[hit.end]))


def _cut(ground: Ground, hit: Hit) -> bool:
    """True of 组织|部 in 组织|部分委员: its last character begins another word."""
    last = ground.words[ground.word_at(hit.end - 1)]
    return last.start == hit.end - 1 and last.end > hit.end and not ground.says("head_follows", ground.text[hit.end])


def _extended(ground: Ground, body: Body) -> Iterator[Body]:
    """The body, or the part of it that is named right after."""
    part = _part(ground, body)
    if part is not None:
        yield from _extended(ground, part)
        return
    yield body


def parent(ground: Ground, body: Body) -> str:
    """The kind of parts that a body can have, or empty."""
    full = body.templates[0]
    if body.rule == "body.part":
        return ""
    if full.endswith("委员会") and full.startswith("中国共产党{J}") and body.kind == "party":
        return "party"
    if full.endswith(tuple(ground.seeds.forms("grammar", "congress"))):
        return "congress"
    return {"cppcc": "cppcc", "government": "government"}.get(body.kind, "")


def _part(ground: Ground, body: Body) -> Body | None:
    kind = parent(ground, body)
    hit = ground.starting("body_parts", body.end, kind) if kind else None
    if hit is None or _cut(ground, hit):
        return None
    if len(hit.word.form) == 1 and ground.says("after_part", ground.text[hit.end : hit.end + 1]):
        return None
    return part_of(body, hit)


def part_of(body: Body, hit: Hit) -> Body:
    """A part named after its body, or in a list after a part of the same body."""
    nation = "全国" if body.jurisdiction == "全国" else "{J}"
    templates = tuple(template.replace("{J}", nation) for template in hit.word.canonical.split("|"))
    kind = kind_of_part(hit.word.kind)
    return Body(body.start, hit.end, kind, body.jurisdiction, templates, body.name + hit.word.form, "body.part")
