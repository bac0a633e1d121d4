"""What stands around a row of works: quotations within it, and the count before it that it tells.

A quotation cuts a row in two. The verb before it (建设“甲”工程、乙、丙) is that of the second part, and what becomes of
the works behind it (甲、乙、“丙”工程进展顺利) is said of the first. After 开工项目52个 a clause
that begins with 包括 has only works.
"""

from __future__ import annotations

import re
from dataclasses import replace

from govgraph.find.initiatives.quoted import PART_ENDS, ROW
from govgraph.find.initiatives.rows import Row
from govgraph.seeds import Seeds

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
    return replace(row, summed="works") if _counted(text, clause, row, seeds) else row


def _counted(text: str, clause: re.Match[str], row: Row, seeds: Seeds) -> bool:
    """True of a row that tells which projects were counted before it: 开工项目12个，包括|甲、乙和丙."""
    if len(row.members) < 2 or not seeds.pattern("initiatives.including").match(clause[0]):
        return False
    told = text[max(0, clause.start() - TOLD) : clause.start()]
    return bool(seeds.pattern("initiatives.counted_works").search(told))
