"""Works (建设项目): projects by the row that they stand in, by what becomes of them, by the head noun they end in.

A clause is a row of members: 甲桥扩建、乙路整修等项目强力推进. Its verb of building stands before it, what became of it
behind it, and the noun that sums it up (等12个项目) at its end. A member names a work where

* it says which one: a place or company at its beginning, a proper noun, a capacity (年产5万吨), a phase (二期), two
  ends (甲地至乙地); 农村公路改造 and 文化广场 say only of what kind;
* and it is a work: it ends in 项目, 工程, a facility (大桥, 产业园) or what is done to one (改造, 扩建) in a clause of
  building, or stands in a row that is summed up as projects.

Members that share a road (甲至乙、丙至丁高速公路) get it. Parentheses are read through: 甲大道（北段）项目（二期）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

import rjieba

from govgraph.find import edges
from govgraph.find.initiatives import around, lines, listed, placing
from govgraph.find.initiatives.rows import Row, rows
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

CLAUSE = re.compile(
    r"[^，。；：！？!?;\n—“”《》〈〉▲◆●■①-⑳]+(?:(?<=[一-龥A-Z])—(?=[一-龥A-Z])[^，。；：！？!?;\n—“”《》〈〉▲◆●■①-⑳]+){0,6}"
)
NOTE = re.compile(r"[（(][^（）()]*[）)]")
SHORTEST, LONGEST = 4, 44
MANY = 3  # members that say which one they are vouch for the others of their row
SHORT = (2, 3)  # characters of a name that stands before its kind
EQUAL = 5  # characters that two names before one kind may both have: 甲县乙山、丙县丁山通用机场
BETWEEN = 4  # characters from what looks like a work to the campaign that it is the beginning of
ENOUGH = 4
DEFINITE = 2  # the points of 市体育中心 where it is built: there is one
LONG = 6  # a name of so many characters says more than its field of work
DIVISIONS = ("province", "prefecture", "county", "township")  # none is a work
PROPER = ("nr", "nrfg", "nrt", "ns", "nt", "nz", "eng")


@dataclass(frozen=True, slots=True)
class Work:
    """A member of a row, cut to its name."""

    start: int
    text: str
    name: str
    head: str  # project, facility, action, plain (a name before 项目), institute (a school, a hospital), or empty


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All works of a document."""
    text = prose.text.string
    anchors = {m.start: m for m in sorted(earlier) if m.kind in ("body", "place")}
    titled = [m for m in earlier if m.kind in ("instrument", "meeting") and not _planned(m, seeds)]
    taken = {at for m in titled for at in range(m.start, m.end)}
    people = {m.start for m in earlier if m.kind == "person"}
    bare = seeds.pattern("initiatives.sum_quoted").sub(r"\g<sum>，，", text)  # as long as with quotation marks
    bare = seeds.pattern("initiatives.sum_called").sub(r"+\g<core>+", bare)
    clauses = edges.holding(bare, CLAUSE, seeds.pattern("initiatives.building"))
    within = (
        around.completed(text, clause, row, seeds)
        for clause in clauses
        for row in rows(clause.start(), clause[0], anchors, seeds)
    )
    for row in chain(listed.lists(text, anchors, seeds), within):
        members = [work for work in _works(row, seeds) if _free(work, text, taken, people)]
        vouched = sum(which(work, anchors, seeds) > 1 for work in members) or _streets(row, members, seeds)
        called = sum(work.head in ("plain", "project") and which(work, anchors, seeds) > 0 for work in members)
        judged = replace(row, summed="works") if _all_works(row, vouched) else row
        for work in members:
            yield from _judged(work, judged, anchors, (vouched, called), seeds)


def _free(work: Work, text: str, taken: set[int], people: set[int]) -> bool:
    """False inside names of documents and meetings, in sentences about people, and beside a quotation."""
    end = work.start + len(work.text)
    other = (work.start in taken and end - 1 in taken) or not people.isdisjoint(range(work.start, end))
    beside = text[work.start - 1 : work.start] in ("”", "》") or text[end : end + 1] == "“"
    return not (other or beside)


