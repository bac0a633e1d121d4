"""Conferences of the year in a row of those who hold them: 中央、省委和市委经济工作会议 is three.

The row is read back from what the conferences are about. A topic right behind another one (市委经济工作会议、
农村工作会议), or behind a congress or a plenum of the party (省第九次党代会、经济工作会议), is of the same party
committee; behind a row of several it is left unread. One conference with one holder is a matter of :mod:`gatherings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.find.meetings.shaping import made
from govgraph.model import Mention
from govgraph.seeds import Seeds

REACH = 12  # characters of a holder
RULE = "meeting.annual"


class Holder(NamedTuple):
    """Who holds a conference: where that is written, its place and what stands behind the place (党委, 委)."""

    start: int
    end: int
    place: str
    body: str


def annual(text: str, counted: Sequence[Mention], starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """All conferences of rows, given the counted meetings and where places end."""
    party = {m.end: m for m in counted if m.get("series") in ("party", "party_congress")}
    last: tuple[int, Holder] | None = None
    for match in seeds.pattern("meetings.annual").finditer(text):
        holders = list(_holders(text, match.start(), starts, seeds))
        before = match.start() - 1
        joint = seeds.pattern("meetings.annual_joint").fullmatch(text, before, match.start()) is not None
        if joint and last and last[0] == before:
            holder = last[1]._replace(start=match.start(), end=match.start())
            yield _meeting(text, holder, *match.span(), seeds)
        elif joint and (held := party.get(before)) and held.get("jurisdiction"):
            holder = Holder(match.start(), match.start(), held.get("jurisdiction"), "")
            yield _meeting(text, holder, *match.span(), seeds)
        elif len(holders) > 1:
            for holder in holders:
                yield _meeting(text, holder, *match.span(), seeds)
        last = (match.end(), holders[0]) if len(holders) == 1 else None


def _holders(text: str, end: int, starts: dict[int, int], seeds: Seeds) -> Iterator[Holder]:
    """The holders before a position, from the last to the first."""
    while holder := _holder(text, end, starts, seeds):
        yield holder
        joint = seeds.pattern("meetings.annual_joint").search(text, max(0, holder.start - 2), holder.start)
        end = joint.start() if joint else holder.start


def _holder(text: str, end: int, starts: dict[int, int], seeds: Seeds) -> Holder | None:
    match = seeds.pattern("meetings.annual_holder").search(text, max(0, end - REACH), end)
    if match is None:
        return None
    start = starts.get(match.end("place"), match.start())
    return Holder(start, end, text[start : match.end("place")], match["body"])


def _meeting(text: str, holder: Holder, start: int, end: int, seeds: Seeds) -> Mention:
    """One conference; what stands between its holder and its topic is of the others."""
    topic = text[start:end]
    told = holder.place + holder.body + topic
    attrs = {"series": "conference"}
    if not seeds.pattern("meetings.annual_national").search(holder.place):
        attrs |= {"jurisdiction": holder.place, "full": "{J}" + holder.body + topic}
    whole = holder.end == start
    attrs |= {} if whole else {"partial": "yes"}
    return made(text, holder.start, end if whole else holder.end, told, RULE, attrs)
