"""Sessions and congresses whose body the text around them tells.

七届三次会议 of a yearbook is of the term told of last, 第二次会议于1985年 of the session before it. Below a heading
that names a party or another organisation (某某县地方组织, 县妇女联合会) 第二次代表大会 is its congress, and
一届一次全委会 behind a party's congress the first plenum of the committee that it elected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.find.meetings import sittings
from govgraph.find.meetings.shaping import attributes, made
from govgraph.model import Mention
from govgraph.numerals import number
from govgraph.seeds import Seeds

AGAIN = 800  # characters behind a session in which the next of the same term needs no body
AHEAD = 40  # characters behind a heading in which the congress stands in full
TOLD = (*sittings.SEATED[::2], "party_congress", "party")  # what a bare session may be of


def untold(text: str, counted: Sequence[Mention], seeds: Seeds) -> Iterator[Mention]:
    """The bare congresses of a text, then its bare sessions."""
    congresses = [
        *_congresses(text, counted, seeds),
        *_early(text, seeds),
        *_standing(text, counted, seeds),
        *_committee(text, counted, seeds),
        *_headed(text, seeds),
    ]
    yield from congresses
    yield from _sessions(text, [*counted, *congresses], seeds)


def _standing(text: str, counted: Sequence[Mention], seeds: Seeds) -> Iterator[Mention]:
    """第五次会议 behind 第九届人大常委会共举行会议28次, up to the next session or committee that is named."""
    hosts = list(seeds.pattern("meetings.standing_host").finditer(text))
    for match in seeds.pattern("meetings.bare_sitting").finditer(text) if hosts else ():
        host = max((h for h in hosts if h.end() <= match.start()), key=lambda h: h.end(), default=None)
        if host is None or any(host.end() <= m.end <= match.end() for m in counted):
            continue
        series = "cppcc_sc" if seeds.pattern("meetings.speaks_of_cppcc").match(host["house"]) else "congress_sc"
        attrs = attributes(series, series, "", host["term"], match["session"], seeds)
        yield made(text, *match.span(), match[0], "meeting.bare_sitting", attrs)


def _committee(text: str, counted: Sequence[Mention], seeds: Seeds) -> Iterator[Mention]:
    """常委会第二十二次会议, where one standing committee's meeting of that number is named in full."""
    known = {(m.get("session"), m.get("full")): m for m in counted if m.get("series") in sittings.SEATED[1::2]}
    for match in seeds.pattern("meetings.bare_committee").finditer(text) if known else ():
        same = [m for (session, _), m in known.items() if session == str(number(match["session"]))]
        if len(same) == 1 and not _covered(counted, *match.span()):
            yield made(text, *match.span(), same[0].name, "meeting.bare_committee", dict(same[0].attrs))


def _headed(text: str, seeds: Seeds) -> Iterator[Mention]:
    """第一次全体会议 below 第一届委员会 in a chapter on a conference."""
    heads = list(seeds.pattern("meetings.committee_heading").finditer(text))
    spoken = seeds.pattern("meetings.speaks_of_cppcc").search(text) if heads else None
    for match in seeds.pattern("meetings.headed_session").finditer(text) if spoken else ():
        head = max((h for h in heads if h.end() <= match.start()), key=lambda h: h.end(), default=None)
        if head is not None and spoken is not None and spoken.start() < head.end():
            attrs = attributes("cppcc", "cppcc", "", head["term"], match["session"], seeds)
            yield made(text, *match.span("name"), match["name"], "meeting.headed_session", attrs)


def _sessions(text: str, counted: list[Mention], seeds: Seeds) -> Iterator[Mention]:
    found = counted
    cited = {m.end for m in counted if seeds.pattern("meetings.studied_behind").match(text, m.end)}
    for match in seeds.pattern("meetings.bare_session").finditer(text):
        at, stop = match.span()
        before = [m for m in found if m.end <= at and m.get("series") in TOLD and m.end not in cited]
        last = max(before, key=lambda m: m.end, default=None)
        near = last if last is not None and at - last.end <= AGAIN else None
        term, session, place = match["term"] or (match["first"] and "1"), match["session"] or match["count"], ""
        plenum = _plenum(match, term, near)
        if plenum is not None:
            series, place = "party", plenum.get("jurisdiction")
        elif match["full"]:
            continue
        elif not term and near is not None and near.get("term"):
            term, series, place = near.get("term"), near.get("series"), near.get("jurisdiction")
        else:
            series = _only(text, seeds) if term else ""
        if not series or place == "全国" or _covered(found, at, stop):
            continue
        attrs = attributes(series, series, place, term, session, seeds)
        mention = made(text, at, stop, match[0], "meeting.bare_session", attrs)
        found = [*found, mention]
        yield mention


