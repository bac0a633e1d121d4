"""Paths to documents: bytes decoded, formats opened; nothing is guessed silently.

A loader is one small module that turns the bytes of one file into documents: ``load(data, name)``. Those of this
package stand in :func:`builtin`; others join through the entry-point group ``govgraph.loaders``, whose names are file
suffixes (``html = "my_package:load"``). Adding one touches nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from govgraph.errors import InputError
from govgraph.model import Document, Failure

Loader = Callable[[bytes, str], Iterable[Document]]


def builtin() -> dict[str, Loader]:
    """The loaders of this package, by suffix."""
    from govgraph.read import markdown, plain  # noqa: PLC0415 - imported on first use: importing does no work

    return {".txt": plain.load, ".text": plain.load, ".md": markdown.load, ".markdown": markdown.load}


@cache
def loaders() -> Mapping[str, Loader]:
    """All loaders, those of other packages included."""
    found = builtin()
    for point in sorted(entry_points(group="govgraph.loaders"), key=lambda point: point.name):
        found["." + point.name.lower().removeprefix(".")] = point.load()
    return found


def read_file(path: Path, name: str | None = None) -> Document:
    """The one document of a file; :class:`InputError` says what is wrong with it."""
    documents = list(read_documents(path, name))
    if len(documents) != 1:
        raise InputError(f"{path} holds {len(documents)} documents: read it with read_paths")
    return documents[0]


def read_documents(path: Path, name: str | None = None) -> Iterator[Document]:
    """All documents of a file, in its own order."""
    loader = _loader(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    yield from loader(data, name if name is not None else path.name)


def read_paths(paths: Iterable[Path]) -> Iterator[Document | Failure]:
    """Every document under the paths, in order of name; a file that cannot be read becomes a failure."""
    for path, name in find_files(paths):
        try:
            yield from read_documents(path, name)
        except InputError as error:
            yield Failure(name, str(error))


def find_files(paths: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """The files to read with their names below the folder that was given, sorted by name."""
    found: dict[Path, str] = {}
    for path in paths:
        for file, name in _files(path):
            found.setdefault(file.resolve(), name)
    return tuple(sorted(found.items(), key=lambda item: (item[1], str(item[0]))))


def _files(path: Path) -> list[tuple[Path, str]]:
    if path.is_dir():
        files = [(file, file.relative_to(path).as_posix()) for file in _walk(path) if _suffix(file) in loaders()]
        if not files:
            raise InputError(f"{path} holds no readable document: put {_readable()} files into it")
        return files
    if not path.exists():
        raise InputError(f"{path} does not exist: check the spelling, or the folder you are in")
    _loader(path)
    return [(path, path.name)]


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, without hidden ones; links to folders are not followed, so there are no loops."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))


def _loader(path: Path) -> Loader:
    if path.is_dir():
        raise InputError(f"{path} is a folder, not a file: read it with read_paths")
    if not path.exists():
        raise InputError(f"{path} does not exist: check the spelling, or the folder you are in")
    if _suffix(path) not in loaders():
        raise InputError(f"{path} is of a kind that is not read: convert it to one of {_readable()}")
    return loaders()[_suffix(path)]


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _readable() -> str:
    return ", ".join(sorted(loaders()))
