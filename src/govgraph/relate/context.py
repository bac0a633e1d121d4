"""What a document says of itself: whose it is, when it was issued, which year its figures speak of, what kind it is.

The jurisdiction is voted on by what stands in the text: places named in full in titles and names of bodies and
sessions count most, then other mentions; the class character that the document uses for its own bodies (我市, 市政府,
县委) says which level may win. No vote, no jurisdiction: a national document or an unknown one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govgraph.gazetteer import Gazetteer
from govgraph.model import Mention, Prose
from govgraph.relate import letterhead, stems
from govgraph.relate.sites import CLASSES, NATION, NATIONAL, NATIONWIDE, Site, Sites, answers, division_site, named_site
from govgraph.seeds import Seeds

# A spread speaks of its body at least once in so many characters (rosters and news of one sentence do not).
OFTEN = 400
# A part of a report of the government, without its title: sentences without a subject, one in so many characters.
IMPERATIVE = 180
SPOKEN = 6  # and at least so many times: a short piece of news names most bodies of its place once
PROVINCE = "全省"
LOW = ("镇", "乡", "街道")  # classes of townships
# A title, a signature or a running head says more than a passing mention; the head of a document is its first part.
HEAD = 600
TITLE_WEIGHT, HEAD_WEIGHT, BODY_WEIGHT, PLACE_WEIGHT = 6.0, 3.0, 1.5, 1.0
SPEAKS, SPEAKER_WEIGHT = 8, 40.0  # 我代表某县人民政府: whoever speaks says for whom; the nation's meetings are quoted
OCCASION = 24  # characters of the line of a session (——2024年1月9日在) before its name
DATELINE = 16  # characters of 新华社北京7月9日电 behind the agency: where it was written, not of whom
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
    classes = _classes(mentions)
    votes, said = _votes(prose, mentions, seeds)
    if any(m.kind == "place" and m.start == 0 and m.strength == "strong" and m.form[-1] in classes for m in mentions):
        votes.pop(NATION, None)  # whose first word is 某市 is no document of the nation, whatever it passes on
    found = _winner(votes, classes, seeds, said=said) or _by_stem(prose, mentions, classes, seeds)
    site = _township(mentions, found, classes, seeds)
    issued = letterhead.issued(prose, mentions, seeds)
    year = _year(mentions, issued)
    return Context(site, title, _genre(prose, title, seeds), issued, year, classes, tuple(sorted(votes.items())))


def _classes(mentions: tuple[Mention, ...]) -> Counter[str]:
    """How often the document says 市…, 县…, 区… of bodies, sessions and itself."""
    counts: Counter[str] = Counter()
    province = 0
    for mention in mentions:
        written = mention.get("jurisdiction") or mention.get("deictic")
        if written in CLASSES and mention.form == PROVINCE:
            province += 1
        elif written in CLASSES:
            counts[written] += 1
    if not counts.keys() - {"省"}:  # 居全省前列 is what a city or county says of itself
        counts["省"] += province
    return +counts


def _votes(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> tuple[dict[str, float], bool]:
    """Weight per division code, or per name where the gazetteer has none; and whether the text says who speaks."""
    votes: dict[str, float] = defaultdict(float)
    stems: list[tuple[str, float]] = []
    sites = Sites(seeds.gazetteer, None)
    speaks, dateline = seeds.pattern("letterhead.speaks"), seeds.pattern("letterhead.dateline")
    delivered, occasion = seeds.pattern("letterhead.delivered"), seeds.pattern("letterhead.occasion")
    signed, said = _signed(prose, mentions, seeds), False
    titles = [(p.start, p.end) for p in prose.paragraphs if p.kind == "title"]
    cited = seeds.pattern("attends.cited")
    mentions = tuple(m for m in mentions if m.kind != "meeting" or not _quoted(m, prose.text.string, cited))
    former = tuple(seeds.forms("grammar", "former_class"))
    for codes, name, weight, start in _ballots(mentions, sites, former):
        head = start < HEAD or any(low <= start < high for low, high in titles)
        vote = weight * HEAD_WEIGHT if head else weight
        if dateline.search(prose.text.string, start, start + DATELINE):
            continue
        given = start == signed and weight >= BODY_WEIGHT
        if head and delivered.search(prose.text.string, max(0, start - OCCASION), start):
            given = given or occasion.match(prose.text.string, start) is not None
        if given or (weight >= PLACE_WEIGHT and speaks.search(prose.text.string, max(0, start - SPEAKS), start)):
            vote += SPEAKER_WEIGHT
            said = True
        if weight < PLACE_WEIGHT:
            stems += [(code, vote / len(codes)) for code in codes]
            continue
        for code in codes:
            votes[code] += vote / len(codes)
        if not codes and name:
            known = any(d.level in ("prefecture", "county") for d in seeds.gazetteer.stem(name[:-1]))
            # 当阳县 is 当阳市 today; else the table of divisions knows better than an unknown name.
            votes[name] += vote if known else vote / 2
    for key, value in prose.document.meta:
        if key == "title":
            for division in _in_title(value, seeds):
                votes[division] += TITLE_WEIGHT
    sure = set(votes)
    for code, vote in stems:  # 新建 is a verb, and a district only where its city is named
        if sure & {division.code for division in seeds.gazetteer.chain(code)}:
            votes[code] += vote
    return votes, said


def _signed(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> int:
    """Where the first line names the body whose document it heads (2026年甲省政府工作报告); -1 where it does not."""
    start, end = next(((p.start, p.end) for p in prose.paragraphs if p.end > p.start), (0, 0))
    bodies = (m for m in mentions if m.kind == "body" and start <= m.start < m.end <= end)
    return next((m.start for m in bodies if letterhead.authored(prose.text.string, m.start, m.end, seeds)), -1)


def _quoted(meeting: Mention, string: str, cited: re.Pattern[str]) -> bool:
    """True for a meeting of the nation that is quoted (党的二十大精神), as every county does."""
    return meeting.get("jurisdiction") in NATIONWIDE and cited.match(string, meeting.end) is not None


def _in_title(title: str, seeds: Seeds) -> Iterator[str]:
    """The division that begins a title: 三门峡市政府工作报告."""
    for end in range(min(len(title), 12), 1, -1):
        found = seeds.gazetteer.named(title[:end])
        if len(found) == 1:
            yield found[0].code
            return


def _ballots(
    mentions: tuple[Mention, ...], sites: Sites, former: tuple[str, ...]
) -> Iterator[tuple[list[str], str, float, int]]:
    companies = [(m.start, m.end) for m in mentions if m.kind == "body" and m.get("kind") == "enterprise"]
    for mention in mentions:
        written = mention.get("jurisdiction")
        if any(start <= mention.start < mention.end <= end for start, end in companies):
            continue  # a company works far from the place that it is named after
        if written in NATIONWIDE:
            yield [], NATION, 2 * BODY_WEIGHT, mention.start
        elif mention.kind in ("body", "meeting", "instrument") and written and written not in CLASSES:
            divisions = sites.candidates(written)
            known = [d.code for d in divisions if d.level in ("province", "prefecture", "county")]
            if known or (not divisions and written.endswith(("市", "县", "区", "省"))):
                yield known, written, BODY_WEIGHT, mention.start
        elif mention.kind == "place" and mention.get("codes"):
            codes = mention.get("codes").split("|")
            coded = [d for code in codes if len(code) == 6 and (d := sites.gazetteer.by_code(code))]
            known = [d.code for d in sites.reachable(coded, mention.get("parent") + mention.name)]
            if known:
                yield known, "", PLACE_WEIGHT * (1 if mention.strength == "strong" else 0.4), mention.start
        elif mention.kind == "place" and mention.strength == "strong" and mention.name.endswith(former):
            yield [], mention.name, PLACE_WEIGHT, mention.start  # a county of the past, which gazetteers speak of


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
    likely = [names[code] for code, weight in totals.items() if weight >= LEAST and code in names]
    fits = Counter({c: n for c, n in classes.items() if any(answers(name, c) for name in likely)})
    own = None if said else _own_class(fits or classes)
    national = totals.pop(NATION, 0.0)
    fitting = {c: w for c, w in totals.items() if own is None or any(answers(names[c], character) for character in own)}
    best = max(sorted(fitting), key=lambda code: fitting[code], default="")
    if national > fitting.get(best, 0.0) and national > 2 * BODY_WEIGHT * sum(classes.values()):
        return NATIONAL  # it speaks of the nation's bodies more than of any 市, 县 or 区 of its own
    if not best or fitting[best] < LEAST:  # one passing mention makes no document a place's own
        best = _below(totals, own or (), gazetteer)
    if not best:
        return None
    division = gazetteer.by_code(best)
    return division_site(division, gazetteer) if division else named_site(best)


def _by_stem(prose: Prose, mentions: tuple[Mention, ...], classes: Counter[str], seeds: Seeds) -> Site | None:
    """The place that a text names by its stem alone."""
    division = stems.home(prose.text.string, mentions, _own_class(classes) or (), seeds)
    return division_site(division, seeds.gazetteer) if division else None


def _below(totals: Mapping[str, float], own: tuple[str, ...], gazetteer: Gazetteer) -> str:
    """The place named most, where the 市 or 省 that is spoken of lies above it: a county's paper that names 市委."""
    best = max(sorted(totals), key=lambda code: totals[code], default="")
    above = gazetteer.chain(best)[1:] if gazetteer.by_code(best) else ()
    points = bool(own) and all(any(answers(d.name, character) for d in above) for character in own)
    if not points or totals[best] < LEAST:
        return ""
    for whole in above:  # 我州, and several of its counties as much as each other: the document is the prefecture's
        inside = [c for c in totals if c != whole.code and gazetteer.by_code(c) and gazetteer.within(c, whole.code)]
        rivals = [code for code in inside if 2 * totals[code] > totals[best]]
        if len(rivals) > 1 and all(answers(whole.name, character) for character in own):
            return whole.code
    return best


