"""Meetings that are counted: 吉林市第十七届人民代表大会第四次会议, 十三届全国人大常委会第三十七次会议, 市委全会.

The long and the short form carry the same templates (``seeds/words/meeting_series.csv``), so that they meet again once
the jurisdiction is known. Lists are read apart: 党的十九届四中、五中全会 is two meetings, 党的十八大、十九大 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find import edges
from govgraph.find.meetings import annual, sittings, untold
from govgraph.find.meetings.rows import rows, spelt
from govgraph.find.meetings.shaping import attributes, inner, made
from govgraph.model import Mention
from govgraph.numerals import chinese, number
from govgraph.seeds import Seeds

# Pattern to series. The first reading of a stretch wins, so the long forms stand before the short ones.
SERIES = (
    ("cppcc", "cppcc"),
    ("cppcc_turned", "cppcc"),
    ("party_long", "party"),
    ("plenum_long", "party"),
    ("party_congress_national", "party_congress"),
    ("party_congress_part", "party_congress_part"),
    ("party_congress_long", "party_congress"),
    ("congress", "congress"),
    ("congress_between", "congress"),
    ("congress_turned", "congress"),
    ("congress_early", "congress"),
    ("congress_first", "congress_whole"),
    ("discipline", "discipline"),
    ("discipline_turned", "discipline"),
    ("party", "party"),
    ("party_between", "party"),
    ("party_early", "party"),
    ("party_shared", "party"),
    ("party_standing", "party"),
    ("party_standing_turned", "party"),
    ("government_term", "government"),
    ("cppcc_chair", "cppcc_chair"),
    ("cppcc_chair_turned", "cppcc_chair"),
    ("congress_chair", "congress_chair"),
    ("congress_chair_turned", "congress_chair"),
    ("council", "council"),
    ("congress_whole", "congress_whole"),
    ("youth", "youth"),
    ("women", "women"),
    ("union", "union"),
)
LISTS = (
    ("party_list", "party"),
    ("plenums", "party_central"),
    ("party_congress_row", "party_congress"),
    ("party_congress", "party_congress"),
    ("party_congress_short", "party_congress_national"),
    ("party_congress_bare", "party_congress_national"),
)
NATIONAL = {
    "congress": "npc",
    "congress_sc": "npc",
    "congress_whole": "npc",
    "party": "central",
    "discipline": "central",
}
ALWAYS_NATIONAL = ("plenum_long", "party_congress_national")
CONVENED = 24  # characters before a party congress in which the sentence says who holds it
MASS = ("youth", "women", "union")
NEEDS_PLACE = (
    "party",
    "party_standing",
    "government_term",
    "party_early",
    "party_shared",
    "council",
    "congress_whole",
    "party_congress_part",
    *MASS,
)
TERMS = ("term", "term2", "term3")
COUNTS = ("session", "early", "s2", "s3")


def sessions(text: str, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """All counted meetings, the more specific readings first."""
    starts = edges.ending(m for m in earlier if m.kind == "place" and not m.get("deictic"))
    days = [m.end for m in earlier if m.kind == "date" and m.get("precision") != "year"]
    counted: list[Mention] = []
    counted += rows(text, starts, lambda name, places: _one(name, places, seeds), seeds)
    for rule, series in SERIES:
        for match in seeds.pattern(f"meetings.{rule}").finditer(text):
            counted += _session(text, match, rule, series, starts, seeds)
    counted += untold.untold(text, counted, seeds)
    yield from counted
    yield from sittings.sittings(text, counted, seeds)
    for rule, series in LISTS:
        for match in seeds.pattern(f"meetings.{rule}").finditer(text):
            listed = list(_listed(text, match, series, starts, seeds))
            counted += listed
            yield from listed
    yield from annual.annual(text, counted, starts, seeds)
    yield from _numbered(text, starts, days, seeds)


def _one(name: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """The session that a name is of."""
    for rule, series in SERIES:
        for match in seeds.pattern(f"meetings.{rule}").finditer(name):
            yield from _session(name, match, rule, series, starts, seeds)
    yield from _numbered(name, starts, [], seeds)


def jurisdiction(text: str, at: int, starts: dict[int, int], seeds: Seeds) -> tuple[int, str]:
    """Where the place that ends at a position starts, and its name; unknown places are told by their last word."""
    if text.endswith("全国", 0, at):
        return at - 2, "全国"
    if at in starts:
        return starts[at], text[starts[at] : at]
    edge = edges.left(text, at, seeds.compiled("{{meeting_edges}}"), 16)
    party = seeds.pattern("meetings.party_prefix").match(text, edge.start, at)
    unknown = seeds.pattern("meetings.unknown_place").fullmatch(text, party.end() if party else edge.start, at)
    if unknown and not text.startswith("委", at) and text.count(unknown[0]) > 1:
        return unknown.start(), unknown[0]
    for size in (3, 1):
        if at >= size and seeds.pattern("meetings.class").fullmatch(text, at - size, at):
            return at - size, text[at - size : at]
    return at, ""


def _session(
    text: str, match: re.Match[str], rule: str, series: str, starts: dict[int, int], seeds: Seeds
) -> Iterator[Mention]:
    groups = match.groupdict()
    start, place = match.start(), groups.get("j") or groups.get("j2") or ""
    if not place and rule not in ALWAYS_NATIONAL and not groups.get("nat"):
        start, place = jurisdiction(text, start, starts, seeds)
    place = seeds.pattern("meetings.committee_end").sub("", place or groups.get("c") or "")
    if not place and rule in NEEDS_PLACE:
        return
    if rule == "cppcc" and groups.get("j") == "全国":
        groups["nat"] = "全国"
    standing = (
        groups.get("sc") or groups.get("sc2") or match[0].endswith(tuple(seeds.forms("grammar", "standing_meeting")))
    )
    base = series + ("_sc" if standing else "")
    national = bool(groups.get("nat")) or rule in ALWAYS_NATIONAL or place == "全国"
    if prefix := seeds.pattern("meetings.prefix").search(text, 0, start):
        start = prefix.start()
    key = f"{base}_{NATIONAL.get(base, 'national')}" if national else base
    first = "1" if groups.get("first") or rule == "congress_first" else None
    term = next((groups[k] for k in TERMS if groups.get(k)), None) or (None if series == "party_congress" else first)
    session = next((groups[k] for k in COUNTS if groups.get(k)), None) or (
        first if series == "party_congress" else None
    )
    attrs = attributes(key, base, "全国" if national else place, term, session, seeds)
    end = match.end()
    if part := seeds.pattern("meetings.part").match(text, end):
        end = part.end()
        attrs |= {
            kind: attrs[kind].replace("|", f"{part[0]}|") + part[0] for kind in ("full", "short") if kind in attrs
        }
    name = re.sub("第[-—]+", "第", text[start:end]).replace("\n", "")
    for verb in ("held", "held2"):
        name = name.replace(groups.get(verb) or "\0", "", 1)
    yield made(text, start, end, name, f"meeting.{rule}", attrs)


def _listed(text: str, match: re.Match[str], key: str, starts: dict[int, int], seeds: Seeds) -> Iterator[Mention]:
    """Each item of 十九届四中、五中全会 or 八次、九次党代会, with the words that all of them share."""
    groups = match.groupdict()
    start, place = match.start(), "全国"
    if key in ("party", "party_congress"):
        start, place = (start, groups["j"]) if groups.get("j") else jurisdiction(text, start, starts, seeds)
        if not place and (convener := seeds.pattern("meetings.convener").search(text, max(0, start - CONVENED), start)):
            place = convener["j"]
    if prefix := seeds.pattern("meetings.prefix").search(text, 0, start):
        start = prefix.start()
    low, high = match.span("list" if groups.get("list") else "quoted")
    items = list(re.finditer("[^、和]+", text[low:high]))
    base = key.removesuffix("_central").removesuffix("_national")
    for index, item in enumerate(items):
        count = re.search("[〇零一二三四五六七八九十百0-9]+", item[0])
        session = "1" if groups.get("first") else count[0] if count else ""
        if not session:
            continue
        begin = start if index == 0 else low + item.start()
        end = match.end() if index == len(items) - 1 else low + item.end()
        name = f"{text[start:low]}{spelt(item[0], text[low:high], seeds)}{text[high : match.end()]}".strip("“”")
        attrs = attributes(key, base, place, groups.get("term"), session, seeds)
        attrs |= {} if seeds.pattern("meetings.whole_item").search(item[0]) else {"partial": "yes"}
        yield made(text, begin, end, name.replace("“", ""), "meeting.series_list", attrs)


def _numbered(text: str, starts: dict[int, int], days: list[int], seeds: Seeds) -> Iterator[Mention]:
    """The counted meetings of any body: 市政府2023年第13次常务会议; without the body they are generic."""
    words = seeds.compiled("{{meeting_edges}}")
    vague = seeds.pattern("meetings.nobody")
    for rule in ("numbered", "assembly", "lecture"):
        for match in seeds.pattern(f"meetings.{rule}").finditer(text):
            edge = inner(text, edges.left(text, match.start(), words), words, seeds)
            start = max([edge.start, *(day for day in days if edge.start < day <= match.start())])
            start = max(start, text.rfind("中共", start, match.start()))
            lead = seeds.pattern("meetings.lead").match(text, start, match.start())
            start = lead.end() if lead else start
            news = seeds.pattern("meetings.dateline").match(text, start, match.start())
            start = news.end() if news else start
            held = seeds.pattern("meetings.held").search(text, start, match.start())
            body_end = held.start() if held else match.start()
            inside = seeds.pattern("meetings.body_inside").search(match[0]) is not None
            known = inside or not vague.search(text[start:body_end])
            own = rule == "assembly" and seeds.pattern("meetings.mass_congress").match(match[0]) is not None
            if rule == "assembly" and not known and not own:
                continue
            strong = known or own or rule == "lecture"
            start = start if known else match.start()
            place = next((text[starts[k] : k] for k in range(start + 1, match.start()) if starts.get(k) == start), "")
            if not place and (owner := seeds.pattern("meetings.class").match(text, start)):
                place = owner[0]
            told = text[start:body_end] + match[0] if known else match[0]
            term = seeds.pattern("meetings.term_of_body").match(told)
            if term and (owner := seeds.pattern("meetings.class").match(told, term.end())):
                place = owner[0]
            placed = (place and known) or (own and not known)
            attrs = _of_body(told[term.end() if term else 0 :], place, seeds) if placed else {}
            attrs |= {"jurisdiction": place, "series": "body"} | ({} if strong else {"generic": "yes"})
            if count := match.groupdict().get("session"):
                attrs["session"] = str(number(count) or "")
                attrs |= _written(attrs, count)
            yield made(text, start, match.end(), told, f"meeting.{rule}", attrs, strong=strong)


def _of_body(told: str, place: str, seeds: Seeds) -> dict[str, str]:
    """The templates of a counted meeting of a body: 县政府第三次常务会议 is the people's government's."""
    rest = told.removeprefix(place)
    if not rest.startswith(tuple(seeds.forms("grammar", "government"))):
        return {"full": "{J}" + rest}
    rest = rest.removeprefix("人民")
    return {"full": "{J}人民" + rest, "short": "{J}" + rest}


def _written(attrs: dict[str, str], count: str) -> dict[str, str]:
    """The names with the count in the other sort of numerals: 第12次 is 第十二次."""
    value = number(count)
    other = chinese(value) if value and count.isdigit() else str(value)
    names = "|".join(filter(None, (attrs.get("full"), attrs.get("short"))))
    more = [name.replace(f"第{count}次", f"第{other}次") for name in names.split("|") if f"第{count}次" in name]
    return {"short": "|".join(filter(None, (attrs.get("short"), *more)))} if more else {}
