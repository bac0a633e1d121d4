"""The shapes of the ontology, checked while a graph is written: what a block says, and at the end what it points to.

Read from ``ontology/shapes.ttl``, so that there is one list of rules: counts, datatypes, languages, lengths, patterns,
code lists, classes of what is pointed to, and order of two values. What needs more (a qualified value shape) is left to
``govgraph check``, which runs all of SHACL. In memory stand the classes of entities, nothing else of the graph: of
statements and evidence, which are made together with what points to them, the classes that all of a folder have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from govgraph.publish.graph import Block, Told, apart
from govgraph.publish.literals import Literal
from govgraph.publish.nodes import Object, Row
from govgraph.publish.quoted import QUOTING, Quoted
from govgraph.publish.rules import Rule, rules
from govgraph.publish.terms import LABEL, OA, RDF, TYPE, XSD

__all__ = ["Watch", "rules"]

_MANY = ("ambiguous", "claim", "contradiction", "evidence", "figure", "tenure")
_SOURCE, _ENDS = OA + "hasSource", {OA + "start", OA + "end"}
_STRING, _TAGGED = XSD + "string", RDF + "langString"


class _Look(NamedTuple):
    """What is true of all blocks of one outline: predicates, and of values what most rules ask for."""

    kinds: tuple[str, ...]
    labelled: bool
    broken: tuple[str, ...]  # messages
    closer: tuple[Rule, ...]  # that look at the text of values
    later: tuple[tuple[int, str, int], ...]  # row, class and which rule of it


@dataclass
class Watch:
    """Looks at the blocks that pass by."""

    rules: dict[str, tuple[Rule, ...]]
    classes: Counter[str] = field(default_factory=Counter)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _labelled: set[str] = field(default_factory=set)
    _later: dict[tuple[str, int, str], str] = field(default_factory=dict)  # class, which rule of it, whom it asks for
    _broken: dict[str, list[str]] = field(default_factory=partial(defaultdict, list))
    _looks: dict[tuple[object, ...], _Look] = field(default_factory=dict)  # by outline: most blocks are like others

    def over(self, blocks: Iterable[Told]) -> Iterator[Told]:
        """The blocks, each after a look at it; at what is quoted, which is alike, a glance where that is enough."""
        alike = _asking_for_source(self.rules)
        fine: set[tuple[bool, ...]] = set()
        sources: dict[str, str] = {}
        times = 0
        for block in blocks:
            if not isinstance(block, Quoted):
                self._see(block)
            elif alike is not None and _signs(block) in fine and _place(block.subject) != block.subject:
                times += 1
                sources[block.source] = block.subject
            elif self._keeps(block):
                fine.add(_signs(block))
            yield block
        for kind in QUOTING if times else ():
            self.classes[kind] += times
        self._later.update({(*rule, _place(source)): iri for source, iri in sources.items() for rule in alike or ()})

    def _keeps(self, value: Quoted) -> bool:
        """True where what is quoted keeps all rules."""
        before = sum(map(len, self._broken.values()))
        for block in apart((value,)):
            self._see(block)
        return before == sum(map(len, self._broken.values()))

    def broken(self) -> dict[str, list[str]]:
        """The message of each rule that does not hold, and the nodes that break it."""
        found = {message: list(nodes) for message, nodes in self._broken.items()}
        for (kind, number, value), node in self._later.items():
            rule = self.rules[kind][number]
            kept = value in self._labelled if len(rule.path) > 1 else rule.classes & {*self._kinds.get(value, ())}
            if not kept:
                found.setdefault(rule.message, []).append(node)
        return dict(sorted(found.items()))

    def _see(self, block: Block) -> None:
        rows, exact = block.rows, self._exact
        outline = tuple(
            [
                (name, value) if name in exact
                else name if isinstance(value, str)
                else (name, value.datatype, value.language, not value.text)
                for name, value in rows
            ]
        )  # fmt: skip
        look = self._looks.get(outline)
        if look is None:
            look = self._looks[outline] = _look(rows, self.rules)
        subject = block.subject
        place = _place(subject)
        known = self._kinds.setdefault(place, look.kinds)
        if known != look.kinds:
            self._kinds[place] = tuple(kind for kind in known if kind in look.kinds)
        if look.labelled:
            self._labelled.add(place)
        for kind in look.kinds:
            self.classes[kind] += 1
        for message in look.broken:
            self._broken[message].append(subject)
        for rule in look.closer:
            if not _holds(rule, (said := _said(rows))[rule.path[0]], said):
                self._broken[rule.message].append(subject)
        for at, kind, number in look.later:
            self._later[kind, number, _place(str(rows[at][1]))] = subject

    @cached_property
    def _exact(self) -> frozenset[str]:
        """Predicates of which the value itself decides, and may."""
        return frozenset({TYPE, *(rule.path[0] for each in self.rules.values() for rule in each if rule.members)})

    def add(self, other: Watch) -> None:
        """What another one has seen, of other blocks."""
        self.classes += other.classes
        self._labelled |= other._labelled
        self._later |= other._later
        for place, kinds in other._kinds.items():
            known = self._kinds.setdefault(place, kinds)
            self._kinds[place] = tuple(kind for kind in known if kind in kinds)
        for message, nodes in other._broken.items():
            self._broken[message] += nodes


def _said(rows: Iterable[Row]) -> dict[str, list[Object]]:
    said: dict[str, list[Object]] = defaultdict(list)
    for name, value in rows:
        said[name].append(value)
    return said


def _look(rows: Sequence[Row], asked: Mapping[str, Sequence[Rule]]) -> _Look:
    """What a first block of an outline shows of all that follow."""
    said = _said(rows)
    kinds = tuple(map(str, said.get(TYPE, ())))
    broken, closer, later = list[str](), list[Rule](), list[tuple[int, str, int]]()
    for kind in kinds:
        for number, rule in enumerate(asked.get(kind, ())):
            values = said.get(rule.path[0])
            if values and (rule.pattern or rule.before or rule.shortest > 1):
                closer.append(rule)
            elif not (_holds(rule, values, said) if values else _may_lack(rule)):
                broken.append(rule.message)
            if rule.classes or len(rule.path) > 1:
                where = (at for at, (name, value) in enumerate(rows) if name == rule.path[0] and isinstance(value, str))
                later += [(at, kind, number) for at in where]
    return _Look(kinds, LABEL in said, tuple(broken), tuple(closer), tuple(later))


def _asking_for_source(asked: Mapping[str, Sequence[Rule]]) -> list[tuple[str, int]] | None:
    """Rules that ask what is quoted for its document; None where one asks for more than that and :func:`_signs`."""
    found: list[tuple[str, int]] = []
    for kind in QUOTING:
        for number, rule in enumerate(asked.get(kind, ())):
            ordered = not rule.before or {rule.path[0], rule.before[0]} == _ENDS
            if rule.pattern or rule.members or rule.shortest > 1 or len(rule.path) > 1 or not ordered:
                return None
            if rule.classes and rule.path[0] != _SOURCE:
                return None
            found += [(kind, number)] if rule.classes else []
    return found


def _signs(value: Quoted) -> tuple[bool, ...]:
    """What decides whether it keeps such rules."""
    return value.start < value.end, value.start == value.end, not value.exact, not value.prefix, not value.suffix


def _holds(rule: Rule, values: list[Object], said: dict[str, list[Object]]) -> bool:
    """True where a node keeps a rule, as far as its own block shows."""
    if rule.classes and not all(isinstance(value, str) for value in values):
        return False
    if len(rule.path) > 1:
        return True
    if len(values) < rule.least or (rule.most is not None and len(values) > rule.most):
        return False
    for value in values:
        if not _fits(value, rule):
            return False
    return not rule.before or _ordered(values, rule.before, said)


def _may_lack(rule: Rule) -> bool:
    """True where a rule holds of a node that says nothing of what it asks about."""
    return len(rule.path) == 1 and not rule.least


def _place(iri: str) -> str:
    """Where a node stands: entities each by itself, of what there is much of all nodes of a kind together."""
    folder, _, name = iri.rpartition("/")
    if not _crowded(folder):
        return iri
    return f"{folder}/{name[-2:]}" if name[-2:-1] == "-" else f"{folder}/"


@lru_cache(maxsize=256)
def _crowded(folder: str) -> bool:
    return folder.rpartition("/")[2] in _MANY


def _fits(value: Object, rule: Rule) -> bool:
    """True where a value is what a rule asks for, as far as the value itself shows."""
    if isinstance(value, str):
        return not (rule.datatypes or rule.languages or (rule.members and value not in rule.members))
    kind = _TAGGED if value.language else value.datatype or _STRING
    fits = not rule.iri and not rule.members and (not rule.datatypes or kind in rule.datatypes)
    if rule.languages and value.language not in rule.languages:
        return False
    return fits and len(value.text) >= rule.shortest and (not rule.pattern or bool(rule.pattern.search(value.text)))


def _ordered(values: list[Object], before: tuple[str, bool], said: dict[str, list[Object]]) -> bool:
    name, equal = before
    pairs = [(_key(one), _key(two)) for one in values for two in said.get(name, [])]
    return all(one < two or (equal and one == two) for one, two in pairs)


def _key(value: Object) -> tuple[int, str]:
    """Numbers by size, dates as they are written."""
    text = value.text if isinstance(value, Literal) else value
    return (int(text), "") if re.fullmatch(r"-?\d+", text) else (0, text)
