"""Settings of one build, and where seeds/ and ontology/ are found.

One frozen object, made at the edge (command line or Python call) and handed down; no module reads the environment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path

from govgraph.errors import SettingsError

ENGINES = ("local", "dask", "spark")
DEFAULT_BASE = "https://w3id.org/govgraph/id/"

# Settings that do not change what one file yields; seeds count by what they hold, not by where they are.
_LATER = frozenset(
    {
        *("base", "seeds", "workers", "engine", "scheduler", "patience", "corrections", "cache", "incremental"),
        *("formats", "exports", "shards", "views", "second_reader", "licence", "force_replace"),
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose; the graph is a function of the documents, the seeds and these."""

    base: str = DEFAULT_BASE
    seeds: Path | None = None  # another seeds/ folder, instead of the packaged one
    workers: int = 0  # processes that read; 0: as many as there are processors, and none for a few pages
    engine: str = "local"  # or dask, spark: workers on other machines
    scheduler: str = ""  # where the cluster is; empty: some of our own
    patience: float = 60.0  # seconds that one document may take, and as many for each MiB of it
    corrections: Path | None = None  # decisions of people, applied last
    cache: Path | None = None  # what earlier builds have read; in the output folder where None
    incremental: bool = True  # read only what is new or changed
    formats: tuple[str, ...] = ()  # of the graph, beside Turtle: nt, nq, trig, jsonld, rdf12
    exports: tuple[str, ...] = ()  # for other tools: ftm, wikidata, graphml
    shards: str = ""  # folder or address where the graph goes in shards, for other machines
    views: bool = True  # write what people look at: index.html, report.html and the tables
    second_reader: bool = False  # read what was written with rdflib as well before it is published
    licence: str = ""  # IRI of the licence that the user gives the graph
    force_replace: bool = False  # publish even what breaks shapes or has shrunk
    ocr: bool = False  # look at scanned pages, where tesseract is installed

    def __post_init__(self) -> None:
        if not self.base.isascii() or not self.base.startswith(("http://", "https://", "urn:")):
            raise SettingsError(f"base IRI {self.base!r} must be ASCII and start with http://, https:// or urn:")
        if not self.base.endswith(("/", "#", ":")):
            raise SettingsError(f"base IRI {self.base!r} must end with '/', '#' or ':'")
        if self.workers < 0 or self.patience <= 0:
            raise SettingsError("workers cannot be fewer than none, and patience must be more than 0 seconds")
        if self.engine not in ENGINES:
            raise SettingsError(f"engine {self.engine!r} must be one of {', '.join(ENGINES)}")
        if self.licence and not re.fullmatch(r"https?://[!#-;=?-\[\]_a-z~]+", self.licence, re.ASCII):
            raise SettingsError(f"licence {self.licence!r} must be an ASCII IRI that starts with http:// or https://")

    def reading(self) -> dict[str, str]:
        """What of the settings changes how a file is read: all but those that only later steps know."""
        return {each.name: str(getattr(self, each.name)) for each in fields(self) if each.name not in _LATER}


def shipped(name: str) -> Path:
    """The folder ``seeds`` or ``ontology``: packaged in a wheel, or at the top of a checkout."""
    package = Path(__file__).parent
    for folder in (package / "_shipped" / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise SettingsError(f"the folder {name}/ of govgraph is missing beside {package}: reinstall the package")
