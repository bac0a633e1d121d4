"""Blocks to JSON-LD: one object a line, under the context of ``ontology/context.jsonld``, written into the file.

A property that the context names is written by that name, and its value as short as the context allows; any other is
written in full. So the file is plain JSON for whoever does not know RDF, and the same graph for whoever does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from govgraph.publish.graph import Block
from govgraph.publish.literals import Literal
from govgraph.publish.nodes import Object
from govgraph.publish.terms import NAMESPACES, TYPE, XSD
from govgraph.settings import shipped


@dataclass(frozen=True, slots=True)
class Name:
    """How the context writes a property and its values."""

    term: str
    kind: str = ""  # the IRI of a datatype, or @id
    language: str = ""
    many: bool = False  # always as a list


@dataclass(frozen=True, slots=True)
class Context:
    """A context read backwards: IRI of a property to its name."""

    written: Mapping[str, Any]
    names: Mapping[str, Name]
    base: str

    @classmethod
    def of(cls, base: str, path: Path | None = None) -> Context:
        """The context of the ontology; data is written relative to the base where JSON-LD can resolve it."""
        file = path or shipped("ontology") / "context.jsonld"
        terms = json.loads(file.read_text(encoding="utf-8"))["@context"]
        names = {_full(said["@id"] if isinstance(said, dict) else said): (t, said) for t, said in _terms(terms)}
        relative = base if base.startswith("http") and base.endswith("/") else ""
        written = {**terms, "@base": relative} if relative else terms
        return cls(written, {iri: _name(*pair) for iri, pair in names.items()}, relative)


def write(path: Path, blocks: Iterable[Block], base: str) -> int:
    """Write a file, block by block, and return the number of triples."""
    context, triples = Context.of(base), 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + _json(context.written) + ',\n"@graph": [')
        for number, block in enumerate(blocks):
            file.write((",\n" if number else "\n") + _json(node(block, context)))
            triples += len(block.rows)
        file.write("\n]}\n")
    return triples


def node(block: Block, context: Context) -> dict[str, Any]:
    """A subject as an object of JSON."""
    said: dict[str, Any] = {"@id": block.subject.removeprefix(context.base)}
    for predicate, rows in groupby(block.rows, key=itemgetter(0)):
        values: list[Object] = [value for _, value in rows]
        if predicate == TYPE:
            said["@type"] = [_short(str(value)) for value in values]
            continue
        name = context.names.get(predicate, Name(_short(predicate)))
        shown = [_value(value, name, context.base) for value in values]
        said[name.term] = shown if name.many or len(shown) > 1 else shown[0]
    return said


def _value(value: Object, name: Name, base: str) -> Any:
    if isinstance(value, str):
        iri = value.removeprefix(base) if base else value
        return iri if name.kind == "@id" else {"@id": iri}
    if value.datatype == XSD + "integer" and not name.kind and abs(int(value.text)) < 2**53:
        return int(value.text)
    plain = (value.datatype == name.kind) and (value.language == name.language)
    return value.text if plain and name.kind != "@id" else _expanded(value)


def _expanded(value: Literal) -> dict[str, str]:
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": _short(value.datatype or XSD + "string")}


def _terms(terms: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(term, said) for term, said in terms.items() if not term.startswith("@") and term not in NAMESPACES]


def _name(term: str, said: Any) -> Name:
    if isinstance(said, str):
        return Name(term)
    kind = said.get("@type", "")
    return Name(term, kind if kind == "@id" else _full(kind), said.get("@language", ""), "@container" in said)


def _full(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return NAMESPACES[prefix] + local if colon and prefix in NAMESPACES else name


def _short(iri: str) -> str:
    """A compact IRI of one of the namespaces of the context, else the IRI."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    for prefix, namespace in NAMESPACES.items():
        if namespace == iri[:cut]:
            return f"{prefix}:{iri[cut:]}"
    return iri


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
