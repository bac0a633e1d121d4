"""What stands around a row of works: quotations within it, and the count before it that it tells.

A quotation cuts a row in two. The verb before it (建设“甲”工程、乙、丙) is that of the second part, and what becomes of
the works behind it (甲、乙、“丙”工程进展顺利) is said of the first. After 开工项目52个 a clause
that begins with 包括 has only works. A name alone before what it costs (甲项目，总投资3亿元) is being built.
"""

from __future__ import annotations

import re
from dataclasses import replace

from govgraph.find.initiatives.quoted import PART_ENDS, ROW
from govgraph.find.initiatives.rows import Row
from govgraph.seeds import Seeds

FOLLOWING = 2  # clauses behind it that may sum it up
TOLD = 40  # characters before a row that may say of what it is one


def completed(text: str, clause: re.Match[str], row: Row, seeds: Seeds) -> Row:
    """The row with the verb, the state and the sum that stand outside its clause."""
    if not row.verb and text[clause.start() - 1 : clause.start()] == "”":
        before = PART_ENDS.split(text[max(0, clause.start() - ROW) : clause.start()])[-1]
        verb = seeds.pattern("initiatives.governing").match(before + "、")
        row = replace(row, verb=verb["verb"]) if verb else row
    if not (row.state or row.summed) and text[clause.end() : clause.end() + 1] == "“" and clause[0][-1] in "、和":
        after = PART_ENDS.split(text[clause.end() : clause.end() + ROW])[0].rpartition("”")[2]
        state = seeds.pattern("initiatives.row_state").search(after)
        row = replace(row, state="done" if state["done"] else "going") if state else row
    if not (row.verb or row.state or row.summed) and seeds.pattern("initiatives.costs_next").match(text, clause.end()):
        row = replace(row, state="going", erected=True)
    told = _counted(text, clause, row, seeds) or _goes_on(text, clause, row, seeds)
    return replace(row, summed="works") if told else row


def _goes_on(text: str, clause: re.Match[str], row: Row, seeds: Seeds) -> bool:
    """True of works alone, which a clause behind the next comma sums up: 甲大桥、乙大桥，|丙公路等项目建设."""
    if row.verb or row.state or row.summed or text[clause.end() : clause.end() + 1] != "，":
        return False
    if not _only_names(clause[0], seeds):
        return False
    for part in PART_ENDS.split(text[clause.end() + 1 : clause.end() + ROW])[:FOLLOWING]:
        if summary := seeds.pattern("initiatives.row_summary").search(part):
            return bool(seeds.pattern("initiatives.sum_works").search(summary["sum"] or summary["kind"] or ""))
        if not _only_names(part, seeds):
            return False
    return False


def _only_names(part: str, seeds: Seeds) -> bool:
    """True where every member is the name of a work, and nothing is said of it."""
    name, number = (seeds.pattern(f"initiatives.{pattern}") for pattern in ("work_name", "line_number"))
    members = seeds.pattern("initiatives.row_break").split(part)
    return all(number.fullmatch(m) or ((found := name.match(m)) and found.end() == len(m)) for m in members)


def _counted(text: str, clause: re.Match[str], row: Row, seeds: Seeds) -> bool:
    """True of a row that tells which projects were counted before it: 开工项目12个，包括|甲、乙和丙."""
    if len(row.members) < 2 or not seeds.pattern("initiatives.including").match(clause[0]):
        return False
    told = text[max(0, clause.start() - TOLD) : clause.start()]
    return bool(seeds.pattern("initiatives.counted_works").search(told))
