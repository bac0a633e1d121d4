"""What may be chosen when a graph is served, and how much one question may cost."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field

from govgraph.errors import SettingsError
from govgraph.store.serve.snapshot import Snapshot

NAMES_OF_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost, and how many may be asked at a time."""

    seconds: float = 30.0
    memory: int = 512  # MiB over what the keeper has
    rows: int = 10_000
    size: int = 10 << 20  # bytes of an answer
    text: int = 64 << 10  # bytes of a query
    nesting: int = 100  # brackets in brackets
    operators: int = 1_000
    running: int = 2
    waiting: int = 16


@dataclass(frozen=True, slots=True)
class Options:
    """Where to listen, whom to answer, and within which limits."""

    host: str = "127.0.0.1"
    port: int = 7878
    token: str = ""
    names: tuple[str, ...] = ()  # further values of the Host header, as "graph.example" or "graph.example:8080"
    cors: tuple[str, ...] = ()  # origins whose pages may read, or "*"
    limits: Limits = field(default_factory=Limits)
    proposals: Callable[[Snapshot, str, str], None] | None = None  # keeps the IRI of a claim and why it is wrong

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.token:
            raise SettingsError(f"--host {self.host} is reachable by others: give a --token that they must know")
        if self.token and (len(self.token) < 16 or not self.token.isascii() or not self.token.isprintable()):
            raise SettingsError("--token needs at least 16 printable ASCII characters")


def is_loopback(host: str) -> bool:
    """True for addresses that only this machine can reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
