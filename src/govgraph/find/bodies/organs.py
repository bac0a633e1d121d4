"""The sections that a body is said to set up: 县政府设民政科、财政科; 某委员会…内设公安局、总务科; 该办内设甲组、乙组.

Chronicles and gazetteers tell what a body consisted of in words of their own day, which no list has. The list must have
two items and each must end in the name of an office; the body stands right before 设, or, before 内设, 下设 and 增设,
earlier in the same sentence, or it is what 该办 or 该局 at its beginning refers back to. One section alone, and what is
set up without a body, stay unread, but for the history of a body: in a sentence with a year of the past one item is
enough (撤销民运部, 建设科改为农林科), and it is of the body whose sections were told of last, or of the place
whose office it was before (县农机站更名为农业机械管理局).

What was named so is found again wherever it stands alone: 民政科科长.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from govgraph.find.bodies import forms
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_OWNERS = ("government", "department", "party", "association", "other", "enterprise", "university", "hospital")
_CHANGED = ("government", "party")  # whose history tells of what they gave up
_OFFICES = ("department", "station")  # that are renamed, parted or joined
_ITEM = re.compile("[^、和及与]+")
_NEAR = 600  # characters in which a history goes on with the same body
_GAP = 16  # characters between a body and what it sets up: 成立，, 1986年3月
_CLAUSE = "年月日，"
_LEAST = 3  # characters of a section that is looked for elsewhere


def find(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """Every item of such lists, called after its body, wherever it stands."""
    told = list(_told(ground, bodies))
    yield from told
    yield from _again(ground, told)


def _told(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    last: tuple[int, Body] | None = None  # whose sections were told of last
    entries = _entries(ground, bodies)
    for match in _matches(ground):
        told = match.groupdict()
        if told.get("from") and (former := _forerunner(match, bodies)) is not None:
            yield from (_successor(former, item) for item in _ITEM.finditer(ground.text, *match.span("items")))
            continue
        owner = None if told.get("from") else _owner(ground, match, bodies) or _entry(entries, match)
        if owner is None and ("inner" not in told or _opens(ground, match)):
            owner = _entry(entries, match) or _goes_on(last, match) or _governing(match, bodies)
        if owner is None:
            continue
        last = match.end(), owner
        for item in _ITEM.finditer(ground.text, *match.span("items")):
            if told.get("tail"):
                yield _section(ground, owner, item, told["tail"])
            elif not ground.seeds.pattern("bodies.organ_stop").search(item[0]) and not owner.name.endswith(item[0]):
                yield _known(ground, owner, item) or _section(ground, owner, item)


def _forerunner(match: re.Match[str], bodies: list[Body]) -> Body | None:
    """The office of a place that stands right before the verb: 县农机站|更名为农业机械管理局."""
    own = [b for b in bodies if b.end == match.start() and b.strength == "strong" and b.kind in _OFFICES]
    return min((b for b in own if b.jurisdiction and b.name not in match["items"]), key=lambda b: b.start, default=None)


def _successor(former: Body, item: re.Match[str]) -> Body:
    """What an office of the same place is called from then on."""
    return Body(*item.span(), "department", former.jurisdiction, ("{J}" + item[0],), item[0], "body.organ")


def _entries(ground: Ground, bodies: list[Body]) -> list[tuple[int, Body | None]]:
    """Where the entries of a handbook of organs begin, each with its body: 县公安局  1949年成立; None where it ends."""
    own = {body.start: body for body in bodies if body.strength == "strong" and body.kind in _OWNERS}
    found: list[tuple[int, Body | None]] = []
    for head in ground.seeds.pattern("bodies.entry").finditer(ground.text):
        body = own.get(head.start("name"))
        found.append((head.end(), body if body is not None and body.end == head.end("name") else None))
    return found


def _entry(entries: list[tuple[int, Body | None]], match: re.Match[str]) -> Body | None:
    """The body of the entry that a list of sections stands in."""
    at = bisect_right(entries, match.start(), key=itemgetter(0)) - 1
    near = at >= 0 and match.start() - entries[at][0] <= _NEAR
    return entries[at][1] if near else None


def _known(ground: Ground, owner: Body, item: re.Match[str]) -> Body | None:
    """A part or an office that the lists have: 统战部 of a committee, 公安局 of a place."""
    part = ground.starting("body_parts", item.start(), forms.parent(ground, owner))
    if part is not None and part.end == item.end():
        return replace(forms.part_of(owner, part), start=item.start(), name=item[0], rule="body.organ")
    form = ground.starting("body_forms", item.start(), "department")
    if form is None or form.end != item.end() or not owner.jurisdiction:
        return None
    templates = tuple(form.word.canonical.split("|"))
    return Body(*item.span(), form.word.kind, owner.jurisdiction, templates, item[0], "body.organ")


def _section(ground: Ground, owner: Body, item: re.Match[str], tail: str = "") -> Body:
    name = item[0] + tail
    templates = tuple(template + name for template in _names(ground, owner, name))
    return Body(*item.span(), "department", owner.jurisdiction, templates, name, "body.organ")


def _opens(ground: Ground, match: re.Match[str]) -> bool:
    """True of 1975年|设甲局、乙局: a clause of a chronicle that does not say whose they are."""
    return ground.text[match.start() - 1 : match.start()] in _CLAUSE and _dated(ground, match.start())


def _matches(ground: Ground) -> Iterable[re.Match[str]]:
    """Lists of sections, and in sentences of a chronicle what happened to one of them."""
    text, pattern = ground.text, ground.seeds.pattern
    found: list[re.Match[str]] = []
    if "设" in text or "没有" in text or "机构有" in text:
        for name in ("bodies.set_up", "bodies.set_up_groups", "bodies.organ_heads"):
            found += pattern(name).finditer(text)
    if pattern("bodies.chronicle").search(text):
        for name in ("bodies.changed_organs", "bodies.organ_changes"):
            found += [m for m in pattern(name).finditer(text) if _dated(ground, m.start())]
    return sorted(found, key=lambda match: match.span("items"))


def _dated(ground: Ground, at: int) -> bool:
    """True in a sentence that names a year of the past before a position."""
    low = ground.text.rfind("。", 0, at) + 1
    return ground.seeds.pattern("bodies.chronicle").search(ground.text, low, at) is not None


def _owner(ground: Ground, match: re.Match[str], bodies: list[Body]) -> Body | None:
    """The widest body that ends right before the verb, else the last one of the sentence if the verb says 内 or 下."""
    known = [b for b in bodies if b.strength == "strong" and b.kind in _OWNERS and b.end <= match.start()]
    gap = ground.seeds.pattern("bodies.set_up_gap")
    beside = [b for b in known if b.end == match.start()] or [
        b for b in known if match.start() - b.end <= _GAP and gap.match(ground.text[b.end : match.start()])
    ]
    if not beside and match.groupdict().get("inner"):
        low = ground.text.rfind("。", 0, match.start())  # over the end of a line: it may be a wrap, or a heading
        back = ground.seeds.pattern("bodies.set_up_back").match(ground.text[low + 1 : match.start()])
        meant = [b for b in known if b.name.endswith(back["class"])] if back else [b for b in known if b.start > low]
        last = max((b.end for b in meant), default=-1)
        beside = [b for b in known if b.end == last]
    return min(beside, key=lambda b: b.start, default=None)


def _goes_on(last: tuple[int, Body] | None, match: re.Match[str]) -> Body | None:
    """The body whose sections were told of last, if that is near."""
    return last[1] if last and match.start() - last[0] <= _NEAR else None


def _governing(match: re.Match[str], bodies: list[Body]) -> Body | None:
    """The committee or government named last before a change of its departments."""
    before = [b for b in bodies if b.strength == "strong" and b.kind in _CHANGED and b.end <= match.start()]
    near = [b for b in before if match.start() - b.end <= _NEAR and b.jurisdiction]
    return max(near, key=lambda b: (b.end, -b.start), default=None)


def _names(ground: Ground, owner: Body, item: str) -> tuple[str, ...]:
    """Sections of a government are called after its place, others after their body; 办公室 always."""
    own = owner.kind != "government" or ground.seeds.pattern("bodies.organ_own").search(item)
    governing = tuple(sorted(ground.seeds.forms("grammar", "governing")))
    placed = owner.jurisdiction and owner.templates[0].endswith(governing)
    return ("{J}", *owner.templates) if placed and not own else owner.templates


def _again(ground: Ground, told: list[Body]) -> Iterator[Body]:
    """The same names elsewhere, alone: not as the end of a longer name, and of one body only."""
    owners: dict[str, set[tuple[str, ...]]] = {}
    for body in told:
        owners.setdefault(body.name, set()).add(body.templates)
    known = {body.name: body for body in told if len(owners[body.name]) == 1 and len(body.name) >= _LEAST}
    taken = {body.start for body in told}
    for name, body in sorted(known.items()):
        at = ground.text.find(name)
        while at >= 0:
            if at not in taken and ground.words[ground.word_at(at)].start == at:
                yield body.renamed(at, at + len(name), name)
            at = ground.text.find(name, at + len(name))
