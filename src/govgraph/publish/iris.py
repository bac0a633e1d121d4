"""Keys to IRIs: an official code where there is one, else a short hash of what makes the thing the same thing.

IRIs are ASCII and their last part is ``[a-z0-9-]``, so that every store reads them as prefixed names without escapes.
Labels carry the Chinese. Names are compared in NFKC here, because two IRIs for one name would split a thing.
Ten characters hold fifty bits, enough for entities; statements and evidence, of which there are many more, get sixteen.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from govgraph.model import Claim, Contradiction, DocumentFacts, Evidence, Figure, Key, Tenure
from govgraph.publish.terms import CODE

FOLDERS = (
    "ambiguous",
    "body",
    "claim",
    "contradiction",
    "doc",
    "evidence",
    "figure",
    "initiative",
    "instrument",
    "meeting",
    "person",
    "place",
    "post",
    "tenure",
)
Ambiguity = tuple[str, Evidence, tuple[str, ...]]

_SHORT, _LONG = 10, 16
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648, in small letters
_PAIRS = tuple(one + two for one in _BASE32 for two in _BASE32)  # ten bits each
_SEPARATOR = "\x1f"
_CODE = re.compile(r"\d{6}(?:\d{3}|\d{6})?", re.ASCII)


@lru_cache(maxsize=1 << 17)  # things are named again and again, in no order
def token(*parts: str, size: int = _SHORT) -> str:
    """Base32 characters of a hash over parts that are kept apart by a unit separator."""
    bits = int.from_bytes(hashlib.sha256(_SEPARATOR.join(parts).encode()).digest()[:10])
    return "".join([_PAIRS[bits >> shift & 1023] for shift in range(70, 75 - 5 * size, -10)])


def title_code(title: str) -> str:
    """The code of a post title, as ``ontology/titles.ttl`` lists it."""
    return f"{CODE}title-{token('Title', unicodedata.normalize('NFKC', title))}"


def is_code(name: str) -> bool:
    """True for a division code of six, nine or twelve digits."""
    return _CODE.fullmatch(name) is not None


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of the data namespaces, one a folder."""
    return {folder: f"{base}{folder}/" for folder in FOLDERS}


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one build: a function of the base and of what is named, but for documents, which are looked up."""

    base: str
    documents: Mapping[str, str]  # id or name of a document to its id
    _known: dict[Key | Evidence | str, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, base: str, documents: tuple[DocumentFacts, ...]) -> Iris:
        """Iris that know the documents by id and by name."""
        names = {document.name: document.id for document in documents}
        return cls(base, names | {document.id: document.id for document in documents})

    def thing(self, key: Key) -> str:
        """A person, post, body, place, initiative, meeting or instrument."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._thing(key)
        return known

    def _thing(self, key: Key) -> str:
        name = unicodedata.normalize("NFKC", key.name)
        if key.kind == "Place" and is_code(name):
            return f"{self.base}place/{name}"
        return f"{self.base}{key.kind.lower()}/{token(key.kind, name, key.scope)}"

    def document(self, id_or_name: str) -> str:
        """A document, by its id or its name."""
        known = self._known.get(id_or_name)
        if known is None:
            hashed = token("Document", self.documents.get(id_or_name, id_or_name))
            known = self._known[id_or_name] = f"{self.base}doc/{hashed}"
        return known

    def evidence(self, evidence: Evidence) -> str:
        """A stretch of a document; its selectors are this with ``-q`` and ``-p``."""
        known = self._known.get(evidence)
        if known is None:
            known = self._known[evidence] = self._evidence(evidence)
        return known

    def _evidence(self, evidence: Evidence) -> str:
        source = self.documents.get(evidence.document, evidence.document)
        place = (source, str(evidence.start), str(evidence.end))
        return f"{self.base}evidence/" + token(
            "Evidence", *place, evidence.quote, evidence.prefix, evidence.suffix, size=_LONG
        )

    def claim(self, claim: Claim) -> str:
        """What one document says, with all that makes it another statement."""
        said = (claim.status, claim.certainty, claim.rule, claim.asserted_on, claim.valid_from, claim.valid_to)
        ends = (self.thing(claim.subject), claim.predicate, self.thing(claim.object))
        return f"{self.base}claim/" + token("Claim", *ends, *said, *map(self.evidence, claim.evidence), size=_LONG)

    def figure(self, figure: Figure) -> str:
        """A number that one document reports."""
        said = (figure.value, figure.unit, figure.measure, figure.as_written, figure.qualifier, figure.status)
        frame = (figure.period, figure.asserted_on, figure.certainty, figure.rule)
        ends = (self.thing(figure.about), self.thing(figure.reporter) if figure.reporter else "")
        sources = map(self.evidence, figure.evidence)
        return f"{self.base}figure/" + token("Figure", *ends, *said, *frame, *sources, size=_LONG)

    def ambiguous(self, ambiguity: Ambiguity) -> str:
        """A form that names one of several things, and no rule says which."""
        form, evidence, candidates = ambiguity
        return f"{self.base}ambiguous/" + token("Ambiguous", form, self.evidence(evidence), *candidates, size=_LONG)

    def side(self, value: Figure | Claim | Key) -> str:
        """One side of a contradiction."""
        match value:
            case Figure():
                return self.figure(value)
            case Claim():
                return self.claim(value)
            case _:
                return self.thing(value)

    def contradiction(self, value: Contradiction) -> str:
        """Two statements that do not agree; which of them comes first makes no other contradiction."""
        sides = sorted((self.side(value.one), self.side(value.two)))
        return f"{self.base}contradiction/" + token("Contradiction", value.kind, *sides, size=_LONG)

    def tenure(self, value: Tenure) -> str:
        """One person in one post."""
        return f"{self.base}tenure/" + token("Tenure", self.thing(value.person), self.thing(value.post), size=_LONG)
