"""The facts as columns of numbers and strings: what the view carries, in as few bytes as they need.

Things stand in the order of their connections, the best connected first, so that a page that can draw only some draws
the first. Everything refers to everything by its place in a column. The columns hold only what the graph itself holds,
so that a view of a published graph and the view that its build wrote are the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple, Protocol

from govgraph.model import Claim, DocumentFacts, Evidence, Facts, Figure, Key, Link, Thing
from govgraph.publish import initials
from govgraph.publish.graph import stands
from govgraph.publish.homes import homes
from govgraph.publish.literals import number
from govgraph.publish.terms import predicates

CARRIED = 50_000  # things that one page carries
TOLD = 500_000  # ends of facts that these may have together: with more, a page is too large to open
DETAILED = 20_000  # facts up to which each has its IRI and all of its quotes, beyond which it has its first quote
MET = 3  # places where a thing was met

Said = Claim | Figure


class Names(Protocol):
    """The IRIs of a graph."""

    @property
    def base(self) -> str:
        """What all of them begin with."""

    def thing(self, key: Key, /) -> str:
        """Of an entity."""

    def claim(self, claim: Claim, /) -> str:
        """Of a statement."""

    def figure(self, figure: Figure, /) -> str:
        """Of a number."""

    def document(self, id_or_name: str, /) -> str:
        """Of a document."""


class Atlas(NamedTuple):
    """The things that a page carries, in its order, and the columns."""

    facts: Facts
    home: dict[Key, Key]  # thing to place
    columns: dict[str, object]


class _Strings:
    """Each string once, by number."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {"": 0}

    def __call__(self, text: str) -> int:
        return self.known.setdefault(text, len(self.known))


def atlas(facts: Facts, names: Names) -> Atlas:
    """The columns of a page."""
    carried, left = _carried(facts, names)
    index = {thing.key: number for number, thing in enumerate(carried.things)}
    documents = {document.id: number for number, document in enumerate(carried.documents)}
    strings, evidence = _Strings(), dict[Evidence, int]()
    said = _said(carried, index, names)
    numbers = {each: number for number, each in enumerate(said)}
    tail = len(names.base)
    home = homes(carried, names.thing)
    columns: dict[str, object] = {
        "base": names.base,
        "iri": [names.thing(thing.key)[tail:] for thing in carried.things],
        "kind": [thing.key.kind for thing in carried.things],
        "label": [thing.label for thing in carried.things],
        "names": ["\n".join(_others(thing)) for thing in carried.things],
        "home": [index.get(home[thing.key], -1) if thing.key in home else -1 for thing in carried.things],
        "docs": [sorted(documents[each] for each in thing.documents if each in documents) for thing in carried.things],
        "course": {number: course for number, each in enumerate(carried.things) if (course := _course(each))},
        "met": [_numbered(thing.evidence[:MET], evidence, documents) for thing in carried.things],
        "said": _columns(said, index, strings, evidence, documents),
        "figures": [_figure(each, index) for each in said if isinstance(each, Figure)],
        "contradictions": _doubts(carried, numbers, index, strings),
        "links": [[index[a], p, index[b]] for a, p, b in _links(carried, names) if a in index and b in index],
        "documents": [_document(each, index, names, tail) for each in carried.documents],
        "initials": initials.of(name for thing in carried.things for name in (thing.label, *_others(thing))),
    }
    if len(said) <= DETAILED:
        columns["claims"] = [_iri(each, names)[tail:] for each in said]
    columns["strings"] = list(strings.known)
    columns["evidence"] = _quotes(evidence, documents)
    columns["left"] = left
    return Atlas(carried, home, columns)


def _plain(facts: Facts) -> list[Claim]:
    """What has no node of its own, without what is said by a claim that has one."""
    bare = {(claim.subject, claim.predicate, claim.object) for claim in facts.claims if not stands(claim)}
    wanted = {(subject, predicates(name)[0], target) for subject, name, target in bare}
    made = {
        ends
        for claim in filter(stands, facts.claims)
        for name in predicates(claim.predicate)
        if (ends := (claim.subject, name, claim.object)) in wanted
    }
    return [Claim(*ends, (), "") for ends in bare if (ends[0], predicates(ends[1])[0], ends[2]) not in made]


def _carried(facts: Facts, names: Names) -> tuple[Facts, int]:
    """The best-connected things, best first, and what is said of them alone."""
    plain = _plain(facts)
    degree = Counter(key for claim in plain for key in (claim.subject, claim.object))
    degree.update(key for claim in filter(stands, facts.claims) for key in (claim.subject, claim.object))
    degree.update(figure.about for figure in facts.figures)
    worth = {thing.key: names.thing(thing.key) for thing in facts.things if thing.documents or degree[thing.key]}
    best = sorted(worth, key=lambda key: (-degree[key], worth[key]))[:CARRIED]
    best = best[: max(1, bisect_right(list(accumulate(degree[key] for key in best)), TOLD))]
    place = {key: number for number, key in enumerate(best)}
    things = sorted((thing for thing in facts.things if thing.key in place), key=lambda thing: place[thing.key])
    told = [claim for claim in facts.claims if stands(claim) and claim.subject in place and claim.object in place]
    trimmed = replace(
        facts,
        things=tuple(things),
        documents=tuple(sorted(facts.documents, key=lambda each: (each.name, each.id))),
        claims=(*told, *(claim for claim in plain if claim.subject in place and claim.object in place)),
        figures=tuple(figure for figure in facts.figures if figure.about in place),
    )
    return trimmed, len(worth) - len(best)


