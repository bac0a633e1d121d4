"""Every statement with the words that say so, one piece of evidence a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govgraph.api.table import Table
from govgraph.model import Claim, Facts, Figure, Key
from govgraph.publish.looks import words
from govgraph.publish.site.told import amount
from govgraph.store.facts import Iris

COLUMNS = (
    "subject",
    "relation",
    "object",
    "date",
    "status",
    "certainty",
    "quote",
    "document",
    "start",
    "end",
    "rule",
    "iri",
)


def evidence(facts: Facts, iris: Iris, iri: str | None) -> Table:
    """Of what is said of a thing and of the posts in it, or of one statement; of everything where ``iri`` is None."""
    labels = {thing.key: thing.label for thing in facts.things}
    names = {document.id: document.name for document in facts.documents}
    rows = [
        (*_said(each, labels), source.quote, names.get(source.document, ""), source.start, source.end, each.rule, own)
        for each, own in _chosen(facts, iris, iri)
        for source in each.evidence
    ]
    return Table(COLUMNS, tuple(sorted(rows)))


def _chosen(facts: Facts, iris: Iris, iri: str | None) -> Iterator[tuple[Claim | Figure, str]]:
    near = {iri} | {
        claim.subject.name for claim in facts.claims if claim.predicate == "postIn" and claim.object.name == iri
    }
    told: list[tuple[Claim | Figure, str, set[str]]] = [
        (claim, iris.claim(claim), {claim.subject.name, claim.object.name}) for claim in facts.claims if claim.evidence
    ]
    told += [
        (each, iris.figure(each), {key.name for key in (each.about, each.reporter) if key}) for each in facts.figures
    ]
    for each, own, ends in told:
        if iri is None or near & {own, *ends}:
            yield each, own


def _said(each: Claim | Figure, labels: Mapping[Key, str]) -> tuple[str, str, str, str, str, str]:
    if isinstance(each, Figure):
        ends = labels[each.about], each.measure, amount(each)
        return *ends, each.period or each.asserted_on, each.status, each.certainty
    relation = str(words()["relations"].get(each.predicate, [each.predicate])[0])
    span = f"{each.valid_from}–{each.valid_to}" if each.valid_from or each.valid_to else each.asserted_on
    target = labels.get(each.object, each.object.name)  # a year or a name has no label
    return labels[each.subject], relation, target, span, each.status, each.certainty
