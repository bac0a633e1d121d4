"""Statements that do not agree, side by side with a verdict and both sources; none is dropped.

*Figures*: one subject, measure, unit and period, two values. The verdict is *rounding* where the rougher value is the
finer one rounded, *revision* where a later document of the same reporter gives another value, *scope* where
one of the two is bounded or approximate, else *conflict*.
*Posts*: two people in one sole post (市长, not 副市长) at one date: *conflict*; *revision* where an act of that date
hands it on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, groupby

from govgraph.model import Claim, Contradiction, Facts, Figure, Key
from govgraph.resolve.language import Language

LOOSE = ("余", "多", "约", "近", "左右", "上下", "以上", "以下", "超过", "超", "不低于", "不少于", "以内", "逾", "达到")
VALUES = 4  # more values than this under one name: the name does not say what was counted


def contradictions(facts: Facts, language: Language) -> tuple[Contradiction, ...]:
    """All of them, sorted by what they are about."""
    found = [*_figures(facts), *_posts(facts, language)]
    return tuple(
        sorted(found, key=lambda each: (each.kind, each.about, each.what, each.period, repr(each.one), repr(each.two)))
    )


def _figures(facts: Facts) -> Iterator[Contradiction]:
    names = {thing.key: (thing.label, *thing.names) for thing in facts.things if thing.key.kind == "Place"}
    for about, figures in groupby(facts.figures, key=lambda figure: figure.about):  # sorted by what they are about
        if about.kind == "Place":
            yield from _of_place(about, names.get(about, ()), figures)


def _of_place(about: Key, names: Iterable[str], figures: Iterable[Figure]) -> Iterator[Contradiction]:
    groups: dict[tuple[str, str, str, str], dict[str, Figure]] = defaultdict(dict)
    for figure in figures:
        measure = normalised(figure.measure, names)
        if measure and figure.rule == "clause of the place":
            group = groups[measure, figure.unit, figure.period, figure.status]
            group.setdefault(figure.value, figure)
    for (measure, _, period, _), values in sorted(groups.items()):
        if 1 < len(values) < VALUES:
            for one, two in combinations([values[value] for value in sorted(values, key=Decimal)], 2):
                yield Contradiction("figure", verdict(one, two), about, measure, period, one, two)


def normalised(measure: str, subject: Iterable[str] = ()) -> str:
    """A measure without its subject, adverbs and punctuation: 全市肉牛饲养量达到 is 肉牛饲养量."""
    for word in (*sorted(subject, key=len, reverse=True), "全市", "全县", "全区", "全省"):
        measure = measure.removeprefix(word)
    for word in ("同比", "分别", "已经", "累计", "约", "达到", "达", "实现", "完成", "突破", "为", " "):
        measure = measure.replace(word, "")
    return measure.strip("，。：；、的")


def verdict(one: Figure, two: Figure) -> str:
    """Why two values of one figure may differ."""
    low, high = Decimal(one.value), Decimal(two.value)
    rough, fine = sorted((low, high), key=lambda value: len(value.normalize().as_tuple().digits))
    exponent = rough.normalize().as_tuple().exponent
    if isinstance(exponent, int) and fine.quantize(Decimal(1).scaleb(exponent)) == rough:
        return "rounding"
    if any(word in figure.qualifier for figure in (one, two) for word in LOOSE):
        return "scope"
    same = one.reporter == two.reporter and one.reporter is not None
    if (
        same
        and one.asserted_on != two.asserted_on
        and {e.document for e in one.evidence}.isdisjoint(e.document for e in two.evidence)
    ):
        return "revision"
    return "conflict"


def _posts(facts: Facts, language: Language) -> Iterator[Contradiction]:
    """Two holders of a sole post on one date, as exactly as both are known."""
    titles = {thing.key: thing.get("title") for thing in facts.things if thing.key.kind == "Post"}
    seated = {claim.subject for claim in facts.claims if claim.predicate == "postIn"}
    sole = {post for post in seated if language.sole_title.search(titles.get(post, ""))}

    def holding() -> Iterator[Claim]:
        for claim in facts.claims:
            now = claim.status not in ("proposed", "planned", "former", "removed")
            dated = claim.asserted_on and not (claim.valid_from or claim.valid_to)
            if claim.predicate == "holds" and now and dated and claim.object in sole:
                yield claim

    holders: dict[tuple[Key, str], set[Key]] = defaultdict(set)
    for claim in holding():
        holders[claim.object, claim.asserted_on].add(claim.subject)
    held: dict[tuple[Key, str], dict[Key, Claim]] = defaultdict(dict)
    for claim in holding() if any(len(people) > 1 for people in holders.values()) else ():
        if len(holders[claim.object, claim.asserted_on]) > 1:
            held[claim.object, claim.asserted_on].setdefault(claim.subject, claim)
    for (post, date), claims in sorted(held.items()):
        for one, two in combinations([claims[key] for key in sorted(claims)], 2):
            acts = {one.status, two.status} & {"appointed", "elected"}
            yield Contradiction("post", "revision" if acts else "conflict", post, post.name, date, one, two)
