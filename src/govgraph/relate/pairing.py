"""Rows that are read in step: 甲项目、乙项目分别签约12亿元、8亿元 gives the first number to the first project.

Only rows of equal length are paired; where they differ, which number is whose is a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from govgraph.model import Mention
from govgraph.relate.drafts import Bound
from govgraph.seeds import Seeds

Placed = TypeVar("Placed", Bound, Mention)
BETWEEN = 4  # characters between the members of a row


def paired(string: str, names: Sequence[Bound], numbers: Sequence[Mention], seeds: Seeds) -> dict[int, Bound | None]:
    """The name that each number belongs to, by where the number begins; None where the rows do not match."""
    if len(names) < 2 or len(numbers) < 2:
        return {}
    respectively = seeds.pattern("figures.respectively").search(string, names[1].start, numbers[-1].start)
    before = [n for n in names if respectively and n.end <= respectively.start()]
    if respectively is None or not before or "，" in string[before[-1].end : respectively.start()].rstrip("，"):
        return {}
    row = _row(before[::-1], string)[::-1]
    counts = _row([n for n in numbers if n.start >= respectively.end()], string)
    if len(row) == len(counts):
        return {count.start: name for count, name in zip(counts, row, strict=True)}
    return dict.fromkeys((count.start for count in counts), None)


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
