"""What a document says of itself: whose it is, when it was issued, which year its figures speak of, what kind it is.

The jurisdiction is voted on by what stands in the text: places named in full in titles and names of bodies and
sessions count most, then other mentions; the class character that the document uses for its own bodies (我市, 市政府,
县委) says which level may win. No vote, no jurisdiction: a national document or an unknown one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from govgraph.gazetteer import Gazetteer
from govgraph.model import Mention, Prose
from govgraph.relate import ballots, letterhead, stems, towns
from govgraph.relate.sites import CLASSES, NATION, NATIONAL, Site, Sites, answers, division_site, named_site
from govgraph.seeds import Seeds

# A spread speaks of its body at least once in so many characters (rosters and news of one sentence do not).
OFTEN = 400
# A part of a report of the government, without its title: sentences without a subject, one in so many characters.
IMPERATIVE = 180
SPOKEN = 6  # and at least so many times: a short piece of news names most bodies of its place once
PROVINCE, OUR_PROVINCE = "全省", "我省"
FAR = 3  # times that the class of a document stands more often than all that have a candidate
OUTVOTED = 3  # times that the place of a text outvotes the one that only its class fits: a life that passed there
OFTEN_SAID = 3  # times that a text says 市 and never 区
RIVALS = 2  # others that a text names as much, where it is of none of them
SEVERAL = 3  # counties that show whose they are
OURS = 3  # what 我县 says for a document's own class, where 县教育局 may be anybody's
WIDE, LOW = "省", ("镇", "乡", "街道")  # what a county speaks of as well, and classes of townships
LEAST = 2.0  # votes that a document's own place must have
BELOW = 0.15  # what a mention of a place says for the place above it


@dataclass(frozen=True, slots=True)
class Context:
    """The settled context of one document."""

    site: Site | None
    title: str
    genre: str
    issued: str
    year: str
    classes: Counter[str]
    votes: tuple[tuple[str, float], ...] = ()

    def unplaced(self, written: str) -> bool:
        """True where 市委 can be no known place's: of no place, or of a zone that no table has."""
        site = self.site
        return site is None or not (site.code or site.national or answers(site.bare, written))


