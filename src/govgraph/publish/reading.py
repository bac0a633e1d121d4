"""Is a written file what was meant? Read back by a strict parser, which refuses what a store refuses.

pyoxigraph keeps nothing of what it reads. rdflib, the reader that most users have, forgives more and takes thirty times
as long, half of a build: that it reads the same is a matter of the writers, so the tests ask it about thousands of
graphs, and a build asks it where the user wants a second opinion.
"""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from types import MappingProxyType

import pyoxigraph

from govgraph.errors import OutputError

PARSERS = MappingProxyType(
    {
        "ttl": ("Turtle", pyoxigraph.RdfFormat.TURTLE),
        "nt": ("N-Triples", pyoxigraph.RdfFormat.N_TRIPLES),
        "nq": ("N-Quads", pyoxigraph.RdfFormat.N_QUADS),
        "trig": ("TriG", pyoxigraph.RdfFormat.TRIG),
        "jsonld": ("JSON-LD", pyoxigraph.RdfFormat.JSON_LD),
        "rdf12": ("RDF 1.2 Turtle", pyoxigraph.RdfFormat.TURTLE),
    }
)
# What rdflib can read; it knows no RDF 1.2.
_SECOND = MappingProxyType({"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld"})


def reread(path: Path, form: str, triples: int, second: bool = False) -> None:
    """Read a written file, or say that it must not be used; ``second``: with rdflib as well."""
    name, parser = PARSERS[form]
    try:
        found = _length(pyoxigraph.parse(path=str(path), format=parser))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} is not valid {name} ({error}): please report this") from error
    _compare(path, found, triples)
    if second and form in _SECOND:
        _compare(path, _counted(path, _SECOND[form]), triples)


def reread_text(path: Path, text: bytes, triples: int) -> None:
    """Read a stretch of a file of Turtle, with the prefixes before it."""
    try:
        found = _length(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} is not valid Turtle ({error}): please report this") from error
    _compare(path, found, triples)


def _compare(path: Path, found: int, triples: int) -> None:
    if found != triples:
        raise OutputError(f"{path} holds {found} triples where {triples} were written: please report this")


def _counted(path: Path, form: str) -> int:
    """How many statements rdflib reads."""
    import rdflib  # noqa: PLC0415 - slow to import; who does not ask it does not wait for it
    from rdflib.plugins.stores.memory import Memory  # noqa: PLC0415

    class Counter(Memory):
        """A store that counts what it is given and keeps nothing."""

        count = 0

        def add(self, *_: object, **__: object) -> None:
            self.count += 1

    counter = Counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own deprecations
        rdflib.Dataset(store=counter).parse(path, format=form)
    return counter.count


def _length(items: Iterable[object]) -> int:
    """How many there are, counted without a step of Python for each."""
    number = count()
    deque(zip(items, number, strict=False), maxlen=0)
    return next(number)
