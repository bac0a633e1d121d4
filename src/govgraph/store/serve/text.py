"""The page of source text around some characters, from the ``sources/`` of an output folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"[a-z0-9]+")  # the last part of the IRI of a document: no path
PAGE = 3000  # characters, about
LARGEST = 64 << 20


@dataclass(frozen=True, slots=True)
class TextPage:
    """A stretch of a source in three parts, the middle one highlighted."""

    before: str
    marked: str
    after: str
    start: int
    end: int
    previous: int | None  # a position on the page before
    following: int | None
    total: int


def source_page(folder: Path, name: str, start: int, end: int) -> TextPage | None:
    """The page with the characters ``start`` to ``end``; None where the source was not kept."""
    path = folder / "sources" / f"{name}.txt"
    if not _NAME.fullmatch(name) or not path.is_file() or path.stat().st_size > LARGEST:
        return None
    text = path.read_bytes().decode("utf-8", "replace")
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text), start + PAGE))
    first, last = _bounds(text, start, end)
    return TextPage(
        before=text[first:start],
        marked=text[start:end],
        after=text[end:last],
        start=first,
        end=last,
        previous=max(0, first - PAGE // 2) if first else None,
        following=last if last < len(text) else None,
        total=len(text),
    )


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the page begins and ends: at line ends where there are some near."""
    first = max(0, start - PAGE // 3)
    last = min(len(text), max(end, first + PAGE))
    if first:
        first = max(text.rfind("\n", max(0, first - 200), first) + 1, 0, first - 200)
    if last < len(text):
        line = text.find("\n", last, last + 200)
        last = line + 1 if line >= 0 else last
    return first, last
