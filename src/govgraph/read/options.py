"""How far reading goes: what a document may cost, and what a user may ask for.

The limits are those under which hostile files of each kind were tried; honest documents stay far below them.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Options:
    """Limits of one document, and the choices that change what is read."""

    ocr: bool = False  # look at pages without text (needs tesseract with chi_sim)
    file_bytes: int = 512 * MIB  # of one input file
    characters: int = 20_000_000  # of one document
    pages: int = 5_000
    memory: int = 1024 * MIB  # address space of the child
    seconds: float = 30.0  # wall-clock time of one document, at least
    seconds_per_mib: float = 10.0
    seconds_at_most: float = 300.0
    ocr_seconds: float = 3600.0  # of one document, where pages are looked at
    depth: int = 3  # archives in archives
    entries: int = 10_000  # of one input file, nested archives included
    unpacked: int = 2048 * MIB  # all that one input file may grow to
    ratio: int = 100  # growth that is no longer honest, ...
    ratio_from: int = MIB  # ... past this size
    deaths: int = 20  # of the child in one input file

    def allowance(self, size: int) -> float:
        """The seconds that a document of a size may take."""
        if self.ocr:
            return self.ocr_seconds
        return min(max(self.seconds, self.seconds_per_mib * size / MIB), self.seconds_at_most)
