"""Clauses of doing: the verb, and the row of things that are done, started or finished.

A clause (between commas) is read in three ways: 实施甲行动 (a verb of doing and its object), 甲项目建成投产 (a thing
and what became of it) and 在甲行动中 (a campaign in which, by which or for which other things are done). The object
or the thing is a row of items: 甲、乙战略; 甲、乙等3个项目; 甲工程和乙项目. A row is split where its members are whole
names; 卡岔河、挡石河综合整治工程 stays one.

Which items name an initiative is decided in ``unquoted``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.find import edges
from govgraph.seeds import Seeds

CLAUSE = re.compile(r"[^，。；：！？!?;\n—]+(?:(?<=[一-龥A-Z])—(?=[一-龥A-Z])[^，。；：！？!?;\n—]+)?")
LISTED = re.compile("、")  # parts campaigns, whose names have 及 and 和 inside
SHORTEST = 4
LONG = 8  # characters that a name has of its own
THIN = 3  # fewer characters before a head noun name nothing


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a row that a clause speaks of."""

    start: int
    end: int
    text: str
    head: str  # its head noun: its own, or that of the row
    verb: str  # the verb of doing, empty where the clause says what became of it
    listed: str  # "", "row", or the words between the row and its head (等3个重点)
    counted: str = ""  # the number that follows: 改造管线|4公里


def items(text: str, seeds: Seeds) -> Iterator[Item]:
    """The items of all clauses."""
    heads = seeds.pattern("initiatives.named_head")
    bare = seeds.pattern("initiatives.sum_quoted").sub(r"\g<sum>，，", text)  # as long as with quotation marks
    each = seeds.pattern("initiatives.each_costs")  # two works, which ``works`` reads
    for match in (m for m in edges.holding(bare, CLAUSE, heads) if not each.search(m[0])):
        told = bare[match.start() : match.end() + 1] == text[match.start() : match.end() + 1]
        yield from (item for item in _clause(match.start(), match[0], seeds) if told or item.listed)
        yield from _beside(match.start(), match[0], seeds)


def _clause(at: int, clause: str, seeds: Seeds) -> Iterator[Item]:
    done = seeds.pattern("initiatives.object").search(clause)
    object_ = _phrase(done["rest"], seeds) if done else None
    thing = seeds.pattern("initiatives.subject").search(clause)
    if done and object_ and not (thing and _within(done, object_)):
        start, phrase, verb = done.start("rest"), done["rest"], done["verb"]
    else:
        thing = thing or seeds.pattern("initiatives.framed").search(clause)
        if not thing:
            return
        start, phrase, verb = thing.start("rest"), thing["rest"], ""
    found = _phrase(phrase, seeds)
    stands = bool(seeds.pattern("initiatives.unbuilt").search(clause))  # 甲产业园入选首批名单: nobody builds it now
    if found and not (stands and found["head"] in seeds.forms("initiative_works", "facility")):
        yield from _row(at + start, found, verb, seeds)


def _beside(at: int, clause: str, seeds: Seeds) -> Iterator[Item]:
    """The items that stand in one row behind a quotation, and share its verb: 推进“三资”改革、甲改革和乙改革."""
    row = seeds.pattern("initiatives.quoted_member").search(clause)
    if row is None:
        return
    done = seeds.pattern("initiatives.object").search(clause)
    # Where a page has torn the quotation, the clause has only its end.
    verb = done["verb"] if done and done.end("verb") <= clause.find("“") else ""
    yield from _clause(at + row.start("tail") - len(verb), verb + row["tail"], seeds)


def _within(done: re.Match[str], object_: re.Match[str]) -> bool:
    """True where the verb stands inside a name: 国企改革|深化|提升行动."""
    return bool(done["subject"]) and len(object_["list"]) < THIN


def _phrase(rest: str, seeds: Seeds) -> re.Match[str] | None:
    """The phrase at the beginning of ``rest`` up to its head noun: the first that nothing nominal follows."""
    return seeds.pattern("initiatives.phrase").search(rest)


