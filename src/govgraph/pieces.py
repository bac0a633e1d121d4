"""Pieces of a text: which of its characters were taken from which stretch of the source."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """``size`` characters of the text, from position ``at``, were taken from ``source[start:end]``."""

    at: int
    size: int
    start: int
    end: int
    whole: bool = False  # part of a longer run that stands for the whole source run, whatever its length now

    @property
    def verbatim(self) -> bool:
        """True where the piece maps character by character."""
        return self.size == self.end - self.start and not self.whole

    def cut(self, low: int, high: int, at: int) -> Piece:
        """The part of the piece between two text positions, moved to ``at``."""
        low, high = max(low, self.at), min(high, self.at + self.size)
        if self.verbatim:
            return Piece(at, high - low, self.start + low - self.at, self.start + high - self.at)
        # A part may be as long as the source run by chance; it must not be taken for a verbatim piece then.
        return Piece(at, high - low, self.start, self.end, high - low == self.end - self.start)


def push(pieces: list[Piece], piece: Piece) -> None:
    """Append a piece, joined to the last one where both run on verbatim or stand for the same run."""
    if pieces:
        last = pieces[-1]
        if last.verbatim and piece.verbatim and last.end == piece.start:
            pieces[-1] = Piece(last.at, last.size + piece.size, last.start, piece.end)
            return
        if not last.verbatim and not piece.verbatim and (last.start, last.end) == (piece.start, piece.end):
            size = last.size + piece.size
            pieces[-1] = Piece(last.at, size, last.start, last.end, size == last.end - last.start)
            return
    pieces.append(piece)
