"""Newspapers and magazines in title marks that report: 《松江日报》记者, 《松江铁道报》讯.

In title marks the name is whole, whatever words it holds; without a reporter, a report or a date behind it, it may be a
document or a book as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground


def find(ground: Ground) -> Iterator[Body]:
    """Every paper that reports."""
    for match in ground.seeds.pattern("bodies.press").finditer(ground.text):
        yield Body(*match.span("name"), "media", "", (match["name"],), match["name"], "body.literal")
