"""Documents in an object store, by an address that fsspec knows (s3://…, gs://…, memory://…).

The process that builds lists names; whoever reads a document fetches it, to a file that goes when it has been read. A
path has one slash where an address has two (``s3:/bucket/a.txt``): so files there and here are one kind of thing. What
opens a store (keys, regions) fsspec finds in its own settings; an address holds no secrets.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from govgraph.errors import InputError, SettingsError
from govgraph.read import formats

_FAR = re.compile(r"[a-z][a-z0-9+.-]+:/.*")


def is_far(path: Path | str) -> bool:
    """True for an address; a folder of such a name here is a folder."""
    return bool(_FAR.fullmatch(str(path))) and not Path(path).exists()


def address(path: Path | str) -> str:
    """The address that a path stands for."""
    scheme, _, rest = str(path).partition(":")
    return f"{scheme}://{'/' if scheme == 'file' else ''}{rest.lstrip('/')}"


def found(path: Path | str) -> list[tuple[Path, str]]:
    """The files at an address or below it, as paths, with their names."""
    store, root = _store(path)
    scheme = address(path).partition(":")[0]
    if store.isfile(root):
        return [(Path(f"{scheme}:/{root.lstrip('/')}"), root.rpartition("/")[2])]
    names = sorted(name[len(root) :].strip("/") for name in store.find(root))
    listed = [name for name in names if formats.reported(name) and not any(p[:1] == "." for p in name.split("/"))]
    if not any(formats.readable(formats.suffix(name)) for name in listed):
        raise InputError(f"{address(path)} holds no readable document: put {formats.known()} files into it")
    return [(Path(f"{scheme}:/{root.strip('/')}/{name}"), name) for name in listed]


@contextmanager
def near(path: Path) -> Iterator[Path]:
    """A file that can be opened here; one from afar goes at the end."""
    if not is_far(path):
        yield path
        return
    store, place = _store(path)
    with tempfile.TemporaryDirectory(prefix="govgraph-") as folder:
        here = Path(folder, f"file{path.suffix}")
        try:
            store.get_file(place, str(here))
        except OSError as error:
            raise InputError(f"{address(path)} cannot be fetched: {error.strerror or error}") from error
        yield here


def _store(path: Path | str) -> Any:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SettingsError(f"{address(path)} needs fsspec: pip install 'govgraph[cluster]'") from error
    try:
        return url_to_fs(address(path))
    except (ImportError, ValueError) as error:  # the driver of a store is one more package
        raise SettingsError(f"{address(path)} cannot be opened: {error}") from error
