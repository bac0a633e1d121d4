"""Pages for people: the start with its search, a page for each entity, the editor. Every value is escaped."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode, urlsplit

import jinja2
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from govgraph import __version__
from govgraph.store.query import available
from govgraph.store.serve import chart, language, names, protocol
from govgraph.store.serve.clerk import Clerk
from govgraph.store.serve.gate import POLICY
from govgraph.store.serve.options import Options
from govgraph.store.serve.protocol import RefusedError
from govgraph.store.serve.text import source_page

HTML = "text/html"
_DATA = ("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
_HOLDS = names.HOLDS
_STATEMENTS = ("Claim", "Figure")
# Shapes as in the view: each kind is told by its shape as well as by its colour.
LOOKS = MappingProxyType(
    {
        "Person": "M6 1a5 5 0 1 0 .01 0z",
        "Post": "M6 0l6 6-6 6-6-6z",
        "Body": "M1 1h10v10H1z",
        "Place": "M3 1h6l3 5-3 5H3L0 6z",
        "Initiative": "M6 1l6 10H0z",
        "Meeting": "M6 0l1.6 4.2 4.4.2-3.4 2.8 1.1 4.3L6 9.1l-3.7 2.4 1.1-4.3L0 4.4l4.4-.2z",
        "Instrument": "M0 1h12L6 11z",
        "Document": "M2 0h6l2 3v9H2z",
    }
)


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.PackageLoader("govgraph.store.serve", "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)


def shown(name: str, request: Request, clerk: Clerk, options: Options, status: int = 200, **values: Any) -> Response:
    """A page, in the language of the reader."""
    words = language.of(request)
    folder = clerk.snapshot.folder
    other = next(each for each in language.LANGUAGES if each != words.language)
    kept = {key: value for key, value in request.query_params.items() if key != "lang"}
    around = {
        "words": words,
        "version": __version__,
        "other": other,
        "switch": f"{_local(request.url.path)}?{urlencode({**kept, 'lang': other})}",
        "path": path_of,
        "base": clerk.snapshot.base,
        "looks": LOOKS,
        "has_graph": (folder / "index.html").is_file(),
        "has_report": (folder / "report.html").is_file(),
        "proposals": options.proposals is not None,
        "wide": name == "editor.html",
        "bars": chart.bars,
    }
    page = HTMLResponse(_templates().get_template(name).render({**around, **values}), status)
    page.headers["Vary"] = "Accept, Accept-Language, Cookie"
    page.headers["Cache-Control"] = "no-cache"
    if request.query_params.get("lang") in language.LANGUAGES:
        page.set_cookie(language.COOKIE, request.query_params["lang"], max_age=31536000, samesite="lax")
    return page


def _local(path: str) -> str:
    """A path that stays on this server, whatever it begins with."""
    return "/" + path.lstrip("/\\")


def path_of(iri: str) -> str:
    """Where the page of an IRI is: at its own path."""
    parts = urlsplit(iri)
    if parts.scheme not in ("http", "https"):
        return f"/iri?{urlencode({'of': iri})}"
    return _local(parts.path) + (f"?{urlencode({'fragment': parts.fragment})}" if parts.fragment else "")


async def home(request: Request, clerk: Clerk, options: Options) -> Response:
    """The search, or what there is to search."""
    q = request.query_params.get("q", "").strip()[:100]
    index = clerk.snapshot.names
    if q:
        hits = await run_in_threadpool(names.search, index, q, 50)
        return shown("home.html", request, clerk, options, q=q, hits=hits)
    counts, samples = await run_in_threadpool(names.overview, index)
    return shown("home.html", request, clerk, options, q="", counts=counts, samples=samples)


async def search(request: Request, clerk: Clerk) -> Response:
    """Names while they are typed."""
    words = language.of(request)
    hits = await run_in_threadpool(names.search, clerk.snapshot.names, request.query_params.get("q", ""), 12)
    return JSONResponse(
        [
            {
                "path": path_of(hit.iri),
                "kind": hit.kind,
                "word": words.term(names.GG + hit.kind),
                "label": hit.label,
                "name": hit.name,
                "note": hit.note,
            }
            for hit in hits
        ]
    )


async def labels(request: Request, clerk: Clerk) -> Response:
    """What the IRIs of a result are called, and where their pages are."""
    try:
        iris = json.loads(await protocol.whole(request, 1 << 16))
    except ValueError:
        raise RefusedError(400, "expected a list of IRIs") from None
    if not isinstance(iris, list) or not all(isinstance(iri, str) and protocol.is_iri(iri) for iri in iris):
        raise RefusedError(400, "expected a list of IRIs")
    answer = await protocol.asked(clerk, {"do": "labels", "iris": iris[:200]}, request)
    words, found = language.of(request), json.loads(answer.data)
    told = {iri: found.get(iri) or (words.term(iri) if words.known(iri) else "") for iri in iris[:200]}
    base = clerk.snapshot.base
    return JSONResponse({iri: [label, path_of(iri) if iri.startswith(base) else ""] for iri, label in told.items()})


async def entity(request: Request, clerk: Clerk, options: Options) -> Response:
    """An entity at the path of its IRI: as a page or as data."""
    iri = iri_of(request, clerk.snapshot.base)
    kind = protocol.wanted(request, (HTML, *_DATA))
    if kind != HTML:
        question = {"do": "entity", "iri": iri, "type": kind, "prefixes": clerk.snapshot.prefixes}
        return protocol.sent(await protocol.asked(clerk, question, request))
    first = _number(request.query_params.get("first", ""))
    answer = await protocol.asked(clerk, {"do": "page", "iri": iri, "first": first}, request)
    it = json.loads(answer.data)
    text = await run_in_threadpool(_text, request, clerk, it) if it["kind"] == "Document" else None
    if "part" in request.query_params and text is None:
        raise RefusedError(404, "this build kept no source text")
    words = language.of(request)
    values: dict[str, Any] = {
        "it": {**it, "groups": [{**group, **_heading(group, it["kind"], words)} for group in it["groups"]]},
        "more": first or any(group["total"] > it["most"] for group in it["groups"]),
        "more_after": any(group["total"] > first + it["most"] for group in it["groups"]),
        "text": text,
        "title": _title(it, words),
        "statement_page": it["kind"] in _STATEMENTS,
        "here": path_of(iri),
    }
    name = "source.html" if "part" in request.query_params else "entity.html"
    return shown(name, request, clerk, options, **values)


def _text(request: Request, clerk: Clerk, it: dict[str, Any]) -> object:
    asked = request.query_params
    start = _number(asked.get("start", ""))
    end = _number(asked.get("end", "")) or start
    return source_page(clerk.snapshot.folder, it["iri"].rpartition("/")[2], start, end)


def iri_of(request: Request, base: str) -> str:
    """The IRI whose page has the path of a request."""
    path = request.url.path
    if path == "/iri":
        iri = request.query_params.get("of", "")
    else:
        parts = urlsplit(base)
        fragment = request.query_params.get("fragment", "")
        iri = f"{parts.scheme}://{parts.netloc}{path}" + (f"#{fragment}" if fragment else "")
    if not iri.startswith(base) or not protocol.is_iri(iri):
        raise RefusedError(404, "not in this graph")
    return iri


def _title(it: dict[str, Any], words: language.Words) -> str:
    """What a page is headed by: a label, of a claim what it says."""
    if it["kind"] != "Claim" or not it["groups"]:
        return str(it["label"])
    row = it["groups"][0]["rows"][0]
    return f"{row['subject']['label']} — {words.term(row['predicate'])} — {row['text'] or row['object']['label']}"


def _heading(group: dict[str, Any], kind: str, words: language.Words) -> dict[str, Any]:
    """What a group of statements is headed by."""
    predicate, forward = group["predicate"], group["forward"]
    if predicate == _HOLDS and kind in ("Person", "Body", "Post"):
        return {"title": words["career" if kind == "Person" else "holders"], "career": True}
    if kind in _STATEMENTS:
        return {"title": words["said"], "career": False}
    if predicate == names.GG + "about":
        return {"title": words["figures"], "career": False}
    title = words.term(predicate)
    return {"title": title if forward else words.inverse(predicate), "career": False}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


async def editor(request: Request, clerk: Clerk, options: Options) -> Response:
    """The query editor with the named queries as examples."""
    words = language.of(request)
    examples = [{"title": getattr(each, words.language), "text": each.text} for each in available()]
    limits = words["limits"].format(seconds=f"{options.limits.seconds:g}", rows=options.limits.rows)
    given = {"prefixes": clerk.snapshot.prefixes, "examples": examples, "query": request.query_params.get("query", "")}
    page = shown("editor.html", request, clerk, options, examples=examples, given=given, limits=limits)
    page.headers["Content-Security-Policy"] = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    return page  # the editor sets styles on its own parts; scripts stay those of assets/


def asset(name: str) -> Response:
    """A file of ``assets/``; those that are kept compressed are sent so."""
    kind = {"css": "text/css", "js": "text/javascript"}.get(name.rpartition(".")[2])
    if kind is None or name not in _assets():
        raise RefusedError(404, "there is no such file")
    data, packed = _assets()[name]
    headers = {"Cache-Control": "max-age=3600"} | ({"Content-Encoding": "gzip"} if packed else {})
    return Response(data, 200, headers, kind)


@cache
def _assets() -> dict[str, tuple[bytes, bool]]:
    folder = resources.files("govgraph.store.serve") / "assets"
    return {
        path.name.removesuffix(".gz"): (path.read_bytes(), path.name.endswith(".gz"))
        for path in folder.iterdir()
        if path.is_file()
    }
