"""Patterns as Python made them, kept for the next process: to make all of their texts takes a quarter of a second.

    ~/.cache/govgraph/patterns/KEY.bin     the SHA-256 of the rest, a line end, a line of JSON, and all codes

The line of JSON says of each pattern where its codes lie. KEY is a hash over all that patterns are made of and by: the
seeds, the sources that read and expand them, Python and its matcher. So nothing is ever stale. Nothing in it can run:
codes are numbers, and Python's matcher looks through them before it takes them. What is damaged, another user's or not
to be written is as if it were not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sys
import unicodedata
from array import array
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]  # has no public name since Python 3.11

from govgraph import regexes
from govgraph.gates import Gate

_ENOUGH = 20  # new patterns that are worth a new file
_FILES = 8  # of other seeds and other Pythons; the oldest go
_SOURCES = ("bars.py", "behind.py", "gates.py", "regexes.py", "seeds.py", "wordtree.py")
# Text, flags, start and end of codes, groups, their names, the gate.
Place = tuple[str, int, int, int, int, dict[str, int], tuple[list[list[str]], int, str, bool, str]]


class Molds:
    """The patterns of some seeds, by their text before lists are put in."""

    def __init__(self, digest: str) -> None:
        self._digest = digest
        self._new: dict[str, regexes.Codes] = {}

    def get(self, regex: str) -> regexes.Codes | None:
        """The codes of a pattern that was kept."""
        places, codes = self._kept
        if regex not in places:
            return None
        text, flags, start, end, groups, names, (needs, reach, marks, slow, bars) = places[regex]
        gate = Gate(tuple(map(tuple, needs)), reach, marks, slow, bars)
        return regexes.Codes(text, flags, codes[start:end].tolist(), groups, names, gate)

    def pattern(self, regex: str) -> re.Pattern[str] | None:
        """A pattern that was kept; None where there is none, or what is there is no pattern."""
        codes = self.get(regex)
        with contextlib.suppress(RuntimeError, OverflowError):
            return regexes.made(codes) if codes else None
        return None

    def add(self, regex: str, codes: regexes.Codes) -> None:
        """Remember a pattern that was made anew."""
        self._new[regex] = codes

    def keep(self) -> None:
        """Write what is known now where much of it is new; a full or closed disk costs nothing but the time saved."""
        if len(self._new) < _ENOUGH:
            return
        every = {regex: codes for regex in self._kept[0] if (codes := self.get(regex))} | self._new
        self._new = {}
        data = _packed(every)
        fresh = self._path.with_suffix(f".{os.getpid()}.new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.write_bytes(hashlib.sha256(data).hexdigest().encode("ascii") + b"\n" + data)
            fresh.replace(self._path)
            for old in sorted(self._path.parent.glob("*.bin"), key=lambda path: path.stat().st_mtime)[:-_FILES]:
                old.unlink(missing_ok=True)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
        self.__dict__.pop("_kept", None)

    @cached_property
    def _path(self) -> Path:
        total = hashlib.sha256(self._digest.encode("ascii"))
        for source in _SOURCES:
            total.update(Path(__file__).with_name(source).read_bytes())
        told = (sys.version, sys.byteorder, compiler.MAGIC, compiler._sre.CODESIZE, unicodedata.unidata_version)  # noqa: SLF001
        total.update(repr(told).encode("utf-8"))
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return home / "govgraph" / "patterns" / f"{total.hexdigest()[:32]}.bin"

    @cached_property
    def _kept(self) -> tuple[dict[str, Place], array[int]]:
        """What a process before has kept; nothing where it cannot be trusted."""
        codes = array("I")
        try:
            with self._path.open("rb") as file:
                if os.fstat(file.fileno()).st_uid != os.getuid():
                    return {}, codes
                checksum, _, data = file.read().partition(b"\n")
            if checksum.decode("ascii") != hashlib.sha256(data).hexdigest():
                return {}, codes
            head, _, numbers = data.partition(b"\n")
            codes.frombytes(numbers)
            return json.loads(head), codes
        except (OSError, RuntimeError, ValueError):  # RuntimeError: there is no home
            return {}, array("I")


def _packed(every: Mapping[str, regexes.Codes]) -> bytes:
    """A line of JSON that says where the codes of each pattern lie, and the codes."""
    places: dict[str, Place] = {}
    numbers = array("I")
    for regex, each in sorted(every.items()):
        start = len(numbers)
        numbers.extend(each.codes)
        places[regex] = (
            each.text,
            each.flags,
            start,
            len(numbers),
            each.groups,
            dict(each.names),
            (list(map(list, each.gate.needs)), *each.gate[1:]),
        )
    return json.dumps(places).encode("ascii") + b"\n" + numbers.tobytes()
