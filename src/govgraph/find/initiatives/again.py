"""Names met again: what is found once with certainty is found everywhere in the document, and under one name.

* 九解一协调工作, written without the quotation marks that another place gives it;
* 甲二期 beside 甲二期项目: the same core with and without its head noun is one name, and the longer form goes to
  ``names``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from govgraph.model import Mention
from govgraph.seeds import Seeds

SHORTEST = 4  # shorter names are words of the language as well
PLAIN = 7  # names that nothing marked are longer, to be sure


def apart(first: Iterable[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Both, without what lies across something strong.

    Of two strong ones that cross, the one that holds the other stays, else that of the first.
    """
    ways = (sorted(first), sorted(second))
    last = _last_starts(m for way in ways for m in way if m.strength == "strong")
    kept: list[Mention] = []
    taken: set[int] = set()
    ranked = [(m.strength != "strong", not _holds(m, last), order, m) for order, way in enumerate(ways) for m in way]
    for weak, _, order, mention in sorted(ranked):
        at = range(mention.start, mention.end)
        if (weak or order) and not taken.isdisjoint(at):
            continue
        kept.append(mention)
        if not weak:
            taken.update(at)
    return kept


def _last_starts(mentions: Iterable[Mention]) -> dict[int, int]:
    """Where the shortest project begins that ends at a position."""
    found: dict[int, int] = {}
    for mention in mentions:
        if mention.get("kind") == "project":
            found[mention.end] = max(mention.start, found.get(mention.end, 0))
    return found


def _holds(mention: Mention, last: dict[int, int]) -> bool:
    """True for a work that ends like another project and begins before it."""
    return mention.rule == "initiative.work" and last.get(mention.end, 0) > mention.start


def joined(found: Iterable[Mention], seeds: Seeds) -> list[Mention]:
    """The mentions with one name for each core."""
    mentions = _outermost(sorted(found))
    strong = {m.name for m in mentions if m.strength == "strong"}
    cores = {name: _core(name, strong, seeds) for name in sorted({m.name for m in mentions})}
    longer: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        forms = {mention.name, *mention.get("names").split("|")} - {"", cores[mention.name]}
        longer[cores[mention.name]] |= forms
    return [_renamed(m, cores[m.name], longer[cores[m.name]]) for m in mentions]


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Without those that lie inside another, or say the same of the same characters."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.strength, m.rule)):
        if not kept or mention.end > kept[-1].end:
            kept.append(mention)
    return kept


def _core(name: str, strong: set[str], seeds: Seeds) -> str:
    """The name without its head noun, or the end of that, where the document has what is left as a name too."""
    ends = (seeds.pattern(f"initiatives.{head}").search(name) for head in ("own_head", "long_head"))
    stems = (name[: end.start()] for end in ends if end)
    return next((stem for stem in stems if stem in strong), name)


def _renamed(mention: Mention, name: str, longer: set[str]) -> Mention:
    attrs = {**dict(mention.attrs), "names": "|".join(sorted(longer))}
    strength = "strong" if name != mention.name else mention.strength
    kept = tuple((key, value) for key, value in sorted(attrs.items()) if value)
    return mention._replace(name=name, strength=strength, attrs=kept)


def known(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Further occurrences of the names that quotations give, without quotation marks, and of long plain names."""
    spans = sorted((m.start, m.end) for m in mentions)
    starts = [start for start, _ in spans]
    first = {
        m.name: m
        for m in sorted(mentions, reverse=True)
        if m.strength == "strong" and (m.rule.endswith("quoted") or len(m.name) >= PLAIN)
    }
    for name, mention in sorted(first.items()):
        at = text.find(name) if len(name) >= SHORTEST else -1
        while at >= 0:
            index = bisect_right(starts, at) - 1
            if index < 0 or spans[index][1] <= at:
                yield mention._replace(start=at, end=at + len(name), form=name, rule="initiative.again")
            at = text.find(name, at + len(name))
