"""The routes, put together; what goes wrong inside is told as one line with a mark, never as a trace."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from govgraph.store.serve import language, pages, protocol, results
from govgraph.store.serve.clerk import Clerk
from govgraph.store.serve.gate import Gate
from govgraph.store.serve.options import Options
from govgraph.store.serve.proposals import propose
from govgraph.store.serve.protocol import RefusedError
from govgraph.store.serve.renew import follow

_LOG = logging.getLogger("govgraph.serve")
_FILES = {"graph": "index.html", "report": "report.html"}
# What a page that opens from disk needs: its own policy, inside the page, names each of its scripts by hash.
_OF_FILE = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
_OF_FILE += "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
_READ = ["GET", "HEAD"]


def application(clerk: Clerk, options: Options) -> ASGIApp:
    """The server as an ASGI application."""

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(clerk.start)
        following = asyncio.create_task(follow(clerk))
        yield
        following.cancel()
        clerk.close()

    inner = Starlette(routes=_routes(clerk, options), lifespan=running)
    return Gate(_Told(inner, clerk, options).application(), options)


class _Told:
    """Handlers of what is refused and of what breaks."""

    def __init__(self, inner: Starlette, clerk: Clerk, options: Options) -> None:
        self.inner, self.clerk, self.options = inner, clerk, options

    def application(self) -> Starlette:
        """The same application, with the handlers in it."""
        self.inner.add_exception_handler(RefusedError, self.refused)
        self.inner.add_exception_handler(HTTPException, self.unknown)
        self.inner.add_exception_handler(ClientDisconnect, self.gone)
        self.inner.add_exception_handler(Exception, self.broken)
        return self.inner

    async def refused(self, request: Request, error: Exception) -> Response:
        """A request that is answered with its fault: as a page to people, as JSON to programs."""
        if not isinstance(error, RefusedError):
            raise error
        if request.url.path in ("/sparql", "/search", "/labels", "/data") or not _for_people(request):
            return protocol.refused(error)
        word = {404: "missing", 429: "busy"}.get(error.status, "failed")
        return self._page(request, error.status, word)

    async def unknown(self, request: Request, error: Exception) -> Response:
        """What no route is for."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        return await self.refused(request, RefusedError(status, "no such address or method"))

    async def gone(self, _: Request, __: Exception) -> Response:
        """Nobody reads this."""
        return Response(status_code=499)

    async def broken(self, request: Request, error: Exception) -> Response:
        """Our own fault: the log has the rest."""
        mark = secrets.token_hex(4)
        _LOG.error("%s %s", mark, request.url.path, exc_info=error)
        return protocol.refused(RefusedError(500, f"this could not be answered ({mark})"))

    def _page(self, request: Request, status: int, word: str) -> Response:
        message = language.of(request)[word]
        return pages.shown("fault.html", request, self.clerk, self.options, status, message=message)


def _for_people(request: Request) -> bool:
    return results.chosen(request.headers.get("accept", ""), ("application/json", pages.HTML)) == pages.HTML


def _routes(clerk: Clerk, options: Options) -> list[Route]:
    async def sparql(request: Request) -> Response:
        if request.method == "POST" or "query" in request.query_params or "update" in request.query_params:
            if request.method == "GET" and "format" not in request.query_params and _for_browser(request):
                return await pages.editor(request, clerk, options)
            return await protocol.query(request, clerk)
        if _for_browser(request):
            return await pages.editor(request, clerk, options)
        return protocol.description(request)

    async def file(request: Request) -> Response:
        path = clerk.snapshot.folder / _FILES[request.url.path.strip("/")]
        if not path.is_file():
            raise RefusedError(404, "this graph has none")
        return FileResponse(path, media_type=pages.HTML, headers={"Content-Security-Policy": _OF_FILE})

    async def health(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def assets(request: Request) -> Response:
        return pages.asset(request.path_params["name"])

    with_clerk = _bound(clerk)
    routes = [
        Route("/", _page(pages.home, clerk, options), methods=_READ),
        Route("/health", health, methods=_READ),
        Route("/sparql", sparql, methods=[*_READ, "POST"]),
        Route("/data", with_clerk(protocol.whole_graph), methods=_READ),
        Route("/.well-known/void", with_clerk(protocol.void), methods=_READ),
        Route("/search", with_clerk(pages.search), methods=_READ),
        Route("/labels", with_clerk(pages.labels), methods=["POST"]),
        Route("/graph", file, methods=_READ),
        Route("/report", file, methods=_READ),
        Route("/assets/{name}", assets, methods=_READ),
    ]
    if options.proposals:
        routes.append(Route("/propose", _page(propose, clerk, options), methods=["POST"]))
    return [*routes, Route("/{rest:path}", _page(pages.entity, clerk, options), methods=_READ)]


_Handler = Callable[[Request], Awaitable[Response]]


def _bound(clerk: Clerk) -> Callable[[Callable[[Request, Clerk], Awaitable[Response]]], _Handler]:
    def with_clerk(function: Callable[[Request, Clerk], Awaitable[Response]]) -> _Handler:
        async def handler(request: Request) -> Response:
            return await function(request, clerk)

        return handler

    return with_clerk


def _page(
    function: Callable[[Request, Clerk, Options], Awaitable[Response]], clerk: Clerk, options: Options
) -> _Handler:
    async def handler(request: Request) -> Response:
        return await function(request, clerk, options)

    return handler


def _for_browser(request: Request) -> bool:
    """True for a browser that opens an address, not for a program that takes anything."""
    return "text/html" in request.headers.get("accept", "")