def _all_works(row: Row, vouched: int) -> bool:
    """True where all members are works, for many of them say so."""
    bare = bool(row.verb) and not (row.summed or row.mended or row.aimed) and 2 * vouched >= len(row.members)
    return vouched >= MANY and bool(row.verb or row.state) and (row.summed == "open" or bare)


def _streets(row: Row, members: list[Work], seeds: Seeds) -> int:
    """How many streets a row of nothing else has, of which the clause says that they are built: 新建甲路、乙路."""
    street = seeds.pattern("initiatives.short_street")
    alone = row.erected and not row.mended and len(members) == len(row.members) > 1
    return len(members) if alone and all(street.match(work.name) for work in members) else 0


def _planned(mention: Mention, seeds: Seeds) -> bool:
    """True of what only ends like a document: 争取某水库列入全国建设规划."""
    return mention.strength == "weak" and bool(seeds.pattern("initiatives.into_plan").search(mention.form))


def _works(row: Row, seeds: Seeds) -> Iterator[Work]:
    """The members that may be names, each cut behind its head."""
    roads = [seeds.pattern("initiatives.row_road").search(member) for _, member in row.members]
    spread = len(roads) > 1 and not roads[-1] and all(_is_division(member, seeds) for _, member in row.members[:-1])
    summed = seeds.pattern("initiatives.row_road").search(row.kind)
    for index, (start, member) in enumerate(row.members):
        verb = seeds.pattern("initiatives.member_verb").match(member)
        skip = verb.end() if verb and (index or not row.verb or _again(verb)) else 0
        part = member[skip:]
        head = seeds.pattern("initiatives.work_name").match(part)
        if nested := seeds.pattern("initiatives.nested_etc").match(part):
            yield Work(start + skip, nested["stem"], nested["stem"] + nested["kind"], "facility")
        elif head and not _campaign(part, head, seeds):
            if seeds.pattern("initiatives.counted_after").search(part[head.end("name") :]):
                continue  # 转角公园50个
            if spread and not index < len(roads) - 1 and _of_division(head["name"], seeds):
                continue  # 甲县、乙县旅游集散中心: one in each
            kind = next(k for k in ("project", "facility", "action", "plain", "institute") if head[k] is not None)
            both = seeds.pattern("initiatives.joined_rest").search(part[head.end("name") :])
            yield Work(start + skip, part if both else head["name"], part if both else head["name"], kind)
        elif line := lines.called(part, row.members[index + 1 :], seeds):
            yield Work(start + skip, part, line, "facility")
        elif (road := next(filter(None, roads[index + 1 :]), None)) and _shares(part, road, seeds):
            yield Work(start + skip, part, part + road["road"], "facility")
        elif road and seeds.pattern("initiatives.ends_section").search(part):
            yield Work(start + skip, part, part, "facility")  # 甲至乙丙段、丁至戊高速公路
        elif row.summed == "works" and summed and part and not seeds.pattern("initiatives.row_whole").search(part):
            kind = summed["road"].removeprefix(summed["size"] or "")
            yield Work(start + skip, part, part + kind, "facility")
        elif row.summed in ("works", "open"):
            yield Work(start + skip, part, part, "")
        elif (row.verb or row.state) and len(row.members) > 1 and (street := _street(part, seeds)):
            yield Work(start + skip, street, street, "facility")
        elif row.state == "done":
            thing = seeds.pattern("initiatives.row_state").search(part, 2)
            cut = seeds.pattern("initiatives.length_tail").sub("", part[: thing.start()] if thing else part)
            yield Work(start + skip, cut, cut, "")


def _street(part: str, seeds: Seeds) -> str:
    """A street of three characters, without what becomes of it: 丙环线|加快建设; empty for anything else."""
    state = seeds.pattern("initiatives.row_state").search(part, 2)
    bare = part[: state.start()] if state else part
    return bare if seeds.pattern("initiatives.short_street").match(bare) else ""


