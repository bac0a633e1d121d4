"""Rows that are read in step: 甲项目、乙项目分别签约12亿元、8亿元 gives the first number to the first project.

Only rows of equal length are paired; where they differ, which number is whose is a guess. Where the numbers stand
before the names (总投资分别为3亿元和5亿元的甲和乙项目) it is the same, and 均 gives one number to them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from govgraph.model import Mention
from govgraph.relate.drafts import Bound
from govgraph.seeds import Seeds

Placed = TypeVar("Placed", Bound, Mention)
NEAR = 6  # characters that hold 均为
BETWEEN = 4  # characters between the members of a row


def paired(string: str, names: Sequence[Bound], numbers: Sequence[Mention], seeds: Seeds) -> dict[int, Bound | None]:
    """The name that each number belongs to, by where the number begins; None where the rows do not match."""
    if len(names) < 2 or len(numbers) < 2:
        return {}
    if ahead := _ahead(string, names, numbers, seeds):
        return ahead
    respectively = seeds.pattern("figures.respectively").search(string, names[1].start, numbers[-1].start)
    before = [n for n in names if respectively and n.end <= respectively.start()]
    if respectively is None or not before or "，" in string[before[-1].end : respectively.start()].rstrip("，"):
        return {}
    row = _row(before[::-1], string)[::-1]
    counts = _row([n for n in numbers if n.start >= respectively.end()], string)
    if len(row) == len(counts):
        return {count.start: name for count, name in zip(counts, row, strict=True)}
    return dict.fromkeys((count.start for count in counts), None)


def _ahead(string: str, names: Sequence[Bound], numbers: Sequence[Mention], seeds: Seeds) -> dict[int, Bound | None]:
    """Numbers before the names that they belong to."""
    respectively = seeds.pattern("figures.respectively").search(string, numbers[0].start - NEAR, numbers[0].start)
    counts = _row(numbers, string) if respectively else []
    row = _row([n for n in names if n.start > counts[-1].end], string) if counts else []
    if not row or string[counts[-1].end : row[0].start] != "的" or len(row) != len(counts):
        return {}
    return {count.start: name for count, name in zip(counts, row, strict=True)}


def shared(string: str, names: Sequence[Bound], number: Mention, seeds: Seeds) -> list[Bound]:
    """The names that have one number each: 总投资均为|3亿元|的|甲|和|乙项目; none where the text does not say so."""
    if not seeds.pattern("figures.each").search(string, max(0, number.start - NEAR), number.start):
        return []
    row = _row([n for n in names if n.start > number.end], string)
    return row if row and string[number.end : row[0].start] == "的" else []


def _row(items: Sequence[Placed], string: str) -> list[Placed]:
    """The first items, as far as they form one row."""
    row: list[Placed] = []
    for item in items:
        if row:
            gap = string[min(row[-1].end, item.end) : max(row[-1].start, item.start)]
            if len(gap) > BETWEEN or not set(gap) & set("、和及与") or set(gap) & set("，。；"):
                break
        row.append(item)
    return row
