"""The code lists of the ontology, as far as a graph needs them: each code with its notation and its Chinese label."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

from govgraph.publish.graph import Labels
from govgraph.publish.terms import CODE, SKOS
from govgraph.settings import shipped


def labels(ontology: Path | None = None) -> Labels:
    """IRI of a code to its notation and Chinese label, read from ``ontology/govgraph.ttl``."""
    path = (ontology or shipped("ontology")) / "govgraph.ttl"
    named: dict[str, dict[str, str]] = {}
    for subject, predicate, value, *_ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        if not isinstance(subject, pyoxigraph.NamedNode) or not isinstance(value, pyoxigraph.Literal):
            continue
        name = predicate.value.removeprefix(SKOS)
        if subject.value.startswith(CODE) and (name == "notation" or value.language == "zh"):
            named.setdefault(subject.value, {})[name] = value.value
    return {iri: (said["notation"], said["prefLabel"]) for iri, said in named.items() if "notation" in said}
