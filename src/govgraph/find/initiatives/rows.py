"""Rows (并列): the members of a clause of building.

甲桥扩建、乙路整修等项目强力推进 has two members, 等项目 sums them up, and 强力推进 tells how far they are. A row
that is counted without 等 (甲、乙和丙3座水电站) is parted at its last 和 as well, and so are two works that each have
their cost (总投资均为3亿元的甲和乙项目); streets that are only kept up (改造甲路、乙路等10条道路) are no works. Which
members name a work is decided in ``works``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govgraph.find.initiatives import placing
from govgraph.model import Mention
from govgraph.seeds import Seeds

SHORTEST = 4
LAST = 6  # the end of the last member, which tells what is done to all


@dataclass(frozen=True, slots=True)
class Row:
    """A clause of building: its members, what is done before them, what sums them up and what becomes of them."""

    members: tuple[tuple[int, str], ...]
    verb: str
    summed: str  # as works (等12个项目), open (等加快推进), others (等企业), or empty
    kind: str  # the words that sum it up
    state: str  # going or done, empty where the clause does not say
    erected: bool = False  # the clause says of a house that it is built, not only that it is there
    mended: bool = False  # streets and parks that are only kept up
    aimed: bool = False  # what the place wants to become


def rows(at: int, clause: str, anchors: dict[int, Mention], seeds: Seeds) -> Iterator[Row]:
    """The rows of a clause, which share its verb: 建设甲等14条高速公路和乙等4条铁路."""
    summed = seeds.pattern("initiatives.row_summary")
    nexts = (m for m in seeds.pattern("initiatives.row_next").finditer(clause) if summed.search(clause, 0, m.end() - 1))
    between = [match.span("stop" if match["stop"] else "joint") for match in nexts]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(clause)]
    verb = ""
    for start, end in zip(starts, ends, strict=True):
        row = _row(at + start, clause[start:end], anchors, seeds)
        verb = row.verb or verb
        yield replace(row, verb=verb)


def _row(at: int, clause: str, anchors: dict[int, Mention], seeds: Seeds) -> Row:
    """The parts of a clause."""
    begin, verb = _lead(at, clause, anchors, seeds)
    summary = _summary(clause, begin, seeds)
    state = seeds.pattern("initiatives.row_state").search(clause, begin + 2)
    if state and state["done"] and seeds.pattern("initiatives.state_object").match(clause[state.start("done") :]):
        state = None  # 甲、乙5市建成小区194个: who built it
    end = summary.start() if summary else len(clause)
    listed = list(_members(clause[:end], begin, seeds))
    each = seeds.pattern("initiatives.each_costs").search(clause, 0, end)
    if each:
        listed = [(each.start(half), each[half]) for half in ("first", "second")]
    elif summary and summary["count"]:
        listed[-1:] = _last(*listed[-1], seeds)
    parts = [pair for member in listed for half in _halves(*member, seeds) for pair in _lines(*half, seeds)]
    members = tuple((at + start, part) for start, part in parts)
    summed = "works" if each else _sum(summary, seeds)
    of_others = summary is not None and summed == "others" and state is not None and state.start() > summary.start()
    paid = "going" if seeds.pattern("initiatives.costing").search(clause) else ""
    went = paid if not state or of_others else "done" if state["done"] else "going"
    kind = (summary["sum"] or summary["kind"] or "") if summary else ""
    told = (verb, clause[state.start() :] if state else "", clause[end:], members[-1][1][-LAST:])
    erected = any(seeds.pattern("initiatives.erecting").search(part) for part in told)
    mended = bool(seeds.pattern("initiatives.mending").search(f"{verb}·{kind}"))
    if seeds.pattern("initiatives.unbuilt").search(clause):
        verb = went = ""
    planned = seeds.pattern("initiatives.into_plan").search(clause)  # 争取甲水库列入规划
    aimed = bool(seeds.pattern("initiatives.aiming").search(verb)) and not (went or planned)
    return Row(members, verb, summed, kind, went, erected, mended, aimed)


def _one_company(before: str, after: str, seeds: Seeds) -> bool:
    """True of 甲药业生产基地和|研发总部项目, two parts of what one company builds."""
    owned = seeds.pattern("initiatives.industry_first")
    own = owned.search(before) and seeds.pattern("initiatives.joined").search(before)
    return bool(own) and not placing.placed(after, seeds) and not owned.search(after)


def _one_plant(before: str, clause: str, seeds: Seeds) -> bool:
    """True of 甲化工30万吨烧碱、|20万吨树脂项目, two outputs of one work; not where the row is summed up."""
    summed = seeds.pattern("initiatives.row_summary").search(clause)
    return summed is None and bool(seeds.pattern("initiatives.first_output").search(before))


def _acts(owner: Mention | None, part: str, verb: str, seeds: Seeds) -> bool:
    """True of 甲开发区|推进…: the zone is who does it, and no part of what is done."""
    whole = owner is not None and owner.kind == "place" and owner.form == part
    return whole and bool(seeds.pattern("initiatives.acting_zone").search(f"{part}·{verb}"))


def _summary(clause: str, begin: int, seeds: Seeds) -> re.Match[str] | None:
    """The words that sum the row up; 沿线12座水库 sums up nothing, for it is no row."""
    found = seeds.pattern("initiatives.row_summary").search(clause, begin)
    lone = found and found["count"] and not found["unit"] and "、" not in clause[begin : found.start()]
    pair = found and seeds.pattern("initiatives.last_pair").match(clause[begin : found.start()])
    return found if pair or not lone else None


def _last(start: int, part: str, seeds: Seeds) -> list[tuple[int, str]]:
    """The last two of 甲、乙和丙3座水电站; a member without 和 as it is."""
    pair = seeds.pattern("initiatives.last_pair").match(part)
    return [(start + pair.start(half), pair[half]) for half in ("first", "second")] if pair else [(start, part)]


def _halves(start: int, part: str, seeds: Seeds) -> list[tuple[int, str]]:
    """The two works of 甲区综合管廊和乙河水系治理, whose second says which one it is; anything else as it is."""
    pair = seeds.pattern("initiatives.two_works").match(part)
    if pair is None or any(seeds.pattern("initiatives.all_common").search(pair[half]) for half in ("stem", "other")):
        return [(start, part)]
    return [(start, pair["first"]), (start + pair.start("second"), part[pair.start("second") :])]


def _lines(start: int, part: str, seeds: Seeds) -> Iterator[tuple[int, str]]:
    """The two lines of 甲乙和丙丁高铁, each called after the places that it joins; anything else as it is."""
    pair = seeds.pattern("initiatives.two_lines").match(part)
    if pair is None:
        yield start, part
        return
    yield start + pair.start("first"), pair["first"]
    yield start + pair.start("second"), part[pair.start("second") :]


def _sum(summary: re.Match[str] | None, seeds: Seeds) -> str:
    """What a row is summed up as: works, nothing (等加快推进), or things of another kind (等企业)."""
    if not summary:
        return ""
    rest = summary["sum"] or summary["kind"] or ""
    for kind in ("works", "open"):
        if seeds.pattern(f"initiatives.sum_{kind}").search(rest):
            return kind
    return "others"


def _lead(at: int, clause: str, anchors: dict[int, Mention], seeds: Seeds) -> tuple[int, str]:
    """Where the first member begins, and the verb before it."""
    begin = 0
    for _ in range(3):
        opening = seeds.pattern("initiatives.opening").match(clause[begin:])
        begin += opening.end() if opening else 0
    owner = anchors.get(at + begin)
    done = seeds.pattern("initiatives.object").search(clause[begin:])
    company = owner if owner and seeds.pattern("initiatives.owner_company").search(owner.form) else None
    if done and not (company and at + begin + done.start("verb") == company.end):
        part = clause[begin : begin + done.start("verb")]
        first = seeds.pattern("initiatives.row_break").split(done["rest"])[0]
        if (
            "、" not in part
            and (not part or len(first) >= SHORTEST)
            and (_acts(owner, part, done["verb"], seeds) or not seeds.pattern("initiatives.work_head").search(part))
        ):
            return begin + done.start("rest"), done["verb"]
    return begin, ""


def _members(clause: str, begin: int, seeds: Seeds) -> Iterator[tuple[int, str]]:
    """The members of a row: parted by 、 outside parentheses, and by 和 where a name ends before it."""
    last = begin
    for match in seeds.pattern("initiatives.row_break").finditer(clause, begin):
        inside = clause.count("（", last, match.start()) + clause.count("(", last, match.start())
        if inside > clause.count("）", last, match.start()) + clause.count(")", last, match.start()):
            continue
        digit = match[0] == "、" and clause[match.end() : match.end() + 1].isdigit()
        if digit and _one_plant(clause[last : match.start()], clause, seeds):
            continue
        if match[0] == "和" and _one_company(clause[last : match.start()], clause[match.end() :], seeds):
            continue
        yield last, clause[last : match.start()]
        last = match.end()
    yield last, clause[last:]
