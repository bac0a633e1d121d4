"""Blocks to RDF 1.2 Turtle: a claim reifies a triple term instead of naming subject, predicate and object apart.

    claim:… a gg:Claim ; rdf:reifies <<( person:… org:holds post:… )>> ; gg:evidence …

Everything else is as in ``graph.ttl``. Few stores read it yet (``docs/loading.md``): it is for those that do.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govgraph.publish.graph import Block
from govgraph.publish.terms import RDF
from govgraph.publish.turtle import Naming, described, head, naming, term

_ENDS = tuple(RDF + name for name in ("subject", "predicate", "object"))


def write(path: Path, blocks: Iterable[Block], base: str) -> int:
    """Write a file, block by block, and return the number of triples."""
    name, triples = naming(base), 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(head(base))
        for block in blocks:
            text, count = _described(block, name)
            file.write(text)
            triples += count
    return triples


def _described(block: Block, name: Naming) -> tuple[str, int]:
    ends = {predicate: value for predicate, value in block.rows if predicate in _ENDS}
    if len(ends) != len(_ENDS):
        return described(block, name), len(block.rows)
    rest = Block(block.subject, tuple(row for row in block.rows if row[0] not in _ENDS))
    text = described(rest, name).removesuffix(" .\n")
    triple = " ".join(term(ends[end], name) for end in _ENDS)
    return f"{text} ;\n    rdf:reifies <<( {triple} )>> .\n", len(rest.rows) + 1
