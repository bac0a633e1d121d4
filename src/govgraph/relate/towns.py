"""The place of a document that names only its townships: 高乐山镇, 黄金洞乡 and a 县委 throughout.

Counts where two townships of one county are named, neither of which the table has anywhere else, and no two of another
county; or where one is, by a name of four characters that stands twice or at the beginning, or that the text begins
with and repeats. One short name alone says nothing: the table lacks what was merged or renamed. The document is of the
county, or of the division above it that has the class of which the text speaks as its own; a county of another class
is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from govgraph.gazetteer import Division
from govgraph.model import Mention
from govgraph.relate.sites import answers
from govgraph.seeds import Seeds

LEAST, LONG = 2, 4  # townships that agree; characters of a name that is no other's
COUNTY, CODE = 6, 9  # digits of the codes of a county and of a township


def home(mentions: Iterable[Mention], own: tuple[str, ...] | None, seeds: Seeds) -> Division | None:
    """The division that a text's townships lie in; None where they do not say."""
    named: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        code = mention.get("codes") if mention.kind == "place" and mention.rule == "division" else ""
        if len(code) == CODE and mention.strength == "strong":
            named[code[:COUNTY]][mention.name].append(mention.start)
    several = [county for county, towns in named.items() if len(towns) >= LEAST]
    likely = several or [county for county, towns in named.items() if any(_sure(*town) for town in towns.items())]
    if len(likely) != 1:
        return None
    above = seeds.gazetteer.chain(likely[0])
    fits = (division for division in above if own is None or any(answers(division.name, c) for c in own))
    return next(fits, None)


def _sure(name: str, at: list[int]) -> bool:
    """True of a name that the text begins with and often repeats, and of a long one that it repeats or begins with."""
    often = len(at) > LEAST and at[0] == 0
    return often or (len(name) >= LONG and (len(at) >= LEAST or at[0] == 0))
