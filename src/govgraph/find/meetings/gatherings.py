"""Gatherings that have a name: festivals, contests, fairs, forums and conferences.

A name ends in a word for a gathering (…节, …大赛, …博览会, …论坛, …工作会议) and begins after a verb (举办, 召开 …),
punctuation or a date. What makes it a name and no description is an ordinal (第十三届, 首届), a year, a place or a
scope (全国, 全省, 国际), a quoted topic, somebody who holds it, or its place in a list of such names; conferences
are mostly described and need more than festivals. Anything else stays weak, and generic where it tells nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.find import edges
from govgraph.find.meetings.shaping import inner
from govgraph.model import Mention
from govgraph.seeds import Seeds

_HEADLINE, _TOPIC = 45, 6  # the longest headline, and the shortest topic that names a meeting there
_TOLD = 2  # characters of a topic that tells a meeting of a day from others
_PARTS, _VERB = 3, 3  # so many things that one gathering is for, and a verb with the pause behind it
_BEFORE = 16  # characters before the count of a gathering in which its name may begin
_CALLED = 8  # characters before a meeting that may say that it is held
_CLAUSE = 64  # characters before a ceremony that may say what it is for
_TWIN = 4  # characters of each of two phrases of one build


class Candidate(NamedTuple):
    """A stretch that may name a gathering."""

    start: int
    head: int  # where the word for a gathering starts
    end: int
    kind: str
    word: str  # the word before it


def gatherings(text: str, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Named gatherings strong, described ones weak."""
    places = {m.start for m in earlier if m.kind == "place" and not m.get("deictic")}
    days = [m for m in earlier if m.kind == "date" and (m.get("precision") != "year" or m.get("relative"))]
    starts = edges.ending(m for m in earlier if m.kind == "place" and not m.get("deictic"))
    yield from _standing(text, days, starts, seeds)
    yield from _studied(text, seeds)
    yield from _ceremonies(text, seeds)
    short = {m.end(): m.start() for m in seeds.pattern("meetings.abbreviated").finditer(text)}
    named = set(short)  # where names end
    for found in _candidates(text, days, seeds):
        told = text[found.start : found.head]
        strong = _named(text, found, told, places, days, seeds) or _listed(text, found, told, named, seeds)
        if not strong and found.end in short:
            continue
        short.pop(found.end, None)
        named |= {found.end} if strong else set()
        vague = bool(seeds.pattern("meetings.vague").search(told))
        attrs = (
            {"series": found.kind} | ({"generic": "yes"} if vague else {}) | _jurisdiction(text, found, places, seeds)
        )
        strength = "strong" if strong else "weak"
        form = text[found.start : found.end]
        if strong and (first := seeds.pattern("meetings.first_of_two").match(form)):
            attrs["short"] = first[0]
        rule = f"meeting.{found.kind}"
        yield Mention(found.start, found.end, "meeting", form, form, rule, strength, tuple(sorted(attrs.items())))
    yield from _counted(text, seeds)
    yield from _abbreviated(text, short, edges.ending(m for m in earlier if m.kind == "place"), seeds)


def _counted(text: str, seeds: Seeds) -> Iterator[Mention]:
    """Contests for a cup (“某某杯”足球赛), and what 第三届 counts with the words before: 某省第四届健身操舞比赛."""
    words = seeds.compiled("{{meeting_edges}}")
    for match in seeds.pattern("meetings.cup").finditer(text):
        attrs = (("series", "contest"),)
        yield Mention(*match.span(), "meeting", match[0], match[0], "meeting.cup", "strong", attrs)
    for match in seeds.pattern("meetings.counted").finditer(text):
        edge = edges.left(text, match.start(), words, _BEFORE)
        start = edge.start if edge.word or match.start() - edge.start < _BEFORE else match.start()
        form = text[start : match.end()]
        attrs = (("series", "festival"),)
        yield Mention(start, match.end(), "meeting", form, form, "meeting.counted", "strong", attrs)


