"""How a build begins: which files, who reads them; what reading takes is loaded there while the rest is loaded here.

Nothing heavy is imported here: between the first line of this module and the first worker that reads there should be
only what the worker itself has to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from govgraph import far
from govgraph.engine import Engine, opened
from govgraph.engine.dask import Dask
from govgraph.engine.local import Local
from govgraph.engine.pool import Pool, cores
from govgraph.engine.spark import Spark
from govgraph.publish import output
from govgraph.read import find_files
from govgraph.read.options import MIB, Options
from govgraph.settings import Settings

SMALL = 200_000  # bytes that are read sooner than a worker has started
File = tuple[Path, str]  # where it is, and its name below the folder that the user gave


@dataclass(frozen=True, slots=True)
class Patience:
    """The seconds that a file may take, by its size."""

    options: Options
    seconds: float  # of a document, and again for each MiB of it

    def __call__(self, file: File) -> float:
        """Seconds for one file, or for each document of an archive."""
        try:
            size = file[0].stat().st_size
        except OSError:  # reading it will say why
            size = 0
        return self.options.allowance(size) + self.seconds * (1 + size / MIB)


@dataclass(frozen=True, slots=True)
class Warming:
    """What a process that is to read loads first; it is told of the documents later."""

    seeds: Path | None

    def __call__(self, _: object) -> None:
        """Nothing: it is only prepared."""

    def prepare(self) -> None:
        """Load the steps and the seeds, and read a sample."""
        from govgraph.extraction import warmed  # noqa: PLC0415 - the process that builds loads it at the same time

        warmed(self.seeds)


def files(paths: Iterable[Path | str], folder: Path | str) -> list[File]:
    """The files to read, here and afar, by name; what a build wrote to its folder is no document of the next one."""
    every = [Path(path) for path in paths]
    here = find_files(path for path in every if not far.is_far(path))
    away = {file: name for path in every if far.is_far(path) for file, name in far.found(path)}
    published = (Path(folder) / output.STATE).resolve()
    found = sorted([*here, *away.items()], key=lambda file: (file[1], str(file[0])))
    return [file for file in found if not file[0].is_relative_to(published)]


def readers(files: list[File], settings: Settings) -> Engine:
    """A cluster, or workers, where there is more to read than their start costs or where the user wants them."""
    limits = Patience(Options(ocr=settings.ocr), settings.patience)
    match settings.engine:
        case "dask":
            return Dask(settings.scheduler, settings.workers, limits)
        case "spark":
            return Spark(settings.scheduler, settings.workers, limits)
        case _ if not settings.workers and sum(map(_size, files)) < SMALL:
            return Local()
        case _:
            return Pool(settings.workers or cores(), limits)


@contextmanager
def ahead(paths: Iterable[Path | str], folder: Path | str, settings: Settings) -> Iterator[Engine]:
    """Who reads; processes of our own begin to load what they need now."""
    engine = readers(files(paths, folder), settings)
    if not isinstance(engine, Pool):
        yield engine
        return
    with opened(engine, Warming(settings.seeds and settings.seeds.resolve())) as pool:
        yield pool


def _size(file: File) -> int:
    try:
        return SMALL if far.is_far(file[0]) else file[0].stat().st_size
    except OSError:  # reading it will say why
        return 0
