"""Roads that are called by their two ends: 荔浦至玉林高速公路, 荔浦—玉林公路."""

from __future__ import annotations

from govgraph.find.places_ground import Ground, Token, known
from govgraph.seeds import Hit, Seeds


def from_to(hit: Hit, words: tuple[Token, ...], ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """The words of a name, from the first of its ends on; there may be more than two (甲—乙—丙公路)."""
    if hit.word.form in seeds.forms("grammar", "long_road"):
        while words and (origin := _origin(words[0].start, ground, seeds)) is not None:
            words = (origin, *words)
    return words


def _origin(start: int, ground: Ground, seeds: Seeds) -> Token | None:
    """The name before a dash or 至 that leads to a name."""
    at, to = start, ground.before(start)
    while ground.text[at - 1 : at] in seeds.forms("grammar", "dash"):
        at -= 1
    between = to.start if to is not None and to.word in seeds.forms("grammar", "road_to") else at
    origin = ground.before(between) if between < start else None
    return origin if origin is not None and not known(origin) else None
