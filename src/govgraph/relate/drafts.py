"""A thing while its document is being read, and a mention bound to the thing that it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.model import Key, Mention

OPEN = "?"  # begins the scope of a thing whose place its document leaves open


class Bound(NamedTuple):
    """A mention together with the thing that it names."""

    start: int
    end: int
    key: Key
    mention: Mention


@dataclass
class Draft:
    """A thing while the document is being read."""

    label: str
    names: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    attrs: dict[str, str] = field(default_factory=dict)
    first: Mention | None = None

    def take(self, other: Draft) -> None:
        """Become both."""
        self.names |= {other.label, *other.names}
        self.forms |= other.forms
        self.attrs = {**other.attrs, **self.attrs}
        self.first = min(filter(None, (self.first, other.first)), default=None)
