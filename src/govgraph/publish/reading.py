"""Is a written file what was meant? Read back by a strict parser, which refuses what a store refuses.

pyoxigraph keeps nothing of what it reads. rdflib, the reader that most users have, forgives more and takes thirty times
as long: that it reads the same is a matter of the writers, and the tests ask it about thousands of graphs.
"""

from __future__ import annotations

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


def reread(path: Path, form: str, triples: int) -> None:
    """Read a written file, or say that it must not be used."""
    name, parser = PARSERS[form]
    try:
        found = _length(pyoxigraph.parse(path=str(path), format=parser))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} is not valid {name} ({error}): please report this") from error
    if found != triples:
        raise OutputError(f"{path} holds {found} triples where {triples} were written: please report this")


def _length(items: Iterable[object]) -> int:
    """How many there are, counted without a step of Python for each."""
    number = count()
    deque(zip(items, number, strict=False), maxlen=0)
    return next(number)
