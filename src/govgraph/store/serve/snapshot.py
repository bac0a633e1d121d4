"""A graph made ready to be served: an on-disk store and an index of names beside it, made once and reused.

    out/.govgraph/serve/<hash>/store, names.sqlite

The hash is that of the graph file, so a new build is loaded anew and what older graphs left is removed, unless another
server holds it. Of a single graph file, and where the folder cannot be written to, the place is the user's cache.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyoxigraph

from govgraph import __version__
from govgraph.errors import InputError
from govgraph.settings import DEFAULT_BASE
from govgraph.store.open import FORMATS, declared, locate
from govgraph.store.serve import names

_LAYOUT = "1"  # changes when what is kept here does
_BASE_OF = "http://rdfs.org/ns/void#uriSpace"
_DATASET = "http://www.w3.org/ns/dcat#Dataset"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


State = tuple[str, int, int] | None


@dataclass(frozen=True)
class Snapshot:
    """One state of a graph, as long as it is served."""

    graph: Path  # the file
    folder: Path  # what the user named, for pages that stand beside the graph
    store: Path
    names: Path
    base: str
    prefixes: dict[str, str]
    digest: str
    state: State
    held: IO[bytes]  # nobody removes the folder while this is open

    def close(self) -> None:
        """Let the folder go."""
        self.held.close()

    def discard(self) -> None:
        """Let the folder go and remove it, unless it is read elsewhere."""
        self.close()
        _remove(self.store.parent)


def prepare(path: Path) -> Snapshot:
    """Load a graph, or find it loaded."""
    seen = state(path)
    graph = locate(path).resolve()
    with graph.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    digest = hashlib.sha256(f"{_LAYOUT} {__version__} {pyoxigraph.__version__} {content}".encode()).hexdigest()[:24]
    place = _place(path) / digest
    held = _hold(place)
    if not (place / "ready").is_file():
        fcntl.flock(held, fcntl.LOCK_EX)  # until nobody else loads it
        if not (place / "ready").is_file():
            _load(graph, place)
        fcntl.flock(held, fcntl.LOCK_SH)
    store = pyoxigraph.Store.read_only(str(place / "store"))
    base, prefixes = _base(store), {**_prefixes(graph), **declared()}
    _sweep(place)
    return Snapshot(graph, path, place / "store", place / "names.sqlite", base, prefixes, digest, seen, held)


def state(path: Path) -> State:
    """What tells one state of a graph file from another: where it really lies, when and how large it was written."""
    try:
        graph = locate(path).resolve(strict=True)
        told = graph.stat()
    except (InputError, OSError):
        return None
    return str(graph), told.st_mtime_ns, told.st_size


def _place(path: Path) -> Path:
    """Where loaded graphs are kept."""
    state = path / ".govgraph"
    if path.is_dir() and state.is_dir() and os.access(state, os.W_OK):
        return state / "serve"
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "govgraph" / "serve" / hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]


def _hold(place: Path) -> IO[bytes]:
    """Keep the folder from being removed while we read it."""
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = (place / "lock").open("ab")
    except OSError as error:
        raise InputError(f"{place} cannot be written, a graph is loaded there once: {error.strerror}") from error
    fcntl.flock(held, fcntl.LOCK_SH)
    return held


def _load(graph: Path, place: Path) -> None:
    """Store and index, whole or not at all."""
    for name in ("store", "names.sqlite"):
        with suppress(FileNotFoundError):
            (shutil.rmtree if name == "store" else os.unlink)(place / name)
    store = pyoxigraph.Store(str(place / "store"))
    try:
        store.bulk_load(path=str(graph), format=FORMATS[graph.suffix])
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{graph} is not valid RDF: {error}") from error
    store.optimize()
    store.flush()
    names.build(store, place / "names.sqlite")
    (place / "ready").touch()


def _sweep(place: Path) -> None:
    """Remove what other graphs left, but what another server reads."""
    for other in place.parent.iterdir():
        if other == place:
            continue
        _remove(other)


def _remove(place: Path) -> None:
    """Remove a loaded graph that nobody reads."""
    with suppress(OSError), (place / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(place)


def _base(store: pyoxigraph.Store) -> str:
    """The IRI under which the data stand: said by the graph itself, else the one of most builds."""
    node = pyoxigraph.NamedNode
    for quad in store.quads_for_pattern(None, node(_TYPE), node(_DATASET), None):
        for said in store.quads_for_pattern(quad.subject, node(_BASE_OF), None, None):
            return str(getattr(said.object, "value", ""))
    return DEFAULT_BASE


def _prefixes(graph: Path) -> dict[str, str]:
    """The prefixes at the head of the file."""
    if graph.suffix not in (".ttl", ".trig"):
        return {}
    reader = pyoxigraph.parse(path=str(graph), format=FORMATS[graph.suffix])
    next(iter(reader), None)
    return dict(reader.prefixes)
