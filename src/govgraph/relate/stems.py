"""The place of a document that never names it in full: 灵川 before and behind words of its own, and a 县委 throughout.

Counts where the text speaks of its own 县 or 市 and one stem of such a division stands twice, and more often than
all others together, or once in the name of a chronicle or a site (《灵川大事记》, 灵川新闻网) or before what is to
become of it (灵川高质量发展). Districts are left out but there: their stems are words of every town (新城, 河口, 江北).
So are stems that are everyday words (惠民, 温泉).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import rjieba

from govgraph.gazetteer import Division
from govgraph.model import Mention
from govgraph.relate.sites import answers
from govgraph.seeds import Seeds

NAMES = ("ns", "nr", "nrt", "nt", "nz")  # jieba's tags of names
LEAST, BEHIND = 2, 8


def home(string: str, mentions: Iterable[Mention], own: Iterable[str], seeds: Seeds) -> Division | None:
    """The county or city that the stems of a text speak of, whose class is the text's own; None where they do not."""
    towns = seeds.forms("grammar", "stem_class")
    counts: Counter[str] = Counter()
    for mention in mentions:
        code = mention.get("codes") if mention.kind == "place" and mention.rule.startswith("stem") else ""
        division = seeds.gazetteer.by_code(code)
        if division is None or not any(answers(division.name, character) for character in own):
            continue
        if _named(mention.form, seeds) and not seeds.pattern("letterhead.street").match(string, mention.end):
            behind = string[mention.end : mention.end + BEHIND]
            prospect = seeds.pattern("letterhead.prospect").match(behind)
            titled = prospect or seeds.pattern("letterhead.of_place").match(behind)
            if prospect or any(answers(division.name, character) for character in towns):
                counts[code] += LEAST if titled else 1
    best, votes = next(iter(counts.most_common(1)), ("", 0))
    return seeds.gazetteer.by_code(best) if votes >= LEAST and 2 * votes > counts.total() else None


def _named(stem: str, seeds: Seeds) -> bool:
    """True of a stem that is a name wherever it stands."""
    words = rjieba.tag(stem, False)
    plain = len(words) == 1 and words[0][1] not in NAMES
    return not plain and stem not in seeds.forms("place_names", "everyday")
