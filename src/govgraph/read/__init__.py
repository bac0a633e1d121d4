"""Paths to documents: bytes decoded, formats opened; nothing is guessed silently.

Which formats there are, and how to add one, says :mod:`govgraph.read.formats`. Text is read here; whatever has a
format is opened by a child process under limits (:mod:`govgraph.read.isolation`), so that a hostile file costs one
line of the report. Nothing is executed, fetched or written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote_from_bytes

from govgraph.errors import InputError
from govgraph.model import Document, Failure
from govgraph.read import formats, isolation
from govgraph.read.encodings import decode_name
from govgraph.read.gate import printable
from govgraph.read.options import Options

__all__ = ["Options", "find_files", "read_all", "read_bytes", "read_documents", "read_file", "read_paths"]


def read_file(path: Path, name: str | None = None, options: Options | None = None) -> Document:
    """The one document of a file; :class:`InputError` says what is wrong with it."""
    documents = list(read_documents(path, name, options))
    if len(documents) != 1:
        raise InputError(f"{path} holds {len(documents)} documents: read it with read_paths")
    return documents[0]


def read_documents(path: Path, name: str | None = None, options: Options | None = None) -> Iterator[Document]:
    """The documents of a file; what could not be read of it is a warning of the first, or, where none is, an error."""
    found = list(read_all(path, name, options))
    failures = [item for item in found if isinstance(item, Failure)]
    documents = [item for item in found if isinstance(item, Document)]
    if failures and not documents:
        more = f" (and {len(failures) - 1} more)" if failures[1:] else ""
        raise InputError(f"{failures[0].reason}{more}")
    for index, document in enumerate(documents):
        lost = () if index else tuple(f"not read: {failure.reason}" for failure in failures)
        yield replace(document, warnings=(*document.warnings, *lost)) if lost else document


def read_all(path: Path, name: str | None = None, options: Options | None = None) -> Iterator[Document | Failure]:
    """Every document of a file, in its own order, and a failure for each part of it that cannot be read."""
    options = options or Options()
    name = name if name is not None else shown(path.name)
    try:
        yield from read_bytes(_bytes(path, name, options), name, options)
    except InputError as error:
        yield Failure(name, str(error))


def read_bytes(data: bytes, name: str, options: Options | None = None) -> Iterator[Document | Failure]:
    """Every document in some bytes, whose kind the name says, or where it has no suffix or .txt, the bytes."""
    options = options or Options()
    kind = formats.kind(data, name)
    if not data.strip():
        raise InputError(f"{name} is empty: nothing to read")
    if kind in formats.IN_PROCESS:
        yield from formats.loaders()[kind](data, name, options)
        return
    empty = True
    for item in isolation.read(data, kind, name, options):
        empty = False
        yield item
    if empty:  # as a folder without documents is
        raise InputError(f"{name} holds no readable document: put {formats.known()} files into it")


def read_paths(paths: Iterable[Path], options: Options | None = None) -> Iterator[Document | Failure]:
    """Every document under the paths, in order of name; a file that cannot be read becomes a failure."""
    for path, name in find_files(paths):
        yield from read_all(path, name, options)


def find_files(paths: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """The files to read with their names below the folder that was given, sorted by name.

    Documents of kinds that are not read are among them, so that they appear in the report; pictures and the like are
    not. Links that lead out of the folder are not followed, pipes and devices not opened.
    """
    found: dict[Path, str] = {}
    for path in paths:
        for file, name in _files(path):
            found.setdefault(file.resolve(), name)
    return tuple(sorted(found.items(), key=lambda item: (item[1], str(item[0]))))


def shown(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 are read as GB18030, or written as percent signs and digits."""
    if name.isascii():
        return printable(name)
    raw = os.fsencode(name)
    return printable(decode_name(raw) or quote_from_bytes(raw, "/ "))


def _bytes(path: Path, name: str, options: Options) -> bytes:
    if path.is_dir():
        raise InputError(f"{name} is a folder, not a file: read it with read_paths")
    if not path.exists():
        raise InputError(f"{path} does not exist: check the spelling, or the folder you are in")
    if not path.is_file():
        raise InputError(f"{name} is a device or a pipe: give '-' to read standard input")
    try:
        if path.stat().st_size > options.file_bytes:
            raise InputError(f"{name} is larger than {options.file_bytes >> 20} MiB: split it")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}") from error


def _files(path: Path) -> list[tuple[Path, str]]:
    if path.is_dir():
        files = [(file, shown(file.relative_to(path).as_posix())) for file in _walk(path)]
        if not any(formats.readable(formats.suffix(name)) for _, name in files):
            raise InputError(f"{path} holds no readable document: put {formats.known()} files into it")
        return files
    if not path.exists():
        raise InputError(f"{path} does not exist: check the spelling, or the folder you are in")
    if not path.is_file():
        raise InputError(f"{path} is a device or a pipe: give '-' to read standard input")
    if formats.suffix(path.name) not in formats.UNTOLD and not formats.readable(formats.suffix(path.name)):
        raise InputError(f"{path} is of a kind that is not read: convert it to one of {formats.known()}")
    return [(path, shown(path.name))]


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, without hidden ones; links to folders are not followed, so there are no loops."""
    root = folder.resolve()
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(where, name)
            if formats.reported(name) and not name.startswith(".") and _inside(file, root):
                yield file


def _inside(file: Path, root: Path) -> bool:
    """True for a file that is one: no pipe, which would be waited for, and no link out of the folder or to nowhere."""
    try:
        return file.is_file() and file.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # a link to what is not there, or to itself
        return False
