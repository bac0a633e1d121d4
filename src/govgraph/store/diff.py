"""Two graphs to what changed between them: who came and left, what appeared and vanished, figures with other values.

Things are the same by their IRI; one that was replaced (by a correction, or because a document showed that two are one)
is followed to what stands for it now, and the halves of one that was split stand for it here. Bases may differ: the end
of an IRI counts. Labels are those of the later graph.

An *initiative* that both have changed where its years or its level are others.

A *tenure* is a person who holds a post and was not removed from it. A *figure* is told from others by what it is about,
its measure, unit, period and who reports it; it changed where both graphs have it and the values are not the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from govgraph.store.open import Graph
from govgraph.store.query import Value, run

_REPLACED = "SELECT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new }"
_LABELS = """SELECT ?thing ?label WHERE {
  ?thing a ?class ; rdfs:label ?label .
  FILTER(?class IN (gg:Person, gg:Post, gg:Body, gg:Place, gg:Initiative, gg:Meeting, gg:Instrument))
}"""
_HOLDERS = "SELECT DISTINCT ?person ?post WHERE { ?person org:holds ?post }"
_LEFT = """SELECT DISTINCT ?person ?post WHERE {
  ?claim rdf:predicate org:holds ; rdf:subject ?person ; rdf:object ?post ; gg:status code:status-removed .
}"""
_MET = "SELECT DISTINCT ?thing WHERE {{ ?thing a gg:{kind} ; gg:mentionedIn ?document }}"
_COURSES = """SELECT ?thing ?first ?last ?level WHERE {
  ?thing a gg:Initiative ; gg:mentionedIn ?document
  OPTIONAL { ?thing gg:firstYear ?first ; gg:lastYear ?last }
  OPTIONAL { ?thing gg:level ?code . ?code skos:prefLabel ?level }
}"""
_FIGURES = """SELECT ?about ?measure ?unit ?period ?reporter ?value WHERE {
  ?figure a gg:Figure ; gg:about ?about ; gg:value ?value .
  OPTIONAL { ?figure gg:measure ?measure } OPTIONAL { ?figure gg:unit ?unit }
  OPTIONAL { ?figure gg:period ?period } OPTIONAL { ?figure gg:reporter ?reporter }
}"""
KINDS = ("Body", "Initiative")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that differs."""

    change: str  # came, left, appeared, vanished, changed
    kind: str  # Tenure, Body, Initiative, Figure
    what: str  # the person, the thing, or what the figure is about
    of: str = ""  # the post, or what was measured
    before: str = ""
    after: str = ""


def diff(old: Graph, new: Graph) -> tuple[Change, ...]:
    """All changes from one graph to another, sorted."""
    two = _Two(_Side(old), _Side(new))
    return tuple(sorted({*_tenures(two), *_things(two), *_courses(two), *_figures(two)}))


class _Side:
    """One graph: rows of a query with the ends of IRIs in the place of IRIs."""

    def __init__(self, graph: Graph) -> None:
        """Read the names."""
        self._graph = graph
        self.labels = self._pairs(_LABELS)
        heirs: dict[str, list[str]] = defaultdict(list)
        for old, new in self.rows(_REPLACED):
            heirs[old].append(new)
        self.replaced = {old: new[0] for old, new in heirs.items() if len(new) == 1}
        self.wholes: dict[str, list[str]] = defaultdict(list)
        for old, halves in sorted(heirs.items()):
            for half in halves if len(halves) > 1 else ():
                self.wholes[half].append(old)

    def _pairs(self, query: str) -> dict[str, str]:
        return {row[0]: row[1] for row in self.rows(query)}

    def rows(self, query: str) -> list[tuple[str, ...]]:
        return [tuple(map(_end, row)) for row in run(self._graph, query).rows]


@dataclass(frozen=True)
class _Two:
    """Both graphs, with one name for what is one thing."""

    old: _Side
    new: _Side

    def then(self, query: str) -> set[tuple[str, ...]]:
        """Rows of the old graph, replaced things under the name that they have now."""
        return {tuple(map(self._now, row)) for row in self.old.rows(query)}

    def now(self, query: str) -> set[tuple[str, ...]]:
        """Rows of the new graph; halves of what the old one still has whole under the name of the whole."""
        return {tuple(map(self._then, row)) for row in self.new.rows(query)}

    def label(self, thing: str) -> str:
        return self.new.labels.get(thing) or self.old.labels.get(thing) or thing

    def _then(self, thing: str) -> str:
        known = (whole for whole in self.new.wholes.get(thing, ()) if whole in self.old.labels)
        return next(known, thing)

    def _now(self, thing: str) -> str:
        seen: set[str] = set()
        while thing in self.new.replaced and thing not in seen:
            seen.add(thing)
            thing = self.new.replaced[thing]
        return thing


def _tenures(two: _Two) -> Iterator[Change]:
    before = two.then(_HOLDERS) - two.then(_LEFT)
    after = two.now(_HOLDERS) - two.now(_LEFT)
    for change, pairs in (("came", after - before), ("left", before - after)):
        for person, post in pairs:
            yield Change(change, "Tenure", two.label(person), two.label(post))


def _things(two: _Two) -> Iterator[Change]:
    for kind in KINDS:
        query = _MET.format(kind=kind)
        before, after = two.then(query), two.now(query)
        for change, rows in (("appeared", after - before), ("vanished", before - after)):
            for (thing,) in rows:
                yield Change(change, kind, two.label(thing))


def _courses(two: _Two) -> Iterator[Change]:
    """Initiatives of both graphs that are seen in other years, or are of another level."""
    before, after = ({row[0]: row[1:] for row in sorted(rows)} for rows in (two.then(_COURSES), two.now(_COURSES)))
    for thing in before.keys() & after.keys():
        (first, last, level), (since, until, now) = before[thing], after[thing]
        for of, old, new in (("years", _span(first, last), _span(since, until)), ("level", level, now)):
            if old != new:
                yield Change("changed", "Initiative", two.label(thing), of, old, new)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _figures(two: _Two) -> Iterator[Change]:
    before, after = _values(two.then(_FIGURES)), _values(two.now(_FIGURES))
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            about, measure, unit, period, reporter = key
            of = "，".join(filter(None, (period, measure, two.label(reporter) if reporter else "")))
            yield Change("changed", "Figure", two.label(about), of, _told(before[key], unit), _told(after[key], unit))


def _values(rows: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for *key, value in rows:
        found[tuple(key)].add(value)
    return {key: frozenset(values) for key, values in found.items()}


def _told(values: frozenset[str], unit: str) -> str:
    return "、".join(f"{value}{unit}" for value in sorted(values, key=Decimal))


def _end(value: Value) -> str:
    """A value as text; of an IRI the last two parts."""
    text = "" if value is None else str(value)
    if "://" not in text and not text.startswith("urn:"):
        return text
    folder, _, name = text.rpartition("/")
    return f"{folder.replace('#', '/').replace(':', '/').rpartition('/')[2]}/{name}"
