"""The node that describes the data set, in the words of DCAT and VoID: what it holds, from what, by what, for whom.

No clock: the date is that of the newest document, so equal documents give an equal description. No licence is chosen
for the user: where none is given, the node says that none is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from govgraph import __version__
from govgraph.model import DocumentFacts
from govgraph.publish.iris import Iris
from govgraph.publish.literals import Literal, date, integer, zh
from govgraph.publish.nodes import Row
from govgraph.publish.terms import DCAT, DCTERMS, GG, LABEL, TYPE, VOID

DIVISIONS = "2024-12-31"  # the day that the division codes of seeds/places.csv are of
_TITLE = "政务文献知识图谱"
_RIGHTS = "未声明许可；引文属各原文件"


@dataclass(frozen=True, slots=True)
class About:
    """What the description is told, beyond what it counts."""

    seeds: str = ""  # digest of the word lists and patterns
    licence: str = ""  # IRI that the user gives
    documents: tuple[DocumentFacts, ...] = ()


def described(about: About, iris: Iris, triples: int, classes: Counter[str]) -> Iterator[tuple[str, list[Row]]]:
    """The data set, and one part of it for each class; ``triples`` and ``classes`` count all that stands before."""
    iri = iris.base + "dataset"
    counted = sorted((name, times) for name, times in classes.items() if name.startswith(GG))
    parts = {iri + "-" + name.removeprefix(GG).lower(): (name, times) for name, times in counted}
    rows = [*_said(about, iris), *_counts(counted), *((VOID + "classPartition", part) for part in parts)]
    own = len(set(rows)) + 1 + 3 * len(parts)
    yield iri, [*rows, (VOID + "triples", integer(triples + own))]
    for part, (name, times) in parts.items():
        yield part, [(TYPE, VOID + "Dataset"), (VOID + "class", name), (VOID + "entities", integer(times))]


def _said(about: About, iris: Iris) -> Iterator[Row]:
    yield from (
        (TYPE, DCAT + "Dataset"),
        (TYPE, VOID + "Dataset"),
        (LABEL, zh(_TITLE)),
        (DCTERMS + "title", zh(_TITLE)),
    )
    yield DCAT + "version", Literal(__version__)
    yield GG + "toolVersion", Literal(__version__)
    yield GG + "divisionCodesOf", date(DIVISIONS)
    yield VOID + "uriSpace", Literal(iris.base)
    yield VOID + "vocabulary", GG.rstrip("#")
    if about.licence:
        yield DCTERMS + "license", about.licence
    else:
        yield DCTERMS + "rights", zh(_RIGHTS)
    if about.seeds:
        yield GG + "seedsDigest", Literal(about.seeds)
    newest = max((document.issued for document in about.documents if date(document.issued).datatype), default="")
    if newest:
        yield DCTERMS + "modified", date(newest)
    yield from ((DCTERMS + "source", iris.document(document.id)) for document in about.documents)


def _counts(counted: list[tuple[str, int]]) -> Iterator[Row]:
    times = MappingProxyType(dict(counted))
    yield VOID + "entities", integer(sum(times.values()))
    yield VOID + "documents", integer(times.get(GG + "Document", 0))
