"""What pages say, in Chinese or English: by the reader's choice, else by what the browser prefers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from starlette.requests import Request

from govgraph.store.words import words

LANGUAGES = ("zh", "en")
COOKIE = "language"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str

    def __getitem__(self, name: str) -> str:
        """A word of the pages."""
        return _pages()[name][LANGUAGES.index(self.language)]

    def known(self, iri: str) -> bool:
        """True for terms of the ontology."""
        return iri in words(self.language)

    def inverse(self, predicate: str) -> str:
        """What a relation is called from the other end."""
        name = predicate.replace("#", "/").rpartition("/")[2]
        told = _pages().get(f"{name}-of")
        return told[LANGUAGES.index(self.language)] if told else f"{self.term(predicate)} ←"

    def term(self, iri: str) -> str:
        """What a class, a property or a code is called."""
        return words(self.language).get(iri) or iri.replace("#", "/").rstrip("/").rpartition("/")[2]


@cache
def _pages() -> dict[str, list[str]]:
    text = (resources.files("govgraph.store.serve") / "templates" / "words.json").read_text(encoding="utf-8")
    loaded: dict[str, list[str]] = json.loads(text)
    return loaded


def of(request: Request) -> Words:
    """The language of an answer."""
    chosen = request.query_params.get("lang") or request.cookies.get(COOKIE) or ""
    return Words(chosen if chosen in LANGUAGES else _preferred(request.headers.get("accept-language", "")))


def _preferred(header: str) -> str:
    """The first of our languages in the order of the header; Chinese where it names neither."""
    for part in header.split(",")[:20]:
        tag = part.strip().lower()[:2]
        if tag in LANGUAGES:
            return tag
    return LANGUAGES[0]
