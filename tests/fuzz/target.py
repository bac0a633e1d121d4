"""What fuzzing aims at: each takes bytes, in this process, and may end in nothing but an error of our own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from govgraph.corrections.journal import read
from govgraph.errors import GovGraphError
from govgraph.extraction import prove
from govgraph.find import find
from govgraph.model import Document
from govgraph.read import formats, gate
from govgraph.read.archive import members
from govgraph.read.encodings import decode
from govgraph.read.options import Options
from govgraph.relate import relate
from govgraph.repair import repair
from govgraph.seeds import load

Target = Callable[[bytes], object]


def _loader(kind: str) -> Target:
    return lambda data: list(formats.loaders()[f".{kind}"](data, f"any.{kind}", Options()))


def _zip(data: bytes) -> object:
    return list(members(data, "any.zip", Options(), formats.reported))


def _repair(data: bytes) -> object:
    return repair(_document(data))


def _extract(data: bytes) -> None:
    prose = repair(_document(data))
    assert prove(prose, relate(prose, find(prose, load()), load())).untrue == 0


def _document(data: bytes) -> Document:
    text = gate.clean(data.decode("utf-8", "replace"))[0]
    return Document(gate.identify(text), "any.txt", text)


def _file(name: str, reader: Callable[[Path], object]) -> Target:
    """A reader of a file, given bytes."""

    def target(data: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            return reader(path)

    return target


TARGETS: dict[str, Target] = {
    "decode": lambda data: decode(data, "any.txt"),
    "zip": _zip,
    "repair": _repair,
    "extract": _extract,
    "corrections": _file("corrections.tsv", read),
    "seeds": _file("words/any.csv", lambda path: load(path.parents[1])),
    **{kind: _loader(kind) for kind in ("html", "md", "docx", "jsonl", "pdf")},
}


def attempt(name: str, data: bytes) -> None:
    """One input to one target; only errors of our own may come of it."""
    try:
        TARGETS[name](data)
    except GovGraphError:
        return
