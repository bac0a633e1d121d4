"""Rows in the shape of Wikidata's *position held*: one tenure a row, qualifiers and reference beside it.

    item, P39 (position held), P580 and P582 (start and end), P1001 (jurisdiction) with its P442 (division code)
    S248 (stated in), S577 (publication date), S1683 (quotation)

Wikidata writes division codes with spaces and without trailing zeros: 220284 is ``22 02 84``, 220200 is ``22 02``.
Nobody is matched to an item here: that is for a person to decide.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from govgraph.model import Key, Tenure
from govgraph.publish.tables import Book, Row, defused

COLUMNS = (
    *("item", "item_iri", "P39", "P39_iri", "P580", "P582"),
    *("P1001", "P442", "S248", "S577", "S1683"),
)


def write(path: Path, book: Book) -> None:
    """Write every tenure."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(tuple(map(defused, row)) for row in _rows(book)))


def spaced(code: str) -> str:
    """A division code as property P442 has it."""
    pairs = re.findall("..", code[:6])
    while pairs and pairs[-1] == "00":
        pairs.pop()
    return " ".join(pairs)


def _rows(book: Book) -> Iterator[Row]:
    body = {claim.subject: claim.object for claim in book.facts.claims if claim.predicate == "postIn"}
    place = {claim.subject: claim.object for claim in book.facts.claims if claim.predicate == "jurisdiction"}
    issued = {document.name: document.issued for document in book.facts.documents}
    for tenure in book.facts.tenures:
        in_body = body.get(tenure.post)
        yield (
            *_statement(book, tenure),
            *_place(book, place.get(in_body) if in_body else None),
            *_said(book, tenure, issued),
        )


def _statement(book: Book, tenure: Tenure) -> Row:
    person, post = tenure.person, tenure.post
    ends = (book.label(person), book.iris.thing(person), book.label(post), book.iris.thing(post))
    return (*ends, tenure.appointed, tenure.removed)


def _place(book: Book, place: Key | None) -> Row:
    if place is None:
        return ("", "")
    code = place.name if place.name.isdigit() else ""
    return (book.label(place), spaced(code))


def _said(book: Book, tenure: Tenure, issued: dict[str, str]) -> Row:
    """The first claim of the tenure as a reference."""
    sources = sorted(book.source(claim.evidence) for claim in tenure.claims)
    if not sources:
        return ("", "", "")
    document, _, _, quote = sources[0]
    return (document, issued.get(document, ""), quote)
