"""The values that cross from step to step: frozen, plain, ordered.

    Document ─repair→ Prose ─find→ Mention ─relate→ Extraction (Thing, Claim, Figure) ─resolve→ Facts

Nothing here computes: a value is what one step hands to the next, and what may be written to disk between them.
What is made, compared and looked up by the ten thousand is a named tuple, not a dataclass: Python does that in C.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from govgraph.text import Span, Text

Attributes = tuple[tuple[str, str], ...]

# The kinds of things that become nodes, in the words of the ontology.
KINDS = ("Person", "Post", "Body", "Place", "Initiative", "Meeting", "Instrument")
# Kinds of keys that are values and become no nodes.
VALUES = ("Name", "Year")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source that the file format itself sets apart (a page, a table row, a paragraph)."""

    start: int
    end: int
    kind: str = "text"  # text, heading, row, caption, note
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as decoded, before any repair: offsets of all evidence count in ``text``."""

    id: str  # 32 hexadecimal digits of the SHA-256 of the decoded text: the same text is the same document
    name: str  # path below the folder that the user gave, with "/" between folders
    text: str
    encoding: str = "utf-8"
    format: str = "txt"
    blocks: tuple[Block, ...] = ()
    meta: Attributes = ()  # what the file says of itself: title, date, source …
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the repaired text; offsets count in ``Prose.text.string``."""

    start: int
    end: int
    kind: str = "body"  # body, title, heading, caption, row, byline, note
    level: int = 0  # of a heading: 1 for 一、 2 for （一） 3 for 1. or 一是; 0 where unknown


@dataclass(frozen=True, slots=True)
class Removal:
    """What one step of repair changed, for the report."""

    step: str
    times: int
    characters: int


@dataclass(frozen=True)
class Prose:
    """A document after repair: readable text, its map to the source, its paragraphs and sentences."""

    document: Document
    text: Text
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]
    removals: tuple[Removal, ...] = ()
    doubts: tuple[str, ...] = ()  # where repair stayed unsure, for the report
    written: Text | None = None  # the same in traditional characters, where the document is written in them

    def quote(self, span: Span) -> str:
        """What repair made of a range of the source, in the characters of the document."""
        return (self.written or self.text).within(span)


