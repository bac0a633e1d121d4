"""GraphML for Gephi, yEd and networkx: things are nodes, claims are edges, several between two nodes where it is so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from govgraph.publish.tables import Book

_NODE = ("label", "kind", "documents")
_EDGE = ("predicate", "status", "certainty", "asserted_on", "document", "quote")
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(path: Path, book: Book) -> None:
    """Write every thing that stands in a claim or was met in a document, and every claim with evidence."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in _lines(book))


def _lines(book: Book) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for scope, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "int" if name == "documents" else "string"
            yield f'<key id="{scope}-{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph edgedefault="directed">'
    yield from sorted(_nodes(book))
    yield from sorted(set(_edges(book)))
    yield "</graph>"
    yield "</graphml>"


def _nodes(book: Book) -> Iterator[str]:
    for thing in book.facts.things:
        said = zip(_NODE, (thing.label, thing.key.kind, str(len(thing.documents))), strict=True)
        yield f"<node id={_quoted(book.iris.thing(thing.key))}>{_data('node', said)}</node>"


def _edges(book: Book) -> Iterator[str]:
    for claim in book.facts.claims:
        if claim.subject in book.things and claim.object in book.things:
            document, _, _, quote = book.source(claim.evidence)
            values = (claim.predicate, claim.status, claim.certainty, claim.asserted_on, document, quote)
            ends = (_quoted(book.iris.thing(key)) for key in (claim.subject, claim.object))
            said = _data("edge", zip(_EDGE, values, strict=True))
            yield f"<edge source={next(ends)} target={next(ends)}>{said}</edge>"


def _data(scope: str, said: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<data key="{scope}-{name}">{escape(_clean(text))}</data>' for name, text in said if text)


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """Text that XML can hold, on one line."""
    return " ".join(_UNWRITABLE.sub("", text).split("\n"))
