"""Meetings that are held again and again under one name: 市政府常务会议 of 2 March and of 6 May are two.

A name with a number (第九次常务会议) is one occasion wherever it stands; a yearly one (全市经济工作会议) is told apart
by its year, in resolve. Every other is the occasion of the day that its sentence gives; a mention without a day is that
of the mention before it. Where the document gives no day at all, the occasion is the document's own: nothing says that
another document tells of the same one. What is only cited (…会议精神) gives no day.
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.model import Key, Mention
from govgraph.relate.days import DAY
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register

BARE = len("--03-04")
WRITTEN = len("于2023年12月31日")  # what may stand between a name and its day: 会议于…召开


def settle(register: Register) -> None:
    """Part the meetings of a document by the days on which they were held."""
    frequent = register.seeds.pattern("identity.frequent_meeting")
    keys = sorted({b.key for b in register.bound if b.key.kind == "Meeting" and frequent.search(b.key.name)})
    tables = {key: _parted(register, [b for b in register.bound if b.key == key]) for key in keys}
    register.part(tables)
    for target in {key for table in tables.values() for key in table.values()}:
        day = target.scope.rpartition("@")[2]
        if len(day) == DAY:
            register.drafts[target].attrs.setdefault("date", day)


def _parted(register: Register, bound: Sequence[Bound]) -> dict[Mention, Key]:
    said = [(b, _day(register, b)) for b in bound]
    last = next((day for _, day in said if day), register.prose.document.id[: DAY - 1])
    table: dict[Mention, Key] = {}
    for b, day in said:
        last = day or last
        table[b.mention] = Key(b.key.kind, b.key.name, f"{b.key.scope}@{last}")
    return table


def _day(register: Register, bound: Bound) -> str:
    """The day that a sentence says it was held on."""
    seeds, string = register.seeds, register.prose.text.string
    behind = seeds.pattern("days.behind").match(string[bound.end : bound.end + WRITTEN])
    cited = seeds.pattern("attends.cited").match(string, bound.end)
    at = bound.end + WRITTEN if behind else bound.start
    day = "" if cited else register.days.said(at)
    bare = "" if cited or day else register.days.yearless(at)  # days in a chronicle, below the year
    return day if len(day) == DAY else f"{register.prose.document.id[: DAY - 1]}{bare}" if len(bare) == BARE else ""
