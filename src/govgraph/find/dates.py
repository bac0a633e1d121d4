"""Dates: 2023年1月16日, 1月16日, 一九八二年五月四日, 2019-03-05, 1955.4～1957.1, 2016—2020年, “十四五”时期, 去年.

A date is a mention of kind ``date`` whose name is YYYY, YYYY-MM, YYYY-MM-DD or, for a range, both ends with a slash.
What the text leaves out stands as ISO 8601 once wrote it: ``--01-16`` is 16 January of a year that only the document
tells, ``---28`` the 28th; such dates carry ``("partial", "yes")``. Relative ones (去年, 上午) are weak and carry
``("relative", "-1")``: the distance from the document's own year, month or day.

Durations (三年, 三个月) are quantities, holidays are words: neither is a date.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator

from govgraph.model import Mention, Prose
from govgraph.numerals import number
from govgraph.seeds import Seeds

Groups = dict[str, str | None]
Reading = tuple[str, dict[str, str], str]  # name, attributes, strength


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:  # noqa: ARG001
    """The dates of a text; of two that overlap, the one of the earlier and more specific reading."""
    text = prose.text.string
    taken = bytearray(len(text))
    for rule, read in READINGS:
        for match in seeds.pattern(f"dates.{rule}").finditer(text):
            reading = read(match.groupdict())
            if reading is None or any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            yield _mention(text, match.start(), match.end(), f"date.{rule}", reading)
    yield from _relative(text, seeds)


def _mention(text: str, start: int, end: int, rule: str, reading: Reading) -> Mention:
    name, attrs, strength = reading
    return Mention(start, end, "date", text[start:end], name, rule, strength, tuple(sorted(attrs.items())))


def _relative(text: str, seeds: Seeds) -> Iterator[Mention]:
    """Words that count from the document's own date."""
    words = {word.form: word for word in seeds.words("date_relative")}
    for match in seeds.compiled("{{date_relative}}").finditer(text):
        word = words[match[0]]
        attrs = {"precision": "day" if word.kind == "part" else word.kind, "relative": word.canonical}
        yield _mention(text, match.start(), match.end(), "date.relative", (word.form, attrs, "weak"))


def _iso(year: str | None, month: str | None = None, day: str | None = None) -> str | None:
    """The parts of a date in ISO order, - for what is missing in front; None where the calendar has no such day."""
    y, m, d = (number(part) if part else None for part in (year, month, day))
    if day and m and d and d > calendar.monthrange(y or 2000, m)[1]:
        return None
    if day:
        return f"{y:04d}-{m:02d}-{d:02d}" if y and m else f"--{m:02d}-{d:02d}" if m else f"---{d:02d}"
    if month:
        return f"{y:04d}-{m:02d}" if y else f"--{m:02d}"
    return f"{y:04d}"


def _point(groups: Groups) -> Reading | None:
    name = _iso(groups.get("y"), groups.get("m"), groups.get("d"))
    if name is None:
        return None
    attrs = {"precision": "day" if groups.get("d") else "month" if groups.get("m") else "year"}
    if not groups.get("y"):
        attrs["partial"] = "yes"
    return name, attrs, "strong" if groups.get("m") or groups.get("y") else "weak"


def _range(groups: Groups) -> Reading | None:
    """Two ends; the second inherits the year and the month that only the first one says."""
    year, month = groups.get("y1"), groups.get("m1")
    first = _iso(year, month, groups.get("d1"))
    last = _iso(groups.get("y2") or year, groups.get("m2") or month, groups.get("d2"))
    if first is None or last is None or (first > last and not first.startswith("--")):
        return None
    attrs = {"precision": "range"} | ({} if year else {"partial": "yes"})
    return f"{first}/{last}", attrs, "strong"


def _plan(groups: Groups) -> Reading | None:
    """The years of a five-year plan: the first began in 1953, the third, after a pause, in 1966."""
    count = number(groups["n"] or "")
    if count is None:
        return None
    first = 1948 + 5 * count if count <= 2 else 1951 + 5 * count
    return f"{first}/{first + 4}", {"precision": "range"}, "weak"


# From the most to the least specific: a range is read before its ends.
READINGS: tuple[tuple[str, Callable[[Groups], Reading | None]], ...] = (
    ("days", _range),
    ("dotted", _range),
    ("years", _range),
    ("months", _range),
    ("full", _point),
    ("numeric", _point),
    ("month_day", _point),
    ("month_only", _point),
    ("day_only", _point),
    ("plan", _plan),
)
