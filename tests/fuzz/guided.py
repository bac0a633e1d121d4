"""Fuzzing guided by coverage, with atheris, where that is installed (no part of the tests; tried with CPython 3.11).

    python -m pip install atheris
    python -m tests.fuzz.guided html -max_total_time=600 -timeout=10 -rss_limit_mb=1500

The first word is a target of :mod:`tests.fuzz.target`, the others are options of libFuzzer. Readers run in this process
here, where a build has them in a child; an input that is a crash is left in a file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["govgraph"]):
    from tests.fuzz.mutations import SAMPLES
    from tests.fuzz.target import attempt


def main(name: str, options: list[str]) -> None:
    """Fuzz one target, from the sample files of its format."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(SAMPLES.get(name, SAMPLES["txt"])):
            (Path(corpus) / str(number)).write_bytes(data)
        atheris.Setup([sys.argv[0], *options, corpus], lambda data: attempt(name, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
