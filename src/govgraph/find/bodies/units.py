"""Bodies inside bodies, named right after them: 教育局|党组, 组织部|干部监督科, 中级人民法院|刑事审判第一庭.

* listed: parts of a body that many have (``seeds/words/body_units.csv``);
* by place: 生态环境局|沂水县|分局, 农科院|绥化|分院, 市政府|驻广州|办事处: one body, not two;
* behind a title in the body: 副院长、|刑事审判庭|庭长;
* by last word: divisions of courts, offices and sections (庭, 处, 科) that the words between name;
* by the title behind: 基教股|股长, 护理部|主任.

A branch hides the body that it is of; any other unit stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies import forms
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import before

_DEPTH = 3  # 公安局|交警支队|某区大队|办公室: no chain in use is longer
_COURTS = ("court", "procuratorate")
_PARTED = (*_COURTS, "department", "party", "government", "university", "enterprise", "hospital")
_LEADING = ("party", "government")
_SECTIONED = (
    "department",
    "supervision",
    "military",
    "other",
    "media",
    "university",
    "congress",
    "cppcc",
    "enterprise",
    "association",
    "hospital",
    *_COURTS,
)
_CALLED = ("party", "supervision", "government")  # whose sections are called by words of their own
_FIRMS = ("enterprise", "hospital", "university")
_HEADED = (*_SECTIONED, *_LEADING, "school", "station")
# Whose the committees of a house are, in full and in short; the working ones are of its standing committee.
_CPPCC = ("政协{J}委员会", "{J}政协")
_HOUSES = {
    "cppcc": (_CPPCC, _CPPCC),
    "congress": (("{J}人民代表大会", "{J}人大"), ("{J}人民代表大会常务委员会", "{J}人大常委会")),
}


def find(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """The units of bodies, and the units of those."""
    level, known = [body for body in bodies if body.strength == "strong"], {(body.start, body.end) for body in bodies}
    for body in level:
        yield from _listed(ground, body)
        yield from _joint(ground, body)
    for _ in range(_DEPTH):
        level = [unit for body in level for unit in _after(ground, body, known)]
        yield from level


def _joint(ground: Ground, body: Body) -> Iterator[Body]:
    """A section of the two commissions that work as one: 县纪委|监委|第二纪检监察室."""
    sender = next(iter(ground.seeds.forms("grammar", "sender")))
    start = body.end - len(sender) + 2
    if ground.text.startswith(sender, start) and body.start <= start:
        found = ground.seeds.pattern("bodies.commission_room").match(ground.text, start + len(sender))
        if found is not None:
            name, end = _unit(found), start + len(sender) + len(_unit(found))
            form = ground.text[body.start : end]
            yield Body(body.start, end, "supervision", body.jurisdiction, (f"{{J}}{sender}{name}",), form, "body.unit")


def _listed(ground: Ground, body: Body) -> Iterator[Body]:
    """Parts of a body behind a title in it: 县人民法院|副院长、|审判委员会|委员、|刑事审判庭|庭长."""
    title, unit = ground.seeds.pattern("bodies.listed_title"), ground.seeds.pattern("bodies.listed_unit")
    own = unit.match(ground.text, body.end)  # 县人民法院|审判委员会委员、刑事审判庭庭长
    at = own.end("unit") if own else body.end
    if ground.seeds.pattern("bodies.listed_committee").search(body.name):
        return
    while body.kind in _PARTED and (held := title.match(ground.text, at)):
        at = held.end()
        found = unit.match(ground.text, at)
        if found and not ground.seeds.pattern("bodies.somebody").fullmatch(found["unit"]):
            part = ground.starting("body_parts", at, forms.parent(ground, body))
            if part is not None and part.end == found.end("unit"):
                yield replace(forms.part_of(body, part), start=at, name=found["unit"])
            else:
                made = _part(body, found["unit"], body.kind if body.kind in _COURTS else "department", "body.unit")
                yield replace(made, start=at, end=found.end("unit"), name=found["unit"])
            at = found.end("unit")


def _after(ground: Ground, body: Body, known: set[tuple[int, int]]) -> Iterator[Body]:
    if (branch := _branch(ground, body) or _committee(ground, body)) is not None:
        yield branch
    elif (listed := ground.starting("body_units", body.end)) is not None and _owns(ground, body, listed.word.form):
        templates = tuple(listed.word.canonical.replace("{B}", template) for template in body.templates)
        name = body.name + listed.word.form
        if ground.text[body.start - 1 : body.start] == "驻" and "纪检" in listed.word.form:
            yield _stationed(ground, body, listed.word.form)
            return
        rule = "body.branch" if "驻" in body.name else "body.unit"  # 县纪委监委驻县教育局|纪检监察组
        yield Body(body.start, listed.end, listed.word.kind, body.jurisdiction, templates, name, rule)
    elif body.kind in _LEADING and (group := ground.seeds.pattern("bodies.group_of").match(ground.text, body.end)):
        yield _part(body, group[0], "other", "body.branch")  # 省政府|打击走私领导小组办公室
    elif (part := _called(ground, body)) is not None:
        yield _part(body, part[0], body.kind if body.kind == "supervision" else "department", "body.unit")
    elif (found := _division(ground, body) or _headed(ground, body, known)) is not None:
        yield _part(body, _unit(found), body.kind if body.kind in _COURTS else "department", "body.unit")


def _called(ground: Ground, body: Body) -> re.Match[str] | None:
    """A section of a committee or a commission: 县委|宣传科, 县纪委|派驻第三纪检监察组."""
    if body.kind not in _CALLED:
        return None
    return ground.seeds.pattern(f"bodies.{body.kind}_section").match(ground.text, body.end)


def _stationed(ground: Ground, body: Body, unit: str) -> Body:
    """驻区水利局|纪检监察组: the group is not the bureau's but sent there by the commission of the place."""
    start = body.start - (2 if ground.text[body.start - 2 : body.start - 1] == "派" else 1)
    jurisdiction = body.jurisdiction
    sender = next(iter(ground.seeds.forms("grammar", "sender")))
    if ground.text.endswith(sender, 0, start):
        start -= len(sender)
        if (owner := before(ground, start)) is not None and owner.jurisdiction:
            start, jurisdiction = owner.start, owner.jurisdiction
    templates = tuple(f"{{J}}{sender}驻{name}{unit}" for name in (body.name, *body.templates))
    name = ground.text[start : body.end] + unit
    return Body(start, body.end + len(unit), "supervision", jurisdiction, templates, name, "body.branch")


