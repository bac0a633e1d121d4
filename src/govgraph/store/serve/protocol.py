"""SPARQL 1.1 Protocol for queries, its service description, VoID, and reading by the Graph Store Protocol.

There is no update, and no way to add one. An answer that was cut says so in the header ``X-Govgraph-Cut``.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response, StreamingResponse

from govgraph.store.serve import results, safety
from govgraph.store.serve.clerk import Answered, BusyError, Clerk

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
SHORT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
_SD = "http://www.w3.org/ns/sparql-service-description#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_FORMATS = "http://www.w3.org/ns/formats/"
_SYNTAXES = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_WRITTEN = (*_SYNTAXES, "Turtle", "N-Triples", "JSON-LD", "RDF_XML")
_RDF_TYPES = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")


class RefusedError(Exception):
    """A request that is answered with a status and a line that says why."""

    def __init__(self, status: int, message: str, **more: object) -> None:
        super().__init__(message)
        self.status, self.message, self.more = status, message, more


def refused(error: RefusedError) -> Response:
    """The answer to it: JSON, with line and column where they are known."""
    headers = {"Retry-After": "5"} if error.status in (429, 503) else None
    text = json.dumps({"error": error.message, **error.more}, ensure_ascii=False)
    return Response(text + "\n", error.status, headers, "application/json")


async def query(request: Request, clerk: Clerk) -> Response:
    """Run the query of a request."""
    given = await _given(request, clerk.limits.text)
    text, fault = _one(given, "query"), _misuse(given)
    if fault:
        raise RefusedError(400, fault)
    why = safety.refusal(text, clerk.limits)
    if why:
        raise RefusedError(400, why)
    question = {
        "do": "query",
        "text": text,
        "accept": liked(_one(given, "format"), request),
        "prefixes": clerk.snapshot.prefixes,
        "default_graph": [iri for name, iri in given if name == "default-graph-uri"],
        "named_graphs": [iri for name, iri in given if name == "named-graph-uri"],
    }
    return sent(await asked(clerk, question, request))


async def asked(clerk: Clerk, question: dict[str, Any], request: Request) -> Answered:
    """The answer to a question that must not wait behind too many others."""
    lane = clerk.queries if question["do"] == "query" else clerk.reading
    try:
        answer = await clerk.ask(lane, question)
    except BusyError:
        raise RefusedError(429, "too many questions wait for an answer: ask again in some seconds") from None
    if answer.status != 200:
        more = {"line": answer.line, "column": answer.column} if answer.line else {}
        message = answer.message
        if answer.line and safety.is_update(question["text"]):
            message = f"this endpoint reads only; {message}"
        raise RefusedError(answer.status, message[:600], **more)
    if await request.is_disconnected():
        raise ClientDisconnect
    return answer


def sent(answer: Answered) -> Response:
    """An answer with its type and what it was cut at."""
    text_types = answer.type.startswith("text/") or answer.type.endswith(("json", "xml"))
    kind = f"{answer.type}; charset=utf-8" if text_types else answer.type
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"} | ({"X-Govgraph-Cut": answer.cut} if answer.cut else {})
    return Response(answer.data, 200, {**headers, "Content-Type": kind})


async def _given(request: Request, most: int) -> list[tuple[str, str]]:
    """All parameters of a request, whichever of the three ways they came."""
    given = list(request.query_params.multi_items())
    if request.method in ("GET", "HEAD"):
        return given
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (FORM, DIRECT):
        raise RefusedError(415, f"a query is sent as {FORM} or {DIRECT}")
    data = await whole(request, 3 * most + 4096)
    try:
        text = data.decode("utf-8")
        if kind == DIRECT:
            return [*given, ("query", text)]
        return [*given, *parse_qsl(text, keep_blank_values=True, max_num_fields=256, errors="strict")]
    except ValueError:
        raise RefusedError(400, "the query is not UTF-8") from None


async def whole(request: Request, most: int) -> bytes:
    """A body that is not too long."""
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > most:
            raise RefusedError(413, f"the request is longer than {most} bytes")
    return bytes(data)


def _one(given: list[tuple[str, str]], name: str) -> str:
    return next((value for key, value in given if key == name), "")


def _misuse(given: list[tuple[str, str]]) -> str:
    """What is wrong with the parameters."""
    names = [name for name, _ in given]
    if any(name == "update" or name.startswith("using-") for name in names):
        return "this endpoint reads only: there is no update"
    if names.count("query") != 1:
        return "give one query"
    if not all(is_iri(iri) for name, iri in given if name in ("default-graph-uri", "named-graph-uri")):
        return "a graph is named by an IRI"
    return ""


def is_iri(text: str) -> bool:
    """True for what the store takes as a name."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def description(request: Request) -> Response:
    """What this endpoint is, at the address under which it was asked."""
    kind = wanted(request, _RDF_TYPES)
    service, dataset, graph = NamedNode(str(request.url.replace(query=""))), BlankNode("data"), BlankNode("graph")
    rows = [
        Triple(service, _TYPE, NamedNode(_SD + "Service")),
        Triple(service, NamedNode(_SD + "endpoint"), service),
        Triple(service, NamedNode(_SD + "supportedLanguage"), NamedNode(_SD + "SPARQL11Query")),
        Triple(service, NamedNode(_SD + "defaultDataset"), dataset),
        Triple(dataset, _TYPE, NamedNode(_SD + "Dataset")),
        Triple(dataset, NamedNode(_SD + "defaultGraph"), graph),
        Triple(graph, _TYPE, NamedNode(_SD + "Graph")),
    ]
    result = NamedNode(_SD + "resultFormat")
    rows += [Triple(service, result, NamedNode(_FORMATS + name)) for name in _WRITTEN]
    data = pyoxigraph.serialize(rows, format=results.TRIPLES[kind], prefixes={"sd": _SD})
    return sent(Answered(200, kind, data or b""))


