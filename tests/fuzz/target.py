"""Coverage-guided fuzzing with atheris, where that is installed (no part of the tests; Linux, CPython 3.11 to 3.13).

    python -m pip install atheris
    python -m tests.fuzz.target html -max_total_time=600 -timeout=10 -rss_limit_mb=1500

The first word is one of the targets below, the others are options of libFuzzer. Readers run in this process here, where
a build has them in a child; what ends in anything but an error of our own is a crash, and its input is left in a file.
"""

from __future__ import annotations

import sys
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
from tests.fuzz.mutations import SAMPLES

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


def main(name: str, options: list[str]) -> None:
    """Fuzz one target, from the sample files of its format."""
    import atheris

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(SAMPLES.get(name, SAMPLES["txt"])):
            (Path(corpus) / str(number)).write_bytes(data)
        atheris.instrument_all()
        atheris.Setup([sys.argv[0], *options, corpus], lambda data: attempt(name, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
