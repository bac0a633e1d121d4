"""Roads that are called by their two ends: 荔浦至玉林高速公路, 荔浦—玉林公路."""

from __future__ import annotations

from govgraph.find.places_ground import Ground, Token, known
from govgraph.seeds import Hit, Seeds


def from_to(hit: Hit, words: tuple[Token, ...], ground: Ground, seeds: Seeds) -> tuple[Token, ...]:
    """The words of a name, from the first of the two ends on."""
    if not words or hit.word.form not in seeds.forms("grammar", "long_road"):
        return words
    at, to = words[0].start, ground.before(words[0].start)
    while ground.text[at - 1 : at] in seeds.forms("grammar", "dash"):
        at -= 1
    between = to.start if to is not None and to.word in seeds.forms("grammar", "road_to") else at
    origin = ground.before(between) if between < words[0].start else None
    return (origin, *words) if origin is not None and not known(origin) else words
