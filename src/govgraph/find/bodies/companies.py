"""Short names of companies: a place or a coinage + a noun of industry (天池钼业, 吉林化纤), standing as a noun.

Not with a noun of the branch after it (化工产业, 光电产业园). Weak where the noun is as often a branch as a company
(科技, 农业) and nothing else speaks for a company: a second mention, 集团 or 公司 after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.names import left_edge

_STEM = (2, 6)


def find(ground: Ground) -> Iterator[Body]:
    """Candidates by industry noun; what is said twice supports itself."""
    found = list(_candidates(ground))
    times = Counter(body.name for body in found)
    found = [replace(body, strength="strong") if times[body.name] > 1 else body for body in found]
    yield from found
    yield from (replace(body, strength="strong") for body in _listed(ground, found))


def _candidates(ground: Ground) -> Iterator[Body]:
    sure = ground.seeds.forms("body_industries", "sure") | ground.seeds.forms("body_industries", "name")
    named = ground.seeds.forms("body_industries", "name")
    after = ground.seeds.pattern("bodies.company_after")
    sector = ground.seeds.pattern("bodies.sector_after")
    for match in ground.seeds.pattern("bodies.industry").finditer(ground.text):
        start, proper = left_edge(ground, match.start())
        stem = ground.text[start : match.start()]
        proper = proper or (match[0] in named and stem not in ground.seeds.forms("body_left", "plain"))
        if not proper or "”" in stem or not _STEM[0] <= len(stem) <= _STEM[1] or stem[-1:] in tuple("市县区省州镇乡"):
            continue
        if ground.words[ground.word_at(match.end() - 1)].end > match.end():
            continue  # 白化|工作
        if not sector.match(ground.text[match.end() : match.end() + 2]):
            speaks = (
                after.match(ground.text[match.end() : match.end() + 8]) and match.start() not in ground.place_before
            )
            strength = "strong" if match[0] in sure or speaks else "weak"
            name = ground.text[start : match.end()]
            yield Body(start, match.end(), "enterprise", "", (name,), name, "body.company", strength)


def _listed(ground: Ground, companies: list[Body]) -> Iterator[Body]:
    """What stands between 、 beside a sure company is one too, if it is a candidate or a coinage (金渠银通)."""
    candidates = {(body.start, body.end): body for body in companies}
    for body in companies:
        at = body.start
        while body.strength == "strong" and (item := _item_before(ground, at)) is not None:
            at = item.start()
            known = candidates.get(item.span())
            name = item[0]
            if known is None and not _coined(ground, item.start(), item.end()):
                break
            yield known or Body(at, item.end(), "enterprise", "", (name,), name, "body.company", "strong")


def _item_before(ground: Ground, at: int) -> re.Match[str] | None:
    """The item of a list that ends before a position."""
    match = ground.seeds.pattern("bodies.item").search(ground.text, max(0, at - 9), at)
    return re.compile(re.escape(match[1])).match(ground.text, match.start(1)) if match else None


def _coined(ground: Ground, start: int, end: int) -> bool:
    """True for a stretch that begins with a word that no dictionary has (金渠|银通)."""
    word = ground.words[ground.word_at(start)]
    return word.start == start and word.end <= end and ground.proper(word) and start not in ground.place_after
