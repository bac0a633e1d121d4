"""Blocks to TriG: one graph a document, after the default graph; each graph once, its blocks in their order.

What belongs to a document is known only when its block comes, so blocks are put aside in a temporary file and copied
from there graph by graph: in memory stands where they are, sixteen bytes a block, not what they say.
"""

from __future__ import annotations

import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from govgraph.publish.graph import Block
from govgraph.publish.quads import homes
from govgraph.publish.turtle import described, head, naming


def write(path: Path, blocks: Iterable[Block], base: str) -> int:
    """Write a file and return the number of statements."""
    name = naming(base)
    places: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    triples = 0
    with tempfile.TemporaryFile(dir=path.parent) as aside, path.open("wb") as file:
        for block, graph in homes(blocks):
            text = described(block, name).encode()
            places[graph].extend((aside.tell(), len(text)))
            aside.write(text)
            triples += len(block.rows)
        file.writelines(line.encode() for line in head(base))
        for graph in sorted(places):
            file.write(f"\n{name(graph)} {{\n".encode() if graph else b"")
            file.writelines(_copied(aside, places[graph]))
            file.write(b"}\n" if graph else b"")
    return triples


def _copied(aside: IO[bytes], places: array[int]) -> Iterator[bytes]:
    for start, length in zip(places[::2], places[1::2], strict=True):
        aside.seek(start)
        yield aside.read(length)
