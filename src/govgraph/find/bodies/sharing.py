"""Jurisdictions that share the word behind the last one: 重庆市、青海省|人大常委会, 省、市、区|委, 甲村、乙村|党支部.

Takes the last one as a body and gives the others, each where its own jurisdiction stands. Only kinds of bodies that
every place has are shared, and the office of a street only by streets; parks, roads and lakes have none.
A bank of the nation in a row of a county's offices is its branch there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_SHARED = (
    "party",
    "congress",
    "government",
    "cppcc",
    "delegation",
    "court",
    "procuratorate",
    "supervision",
    "grassroots",
)

_OFFICES = ("department", "enterprise")  # an enterprise with a jurisdiction: another branch
_JOINED = 4  # characters between two bodies of a row


def before(ground: Ground, body: Body) -> Iterator[Body]:
    """The jurisdictions before the last one, which share its form."""
    whole = ground.text.startswith(body.jurisdiction, body.start)
    added = "" if whole else body.jurisdiction[-1]  # 县 of 亳县、太和两县党部
    if body.kind not in _SHARED or not ground.text.startswith(body.jurisdiction.removesuffix(added), body.start):
        return
    tail = ground.text[body.start + len(body.jurisdiction) : body.end] if whole else body.name[len(body.jurisdiction) :]
    at = body.start
    while (found := _jurisdiction_before(ground, at)) is not None:
        start, end = found
        if ground.says("office_of_street", tail) and ground.text[end - 1] != body.jurisdiction[-1]:
            return  # 恩江镇、河东街道|办事处: only streets have one
        name = ground.text[start:end].removesuffix(added) + added
        yield replace(body, start=start, end=end, jurisdiction=name, name=name + tail, rule="body.shared")
        at = start


def _jurisdiction_before(ground: Ground, at: int) -> tuple[int, int] | None:
    """A jurisdiction that ends before a joining mark, or right here if it is a class character (省市区委)."""
    joined = ground.seeds.pattern("bodies.join").search(ground.text[max(0, at - 2) : at])
    end = at - len(joined[0]) if joined else at
    start = ground.place_before.get(end)
    if joined and start is not None and (ground.says("class", ground.text[end - 1]) or not ground.glued(start)):
        return None if _sight(ground.text[start:end], ground) else (start, end)
    if end and ground.says("class", ground.text[end - 1]) and not _inner(ground, end - 1):
        return end - 1, end
    return None


def _sight(place: str, ground: Ground) -> bool:
    """True of a park, a road or a lake, which has no offices: 某某公园、市法院."""
    forms = ground.seeds.forms("place_suffixes", "named") | ground.seeds.forms("place_suffixes", "zone")
    return not ground.says("written_class", place[-1]) and place.endswith(tuple(forms))


def _inner(ground: Ground, at: int) -> bool:
    """True for a class character that is part of a word or a place: 城|市, 吉林|市."""
    word = ground.words[ground.word_at(at)]
    previous = ground.text[at - 1 : at]
    return word.start < at or at + 1 in ground.place_before or ground.says("generic", previous)


def branch(ground: Ground, last: Body | None, body: Body) -> Body | None:
    """人行 in 县统计局、人行: a bank of the nation in a row of a county's offices is its branch there."""
    if last is None or body.rule != "body.national" or body.kind != "enterprise" or last.kind not in _OFFICES:
        return None
    marked = (
        f"{last.jurisdiction[-1:]}‹{ground.text[last.end : min(body.start, last.end + _JOINED)]}›{body.templates[0]}"
    )
    if ground.seeds.pattern("bodies.bank_row").fullmatch(marked) is None:
        return None
    (office,) = ground.seeds.forms("grammar", "bank_branch")
    full = (f"{template}{{J}}{office}" for template in body.templates)
    templates = (*full, *(f"{{J}}{template}" for template in body.templates[1:]))
    return replace(body, jurisdiction=last.jurisdiction, templates=templates, rule="body.list")
