"""Requests to a store over HTTP, with credentials that appear nowhere: not in URLs, not in messages, not in graphs.

They come from the environment or from a file that only its owner can read, and go over https or to this machine alone.
Basic and bearer are sent at once, digest in answer to a challenge. Redirects are not followed: a credential is for one
host. Whatever goes wrong is an :class:`~govgraph.errors.OutputError` that names the store and what it said.
"""

from __future__ import annotations

import base64
import http.client
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import IO
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from govgraph.errors import OutputError, SettingsError

TIMEOUT = 600
_SAID = 300  # characters of an error message


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who pushes; empty where the store asks nobody."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def found(cls, file: Path | None, environment: Mapping[str, str]) -> Credentials:
        """Credentials of a file, else of the environment, else none."""
        if file is None:
            names = ("GOVGRAPH_PUSH_USER", "GOVGRAPH_PUSH_PASSWORD", "GOVGRAPH_PUSH_TOKEN")
            return cls(*(environment.get(name, "") for name in names))
        try:
            if stat.S_IMODE(file.stat().st_mode) & 0o077:
                raise SettingsError(f"{file} can be read by others: chmod 600 {file}")
            text = file.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingsError(f"{file} cannot be read: {error.strerror}") from error
        user, colon, password = text.partition(":")
        return cls(user, password) if colon else cls(token=text)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def header(self) -> dict[str, str]:
        """The header that is sent at once."""
        if self.token:
            return {"Authorization": f"Bearer {self.token}"}
        if self.user:
            both = base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
            return {"Authorization": f"Basic {both}"}
        return {}


NOBODY = Credentials()


class _Stay(request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


_OPENER = request.build_opener(_Stay)


def checked(url: str, credentials: Credentials) -> str:
    """A URL that may be called with credentials."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise SettingsError(f"{url!r} is not a URL: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise SettingsError(f"{url!r} is not the URL of a store: it must start with http:// or https://")
    if parts.username or parts.password:
        raise SettingsError("credentials do not belong in a URL: use GOVGRAPH_PUSH_USER and GOVGRAPH_PUSH_PASSWORD")
    if credentials and parts.scheme == "http" and not _is_here(host):
        raise SettingsError(f"credentials go over https only, or to this machine: {host} is neither")
    return url


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Wire:
    """A line to one store."""

    credentials: Credentials = NOBODY
    digest: bool = False  # in answer to a challenge, instead of basic at once

    def call(
        self, method: str, url: str, body: bytes | IO[bytes] | None = None, headers: Mapping[str, str] | None = None
    ) -> bytes:
        """What the store answers, or an error that names it; a body is sent once, so a challenge is met before."""
        with _named(url):
            wanted = request.Request(url, body, dict(headers or {}), method=method)  # noqa: S310 - checked
            if body is not None and not isinstance(body, bytes):
                wanted.add_header("Content-Length", str(os.fstat(body.fileno()).st_size))
            for name, value in (self._met(wanted) if self.digest else self.credentials.header()).items():
                wanted.add_unredirected_header(name, value)
            with _OPENER.open(wanted, timeout=TIMEOUT) as answer:
                return bytes(answer.read())

    def _met(self, wanted: request.Request) -> dict[str, str]:
        """The header that meets the challenge of a store; none where it does not challenge."""
        try:
            with _OPENER.open(request.Request(wanted.full_url), timeout=TIMEOUT):  # noqa: S310 - checked
                return {}
        except HTTPError as error:
            scheme, _, said = (error.headers.get("WWW-Authenticate") or "").partition(" ")
        if scheme.lower() != "digest":
            return {}
        known = request.HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, wanted.full_url, self.credentials.user, self.credentials.password)
        challenge = request.parse_keqv_list(request.parse_http_list(said))
        answer = request.HTTPDigestAuthHandler(known).get_authorization(wanted, challenge)
        return {"Authorization": f"Digest {answer}"} if answer else {}


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Faults of the line as errors that name the store."""
    parts = urlsplit(url)
    where = f"{parts.scheme}://{parts.netloc}{parts.path}"
    try:
        yield
    except HTTPError as error:
        said = " ".join(error.read(4 * _SAID).decode("utf-8", "replace").split())[:_SAID]
        why = {401: "credentials are missing or wrong", 403: "this user may not write"}.get(error.code, said)
        raise OutputError(f"{where} answers {error.code} {error.reason}: {why}") from None
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise OutputError(f"{where} cannot be reached, or the connection was cut: {reason}") from None