def _studied(text: str, seeds: Seeds) -> Iterator[Mention]:
    """What is held to study a document or a congress, whose name is all that is studied: 学习某某重要讲话精神座谈会."""
    for match in seeds.pattern("meetings.study").finditer(text):
        attrs = (("series", "conference"),)
        yield Mention(*match.span(), "meeting", match[0], match[0], "meeting.study", "strong", attrs)


def _ceremonies(text: str, seeds: Seeds) -> Iterator[Mention]:
    """某某项目|举行|开工仪式: what the ceremony is for stands before its verb."""
    words = seeds.compiled("{{meeting_edges}}")
    for match in seeds.pattern("meetings.ceremony_held").finditer(text):
        low = max(0, match.start() - _CLAUSE)
        clause = max(low, *(text.rfind(sign, low, match.start()) + 1 for sign in "，。；：！？\n"))
        if works := seeds.pattern("meetings.works").search(text, clause, match.start()):
            start = max(clause, edges.left(text, works.end("what"), words).start)
            name, attrs = text[start : works.end("what")] + match["head"], (("series", "ceremony"),)
            yield Mention(
                start, match.end(), "meeting", text[start : match.end()], name, "meeting.held", "strong", attrs
            )


def _abbreviated(text: str, short: dict[int, int], starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """Fairs and games called for short, with the place and the year right before: 2019年某地世园会."""
    for end, at in short.items():
        start = starts.get(at, at)
        ordinal = seeds.pattern("meetings.ordinal_before").search(text, max(0, start - _BEFORE), start)
        start = ordinal.start() if ordinal else start
        year = seeds.pattern("meetings.year_before").search(text, max(0, start - 5), start)
        start = year.start() if year else start
        attrs = {"series": "fair"} | ({"short": text[at:end]} if start < at else {})
        form = text[start:end]
        yield Mention(start, end, "meeting", form, form, "meeting.abbreviated", "strong", tuple(sorted(attrs.items())))


def _standing(text: str, days: list[Mention], starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """县委常委会（扩大）会议, 县政协主席会议, 镇党委理论学习中心组学习会: a day in the sentence makes one of them."""
    rows = [
        *seeds.pattern("meetings.standing").finditer(text),
        *seeds.pattern("meetings.standing_house").finditer(text),
    ]
    for match in rows:
        called = seeds.pattern("meetings.held").search(text, max(0, match.start() - _CALLED), match.start())
        here = match["held"] or called or seeds.pattern("meetings.taking_place").match(text, match.end())
        if not here or not _has_day(text, match.start(), days, seeds):
            continue
        name, start, attrs = match["who"] + match["what"], match.start(), {"series": "body"}
        if owner := seeds.pattern("meetings.class").match(name):
            start = starts.get(match.start() + owner.end(), start)
            place = text[start : match.start() + owner.end()]
            attrs |= {"full": "{J}" + name[owner.end() :], "jurisdiction": place}
            name = place + name[owner.end() :]
        form = text[start : match.end()]
        yield Mention(
            start, match.end(), "meeting", form, name, "meeting.standing", "strong", tuple(sorted(attrs.items()))
        )


def _candidates(text: str, days: list[Mention], seeds: Seeds) -> Iterator[Candidate]:
    words = seeds.compiled("{{meeting_edges}}")
    kinds = {word.form: word.kind for word in seeds.words("meeting_heads")}
    follow, goes_on = seeds.pattern("meetings.follow"), seeds.pattern("meetings.goes_on")
    delegates = seeds.pattern("meetings.delegates")
    longer = seeds.compiled("[一-鿿]{0,4}?(?:{{meeting_heads.fair}}|{{meeting_heads.contest}})")
    joined = seeds.pattern("meetings.joined")
    for match in seeds.compiled("{{meeting_heads}}|{{meetings.feast}}").finditer(text):
        kind = kinds.get(match[0], "festival")
        unclear = kind == "conference" or len(match[0]) < 3
        led = delegates.search(text, max(0, match.start() - 6), match.start())
        if led or goes_on.match(text, match.end()) or joined.match(text, match.end()):
            continue
        if kind in ("fair", "contest") and longer.match(text, match.end()):
            continue
        if unclear and match.end() < len(text) and not follow.match(text, match.end()):
            continue
        edge = inner(text, edges.left(text, match.start() + 1, words), words, seeds)
        edge = _joint(text, edge, match.start(), kind, words, seeds)
        cut = [d.end for d in days if edge.start < d.end <= match.start() and (kind != "ceremony" or _heads(text, d))]
        start = max([edge.start, *cut])
        start = _marked(text, _opened(text, _twin(text, start, match.start(), words), match, seeds), match.end())
        if start < match.start():
            yield Candidate(start, match.start(), match.end(), kind, edge.word)


def _marked(text: str, start: int, end: int) -> int:
    """Behind the bracket of a dateline; in quotation marks a row is in the name too: “甲江、乙河、丙湖招商推介会”."""
    start = text.find("）", start, end) + 1 or start if text.startswith("（", start) else start
    mark = text.rfind("“", max(0, start - _BEFORE), start) if text.startswith("”", end) else -1
    return mark + 1 if mark >= 0 and text[mark + 1 : start].replace("、", "").isalnum() else start


def _heads(text: str, day: Mention) -> bool:
    """A day that opens a line tells when it was, and is no part of a ceremony's name: 3月5日某某开工仪式举行."""
    return day.get("precision") == "day" and text[max(0, day.start - 1) : day.start] in ("", "\n")


def _joint(text: str, edge: edges.Edge, head: int, kind: str, words: re.Pattern[str], seeds: Seeds) -> edges.Edge:
    """The edge before all that one gathering is for: 某某活动启动|暨某某推进会, 集中签约、|开工、|竣工仪式."""
    part = seeds.pattern("meetings.part_of_joint")
    row = seeds.pattern("meetings.row_of_ceremonies")
    for _ in range(_PARTS):
        if edge.word and "暨" in text[edge.start : head] and part.fullmatch(edge.word):
            edge = edges.left(text, edge.start - len(edge.word), words)
        elif kind == "ceremony" and row.search(text, max(0, edge.start - _VERB), edge.start):
            edge = edges.left(text, edge.start - 1, words)
    return edge


def _twin(text: str, start: int, head: int, words: re.Pattern[str]) -> int:
    """The start of a name that goes on over 、 between two phrases of one build: 区委以案促改、以案促治工作会议."""
    low = max(text.rfind(sign, 0, start - 1) for sign in "，。；：、\n《》") + 1
    before, after = text[low : start - 1], text[start:head]
    if text[start - 1 : start] != "、" or len(after) < _TWIN:
        return start
    at = before.rfind(after[0])
    if at < 0 or len(before) - at != _TWIN or before[at : at + 2] != after[:2]:
        return start
    return edges.left(text, low + at + 1, words).start


def _opened(text: str, start: int, head: re.Match[str], seeds: Seeds) -> int:
    """The start of a name after what is left of the verb, the count and the open quotation mark (8期“某某论坛”)."""
    said = seeds.pattern("meetings.speech").match(text, start, head.start())
    start = said.end() if said else start
    left = seeds.pattern("meetings.left_of_verb").match(text, start, head.start())
    start = left.end() if left else start
    if count := seeds.pattern("meetings.count").match(text, start, head.start()):
        start = count.end() if "“" in text[count.end() : head.start()] else start
    quote = text.rfind("“", start, head.start())
    return quote + 1 if quote >= 0 and "”" not in text[quote : head.end()] else start


def _named(text: str, found: Candidate, told: str, places: set[int], days: list[Mention], seeds: Seeds) -> bool:
    """Whether the words before the head make a name, or the sentence tells of one gathering on one day."""
    if seeds.pattern("meetings.vague").search(told):
        return False
    counted = bool(seeds.pattern("meetings.ordinal").search(told) or seeds.pattern("meetings.year").match(told))
    counted = counted or "“" in told or text[found.start - 1 : found.start] == "“"
    if not counted and seeds.pattern("meetings.times").match(text, found.end):
        return False
    scoped = seeds.pattern("meetings.scope").match(told)
    scope = scoped is not None or found.start in places
    if found.kind == "ceremony":
        scope = scope or bool(seeds.pattern("meetings.occasion").match(told))
        named = len(told) >= 4 and (counted or scope)
    elif found.kind != "conference":
        held = found.word in seeds.forms("meeting_edges", "host")
        named = counted or (len(told) >= 2 and (scope or held))
    elif seeds.pattern("meetings.leading_group").search(told):
        return len(told) >= 8
    elif counted or scope:
        named = len(told) >= (4 if counted or scoped is None or scoped["class"] is None else 3)
        named = named and (counted or not _routine(text, found, told, seeds))
    else:
        spoken = found.word == "在" and seeds.pattern("meetings.spoken_at").match(text, found.end) is not None
        named = bool(seeds.pattern("meetings.anniversary").search(told)) or (spoken and len(told) >= 6)
    apart = len(told) >= _TOPIC and text[found.start - 1 : found.start] not in ("、", "’")
    named = named or (apart and seeds.pattern("meetings.held_on_day").match(text, found.end) is not None)
    return named or _headline(text, found, seeds) or (len(told) >= 2 and _dated(text, found, days, seeds))


def _routine(text: str, found: Candidate, told: str, seeds: Seeds) -> bool:
    """A body's regular meeting that nobody is said to hold here, or that rules say who calls."""
    if seeds.pattern("meetings.routine").match(told) is None:
        return False
    if seeds.pattern("meetings.by_rule").search(text, max(0, found.start - _CALLED), found.start):
        return True
    behind = (seeds.pattern(f"meetings.{p}").match(text, found.end) for p in ("taking_place", "spirit_behind"))
    return found.word not in seeds.forms("meeting_edges", "host") and not any(behind)


def _headline(text: str, found: Candidate, seeds: Seeds) -> bool:
    """A meeting with a long topic of its own that the first line says was held: what the news is about."""
    if found.end > _HEADLINE or "\n" in text[: found.start].lstrip() or found.head - found.start < _TOPIC:
        return False
    if text.startswith("\n", found.end):
        return found.word in seeds.forms("meeting_edges", "host")
    behind = seeds.pattern("meetings.taking_place").match(text, found.end)
    return behind is not None and text.startswith("\n", behind.end())


def _dated(text: str, found: Candidate, days: list[Mention], seeds: Seeds) -> bool:
    """A day or month in the same sentence and 召开 before or behind: 九日，某办公室召开成员工作会议."""
    whole = text[found.end - 2 : found.end] in seeds.forms("grammar", "whole_meeting")
    hosted = found.word in seeds.forms("meeting_edges", "host")
    if found.head - found.start < (2 if whole and hosted else _TOLD):
        return False
    if not hosted and not seeds.pattern("meetings.taking_place").match(text, found.end):
        return False
    return text[found.start - 1 : found.start] != "、" and _has_day(text, found.start, days, seeds)


def _has_day(text: str, at: int, days: list[Mention], seeds: Seeds) -> bool:
    """Whether a day or month stands in the same sentence before a position, and nothing behind it says 每周."""
    sentence = max(text.rfind(sign, 0, at) for sign in "。！？\n")
    day = max((d.end for d in days if sentence < d.start and d.end <= at), default=-1)
    return day >= 0 and seeds.pattern("meetings.again").search(text, day, at) is None


def _listed(text: str, found: Candidate, told: str, named: set[int], seeds: Seeds) -> bool:
    """The next item of a list whose last one was named, or an item of one that ends in what all of them are."""
    least = _TOPIC if found.kind == "conference" else 2
    if found.end - found.start < least + 2 or seeds.pattern("meetings.vague").search(told):
        return False
    if found.start - 1 in named and text[found.start - 1 : found.start] in ("、", "和", "与", "及"):
        return True
    return found.kind != "conference" and seeds.pattern("meetings.closed").match(text, found.end) is not None


def _jurisdiction(text: str, found: Candidate, places: set[int], seeds: Seeds) -> dict[str, str]:
    """全省职工运动会 and 市直机关运动会 name their place only by its class."""
    match = seeds.pattern("meetings.placed").match(text, found.start)
    if match is None or found.start in places:
        return {}
    rest = text[match.start(1) + 1 : found.end]
    return {"full": "{J}" + rest, "jurisdiction": match[1]}
