"""People: individuals called by a personal name, one mention an occurrence.

A name is accepted where its characters (:mod:`govgraph.find.names`) and what stands before and after it
(:mod:`govgraph.find.people.cues`) together reach a threshold: a title before or after, 同志, a byline, a photo credit,
a verb of speech or appointment, a bracket with sex or term, or a neighbour in a list that is a name. Rosters are read
line by line (:mod:`govgraph.find.people.rosters`). A name that was found once is then found wherever it occurs. The
attribute ``context`` says which evidence decided; ``gender``, ``ethnicity`` and ``term`` come from a bracket.

Not a person: the name inside a doctrine (习近平法治思想), a body or a place; a surname with a title alone (王书记);
a word of the dictionary that happens to begin with a surname (高质量, 文明, 应急).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govgraph.find.names import NOT_A_NAME, Names
from govgraph.find.people import rosters
from govgraph.find.people.cues import NONE, PAUSE, Cue, Cues, collect
from govgraph.model import Mention, Prose
from govgraph.seeds import Seeds

THRESHOLD = 9
FIRM = 4  # a cue of so many points fixes the boundary, whatever the dictionary says
HOLDERS = frozenset({"body", "place", "instrument", "initiative", "meeting"})
# As the last character of a reading these are nearly always the next word: 任命秦刚为, 张三和李四.
LINKS = frozenset("为和与及由任以同在对向从将等的兼代作")
BLANKS = " 　"
# Single characters that may stand between a pause and a name.
BEFORE = frozenset("由请经让和以与是对据为给向同跟及让被把从")
HAN_RUN = re.compile("[㐀-鿿]+")
GLUED, LONGEST_RUN = 5, 60


class Found(NamedTuple):
    """An accepted name and the points that it won."""

    start: int
    end: int
    points: int
    context: str


@dataclass(frozen=True)
class _Search:
    """What one search knows: the text, the model, the cues, and the stretches that belong to other things."""

    text: str
    names: Names
    seeds: Seeds
    cues: Cues
    holders: tuple[tuple[int, int], ...]
    titles: tuple[int, ...]  # where titles start

    def pattern(self, name: str) -> re.Pattern[str]:
        return self.seeds.pattern(f"people.{name}")

    def held(self, start: int, end: int) -> bool:
        """Inside something else that is named: 白求恩 in a hospital's name."""
        index = bisect_right(self.holders, (start, len(self.text)))
        return any(low <= start and end <= high for low, high in self.holders[max(0, index - 6) : index])


def find(prose: Prose, earlier: tuple[Mention, ...], seeds: Seeds) -> Iterator[Mention]:
    """Every person of a document, wherever named."""
    text = prose.text.string
    posts = [m for m in earlier if m.kind == "post"]
    search = _Search(
        text,
        Names.of(seeds),
        seeds,
        collect(text, posts, seeds),
        tuple(sorted((m.start, m.end) for m in earlier if m.kind in HOLDERS)),
        tuple(post.start for post in posts),
    )
    found = _listed(search, _settle([*_anchored(search), *_glued(search), *_dotted(search), *_row(search)]))
    rows = [
        Found(low, high, THRESHOLD, "roster")
        for low, high in rosters.find(text, prose.paragraphs, posts, search.names, seeds)
    ]
    found = _settle([*found, *rows])
    for name in _settle([*found, *_repeated(search, found)]):
        yield _mention(search, name)


def _anchored(search: _Search) -> Iterator[Found]:
    """Names that a cue on one side or both holds up."""
    for at in sorted(search.cues.starts):
        yield from _best(search, ((at, at + size) for size in search.names.lengths(search.text, at)))
        yield from _minority(search, at)
    for at in sorted(search.cues.ends):
        yield from _best(search, ((at - size, at) for size in (2, 3, 4) if at >= size))


def _best(search: _Search, spans: Iterator[tuple[int, int]]) -> list[Found]:
    """The best of some readings, if it is good enough."""
    readings = [_weigh(search, start, end) for start, end in spans]
    good = [reading for reading in readings if reading.points >= THRESHOLD]
    return [max(good, key=lambda reading: (reading.points, reading.end - reading.start))] if good else []


