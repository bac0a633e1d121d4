"""Committees of the democratic parties as their own members call them: 会|市委, 盟|省委, 市委|副主委.

Only these parties have a 主委, and in what one of them writes 会, 盟 or 社 alone stands for it.
"""

from __future__ import annotations

from govgraph.find.bodies.ground import Ground
from govgraph.find.bodies.jurisdiction import Left
from govgraph.seeds import Hit

_HEAD = 160  # characters in which a text says whose it is


def owned(ground: Ground, hit: Hit, left: Left) -> Left | None:
    """What stands before a committee, with the party that it is of; nothing where no party can be told."""
    if left.prefix or not left.jurisdiction or not ground.says("committee", hit.word.form):
        return left
    text = ground.text
    called = ground.seeds.pattern("bodies.league_before").search(text[max(0, left.start - 2) : left.start])
    if ground.seeds.pattern("bodies.league_less").match(text, hit.end):
        return left
    if called and (own := _own(ground, called["league"])):
        league = called["league"]
        return left._replace(start=left.start - len(league), name=league + left.name, prefix=own)
    if ground.seeds.pattern("bodies.league_chair").match(text, hit.end):
        party = _named(ground, hit.start)
        return left._replace(prefix=party) if party else None
    return left


def _own(ground: Ground, league: str) -> Hit | None:
    """The party whose text this is, if its name ends in the character that stands for it."""
    first = next((h for h in _parties(ground) if h.end <= _HEAD), None)
    return first if first and first.word.canonical.partition("{J}")[0].endswith(league) else None


def _named(ground: Ground, at: int) -> Hit | None:
    """The party named last before in a paragraph, else the only one of the text."""
    parties = _parties(ground)
    opened = ground.text.rfind("\n", 0, at)
    near = [h for h in parties if opened < h.start < at]
    if near:
        return near[-1]
    return parties[0] if len({h.word.canonical for h in parties}) == 1 else None


def _parties(ground: Ground) -> list[Hit]:
    """Where the text names a democratic party: not in 人民|进入."""
    hits = (h for h in ground.longest("body_prefixes") if h.word.kind == "democratic")
    return [h for h in hits if ground.words[ground.word_at(h.start)].start == h.start]