def _campaign(part: str, head: re.Match[str], seeds: Seeds) -> bool:
    """True of a campaign whose name only begins like a work: 学位扩容|提质行动."""
    own = seeds.pattern("initiatives.own_head").search(part, head.end("name"))
    near = own is not None and own.start("head") - head.end("name") <= BETWEEN
    return near and own is not None and bool(seeds.pattern("initiatives.acting_head").search(own["head"]))


def _is_division(member: str, seeds: Seeds) -> bool:
    """True of 甲县 alone."""
    return any(name.start == 0 and name.end == len(member) for name in seeds.gazetteer.scan(member))


def _of_division(name: str, seeds: Seeds) -> bool:
    """True of 甲县旅游集散中心, which says of what kind it is and no more."""
    ends = [division.end for division in seeds.gazetteer.scan(name[:8]) if division.start == 0]
    return any(seeds.pattern("initiatives.all_common").search(name[end:]) for end in ends)


def _again(verb: re.Match[str]) -> bool:
    """True for what stands before a name though its row has a verb: a second verb, a vote, its size, who visits it."""
    return any(verb[group] for group in ("batch", "twice", "voted", "size", "payer", "visit"))


def _shares(part: str, road: re.Match[str], seeds: Seeds) -> bool:
    """True for the first of 甲至乙、丙至丁高速公路 and of 甲乙、丙丁高速."""
    if seeds.pattern("initiatives.row_whole").search(part):
        return False
    size = len(NOTE.sub("", road.string[: road.start()]))  # 甲乙、丙丁（戊段）|高速公路
    alike = (len(part) in SHORT and size in SHORT) or SHORT[0] <= len(part) == size <= EQUAL
    each = _is_division(part, seeds) and bool(seeds.pattern("initiatives.one_each").search(road["road"]))
    each = each or (
        placing.placed(part, seeds) and bool(seeds.pattern("initiatives.park_of_each").search(road["road"]))
    )
    return bool(seeds.pattern("initiatives.two_ends").search(part)) or alike or each


def _judged(
    work: Work, row: Row, anchors: dict[int, Mention], beside: tuple[int, int], seeds: Seeds
) -> Iterator[Mention]:
    """A work that scores; ``beside`` counts the members of its row that say which one, and those called projects."""
    vouched, projects = beside
    street = vouched > 0 and not row.mended and seeds.pattern("initiatives.short_street").match(work.name) is not None
    line = seeds.pattern("initiatives.numbered_line").match(work.name) is not None
    unfit = not line and seeds.pattern("initiatives.no_work").search(work.text)
    if unfit or not (street or line or SHORTEST <= len(work.name) <= LONGEST):
        return
    if _aim(work, row, anchors, seeds):
        return
    points = which(work, anchors, seeds)
    if not points and vouched and row.summed == "works" and len(work.text) >= LONG:
        points = 2  # a common name among proper ones: its neighbours say where
    told = bool(vouched) or row.state == "done"
    company = seeds.pattern("initiatives.ends_in_industry").search(work.text)
    if points == 1 and street:
        points = 2
    if points < DEFINITE and row.erected and seeds.pattern("initiatives.definite").match(work.text):
        points = DEFINITE
    if points == 1 and row.summed == "works" and (vouched >= MANY or (told and (company or _strange(work.text)))):
        points = 2
    fits = points > 0 and _fits(work, row, points)
    if fits:
        points += _work_points(work, row) + (projects > 1 and work.head in ("plain", "project"))
    called = seeds.pattern("initiatives.own_tail").search(work.text) is not None
    if points > 1 and not placing.spoken(work.text, seeds):
        yield Mention(
            start=work.start,
            end=work.start + len(work.text),
            kind="initiative",
            form=work.text,
            name=work.name,
            rule="initiative.work",
            strength="strong" if points >= ENOUGH and (fits or called) else "weak",
            attrs=(("kind", "project"), ("score", str(points))),
        )


