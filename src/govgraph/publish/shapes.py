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
from functools import cache, lru_cache, partial
from pathlib import Path

import pyoxigraph

from govgraph.publish.graph import Block, Told, apart
from govgraph.publish.literals import Literal
from govgraph.publish.nodes import Object
from govgraph.publish.quoted import QUOTING, Quoted
from govgraph.publish.terms import LABEL, OA, RDF, TYPE, XSD
from govgraph.settings import shipped

_SH = "http://www.w3.org/ns/shacl#"
_MANY = ("ambiguous", "claim", "contradiction", "evidence", "figure", "tenure")
_SOURCE, _ENDS = OA + "hasSource", {OA + "start", OA + "end"}
_STRING, _TAGGED = XSD + "string", RDF + "langString"
Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A property shape: where it looks, what it asks for, and what it says in Chinese."""

    path: tuple[str, ...]
    message: str
    least: int = 0
    most: int | None = None
    datatypes: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    iri: bool = False
    languages: frozenset[str] = frozenset()
    shortest: int = 0
    pattern: re.Pattern[str] | None = None
    members: frozenset[str] = frozenset()
    before: tuple[str, bool] | None = None  # a predicate whose value is not smaller, and whether it may be equal


@dataclass
class Watch:
    """Looks at the blocks that pass by."""

    rules: dict[str, tuple[Rule, ...]]
    classes: Counter[str] = field(default_factory=Counter)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _labelled: set[str] = field(default_factory=set)
    _later: dict[tuple[str, int, str], str] = field(default_factory=dict)  # class, which rule of it, whom it asks for
    _broken: dict[str, list[str]] = field(default_factory=partial(defaultdict, list))

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
        said: dict[str, list[Object]] = defaultdict(list)
        for name, value in block.rows:
            said[name].append(value)
        kinds = tuple(map(str, said.get(TYPE, ())))
        place = _place(block.subject)
        known = self._kinds.setdefault(place, kinds)
        if known != kinds:
            self._kinds[place] = tuple(kind for kind in known if kind in kinds)
        if LABEL in said:
            self._labelled.add(place)
        for kind in kinds:
            self.classes[kind] += 1
            for number, rule in enumerate(self.rules.get(kind, ())):
                values = said.get(rule.path[0])
                if not (_holds(rule, values, said) if values else _may_lack(rule)):
                    self._broken[rule.message].append(block.subject)
                if values and (rule.classes or len(rule.path) > 1):
                    for value in values:
                        if isinstance(value, str):
                            self._later[kind, number, _place(value)] = block.subject

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


def _asking_for_source(rules: Mapping[str, Sequence[Rule]]) -> list[tuple[str, int]] | None:
    """Rules that ask what is quoted for its document; None where one asks for more than that and :func:`_signs`."""
    found: list[tuple[str, int]] = []
    for kind in QUOTING:
        for number, rule in enumerate(rules.get(kind, ())):
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


@cache
def rules(path: Path | None = None) -> dict[str, tuple[Rule, ...]]:
    """Class to the rules for its members."""
    store = pyoxigraph.Store()
    store.bulk_load(
        path=str(path or shipped("ontology") / "shapes.ttl"), format=pyoxigraph.RdfFormat.TURTLE, base_iri="urn:x"
    )
    reader = _Reader(store)
    found: dict[str, list[Rule]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(_SH + "targetClass"), None, None):
        either = (choice for each in reader.all(quad.subject, "or") for choice in reader.list(each))
        shaped = (*reader.all(quad.subject, "property"), *(each for each in either if reader.one(each, "path")))
        found[str(_plain(quad.object))] += filter(None, map(reader.rule, shaped))
    # In an order that all processes have: blank nodes have other names in each.
    return {kind: tuple(sorted(each, key=_order)) for kind, each in found.items()}


def _order(rule: Rule) -> tuple[object, ...]:
    return rule.path, rule.message, rule.least, sorted(rule.datatypes), sorted(rule.classes), sorted(rule.members)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one shapes graph."""

    store: pyoxigraph.Store

    def all(self, node: Term, name: str) -> list[Term]:
        iri = pyoxigraph.NamedNode(name if ":" in name else _SH + name)
        return [quad.object for quad in self.store.quads_for_pattern(node, iri, None, None)]  # type: ignore[arg-type]

    def one(self, node: Term, name: str) -> Term | None:
        return next(iter(self.all(node, name)), None)

    def list(self, node: Term | None) -> Iterator[Term]:
        while isinstance(node, pyoxigraph.BlankNode) and (first := self.one(node, RDF + "first")) is not None:
            yield first
            node = self.one(node, RDF + "rest")

    def number(self, node: Term, name: str) -> int | None:
        value = self.one(node, name)
        return int(str(_plain(value))) if value is not None else None

    def rule(self, node: Term) -> Rule | None:
        """A property shape as a rule; None where it asks for more than this module does."""
        if self.one(node, "qualifiedValueShape") is not None:
            return None
        path = self.one(node, "path")
        steps = tuple(self.list(path)) or (path,)
        either = [choice for each in self.all(node, "or") for choice in self.list(each)]
        said = [node, *either]
        pattern = self.one(node, "pattern")
        return Rule(
            path=tuple(_plain(step) for step in steps if step is not None),
            message=next(_plain(each) for each in self.all(node, "message") if getattr(each, "language", "") == "zh"),
            least=self.number(node, "minCount") or 0,
            most=self.number(node, "maxCount"),
            datatypes=frozenset(_plain(each) for part in said for each in self.all(part, "datatype")),
            classes=frozenset(_plain(each) for part in said for each in self.all(part, "class")),
            iri=self.one(node, "nodeKind") is not None,
            languages=frozenset(_plain(x) for each in self.all(node, "languageIn") for x in self.list(each)),
            shortest=self.number(node, "minLength") or 0,
            pattern=re.compile(_plain(pattern)) if pattern is not None else None,
            members=frozenset(_plain(x) for each in self.all(node, "in") for x in self.list(each)),
            before=self.order(node),
        )

    def order(self, node: Term) -> tuple[str, bool] | None:
        for name, equal in (("lessThan", False), ("lessThanOrEquals", True)):
            value = self.one(node, name)
            if value is not None:
                return _plain(value), equal
        return None


def _plain(term: Term | None) -> str:
    return str(getattr(term, "value", term))
