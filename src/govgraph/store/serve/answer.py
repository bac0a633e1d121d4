"""One question answered, in a child that ends afterwards.

A reply is a frame of JSON (``status`` as in HTTP, ``type``, ``cut``, ``message``), then the body in frames.
"""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from govgraph.store.serve import confine, frames, results
from govgraph.store.serve.entity import labels, page

_PLACE = re.compile(r"at (\d+):(\d+)(?:-\S+)?:?\s*")
_DATASETS = ("http://rdfs.org/ns/void#Dataset", "http://www.w3.org/ns/dcat#Dataset")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Question = dict[str, Any]
Reply = tuple[dict[str, object], bytes]


def answer(ours: socket.socket, store: pyoxigraph.Store, base: str, *, no_files: bool) -> None:
    """Read a question, take on its limits, answer."""
    question = frames.receive(ours)
    confine.limited(question["seconds"], question["memory"], no_files=no_files)
    if confine.reaches_network():
        ours.sendall(frames.packed({"status": 500, "message": "no network limit"}) + frames.framed(b""))
        return
    if question["do"] == "dump":
        _dump(ours, store, question)
        return
    head, data = _KINDS[question["do"]](store, base, question)
    ours.sendall(frames.packed(head))
    for frame in frames.body(data):
        ours.sendall(frame)


def _query(store: pyoxigraph.Store, _: str, question: Question) -> Reply:
    """A SPARQL query."""
    default, named = ([NamedNode(iri) for iri in question[name]] or None for name in ("default_graph", "named_graphs"))
    if named and not default:
        default = [NamedNode("urn:x-nothing")]  # a dataset of named graphs alone has an empty default graph
    try:
        found = store.query(
            question["text"],
            prefixes=question["prefixes"],
            default_graph=list(default) if default else None,
            named_graphs=list(named) if named else None,
        )
        return _written(found, question)
    except SyntaxError as error:
        return _fault(error), b""
    except (ValueError, RuntimeError, OSError) as error:
        return {"status": 400, "message": f"the query cannot be run: {error}"}, b""
    except MemoryError:
        return {"status": 503, "message": "the query needs more memory than it may have"}, b""


def _written(found: object, question: Question) -> Reply:
    """A result in the syntax that was asked for."""
    is_triples = isinstance(found, pyoxigraph.QueryTriples)
    offered = tuple(results.TRIPLES if is_triples else results.ROWS)
    kind = results.first_chosen(question["accept"], offered)
    if kind is None:
        return {"status": 406, "message": f"this answer can be had as {', '.join(offered)}"}, b""
    most, size = question["rows"], question["size"]
    if isinstance(found, pyoxigraph.QueryBoolean):
        return {"status": 200, "type": kind}, results.yes_or_no(results.ROWS[kind], bool(found))
    if isinstance(found, pyoxigraph.QuerySolutions):
        names = [variable.value for variable in found.variables]
        written = results.rows(results.ROWS[kind], names, map(tuple, found), most, size)
    elif isinstance(found, pyoxigraph.QueryTriples):
        written = results.triples(results.TRIPLES[kind], found, most, size, question["prefixes"])
    else:
        return {"status": 400, "message": "the query gives neither rows, nor triples, nor yes or no"}, b""
    return {"status": 200, "type": kind, "cut": written.cut}, written.data


def _fault(error: SyntaxError) -> dict[str, object]:
    """A syntax error with its line and column."""
    said = str(error)
    place = _PLACE.search(said)
    if not place:
        return {"status": 400, "message": f"the query is not SPARQL: {said}"}
    what = said[place.end() :] or said
    line, column = int(place[1]), int(place[2])
    message = f"the query is not SPARQL at line {line}, column {column}: {what}"
    return {"status": 400, "message": message, "line": line, "column": column}


def _page(store: pyoxigraph.Store, base: str, question: Question) -> Reply:
    """What the page of an entity shows."""
    found = page(store, base, question["iri"], question.get("first", 0))
    if found is None:
        return {"status": 404, "message": "not in this graph"}, b""
    return {"status": 200}, json.dumps(found, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _labels(store: pyoxigraph.Store, _: str, question: Question) -> Reply:
    """What some IRIs are called."""
    return {"status": 200}, json.dumps(labels(store, question["iris"]), ensure_ascii=False).encode()


def _entity(store: pyoxigraph.Store, _: str, question: Question) -> Reply:
    """All triples about an IRI, and of the parts of an evidence."""
    node = NamedNode(question["iri"])
    found = [quad.triple for quad in store.quads_for_pattern(node, None, None, None)]
    if not found:
        return {"status": 404, "message": "not in this graph"}, b""
    return _triples(found, question)


def _void(store: pyoxigraph.Store, _: str, question: Question) -> Reply:
    """What the graph says of itself."""
    kinds = map(NamedNode, _DATASETS)
    sets = {q.subject for kind in kinds for q in store.quads_for_pattern(None, NamedNode(_TYPE), kind, None)}
    found = {quad.triple for each in sets for quad in store.quads_for_pattern(each, None, None, None)}
    return _triples(sorted(found, key=str), question)


def _triples(found: list[pyoxigraph.Triple], question: Question) -> Reply:
    kind = question["type"]
    most, size = question["rows"], question["size"]
    written = results.triples(results.TRIPLES[kind], found, most, size, question["prefixes"])
    return {"status": 200, "type": kind, "cut": written.cut}, written.data


class _Frames:
    """A file that is written to as frames."""

    def __init__(self, ours: socket.socket) -> None:
        self.ours = ours

    def write(self, data: bytes) -> int:
        """Send one frame."""
        if data:
            self.ours.sendall(frames.framed(bytes(data)))
        return len(data)

    def flush(self) -> None:
        """All was sent."""


def _dump(ours: socket.socket, store: pyoxigraph.Store, question: Question) -> None:
    """The whole default graph, as it is read: cut by the clock alone."""
    kind: RdfFormat = results.TRIPLES[question["type"]]
    ours.sendall(frames.packed({"status": 200, "type": question["type"]}))
    out: Any = _Frames(ours)
    pyoxigraph.serialize(_all(store), out, format=kind, prefixes=question["prefixes"])
    ours.sendall(frames.framed(b""))


def _all(store: pyoxigraph.Store) -> Iterator[pyoxigraph.Triple]:
    for quad in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()):
        yield quad.triple


_KINDS: dict[str, Callable[[pyoxigraph.Store, str, Question], Reply]] = {
    "query": _query,
    "page": _page,
    "labels": _labels,
    "entity": _entity,
    "void": _void,
}
