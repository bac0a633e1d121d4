"""Lines (线路): numbers that share the kind of a later member of their row.

轨道交通7、8号线和S1号线 are three lines: a number alone, or with 号, is a line where a member behind it ends in 号线;
they share its phase, too (6、7号线一期).
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.seeds import Seeds


def called(part: str, later: Sequence[tuple[int, str]], seeds: Seeds) -> str:
    """The name of the line that a number means among the members behind it; empty where it means none."""
    number = seeds.pattern("initiatives.line_number").fullmatch(part)
    if number is None:
        return ""
    lines = (seeds.pattern("initiatives.numbered_line").match(member) for _, member in later)
    line = next(filter(None, lines), None)
    return number["number"] + line["kind"] if line else ""
