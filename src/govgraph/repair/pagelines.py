"""Lines of a page by what of them is taken and what is free: pieces of words between wide gaps, counted in cells.

Nobody tells how a page counted, so there are three measures: a Chinese character takes two cells, or its
quotation marks and dashes do too, or every character takes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

WORDS = re.compile("[^ \u3000]+(?:[ \u3000][^ \u3000]+)*")
STRIP = re.compile("(?<=1)0+(?=1)")
WIDE, SIGN = "\u2e80", "\u00b7"  # from here on a character takes two cells; with its signs

Measure = Callable[[str], int]


class Piece(NamedTuple):
    """Words that no wide gap parts: where they are in the text, and from which cell to which on the page."""

    start: int
    end: int
    left: int
    right: int


class Row(NamedTuple):
    """A line, or the part of it that is in a column; its pieces, none where it is empty."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def cells(string: str) -> int:
    """The width on a page where a wide character takes two cells."""
    return len(string) + sum(map(WIDE.__le__, string))


def signs(string: str) -> int:
    """The same where quotation marks and dashes are wide too, as in a font for Chinese."""
    return len(string) + sum(map(SIGN.__le__, string))


MEASURES: tuple[Measure, ...] = (cells, signs, len)


def parted(line: str, at: int, measure: Measure) -> Row:
    """A line that begins at a position of the text."""
    pieces: list[Piece] = []
    cell = done = 0
    for words in WORDS.finditer(line):
        left = cell + measure(line[done : words.start()])
        cell, done = left + measure(words[0]), words.end()
        pieces.append(Piece(at + words.start(), at + done, left, cell))
    return Row(at, at + len(line), tuple(pieces))


def cover(row: Row) -> int:
    """The cells that a line takes, as bits."""
    taken = 0
    for piece in row.pieces:
        taken |= (1 << piece.right) - (1 << piece.left)
    return taken


def gaps(taken: int) -> list[int]:
    """Where cells begin again behind free ones."""
    return [strip.end() for strip in STRIP.finditer(bin(taken)[:1:-1])] if taken & (taken + (taken & -taken)) else []