def _others(thing: Thing) -> list[str]:
    return sorted({*thing.names, *thing.forms} - {thing.label, ""})


def _course(thing: Thing) -> list[str]:
    """Level, owner, first and last year and named parts of an initiative, where anything of it is known."""
    if thing.key.kind != "Initiative":
        return []
    known = [thing.get(name) for name in ("level", "owner", "first_year", "last_year", "parts")]
    return known if any(known) else []


def _said(facts: Facts, index: dict[Key, int], names: Names) -> list[Said]:
    """Claims and figures in the order of their things."""
    told: list[Said] = [*facts.claims, *facts.figures]
    return sorted(told, key=lambda each: (*_ends(each, index), _predicate(each), each.asserted_on, _iri(each, names)))


def _ends(each: Said, index: dict[Key, int]) -> tuple[int, int]:
    if isinstance(each, Figure):
        return index[each.about], -1
    return index[each.subject], index[each.object]


def _predicate(each: Said) -> str:
    return "figure" if isinstance(each, Figure) else each.predicate


def _iri(each: Said, names: Names) -> str:
    if isinstance(each, Figure):
        return names.figure(each)
    return names.claim(each) if stands(each) else names.base


def _columns(
    said: Sequence[Said],
    index: dict[Key, int],
    strings: _Strings,
    evidence: dict[Evidence, int],
    documents: dict[str, int],
) -> dict[str, list[object]]:
    """One column for each thing that is known of a statement."""
    most = None if len(said) <= DETAILED else 1
    columns: dict[str, list[object]] = {name: [] for name in "spocrtdfue"}
    for each in said:
        subject, target = _ends(each, index)
        since, until = (each.valid_from, each.valid_to) if isinstance(each, Claim) else ("", each.period)
        texts = {
            "p": _predicate(each),
            "c": each.certainty if each.evidence else "",
            "r": each.rule,
            "t": each.status,
            "d": each.asserted_on,
            "f": since,
            "u": until,
        }
        columns["s"].append(subject)
        columns["o"].append(target)
        columns["e"].append(_numbered(_sorted(each.evidence, documents)[:most], evidence, documents))
        for name, text in texts.items():
            columns[name].append(strings(text))
    return columns


def _sorted(evidence: Iterable[Evidence], documents: dict[str, int]) -> list[Evidence]:
    return sorted(evidence, key=lambda each: (documents.get(each.document, -1), each.start, each.end, each.quote))


def _numbered(found: Iterable[Evidence], evidence: dict[Evidence, int], documents: dict[str, int]) -> list[int]:
    return [evidence.setdefault(each, len(evidence)) for each in _sorted(found, documents)]


def _quotes(evidence: dict[Evidence, int], documents: dict[str, int]) -> dict[str, list[object]]:
    """The pieces of evidence, one column each: document, start, length, prefix, quote, suffix."""
    return {
        "d": [documents.get(each.document, -1) for each in evidence],
        "a": [each.start for each in evidence],
        "n": [each.end - each.start for each in evidence],
        "b": [each.prefix for each in evidence],
        "q": [each.quote for each in evidence],
        "z": [each.suffix for each in evidence],
    }


def _figure(figure: Figure, index: dict[Key, int]) -> list[object]:
    reporter = index.get(figure.reporter, -1) if figure.reporter else -1
    value = number(figure.value).text
    return [figure.measure, figure.as_written, value, figure.unit, figure.qualifier, reporter]


def _doubts(facts: Facts, numbers: dict[Said, int], index: dict[Key, int], strings: _Strings) -> list[list[object]]:
    """Contradictions: what about, its kind and verdict, and both sides (statements; of a clash of kinds, things)."""
    rows: list[list[object]] = []
    for each in facts.contradictions:
        sides = sorted(_side(side, numbers, index) for side in (each.one, each.two))
        if each.about in index and sides[0] >= 0:
            rows.append([index[each.about], strings(each.kind), strings(each.verdict), each.what, each.period, *sides])
    return sorted(rows, key=repr)


def _side(side: Figure | Claim | Key, numbers: dict[Said, int], index: dict[Key, int]) -> int:
    return index.get(side, -1) if isinstance(side, Key) else numbers.get(side, -1)


def _links(facts: Facts, names: Names) -> list[tuple[Key, str, Key]]:
    """What may be the same, and what succeeded what; identities that were given up are no news to a reader."""
    links = {_straight(link, names) for link in facts.links if link.predicate != "replacedBy"}
    return sorted(links, key=lambda link: (names.thing(link[0]), link[1], names.thing(link[2])))


def _straight(link: Link, names: Names) -> tuple[Key, str, Key]:
    """A link that means the same both ways, always the same way."""
    if link.predicate == "possiblySame" and names.thing(link.object) < names.thing(link.subject):
        return link.object, link.predicate, link.subject
    return link.subject, link.predicate, link.object


def _document(each: DocumentFacts, index: dict[Key, int], names: Names, tail: int) -> list[object]:
    ends = [index.get(key, -1) if key else -1 for key in (each.issuer, each.jurisdiction)]
    return [names.document(each.id)[tail:], each.name, each.title, each.number, each.issued, *ends]
