"""Newspapers, news sites and broadcasters that report: 《松江日报》记者, 来源：松江网, 松江网/松江新闻客户端记者.

In title marks the name is whole, whatever words it holds; without a reporter, a report or a date behind it, it may be a
document or a book as well. Without marks it fills the stretch from a pause to the reporter, or that behind 来源, alone
or joined to others. 松江台 is a station where its place is a province or a city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground


def find(ground: Ground) -> Iterator[Body]:
    """Every paper, site and station that reports."""
    for match in ground.seeds.pattern("bodies.press").finditer(ground.text):
        yield _body(match.start("name"), match["name"])
    for name in ("bodies.press_source", "bodies.press_origin"):
        for match in ground.seeds.pattern(name).finditer(ground.text):
            yield from _joined(match, ground)
    for match in ground.seeds.pattern("bodies.press_station").finditer(ground.text):
        if any(division.code.endswith("00") for division in ground.seeds.gazetteer.stem(match["place"])):
            yield _body(match.start(), match[0])


def _joined(match: re.Match[str], ground: Ground) -> Iterator[Body]:
    """The members of a row of media."""
    for member in ground.seeds.pattern("bodies.press_member").finditer(ground.text, *match.span("row")):
        yield _body(member.start(), member[0])


def _body(start: int, name: str) -> Body:
    return Body(start, start + len(name), "media", "", (name,), name, "body.literal")
