"""Facts to ``tables/*.csv``: one fact a row, with the document, the place in it and the words that say so.

UTF-8 with a byte order mark, because Excel reads Chinese only then; sorted; equal facts give equal bytes. Documents
come from the web, so a cell that a spreadsheet would run as a formula is given an apostrophe (OWASP: CSV injection);
plain numbers are left as they are. Columns are only ever added, at the end.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from govgraph.model import Claim, DocumentFacts, Evidence, Facts, Figure, Key, Tenure, Thing
from govgraph.publish.graph import stands
from govgraph.publish.iris import Iris
from govgraph.shelf import Room, Sorter

Row = tuple[str, ...]
SOURCE = ("document", "start", "end", "quote")
SAID = ("status", "certainty", "rule", "asserted_on")
NAMED = ("iri", "label", "other_names")

_LISTED = (
    "hasPart",
    "holds",
    "jurisdiction",
    "leadBody",
    "partName",
    "postIn",
    "within",
)  # relations whose objects stand in a cell
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True)
class Book:
    """The facts with what the tables look up in them."""

    facts: Facts
    iris: Iris
    things: Mapping[Key, Thing]  # with their first evidence alone
    files: Mapping[str, str]  # id of a document to its name
    known: Mapping[tuple[Key, str], tuple[str, ...]]  # subject and predicate to the labels of the objects

    @classmethod
    def of(cls, facts: Facts, base: str) -> Book:
        """Index the facts once."""
        things = {thing.key: thing._replace(evidence=thing.evidence[:1], documents=()) for thing in facts.things}
        known: dict[tuple[Key, str], set[str]] = defaultdict(set)
        for claim in facts.claims:
            if claim.predicate in _LISTED:
                known[claim.subject, claim.predicate].add(_label(things, claim.object))
        files = {document.id: document.name for document in facts.documents}
        frozen = {ends: tuple(sorted(labels)) for ends, labels in known.items()}
        return cls(facts, Iris.of(base, facts.documents), things, files, frozen)

    def label(self, key: Key | None) -> str:
        """What a thing is called; empty where there is none."""
        return _label(self.things, key) if key else ""

    def objects(self, key: Key, predicate: str) -> str:
        """The labels of all objects of a relation."""
        return _joined(self.known.get((key, predicate), ()))

    def of_kind(self, kind: str) -> Iterator[Thing]:
        """The things of one kind."""
        return (thing for thing in self.facts.things if thing.key.kind == kind)

    def source(self, evidence: tuple[Evidence, ...]) -> Row:
        """The columns of :data:`SOURCE`, of the first evidence."""
        if not evidence:
            return ("", "", "", "")
        first = evidence[0]
        name = self.files.get(first.document, first.document)
        return (name, str(first.start), str(first.end), " … ".join(part.quote for part in evidence))


def write(folder: Path, facts: Facts, base: str, room: Room | None = None) -> tuple[Path, ...]:
    """Write every table into a folder and return the paths; rows that are too many for memory are sorted in a room."""
    folder.mkdir(parents=True, exist_ok=True)
    book = Book.of(facts, base)
    return tuple(_write(folder / f"{name}.csv", columns, rows(book), room) for name, (columns, rows) in TABLES.items())


def _write(path: Path, columns: Row, rows: Iterable[Row], room: Room | None) -> Path:
    ordered = Sorter[Row](room, Row)
    for row in rows:
        ordered.add((tuple(map(defused, row)),))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows(ordered.merged())
    return path


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and without characters that it cannot show."""
    clean = cell.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if clean.lstrip(" ").startswith(_TRIGGERS) and not _NUMBER.fullmatch(clean):
        return "'" + clean
    return clean


def _label(things: Mapping[Key, Thing], key: Key) -> str:
    return things[key].label if key in things else key.name


def _joined(names: Iterable[str]) -> str:
    return "；".join(sorted(names))


def _named(book: Book, thing: Thing) -> Row:
    others = {*thing.names, *thing.forms} - {thing.label}
    return (book.iris.thing(thing.key), thing.label, _joined(others))


