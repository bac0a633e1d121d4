"""A graph against ``ontology/shapes.ttl``: what does not hold, grouped by rule, in Chinese or English, with the words.

SHACL is run by pySHACL, without inference: what a shape asks for must be written. Each group says how often a rule is
broken and shows some cases with the quotation they rest on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.namespace import RDF, RDFS, SH

from govgraph.errors import CheckError
from govgraph.settings import shipped
from govgraph.store.open import locate
from govgraph.store.words import words

_GG = rdflib.Namespace("https://w3id.org/govgraph/ns#")
_OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


@dataclass(frozen=True, slots=True, order=True)
class Case:
    """One node that breaks a rule."""

    node: str
    label: str
    value: str
    quote: str
    where: str = ""  # the document that says so, and the place in it


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """A rule that does not hold, for the members of one class."""

    kind: str  # what the class is called
    message: str
    path: str
    severity: str  # Violation, Warning, Info
    count: int
    cases: tuple[Case, ...]


def check(path: Path, language: str = "zh", most: int = 5, shapes: Path | None = None) -> tuple[Broken, ...]:
    """The rules that a graph breaks, none for a graph that conforms; ``most`` cases are shown of each."""
    try:
        from pyshacl import validate  # noqa: PLC0415 - an optional dependency, slow to import
    except ImportError as error:
        raise CheckError("check needs pySHACL: install it with `pip install 'govgraph[check]'`") from error
    file = locate(path)
    try:
        data = rdflib.Graph().parse(file)
    except Exception as error:  # rdflib raises many kinds, without a common root
        raise CheckError(f"{file} cannot be read: {error}") from error
    rules = rdflib.Graph().parse((shapes or shipped("ontology")) / "shapes.ttl")
    conforms, report, _ = validate(data, shacl_graph=rules, inference="none", meta_shacl=False)
    return () if conforms else tuple(_grouped(data, report, language, most))


def _grouped(data: rdflib.Graph, report: rdflib.Graph, language: str, most: int) -> Iterator[Broken]:
    groups: dict[tuple[str, str, str, str], set[Case]] = defaultdict(set)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        severity = str(report.value(result, SH.resultSeverity) or "").rpartition("#")[2]
        path = report.value(result, SH.resultPath)
        shown = _short(data, path) if isinstance(path, rdflib.URIRef) else ""
        message = _message(report.objects(result, SH.resultMessage), language)
        groups[_kind(data, focus, language), message, shown, severity].add(_case(data, focus, value))
    for (kind, message, shown, severity), cases in sorted(groups.items()):
        yield Broken(kind, message, shown, severity, len(cases), tuple(sorted(cases)[:most]))


def _kind(data: rdflib.Graph, focus: rdflib.term.Node | None, language: str) -> str:
    """What the class of a node is called."""
    kinds = sorted(str(kind) for kind in data.objects(focus, RDF.type)) if focus is not None else []
    return next((words(language)[kind] for kind in kinds if kind in words(language)), "")


def _message(messages: Iterable[rdflib.term.Node], language: str) -> str:
    """The message in the wanted language, else any, always the same."""
    said = sorted((getattr(m, "language", None) != language, str(m)) for m in messages)
    return said[0][1] if said else ""


def _case(data: rdflib.Graph, focus: rdflib.term.Node | None, value: rdflib.term.Node | None) -> Case:
    label = data.value(focus, RDFS.label) if focus is not None else None
    found = (*data.objects(focus, _GG.evidence), *data.objects(focus, _GG.firstMention))
    quote, where = min((_source(data, evidence) for evidence in found), default=("", ""))
    return Case(_short(data, focus), str(label or ""), _short(data, value), quote, where)


def _source(data: rdflib.Graph, evidence: rdflib.term.Node) -> tuple[str, str]:
    """The quotation of a piece of evidence, and where it stands."""
    said = {
        name: str(found)
        for selector in data.objects(evidence, _OA.hasSelector)
        for name in ("exact", "start", "end")
        if (found := data.value(selector, _OA[name])) is not None
    }
    document = data.value(evidence, _OA.hasSource)
    name = data.value(document, _GG.fileName) if document is not None else None
    place = f" {said['start']}–{said['end']}" if {"start", "end"} <= said.keys() else ""
    return said.get("exact", ""), f"{name or _short(data, document)}{place}".strip()


def _short(data: rdflib.Graph, node: rdflib.term.Node | None) -> str:
    if node is None:
        return ""
    return str(node.n3(data.namespace_manager)) if isinstance(node, rdflib.URIRef) else str(node)
