"""Rows and triples in the formats of the SPARQL recommendations, cut at a number of rows and of bytes, and saying so.

The store could write them itself, but not stop: an answer of a thousand million rows would be written whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRINGS = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString",
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TO_QUOTE = re.compile('[",\r\n]')

ROWS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
TRIPLES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/x-turtle": RdfFormat.TURTLE,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/json": RdfFormat.JSON_LD,
}


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as bytes, and what it was cut at: ``""``, ``"10000 rows"`` or ``"10485760 bytes"``."""

    data: bytes
    cut: str = ""


def rows(form: str, names: list[str], found: Iterable[Row], most: int, size: int) -> Written:
    """Solutions as json, xml, csv or tsv."""
    head, one, between, tail = _FORMS[form](names)
    pieces, length, cut = [head.encode()], len(head), ""
    for count, row in enumerate(found):
        piece = ((between if count else "") + one(row)).encode("utf-8", "replace")
        length += len(piece)
        cut = f"{most} rows" if count == most else f"{size} bytes" if length > size else ""
        if cut:
            break
        pieces.append(piece)
    return Written(b"".join((*pieces, tail.encode())), cut)


def triples(kind: RdfFormat, found: Iterable[Triple], most: int, size: int, prefixes: dict[str, str]) -> Written:
    """Triples in a syntax of RDF; ``size`` is counted in N-Triples, the longest of them."""
    kept: list[Triple] = []
    length, cut = 0, ""
    for triple in found:
        length += len(str(triple))
        cut = f"{most} triples" if len(kept) == most else f"{size} bytes" if length > size else ""
        if cut:
            break
        kept.append(triple)
    data = pyoxigraph.serialize(kept, format=kind, prefixes=prefixes)
    return Written(data or b"", cut)


_Form = tuple[str, Callable[[Row], str], str, str]


def _json(names: list[str]) -> _Form:
    head = json.dumps({"head": {"vars": names}}, ensure_ascii=False)[:-1] + ', "results": {"bindings": ['

    def one(row: Row) -> str:
        bound = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        return json.dumps(bound, ensure_ascii=False)

    return head, one, ",\n", "]}}"


def _json_term(term: Term) -> dict[str, Any]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal():
            return {"type": "literal", "value": term.value, **_tags(term)}
        case _:
            parts = {name: _json_term(getattr(term, name)) for name in ("subject", "predicate", "object")}
            return {"type": "triple", "value": parts}


def _tags(term: Literal) -> dict[str, str]:
    """The language or the datatype of a literal, by their names in JSON."""
    if term.language:
        return {"xml:lang": term.language}
    return {} if term.datatype.value in (_STRING, *_LANG_STRINGS) else {"datatype": term.datatype.value}


def _xml(names: list[str]) -> _Form:
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    head += f"<head>{variables}</head><results>\n"

    def one(row: Row) -> str:
        bound = zip(names, row, strict=True)
        cells = (f"<binding name={quoteattr(n)}>{_xml_term(term)}</binding>" for n, term in bound if term is not None)
        return f"<result>{''.join(cells)}</result>\n"

    return head, one, "", "</results></sparql>\n"


def _xml_term(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{_xml_text(term.value)}</uri>"
        case BlankNode():
            return f"<bnode>{_xml_text(term.value)}</bnode>"
        case Literal():
            tags = "".join(f" {name}={quoteattr(value)}" for name, value in _tags(term).items())
            return f"<literal{tags}>{_xml_text(term.value)}</literal>"
        case _:
            parts = ((name, getattr(term, name)) for name in ("subject", "predicate", "object"))
            return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"


def _xml_text(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _csv(names: list[str]) -> _Form:
    return ",".join(names) + "\r\n", lambda row: ",".join(map(_csv_cell, row)) + "\r\n", "", ""


def _csv_cell(term: Term | None) -> str:
    text = "" if term is None else f"_:{term.value}" if isinstance(term, BlankNode) else str(_value(term))
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if _TO_QUOTE.search(text) else text


def _value(term: NamedNode | Literal | Triple) -> object:
    return term if isinstance(term, Triple) else term.value


def _tsv(names: list[str]) -> _Form:
    head = "\t".join(f"?{name}" for name in names) + "\n"
    return head, lambda row: "\t".join("" if term is None else _tsv_cell(term) for term in row) + "\n", "", ""


def _tsv_cell(term: Term) -> str:
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


_FORMS: dict[str, Callable[[list[str]], _Form]] = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}


def yes_or_no(form: str, value: bool) -> bytes:
    """The answer to ASK."""
    said = "true" if value else "false"
    if form == "json":
        return f'{{"head": {{}}, "boolean": {said}}}'.encode()
    if form == "xml":
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        return f"{head}<head></head><boolean>{said}</boolean></sparql>\n".encode()
    return f"{said}\n".encode()


def first_chosen(accepts: Iterable[str], offered: Iterable[str]) -> str | None:
    """The same for several headers, of which the earlier count more."""
    types = list(offered)
    return next(filter(None, (chosen(accept, types) for accept in accepts)), None)


def chosen(accept: str, offered: Iterable[str]) -> str | None:
    """The offered media type that an Accept header likes best; the first of equals; None where it likes none."""
    types = list(offered)
    liked = list(_ranges(accept)) or [("*/*", 1.0)]
    rated = [(max((_rate(kind, media, weight) for media, weight in liked)), -at, kind) for at, kind in enumerate(types)]
    best = max(rated)
    return best[2] if best[0] > (0, 0.0) else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(",")[:64]:
        media, *parameters = part.split(";")
        weight = next((p.partition("=")[2] for p in map(str.strip, parameters) if p.lower().startswith("q=")), "1")
        try:
            rating = float(weight)
        except ValueError:
            rating = 0.0
        if media.strip():
            yield media.strip().lower(), rating


def _rate(kind: str, media: str, weight: float) -> tuple[float, float]:
    """The weight first, then how exactly the range names the type."""
    if weight <= 0:
        return (0, 0.0)
    if media == kind:
        return (weight, 3.0)
    if media == f"{kind.partition('/')[0]}/*":
        return (weight, 2.0)
    return (weight, 1.0) if media == "*/*" else (0, 0.0)
