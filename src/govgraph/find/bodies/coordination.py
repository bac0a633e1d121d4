"""Lists of bodies: what is said once holds for all of them.

* 县文明办、林业局、水利局: the later ones are of the same county; 市委常委、宣传部长: of the same committee;
* 市人大及其常委会: both are the city's;
* 重庆市、青海省人大常委会; 省、市、区委; 蛟河、船营代表团: the last word belongs to each, ``sharing``;
* 某某大学第一医院、第三医院: the later ones are of the same university;
* 国家甲局、乙局合并: the items of a list of national organs are national;
* 省教育厅、卫生计生委: an organ that the nation calls so too is the province's behind one of the province;
* 省领导小组: the one group of that kind and class which the text names in full;
* 某省政府副秘书长、省法制办主任: a class character behind a title means the place that was just named;
* 甲市市委书记张某，市委副书记李某率队来乙市: all who lead a delegation are of its place;
* （简称县绿美办）: another name of the body before it, from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies import sharing
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_MANY = 8
_OWN_NAME = 6
_GAP = 14  # characters between two bodies of a list
_PART_NAME = 4
_GUESTS = 60  # characters between two leaders of one delegation
_PAUSE = "、"
_STOPS = frozenset("。；\n")


def spread(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """The bodies with what lists give them."""
    last: Body | None = None
    founded: Body | None = None
    aliases = _aliases(ground, bodies)
    yield from aliases
    taken = {(alias.start, alias.end) for alias in aliases}
    bodies = [body for body in bodies if (body.start, body.end) not in taken]
    starts = {body.start for body in bodies if body.strength == "strong" or body.rule == "body.bare"}
    listed: set[int] = set()
    last_hospital: Body | None = None
    last_national: Body | None = None
    last_region: Body | None = None
    nation, house = _nation_speaks(bodies), _house_speaks(bodies)
    for body in bodies:
        if body.start in listed and body.strength == "weak":
            continue  # read as an item before
        heir = _inherited(ground, last, body) if body.rule == "body.bare" else _of_same(ground, last, body)
        if founded and body.rule == "body.name" and _joined(ground, founded, body):
            heir = replace(body, strength="strong", rule="body.founded")
        heir = (
            heir
            or _in_row(ground, last, body)
            or _of_guests(ground, last, body)
            or sharing.branch(ground, last, body)
            or _of_place(ground, last, body)
            or _group(ground, bodies, body)
        )
        heir = heir or _of_region(ground, last_region, body) or _of_university(ground, last_hospital, body)
        heir = heir or _after_national(ground, last_national, body)
        heir = heir or _short_national(ground, last_national, body, nation)
        heir = heir or (_of_nation(ground, body) if nation else None) or (_of_house(ground, body) if house else None)
        current = heir or body
        yield current
        yield from _standing_of(ground, current)
        last_hospital = current if current.kind == "hospital" and current.strength == "strong" else last_hospital
        last_region = current if current.rule == "body.literal" else last_region
        founded = current if current.rule == "body.founded" else founded
        if current.jurisdiction:
            yield from sharing.before(ground, current)
            last = current
        if current.kind == "department" and _begins_national(ground, current):
            last_national = current
            national = list(_items(ground, current, starts, "bodies.national_item"))
            yield from national
            listed |= {item.start for item in national}
        if current.kind == "department" and current.jurisdiction and current.strength == "strong":
            items = list(_items(ground, current, starts))
            yield from items
            listed |= {item.start for item in items}
            last = items[-1] if items else last


def _standing_of(ground: Ground, body: Body) -> Iterator[Body]:
    """常委会 in 市人大及其常委会, which is the city's as well."""
    its = ground.seeds.pattern("bodies.its_standing").match(ground.text, body.end)
    if its is None or body.kind != "congress":
        return
    whole = body.name.removeprefix(body.jurisdiction) + its["short"]
    word = next((word for word in ground.seeds.words("body_forms") if word.form == whole), None)
    if word:
        templates = tuple(word.canonical.split("|"))
        yield replace(
            body, start=its.start("short"), end=its.end(), name=its["short"], templates=templates, rule="body.list"
        )


