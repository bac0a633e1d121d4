"""People: individuals called by a personal name, one mention an occurrence.

A name is accepted where its characters (:mod:`govgraph.find.names`) and what stands before and after it
(:mod:`govgraph.find.people.cues`) together reach a threshold: a title before or after, 同志, a byline, a photo credit,
a verb of speech or appointment, a bracket with sex or term, or a neighbour in a list that is a name. Rosters are read
line by line (:mod:`govgraph.find.people.rosters`), names whose ends are fixed by :mod:`govgraph.find.people.bounded`.
A name that was found once is then found wherever it occurs. The attribute ``context`` says which evidence decided;
``gender``, ``ethnicity`` and ``term`` come from a bracket or, in a table, from the years beside the name.

Not a person: the name inside a doctrine (习近平法治思想), a body or a place; a surname with a title alone (王书记);
a word of the dictionary that happens to begin with a surname (高质量, 文明, 应急).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rjieba import has_word

from govgraph import grid
from govgraph.find.names import Names
from govgraph.find.people import bare, bounded, framed, presence, rosters, signed
from govgraph.find.people.cues import collect
from govgraph.find.people.listed import grow, settle
from govgraph.find.people.weighing import FIRM, THRESHOLD, Found, Search, doctrine, goes_on, weigh
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

HOLDERS = frozenset({"body", "place", "instrument", "initiative", "meeting"})
OPENING = re.compile("([㐀-鿿]{2,3})、")
HAN_RUN = re.compile("[㐀-鿿]+")
GLUED, LONGEST_RUN = 5, 60
CLEAR = 5  # points of each name of those glued together behind a title: 韦桂兰|巡河 are not two
LONGEST_NAME = 3  # characters, but for a surname of two

LISTED = ("list", "repeat")  # contexts in which nothing but other names tells a name


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Every person of a document, wherever named."""
    text = prose.text.string
    posts = [m for m in earlier if m.kind == "post"]
    search = Search(
        text,
        seeds.once(Names.of),
        seeds,
        collect(text, earlier, seeds),
        _outermost((m.start, m.end) for m in earlier if m.kind in HOLDERS and m.strength == "strong"),
        tuple(post.start for post in posts),
        frozenset(m.start for m in earlier if m.kind == "place"),
        frozenset(m[:2] for m in earlier if m.rule == "division" and m.form[-1:] in seeds.forms("grammar", "banner")),
    )
    rows = [*_row(search), *_first(search), *_pair(search), *_comrade(search), *_life(search)]
    rows += [*bare.find(search), *signed.find(search), *presence.find(search)]
    found = grow(
        search, settle([*_anchored(search), *_glued(search), *bounded.find(search), *framed.find(search), *rows])
    )
    rows = [
        Found(low, high, THRESHOLD, "roster")
        for low, high in rosters.find(text, prose.paragraphs, posts, search.names, seeds)
    ]
    rows += [
        Found(low, high, THRESHOLD, "roster")
        for row in grid.rows(text, prose.paragraphs, seeds)
        for low, high in rosters.column(text, row, search.names)
    ]
    found = settle([*found, *rows])
    found = settle([*found, *grow(search, list(_repeated(search, found)))])
    titles = {(post.start, post.end) for post in posts}
    sights = {m.form for m in earlier if m.kind == "place" and m.strength == "strong" and m.rule.startswith("head")}
    for name in found:
        if (name.start, name.end) not in titles and not _placed(search, name, sights):
            yield _mention(search, name)


def _placed(search: Search, name: Found, sights: set[str]) -> bool:
    """贺兰山 of 贺兰山、六盘山, a hill elsewhere in the text, and groups of cities: 苏锡常、宁镇扬等融合发展."""
    if name.context not in LISTED:
        return False
    if search.pattern("joined_cities").match(search.text, name.end):
        return True
    form, natural = search.text[name.start : name.end], search.pattern("natural")
    return form in sights and any(natural.match(search.text, m.end()) for m in re.finditer(form, search.text))