def _weigh(search: _Search, start: int, end: int, *, listed: bool = False) -> Found:
    """Points of a stretch with all that speaks for and against it."""
    text = search.text
    before, after = _left(search, start), _right(search, end)
    if listed:
        before = max(before, Cue(FIRM, "list"))
    firm = (before.points >= FIRM, after.points >= FIRM)
    points = search.names.alone(
        text, start, end, listed=(listed and after.points > 0) or (firm[0] and bool(after.context)), firm=firm
    )
    if points == NOT_A_NAME or _goes_on(search, end) or _doctrine(search, end):
        return Found(start, end, NOT_A_NAME, "")
    if _over_title(search, start, end):
        return Found(start, end, NOT_A_NAME, "")
    if search.held(start, end) and not (firm[0] and after.context):
        return Found(start, end, NOT_A_NAME, "")
    points -= 3 * (text[end - 1] in LINKS) + 3 * (text[start] in search.names.function and not firm[0])
    points += 2 * (listed and after.points >= 2) - 4 * _orphan(search, start)
    return Found(start, end, points + before.points + after.points, max(before, after).context or "list")


def _over_title(search: _Search, start: int, end: int) -> bool:
    """A title begins inside: 王书记."""
    index = bisect_right(search.titles, start)
    return index < len(search.titles) and search.titles[index] < end


def _orphan(search: _Search, start: int) -> bool:
    """One character would be left over between a pause and the name: 常丁求 read as 丁求."""
    text = search.text
    return (
        start > 0
        and start not in search.cues.starts
        and text[start - 1] not in PAUSE
        and text[start - 1] not in BEFORE
        and (start == 1 or text[start - 2] in PAUSE)
    )


def _goes_on(search: _Search, end: int) -> bool:
    """What follows makes another word of it (王家|村, 张三|们), unless a title begins there (吴萍|局长)."""
    index = bisect_left(search.titles, end)
    titled = search.titles[index : index + 1] == (end,)
    return search.text[end : end + 1] in search.names.never_after and not titled


def _doctrine(search: _Search, end: int) -> bool:
    """A doctrine, school or street is named after the person: 习近平法治思想."""
    return bool(search.pattern("doctrine").match(search.text, end))


def _left(search: _Search, at: int) -> Cue:
    """The cue before a position; a pause is a little evidence too."""
    before = search.text[at - 1 : at]
    pause = 2 if before in ("", "\n") else 3 if before == "、" else int(before in PAUSE)
    return max(search.cues.starts.get(at, NONE), Cue(pause, ""))


def _right(search: _Search, at: int) -> Cue:
    """The cue after a position; pauses and the links of lists are a little evidence too."""
    pause = 2 if search.text[at : at + 1] in PAUSE or search.text[at : at + 1] in "和与及等" else 0
    if search.text[at : at + 1] in "、和与及":
        pause = 3
    return max(search.cues.ends.get(at, NONE), Cue(pause, ""))


def _minority(search: _Search, at: int) -> Iterator[Found]:
    """Names without surname, from their parts, after a firm cue."""
    if search.cues.starts[at].points >= FIRM and (match := search.names.parts.match(search.text, at)):
        yield Found(at, match.end(), THRESHOLD + 3, search.cues.starts[at].context)


def _glued(search: _Search) -> Iterator[Found]:
    """Names glued together, from a firm cue before them or up to a bracket after them."""
    for at, cue in sorted(search.cues.starts.items()):
        if cue.points >= FIRM - 1 and (run := HAN_RUN.match(search.text, at)):
            index = bisect_right(search.titles, at)
            title = search.titles[index] if index < len(search.titles) else run.end()
            yield from _parts(search, at, min(run.end(), title), cue.context)
    for at, cue in sorted(search.cues.ends.items()):
        if cue.context == "roster":
            start = at
            while start and HAN_RUN.match(search.text[start - 1]) and at - start < LONGEST_RUN:
                start -= 1
            yield from _parts(search, start, at, cue.context)