def _owns(ground: Ground, body: Body, unit: str) -> bool:
    """False of the office of a group, which is a name of its own: 领导小组|办公室."""
    return body.rule != "body.name" or not ground.says("office", unit[-3:])


def _branch(ground: Ground, body: Body) -> Body | None:
    """The body with the place of its branch: it is called by both."""
    text, at = ground.text, body.end
    if text.startswith("驻", at):
        at += 1
    pattern = ground.seeds.pattern("bodies.branch" if at == body.end else "bodies.mission")
    for end in sorted(ground.place_after.get(at, ()), reverse=True):
        if (tail := pattern.match(text, end)) is not None:
            branch = _part(body, text[body.end : tail.end()], body.kind, "body.branch")
            own = ground.seeds.pattern("bodies.named_as_written").search(branch.name)
            return replace(branch, templates=(branch.name,)) if own else branch  # no 国家电网有限公司|甲县供电公司
    part = ground.seeds.pattern("bodies.company_part").match(text, at) if body.kind == "enterprise" else None
    named = part is not None and not ground.stops(ground.words[ground.word_at(at)])
    return _part(body, part[0], body.kind, "body.branch") if part and named else None


def _committee(ground: Ground, body: Body) -> Body | None:
    """A committee of a congress or a CPPCC that no list has (区政协|经济科技委)."""
    house = forms.parent(ground, body)
    if house not in _HOUSES or ground.starting("body_parts", body.end, house):
        return None
    found = ground.seeds.pattern("bodies.house_part").match(ground.text, body.end)
    if found is None or ground.seeds.pattern("bodies.all_units").search(found[0]):
        return None
    low, high = ground.word_at(body.end), ground.word_at(found.end("part") - 1)
    if any(ground.stops(word) and word.form not in "和与经" for word in ground.words[low:high]):
        return None
    made = committee(ground, replace(body, kind=house), found["part"], found["tail"])
    return replace(made, end=found.end("tail"))


