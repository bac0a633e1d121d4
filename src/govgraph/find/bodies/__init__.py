"""Mentions of bodies: committees, congresses, governments, courts, departments, companies, schools, media and more.

* by form: jurisdiction + known form (市政府, 吉林市第十七届人民代表大会常务委员会), ``forms``;
* by what they are in charge of: 县农业农村和乡村振兴局, ``offices``;
* by last word: 桂林天海塑业有限公司, 县歌舞团, ``names``;
* by number: 县交警三大队, 水电七局, ``numbered``;
* by shape: 武警甲地支队, 73001部队, 民盟县支部, ``shapes``;
* by coinage: short names of companies (天池钼业), ``companies``;
* by the sentence around them: 发挥|某某发展促进中心|作用, ``bounded``;
* by the body before it: 教育局|党组, 生态环境局|沂水县|分局, ``units``;
* by the house whose paper it is: 提案委主任, ``house``;
* by the office whose document it is: 责任单位：公共服务处, ``household``;
* by what they are called in common: 新坝公社, 农六师一〇五团, ``collective``;
* by founding: 成立某县…工作领导小组, ``groups``; 县政府设民政科、财政科, ``organs``;
* by what it reports: 《某某铁道报》讯, ``press``;
* by coordination: 县文明办、林业局; 省、市、区委, ``coordination``.

Every mention says its kind, whose it is as far as the text says (``jurisdiction``) and how it is called in full once
that is known (``full``, ``short``). Not bodies: 有关部门, 一府两院, meetings, places that act for their governments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph.find.bodies import (
    bounded,
    branches,
    collective,
    companies,
    coordination,
    forms,
    groups,
    house,
    household,
    names,
    numbered,
    offices,
    organs,
    press,
    shapes,
    units,
)
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

_KNOWN = ("body.form", "body.part", "body.unit")
_VERB = 2  # characters of a verb between two bodies
_TOLD = ("body.national", "body.literal", "body.organ", "body.group")


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All bodies of a document, one mention an occurrence and name."""
    ground = Ground(prose.text.string, earlier, seeds)
    found = [
        *forms.find(ground),
        *offices.find(ground),
        *names.find(ground),
        *numbered.find(ground),
        *companies.find(ground),
        *groups.find(ground),
        *press.find(ground),
        *shapes.find(ground),
    ]
    found += branches.find(ground, found)
    found += bounded.find(ground, found)
    found += collective.find(ground)
    found += units.find(ground, found)
    found += house.find(ground, found)
    found += offices.rows(ground, found)
    found = _without_clauses(found, seeds)
    single = _outermost([*found, *household.find(ground, found), *organs.find(ground, found)])
    for body in coordination.spread(ground, single):
        of_law = seeds.pattern("bodies.law_after").match(ground.text, body.end)
        if not of_law and not _of_meeting(body, earlier):
            yield body.mention(ground.text)


def _of_meeting(body: Body, earlier: tuple[Mention, ...]) -> bool:
    """中国共产党 of 中国共产党某县第九次代表大会, and 某市委 of 政协第九届某市委员会第二次会议."""
    if body.kind not in ("party", "cppcc"):
        return False
    whole = [m for m in earlier if m.kind == "meeting" and m.start <= body.start and body.end < m.end]
    if not whole:
        return False
    cppcc = any(m.get("series") in ("cppcc", "cppcc_sc") for m in whole)
    turned = any(f"届{body.jurisdiction}" in m.form for m in whole)  # 政协第九届某市委员会
    return not body.jurisdiction or (cppcc and (body.kind == "party" or turned))


def _without_clauses(bodies: list[Body], seeds: Seeds) -> list[Body]:
    """All but the names that open with a known body and end with another, or tell what one does.

    市卫健局|调整至|市民政局, 甲医院|建设国家区域医疗中心.
    """
    known = [body for body in bodies if body.rule in _KNOWN and body.strength == "strong" and body.jurisdiction]
    ends, starts = {body.start: body.end for body in known}, {body.end: body.start for body in known}
    return [
        body
        for body in bodies
        if body.rule != "body.name"
        or not (
            starts.get(body.end, 0) - ends.get(body.start, body.end) >= _VERB
            or seeds.pattern("bodies.clause_within").match(body.name)
        )
    ]


def _outermost(bodies: Iterable[Body]) -> list[Body]:
    """The widest of nested bodies; units keep their body beside them; of one stretch the known form wins."""
    kept: list[Body] = []
    for body in sorted(bodies, key=_order):
        if not any(_hides(other, body) for other in reversed(kept[-8:])):
            kept.append(body)
    return kept


def _order(body: Body) -> tuple[int, int, int, str]:
    told = body.rule in _TOLD or (body.rule == "body.branch" and body.kind == "enterprise")  # 农行|松江分行
    rank = 0 if body.rule in _KNOWN else 1 if told else 2
    return (body.start, -body.end, rank if body.strength == "strong" else rank + 3, body.name)


def _hides(wide: Body, body: Body) -> bool:
    inside = wide.start <= body.start and body.end <= wide.end
    if wide.rule == "body.unit" and body.start == wide.start and body.end < wide.end and body.strength == "strong":
        return False
    if (
        body.start == wide.start
        and body.end < wide.end
        and body.kind in ("university", "hospital", "station")
        and body.strength == "strong"
        and wide.rule != "body.branch"
        and wide.kind != "hospital"
    ):
        return False  # 北华大学|智慧冰雪研究院 speaks of both, 某社区代表联络站|“某某”服务队 too
    if wide.strength == "weak" and body.strength == "strong":
        return wide.rule == "body.bare" and wide.start < body.start and wide.end == body.end  # 农业与农|村委员会
    return inside or (wide.start < body.start < wide.end and wide.strength == "strong")
