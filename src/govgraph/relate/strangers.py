"""Divisions that a document speaks of, and is not of.

* where the leaders of its own 市 or 县 go (市委书记李文清到灵川县调研), if it is of the same class;
* where they go to learn (赴灵川县考察学习), of whichever class;
* whose leaders or delegation come (灵川县党政代表团来永福县, 灵川县林业局到我县);
* whose meetings it hands down beside those of the province (贯彻省委全会、桂林市委全会精神): it is of a place below.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from govgraph.model import Mention
from govgraph.relate.sites import CLASSES, Sites, answers
from govgraph.seeds import Seeds

DIVISIONS = ("province", "prefecture", "county")
LEAD = 80  # characters between a place and how it is said that guests come


def codes(string: str, mentions: tuple[Mention, ...], seeds: Seeds) -> Iterator[str]:
    """The codes of all of them."""
    yield from _visited(string, mentions, seeds)
    yield from _away(string, mentions, seeds)
    yield from _named(string, mentions, seeds)


def _visited(string: str, mentions: tuple[Mention, ...], seeds: Seeds) -> Iterator[str]:
    """Divisions that a leader of the document's own 市 or 县 goes to: they are other ones of that class."""
    clause = seeds.pattern("letterhead.visits")
    classes: Mapping[int, str] = {m.start: m.get("jurisdiction") for m in mentions if m.get("jurisdiction") in CLASSES}
    for mention in mentions:
        if mention.kind != "place" or mention.rule != "division" or mention.strength != "strong":
            continue
        line = string.rfind("\n", 0, mention.start) + 1
        led = clause.search(string, line, mention.start)
        if led is None or led.end() != mention.start or mention.get("kind") == "province":
            continue
        own = classes.get(led.start("who"), "")
        if own and answers(mention.name, own):
            yield from mention.get("codes").split("|")


def _away(string: str, mentions: tuple[Mention, ...], seeds: Seeds) -> Iterator[str]:
    """Divisions that the document's own leaders go to learn from: 县长王某赴|甲市|乙县|考察学习."""
    spans = [match.span("places") for match in seeds.pattern("letterhead.away").finditer(string)]
    for mention in mentions if spans else ():
        if mention.kind == "place" and any(low <= mention.start < high for low, high in spans):
            yield from mention.get("codes").split("|")


def guests(string: str, mentions: Iterable[Mention], seeds: Seeds) -> set[int]:
    """Where the places stand whose leaders or delegation come: what the host says of its own 市 is none of theirs."""
    arrives = _arrivals(string, seeds)
    return {m.start for m in mentions if m.kind == "place" and len(m.name) > 1 and arrives(m.end)}


def _arrivals(string: str, seeds: Seeds) -> Callable[[int], bool]:
    """Tells whether guests come from a place that ends there: nothing is read where nobody comes soon behind it."""
    spans = [match.span() for match in seeds.pattern("letterhead.coming").finditer(string)]
    ends, arrives = [end for _, end in spans], seeds.pattern("letterhead.arrives")

    def told(end: int) -> bool:
        at = bisect_right(ends, end)
        return at < len(spans) and spans[at][0] <= end + LEAD and arrives.match(string, end) is not None

    return told


def _named(string: str, mentions: tuple[Mention, ...], seeds: Seeds) -> Iterator[str]:
    """Divisions of guests and of those above, by place or by the jurisdiction of a body."""
    sites = Sites(seeds.gazetteer, None)
    arrives, above = _arrivals(string, seeds), seeds.pattern("letterhead.handed_down")
    handed = {match.end("province") for match in above.finditer(string)}
    for mention in mentions:
        name = mention.name if mention.kind == "place" else mention.get("jurisdiction")
        end = mention.start + len(mention.get("jurisdiction")) if mention.kind == "body" else mention.end
        known = mention.kind in ("place", "body") and len(name) > 1
        if known and (mention.start in handed or arrives(end)):
            yield from (division.code for division in sites.candidates(name) if division.level in DIVISIONS)
