"""Who may ask: before anything else, a request is looked at for what browsers and rebound names would send.

Host             must name this server, or a page of a stranger reads the graph under the stranger's name
Origin           of another site is refused, unless --cors names it
Sec-Fetch-Site   another site may link to a page, and do nothing else
token            where one is set: as a bearer, in the cookie, or once in the address, which sets the cookie
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from govgraph.store.serve.options import NAMES_OF_LOOPBACK, Options, is_loopback

COOKIE = "govgraph"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_OPEN = ("/health",)  # without the token
_ASKED = ("/sparql", "/search", "/labels", "/data", "/propose")  # no link of another site leads there


class Gate:
    """The outermost layer of the server."""

    def __init__(self, inner: ASGIApp, options: Options) -> None:
        self.inner, self.options = inner, options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        sender = self._sealed(send, headers.get("origin", ""))
        await (refused or self.inner)(scope, receive, sender)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request that goes no further."""
        if not self._is_ours(headers.get("host", "")):
            return _plain(421, "this server does not go by that name: see --allow-host")
        if self._is_foreign(scope, headers):
            return _plain(403, "refused: the request comes from another site")
        if scope["method"] == "OPTIONS" and self._shared(headers.get("origin", "")):
            return Response(status_code=204)
        if self.options.token and scope["path"] not in _OPEN:
            return self._unknown(scope, headers)
        return None

    def _is_ours(self, host: str) -> bool:
        """True for the names under which this server is meant to be asked."""
        name, _, port = host.rpartition(":") if ":" in host.rpartition("]")[2] else (host, "", "")
        if host in self.options.names:
            return True
        if port and port != str(self.options.port):
            return False
        name = name.lower()
        if is_loopback(self.options.host):
            return name in NAMES_OF_LOOPBACK
        return name in (*NAMES_OF_LOOPBACK, self.options.host.lower()) or _is_address(name)

    def _is_foreign(self, scope: Scope, headers: Headers) -> bool:
        """True for what the pages of other sites send, but for links that are followed."""
        origin = headers.get("origin", "")
        if self._shared(origin):
            return False
        if origin and origin not in (f"http://{headers['host']}", f"https://{headers['host']}"):
            return True
        if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            return False
        followed = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return not (followed and scope["method"] == "GET" and scope["path"] not in _ASKED)

    def _shared(self, origin: str) -> bool:
        return bool(origin) and (origin in self.options.cors or "*" in self.options.cors)

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """What is said to those who do not know the token."""
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and _same(bearer.strip(), self.options.token):
            return None
        if _same(_cookie(headers.get("cookie", "")), sealed(self.options.token)):
            return None
        asked = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=64) if scope["query_string"] else {}
        if scope["method"] == "GET" and _same(asked.get("token", [""])[0], self.options.token):
            return self._welcomed(scope, asked)
        return _plain(401, "this server wants a token", {"WWW-Authenticate": "Bearer"})

    def _welcomed(self, scope: Scope, asked: dict[str, list[str]]) -> Response:
        """The same address without the token, which is a cookie from now on."""
        rest = urlencode({name: values for name, values in asked.items() if name != "token"}, doseq=True)
        path = "/" + scope["path"].lstrip("/\\")  # never an address of another server
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)
        answer.set_cookie(COOKIE, sealed(self.options.token), httponly=True, samesite="strict")
        return answer

    def _sealed(self, send: Send, origin: str) -> Send:
        """Every answer with the headers that keep a browser from doing more than it was told."""

        async def sealing(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                if self._shared(origin):
                    headers["Access-Control-Allow-Origin"] = origin
                    headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
                    headers["Access-Control-Expose-Headers"] = "X-Govgraph-Cut"
                    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
                    headers.add_vary_header("Origin")
            await send(message)

        return sealing


def sealed(token: str) -> str:
    """What the cookie holds: not the token itself."""
    return hmac.new(token.encode(), b"govgraph cookie", hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _cookie(header: str) -> str:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _is_address(name: str) -> bool:
    """True for a bare address, which no name server can point elsewhere."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _plain(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(message + "\n", status, headers)
