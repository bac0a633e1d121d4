"""The shapes of the ontology as rules: read from ``ontology/shapes.ttl``, so that there is one list of them.

:func:`rules` gives for each class what its members are asked; :mod:`govgraph.publish.shapes` looks whether it holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph

from govgraph.publish.terms import RDF
from govgraph.settings import shipped

_SH = "http://www.w3.org/ns/shacl#"
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