def _row(at: int, phrase: re.Match[str], verb: str, seeds: Seeds) -> Iterator[Item]:
    whole = phrase["list"] + phrase["head"]
    at += phrase.start("list")
    counted = phrase.string[phrase.start("count") :] if phrase["count"] and verb else ""
    for offset, half in _parts(whole, seeds.pattern("initiatives.whole_row")):
        summary = seeds.pattern("initiatives.summary").search(half)
        if goods := seeds.pattern("initiatives.after_etc").search(half):
            yield _item(at + offset + goods.start("name"), goods["name"], goods["head"], verb, "")
        elif summary and (summary["etc"] or "、" in summary["items"]):
            for start, part in _parts(summary["items"], seeds.pattern("initiatives.row_part")):
                yield _item(at + offset + start, part, summary["head"], verb, summary["sum"] or "等")
        else:
            for start, part, head, listed in _members(half, seeds):
                yield _item(at + offset + start, part, head or phrase["head"], verb, listed, counted=counted)


def _item(at: int, text: str, head: str, verb: str, listed: str, *, counted: str = "") -> Item:
    inner = text.lstrip("、")
    at += len(text) - len(inner)
    return Item(at, at + len(inner), inner, head, verb, listed, counted)


def _parts(row: str, between: re.Pattern[str]) -> list[tuple[int, str]]:
    parts, last = [], 0
    for match in between.finditer(row):
        parts.append((last, row[last : match.start()]))
        last = match.end()
    return [*parts, (last, row[last:])]


def _members(row: str, seeds: Seeds) -> Iterator[tuple[int, str, str, str]]:
    """The parts of a row where they are names of their own: each ends like one, or all are equally long."""
    own = seeds.pattern("initiatives.own_head").search(row)
    head = own["head"] if own else ""
    acts = seeds.pattern("initiatives.acting_head").search(head)
    parts = _parts(row, LISTED if acts else seeds.pattern("initiatives.row_part"))
    stems = [part for _, part in parts[:-1]] + [parts[-1][1].removesuffix(head)]
    work = None if acts else seeds.pattern("initiatives.ends_in_work").search(stems[-1])
    shares = work is not None and _same(stems, work.start(), seeds)
    ends = seeds.pattern("initiatives.ends_done" if shares else "initiatives.ends_whole")
    done = work and seeds.pattern("initiatives.ends_in_work").search(stems[0])  # 甲大堤加固、乙分蓄洪、丙江堤加固|工程
    known = seeds.forms("initiatives_national")  # 退耕还林、退牧还草|工程
    whole = all(stem in known or ((done or ends.search(stem)) and len(stem) >= SHORTEST) for stem in stems[:-1])
    parallel = len(parts) > 2 and {len(stem) for stem in stems} == {SHORTEST}
    alike = _alike(stems, head, seeds) or _houses(stems, head, seeds)
    if len(parts) > 1 and not (whole or parallel or alike) and _lone(parts, head, seeds):
        start, part = parts[-1]
        yield start, part, head, ""
        return
    if len(parts) == 1 or not (whole or parallel or alike):
        yield 0, row, head, ""
        return
    for start, part in parts:
        yield start, part, head, "row"


def _same(stems: list[str], end: int, seeds: Seeds) -> bool:
    """True for 甲水厂、乙水厂|扩建工程: what is done is done to both."""
    same = seeds.pattern("initiatives.same_thing")
    return all(same.search(f"{stem}·{stems[-1][:end]}") for stem in stems[:-1])


def _alike(stems: list[str], head: str, seeds: Seeds) -> bool:
    """True for 种业振兴、耕地质量提升、粮食产能提升|行动: each says what it does, and the head is that of all."""
    says = seeds.pattern("initiatives.ends_verb")
    shared = seeds.pattern("initiatives.shared_head").search(head)
    return bool(shared) and all(len(stem) >= SHORTEST and says.search(stem) for stem in stems)


def _houses(stems: list[str], head: str, seeds: Seeds) -> bool:
    """True for 甲医院、乙医院、丙分院|项目: houses that are built, each a project."""
    house, acts = seeds.pattern("initiatives.ends_in_institute"), seeds.pattern("initiatives.acting_head").search(head)
    return not acts and all(len(stem) >= SHORTEST and house.search(stem) for stem in stems)


def _lone(parts: list[tuple[int, str]], head: str, seeds: Seeds) -> bool:
    """True for 某某计算中心、某某管理服务平台: long names, of which only the last has the head."""
    alone = seeds.pattern("initiatives.own_alone").search(head)
    return bool(alone) and all(len(part) >= LONG for _, part in parts)
