"""Facts to the blocks of the graph: one subject after the other, sorted, each once.

Only references to the values are sorted; the statements of a block are made when it is its turn, so memory does not
grow with the number of triples. Facts that memory does not hold are told in shares (:mod:`govgraph.publish.telling`).
The node that describes the data set comes last, because it counts the others.
Two different things under one IRI would be told as one: that stops the build.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from govgraph.errors import OutputError
from govgraph.model import Claim, Contradiction, DocumentFacts, Evidence, Facts, Figure, Key, Tenure, Thing
from govgraph.publish import dataset, nodes
from govgraph.publish.iris import Ambiguity, Iris, title_code
from govgraph.publish.literals import Literal, zh
from govgraph.publish.nodes import Object, Row
from govgraph.publish.quoted import QUOTING, Quoted
from govgraph.publish.terms import CODE, GG, SKOS, TYPE

_PREDICATE = itemgetter(0)
Labels = Mapping[str, tuple[str, str]]  # IRI of a code to its notation and its Chinese label
Triple = tuple[str, str, str | Literal]


class Said(NamedTuple):
    """A row about an identity that may have no other: one that was given up."""

    row: Row


class Block(NamedTuple):
    """A subject and all that is said of it, sorted."""

    subject: str
    rows: tuple[Row, ...]

    @property
    def size(self) -> int:
        """How many statements it is."""
        return len(self.rows)


Told = Block | Quoted
Value = Thing | Claim | Figure | DocumentFacts | Evidence | Ambiguity | Key | Contradiction | Tenure | Said


@dataclass
class Tally:
    """What the node of the data set counts, and the codes that want a label."""

    triples: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def over(self, blocks: Iterable[Told]) -> Iterator[Told]:
        """The blocks, each counted."""
        quoted = 0
        for block in blocks:
            self.triples += block.size
            if isinstance(block, Quoted):
                quoted += 1
            else:
                self._count(block)
            yield block
        for kind in QUOTING if quoted else ():
            self.classes[kind] += quoted

    def _count(self, block: Block) -> None:
        for name, value in block.rows:
            if name == TYPE:
                self.classes[str(value)] += 1
            elif isinstance(value, str) and value.startswith(CODE):
                self.codes.add(value)
            elif name == GG + "title" and isinstance(value, Literal):
                self.titles.add(value.text)

    def add(self, other: Tally) -> None:
        """What another one has counted, of other blocks."""
        self.triples += other.triples
        self.classes += other.classes
        self.codes |= other.codes
        self.titles |= other.titles

    def ending(self, about: dataset.About, iris: Iris, labels: Labels) -> Iterator[Block]:
        """The blocks that come after all others: the codes that these use, and the data set."""
        labels = {**labels, **{title_code(title): (title, title) for title in self.titles}}
        triples = self.triples
        for code in sorted(self.codes & labels.keys()):
            block = _code(code, *labels[code])
            triples += len(block.rows)
            yield block
        yield from (described(*each) for each in dataset.described(about, iris, triples, self.classes))


def blocks(facts: Facts, base: str, labels: Labels, seeds: str = "", licence: str = "") -> Iterator[Block]:
    """The whole graph, sorted by subject; ``labels`` names the codes, ``seeds`` is the digest of the word lists."""
    return apart(told(facts, base, labels, seeds, licence))


def told(facts: Facts, base: str, labels: Labels, seeds: str = "", licence: str = "") -> Iterator[Told]:
    """The same, with what is quoted as one value."""
    iris, tally = Iris.of(base, facts.documents), Tally()
    yield from tally.over(_facts(facts, iris))
    yield from tally.ending(dataset.About(seeds, licence, facts.documents), iris, labels)


def apart(blocks: Iterable[Told]) -> Iterator[Block]:
    """Blocks alone: what is quoted as three of them."""
    for block in blocks:
        if isinstance(block, Quoted):
            yield from (Block(*each) for each in block.described())
        else:
            yield block


def triples(blocks: Iterable[Block]) -> Iterator[Triple]:
    """Blocks as single statements."""
    return ((block.subject, name, value) for block in blocks for name, value in block.rows)


def _facts(facts: Facts, iris: Iris) -> Iterator[Told]:
    named = {thing.key: thing.label for thing in facts.things}
    short: dict[Key, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        short[claim.subject].append(claim)
    for iri, same in groupby(sorted(_values(facts, iris), key=itemgetter(0)), key=itemgetter(0)):
        values = [value for _, value in same]
        if len(values) == 1 and isinstance(values[0], Evidence):  # as two of three are
            yield nodes.evidence(values[0], iri, iris)
            continue
        if len(values) == 1:
            said = _described(iri, values[0], short, iris, named)
            yield described(iri, [row for _, rows in said for row in rows])
            continue
        values.sort(key=lambda value: isinstance(value, Said))
        _one_identity(iri, [value for value in values if not isinstance(value, Said)])
        merged: dict[str, list[Row]] = defaultdict(list)
        for value in values:
            for subject, rows in _described(iri, value, short, iris, named):
                merged[subject] += rows
        for subject in sorted(merged):
            yield described(subject, merged[subject])


def _values(facts: Facts, iris: Iris) -> Iterator[tuple[str, Value]]:
    """Every value that becomes a node, beside its IRI."""
    known = {thing.key for thing in facts.things}
    yield from ((iris.thing(thing.key), thing) for thing in facts.things)
    yield from ((iris.thing(key), key) for key in {claim.subject for claim in facts.claims} - known)
    yield from ((iris.claim(claim), claim) for claim in facts.claims if stands(claim))
    yield from ((iris.figure(figure), figure) for figure in facts.figures)
    yield from ((iris.document(document.id), document) for document in facts.documents)
    yield from ((iris.ambiguous(ambiguity), ambiguity) for ambiguity in facts.ambiguous)
    yield from ((iris.evidence(evidence), evidence) for evidence in _evidence(facts))
    yield from ((iris.contradiction(contradiction), contradiction) for contradiction in facts.contradictions)
    yield from ((iris.tenure(tenure), written(tenure)) for tenure in facts.tenures)
    yield from ((subject, Said(row)) for subject, row in nodes.links(facts.links, iris))


def written(tenure: Tenure) -> Tenure:
    """A tenure with those of its claims that have a node."""
    return tenure._replace(claims=tuple(filter(stands, tenure.claims)))


def stands(claim: Claim) -> bool:
    """True where a claim has a node of its own: what only the gazetteer or a name says has its direct triple alone."""
    return bool(claim.evidence) and claim.predicate != "postIn"


def _evidence(facts: Facts) -> set[Evidence]:
    claims = (evidence for claim in facts.claims if stands(claim) for evidence in claim.evidence)
    figures = (evidence for figure in facts.figures for evidence in figure.evidence)
    things = (evidence for thing in facts.things for evidence in thing.evidence)
    return set(chain(claims, figures, things, (evidence for _, evidence, _ in facts.ambiguous)))


def _one_identity(iri: str, values: list[Value]) -> None:
    """Stop where two different things have one IRI."""
    if len(values) > 1 and len({_identity(value) for value in values}) > 1:
        one(iri, {str(_identity(value)) for value in values})


def one(iri: str, identities: set[str]) -> None:
    """Stop where two different things have one IRI."""
    if len(identities) > 1:
        both = " and ".join(sorted(identities))
        raise OutputError(f"two things would share the IRI {iri}: {both}; choose another base IRI or report this")


def _identity(value: Value) -> object:
    match value:
        case Thing():
            return value.key
        case DocumentFacts():
            return value.id
        case _:
            return value


def _described(
    iri: str, value: Value, short: Mapping[Key, list[Claim]], iris: Iris, named: Mapping[Key, str]
) -> Iterator[tuple[str, Iterable[Row]]]:
    match value:
        case Thing():
            yield iri, nodes.thing(value, iris)
            yield iri, [row for claim in short.get(value.key, ()) for row in nodes.direct(claim, iris)]
        case Key():  # said of a thing that resolve did not hand over: kept, for SHACL to report
            yield iri, [row for claim in short.get(value, ()) for row in nodes.direct(claim, iris)]
        case Claim():
            yield iri, nodes.claim(value, iris)
        case Figure():
            yield iri, nodes.figure(value, iris)
        case DocumentFacts():
            yield iri, nodes.document(value, iris)
        case Evidence():
            yield from nodes.evidence(value, iri, iris).described()
        case Contradiction():
            yield iri, nodes.contradiction(value, iris)
        case Tenure():
            ends = (named.get(key, key.name) for key in (value.person, value.post))
            yield iri, nodes.tenure(value, " ".join(ends), iris)
        case Said():
            yield iri, [value.row]
        case _:
            yield iri, nodes.ambiguous(value, iris)


def described(subject: str, rows: Iterable[Row]) -> Block:
    """A block of rows that came in no order."""
    every = list(rows)
    if len(said := dict(every)) == len(every) and every and every[0][0] == TYPE:  # one value each, as mostly
        del said[TYPE]
        return Block(subject, (every[0], *sorted(said.items(), key=_PREDICATE)))
    return Block(subject, tuple(sorted(set(every), key=_order)))


def _order(row: Row) -> tuple[str, bool, Object]:
    """The type first, then by predicate; IRIs before literals."""
    name, value = row
    return "" if name == TYPE else name, type(value) is not str, value


def _code(iri: str, notation: str, label: str) -> Block:
    """A code that the graph uses, so that a query needs no second file to name it."""
    scheme = CODE + iri.removeprefix(CODE).partition("-")[0]
    named: list[Row] = [(SKOS + "notation", Literal(notation)), (SKOS + "prefLabel", zh(label))]
    return described(iri, [(TYPE, SKOS + "Concept"), (SKOS + "inScheme", scheme), *named])