def _township(mentions: tuple[Mention, ...], site: Site | None, classes: Counter[str], seeds: Seeds) -> Site | None:
    """The township of a document that says 镇党委 more often than 县委, if one is named more than all others."""
    low = sum(classes[character] for character in LOW)
    if site is None or not site.code or 2 * low <= sum(classes.values()):
        return site
    inside = Sites(seeds.gazetteer, site)
    named = [inside.of(m) for m in mentions if m.kind == "place" and m.strength == "strong" and m.name.endswith(LOW)]
    counts = Counter(found for found in named if found is not None and seeds.gazetteer.within(found.code, site.code))
    best = max(counts, key=lambda found: (counts[found], found.code), default=None)
    return best if best is not None and 2 * counts[best] > counts.total() else site


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


def _genre(prose: Prose, title: str, seeds: Seeds) -> str:
    """The first kind that a title announces, else one that the text betrays, else what it speaks of most."""
    string = prose.text.string
    none = seeds.pattern("letterhead.head")  # the occasion of a speech names a congress, and is not of it
    heads = [string[p.start : p.end] for p in prose.paragraphs[:8] if p.kind in ("title", "heading")]
    heads = [head for head in heads if not none.match(head)]
    for place, texts in (("title", [title]), ("text", [string]), ("title", heads)):
        for name in sorted(n for n in seeds.patterns if n.startswith(f"genre.{place}_")):
            if any(seeds.pattern(name).search(text) for text in texts):
                return name.removeprefix(f"genre.{place}_")[3:].replace("_", " ")
    counts = {n: len(seeds.pattern(n).findall(string)) for n in seeds.patterns if n.startswith("genre.count_")}
    best = max(sorted(counts), key=lambda name: counts[name], default="")
    often = counts.get(best, 0) * OFTEN > len(string) and counts.get(best, 0) >= SPOKEN
    told = seeds.pattern("genre.told").search(string) is not None
    if not often and not told and len(seeds.pattern("genre.imperative").findall(string)) * IMPERATIVE > len(string):
        return "government work report"
    return best.removeprefix("genre.count_").replace("_", " ") if often else "news"