def settle(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> Context:
    """Vote on the jurisdiction and read title, dates and genre."""
    title = letterhead.title(prose, seeds)
    classes = _classes(mentions, seeds)
    votes, said = ballots.count(prose, mentions, seeds)
    if _opens(prose.text.string, mentions, classes, seeds.forms("grammar", "generic")):
        votes.pop(NATION, None)
    found = _winner(votes, classes, seeds, said=said) or _by_stem(prose, mentions, classes, seeds)
    found = found or _by_towns(mentions, classes, seeds)
    site = _township(mentions, found, classes, seeds)
    issued = letterhead.issued(prose, mentions, seeds)
    year = _year(mentions, issued)
    return Context(site, title, _genre(prose, title, seeds), issued, year, classes, tuple(sorted(votes.items())))


def _opens(string: str, mentions: tuple[Mention, ...], classes: Counter[str], generic: frozenset[str]) -> bool:
    """True where the first word is 某市, the first line names its government, or the first body is no named place's."""
    first = next((m for m in mentions if m.kind in ("body", "meeting")), None)
    own = first and first.get("jurisdiction") in {*classes} - {WIDE} and string[first.start - 1] not in generic
    line = string.find("\n")
    bodies = {m.start for m in mentions if m.kind == "body" and m.start < line}
    places = (m for m in mentions if m.kind == "place" and m.strength == "strong" and m.form[-1] in classes)
    return bool(own) or any(m.start == 0 or m.start in bodies for m in places)


def _classes(mentions: tuple[Mention, ...], seeds: Seeds) -> Counter[str]:
    """How often the document says 市…, 县…, 区… of bodies, sessions and itself."""
    counts: Counter[str] = Counter()
    province, told = 0, -1
    for mention in mentions:
        written = mention.get("jurisdiction") or mention.get("deictic")
        if written and mention.start == told:
            continue  # 省委 of 省委经济工作会议
        told = mention.start if written else told
        if written in CLASSES and mention.form == PROVINCE:
            province += 1
        elif written in CLASSES:
            counts[written] += OURS if mention.form in seeds.forms("grammar", "ours") else 1
    ours = seeds.forms("grammar", "ours")
    if any(m.form == OUR_PROVINCE for m in mentions) and not any(m.form in ours for m in mentions):
        counts["省"] += OURS
    if not counts.keys() - {"省"}:  # 居全省前列 is what a city or county says of itself
        counts["省"] += province
    return +counts


def _winner(votes: Mapping[str, float], classes: Counter[str], seeds: Seeds, *, said: bool) -> Site | None:
    """The place with most weight among those of the class that the document speaks of as its own.

    Where it says who speaks, whomever else it names, the class decides nothing.
    """
    gazetteer = seeds.gazetteer
    names = {code: (d.name if (d := gazetteer.by_code(code)) else code) for code in votes}
    totals = defaultdict(float, votes)
    for code, weight in votes.items():
        for above in gazetteer.chain(code)[1:] if gazetteer.by_code(code) else ():
            totals[above.code] += weight * BELOW
            names.setdefault(above.code, above.name)
    for code, weight in _clusters(votes, seeds).items():
        totals[code] += weight
        names.setdefault(code, gazetteer.full_name(code))
    likely = [names[code] for code, weight in totals.items() if weight >= LEAST and code in names]
    fits = Counter({c: n for c, n in classes.items() if any(answers(name, c) for name in likely)})
    high = Counter({c: n for c, n in classes.items() if c not in (*LOW, WIDE)})
    if fits.total() * FAR < max(high.values(), default=0):
        fits = Counter({max(sorted(high), key=lambda c: high[c]): 1})  # 县委 throughout, and 省 once
    own = None if said else _own_class(fits or classes)
    national = totals.pop(NATION, 0.0)
    fitting = {c: w for c, w in totals.items() if own is None or any(answers(names[c], character) for character in own)}
    depth = {code: len(gazetteer.chain(code)) if gazetteer.by_code(code) else 0 for code in fitting}
    order = {code: -at for at, code in enumerate(votes)}  # of two that say as much, the one that came first
    best = max(
        sorted(fitting), key=lambda code: (fitting[code], depth[code], order.get(code, -len(order))), default=""
    )  # 市委, who passes on 省委
    best = _headed(best, votes, gazetteer) or best
    if national > fitting.get(best, 0.0) and national > 2 * ballots.BODY_WEIGHT * sum(classes.values()):
        return NATIONAL  # it speaks of the nation's bodies more than of any 市, 县 or 区 of its own
    if best and not said:
        best = _other(best, totals, gazetteer)
    if best and own is not None:
        best = _whole(best, votes, own, gazetteer) or _opened(best, votes, totals, classes, gazetteer) or best
    if not best or totals[best] < LEAST:  # one passing mention makes no document a place's own
        best = _below(totals, own or (), classes, gazetteer)
    if not best:
        return None
    division = gazetteer.by_code(best)
    return division_site(division, gazetteer) if division else named_site(best)


def _headed(best: str, votes: Mapping[str, float], gazetteer: Gazetteer) -> str:
    """The county that a piece begins with, where the 市 above it is told of by its officers alone."""
    first = max(sorted(votes), key=lambda code: votes[code], default="")
    county = gazetteer.by_code(first)
    begins = votes.get(first, 0.0) >= ballots.OPENING_WEIGHT and best not in votes
    inside = county is not None and county.level == "county" and gazetteer.by_code(best) is not None
    return first if begins and inside and best != first and gazetteer.within(first, best) else ""


def _clusters(votes: Mapping[str, float], seeds: Seeds) -> dict[str, float]:
    """What three counties of one city or prefecture say for it."""
    inside: dict[str, list[float]] = defaultdict(list)
    for code, weight in votes.items():
        division = seeds.gazetteer.by_code(code)
        if division is not None and division.level == "county":
            inside[f"{code[:4]}00"].append(weight)
    several = {code: sum(weights) for code, weights in inside.items() if len(weights) >= SEVERAL}
    return {code: weight * BELOW for code, weight in several.items() if seeds.gazetteer.by_code(code)}


def _by_stem(prose: Prose, mentions: tuple[Mention, ...], classes: Counter[str], seeds: Seeds) -> Site | None:
    """The place that a text names by its stem alone."""
    division = stems.home(prose.text.string, mentions, _own_class(classes) or (), seeds)
    return division_site(division, seeds.gazetteer) if division else None


def _by_towns(mentions: tuple[Mention, ...], classes: Counter[str], seeds: Seeds) -> Site | None:
    """The place above the townships that are all that a text names."""
    division = towns.home(mentions, _own_class(classes), seeds)
    return division_site(division, seeds.gazetteer) if division else None


def _below(totals: Mapping[str, float], own: tuple[str, ...], classes: Counter[str], gazetteer: Gazetteer) -> str:
    """The place named most, where the 市 or 省 that is spoken of lies above it: a county's paper that names 市委."""
    best = max(sorted(totals), key=lambda code: totals[code], default="")
    above = gazetteer.chain(best)[1:] if gazetteer.by_code(best) else ()
    whole = [[d for d in above if answers(d.name, c) or d.name.endswith(c)] for c in own]  # 全区 of 西藏自治区
    points = bool(own) and all(whole)
    if not points or totals[best] < LEAST:
        return ""
    if (
        WIDE not in own
        and sum(classes[character] for character in own) >= OFTEN_SAID
        and not any(answers(gazetteer.chain(best)[0].name, character) for character in classes)
    ):  # 市政协 throughout, and never 区政协
        return next((d.code for d in above if all(answers(d.name, character) for character in own)), best)
    return _whole(best, totals, own, gazetteer) or best


def _opened(
    best: str, votes: Mapping[str, float], totals: Mapping[str, float], classes: Counter[str], gazetteer: Gazetteer
) -> str:
    """A part of the place that the class fits, which the text speaks of far more and by its own class: 区委, once."""
    inside = [c for c in votes if c != best and gazetteer.by_code(c) and gazetteer.within(c, best)]
    most = max(sorted(inside), key=lambda code: totals[code], default="")
    division = gazetteer.by_code(most)
    if division is None or votes.get(most, 0.0) < max(ballots.OPENING_WEIGHT, OUTVOTED * totals[best]):
        return ""
    return most if any(answers(division.name, character) for character in classes) else ""


def _other(best: str, totals: Mapping[str, float], gazetteer: Gazetteer) -> str:
    """A place that the text speaks of far more than of the one of its class; none where two others say as much."""

    def apart(code: str) -> bool:
        known = gazetteer.by_code(code) and gazetteer.by_code(best)
        return bool(known) and not (gazetteer.within(code, best) or gazetteer.within(best, code))

    top = max((code for code in sorted(totals) if apart(code)), key=lambda code: totals[code], default="")
    if top and totals[top] > OUTVOTED * totals[best]:
        return top
    rivals = [gazetteer.by_code(code) for code, weight in totals.items() if weight >= totals[best] and apart(code)]
    return "" if len({division.name for division in rivals if division}) >= RIVALS else best


def _whole(best: str, totals: Mapping[str, float], own: tuple[str, ...], gazetteer: Gazetteer) -> str:
    """The city or prefecture of which several counties are named as much as each other, where it has the own class."""
    for whole in gazetteer.chain(best)[1:] if gazetteer.by_code(best) else ():
        inside = [c for c in totals if c != whole.code and gazetteer.by_code(c) and gazetteer.within(c, whole.code)]
        rivals = [code for code in inside if 2 * totals[code] > totals[best]]
        if len(rivals) > 1 and all(answers(whole.name, character) for character in own):
            return whole.code
    return ""


def _township(mentions: tuple[Mention, ...], site: Site | None, classes: Counter[str], seeds: Seeds) -> Site | None:
    """The township of a document that says 镇党委 more often than 县委, if one is named more than all others.

    One that the document begins with is its own where it speaks of a 镇 at all.
    """
    low = sum(classes[character] for character in LOW)
    if site is None or not site.code:
        return site
    inside = Sites(seeds.gazetteer, site)
    first = _first(mentions)
    if low and first is not None and first.name.endswith(LOW):
        return inside.of(first) or site
    if 2 * low <= sum(classes.values()):
        return site
    named = [inside.of(m) for m in mentions if m.kind == "place" and m.strength == "strong" and m.name.endswith(LOW)]
    counts = Counter(found for found in named if found is not None and seeds.gazetteer.within(found.code, site.code))
    best = max(counts, key=lambda found: (counts[found], found.code), default=None)
    return best if best is not None and 2 * counts[best] > counts.total() else site


def _first(mentions: tuple[Mention, ...]) -> Mention | None:
    """The last of the places that stand one behind the other where the document begins: 某市|某区|某镇."""
    last, end = None, 0
    for mention in mentions:
        if mention.kind == "place" and mention.start == end and mention.strength == "strong":
            last, end = mention, mention.end
    return last


def _own_class(classes: Counter[str]) -> tuple[str, ...] | None:
    """The class characters that may be the document's own: the most used, and the lowest among equals."""
    counted = [(count, character) for character, count in classes.items() if character not in LOW]
    if not counted:
        return None
    most = max(count for count, _ in counted)
    return tuple(sorted(character for count, character in counted if count * 2 > most))


def _year(mentions: tuple[Mention, ...], issued: str) -> str:
    """The year that most dates speak of, not after the year of issue."""
    years = Counter(m.name[:4] for m in mentions if m.kind == "date" and re.match(r"\d{4}", m.name))
    if issued:
        years = Counter({year: n for year, n in years.items() if year <= issued[:4]})
    return max(sorted(years), key=lambda year: years[year]) if years else issued[:4]


def _told(seeds: Seeds) -> dict[str, list[str]]:
    """The patterns that tell a kind, in order, by where they are looked for."""
    names = sorted(seeds.patterns)
    return {
        place: [name for name in names if name.startswith(f"genre.{place}_")] for place in ("title", "text", "count")
    }


def _genre(prose: Prose, title: str, seeds: Seeds) -> str:
    """The first kind that a title announces, else one that the text betrays, else what it speaks of most."""
    string = prose.text.string
    none = seeds.pattern("letterhead.head")  # the occasion of a speech names a congress, and is not of it
    heads = [string[p.start : p.end] for p in prose.paragraphs[:8] if p.kind in ("title", "heading")]
    heads = [head for head in heads if not none.match(head)]
    for place, texts in (("title", [title]), ("text", [string]), ("title", heads)):
        for name in seeds.once(_told)[place]:
            if any(seeds.pattern(name).search(text) for text in texts):
                return name.removeprefix(f"genre.{place}_")[3:].replace("_", " ")
    counts = {name: len(seeds.pattern(name).findall(string)) for name in seeds.once(_told)["count"]}
    best = max(counts, key=lambda name: counts[name], default="")
    often = counts.get(best, 0) * OFTEN > len(string) and counts.get(best, 0) >= SPOKEN
    told = seeds.pattern("genre.told").search(string) is not None
    if not often and not told and len(seeds.pattern("genre.imperative").findall(string)) * IMPERATIVE > len(string):
        return "government work report"
    return best.removeprefix("genre.count_").replace("_", " ") if often else "news"
