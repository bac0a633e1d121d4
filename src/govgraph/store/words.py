"""What the terms of a graph are called: labels of the ontology, in Chinese or English, for people to read."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

import pyoxigraph

from govgraph.settings import shipped

_NAMES = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel")


@cache
def words(language: str = "zh") -> MappingProxyType[str, str]:
    """IRI of a class, property or code to its label."""
    path = shipped("ontology") / "govgraph.ttl"
    found = {
        subject.value: value.value
        for subject, predicate, value, *_ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
        if isinstance(subject, pyoxigraph.NamedNode)
        and isinstance(value, pyoxigraph.Literal)
        and predicate.value in _NAMES
        and value.language == language
    }
    return MappingProxyType(found)
