"""Reading on other machines: documents and what they yield stay in shared folders, only names travel.

A worker reads a document from where it lies and leaves what it yields in the cache, which all machines see; back comes
the name of the entry. It must be the same govgraph with the same libraries and seeds on all machines: that is compared
before anything is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govgraph.cache import Cache, context
from govgraph.engine import Outcome
from govgraph.errors import SettingsError
from govgraph.extraction import File, Read, Reader
from govgraph.read.options import MIB, Options
from govgraph.seeds import load


@dataclass(frozen=True, slots=True)
class Left:
    """The name of an entry of the cache."""

    entry: str


@dataclass(frozen=True)
class Patience:
    """The seconds that a file may take, by its size."""

    options: Options
    seconds: float  # of a document, and again for each MiB

    def __call__(self, file: File) -> float:
        """Seconds for one file, or for each document of an archive."""
        try:
            size = file[0].stat().st_size
        except OSError:  # reading it will say why
            size = 0
        return self.options.allowance(size) + self.seconds * (1 + size / MIB)


@dataclass(frozen=True)
class Leaver:
    """A reader that leaves what it has read where it is found by all."""

    reader: Reader
    cache: Cache[Read]
    settings: tuple[tuple[str, str], ...]  # those that change how a file is read

    def __call__(self, file: File) -> Left | Read:
        """The name of what was read; the thing itself where it cannot be left."""
        read = self.reader(file)
        entry = self.cache.name(file[1], read.sha256)
        return Left(entry) if not read.failures and self.cache.get(entry) is not None else read

    def prepare(self) -> None:
        """Compare what may differ between machines, then load what is needed."""
        if context(load(self.reader.seeds).digest, dict(self.settings)) != self.cache.context:
            raise SettingsError("a worker has another govgraph, Python, library or seeds/ than we have here")
        self.reader.prepare()


def fetched(outcomes: Iterable[Outcome[File, Left | Read]], cache: Cache[Read]) -> Iterator[Outcome[File, Read]]:
    """What was left, for what was brought home."""
    for outcome in outcomes:
        if not isinstance(outcome.value, Left):
            yield Outcome(outcome.item, outcome.value, outcome.reason)
            continue
        read = cache.get(outcome.value.entry)
        lost = "" if read else f"was read elsewhere, but is not in {cache.folder}: is that a shared folder?"
        yield Outcome(outcome.item, read, lost)
