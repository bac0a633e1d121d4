"""Archives: the documents in a zip file, and in zip files inside it, each named ``archive.zip/folder/member.txt``.

Members are read in the order of their names. One that cannot be read is reported by its name and the others are read;
so is one of a kind of document that is not read (.doc, .wps). Pictures and the like, hidden files and what systems add
(__MACOSX) are passed over. Two members of one name are both read; the second is called ``name#2``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from govgraph.errors import InputError
from govgraph.read.options import Options
from govgraph.read.zipped import Budget, content, named, opened

Wanted = Callable[[str], bool]  # whether a member of this name is worth unpacking
Member = tuple[str, bytes | InputError]


def members(data: bytes, name: str, options: Options, wanted: Wanted) -> Iterator[Member]:
    """The members of an archive and of those in it, with their bytes or why there are none."""
    yield from _members(data, name, Budget(options), wanted, 1)


def _members(data: bytes, name: str, budget: Budget, wanted: Wanted, depth: int) -> Iterator[Member]:
    if depth > budget.options.depth:
        yield name, InputError(f"{name} is an archive in {depth - 1} others: not unpacked")
        return
    try:
        archive = opened(data, name, budget)
    except InputError as error:
        yield name, error
        return
    with archive:
        for own, info in _listed(archive):
            path = f"{name}/{own}"
            nested = own.lower().endswith(".zip")
            if not nested and not wanted(own):
                continue
            try:
                read = content(archive, info, path, budget)
            except InputError as error:
                yield path, error
                continue
            if nested:
                yield from _members(read, path, budget, wanted, depth + 1)
            else:
                yield path, read


def _listed(archive: ZipFile) -> list[tuple[str, ZipInfo]]:
    """The files of an archive by name, each name once."""
    seen: Counter[str] = Counter()
    found: list[tuple[str, ZipInfo]] = []
    for own, info in sorted(((named(info), info) for info in archive.filelist), key=lambda pair: pair[0]):
        if info.is_dir() or hidden(own):
            continue
        seen[own] += 1
        path = PurePosixPath(own)
        unique = own if seen[own] == 1 else f"{own.removesuffix(path.suffix)}#{seen[own]}{path.suffix}"
        found.append((unique, info))
    return found


def hidden(name: str) -> bool:
    """True for what is not meant to be seen: .hidden files, and what systems add to archives."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