def _plenum(match: re.Match[str], term: str | None, near: Mention | None) -> Mention | None:
    """The party's congress or plenum that tells whose plenum this is: of the same term, or called 全委会."""
    if near is None or not term or near.get("series") not in ("party_congress", "party"):
        return None
    elected = near.get("session" if near.get("series") == "party_congress" else "term")
    return near if match["full"] or elected == str(number(term)) else None


def _covered(found: Sequence[Mention], at: int, stop: int) -> bool:
    return any(m.start < stop and at < m.end for m in found)


def _only(text: str, seeds: Seeds) -> str:
    """The series of the one kind of assembly that a text speaks of."""
    named = [series for series in ("congress", "cppcc") if seeds.pattern(f"meetings.speaks_of_{series}").search(text)]
    return named[0] if len(named) == 1 else ""


class Host(NamedTuple):
    """Whose congresses are told of from a position on: the template of the names, empty for the party."""

    at: int
    place: str
    template: str


def _congresses(text: str, counted: Sequence[Mention], seeds: Seeds) -> Iterator[Mention]:
    """第二次代表大会 and 第三次代表会议 below a heading that names whose they are, or behind one of the same party."""
    hosts = _hosts(text, counted, seeds)
    for match in seeds.pattern("meetings.bare_congress").finditer(text) if hosts else ():
        at, stop = match.span("name")
        ahead = min((host for host in hosts if at < host.at <= stop + AHEAD), default=None)
        last = max((host for host in hosts if host.at <= at), default=ahead)
        if last is None or last.place == "全国" or _covered(counted, match.start(), stop):
            continue
        place = last.place or _class(text, seeds)
        if not place:
            continue
        if last.template:
            attrs = {"full": last.template + match["name"], "jurisdiction": place, "series": "body"}
        else:
            attrs = _of_party(match["session"], match["sort"], match["part"] or "", place, seeds)
        yield made(text, match.start(), stop, match["name"], "meeting.bare_congress", attrs)


def _hosts(text: str, counted: Sequence[Mention], seeds: Seeds) -> list[Host]:
    """The headings that name a party or another organisation, and the congresses that name the party's place."""
    hosts = [Host(m.start(), m["j"] or "", "") for m in seeds.pattern("meetings.party_heading").finditer(text)]
    hosts += [Host(m.end, m.get("jurisdiction"), "") for m in counted if m.get("series") == "party_congress"]
    for match in seeds.pattern("meetings.mass_heading").finditer(text):
        template = match["front"] + "{J}" if match["front"] else "{J}" + match["host"]
        hosts.append(Host(match.start(), match["j"] or match["j2"] or "", template))
    return hosts


def _early(text: str, seeds: Seeds) -> Iterator[Mention]:
    """中共某县一届二次代表大会: the second session of the first congress."""
    for match in seeds.pattern("meetings.party_congress_early").finditer(text):
        attrs = _of_party(match["session"], "大会", f"第{match['second']}次会议", match["j"], seeds)
        yield made(text, *match.span(), match[0], "meeting.party_congress_early", attrs)


def _of_party(session: str, sort: str, part: str, place: str, seeds: Seeds) -> dict[str, str]:
    """The templates of a party's congress, or of its conference of delegates, and of the second session of one."""
    attrs = attributes("party_congress", "party_congress", place, None, session, seeds)
    for kind in ("full", "short"):
        names = [name.replace("大会", sort) for name in attrs[kind].split("|")]
        attrs[kind] = "|".join(name + part for name in names if name.endswith(sort) or sort == "大会")
    return attrs


def _class(text: str, seeds: Seeds) -> str:
    """The class of the place that a text means by 县委."""
    named = seeds.pattern("meetings.class_of_party").search(text)
    return named["j"] if named else ""
