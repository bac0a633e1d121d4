"""The page of a document: its text as it was decoded, with every character marked that says something.

Where the text was not kept with the graph, the page has the quotes alone. Marks may lie over one another; the text is
cut where any of them begins or ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govgraph.model import VALUES, Claim, DocumentFacts, Evidence, Figure
from govgraph.publish.site.frame import framed
from govgraph.publish.site.known import Known, Pair, Ref, Said
from govgraph.publish.site.told import Told, told


class Piece(NamedTuple):
    """A stretch of text that is marked as a whole or not at all."""

    text: str
    start: int
    end: int
    marked: bool
    anchors: tuple[str, ...]  # of the evidence that begins here


class Row(NamedTuple):
    """A statement of the document."""

    subject: Ref | None
    relation: Pair
    object: Ref | None
    plain: str  # a year or a name in the place of an object
    told: Told


def document_page(known: Known, document: DocumentFacts, text: str | None) -> str:
    """The whole page."""
    said = sorted(known.told[document.id], key=lambda each: (_first(each, document.id), known.iri(each)))
    shown = (*(e for each in said for e in each.evidence), *known.met[document.id])
    evidence = sorted({each for each in shown if each.document == document.id})
    values = {
        "document": document,
        "iri": known.names.document(document.id),
        "issuer": known.ref(document.issuer),
        "place": known.ref(document.jurisdiction),
        "rows": [_row(known, each) for each in said],
        "own": f"../{known.document_path(document.id)}#",
        "pieces": pieces(text, evidence) if text is not None else None,
    }
    return framed("document", document.title or document.name, values, known)


def _first(each: Said, document: str) -> tuple[int, int]:
    return min((e.start, e.end) for e in each.evidence if e.document == document)


def _row(known: Known, each: Said) -> Row:
    shown = told(known, [each])[0]
    match each:
        case Figure():
            return Row(known.ref(each.about), (each.measure, each.measure), None, "", shown)
        case Claim():
            plain = each.object.name if each.object.kind in VALUES else ""
            relation = known.relation(each.predicate, back=False)
            return Row(known.ref(each.subject), relation, known.ref(each.object), plain, shown)


def pieces(text: str, evidence: Sequence[Evidence]) -> list[Piece]:
    """The text, cut wherever evidence begins or ends."""
    spans = sorted({(each.start, each.end) for each in evidence if 0 <= each.start <= each.end <= len(text)})
    cuts = sorted({0, len(text), *(at for span in spans for at in span)})
    opening: dict[int, list[str]] = {}
    for start, end in spans:
        opening.setdefault(start, []).append(f"c{start}-{end}")
    found, depth = [], dict.fromkeys(cuts, 0)
    for start, end in spans:
        depth[start] += 1
        depth[end] -= 1
    open_ = 0
    for start, end in pairwise(cuts):
        open_ += depth[start]
        found.append(Piece(text[start:end], start, end, open_ > 0, tuple(opening.get(start, ()))))
    return found
