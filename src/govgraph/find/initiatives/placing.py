"""What a name says of its place: the divisions at its beginning, and what is left without them; and what is no name.

甲县项目, 甲市乙区民生项目 and 甲省高速公路 name nothing: they are all that is built there.
"""

from __future__ import annotations

import rjieba

from govgraph.seeds import Seeds


def placed(text: str, seeds: Seeds) -> bool:
    """True for a name that begins with a division."""
    return any(name.start == 0 for name in seeds.gazetteer.scan(text[:8]))


def bare(stem: str, seeds: Seeds) -> bool:
    """True where nothing that tells is left behind the divisions at the beginning: 甲市乙区, 甲县民生."""
    left = _left(stem, seeds)
    generic = left in seeds.forms("initiative_generic", "stem") or networked(stem, seeds)
    return not left or (left != stem and generic)


def networked(stem: str, seeds: Seeds) -> bool:
    """True of all the roads of a place: 甲省高速公路."""
    left = _left(stem, seeds)
    return left != stem and seeds.pattern("initiatives.bare_network").match(left) is not None


def _left(stem: str, seeds: Seeds) -> str:
    """What stands behind the divisions at the beginning."""
    while ends := [name.end for name in seeds.gazetteer.scan(stem) if name.start == 0]:
        stem = stem[max(ends) :]
    return stem


def spoken(text: str, seeds: Seeds) -> bool:
    """True of words of a sentence, cut out of it: 南京把某工程, 还将建某铁路."""
    word_of = seeds.pattern("initiatives.speech_word")
    text = seeds.pattern("initiatives.given_back").sub("", text)
    return any(word_of.match(word) for word, _ in rjieba.tag(text))
