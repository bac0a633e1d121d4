"""The child: a process of its own that opens what may be hostile, under limits, and may die of it.

It reads requests from standard input (a line of JSON, then as many bytes as it says) and writes what it finds as lines
of JSON to standard output, never as anything that could run. It writes no files. :mod:`govgraph.read.isolation` is
the other end.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import IO, Any

from govgraph.errors import InputError
from govgraph.model import Document, Failure
from govgraph.read import archive, formats
from govgraph.read.isolation import ARCHIVE
from govgraph.read.options import Options

Message = dict[str, Any]
FILES = 64  # open at a time: native libraries are loaded late


def main() -> None:
    """Answer requests until there are none."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, FILES)
    while request := sys.stdin.buffer.readline():
        for message in _answer(json.loads(request), sys.stdin.buffer):
            answers.write(json.dumps(message) + "\n")
            answers.flush()


def _answer(request: Message, source: IO[bytes]) -> Iterator[Message]:
    options = Options(**request["options"])
    size: int = request["size"]
    _limit(resource.RLIMIT_AS, options.memory + 3 * size)
    data = source.read(size)
    name: str = request["name"]
    if request["kind"] != ARCHIVE:
        yield from _documents(data, name, request["kind"], options)
    else:
        yield from _members(data, name, options, request["skip"])
    yield {"done": True}


def _members(data: bytes, name: str, options: Options, skip: int) -> Iterator[Message]:
    """The documents of an archive; each member is announced, so that the parent knows which one was fatal."""
    _allow(options, len(data))
    for index, (path, read) in enumerate(archive.members(data, name, options, formats.reported)):
        if index < skip:
            continue
        if isinstance(read, InputError):
            yield {"failure": [path, str(read)]}
            continue
        yield {"at": path, "index": index, "size": len(read)}
        try:
            kind = formats.kind(read, path)
        except InputError as error:
            yield {"failure": [path, str(error)]}
            continue
        yield from _documents(read, path, kind, options)


def _documents(data: bytes, name: str, kind: str, options: Options) -> Iterator[Message]:
    _allow(options, len(data))
    try:
        for found in formats.loaders()[kind](data, name, options):
            yield _told(found)
    except InputError as error:
        yield {"failure": [name, str(error)]}
    except MemoryError:
        yield {"failure": [name, f"{name} needs more than {options.memory >> 20} MiB of memory: not read"]}
    except RecursionError:
        yield {"failure": [name, f"{name} is nested too deeply: not read"]}
    except Exception as error:  # noqa: BLE001 - whatever a parser does, it costs one document
        yield {"failure": [name, f"{name} cannot be read: {type(error).__name__}: {error}"]}


def _told(found: Document | Failure) -> Message:
    return {"failure": [found.name, found.reason]} if isinstance(found, Failure) else {"document": asdict(found)}


def _allow(options: Options, size: int) -> None:
    """Processor time for one more document; the parent watches the clock on the wall."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + options.allowance(size)) + 2)


def _limit(what: int, value: int) -> None:
    """Lower a limit where the system knows it; some do not limit memory."""
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (value, resource.getrlimit(what)[1]))


if __name__ == "__main__":
    main()
