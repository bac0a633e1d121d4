"""The office that a text calls by its class and kind alone: 市局, 县局, 省厅, 市局党委 in the news of 市公安局.

It is the one of that place and kind that the text names most; where two are named as often, it stays open. 委员会 alone
is the one named last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable

from govgraph.model import Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.sites import Site
from govgraph.seeds import Seeds


def spelt(
    mention: Mention,
    bound: Iterable[Bound],
    site: Callable[[Mention], Site | None],
    titles: Container[int],
    seeds: Seeds,
) -> Mention:
    """The mention with the name of the office in full, if it is such a short one and the text tells which.

    Where a title begins behind the office (市局|党委副书记) it is the office alone; ``titles`` are where they begin.
    """
    if mention.kind == "body" and seeds.pattern("belonging.committee").fullmatch(mention.form):
        return _committee(mention, bound, seeds)
    short = seeds.pattern("belonging.short_office").fullmatch(mention.get("full")) if mention.kind == "body" else None
    if short is None:
        return mention
    plain = mention
    mention = mention._replace(attrs=tuple(sorted({**dict(mention.attrs), "jurisdiction": short["class"]}.items())))
    home = site(mention)
    counts: Counter[str] = Counter()
    for other in bound:
        full = other.mention.get("full")
        named = other.key.kind == "Body" and full.startswith("{J}") and full.endswith(short["noun"])
        if named and _beside(other.mention, mention, site(other.mention), home):
            counts[full] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return plain
    size = len(mention.form) - len(short["part"])
    alone = not short["part"] or mention.start + size in titles
    full = ranked[0][0] + ("" if alone else short["part"])
    attrs = {**dict(mention.attrs), "full": full, "kind": "department" if alone else "party"}
    size = size if alone else len(mention.form)
    return mention._replace(
        end=mention.start + size,
        form=mention.form[:size],
        name=mention.form[:size],
        strength="strong",
        attrs=tuple(sorted(attrs.items())),
    )


def _committee(mention: Mention, bound: Iterable[Bound], seeds: Seeds) -> Mention:
    """What the text calls 委员会 alone: the body that was last named with a name of its own that ends so."""
    named = seeds.pattern("bodies.committee")
    before = [b.mention for b in bound if b.key.kind == "Body" and b.start < mention.start]
    last = max((m for m in before if named.search(m.form)), default=None)
    return mention._replace(attrs=last.attrs) if last else mention


def _beside(other: Mention, mention: Mention, there: Site | None, home: Site | None) -> bool:
    """True of offices of one place, or of one class where the text names no place."""
    if home is None or there is None:
        return home is there and other.get("jurisdiction") == mention.get("jurisdiction")
    return there.key == home.key
