"""What one file yielded, kept for the next build: a second build reads only what is new or changed.

    cache/ab/abcdef….json     the SHA-256 of the rest, a line end, the value as JSON
    cache/builds/000007       the entries that a build used, one a line

An entry is found by a hash over the bytes of the file, its name, and a *context*: the package's own sources, the
libraries under it, the seeds and the settings that matter. So nothing is ever stale: what would come out differently is
not found. An entry that is damaged in one bit is not found either, and is written anew. Nothing in it can run (no
pickle, no marshal); who can write to the folder could still forge an entry, so a folder of another user is refused.

It will not watch the clock: an entry goes when none of the last builds used it, or when the cache is over its size.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Generic, TypeVar

from govgraph.codec import decode, encode
from govgraph.errors import OutputError

Value = TypeVar("Value")

_WAY_OUT = "use --no-cache or --cache DIR"
BUILDS = 3  # an entry that none of so many builds used is forgotten
LARGEST = 4 << 30  # bytes; above, what only older builds used goes first


@dataclass(frozen=True)
class Cache(Generic[Value]):
    """A folder of entries of one type, for one context."""

    folder: Path
    context: str
    kind: type[Value]

    def name(self, file: str, sha256: str) -> str:
        """The name of the entry of a file."""
        return _hash(self.context, sha256, file.encode("utf-8", "surrogatepass").hex())

    def get(self, name: str) -> Value | None:
        """The value of an entry; None where there is none, or a damaged one."""
        try:
            checksum, _, data = self._path(name).read_bytes().partition(b"\n")
            if checksum.decode("ascii") != hashlib.sha256(data).hexdigest():
                return None
            return decode(self.kind, data)
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, name: str, value: Value) -> None:
        """Keep a value; a full disk costs the entry, not the build."""
        data = encode(value)
        path = self._path(name)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            fresh.write_bytes(hashlib.sha256(data).hexdigest().encode("ascii") + b"\n" + data)
            fresh.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)

    def prune(self, used: Iterable[str], builds: int = BUILDS, largest: int = LARGEST) -> None:
        """Note what this build used and forget what the last ones did not."""
        with contextlib.suppress(OSError):  # a cache that cannot be tidied is still right
            history = self._history(sorted(set(used)), builds)
            kept = _newest_within(history, self._sizes(), largest)
            for path in self.folder.glob("??/*"):
                if path.stem not in kept or path.suffix != ".json":
                    path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / f"{name}.json"

    def _history(self, used: list[str], builds: int) -> list[list[str]]:
        """The entries of the last builds, the newest first; this one is added."""
        folder = self.folder / "builds"
        folder.mkdir(mode=0o700, exist_ok=True)
        known = sorted((path for path in folder.iterdir() if path.name.isdecimal()), key=lambda path: int(path.name))
        last = int(known[-1].name) if known else 0
        if not known or _lines(known[-1]) != used:  # the same again is the same build
            known.append(folder / f"{last + 1:06d}")
            known[-1].write_text("".join(f"{name}\n" for name in used), encoding="ascii")
        for path in known[:-builds]:
            path.unlink(missing_ok=True)
        return [_lines(path) for path in reversed(known[-builds:])]

    def _sizes(self) -> dict[str, int]:
        return {path.stem: path.stat().st_size for path in self.folder.glob("??/*.json")}


def open_cache(folder: Path, context: str, kind: type[Value]) -> Cache[Value]:
    """A cache in a folder that is ours alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = folder.stat().st_uid
    except OSError as error:
        raise OutputError(f"cannot keep a cache in {folder}: {error.strerror}; {_WAY_OUT}") from error
    if owner != os.getuid():
        raise OutputError(f"the cache {folder} belongs to another user and is not trusted; {_WAY_OUT}")
    return Cache(folder, context, kind)


def context(seeds: str, settings: Mapping[str, str]) -> str:
    """One hash over all that can change what a file yields, other than its bytes and its name."""
    return _hash(_code(), _libraries(), seeds, json.dumps(dict(settings), sort_keys=True))


@cache
def _code() -> str:
    """The sources of this package: while they change, nothing from before is found."""
    package = Path(__file__).parent.parent
    total = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        total.update(path.relative_to(package).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@cache
def _libraries() -> str:
    """Python, its Unicode tables, and the versions of what this package asks for."""
    return " ".join([sys.version, unicodedata.unidata_version, *_versions()])


def _versions() -> Iterator[str]:
    with contextlib.suppress(metadata.PackageNotFoundError):
        for wanted in sorted(metadata.requires("govgraph") or []):
            name = "".join(letter if letter.isalnum() or letter in "-_." else " " for letter in wanted).split()[0]
            with contextlib.suppress(metadata.PackageNotFoundError):
                yield f"{name} {metadata.version(name)}"


def _newest_within(history: list[list[str]], sizes: Mapping[str, int], largest: int) -> set[str]:
    """The entries of the newest builds, as long as they fit."""
    kept: set[str] = set()
    total = 0
    for name in (name for names in history for name in names):
        if name in kept or name not in sizes:
            continue
        total += sizes[name]
        if total > largest:
            break
        kept.add(name)
    return kept


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="ascii", errors="replace").split()
