"""The graph in shards for a cluster: each range of subjects as N-Quads, and its claims as a table in Parquet.

    part-00000.nq  part-00000.parquet  part-00001.nq  …  shards.json

Workers write them, each its range, into a folder or to an address that fsspec knows. ``shards.json`` comes last and
lists them: without it a folder is not whole. One behind the other, the N-Quads are what ``--format nq`` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from govgraph.errors import SettingsError
from govgraph.publish import quads
from govgraph.publish.graph import Block, Told, apart
from govgraph.publish.terms import GG, RDF, TYPE

LIST = "shards.json"
# Columns of the table of claims: one value, and those that may have several.
ONE = ("subject", "predicate", "object", "certainty", "status", "rule", "assertedOn", "validFrom", "validTo")
SEVERAL = ("assertedIn", "evidence")


@dataclass(frozen=True, slots=True)
class Shards:
    """Where they go."""

    target: str

    def begin(self) -> None:
        """Take away what a build before has left; say what is missing before anything is written."""
        store, folder = self._store()
        _parquet()
        store.makedirs(folder, exist_ok=True)
        for path in (*store.glob(f"{folder}/part-*"), *store.glob(f"{folder}/{LIST}")):
            store.rm_file(path)

    def over(self, place: int, blocks: Iterable[Told]) -> Iterator[Told]:
        """The blocks of a range, each written on its way."""
        store, folder = self._store()
        claims: list[Block] = []
        with store.open(f"{folder}/part-{place:05d}.nq", "wb") as file:
            for block, graph in quads.homes(apart(blocks)):
                file.write("".join(quads.lines(block, graph)).encode())
                if (TYPE, GG + "Claim") in block.rows:
                    claims.append(block)
                yield block
        if claims:
            arrow, parquet = _parquet()
            with store.open(f"{folder}/part-{place:05d}.parquet", "wb") as file:
                parquet.write_table(arrow.table(_columns(claims), _schema(arrow)), file)

    def end(self, statements: int) -> None:
        """List what there is."""
        store, folder = self._store()
        names = sorted(path.rpartition("/")[2] for path in store.glob(f"{folder}/part-*"))
        with store.open(f"{folder}/{LIST}", "wb") as file:
            file.write(json.dumps({"statements": statements, "shards": names}, indent=1).encode())

    def _store(self) -> Any:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise SettingsError("--shards needs fsspec and PyArrow: pip install 'govgraph[cluster]'") from error
        return url_to_fs(self.target)


def _parquet() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise SettingsError("--shards needs fsspec and PyArrow: pip install 'govgraph[cluster]'") from error
    return pa, parquet


def _schema(arrow: Any) -> Any:
    several = [(name, arrow.list_(arrow.string())) for name in SEVERAL]
    return arrow.schema([("claim", arrow.string()), *((name, arrow.string()) for name in ONE), *several])


def _columns(claims: Sequence[Block]) -> dict[str, list[Any]]:
    """The table by columns; a value that is a node is its IRI."""
    rows = [_row(block) for block in claims]
    return {name: [row[name] for row in rows] for name in ("claim", *ONE, *SEVERAL)}


def _row(block: Block) -> dict[str, Any]:
    said: dict[str, list[str]] = {}
    for name, value in block.rows:
        local = name.removeprefix(GG).removeprefix(RDF)
        said.setdefault(local, []).append(value if isinstance(value, str) else value.text)
    one: dict[str, Any] = {name: said.get(name, [None])[0] for name in ONE}
    return {"claim": block.subject, **one, **{name: said.get(name, []) for name in SEVERAL}}