class Mention(NamedTuple):
    """A stretch of the repaired text that names something.

    ``form`` is the text as it stands; ``name`` the same with damage, quotation marks and coordination read through
    (“蛟河、船营代表团” gives the names 蛟河代表团 and 船营代表团), but not yet resolved: 市政府 is still 市政府.
    """

    start: int
    end: int
    kind: str  # person, post, body, place, initiative, meeting, instrument, date, quantity
    form: str
    name: str
    rule: str
    strength: str = "strong"  # strong: stands alone; weak: counts only where something else supports it
    attrs: Attributes = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of an attribute, or the default."""
        for name, value in self.attrs:
            if name == key:
                return value
        return default


class Key(NamedTuple):
    """What makes a thing the same thing in every document: its IRI is a function of this alone."""

    kind: str  # one of KINDS
    name: str  # canonical name; of a place with a division code, the code
    scope: str = ""  # division code, owner or body that the name is unique in


class Evidence(NamedTuple):
    """The characters of a document that say so.

    ``start`` and ``end`` count in ``Document.text``; ``quote`` is what repair made of them.
    """

    document: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


class Thing(NamedTuple):
    """An entity as one document, or after resolve all documents, know it."""

    key: Key
    label: str
    names: tuple[str, ...] = ()  # further unambiguous names
    forms: tuple[str, ...] = ()  # as written in the documents
    attrs: Attributes = ()  # kind, place, code, title, body, … as the contract needs them
    documents: tuple[str, ...] = ()  # where it was met; empty where only the gazetteer supplied it
    evidence: tuple[Evidence, ...] = ()  # first mention in each document

    def get(self, key: str, default: str = "") -> str:
        """The value of an attribute, or the default."""
        for name, value in self.attrs:
            if name == key:
                return value
        return default


class Claim(NamedTuple):
    """One document says that a subject stands in a relation to an object.

    ``predicate`` is a local name of the contract, read from the subject of the triple: a person *holds* a post, a
    meeting has an *attendee*, an instrument is *issuedBy* a body. All of them are listed in ``publish/terms.py``.
    """

    subject: Key
    predicate: str
    object: Key
    evidence: tuple[Evidence, ...]
    rule: str
    certainty: str = "stated"  # stated, context, inferred
    status: str = ""  # acting, former, proposed, planned, elected, appointed, removed, concurrent
    asserted_on: str = ""  # YYYY, YYYY-MM or YYYY-MM-DD
    valid_from: str = ""
    valid_to: str = ""


class Figure(NamedTuple):
    """A number that a document reports about something; it is its own claim."""

    about: Key
    value: str  # plain decimal: 4.58万 is 45800
    unit: str  # as written, without the multiplier; may be empty
    measure: str  # a short phrase of the text that says what was counted
    as_written: str
    evidence: tuple[Evidence, ...]
    rule: str
    certainty: str = "stated"
    qualifier: str = ""  # 余, 超过, 左右, 约 …
    status: str = ""  # planned, proposed
    reporter: Key | None = None
    period: str = ""  # YYYY, YYYY-MM, YYYY-MM-DD or start/end
    asserted_on: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself."""

    id: str
    name: str
    title: str = ""
    genre: str = ""  # work report, congress spread, cppcc spread, gazette, appointment, roster, group notice, news
    issuer: Key | None = None
    jurisdiction: Key | None = None
    issued: str = ""
    period: str = ""  # reporting year
    session: Key | None = None
    speaker: Key | None = None
    number: str = ""  # 文号
    encoding: str = ""
    format: str = ""
    characters: int = 0
    kept: int = 0
    removals: tuple[Removal, ...] = ()
    warnings: tuple[str, ...] = ()
    subtitle: str = ""
    evidence: tuple[Evidence, ...] = ()  # where it first names its jurisdiction

    def rekeyed(self, key: Callable[[Key], Key | None]) -> DocumentFacts:
        """The same with other keys for the things that it names; None leaves one out."""

        def new(named: Key | None) -> Key | None:
            return key(named) if named else None

        return replace(
            self,
            issuer=new(self.issuer),
            jurisdiction=new(self.jurisdiction),
            session=new(self.session),
            speaker=new(self.speaker),
        )


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document yields; the unit of caching and of parallel work."""

    document: DocumentFacts
    things: tuple[Thing, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    ambiguous: tuple[tuple[str, Evidence, tuple[str, ...]], ...] = ()  # form, where, candidates
    omissions: tuple[Evidence, ...] = ()  # sentences with cue words and no claim


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why."""

    name: str
    reason: str


class Link(NamedTuple):
    """What resolve says of two things or identities: possiblySame, replacedBy (an identity given up), succeededBy."""

    subject: Key
    predicate: str
    object: Key


class Contradiction(NamedTuple):
    """Two statements that do not agree, kept side by side; neither is dropped.

    ``kind`` is figure, post (two holders of one sole post) or type (one name, two kinds of thing: the sides are keys).
    ``verdict`` is conflict, revision (a later document of the same reporter), rounding, scope (maybe two) or type.
    """

    kind: str
    verdict: str
    about: Key
    what: str  # the measure, the title or the name in question
    period: str
    one: Figure | Claim | Key
    two: Figure | Claim | Key


class Tenure(NamedTuple):
    """One person in one post, joined from the claims of all documents; dates as exactly as they are known."""

    person: Key
    post: Key
    first_seen: str = ""
    last_seen: str = ""
    appointed: str = ""
    removed: str = ""
    status: str = ""  # of the last claim
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """The whole graph as values, sorted: what publish writes and nothing else knows.

    The sequences are tuples, or, of a large build, read from disk whenever they are gone through.
    """

    documents: tuple[DocumentFacts, ...] = ()
    things: Sequence[Thing] = ()
    claims: Sequence[Claim] = ()
    figures: Sequence[Figure] = ()
    ambiguous: Sequence[tuple[str, Evidence, tuple[str, ...]]] = ()
    omissions: Sequence[Evidence] = ()
    failures: tuple[Failure, ...] = field(default=())
    links: tuple[Link, ...] = ()
    contradictions: Sequence[Contradiction] = ()
    tenures: Sequence[Tenure] = ()
