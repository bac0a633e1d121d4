"""One value of the facts to the statements about it: the rows of its block in the graph.

Every function here takes a value and the IRIs of the build and yields (predicate, object) pairs; an object is an IRI
(a string) or a :class:`~govgraph.publish.literals.Literal`. No function looks at another value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from govgraph.model import Claim, Contradiction, DocumentFacts, Evidence, Figure, Key, Link, Tenure, Thing
from govgraph.publish.iris import Ambiguity, Iris, is_code, title_code
from govgraph.publish.literals import Literal, bounds, date, day, integer, number, zh
from govgraph.publish.quoted import Quoted
from govgraph.publish.terms import (
    ALT_LABEL,
    DCTERMS,
    GG,
    HOLDS,
    LABEL,
    NOT_YET,
    ORG,
    RDF,
    SCHEMA,
    TYPE,
    concept,
    predicates,
)

Object = str | Literal
Row = tuple[str, Object]

# What of a thing's attributes is written, and how; the rest of them is for the steps before.
ATTRIBUTES: MappingProxyType[str, MappingProxyType[str, tuple[str, Callable[[str], Object]]]] = MappingProxyType(
    {
        "Person": MappingProxyType({"gender": (GG + "gender", zh), "ethnicity": (GG + "ethnicity", zh)}),
        "Post": MappingProxyType({}),
        "Body": MappingProxyType({"kind": (GG + "bodyKind", lambda kind: concept("body", kind))}),
        "Place": MappingProxyType(
            {
                "kind": (GG + "placeKind", lambda kind: concept("place", kind)),
                "code": (GG + "divisionCode", Literal),
                "lat": (SCHEMA + "latitude", number),
                "lon": (SCHEMA + "longitude", number),
            }
        ),
        "Initiative": MappingProxyType(
            {
                "kind": (GG + "initiativeKind", lambda kind: concept("initiative", kind)),
                "owner": (GG + "owner", zh),
                "level": (GG + "level", lambda level: concept("level", level)),
                "first_year": (GG + "firstYear", date),
                "last_year": (GG + "lastYear", date),
            }
        ),
        "Meeting": MappingProxyType(
            {"kind": (GG + "meetingKind", lambda kind: concept("meeting", kind)), "date": (SCHEMA + "startDate", date)}
        ),
        "Instrument": MappingProxyType(
            {
                "kind": (GG + "instrumentKind", lambda kind: concept("instrument", kind)),
                "number": (GG + "documentNumber", zh),
                "date": (DCTERMS + "issued", date),
            }
        ),
    }
)


def thing(value: Thing, iris: Iris) -> Iterator[Row]:
    """An entity: its names, what is known of it, and where it was met."""
    yield TYPE, GG + value.key.kind
    yield LABEL, zh(value.label)
    for name in {*value.names, *value.forms} - {value.label, ""}:
        yield ALT_LABEL, zh(name)
    written = ATTRIBUTES[value.key.kind]
    for name, text in value.attrs:
        if name in written and text:
            predicate, convert = written[name]
            yield predicate, convert(text)
    if value.key.kind == "Place" and is_code(value.key.name) and not value.get("code"):
        yield GG + "divisionCode", Literal(value.key.name)
    if value.key.kind == "Post":
        title = value.get("title") or value.label
        yield GG + "title", zh(title)
        yield GG + "titleCode", title_code(title)
    for document in value.documents:
        yield GG + "mentionedIn", iris.document(document)
    for evidence in value.evidence:
        yield GG + "firstMention", iris.evidence(evidence)


# What nobody is by plans alone.
NOBODY = (HOLDS, SCHEMA + "attendee")

# Who is to run an initiative, and when, by somebody's proposal only.
PROPOSED = (("participant", "proposed"), ("yearSeen", "proposed"))

# Ends of claims that are values and no nodes.
PLAIN: MappingProxyType[str, Callable[[str], Object]] = MappingProxyType({"Name": zh, "Year": date})


def end(key: Key, iris: Iris) -> Object:
    """What a claim leads to: a node or a value."""
    plain = PLAIN.get(key.kind)
    return plain(key.name) if plain else iris.thing(key)


def direct(claim: Claim, iris: Iris) -> Iterator[Row]:
    """The short statement beside a claim: some document says so."""
    for predicate in predicates(claim.predicate):
        open_yet = claim.status in NOT_YET if predicate in NOBODY else (claim.predicate, claim.status) in PROPOSED
        open_yet = open_yet or claim.status == "rumoured"
        if not open_yet:
            yield predicate, end(claim.object, iris)


def claim(value: Claim, iris: Iris) -> Iterator[Row]:
    """What one document says, where, and by which rule it was read."""
    yield TYPE, GG + "Claim"
    yield RDF + "subject", iris.thing(value.subject)
    yield RDF + "predicate", predicates(value.predicate)[0]
    yield RDF + "object", end(value.object, iris)
    if value.valid_from:
        yield GG + "validFrom", date(value.valid_from)
    if value.valid_to:
        yield GG + "validTo", date(value.valid_to)
    yield from _source(value, iris)


def figure(value: Figure, iris: Iris) -> Iterator[Row]:
    """A number with its unit, its period and who reported it."""
    yield TYPE, GG + "Figure"
    yield LABEL, zh(" ".join(part for part in (value.measure, value.as_written) if part))
    yield GG + "about", iris.thing(value.about)
    yield GG + "value", number(value.value)
    texts = (("unit", value.unit), ("measure", value.measure), ("asWritten", value.as_written))
    for name, text in (*texts, ("qualifier", value.qualifier)):
        if text:
            yield GG + name, zh(text)
    if value.reporter:
        yield GG + "reporter", iris.thing(value.reporter)
    yield from _period(value.period)
    yield from _source(value, iris)


def _source(value: Claim | Figure, iris: Iris) -> Iterator[Row]:
    """Provenance, alike for claims and for figures."""
    for evidence in value.evidence:
        yield GG + "assertedIn", iris.document(evidence.document)
        yield GG + "evidence", iris.evidence(evidence)
    if value.asserted_on:
        yield GG + "assertedOn", date(value.asserted_on)
    yield GG + "certainty", concept("certainty", value.certainty)
    yield GG + "rule", Literal(value.rule)
    if value.status:
        yield GG + "status", concept("status", value.status)


def _period(period: str) -> Iterator[Row]:
    if not period:
        return
    yield GG + "period", Literal(period)
    days = bounds(period)
    if days:
        yield GG + "periodStart", day(days[0])
        yield GG + "periodEnd", day(days[1])


def evidence(value: Evidence, iri: str, iris: Iris) -> Quoted:
    """A stretch of a document, which is called by an IRI."""
    return Quoted(iri, iris.document(value.document), *value[1:])


def document(value: DocumentFacts, iris: Iris) -> Iterator[Row]:
    """A document and what it says of itself."""
    yield TYPE, GG + "Document"
    yield LABEL, zh(value.title or value.name)
    yield GG + "fileName", Literal(value.name)
    yield GG + "textHash", Literal(value.id)
    if value.title:
        yield DCTERMS + "title", zh(value.title)
    if value.subtitle:
        yield DCTERMS + "alternative", zh(value.subtitle)
    if value.issued:
        yield DCTERMS + "issued", date(value.issued)
    if value.genre:
        yield GG + "genre", concept("genre", value.genre)
    if value.number:
        yield GG + "documentNumber", zh(value.number)
    ends = (
        (DCTERMS + "publisher", value.issuer),
        (GG + "jurisdiction", value.jurisdiction),
        (GG + "session", value.session),
        (GG + "speaker", value.speaker),
    )
    for predicate, key in ends:
        if key:
            yield predicate, iris.thing(key)
    yield from ((GG + "evidence", iris.evidence(evidence)) for evidence in value.evidence)
    yield from _period(value.period)
    yield from _file(value)


def _file(value: DocumentFacts) -> Iterator[Row]:
    if value.encoding:
        yield GG + "encoding", Literal(value.encoding)
    if value.format:
        yield DCTERMS + "format", Literal(value.format)
    if value.characters:
        yield GG + "characters", integer(value.characters)


def ambiguous(value: Ambiguity, iris: Iris) -> Iterator[Row]:
    """A form that was left unlinked, and what it may mean."""
    form, evidence, candidates = value
    yield TYPE, GG + "AmbiguousMention"
    yield LABEL, zh(form)
    yield GG + "assertedIn", iris.document(evidence.document)
    yield GG + "evidence", iris.evidence(evidence)
    for candidate in candidates:
        yield GG + "candidate", zh(candidate)


def contradiction(value: Contradiction, iris: Iris) -> Iterator[Row]:
    """Two statements side by side, and why they may differ."""
    yield TYPE, GG + "Contradiction"
    yield LABEL, zh(" ".join(part for part in (value.what, value.period) if part))
    yield GG + "about", iris.thing(value.about)
    yield GG + "verdict", concept("verdict", value.verdict)
    yield GG + "contradictionKind", concept("contradiction", value.kind)
    yield GG + "between", iris.side(value.one)
    yield GG + "between", iris.side(value.two)
    if value.period:
        yield GG + "period", Literal(value.period)


def tenure(value: Tenure, label: str, iris: Iris) -> Iterator[Row]:
    """One person in one post, as far as all documents show."""
    yield TYPE, GG + "Tenure"
    yield LABEL, zh(label)
    yield ORG + "member", iris.thing(value.person)
    yield GG + "post", iris.thing(value.post)
    dates = (("firstSeen", value.first_seen), ("lastSeen", value.last_seen))
    for name, written in (*dates, ("appointedOn", value.appointed), ("removedOn", value.removed)):
        if written:
            yield GG + name, date(written)
    if value.status:
        yield GG + "status", concept("status", value.status)
    for claim in value.claims:
        yield GG + "fromClaim", iris.claim(claim)


def links(values: Iterable[Link], iris: Iris) -> Iterator[tuple[str, Row]]:
    """What is said of two identities, each way round where both ways are asked for."""
    for value in values:
        one, two = iris.thing(value.subject), iris.thing(value.object)
        if value.predicate == "replacedBy":
            yield one, (DCTERMS + "isReplacedBy", two)
            yield two, (DCTERMS + "replaces", one)
        else:
            yield one, (GG + value.predicate, two)
            if value.predicate == "possiblySame":
                yield two, (GG + value.predicate, one)