def _met(book: Book, thing: Thing) -> Row:
    """In how many documents a thing was met, and where first."""
    return (str(len(thing.documents)), *book.source(thing.evidence[:1]))


def _people(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Person"):
        own = (thing.get("gender"), thing.get("ethnicity"), book.objects(thing.key, "holds"))
        yield (*_named(book, thing), *own, *_met(book, thing))


def _posts(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Post"):
        yield (*_named(book, thing), thing.get("title"), book.objects(thing.key, "postIn"), *_met(book, thing))


def _bodies(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Body"):
        place = book.objects(thing.key, "jurisdiction")
        yield (*_named(book, thing), thing.get("kind"), place, *_met(book, thing))


def _places(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Place"):
        own = (thing.get("code"), thing.get("kind"), book.objects(thing.key, "within"))
        yield (*_named(book, thing), *own, thing.get("lat"), thing.get("lon"), *_met(book, thing))


def _initiatives(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Initiative"):
        own = (thing.get("kind"), thing.get("owner"), book.objects(thing.key, "leadBody"))
        parts = {label for name in ("hasPart", "partName") for label in book.known.get((thing.key, name), ())}
        course = (thing.get("level"), thing.get("first_year"), thing.get("last_year"), _joined(parts))
        yield (*_named(book, thing), *own, *_met(book, thing), *course)


def _meetings(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Meeting"):
        yield (*_named(book, thing), thing.get("kind"), thing.get("date"), *_met(book, thing))


def _instruments(book: Book) -> Iterator[Row]:
    for thing in book.of_kind("Instrument"):
        own = (thing.get("kind"), thing.get("number"), thing.get("date"))
        yield (*_named(book, thing), *own, *_met(book, thing))


def _said(claim: Claim | Figure) -> Row:
    return (claim.status, claim.certainty, claim.rule, claim.asserted_on)


def _tenures(book: Book) -> Iterator[Row]:
    joined = {(tenure.person, tenure.post): tenure for tenure in book.facts.tenures}
    for claim in _of(book, "holds"):
        post = book.things.get(claim.object)
        title = post.get("title") if post else ""
        ends = (book.label(claim.subject), title, book.objects(claim.object, "postIn"), book.label(claim.object))
        iris = (book.iris.thing(claim.subject), book.iris.thing(claim.object))
        dates = (claim.valid_from, claim.valid_to)
        whole = joined.get((claim.subject, claim.object), Tenure(claim.subject, claim.object))
        known = (whole.first_seen, whole.last_seen, whole.appointed, whole.removed)
        yield (*ends, *dates, *_said(claim), *book.source(claim.evidence), *iris, *known)


def _contradictions(book: Book) -> Iterator[Row]:
    for each in book.facts.contradictions:
        row: list[str] = [each.kind, each.verdict, book.label(each.about), each.what, each.period]
        for side in (each.one, each.two):
            match side:
                case Figure():
                    row += [side.as_written, *book.source(side.evidence)]
                case Claim():
                    row += [book.label(side.subject), *book.source(side.evidence)]
                case _:
                    row += [side.kind, *book.source(book.things[side].evidence if side in book.things else ())]
        yield (*row, book.iris.side(each.one), book.iris.side(each.two))


def _of(book: Book, *predicates: str) -> Iterator[Claim]:
    return (claim for claim in book.facts.claims if claim.predicate in predicates and stands(claim))


def _relations(*predicates: str) -> Callable[[Book], Iterator[Row]]:
    """A table of claims: subject, relation, object, how it was said and where."""

    def rows(book: Book) -> Iterator[Row]:
        for claim in _of(book, *predicates):
            ends = (book.label(claim.subject), claim.predicate, book.label(claim.object))
            iris = (book.iris.thing(claim.subject), book.iris.thing(claim.object))
            yield (*ends, *_said(claim), *book.source(claim.evidence), *iris)

    return rows


def _figures(book: Book) -> Iterator[Row]:
    for figure in book.facts.figures:
        told = (figure.measure, figure.value, figure.unit, figure.qualifier, figure.as_written, figure.period)
        ends = (book.label(figure.about), *told, book.label(figure.reporter))
        yield (*ends, *_said(figure), *book.source(figure.evidence), book.iris.thing(figure.about))


def _evidence(book: Book) -> Iterator[Row]:
    for claim in filter(stands, book.facts.claims):
        fact = (book.label(claim.subject), claim.predicate, book.label(claim.object))
        for evidence in claim.evidence:
            yield (book.iris.claim(claim), *fact, *book.source((evidence,)), evidence.prefix, evidence.suffix)
    for figure in book.facts.figures:
        fact = (book.label(figure.about), "figure", figure.as_written)
        for evidence in figure.evidence:
            yield (book.iris.figure(figure), *fact, *book.source((evidence,)), evidence.prefix, evidence.suffix)


def _documents(book: Book) -> Iterator[Row]:
    for document in book.facts.documents:
        yield _document(book, document)


def _document(book: Book, document: DocumentFacts) -> Row:
    ends = (document.jurisdiction, document.issuer, document.session, document.speaker)
    told = (document.name, document.title, document.genre, document.number, document.issued, document.period)
    return (book.iris.document(document.id), *told, *map(book.label, ends), str(document.characters))


_DOCUMENT = ("iri", "document", "title", "genre", "number", "issued", "period")
_COURSE = ("level", "first_year", "last_year", "parts")
_FIGURE = ("about", "measure", "value", "unit", "qualifier", "as_written")
_MET = ("documents", *SOURCE)
_ENDS = ("iri_1", "iri_2")
_SIDE = tuple(tuple(f"{name}_{number}" for name in SOURCE) for number in (1, 2))
_TENURE = ("iri_person", "iri_post", "first_seen", "last_seen", "appointed", "removed")
TABLES: Mapping[str, tuple[Row, Callable[[Book], Iterator[Row]]]] = MappingProxyType(
    {
        "acts": (
            ("instrument", "relation", "actor", *SAID, *SOURCE, *_ENDS),
            _relations(
                "actedOnBy", "issuedBy", "adoptedBy", "draftedBy", "reviewedBy", "revisedBy", "repealedBy", "proposedBy"
            ),
        ),
        "attendances": (("meeting", "relation", "person", *SAID, *SOURCE, *_ENDS), _relations("attendee")),
        "bodies": ((*NAMED, "kind", "jurisdiction", *_MET), _bodies),
        "contradictions": (
            ("kind", "verdict", "about", "what", "period", "said_1", *_SIDE[0], "said_2", *_SIDE[1], *_ENDS),
            _contradictions,
        ),
        "documents": (
            (*_DOCUMENT, "jurisdiction", "issuer", "session", "speaker", "characters"),
            _documents,
        ),
        "evidence": (("claim", "subject", "relation", "object", *SOURCE, "prefix", "suffix"), _evidence),
        "figures": (
            (*_FIGURE, "period", "reporter", *SAID, *SOURCE, "iri_about"),
            _figures,
        ),
        "initiatives": ((*NAMED, "kind", "owner", "lead_bodies", *_MET, *_COURSE), _initiatives),
        "instruments": ((*NAMED, "kind", "number", "date", *_MET), _instruments),
        "meetings": ((*NAMED, "kind", "date", *_MET), _meetings),
        "participations": (
            ("initiative", "relation", "participant", *SAID, *SOURCE, *_ENDS),
            _relations("participant", "leadBody"),
        ),
        "people": ((*NAMED, "gender", "ethnicity", "posts", *_MET), _people),
        "places": ((*NAMED, "code", "kind", "within", "latitude", "longitude", *_MET), _places),
        "posts": ((*NAMED, "title", "body", *_MET), _posts),
        "tenures": (
            ("person", "title", "body", "post", "valid_from", "valid_to", *SAID, *SOURCE, *_TENURE),
            _tenures,
        ),
    }
)
