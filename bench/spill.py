"""Where a build puts what memory does not hold: sorted runs, SQLite or DuckDB, on the same lines.

    python bench/spill.py [--lines 300000]

Each engine takes lines of a subject and what is said of it, in no order, and gives them back sorted by subject, each
once, in a process of its own. Printed are processor time, the most memory, and the most bytes on the disk; the hash of
what comes back must be the same. DuckDB is measured where it is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from pathlib import Path

RUN = 40_000  # lines that memory holds
ENGINES = ("runs", "sqlite", "duckdb")
SAID = '[["http://www.w3.org/1999/02/22-rdf-syntax-ns#type","https://w3id.org/govgraph/ns#Claim"],["…","某县水利局"]]'


def lines(number: int) -> Iterator[tuple[bytes, bytes]]:
    """Subjects and what is said of them; one in twenty comes twice."""
    dice = random.Random(1)
    for _ in range(number):
        subject = f"https://w3id.org/govgraph/id/claim/{dice.randrange(number * 10):016d}".encode()
        yield from ((subject, SAID.encode()),) * (2 if dice.random() < 0.05 else 1)


def runs(folder: Path, given: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Sorted files, merged."""
    rest, paths = iter(given), list[Path]()
    while some := sorted({b"\t".join(line) + b"\n" for line in islice(rest, RUN)}):
        paths.append(folder / f"{len(paths)}.run")
        with paths[-1].open("wb") as file:
            file.writelines(some)
    files = [path.open("rb") for path in paths]
    last = b""
    for line in merge(*files):
        if line != last:
            yield line
        last = line


def sqlite(folder: Path, given: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """A table whose key is the line, without a journal: it goes with the build."""
    base = sqlite3.connect(folder / "spill.db")
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;")
    base.execute("CREATE TABLE line (subject BLOB, said BLOB, PRIMARY KEY (subject, said)) WITHOUT ROWID")
    base.executemany("INSERT OR IGNORE INTO line VALUES (?, ?)", given)
    base.commit()
    for line in base.execute("SELECT subject, said FROM line ORDER BY subject, said"):
        yield b"\t".join(line) + b"\n"


def duckdb(folder: Path, given: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """A table of DuckDB, filled through Arrow, as it wants many rows at a time."""
    import duckdb as engine  # noqa: PLC0415 - where it is installed
    import pyarrow as pa  # noqa: PLC0415

    base = engine.connect(str(folder / "spill.duckdb"), config={"memory_limit": "256MB", "threads": 1})
    base.execute("CREATE TABLE line (subject BLOB, said BLOB)")
    rest = iter(given)
    while some := list(islice(rest, RUN)):
        subjects, said = zip(*some, strict=True)
        base.register("chunk", pa.table({"subject": subjects, "said": said}))
        base.execute("INSERT INTO line SELECT * FROM chunk")
    found = base.execute("SELECT DISTINCT subject, said FROM line ORDER BY subject, said")
    while rows := found.fetchmany(10_000):
        yield from (b"\t".join(line) + b"\n" for line in rows)


def measured(name: str, number: int) -> None:
    """One engine in this process: a line of results."""
    with tempfile.TemporaryDirectory() as place:
        folder, total, count = Path(place), hashlib.sha256(), 0
        begun = time.process_time()
        for line in {"runs": runs, "sqlite": sqlite, "duckdb": duckdb}[name](folder, lines(number)):
            total.update(line)
            count += 1
        took = time.process_time() - begun
        size = sum(path.stat().st_size for path in folder.iterdir())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{name:8}{took:7.1f} s {memory:6} MB {size >> 20:6} MB on disk  {count} {total.hexdigest()[:12]}")


def main() -> None:
    """All engines, each in a process of its own."""
    parser = argparse.ArgumentParser(description="Sorted runs, SQLite and DuckDB on the same lines.")
    parser.add_argument("--lines", type=int, default=300_000)
    parser.add_argument("--engine", choices=ENGINES)
    given = parser.parse_args()
    if given.engine:
        measured(given.engine, given.lines)
        return
    for name in ENGINES:
        if name != "duckdb" or (importlib.util.find_spec("duckdb") and importlib.util.find_spec("pyarrow")):
            subprocess.run([sys.executable, __file__, "--lines", str(given.lines), "--engine", name], check=True)


if __name__ == "__main__":
    main()
