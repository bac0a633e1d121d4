"""Short names of companies: a place or a coinage + a noun of industry (天池钼业, 吉林化纤), standing as a noun.

Not with a noun of the branch after it (化工产业, 光电产业园). Weak where the noun is as often a branch as a company
(科技, 农业) and nothing else speaks for a company: a second mention, 集团 or 公司 after it.
"""

from __future__ import annotations

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
    for body in found:
        yield replace(body, strength="strong") if times[body.name] > 1 else body


def _candidates(ground: Ground) -> Iterator[Body]:
    sure = ground.seeds.forms("body_industries", "sure") | ground.seeds.forms("body_industries", "name")
    named = ground.seeds.forms("body_industries", "name")
    sector = ground.seeds.pattern("bodies.sector_after")
    for match in ground.seeds.pattern("bodies.industry").finditer(ground.text):
        start, proper = left_edge(ground, match.start())
        stem = ground.text[start : match.start()]
        proper = proper or (match[0] in named and stem not in ground.seeds.forms("body_left", "plain"))
        if not proper or "”" in stem or not _STEM[0] <= len(stem) <= _STEM[1] or stem[-1:] in tuple("市县区省州镇乡"):
            continue
        if not sector.match(ground.text[match.end() : match.end() + 2]):
            strength = "strong" if match[0] in sure else "weak"
            name = ground.text[start : match.end()]
            yield Body(start, match.end(), "enterprise", "", (name,), name, "body.company", strength)
