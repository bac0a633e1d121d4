"""What is quoted, as one value: two of three blocks of a graph are evidence and its selectors, and all are alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.publish.literals import Literal, integer
from govgraph.publish.terms import GG, OA, TYPE

Row = tuple[str, str | Literal]

_EVIDENCE = (TYPE, GG + "Evidence")
_POSITION = (TYPE, OA + "TextPositionSelector")
_QUOTE = (TYPE, OA + "TextQuoteSelector")
QUOTING = tuple(kind for _, kind in (_EVIDENCE, _POSITION, _QUOTE))  # classes whose members use no codes
_SOURCE, _SELECTOR = OA + "hasSource", OA + "hasSelector"
_START, _END, _EXACT, _PREFIX, _SUFFIX = (OA + name for name in ("start", "end", "exact", "prefix", "suffix"))


class Quoted(NamedTuple):
    """The evidence and its two selectors: the quoted characters, and their position in the source.

    They are one value until somebody asks for blocks.
    """

    subject: str
    source: str  # the IRI of the document
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def size(self) -> int:
        """How many statements it is."""
        return 9 + bool(self.prefix) + bool(self.suffix)

    def described(self) -> Iterator[tuple[str, tuple[Row, ...]]]:
        """Subjects and rows, in the order in which they are written."""
        iri, source, start, end, exact, prefix, suffix = self
        position, quote = iri + "-p", iri + "-q"
        yield iri, (_EVIDENCE, (_SELECTOR, position), (_SELECTOR, quote), (_SOURCE, source))
        yield position, (_POSITION, (_END, integer(end)), (_START, integer(start)))
        context = ((_PREFIX, prefix), (_SUFFIX, suffix))
        yield quote, (_QUOTE, (_EXACT, Literal(exact)), *((name, Literal(text)) for name, text in context if text))
