"""The words of the graph: namespaces, and which IRIs a claim's predicate becomes.

Terms are written here once and declared in ``ontology/govgraph.ttl``; a test compares the two. Nothing here decides
what a document says: a predicate without a term is a fault of the caller.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

GG = "https://w3id.org/govgraph/ns#"
CODE = "https://w3id.org/govgraph/code#"
DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VOID = "http://rdfs.org/ns/void#"
XSD = "http://www.w3.org/2001/XMLSchema#"

NAMESPACES = MappingProxyType(
    {
        "code": CODE,
        "dcat": DCAT,
        "dcterms": DCTERMS,
        "gg": GG,
        "oa": OA,
        "org": ORG,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "void": VOID,
        "xsd": XSD,
    }
)

TYPE = RDF + "type"
LABEL = RDFS + "label"
ALT_LABEL = SKOS + "altLabel"
HOLDS = ORG + "holds"

ACTS = ("issuedBy", "adoptedBy", "draftedBy", "reviewedBy", "revisedBy", "repealedBy", "proposedBy")

# A claim's predicate to the direct triples that are written for it, the most exact first: rdf:predicate names that one.
PREDICATES = MappingProxyType(
    {
        "holds": (HOLDS,),
        "postIn": (ORG + "postIn",),
        "participant": (GG + "participant",),
        "leadBody": (GG + "leadBody", GG + "participant"),
        "attendee": (SCHEMA + "attendee",),
        "actedOnBy": (GG + "actedOnBy",),
        **{act: (GG + act, GG + "actedOnBy") for act in ACTS},
        "within": (GG + "within",),
        "jurisdiction": (GG + "jurisdiction",),
        "partOf": (GG + "partOf",),
        **{name: (GG + name,) for name in ("yearSeen", "hasPart", "partName")},
    }
)

# Of these a document says that they are to come: the claim is kept, but nobody holds the post yet, or was there.
NOT_YET = frozenset({"proposed", "planned", "rumoured"})


def predicates(name: str) -> tuple[str, ...]:
    """The IRIs of a claim's predicate, the most exact first."""
    if name not in PREDICATES:
        raise ValueError(f"the ontology has no term for the predicate {name!r}")
    return PREDICATES[name]


@lru_cache(maxsize=1 << 10)
def concept(scheme: str, value: str) -> str:
    """The IRI of a code: ``concept("body", "government")``."""
    return f"{CODE}{scheme}-{value.strip().lower().replace(' ', '-').replace('_', '-')}"
