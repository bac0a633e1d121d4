"""Where a document speaks of another place: 学习深圳市的做法，该市市政府… is Shenzhen's government, not ours.

A stretch begins where a place that is not the document's own (nor above or below it) is named in full, and lasts to the
end of the sentence in which 该市, 该县, 当地 or the like refers back to it. Inside, 市政府 is that place's.
So is the rest of the clause that says that somebody held office there: 在大同担任市长、市委书记. Where the document's
own place has no 县 or 区 above it, 县长 below the delegation of a county is that county's, up to the next delegation;
so is 县委 behind the founding of a county's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govgraph.gazetteer import Gazetteer
from govgraph.model import Mention, Prose
from govgraph.relate.sites import Site, Sites, answers, division_site
from govgraph.seeds import Seeds

RULING = ("party", "government", "congress")
WRITTEN = 2  # characters of a jurisdiction that names a place


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of text that speaks of another place."""

    start: int
    end: int
    site: Site


def shifts(prose: Prose, mentions: Sequence[Mention], sites: Sites, seeds: Seeds) -> tuple[Shift, ...]:
    """All stretches, in order of the text."""
    places = (mention for mention in mentions if mention.kind == "place")
    foreign_ones = _foreign(prose, places, sites.own, seeds)
    return (*foreign_ones, *_delegated(prose, mentions, sites, seeds), *_begun(prose, mentions, sites, seeds))


def _foreign(prose: Prose, places: Iterable[Mention], own: Site | None, seeds: Seeds) -> tuple[Shift, ...]:
    """The stretches of other places."""
    pattern = seeds.pattern("shifts.back")
    starts = [sentence.start for sentence in prose.sentences]
    found: list[Shift] = []
    for place in places:
        if (served := _served(prose.text.string, place, seeds)) is not None:
            found.append(served)
            continue
        site = foreign(place, own, seeds.gazetteer)
        if site is None:
            continue
        index = bisect_right(starts, place.start) - 1
        if index < 0:
            continue
        for sentence in prose.sentences[index : index + 2]:
            back = pattern.search(prose.text.string, max(place.end, sentence.start), sentence.end)
            if back is not None and (back["class"] is None or answers(site.bare, back["class"])):
                found.append(Shift(place.start, sentence.end, site))
                break
    return tuple(found)


def _delegated(prose: Prose, bodies: Iterable[Mention], sites: Sites, seeds: Seeds) -> Iterator[Shift]:
    """From each delegation of a county to the next one: 三台代表团…|县长马辉代表说; not from guests (考察团)."""
    visits = seeds.pattern("shifts.visits")
    sent = [m for m in bodies if m.kind == "body" and m.get("kind") == "delegation" and m.get("jurisdiction")]
    sent = [m for m in sent if not visits.search(m.form)]
    ends = [(m, following.start) for m, following in pairwise(sent)]
    for mention, end in (*ends, *((m, len(prose.text.string)) for m in sent[-1:])):
        site = sites.resolve(mention.get("jurisdiction"))
        if site is not None and len(site.code) == len("000000") and sites.climb(site.bare[-1]) is None:
            yield Shift(mention.start, end, site)


def _begun(prose: Prose, mentions: Iterable[Mention], sites: Sites, seeds: Seeds) -> Iterator[Shift]:
    """Behind the founding of another county's committee or government: 中共甲县委建立，某人任|县委书记."""
    begins, goes_on = seeds.pattern("shifts.begun"), seeds.pattern("shifts.goes_on")
    string, starts = prose.text.string, [sentence.start for sentence in prose.sentences]
    for body in mentions:
        if body.kind != "body" or body.get("kind") not in RULING or len(body.get("jurisdiction")) < WRITTEN:
            continue
        site = sites.resolve(body.get("jurisdiction")) if begins.match(string, body.end) else None
        if site is None or sites.own is None or not site.code or site == sites.own:
            continue
        index = bisect_right(starts, body.start) - 1
        end = prose.sentences[index].end
        for sentence in prose.sentences[index + 1 : index + 2]:
            end = sentence.end if goes_on.match(string, sentence.start) else end
        yield Shift(body.start, end, site)


def foreign(place: Mention, own: Site | None, gazetteer: Gazetteer) -> Site | None:
    """The place of a mention with one code that is neither above nor below the document's own."""
    codes = place.get("codes").split("|")
    if len(codes) != 1 or len(codes[0]) != 6 or place.strength != "strong" or own is None or not own.code:
        return None
    if gazetteer.within(codes[0], own.code) or gazetteer.within(own.code, codes[0]):
        return None
    division = gazetteer.by_code(codes[0])
    return division_site(division, gazetteer) if division else None


def _served(string: str, place: Mention, seeds: Seeds) -> Shift | None:
    """The clause that says in which offices somebody served at a place."""
    told = seeds.pattern("shifts.served").match(string, place.end)
    codes = place.get("codes").split("|")
    division = seeds.gazetteer.by_code(codes[0]) if len(codes) == 1 or codes[0].endswith("00") else None
    at = seeds.pattern("shifts.at").search(string, max(0, place.start - 1), place.start)
    if told is None or at is None or division is None:
        return None
    return Shift(place.start, told.end(), division_site(division, seeds.gazetteer))