def wanted(request: Request, offered: tuple[str, ...]) -> str:
    """The media type of an answer."""
    kind = results.first_chosen(liked(request.query_params.get("format", ""), request), offered)
    if kind is None:
        raise RefusedError(406, f"this can be had as {', '.join(offered)}")
    return kind


def liked(form: str, request: Request) -> list[str]:
    """What a client would have: ``format``, where it is one that we know, before the header."""
    named = SHORT.get(form, form if "/" in form else "")
    return [*([named] if named else []), request.headers.get("accept", "")]


async def void(request: Request, clerk: Clerk) -> Response:
    """What the graph says of itself."""
    question = {"do": "void", "type": wanted(request, _RDF_TYPES), "prefixes": clerk.snapshot.prefixes}
    return sent(await asked(clerk, question, request))


async def whole_graph(request: Request, clerk: Clerk) -> Response:
    """The default graph by the Graph Store Protocol: as the file that it is, or in another syntax as it is read."""
    if set(request.query_params) - {"default", "format"}:
        raise RefusedError(404, "there is no such graph: ask for ?default")
    if "default" not in request.query_params:
        raise RefusedError(400, "say which graph: ?default")
    kind = wanted(request, _RDF_TYPES)
    if results.TRIPLES[kind] is _syntax(clerk) and clerk.snapshot.graph.is_file():  # else a newer one is on its way
        return FileResponse(clerk.snapshot.graph, media_type=kind, headers={"Vary": "Accept"})
    question = {"do": "dump", "type": kind, "prefixes": clerk.snapshot.prefixes}
    return StreamingResponse(_streamed(clerk, question), media_type=kind, headers={"Vary": "Accept"})


def _syntax(clerk: Clerk) -> RdfFormat | None:
    return {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}.get(clerk.snapshot.graph.suffix)


async def _streamed(clerk: Clerk, question: dict[str, Any]) -> AsyncIterator[bytes]:
    async for piece in clerk.stream(clerk.reading, question):
        yield piece
