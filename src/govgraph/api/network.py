"""The facts as a networkx graph: things are nodes, statements are edges from subject to object.

A node is its IRI, with ``label``, ``kind``, ``names`` and ``documents``; an edge has ``relation``, ``label``, ``date``,
``status``, ``certainty``, ``quote``, ``document``. Values are plain strings and numbers, so that GraphML and GEXF take
them. Statements that no document makes (gazetteer, names) have no quote.
"""

from __future__ import annotations

import networkx as net  # noqa: ICN001 - nx is what users call the graph

from govgraph.model import VALUES, Claim, Facts
from govgraph.publish.looks import words
from govgraph.store.facts import Iris


def network(facts: Facts, iris: Iris) -> net.MultiDiGraph[str]:
    """The same nodes and edges, in the same order, for the same graph."""
    made: net.MultiDiGraph[str] = net.MultiDiGraph()
    for thing in sorted(facts.things, key=lambda thing: thing.key.name):
        names = "；".join(thing.names)
        made.add_node(
            thing.key.name, label=thing.label, kind=thing.key.kind, names=names, documents=len(thing.documents)
        )
    files = {document.id: document.name for document in facts.documents}
    for claim in sorted(claim for claim in facts.claims if claim.object.kind not in VALUES):
        key = iris.claim(claim) if claim.evidence else claim.predicate
        made.add_edge(claim.subject.name, claim.object.name, key=key, **_edge(claim, files))
    return made


def _edge(claim: Claim, files: dict[str, str]) -> dict[str, str]:
    source = min(claim.evidence, default=None)
    return {
        "relation": claim.predicate,
        "label": str(words()["relations"].get(claim.predicate, [claim.predicate])[0]),
        "date": claim.valid_from or claim.asserted_on,
        "status": claim.status,
        "certainty": claim.certainty if source else "",
        "quote": source.quote if source else "",
        "document": files.get(source.document, "") if source else "",
    }
