"""The committees of a congress or a CPPCC, named without it in its own papers: 提案委主任, 会同城建委.

The text must speak of one house more than of the other, and a committee must have a title or 负责人 right behind it
somewhere; then it is found wherever it stands alone. One that the lists have is found at the head of a clause of its
own (教科卫体委员会开展). Committees of a party or a government (纪委, 发改委, 某区工委) are none of these.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from govgraph.find.bodies import forms, units
from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground

_OFTEN = 3  # mentions of the house in a text of its own
_HOUSES = ("cppcc", "congress")
_LONGEST = 14


def find(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """Every such committee, wherever it stands alone."""
    owner = _speaker(bodies)
    if owner is None:
        return
    taken = {body.end for body in bodies if body.strength == "strong"}
    yield from _acting(ground, owner, taken)
    yield from _beside(ground, owner, taken)
    heads = ground.seeds.pattern("bodies.house_alone").finditer(ground.text)
    titled = {(_name(ground, head), head["tail"]) for head in heads if head.end("tail") not in taken}
    runs_on = ground.seeds.pattern("bodies.committee_runs_on")
    for name, tail in sorted(titled):
        for again in re.finditer(re.escape(name), ground.text) if name else ():
            word = ground.words[ground.word_at(again.start())]
            if again.end() not in taken and word.start == again.start() and not runs_on.match(ground.text, again.end()):
                yield _committee(ground, owner, again.start(), name, tail)


def _acting(ground: Ground, owner: Body, taken: Collection[int]) -> Iterator[Body]:
    """A committee that the lists have and that opens a clause in which it acts: 教科卫体委员会|开展."""
    pattern = ground.seeds.pattern
    for hit in ground.longest("body_parts"):
        if hit.word.kind != owner.kind or hit.end in taken or not pattern("bodies.committee").search(hit.word.form):
            continue
        led = pattern("belonging.office_led").search(ground.text, max(0, hit.start - 2), hit.start)
        if led and pattern("belonging.office_acts").match(ground.text, hit.end):
            yield forms.part_of(owner, hit).renamed(hit.start, hit.end, hit.word.form)


def _beside(ground: Ground, owner: Body, taken: Collection[int]) -> Iterator[Body]:
    """Committees in a list behind one that is known: 提案委、|经科委、|社法委."""
    for match in ground.seeds.pattern("bodies.house_beside").finditer(ground.text):
        named = match.start("tail") - match.start("part") > 1 and match.end() not in taken
        if named and not ground.seeds.pattern("bodies.house_not").search(match["part"] + match["tail"]):
            yield _committee(ground, owner, match.start("part"), match["part"] + match["tail"], match["tail"])


def _speaker(bodies: list[Body]) -> Body | None:
    """A mention of the house whose paper this is, with its whole name."""
    own = [body for body in bodies if body.kind in _HOUSES and body.strength == "strong" and _local(body)]
    counts = Counter(body.kind for body in own)
    most = max(sorted(counts), key=lambda kind: counts[kind], default="")
    if counts[most] < _OFTEN or 2 * counts[most] <= counts.total():
        return None
    return next(body for body in own if body.kind == most)


def _local(body: Body) -> bool:
    return body.jurisdiction not in ("", "全国")


def _name(ground: Ground, match: re.Match[str]) -> str:
    """The name that ends with the committee's last word, back to a function word or a verb; empty where it is none."""
    start, end = match.span("tail")
    while start > 0 and end - start < _LONGEST:
        word = ground.words[ground.word_at(start - 1)]
        joined = word.form in ("和", "与") and start < match.start("tail")
        if (ground.joins(word) and not joined) or ground.acts(word):
            break
        start = word.start
    name = ground.text[start:end].lstrip("和与")
    known = ground.ending("body_forms", end)
    listed = any(name == word.form and word.kind in _HOUSES for word in ground.seeds.words("body_parts"))
    plain = (known and known.end - known.start >= len(name)) or ground.seeds.pattern("bodies.house_not").search(name)
    return "" if (plain and not listed) or len(name) <= len(match["tail"]) + 1 else name


def _committee(ground: Ground, owner: Body, start: int, name: str, tail: str) -> Body:
    """The committee as a part of the house."""
    part = ground.starting("body_parts", start, owner.kind)
    known = part is not None and part.end == start + len(name)
    made = forms.part_of(owner, part) if part and known else units.committee(ground, owner, name[: -len(tail)], tail)
    return made.renamed(start, start + len(name), name)