def _parts(search: _Search, start: int, end: int, context: str) -> Iterator[Found]:
    if GLUED <= end - start <= LONGEST_RUN:
        for low, high in rosters.split(search.names, search.text, start, end):
            yield Found(low, high, THRESHOLD + 6, context)


def _row(search: _Search) -> Iterator[Found]:
    """Three and more elements of a list that all look like names: each is a neighbour of the others."""
    for row in search.pattern("row").finditer(search.text):
        spans = [(row.start() + m.start(), row.start() + m.end()) for m in HAN_RUN.finditer(row[0])]
        points = [search.names.alone(search.text, low, high, firm=(True, True)) for low, high in spans]
        if min(points) >= 3 and sum(points) >= 5 * len(spans) and not any(search.held(*span) for span in spans):
            for low, high in spans:
                yield Found(low, high, THRESHOLD, "list")


def _dotted(search: _Search) -> Iterator[Found]:
    """Names of transliterated parts, joined by a dot."""
    for match in search.names.dotted.finditer(search.text):
        if match.end() - match.start() >= 5 and not search.held(*match.span()):
            yield Found(
                match.start(),
                match.end(),
                THRESHOLD + 3,
                max(_left(search, match.start()), _right(search, match.end())).context or "list",
            )


def _settle(found: list[Found]) -> list[Found]:
    """Of overlapping readings the one with more points, then the longer one."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in sorted(set(found), key=lambda f: (-f.points, f.start - f.end, f.start, f.context)):
        places = range(name.start, name.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(name)
    return sorted(kept)


def _listed(search: _Search, found: list[Found]) -> list[Found]:
    """Neighbours in lists, to the right and to the left, as far as they look like names."""
    grown = list(found)
    for name in found:
        grown += _rightward(search, name)
        grown += _leftward(search, name)
    return _settle(grown)


def _rightward(search: _Search, name: Found) -> Iterator[Found]:
    separator = search.pattern("separator")
    while True:
        link = separator.match(search.text, name.end)
        at = link.end() if link else name.end
        if not link and name.context in ("byline", "roster", "credit"):
            while search.text[at : at + 1] in (" ", "　"):
                at += 1
        if at == name.end and name.context != "byline":
            return
        spans = ((at, at + size) for size in search.names.lengths(search.text, at))
        best = max((_weigh(search, *span, listed=True) for span in spans), key=lambda f: (f.points, f.end))
        if best.points < THRESHOLD and (whole := search.names.parts.match(search.text, at)):
            best = Found(at, whole.end(), THRESHOLD, "list")
        if best.points < THRESHOLD:
            return
        name = best._replace(context=name.context if name.context in ("byline", "credit", "act") else "list")
        yield name


def _leftward(search: _Search, name: Found) -> Iterator[Found]:
    while name.start > 1 and search.text[name.start - 1] in "、和与及" + (BLANKS if name.context == "credit" else ""):
        at = name.start - 1
        spans = ((at - size, at) for size in (2, 3, 4) if at >= size)
        best = max((_weigh(search, *span, listed=False) for span in spans), key=lambda f: (f.points, f.end - f.start))
        best = best._replace(points=best.points + FIRM)
        if best.points < THRESHOLD:
            return
        name = best._replace(context="list" if name.context != "credit" else "credit")
        yield name


def _repeated(search: _Search, found: list[Found]) -> Iterator[Found]:
    """The same names elsewhere in the document."""
    known = {rosters.clean(search.text[name.start : name.end]) for name in found}
    if not known:
        return
    forms = re.compile("|".join(sorted(known, key=lambda form: (-len(form), form))))
    for match in forms.finditer(search.text):
        start, end = match.span()
        if (
            search.held(start, end)
            or _doctrine(search, end)
            or (end - start == 2 and search.names.alone(search.text, start, end) < 1)
        ):
            continue
        yield Found(start, end, THRESHOLD - 1, "repeat")


def _mention(search: _Search, name: Found) -> Mention:
    form = search.text[name.start : name.end]
    attrs = [("context", name.context)]
    if term := search.pattern("term").match(search.text, name.end):
        attrs.append(("term", f"{term['from']}/{term['to'] or ''}"))
    elif note := search.pattern("note").match(search.text, name.end):
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