def committee(ground: Ground, house: Body, part: str, tail: str) -> Body:
    """A committee of a house, called after its field."""
    working = ground.says("working", tail)
    name = part + ("工作委员会" if working else "委员会")
    templates = tuple(f"{owner}{name}" for owner in _HOUSES[house.kind][working])
    short = templates[-1].removesuffix(name) + part + tail
    form = house.name + part + tail
    return Body(house.start, house.end, house.kind, house.jurisdiction, (*templates, short), form, "body.branch")


def _division(ground: Ground, body: Body) -> re.Match[str] | None:
    """A division whose words could all be part of a name: 公共服务|处, not 派出|3处."""
    court = body.kind in _COURTS
    if court and (found := ground.seeds.pattern("bodies.court_division").match(ground.text, body.end)):
        return found
    if body.kind in _FIRMS and (found := ground.seeds.pattern("bodies.firm_section").match(ground.text, body.end)):
        return found
    media = body.kind == "media"
    found = ground.seeds.pattern("bodies.media_section" if media else "bodies.section").match(ground.text, body.end)
    if body.kind == "university" and (joint := ground.seeds.pattern("bodies.college").match(ground.text, body.end)):
        return joint
    if found is None or body.kind not in _SECTIONED or found.lastgroup == "numbered":
        return found if body.kind in _SECTIONED else None
    if ground.seeds.pattern("bodies.somebody").fullmatch(_unit(found)):
        return None
    if found.lastgroup == "institute" and not body.name.endswith(tuple(ground.seeds.forms("grammar", "academy"))):
        return None
    if found.lastgroup == "school" and body.kind not in ("university", "school"):
        return None
    end = body.end + len(_unit(found))
    words = ground.words[ground.word_at(body.end) : ground.word_at(end - 1) + 1]
    local = _unit(found).endswith(tuple(ground.seeds.forms("body_units", "local")))  # 许家湖|派出所: 许家 is no number
    headed = ground.text[end : end + 2] == f"{ground.text[end - 1]}长"  # 处|处长: one word of the tagger
    stops = [
        w
        for w in words
        if ground.stops(w) and w.tag != "n" and (w.tag != "l" or ground.acts(w)) and not (headed and w.end > end)
        if w.form not in "和与"
        and not (w.tag == "m" and local)
        and not (w.end == end and found.lastgroup == "institute")
    ]
    first = words[0]  # 外交部亚洲司 is one word of the tagger
    whole = first.start == body.end or (first.start <= body.start and first.end == end)
    return found if whole and not stops else None


def _headed(ground: Ground, body: Body, known: set[tuple[int, int]]) -> re.Match[str] | None:
    """A part of any name right before the title of its head, 艺研所|所长, unless the whole is a body that is known."""
    found = ground.seeds.pattern("bodies.headed_unit").match(ground.text, body.end) if body.kind in _HEADED else None
    return found if found and (body.start, found.end()) not in known else None


def _unit(found: re.Match[str]) -> str:
    return str(found[found.lastgroup or "unit"])


def _part(body: Body, name: str, kind: str, rule: str) -> Body:
    templates = tuple(template + name for template in body.templates)
    return Body(body.start, body.end + len(name), kind, body.jurisdiction, templates, body.name + name, rule)
