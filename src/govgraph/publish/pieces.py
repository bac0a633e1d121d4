"""The graph in pieces: each worker checks and writes a range of subjects; one behind the other they are the file.

A piece says what it has counted and seen, so that the whole can be judged without a second look at it. The file is read
back in the same stretches, by workers too; a stretch ends at the end of a block, so it can be read by itself.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govgraph.publish import reading, telling, turtle
from govgraph.publish.graph import Tally, Told
from govgraph.publish.shapes import Watch, rules
from govgraph.publish.shards import Shards


@dataclass(frozen=True)
class Piece:
    """A range of the graph, written."""

    path: Path
    tally: Tally
    seen: Watch


@dataclass(frozen=True)
class Piecer:
    """What merges a range."""

    folder: Path
    base: str
    keep: bool = False  # the lines too, for other formats
    shards: Shards | None = None  # where ranges go as well

    def __call__(self, place: int, lines: Iterable[bytes]) -> Piece:
        """Check and write the blocks of a range."""
        watch, tally = Watch(rules()), Tally()
        path = self.folder / f"{place:05d}.ttl"
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            name = turtle.naming(self.base)
            blocks: Iterable[Told] = telling.blocks(self._kept(place, lines))
            blocks = self.shards.over(place, blocks) if self.shards else blocks
            file.writelines(turtle.written(tally.over(watch.over(blocks)), name))
        fresh.replace(path)
        return Piece(path, tally, replace(watch, rules={}))

    def _kept(self, place: int, lines: Iterable[bytes]) -> Iterator[bytes]:
        if not self.keep:
            yield from lines
            return
        path = self.folder / f"{place:05d}.lines"
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        with fresh.open("wb") as file:
            for line in lines:
                file.write(line)
                yield line
        fresh.replace(path)

    def blocks(self) -> Iterator[Told]:
        """The blocks of all pieces, once more."""
        for path in sorted(self.folder.glob("*.lines")):
            with path.open("rb") as file:
                yield from telling.blocks(file)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file of Turtle, and how many triples it should hold."""

    path: Path
    begin: int
    end: int
    triples: int


def put_together(path: Path, pieces: Sequence[Piece], ending: Sequence[Told], base: str) -> list[Part]:
    """Write the file; the pieces go while they are copied."""
    parts: list[Part] = []
    name = turtle.naming(base)
    with path.open("wb") as file:
        file.write("".join(turtle.head(base)).encode("ascii"))
        for piece in pieces:
            begin = file.tell()
            with piece.path.open("rb") as written:
                shutil.copyfileobj(written, file, 1 << 20)
            piece.path.unlink()
            parts.append(Part(path, begin, file.tell(), piece.tally.triples))
        begin = file.tell()
        file.write("".join(turtle.written(ending, name)).encode())
        parts.append(Part(path, begin, file.tell(), sum(block.size for block in ending)))
    return [part for part in parts if part.begin < part.end]


def reread(part: Part, base: str) -> None:
    """Read a stretch with the strict parser, or say that the file must not be used."""
    head = "".join(turtle.head(base)).encode("ascii")
    with part.path.open("rb") as file:
        file.seek(part.begin)
        reading.reread_text(part.path, head + file.read(part.end - part.begin), part.triples)
