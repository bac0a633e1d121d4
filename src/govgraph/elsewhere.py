"""Reading on other machines: documents and what they yield stay in shared folders, only names travel.

A worker reads a document from where it lies, puts its text where the build publishes it, and leaves what it yields in a
folder that all machines see; back comes a name. So no text passes through the process that builds. It must be the same
govgraph with the same libraries and seeds on all machines: that is compared before anything is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from govgraph.cache import Cache, context
from govgraph.codec import decode, encode
from govgraph.engine import Outcome
from govgraph.errors import SettingsError
from govgraph.extraction import Read, Reader
from govgraph.publish import sources
from govgraph.seeds import load
from govgraph.start import File


@dataclass(frozen=True, slots=True)
class Left:
    """The name of an entry of the cache."""

    entry: str


@dataclass(frozen=True)
class Leaver:
    """A reader that leaves what it has read where it is found by all."""

    reader: Reader
    cache: Cache[Read]
    settings: tuple[tuple[str, str], ...]  # those that change how a file is read
    folder: Path  # for what is read
    sources: Path  # for the texts

    def __call__(self, file: File) -> Left:
        """The name of what was read."""
        read = self.reader(file)
        entry = self.cache.name(file[1], read.sha256)
        for proven in read.documents:
            sources.write(self.sources, proven.extraction.document.id, proven.text)
        lean = replace(read, documents=tuple(replace(proven, text="") for proven in read.documents))
        fresh = self.folder / f"{entry}.{os.getpid()}"
        fresh.write_bytes(encode(lean))
        fresh.replace(self.folder / entry)
        return Left(entry)

    def prepare(self) -> None:
        """Compare what may differ between machines, then load what is needed."""
        if context(load(self.reader.seeds).digest, dict(self.settings)) != self.cache.context:
            raise SettingsError("a worker has another govgraph, Python, library or seeds/ than we have here")
        self.reader.prepare()


def fetched(outcomes: Iterable[Outcome[File, Left]], folder: Path) -> Iterator[Outcome[File, Read]]:
    """What was left, for what was brought home."""
    for outcome in outcomes:
        if outcome.value is None:
            yield Outcome(outcome.item, reason=outcome.reason)
            continue
        path = folder / outcome.value.entry
        try:
            read, lost = decode(Read, path.read_bytes()), ""
            path.unlink()
        except OSError:
            read, lost = None, f"was read elsewhere, but is not in {folder}: is that a shared folder?"
        yield Outcome(outcome.item, read, lost)