def _inherited(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """The jurisdiction of the body before, in a list or behind the post of its head."""
    if last is None or not 0 <= body.start - last.end <= _GAP:
        return None
    of_body = any(body.name in ground.seeds.forms("body_units", kind) for kind in ("party", "grassroots"))
    if of_body and not (last.kind == "association" and ground.says("of_place_too", body.name)):
        return None  # 党组 and 党总支 in 某省法院院长、党组书记 is of the body before, not of the place
    if not ground.seeds.pattern("bodies.gap").match(ground.text[last.end : body.start]):
        return None
    if last.strength == "weak" and last.end == body.start:
        return None  # 省用材林基地|公社
    beside = replace(body, jurisdiction=last.jurisdiction, strength="strong", rule="body.list")
    part = ground.starting("body_parts", body.start, last.kind)
    if part is None or part.end != body.end:
        return beside
    return replace(beside, templates=tuple(part.word.canonical.split("|")), kind=last.kind)


def _of_place(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """卫生计生委 in 省教育厅、卫生计生委 is the province's, though the nation has one of this name."""
    if last is None or last.kind != "department" or body.rule != "body.national" or body.start < last.end:
        return None
    word = next((w for w in ground.seeds.words("body_forms") if w.form == body.name), None)
    if word is None or last.jurisdiction == "全国" or not _joined(ground, last, body):
        return None
    templates = tuple(word.canonical.split("|"))
    return replace(body, kind=word.kind, templates=templates, jurisdiction=last.jurisdiction, rule="body.list")


def _group(ground: Ground, bodies: list[Body], body: Body) -> Body | None:
    """省领导小组: the one group of this class that the text calls by its whole name."""
    noun = ground.seeds.pattern("bodies.group_short").fullmatch(body.templates[0])
    if noun is None or not body.jurisdiction:
        return None
    whole = {
        other.templates
        for other in bodies
        if other.strength == "strong"
        and other.jurisdiction.endswith(body.jurisdiction)
        and len(other.templates[0]) > len(body.templates[0])
        and other.templates[0].endswith(noun["noun"])
    }
    return replace(body, templates=whole.pop(), rule="body.group", strength="strong") if len(whole) == 1 else None


def _of_region(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """行署 in 某地委副书记、行署专员 is of the region of the committee."""
    if last is None or body.rule != "body.bare" or not ground.says("regional", body.name):
        return None
    if not 0 < body.start - last.end <= _GAP or not ground.says("regional", last.name[-2:]):
        return None
    templates = tuple(template.replace("{J}", f"{last.name[:-2]}地区") for template in body.templates)
    return replace(body, templates=templates, jurisdiction="", strength="strong", rule="body.literal")


def _of_same(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """省 in 海南省政府副秘书长、省法制办主任 is the province that the list of offices has just named."""
    if last is None or len(body.jurisdiction) != 1 or not 0 < body.start - last.end <= _GAP:
        return None
    named = len(last.jurisdiction) > 1 and last.jurisdiction.endswith(body.jurisdiction)
    if not named or not ground.seeds.pattern("bodies.title_gap").match(ground.text[last.end : body.start]):
        return None
    return replace(body, jurisdiction=last.jurisdiction, rule="body.list")


def _in_row(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """An office with a name of its own behind one of the county: 县水利局、|漩门二期管理局, not 、|派出所."""
    if last is None or body.rule != "body.name" or body.strength == "strong" or body.kind != "department":
        return None
    if last.kind != "department" or len(last.jurisdiction) != 1 or len(body.name) < _OWN_NAME - 1:
        return None
    between = ground.text[last.end : body.start]
    generic = ground.seeds.pattern("bodies.generic_office").search(body.name)
    if between != _PAUSE or body.jurisdiction or generic:
        return None
    templates = tuple("{J}" + template for template in body.templates)
    return replace(body, jurisdiction=last.jurisdiction, templates=templates, strength="strong", rule="body.list")


def _of_guests(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """市 in 甲市市委书记张某，市委副书记李某率党政代表团来乙市 is the city whose leaders come."""
    if last is None or len(body.jurisdiction) != 1 or not 0 < body.start - last.end <= _GUESTS:
        return None
    named = len(last.jurisdiction) > 1 and last.jurisdiction.endswith(body.jurisdiction)
    between = ground.text[last.end : body.start]
    led = ground.seeds.pattern("bodies.guest_leads").match(ground.text, body.end)
    if not named or set(between) & _STOPS or not led:
        return None
    return replace(body, jurisdiction=last.jurisdiction, rule="body.list")


def _joined(ground: Ground, founded: Body, body: Body) -> bool:
    """True for the next item of 内设甲组、乙组和丙组."""
    between = ground.text[founded.end : body.start]
    return bool(between) and len(between) < 3 and ground.seeds.pattern("bodies.join").fullmatch(between) is not None


def _of_university(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """The university of the hospital before, in a list."""
    if last is None or body.kind != "hospital" or body.strength == "strong" or "大学" not in last.name:
        return None
    if body.start < last.end or not _joined(ground, last, body):
        return None
    name = last.name[: last.name.index("大学") + 2] + body.name
    return replace(body, name=name, templates=(name,), jurisdiction="", strength="strong", rule="body.list")


def _after_national(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """An office right after one of the nation, in a list: 国家某某总局、专利局."""
    if last is None or body.strength == "strong" or body.kind != "department" or body.start < last.end:
        return None
    if ground.text[last.end : body.start] != "、" or body.name != body.templates[0]:
        return None
    return replace(body, strength="strong", rule="body.list")


def _short_national(ground: Ground, last: Body | None, body: Body, nation: bool) -> Body | None:
    """发展改革委 in 财政部、发展改革委 is the one of the nation, which is called so with 国家 before it."""
    beside = last is not None and last.end <= body.start and _joined(ground, last, body)
    if body.rule != "body.bare" or not (nation or beside):
        return None
    word = next((w for w in ground.seeds.words("body_national") if w.form == "国家" + body.name), None)
    if word is None:
        return None
    templates = tuple(word.canonical.split("|"))
    return replace(body, kind=word.kind, templates=templates, strength="strong", rule="body.list")


def _nation_speaks(bodies: list[Body]) -> bool:
    """True of a text about the nation's own organs: many of them, and no local body by name."""
    national = sum(body.rule == "body.national" and body.kind == "department" for body in bodies)
    local = any(body.jurisdiction not in ("", "全国") and body.strength == "strong" for body in bodies)
    return national >= _MANY and not local


def _begins_national(ground: Ground, body: Body) -> bool:
    """True of an organ of the nation, by list or by its first words."""
    nation = tuple(ground.seeds.forms("body_left", "nation"))
    return body.rule == "body.national" or (body.strength == "strong" and body.name.startswith(nation))


def _of_nation(ground: Ground, body: Body) -> Body | None:
    """In such a text an office with a long name of its own needs no jurisdiction (国防工业办公室)."""
    if body.rule != "body.name" or body.kind != "department" or len(body.name) < _OWN_NAME:
        return None
    if any(form in body.name for form in ground.seeds.forms("body_left", "nation")):
        return None  # 重新组建|国家某某局
    return replace(body, strength="strong", rule="body.nation")


def _house_speaks(bodies: list[Body]) -> bool:
    """True of a text about one congress and its standing committee."""
    own = [b for b in bodies if b.kind == "congress" and b.strength == "strong" and b.jurisdiction not in ("", "全国")]
    return len(own) >= _MANY


def _of_house(ground: Ground, body: Body) -> Body | None:
    """In such a text its committees and its party group need no jurisdiction (预算工委, 常委会党组)."""
    if body.rule != "body.bare" or len(body.name) < _PART_NAME or body.name.startswith("人大"):
        return None
    full = body.templates[0]
    if not full.startswith("{J}人民代表大会") or not full.endswith(tuple(ground.seeds.forms("grammar", "house_part"))):
        return None
    return replace(body, strength="strong", rule="body.house")


def _items(ground: Ground, body: Body, known: set[int], pattern: str = "bodies.department_item") -> Iterator[Body]:
    """Departments that no list has, between 、 after one that is known: 县文明办、清洁办."""
    match = ground.seeds.pattern(pattern).match(ground.text, body.end)
    if match is None or match.start(1) in known:
        return
    name = match[1]
    own = body.jurisdiction in ground.seeds.forms("grammar", "opening_class")
    templates = ("{J}" + (name.removeprefix(body.jurisdiction) if own else name) if body.jurisdiction else name,)
    item = Body(match.start(1), match.end(1), "department", body.jurisdiction, templates, name, "body.list")
    yield item
    yield from _items(ground, item, known, pattern)


def _aliases(ground: Ground, bodies: list[Body]) -> list[Body]:
    """Names that the text itself declares in brackets after a body."""
    by_end = {body.end: body for body in bodies}
    found: list[Body] = []
    for match in ground.seeds.pattern("bodies.alias").finditer(ground.text):
        body = by_end.get(match.start())
        if body is not None:
            hits = re.finditer(re.escape(match[1]), ground.text)
            alias = replace(body, name=match[1], rule="body.alias", strength="strong")
            found += [replace(alias, start=hit.start(), end=hit.end()) for hit in hits]
    return found
