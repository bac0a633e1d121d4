"""Is a written file what was meant? Read back by a strict parser, and by a second one that has no code in common.

pyoxigraph is the judge: it refuses what a store refuses. rdflib is the reader that most users have; it forgives more,
so it only has to count the same statements. It is some twenty times slower and holds the whole text, so a file of more
than :data:`SLOW` statements is left to pyoxigraph alone, which keeps nothing of what it reads.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from types import MappingProxyType

import pyoxigraph

from govgraph.errors import OutputError

SLOW = 200_000
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
_SECOND = MappingProxyType({"ttl": "turtle", "nt": "nt", "trig": "trig", "jsonld": "json-ld"})


def reread(path: Path, form: str, triples: int) -> None:
    """Read a written file with both parsers, or say that it must not be used."""
    name, parser = PARSERS[form]
    try:
        found = sum(1 for _ in pyoxigraph.parse(path=str(path), format=parser))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} is not valid {name} ({error}): please report this") from error
    _compare(path, found, triples)
    if form in _SECOND and triples <= SLOW:
        _compare(path, _counted(path, _SECOND[form]), triples)


def _compare(path: Path, found: int, triples: int) -> None:
    if found != triples:
        raise OutputError(f"{path} holds {found} triples where {triples} were written: please report this")


def _counted(path: Path, form: str) -> int:
    """How many statements rdflib reads."""
    import rdflib  # noqa: PLC0415 - slow to import; who only writes does not wait for it
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
