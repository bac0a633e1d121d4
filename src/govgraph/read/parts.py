"""Parts of a format to one text with blocks: what a loader found, one line after the other.

A paragraph, a heading, a table row (cells with a tab between) or a note is a part; parts stand on lines of their own.
A part of a new page or column begins with a form feed, which repair takes for what it is: a break that no sentence
need end at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from govgraph.errors import InputError
from govgraph.model import Block
from govgraph.read.gate import clean
from govgraph.read.options import Options

MARGINS = re.compile(r"[ \t\r]+(?=\n|\Z)|\A[\n\r]+|[\n\r]+\Z")


class Part(NamedTuple):
    """A stretch of text that the format sets apart."""

    text: str
    kind: str = "text"  # text, heading, row, note
    page: int | None = None
    breaks: bool = False  # a page or column begins here


class Assembled(NamedTuple):
    """The text of a document, where its parts stand, and what was changed for it."""

    text: str
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...]


def assemble(parts: Iterable[Part], name: str, options: Options) -> Assembled:
    """The parts as one text; a part of white space alone is left out."""
    strings: list[str] = []
    blocks: list[Block] = []
    warnings: dict[str, None] = {}
    at = 0
    for part in parts:
        text, changed = clean(MARGINS.sub("", part.text))
        warnings.update(dict.fromkeys(changed))
        if not text.strip():
            continue
        lead = "\f" if part.breaks and at else ""
        blocks.append(Block(at + len(lead), at + len(lead) + len(text), part.kind, part.page))
        strings.append(f"{lead}{text}\n")
        at += len(strings[-1])
        if at > options.characters:
            raise InputError(f"{name} is longer than {options.characters:,} characters: split it")
    return Assembled("".join(strings), tuple(blocks), tuple(warnings))
