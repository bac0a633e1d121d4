"""What is told of some of many facts: lines that, sorted, are the statements of the graph by subject.

Each value is told at once and alone, as :mod:`govgraph.publish.nodes` tells it, so any worker may tell any of them. A
line holds a subject, whose identity the subject is if it is one, and rows; lines of one subject stand together in the
order of bytes, because no character of an IRI comes before a quotation mark. What is said is what
:func:`govgraph.publish.graph.blocks` says in memory, and in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from govgraph.model import Claim, Contradiction, Evidence, Facts, Figure, Key, Tenure, Thing
from govgraph.publish import nodes
from govgraph.publish.graph import Told, described, one, stands, written
from govgraph.publish.iris import Ambiguity, Iris
from govgraph.publish.literals import Literal
from govgraph.publish.nodes import Row
from govgraph.publish.quoted import Quoted
from govgraph.shelf import Room, Shelf, on_disk

HEAVY = ("claim", "evidence", "figure")  # folders of the most subjects
_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"  # of the names in them, in order
# Fields of the facts that may be on a disk, and those that are few.
MANY: MappingProxyType[str, Any] = MappingProxyType(
    {
        "claims": Claim,
        "figures": Figure,
        "things": Thing,
        "tenures": Tenure,
        "contradictions": Contradiction,
        "ambiguous": Ambiguity,
    }
)
FEW = ("documents", "links")
HOLDING = ("Person", "Post")  # kinds of things that a tenure names
BYTES = 500  # that a value has on a disk, about
OWN, TOGETHER = "=", "~"  # of a node that one value has for itself; of one that is quoted
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()
Share = tuple[str, Iterable[Any]]  # the field of the facts, and some of its values


@dataclass(frozen=True)
class Teller:
    """Tells any share of the facts."""

    base: str
    documents: Mapping[str, str]
    things: Sequence[Thing]  # to name who holds what; who is called by the name in its key may be left out

    def __call__(self, share: Share) -> Iterator[bytes]:
        """The lines of one share, in no order; a line may come twice."""
        iris = Iris(self.base, self.documents)
        field, values = share
        names = _names(self.things) if field == "tenures" else {}
        seen: set[Evidence] = set()
        for value in values:
            yield from (line(*each) for each in self._told(field, value, iris, names))
            for evidence in _resting(field, value):
                if evidence not in seen:  # much is said by the same words
                    seen.add(evidence)
                    yield _evidence(evidence, iris)

    def _told(
        self, field: str, value: Any, iris: Iris, names: Mapping[Key, str]
    ) -> Iterator[tuple[str, str, Iterable[Row]]]:
        match field:
            case "things":
                yield iris.thing(value.key), str(value.key), nodes.thing(value, iris)
            case "claims":
                yield iris.thing(value.subject), str(value.subject), nodes.direct(value, iris)
                if stands(value):
                    yield iris.claim(value), OWN, nodes.claim(value, iris)
            case "figures":
                yield iris.figure(value), OWN, nodes.figure(value, iris)
            case "ambiguous":
                yield iris.ambiguous(value), OWN, nodes.ambiguous(value, iris)
            case "tenures":
                label = " ".join(names.get(key, key.name) for key in (value.person, value.post))
                yield iris.tenure(value), OWN, nodes.tenure(written(value), label, iris)
            case "documents":
                yield iris.document(value.id), value.id, nodes.document(value, iris)
            case "contradictions":
                yield iris.contradiction(value), OWN, nodes.contradiction(value, iris)
            case _:
                yield from ((subject, "", (row,)) for subject, row in nodes.links((value,), iris))


def _resting(field: str, value: Any) -> tuple[Evidence, ...]:
    """The evidence that is told with a value."""
    if field == "ambiguous":
        return (value[1],)
    told = field in ("things", "figures") or (field == "claims" and stands(value))
    return value.evidence if told else ()


def line(subject: str, identity: str, rows: Iterable[Row]) -> bytes:
    """Rows about a subject as one line."""
    return _written([subject, identity, [*rows]])


def _evidence(value: Evidence, iris: Iris) -> bytes:
    """An evidence and its selectors, which stand behind it and nowhere else, as one line."""
    iri = iris.evidence(value)
    return _written([iri, TOGETHER, nodes.evidence(value, iri, iris)[1:]])


def _written(said: list[Any]) -> bytes:
    return _ENCODER.encode(said).encode("utf-8", "surrogatepass") + b"\n"


def blocks(lines: Iterable[bytes]) -> Iterator[Told]:
    """Lines in order, each once, as blocks; two things under one IRI stop the build."""
    for subject, same in groupby(map(_read, lines), key=itemgetter(0)):
        told = list(same)
        identities = {identity for _, identity, _ in told} - {""}
        if len(told) > 1 and (len(identities) > 1 or identities & {OWN, TOGETHER}):
            one(subject, identities if len(identities) > 1 else {repr(said) for _, _, said in told})
        if identities == {TOGETHER}:
            yield Quoted(subject, *told[0][2])
        else:
            yield described(subject, [_row(row) for _, _, said in told for row in said])


def _row(row: list[Any]) -> Row:
    name, value = row
    return name, value if type(value) is str else Literal._make(value)


def _read(line: bytes) -> Any:
    return _DECODER.raw_decode(line.decode("utf-8", "surrogatepass"))[0]


def bounds(base: str, parts: int) -> tuple[bytes, ...]:
    """Where ranges of subjects begin: each of the heavy folders in so many parts, and what stands between them."""
    cuts = {f"{base}{folder}/{_cut(number, parts)}" for folder in HEAVY for number in range(parts)}
    return tuple(f'["{cut}'.encode() for cut in sorted(cuts | {f"{base}{folder}0" for folder in HEAVY}))


def _cut(number: int, parts: int) -> str:
    """The first two letters of the names of a part."""
    place = number * 1024 // parts
    return _ALPHABET[place // 32] + _ALPHABET[place % 32] if place else ""


def spilled(facts: Facts, room: Room) -> Facts:
    """The facts with all that may be many on a disk, few as it may be."""
    moved: dict[str, Any] = {field: on_disk(getattr(facts, field), room, kind) for field, kind in MANY.items()}
    return replace(facts, **moved)


def size(facts: Facts) -> int:
    """How many bytes the facts have, about."""
    fields = (getattr(facts, field) for field in MANY)
    return sum(each.path.stat().st_size if isinstance(each, Shelf) else BYTES * len(each) for each in fields)


def many(facts: Facts, size: int) -> Iterator[Share]:
    """What may be much, in shares of about so many bytes: places on a disk, or values, which travel."""
    step = max(1, size // BYTES)
    for field in MANY:
        values = getattr(facts, field)
        if isinstance(values, Shelf):
            yield from ((field, share) for share in values.stretches(size))
        else:
            yield from ((field, values[at : at + step]) for at in range(0, len(values), step))


def few(facts: Facts) -> Iterator[Share]:
    """What is never much."""
    yield from ((field, getattr(facts, field)) for field in FEW)


def called(things: Sequence[Thing]) -> Sequence[Thing]:
    """What says how people and posts are called: of few things those that their keys do not name."""
    if isinstance(things, Shelf):
        return things
    named = (thing for thing in things if thing.key.kind in HOLDING and thing.label != thing.key.name)
    return tuple(Thing(thing.key, thing.label) for thing in named)


@lru_cache(maxsize=1)
def _names(things: Sequence[Thing]) -> Mapping[Key, str]:
    """What people and posts are called; made once in a worker that needs it."""
    return {thing.key: thing.label for thing in things if thing.key.kind in HOLDING}