def _outermost(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans that lie in no other, in order."""
    kept: list[tuple[int, int]] = []
    for low, high in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or high > kept[-1][1]:
            kept.append((low, high))
    return tuple(kept)


def _anchored(search: Search) -> Iterator[Found]:
    """Names that a cue on one side or both holds up."""
    for at in sorted(search.cues.starts):
        yield from _best(search, ((at, at + size) for size in search.names.lengths(search.text, at)))
        yield from _minority(search, at)
    for at in sorted(search.cues.ends):
        yield from _best(search, ((at - size, at) for size in (2, 3, 4) if at >= size))


def _best(search: Search, spans: Iterator[tuple[int, int]]) -> list[Found]:
    """The best of some readings, if it is good enough."""
    readings = [weigh(search, start, end) for start, end in spans]
    good = [reading for reading in readings if reading.points >= THRESHOLD]
    return [max(good, key=lambda reading: (reading.points, reading.end - reading.start))] if good else []


def _minority(search: Search, at: int) -> Iterator[Found]:
    """Names without surname, from their parts, after a firm cue; of one part where the name ends right behind it."""
    cue = search.cues.starts[at]
    if cue.points >= FIRM and (match := search.names.parts.match(search.text, at)) and not goes_on(search, match.end()):
        yield Found(at, match.end(), THRESHOLD + 3, cue.context)
    elif cue.points >= FIRM and cue.context == "after_title":
        end = bounded.single(search, at) or (cue.points > FIRM and bounded.syllables(search, at))
        if end:
            yield Found(at, end, THRESHOLD + 2, cue.context)


def _glued(search: Search) -> Iterator[Found]:
    """Names glued together, from a firm cue before them or up to a bracket after them."""
    verbs = sorted(end for end, after in search.cues.ends.items() if after.context in ("speaker", "act"))
    for at, cue in sorted(search.cues.starts.items()):
        if cue.points >= FIRM - 1 and (run := HAN_RUN.match(search.text, at)):
            title, verb = bisect_right(search.titles, at), bisect_right(verbs, at + 1)
            stop = min((run.end(), *search.titles[title : title + 1], *verbs[verb : verb + 1]))
            yield from _parts(search, at, stop, cue.context)
    for at, cue in sorted(search.cues.ends.items()):
        if cue.context == "roster":
            start = at
            while start and HAN_RUN.match(search.text[start - 1]) and at - start < LONGEST_RUN:
                start -= 1
            yield from _parts(search, start, at, cue.context)


def _parts(search: Search, start: int, end: int, context: str) -> Iterator[Found]:
    if GLUED <= end - start <= LONGEST_RUN:
        spans = rosters.split(search.names, search.text, start, end)
        points = sum(search.names.points(search.text[low:high]) for low, high in spans)
        edges = frozenset(low - start for low, _ in spans)
        clear = points >= CLEAR * len(spans) and not bounded.cuts(search.text[start:end], edges)
        if context in ("byline", "roster") or clear:
            yield from (Found(low, high, THRESHOLD + 6, context) for low, high in spans)


def _first(search: Search) -> Iterator[Found]:
    """A word that is a name as well, between a title and more names: 副主席|高峰、李某某."""
    for at, cue in sorted(search.cues.starts.items()):
        name = OPENING.match(search.text, at) if cue.context == "after_title" and cue.points > FIRM else None
        if name is None or search.held(*name.span(1)) or search.names.shape(name[1]) < rosters.AVERAGE:
            continue
        if search.names.starts(search.text, name.end()) and not search.titled(name.end()):
            yield Found(*name.span(1), THRESHOLD, "after_title")


def _pair(search: Search) -> Iterator[Found]:
    """Two names that open a sentence and a clause of their own: 李某某、王某某，市法院负责人列席."""
    for row in search.pattern("pair").finditer(search.text):
        spans = [(row.start() + m.start(), row.start() + m.end()) for m in HAN_RUN.finditer(row[0])]
        points = [search.names.alone(search.text, low, high, firm=(True, True)) for low, high in spans]
        if min(points) >= rosters.AVERAGE and not any(search.held(*span) for span in spans):
            yield from (Found(low, high, THRESHOLD, "list") for low, high in spans)


def _comrade(search: Search) -> Iterator[Found]:
    """Rows of a notice that open with somebody's name and 任, behind 同志 of whatever surname and words."""
    for rule in ("comrade", "appointee"):
        for row in search.pattern(rule).finditer(search.text):
            start, end = row.span("name")
            known = rule == "comrade" or bool({row["name"][0], row["name"][:2]} & search.names.surnames.keys())
            known = known or (end - start <= LONGEST_NAME and bounded.strange(search, start, end))
            if known and not search.titles_in(start, end) and not search.held(start, end):
                yield Found(start, end, THRESHOLD, "act")


def _life(search: Search) -> Iterator[Found]:
    """The name that a life opens with, whatever its given characters are."""
    for head in search.pattern("life_head").finditer(search.text):
        start, end = head.span("name")
        named = search.names.surnames.keys() & {search.text[start], search.text[start : start + 2]}
        long = end - start > LONGEST_NAME and search.text[start : start + 2] not in search.names.surnames
        rare = end - start <= LONGEST_NAME and not has_word(search.text[start:end])  # 剡某某，男，汉族
        if (named or rare) and not long and not search.held(start, end):
            yield Found(start, end, THRESHOLD, "roster")


def _row(search: Search) -> Iterator[Found]:
    """Three and more elements of a list that all look like names: each is a neighbour of the others."""
    for row in search.pattern("row").finditer(search.text):
        spans = [(row.start() + m.start(), row.start() + m.end()) for m in HAN_RUN.finditer(row[0])]
        points = [search.names.alone(search.text, low, high, firm=(True, True)) for low, high in spans]
        if min(points) >= 3 and sum(points) >= 5 * len(spans) and not any(search.held(*span) for span in spans):
            for low, high in spans:
                yield Found(low, high, THRESHOLD, "list")


def _repeated(search: Search, found: list[Found]) -> Iterator[Found]:
    """The same names elsewhere in the document."""
    known = {rosters.clean(search.text[name.start : name.end]) for name in found}
    if not known:
        return
    forms = re.compile("|".join(sorted(known, key=lambda form: (-len(form), form))))
    for match in forms.finditer(search.text):
        start, end = match.span()
        if (
            search.held(start, end)
            or doctrine(search, end)
            or (end - start == 2 and search.names.alone(search.text, start, end) < 1)
        ):
            continue
        yield Found(start, end, THRESHOLD - 1, "repeat")


def _mention(search: Search, name: Found) -> Mention:
    form = search.text[name.start : name.end]
    attrs = [("context", name.context)]
    if term := search.pattern("term").match(search.text, name.end):
        attrs.append(("term", f"{term['from']}/{term['to'] or ''}"))
    if note := search.pattern("note").match(search.text, name.end):
        attrs += [(key, note[key]) for key in ("ethnicity", "gender") if note[key]]
    return Mention(
        name.start,
        name.end,
        "person",
        form,
        rosters.clean(form),
        f"people.{name.context}",
        "strong",
        tuple(sorted(attrs)),
    )
