"""Companies without any noun of industry, known by what is said of them.

* a list of names before 等企业, 等五家公司: 走访甲讯、乙信等企业;
* those with whom an agreement is signed, or whose projects are brought in: 与甲讯签约, 引进甲讯、乙信三大项目;
* an honour that only companies win, said of a short subject: 某某希望被评为省级智能工厂;
* the title of a head of companies with somebody's name, behind a short stem: 某某轴承总经理张三;
* a capacity right after a coined subject, in a clause about a project: 某某碳谷15万吨原丝项目投产.

A list counts only where at least half of it are names by themselves: 汽车、化工等企业 are branches, 国有、民营等企业
kinds. What lists and honours do not show is no company here, however well known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import rjieba

from govgraph.find import edges
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.edge import left_edge
from govgraph.find.bodies.ground import Ground, Word
from govgraph.find.names import Names
from govgraph.text import Span

_LONGEST = 14
_CLAUSE = re.compile("[^，。；：]+")


def find(ground: Ground) -> Iterator[Body]:
    """Companies of lists and of clauses."""
    for span in (*_listed(ground), *_subjects(ground), *_headed(ground)):
        name = ground.text[span.start : span.end]
        yield Body(span.start, span.end, "enterprise", "", (name,), name, "body.company")


def _listed(ground: Ground) -> Iterator[Span]:
    for match in (*_lists(ground), *ground.seeds.pattern("bodies.company_pact").finditer(ground.text)):
        items = list(_items(ground, match))
        named = [item for item in items if _name(ground, item)]
        if 2 * len(named) > len(items) or (named and 2 * len(named) == len(items)):
            yield from (item for item in items if item in named or _bare(ground, item))


def _lists(ground: Ground) -> Iterator[re.Match[str]]:
    """Lists before the word for companies; no match runs over a mark between clauses, and few clauses have one."""
    pattern = ground.seeds.pattern("bodies.company_list")
    for clause in edges.holding(ground.text, _CLAUSE, ground.seeds.pattern("bodies.company_word")):
        yield from pattern.finditer(ground.text, *clause.span())


def _items(ground: Ground, match: re.Match[str]) -> Iterator[Span]:
    """The stretches between the marks of a list; the first begins where a name can."""
    group = "items" if match["items"] else "brought"
    at = match.start(group)
    for index, part in enumerate(re.split("[、和]", match[group])):
        start, end = at, at + len(part)
        at = end + 1
        start = max(start, left_edge(ground, end)[0]) if index == 0 else start
        if 2 <= end - start <= _LONGEST:
            yield Span(start, end)


def _words(ground: Ground, span: Span) -> Sequence[Word]:
    low, high = ground.word_at(span.start), ground.word_at(span.end - 1)
    return ground.words[low : high + 1]


def _name(ground: Ground, item: Span) -> bool:
    """True of a stretch with a proper word that is not all a place and not a kind of company."""
    places = ground.place_after.get(item.start, ())
    words = _words(ground, item)
    if item.end in places or any(ground.stops(word) for word in words) or not _bare(ground, item):
        return False
    return any(ground.proper(word) for word in words) or bool(places)


def _bare(ground: Ground, item: Span) -> bool:
    """True of a stretch that can be a brand: short, neither a kind nor a branch by its last word, nor 陕西|周至."""
    text = ground.text[item.start : item.end]
    if any(ground.seeds.gazetteer.stem(ground.text[end : item.end]) for end in ground.place_after.get(item.start, ())):
        return False
    plain = ground.seeds.forms("body_left", "plain")
    kind = ground.seeds.pattern("bodies.kind_end").search(text)
    return not kind and text not in plain and _words(ground, item)[0].form not in plain


def _subjects(ground: Ground) -> Iterator[Span]:
    for match in ground.seeds.pattern("bodies.company_honour").finditer(ground.text):
        span = Span(*match.span("name"))
        first = _words(ground, span)[0]
        if _bare(ground, span) and first.start == span.start and not ground.stops(first):
            yield span
    for match in ground.seeds.pattern("bodies.company_output").finditer(ground.text):
        span = Span(*match.span("name"))
        words = _words(ground, span)
        coined = any(_new(word) and word.tag != "m" for word in words)
        if coined and _bare(ground, span) and not any(ground.stops(word) for word in words):
            yield span


def _headed(ground: Ground) -> Iterator[Span]:
    """A stem before 董事长 or 总经理 with a name behind; no word of a kind, an office or a clause is in it."""
    plain = ground.seeds.forms("body_left", "plain")
    names, unfit = ground.seeds.once(Names.of), ground.seeds.pattern("bodies.no_company_head")
    for match in ground.seeds.pattern("bodies.company_head").finditer(ground.text):
        span, behind = (
            Span(*match.span("name")),
            ground.seeds.pattern("bodies.company_title").match(ground.text, match.end()),
        )
        words = _words(ground, span)
        whole = words[0].start == span.start and words[-1].end == span.end
        fits = whole and match["name"] not in plain and not any(ground.stops(word) for word in words)
        if fits and behind and not unfit.search(match["name"]) and names.starts(ground.text, behind.end()):
            yield span


def _new(word: Word) -> bool:
    return len(word.form) > 1 and not rjieba.has_word(word.form)