def _aim(work: Work, row: Row, anchors: dict[int, Mention], seeds: Seeds) -> bool:
    """True of 打造|机床产业基地: what a place wants to become, which no place or company tells apart."""
    if not row.aimed or row.summed == "works" or work.head not in ("facility", "institute"):
        return False
    owner = anchors.get(work.start)
    named = seeds.pattern("initiatives.industry_first").search(work.name) or placing.placed(work.name, seeds)
    return not named and (owner is None or owner.end >= work.start + len(work.text))


def _strange(text: str) -> bool:
    """True of a name with a word that no dictionary has (渼瑞石油), or that opens with a proper noun (华泰再生铅)."""
    words = rjieba.tag(text)
    if words[0][1] in ("nz", "nt") and len(words) > 1 and not words[-1][1].startswith("v"):
        return True
    torn = any(len(word) == 1 and tag in ("zg", "g", "ng", *PROPER) for word, tag in words)
    unknown = any(tag not in ("eng", "m", "x") and not rjieba.has_word(word) for word, tag in words)
    return (torn or unknown) and not words[-1][1].startswith("v")


def _fits(work: Work, row: Row, points: int) -> bool:
    """What does not call itself a project must be built here, or be summed up as one; and it must be a proper name."""
    if work.head in ("plain", "project"):
        return True
    if row.mended:
        return False
    if row.summed == "works":
        return bool(work.head) or points > 1
    if work.head == "institute" and not row.erected:
        return False
    if row.state == "done" and points > 1:
        return True
    built = work.head in ("facility", "institute")
    numbered = work.text[0].isdigit()
    told = built or numbered or points >= ENOUGH
    proper = points > 1 and (told or any(tag in PROPER for _, tag in rjieba.tag(work.text)))
    return proper and bool(work.head) and bool(row.verb or row.state)


def _work_points(work: Work, row: Row) -> int:
    """How much speaks for a work: its own head, the row, the clause of building."""
    points = 2 * (work.head in ("plain", "project")) + (work.head in ("facility", "action", "institute"))
    points += {"works": 2, "open": int(bool(row.state)), "others": -2}.get(row.summed, 0)
    points += bool(row.verb) and bool(work.head)
    return points + (2 if row.state == "done" else row.state == "going")


def which(work: Work, anchors: dict[int, Mention], seeds: Seeds) -> int:
    """How much the name says of which one is meant."""
    text = work.name if work.name.startswith(work.text) else work.text
    owner = anchors.get(work.start)
    if (
        owner
        and owner.get("kind") in DIVISIONS
        and owner.end == work.start + len(work.text) == work.start + len(work.name)
    ):
        return 0  # 甲县|5个重点项目

    def says(pattern: str, where: str) -> bool:
        return bool(seeds.pattern(f"initiatives.{pattern}").search(where))

    stem = seeds.pattern("initiatives.work_tail").sub(r"\g<note>", text)
    house = says("ends_in_facility", text) or says("ends_in_institute", text)
    if placing.bare(stem, seeds) and (not house or placing.networked(stem, seeds)):
        return 0  # 甲县项目, 甲县民生项目: all that is built there
    common = says("all_common", stem) or says("all_common", text)
    level = says("of_a_level", text)
    named = any(n.start == 0 and (n.full or not common) for n in seeds.gazetteer.scan(text[:8]))
    anchored = work.start in anchors and not (common and says("ends_in_institute", stem))
    placed = (anchored or named) and not level
    points = 2 * (placed or (not common and says("industry_first", text)) or says("two_ends", text))
    points += 2 * (says("capacity", text) or says("numbered", text)) + says("phase", text)
    points += (not common) + (not common and (len(stem) >= LONG or house))
    points += 3 * (not common and says("water_work", text))
    return points + (says("locator", text) and len(text) >= LONG)
