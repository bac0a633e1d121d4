"""Captions of pictures: lines that are in the text and not of it.

    大会会场。李明 摄 · 委员参加培训。（资料图片） · 代表调研走访松江机械公司。

A credit or a tag says so, and so does a short sentence about a scene that cuts another sentence in two. A caption
becomes a paragraph of its own; :mod:`govgraph.repair.order` moves it behind the sentence that it cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.seeds import Seeds
from govgraph.text import Edit

TAGGED = re.compile(r"（资料(?:图片|照片|图)）([ \u3000]*)(?=\S)|[ \u3000]摄([ \u3000]+)(?=\S)")
NARROW = re.compile(
    r"(?:(?<=\n)|(?<=\A))((?:(?![^\n]*摄\n)[^\n。！？]{3,16}\n+){1,4})[^\n]{2,16}。\n+（资料(?:图片|图|照片)）"
)
CREDITED = "摄影图文道）"  # a photo credit ends so
LONGEST = 90  # characters
SHORT = 48


def splits(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001 - all steps look the same
    """A new line after the tag or credit that ends a caption."""
    return (Edit(*m.span(m.lastindex or 0), "\n") for m in TAGGED.finditer(string))


def narrow(string: str, seeds: Seeds) -> Iterator[Edit]:  # noqa: ARG001
    """Lines of a caption set beside its picture, narrower than any column: they join where a tag follows."""
    for caption in NARROW.finditer(string):
        for end in re.finditer(r"\n+", caption[1]):
            yield Edit(caption.start() + end.start(), caption.start() + end.end(), "")


def attaches(string: str, seeds: Seeds) -> Iterator[Edit]:
    """A tag or credit alone on its line belongs to the sentence above."""
    tag, credit = seeds.pattern("repair.caption_tag"), seeds.pattern("repair.credit")
    for line in re.finditer(r"\n(?<=[^\n]\n)\n*[ \u3000]*(?=([^\n]{2,24})(?:\n|\Z))", string):
        if tag.match(line[1]) or (credit.match(line[1]) and string[line.start() - 1] in "。）"):
            yield Edit(line.start(), line.end(), "")


def told(line: str, seeds: Seeds) -> bool:
    """True where a line says that it is a caption."""
    if len(line) > LONGEST or line.rstrip(" \u3000")[-1:] not in CREDITED:
        return False
    return bool(seeds.pattern("repair.caption_tag").search(line) or seeds.pattern("repair.credit").search(line))


def cutting(line: str, seeds: Seeds) -> bool:
    """True where a line that cuts a sentence in two is a caption: a short sentence about a scene."""
    return len(line) <= SHORT and bool(seeds.pattern("repair.caption_end").search(line))
