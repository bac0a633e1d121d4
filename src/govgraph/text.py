"""Text that remembers where each of its characters came from.

A :class:`Text` is a string and a list of *pieces*. A piece says that a run of the string was taken from a run of the
source. Where both runs have the same length the piece is verbatim, character for character (a full-width digit that
became an ASCII digit still is); otherwise the whole run stands for the whole source run (``km²`` for ``㎢``).

Repair steps only ever :meth:`~Text.rewrite`, :meth:`~Text.translate`, :meth:`~Text.slice` and :meth:`~Text.join`, so a
fact found in the repaired text can always name the characters of the damaged page that say so. What cannot be mapped
cannot be done here, and therefore is not done at all.

Positions are code points, start inclusive, end exclusive, in the string or in the source as decoded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


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


@dataclass(frozen=True)
class Text:
    r"""A string with its map to the source.

    >>> text = Text.of("骆旭\n东说")
    >>> text.rewrite([Edit(2, 3, "")]).string
    '骆旭东说'
    >>> text.rewrite([Edit(2, 3, "")]).to_source(0, 3)
    (Span(start=0, end=4),)
    """

    string: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, source: str, start: int = 0) -> Text:
        """The source itself, unrepaired; ``start`` is where it begins in a larger source."""
        size = len(source)
        return cls(source, (Piece(0, size, start, start + size),) if size else ())

    def __len__(self) -> int:
        return len(self.string)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    @cached_property
    def _kept(self) -> list[Span]:
        """Source ranges that are kept, merged and in source order."""
        merged: list[Span] = []
        for start, end in sorted((p.start, p.end) for p in self.pieces if p.end > p.start):
            if merged and start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
            else:
                merged.append(Span(start, end))
        return merged

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        """Pieces that overlap a range of the text, uncut."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.pieces) and self.pieces[index].at < end:
            piece = self.pieces[index]
            if piece.at + piece.size > start:
                yield piece
            index += 1

    def slice(self, start: int, end: int) -> Text:
        """The part between two positions, with its map."""
        cut = (piece.cut(start, end, max(piece.at, start) - start) for piece in self._between(start, end))
        return Text(self.string[start:end], tuple(cut))

    def rewrite(self, edits: Iterable[Edit]) -> Text:
        """Apply edits, given in order and without overlap.

        A replacement of equal length over contiguous source keeps the map character by character.
        """
        strings: list[str] = []
        pieces: list[Piece] = []
        done = at = 0
        for edit in edits:
            if edit.start < done or edit.end < edit.start or edit.end > len(self.string):
                raise ValueError(f"edits must be in order and inside the text: {edit}")
            at = self._keep(done, edit.start, at, strings, pieces)
            if edit.new:
                _push(pieces, self._replaced(edit, at))
                strings.append(edit.new)
                at += len(edit.new)
            done = edit.end
        self._keep(done, len(self.string), at, strings, pieces)
        return Text("".join(strings), tuple(pieces))

    def _keep(self, start: int, end: int, at: int, strings: list[str], pieces: list[Piece]) -> int:
        """Copy an untouched range to the outputs and return the new end."""
        if start < end:
            strings.append(self.string[start:end])
            for piece in self._between(start, end):
                _push(pieces, piece.cut(start, end, at + max(piece.at, start) - start))
        return at + end - start

    def _replaced(self, edit: Edit, at: int) -> Piece:
        if edit.start == edit.end:
            anchor = self._anchor(edit.start)
            return Piece(at, len(edit.new), anchor, anchor)
        covered = [piece.cut(edit.start, edit.end, 0) for piece in self._between(edit.start, edit.end)]
        return Piece(at, len(edit.new), min(p.start for p in covered), max(p.end for p in covered))

    def _anchor(self, position: int) -> int:
        """The source position at which something inserted before ``position`` belongs."""
        for piece in self._between(position, position + 1):
            return piece.cut(position, position + 1, 0).start
        return self.pieces[-1].end if self.pieces else 0

    def translate(self, table: dict[int, str]) -> Text:
        """Replace single characters by single characters; the map stays as it is."""
        changed = self.string.translate(table)
        if len(changed) != len(self.string):
            raise ValueError("a translation table must map one character to one character")
        return Text(changed, self.pieces)

    @classmethod
    def join(cls, parts: Sequence[Text], separator: str = "") -> Text:
        """Texts one after the other, in any order of their sources."""
        strings: list[str] = []
        pieces: list[Piece] = []
        at = last = 0
        for index, part in enumerate(parts):
            if index and separator:
                _push(pieces, Piece(at, len(separator), last, last))
                strings.append(separator)
                at += len(separator)
            for piece in part.pieces:
                _push(pieces, piece._replace(at=piece.at + at))
            strings.append(part.string)
            at += len(part.string)
            last = part.pieces[-1].end if part.pieces else last
        return cls("".join(strings), tuple(pieces))

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """The source ranges of a range of the text, in the order of the text.

        Ranges are merged across what repair removed (a line break, a page number); they stay apart where text that
        was kept elsewhere lies between them (a caption lifted out of a sentence, a block put back in order).
        """
        spans: list[Span] = []
        for piece in self._between(start, end):
            part = piece.cut(start, end, 0)
            if part.start == part.end:
                continue
            if spans and self._joins(spans[-1], part):
                spans[-1] = Span(spans[-1].start, max(part.end, spans[-1].end))
            else:
                spans.append(Span(part.start, part.end))
        return tuple(spans)

    def _joins(self, before: Span, after: Piece) -> bool:
        if after.start < before.end:
            return after.start >= before.start
        index = bisect_left(self._kept, Span(before.end, before.end))
        if index and self._kept[index - 1].end > before.end:
            return after.start <= before.end
        return index == len(self._kept) or self._kept[index].start >= after.start

    def within(self, span: Span) -> str:
        """What repair made of ``source[span.start:span.end]``: the inverse of :meth:`to_source`."""
        out: list[str] = []
        for piece in self.pieces:
            if piece.start >= span.end or piece.end <= span.start or piece.start == piece.end:
                continue
            low, high = 0, piece.size
            if piece.verbatim:
                low = max(0, span.start - piece.start)
                high = piece.size - max(0, piece.end - span.end)
            out.append(self.string[piece.at + low : piece.at + high])
        return "".join(out)


def _push(pieces: list[Piece], piece: Piece) -> None:
    """Append a piece, joined to the last one where both run on verbatim."""
    if not piece.size:
        return
    if pieces:
        last = pieces[-1]
        if last.verbatim and piece.verbatim and last.end == piece.start and last.at + last.size == piece.at:
            pieces[-1] = Piece(last.at, last.size + piece.size, last.start, piece.end)
            return
    pieces.append(piece)
