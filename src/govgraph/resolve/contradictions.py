"""Statements that do not agree, side by side with a verdict and both sources; none is dropped.

*Figures*: one subject (a place; a body or an initiative where both are not told in one breath), measure, unit and
period, two values. The verdict is *rounding* where the rougher value is the finer one rounded, *revision* where a later
document of the same reporter gives another value, *scope* where one of the two is bounded or approximate, else
*conflict*.
*Posts*: two people in one sole post (市长, not 副市长) at one date, or one before and after a date of the other:
*conflict*; *revision* where an act of one date hands it on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations, groupby

from govgraph.model import Claim, Contradiction, Facts, Figure, Key
from govgraph.resolve.gathering import figure_order
from govgraph.resolve.language import Language
from govgraph.resolve.things import clashes
from govgraph.shelf import Room, Sorter, kept

LOOSE = ("余", "多", "约", "近", "左右", "上下", "以上", "以下", "超过", "超", "不低于", "不少于", "以内", "逾", "达到")
OF_PLACE = "clause of the place"
APART = 300  # characters between two figures of an initiative or a body that may be the same one told twice
VALUES = 4  # more values than this under one name: the name does not say what was counted


def contradictions(facts: Facts, language: Language, room: Room | None = None) -> Sequence[Contradiction]:
    """All of them, sorted by what they are about, and names of two kinds; in a room where they are many."""
    found = Sorter[Contradiction](room, Contradiction, _order)
    for each in chain(_figures(facts), _posts(facts, language)):
        found.add((each,))
    return kept(chain(found.merged(), clashes(facts.things)), room, Contradiction)


def _order(each: Contradiction) -> tuple[object, ...]:
    sides = (figure_order(side) if isinstance(side, Figure) else side for side in (each.one, each.two))
    return each.kind, each.about, each.what, each.period, *sides


def _figures(facts: Facts) -> Iterator[Contradiction]:
    kinds = ("Place", "Body", "Initiative")
    names = {thing.key: (thing.label, *thing.names) for thing in facts.things if thing.key.kind in kinds}
    for about, figures in groupby(facts.figures, key=lambda figure: figure.about):  # sorted by what they are about
        if about.kind in kinds:
            yield from _of_subject(about, names.get(about, ()), figures)


def _of_subject(about: Key, names: Iterable[str], figures: Iterable[Figure]) -> Iterator[Contradiction]:
    groups: dict[tuple[str, str, str, str], dict[str, Figure]] = defaultdict(dict)
    for figure in figures:
        measure = normalised(figure.measure, names)
        if measure and (figure.rule == OF_PLACE or about.kind != "Place"):
            group = groups[measure, figure.unit, figure.period, figure.status]
            group.setdefault(figure.value, figure)
    for (measure, _, period, _), values in sorted(groups.items()):
        if 1 < len(values) < VALUES:
            for one, two in combinations([values[value] for value in sorted(values, key=Decimal)], 2):
                if about.kind == "Place" or _far(one, two):
                    yield Contradiction("figure", verdict(one, two), about, measure, period, one, two)


def _far(one: Figure, two: Figure) -> bool:
    """True where two figures are told apart: side by side, two numbers of a project count two things."""
    pairs = [(a, b) for a in one.evidence for b in two.evidence if a.document == b.document]
    return all(abs(a.start - b.start) > APART for a, b in pairs)


def normalised(measure: str, subject: Iterable[str] = ()) -> str:
    """A measure without its subject, adverbs and punctuation: 全市肉牛饲养量达到 is 肉牛饲养量."""
    for name in sorted(subject, key=len, reverse=True):
        measure = measure.removeprefix(name)
    return _plain(measure)


@lru_cache(maxsize=4096)
def _plain(measure: str) -> str:
    """A measure without adverbs and punctuation; the same ones are told again and again."""
    for word in ("全市", "全县", "全区", "全省"):
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
    if any(word in figure.qualifier for figure in (one, two) if figure.qualifier for word in LOOSE):
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
            now = claim.status not in ("proposed", "planned", "rumoured", "former", "removed")
            dated = claim.asserted_on and not (claim.valid_from or claim.valid_to)
            if claim.predicate == "holds" and now and dated and claim.object in sole:
                yield claim

    seen: dict[Key, dict[Key, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in holding():
        seen[claim.object][claim.subject].add(claim.asserted_on)
    found = [(post, *pair) for post, people in sorted(seen.items()) for pair in _at_once(people)]
    wanted = {(post, *side) for post, *sides in found for side in sides}
    told: dict[tuple[Key, Key, str], Claim] = {}
    for claim in holding() if wanted else ():
        if (claim.object, claim.subject, claim.asserted_on) in wanted:
            told.setdefault((claim.object, claim.subject, claim.asserted_on), claim)
    for post, first, second in found:
        one, two = told[post, *first], told[post, *second]
        acts = one.asserted_on == two.asserted_on and {one.status, two.status} & {"appointed", "elected"}
        verdict = "revision" if acts else "conflict"
        yield Contradiction("post", verdict, post, post.name, second[1], one, two)


Side = tuple[Key, str]  # a person, and a date on which he or she holds a post


def _at_once(people: Mapping[Key, set[str]]) -> Iterator[tuple[Side, Side]]:
    """Pairs of holders at one date; without one, where the dates of one lie around a date of the other."""
    for one, two in combinations(sorted(people), 2):
        same = sorted(people[one] & people[two])
        yield from (((one, date), (two, date)) for date in same)
        if not same:
            around = [(a, b) for a, b in ((one, two), (two, one)) if _around(people[a], people[b])]
            for outer, inner in around[:1]:
                date = _around(people[outer], people[inner])
                before = max(each for each in people[outer] if _before(each, date))
                yield (outer, before), (inner, date)


def _around(outer: set[str], inner: set[str]) -> str:
    """The first date of some that has others before and after it; empty where none has."""
    for date in sorted(inner):
        if any(_before(each, date) for each in outer) and any(_before(date, each) for each in outer):
            return date
    return ""


def _before(one: str, two: str) -> bool:
    """True for a date before another, as exactly as both are known."""
    known = min(len(one), len(two))
    return one[:known] < two[:known]
