"""Text that remembers where each of its characters came from.

A :class:`Text` is a string and the *place* of each of its characters in the source. A run of characters that was taken
over one for one (a full-width digit that became an ASCII digit still is) is a verbatim *piece*; elsewhere a whole run
stands for a whole run of the source (``km²`` for ``㎢``).

Repair steps only ever :meth:`~Text.rewrite`, :meth:`~Text.translate`, :meth:`~Text.slice` and :meth:`~Text.join`, so a
fact found in the repaired text can always name the characters of the damaged page that say so. What cannot be mapped
cannot be done here, and therefore is not done at all.

Positions are code points, start inclusive, end exclusive, in the string or in the source as decoded.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, count, groupby
from operator import sub
from typing import NamedTuple

from govgraph.pieces import Piece, push

COUNTED = 1 << 18  # positions; longer documents are rare, and the numbers take four bytes each
FEW = 24  # characters; so many are faster replaced one by one


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


EVERY_SECOND = slice(1, None, 2)  # in place of the new text: these characters stay, and the others go
Edits = Iterable[tuple[int, int, str | slice]]  # or plain tuples of the same, where there are thousands


@dataclass(frozen=True)
class Text:
    r"""A string with its map to the source.

    The map is one number a character, so that a rewriting copies it in stretches, whatever was done before: the place
    of the character in the source, or for a character of a run that stands for a whole run ``-2 * n``, where that run
    is ``runs[n - 1]``. (Even numbers, because the place after -1 would look like the start of the source.)

    >>> text = Text.of("骆旭\n东说")
    >>> text.rewrite([Edit(2, 3, "")]).string
    '骆旭东说'
    >>> text.rewrite([Edit(2, 3, "")]).to_source(0, 3)
    (Span(start=0, end=4),)
    """

    string: str
    places: range | array[int]
    runs: tuple[Span, ...] = ()

    @classmethod
    def of(cls, source: str, start: int = 0) -> Text:
        """The source itself, unrepaired; ``start`` is where it begins in a larger source."""
        return cls(source, range(start, start + len(source)))

    def __len__(self) -> int:
        return len(self.string)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The runs that were taken from one run of the source each."""
        if isinstance(self.places, range):
            return (Piece(0, len(self), self.places.start, self.places.stop),) if self.string else ()
        found: list[Piece] = []
        at = 0
        for shift, group in groupby(map(sub, self.places, count())):
            size = len(list(group))
            push(found, self._piece(at, size, shift + at))
            at += size
        return tuple(found)

    def _piece(self, at: int, size: int, place: int) -> Piece:
        if place >= 0:
            return Piece(at, size, place, place + size)
        start, end = self._source(place)
        return Piece(at, size, start, end, size == end - start)

    def _source(self, place: int) -> Span:
        """The source range of a character."""
        return Span(place, place + 1) if place >= 0 else self.runs[-place // 2 - 1]

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

    @cached_property
    def _by_source(self) -> tuple[list[Piece], list[int], list[int]]:
        """Pieces in source order, their starts, and the furthest end up to each."""
        pieces = sorted((p for p in self.pieces if p.end > p.start), key=lambda p: (p.start, p.at))
        return pieces, [p.start for p in pieces], list(accumulate((p.end for p in pieces), max))

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
        return Text(self.string[start:end], self.places[start:end], self.runs)

    def rewrite(self, edits: Edits) -> Text:
        """Apply edits, given in order and without overlap.

        A replacement of equal length over contiguous source keeps the map character by character, and so do characters
        that stay where an edit has a slice for its new text.
        """
        string, size = self.string, len(self.string)
        places = _counted(self.places) if isinstance(self.places, range) else self.places
        strings: list[str] = []
        copied: array[int] = array("i")
        runs = list(self.runs)
        done = kept = 0  # where the last edit ended; where the last edit ended that the map must tell of
        for start, end, new in edits:
            if start < done or end < start or end > size:
                raise ValueError(f"edits must be in order and inside the text: {(start, end, new)}")
            strings.append(string[done:start])
            done = end
            if isinstance(new, slice):
                strings.append(string[start:end][new])
                copied += places[kept:start] + places[start:end][new]
                kept = end
                continue
            if new:
                strings.append(new)
                if end - start == 1 == len(new):
                    continue
            copied += places[kept:start]
            kept = end
            if new:
                copied.extend(self._replaced(start, end, len(new), runs))
        if not strings:
            return self
        strings.append(string[done:])
        return Text("".join(strings), copied + places[kept:] if copied or kept else self.places, tuple(runs))

    def _replaced(self, start: int, end: int, size: int, runs: list[Span]) -> Sequence[int]:
        """The places of a replacement; its run is put down where it does not run character by character."""
        if start == end:
            low = high = self.place_of(start)
        else:
            low, high = min(self.places[start:end]), max(self.places[start:end]) + 1
            if low < 0:
                covered = [self._source(place) for place in self.places[start:end]]
                put = next((s for s in covered if s.start == s.end), None)  # what it parts need not stand together
                low, high = put or (min(s.start for s in covered), max(s.end for s in covered))
        if size == high - low:
            return range(low, high)
        runs.append(Span(low, high))
        return [-2 * len(runs)] * size

    def place_of(self, position: int) -> int:
        """The source position at which something put before ``position`` belongs."""
        if position < len(self):
            return self._source(self.places[position]).start
        return self._source(self.places[-1]).end if self.string else 0

    def translate(self, table: dict[int, str]) -> Text:
        """Replace single characters by single characters; the map stays as it is."""
        changed = self.string
        if len(table) > FEW or not {chr(code) for code in table}.isdisjoint(table.values()):
            changed = changed.translate(table)
        else:
            for old, new in table.items():
                changed = changed.replace(chr(old), new)
        if len(changed) != len(self.string):
            raise ValueError("a translation table must map one character to one character")
        return Text(changed, self.places, self.runs)

    def join(self, parts: Iterable[Sequence[tuple[int, int]]], separator: str) -> Text:
        """Stretches of this text in any order, those of one part put together, and a separator between parts."""
        strings: list[str] = []
        places: array[int] = array("i")
        runs = list(self.runs)
        own = _counted(self.places) if isinstance(self.places, range) else self.places
        last = 0
        for number, part in enumerate(parts):
            if number:
                runs.append(Span(last, last))
                places.extend([-2 * len(runs)] * len(separator))
            for start, end in part:
                places += own[start:end]
                if end > start:
                    place = own[end - 1]
                    last = place + 1 if place >= 0 else self._source(place).end
            strings.append("".join([self.string[start:end] for start, end in part]))
        return Text(separator.join(strings), places, tuple(runs))

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """The source ranges of a range of the text, in the order of the text.

        Ranges are merged across what repair removed (a line break, a page number); they stay apart where text that
        was kept elsewhere lies between them (a caption lifted out of a sentence, a block put back in order).
        """
        piece = self.pieces[bisect_right(self._starts, start) - 1] if 0 <= start < end <= len(self) else None
        if piece and piece.verbatim and end <= piece.at + piece.size:  # as most are
            return (Span(piece.start + start - piece.at, piece.start + end - piece.at),)
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
        pieces, starts, ends = self._by_source
        low, high = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if high == low + 1:
            return self._part(pieces[low], span)
        found = sorted(piece for piece in pieces[low:high] if piece.end > span.start)
        return "".join(self._part(piece, span) for piece in found)

    def _part(self, piece: Piece, span: Span) -> str:
        """What a piece has of a source range; a run that stands for a whole run is not cut."""
        low, high = 0, piece.size
        if piece.verbatim:
            low = max(0, span.start - piece.start)
            high = piece.size - max(0, piece.end - span.end)
        return self.string[piece.at + low : piece.at + high]


def _counted(places: range) -> array[int]:
    """The numbers of a range; where they are few enough, copied from numbers counted once."""
    if places.stop <= COUNTED:
        return _ramp()[places.start : places.stop]
    return array("i", places)


@cache
def _ramp() -> array[int]:
    return array("i", range(COUNTED))
