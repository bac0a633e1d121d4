"""What is told of some of many facts: lines that, sorted, are the statements of the graph by subject.

Each value is told at once and alone, as :mod:`govgraph.publish.nodes` tells it, so any worker may tell any of them. A
line holds a subject, whose identity the subject is if it is one, and rows; lines of one subject stand together in the
order of bytes, because no character of an IRI comes before a quotation mark. What is said is what
:func:`govgraph.publish.graph.blocks` says in memory, and in the same order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

from govgraph.model import Claim, Evidence, Facts, Figure, Key, Tenure, Thing
from govgraph.publish import nodes
from govgraph.publish.graph import Block, described, one, stands, written
from govgraph.publish.iris import Ambiguity, Iris
from govgraph.publish.literals import Literal
from govgraph.publish.nodes import Row
from govgraph.shelf import Room, on_disk

HEAVY = ("claim", "evidence", "figure")  # folders of the most subjects
_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"  # of the names in them, in order
# Fields of the facts that may be on a disk, and those that are few.
MANY: MappingProxyType[str, Any] = MappingProxyType(
    {"claims": Claim, "figures": Figure, "things": Thing, "tenures": Tenure, "ambiguous": Ambiguity}
)
FEW = ("documents", "contradictions", "links")
Share = tuple[str, Iterable[Any]]  # the field of the facts, and some of its values


@dataclass(frozen=True)
class Teller:
    """Tells any share of the facts."""

    base: str
    documents: Mapping[str, str]
    things: Sequence[Thing]  # to name who holds what

    def __call__(self, share: Share) -> Iterator[bytes]:
        """The lines of one share, in no order; a line may come twice."""
        iris = Iris(self.base, self.documents)
        field, values = share
        for value in values:
            for subject, identity, rows in self._told(field, value, iris):
                yield line(subject, identity, rows)

    def _told(self, field: str, value: Any, iris: Iris) -> Iterator[tuple[str, str, Iterable[Row]]]:
        match field:
            case "things":
                yield iris.thing(value.key), str(value.key), nodes.thing(value, iris)
                yield from _evidence(value.evidence, iris)
            case "claims":
                yield iris.thing(value.subject), str(value.subject), nodes.direct(value, iris)
                if stands(value):
                    yield _own(iris.claim(value), value, nodes.claim(value, iris))
                    yield from _evidence(value.evidence, iris)
            case "figures":
                yield _own(iris.figure(value), value, nodes.figure(value, iris))
                yield from _evidence(value.evidence, iris)
            case "ambiguous":
                yield _own(iris.ambiguous(value), value, nodes.ambiguous(value, iris))
                yield from _evidence((value[1],), iris)
            case "tenures":
                label = " ".join(_names(self.things).get(key, key.name) for key in (value.person, value.post))
                yield _own(iris.tenure(value), value, nodes.tenure(written(value), label, iris))
            case "documents":
                yield iris.document(value.id), value.id, nodes.document(value, iris)
            case "contradictions":
                yield _own(iris.contradiction(value), value, nodes.contradiction(value, iris))
            case _:
                yield from ((subject, "", (row,)) for subject, row in nodes.links((value,), iris))


def _evidence(values: Iterable[Evidence], iris: Iris) -> Iterator[tuple[str, str, Iterable[Row]]]:
    for value in values:
        yield from (_own(subject, value, rows) for subject, rows in nodes.evidence(value, iris.evidence(value), iris))


def _own(subject: str, value: object, rows: Iterable[Row]) -> tuple[str, str, Iterable[Row]]:
    """A node that one value has for itself: another value that would have it says something else of it."""
    rows = tuple(rows)
    return subject, f"{type(value).__name__} {hashlib.blake2b(_json(rows), digest_size=8).hexdigest()}", rows


def line(subject: str, identity: str, rows: Iterable[Row]) -> bytes:
    """Rows about a subject as one line."""
    said = f'["{subject}",{json.dumps(identity, ensure_ascii=False)},'
    return said.encode("utf-8", "surrogatepass") + _json(rows) + b"]\n"


def _json(rows: Iterable[Row]) -> bytes:
    plain = [(name, value) if isinstance(value, str) else (name, *value) for name, value in rows]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def blocks(lines: Iterable[bytes]) -> Iterator[Block]:
    """Lines in order as blocks; two things under one IRI stop the build."""
    for subject, same in groupby(map(_read, lines), key=lambda each: each[0]):
        rows: list[Row] = []
        identities: set[str] = set()
        for _, identity, said in same:
            identities.add(identity)
            rows += [(row[0], row[1] if len(row) == 2 else Literal(*row[1:])) for row in said]
        if len(identities) > 1:
            one(subject, identities - {""})
        yield described(subject, rows)


def _read(line: bytes) -> Any:
    return json.loads(line.decode("utf-8", "surrogatepass"))


def bounds(base: str, parts: int) -> tuple[bytes, ...]:
    """Where ranges of subjects begin: each of the heavy folders in so many parts, and what stands between them."""
    cuts = {f"{base}{folder}/{_cut(number, parts)}" for folder in HEAVY for number in range(parts)}
    return tuple(f'["{cut}'.encode() for cut in sorted(cuts | {f"{base}{folder}0" for folder in HEAVY}))


def _cut(number: int, parts: int) -> str:
    """The first two letters of the names of a part."""
    place = number * 1024 // parts
    return _ALPHABET[place // 32] + _ALPHABET[place % 32] if place else ""


def size(facts: Facts, room: Room) -> tuple[Facts, int]:
    """The facts with all that may be many on a disk, and how many bytes that is."""
    moved: dict[str, Any] = {field: on_disk(getattr(facts, field), room, kind) for field, kind in MANY.items()}
    return replace(facts, **moved), sum(each.path.stat().st_size for each in moved.values())


def many(facts: Facts, size: int) -> Iterator[Share]:
    """What is on a disk, in shares of about so many bytes."""
    yield from ((field, share) for field in MANY for share in getattr(facts, field).stretches(size))


def few(facts: Facts) -> Iterator[Share]:
    """What is in memory."""
    yield from ((field, getattr(facts, field)) for field in FEW)


@lru_cache(maxsize=1)
def _names(things: Sequence[Thing]) -> Mapping[Key, str]:
    """What people and posts are called; made once in a worker that needs it."""
    return {thing.key: thing.label for thing in things if thing.key.kind in ("Person", "Post")}
