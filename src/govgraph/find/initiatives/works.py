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

import rjieba

from govgraph.find import edges
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

CLAUSE = re.compile(
    r"[^，。；：！？!?;\n—“”《》〈〉▲◆●■]+(?:(?<=[一-龥])—(?=[一-龥])[^，。；：！？!?;\n—“”《》〈〉▲◆●■]+)?"
)
SHORTEST, LONGEST = 4, 44
MANY = 3  # members that say which one they are vouch for the others of their row
SHORT = (2, 3)  # characters of a name that stands before its kind
ENOUGH = 4
LONG = 6  # a name of so many characters says more than its field of work
PROPER = ("nr", "nrfg", "nrt", "ns", "nt", "nz", "eng")


@dataclass(frozen=True, slots=True)
class Row:
    """A clause of building: its members, what is done before them, what sums them up and what becomes of them."""

    members: tuple[tuple[int, str], ...]
    verb: str
    summed: str  # as works (等12个项目), open (等加快推进), others (等企业), or empty
    kind: str  # the words that sum it up
    state: str  # going or done, empty where the clause does not say


@dataclass(frozen=True, slots=True)
class Work:
    """A member of a row, cut to its name."""

    start: int
    text: str
    name: str
    head: str  # project, facility, action, or empty


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All works of a document."""
    text = prose.text.string
    anchors = {m.start: m for m in sorted(earlier) if m.kind in ("body", "place")}
    taken = {at for m in earlier if m.kind in ("instrument", "meeting") for at in range(m.start, m.end)}
    people = {m.start for m in earlier if m.kind == "person"}
    for clause in edges.holding(text, CLAUSE, seeds.pattern("initiatives.building")):
        for row in _rows(clause.start(), clause[0], anchors, seeds):
            members = [work for work in _works(row, seeds) if _free(work, text, taken, people)]
            vouched = sum(which(work, anchors, seeds) > 1 for work in members)
            called = sum(work.head in ("plain", "project") and which(work, anchors, seeds) > 0 for work in members)
            all_works = row.summed == "open" and row.verb and vouched >= MANY
            judged = replace(row, summed="works") if all_works else row
            for work in members:
                yield from _judged(work, judged, anchors, (vouched, called), seeds)


def _rows(at: int, clause: str, anchors: dict[int, Mention], seeds: Seeds) -> Iterator[Row]:
    """The rows of a clause, which share its verb: 建设甲等14条高速公路和乙等4条铁路."""
    between = [match.span() for match in seeds.pattern("initiatives.row_next").finditer(clause)]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(clause)]
    verb = ""
    for start, end in zip(starts, ends, strict=True):
        row = _row(at + start, clause[start:end], anchors, seeds)
        verb = row.verb or verb
        yield replace(row, verb=verb)


def _free(work: Work, text: str, taken: set[int], people: set[int]) -> bool:
    """False inside names of documents and meetings, in sentences about people, and beside a quotation."""
    end = work.start + len(work.text)
    other = (work.start in taken and end - 1 in taken) or not people.isdisjoint(range(work.start, end))
    beside = text[work.start - 1 : work.start] in ("”", "》") or text[end : end + 1] == "“"
    return not (other or beside)


def _row(at: int, clause: str, anchors: dict[int, Mention], seeds: Seeds) -> Row:
    """The parts of a clause."""
    begin, verb = _lead(at, clause, anchors, seeds)
    summary = seeds.pattern("initiatives.row_summary").search(clause, begin)
    state = seeds.pattern("initiatives.row_state").search(clause, begin + 2)
    end = summary.start() if summary else len(clause)
    parts = [pair for member in _members(clause[:end], begin, seeds) for pair in _lines(*member, seeds)]
    members = tuple((at + start, part) for start, part in parts)
    summed = _sum(summary, seeds)
    of_others = summary is not None and summed == "others" and state is not None and state.start() > summary.start()
    went = "" if not state or of_others else "done" if state["done"] else "going"
    kind = (summary["sum"] or summary["kind"] or "") if summary else ""
    return Row(members, verb, summed, kind, went)


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
            and not seeds.pattern("initiatives.work_head").search(part)
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
        yield last, clause[last : match.start()]
        last = match.end()
    yield last, clause[last:]


def _works(row: Row, seeds: Seeds) -> Iterator[Work]:
    """The members that may be names, each cut behind its head."""
    road = seeds.pattern("initiatives.row_road").search(row.members[-1][1])
    summed = seeds.pattern("initiatives.row_road").search(row.kind)
    for index, (start, member) in enumerate(row.members):
        verb = seeds.pattern("initiatives.member_verb").match(member)
        skip = verb.end() if verb and (index or not row.verb or verb["batch"] or verb["twice"] or verb["voted"]) else 0
        part = member[skip:]
        head = seeds.pattern("initiatives.work_name").match(part)
        if head:
            kind = next(k for k in ("project", "facility", "action", "plain") if head[k] is not None)
            yield Work(start + skip, head["name"], head["name"], kind)
        elif road and _shares(part, road, seeds) and index < len(row.members) - 1:
            yield Work(start + skip, part, part + road["road"], "facility")
        elif row.summed == "works" and summed and not seeds.pattern("initiatives.row_whole").search(part):
            yield Work(start + skip, part, part + summed["road"], "facility")
        elif row.summed in ("works", "open"):
            yield Work(start + skip, part, part, "")
        elif row.state == "done":
            thing = seeds.pattern("initiatives.row_state").search(part, 2)
            cut = part[: thing.start()] if thing else part
            yield Work(start + skip, cut, cut, "")


def _shares(part: str, road: re.Match[str], seeds: Seeds) -> bool:
    """True for the first of 甲至乙、丙至丁高速公路 and of 甲乙、丙丁高速."""
    if seeds.pattern("initiatives.row_whole").search(part):
        return False
    alike = len(part) in SHORT and road.start() in SHORT
    return bool(seeds.pattern("initiatives.two_ends").search(part)) or alike


def _judged(
    work: Work, row: Row, anchors: dict[int, Mention], beside: tuple[int, int], seeds: Seeds
) -> Iterator[Mention]:
    """A work that scores; ``beside`` counts the members of its row that say which one, and those called projects."""
    if not SHORTEST <= len(work.name) <= LONGEST or seeds.pattern("initiatives.no_work").search(work.text):
        return
    vouched, projects = beside
    points = which(work, anchors, seeds)
    if not points and vouched and row.summed == "works" and len(work.text) >= LONG:
        points = 2  # a common name among proper ones: its neighbours say where
    told = bool(vouched) or row.state == "done"
    if points == 1 and row.summed == "works" and (vouched >= MANY or (told and _strange(work.text))):
        points = 2
    fits = points > 0 and _fits(work, row, points)
    if fits:
        points += _work_points(work, row) + (projects > 1 and work.head in ("plain", "project"))
    called = seeds.pattern("initiatives.own_tail").search(work.text) is not None
    if points > 1:
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


def _strange(text: str) -> bool:
    """True of a name with a word that no dictionary has: 渼瑞石油."""
    words = rjieba.tag(text)
    torn = any(len(word) == 1 and tag in ("zg", "g", "ng", *PROPER) for word, tag in words)
    unknown = any(tag not in ("eng", "m", "x") and not rjieba.has_word(word) for word, tag in words)
    return (torn or unknown) and not words[-1][1].startswith("v")


def _fits(work: Work, row: Row, points: int) -> bool:
    """What does not call itself a project must be built here, or be summed up as one; and it must be a proper name."""
    if work.head in ("plain", "project"):
        return True
    if row.summed == "works":
        return bool(work.head) or points > 1
    if row.state == "done" and points > 1:
        return True
    proper = points > 1 and (work.head == "facility" or any(tag in PROPER for _, tag in rjieba.tag(work.text)))
    return proper and bool(work.head) and bool(row.verb or row.state)


def _work_points(work: Work, row: Row) -> int:
    """How much speaks for a work: its own head, the row, the clause of building."""
    points = 2 * (work.head in ("plain", "project")) + (work.head in ("facility", "action"))
    points += {"works": 2, "open": int(bool(row.state)), "others": -2}.get(row.summed, 0)
    points += bool(row.verb) and bool(work.head)
    return points + (2 if row.state == "done" else row.state == "going")


def which(work: Work, anchors: dict[int, Mention], seeds: Seeds) -> int:
    """How much the name says of which one is meant."""
    text = work.name if work.name.startswith(work.text) else work.text

    def says(pattern: str, where: str) -> bool:
        return bool(seeds.pattern(f"initiatives.{pattern}").search(where))

    stem = seeds.pattern("initiatives.work_tail").sub(r"\g<note>", text)
    if any(name.start == 0 and name.end == len(stem) for name in seeds.gazetteer.scan(stem)):
        return 0  # 甲县项目: all that is built there
    common = says("all_common", stem) or says("all_common", text)
    level = says("of_a_level", text)
    named = any(n.start == 0 and (n.full or not common) for n in seeds.gazetteer.scan(text[:8]))
    placed = (work.start in anchors or named) and not level
    points = 2 * (placed or (not common and says("industry_first", text)) or says("two_ends", text))
    points += 2 * says("capacity", text) + says("phase", text)
    points += (not common) + (not common and (len(stem) >= LONG or says("ends_in_facility", text)))
    return points + (says("locator", text) and len(text) >= LONG)
