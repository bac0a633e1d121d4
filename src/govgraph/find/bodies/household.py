"""The sections of an office, named without it: 责任单位：公共服务处、政策法规处; 征收管理科牵头; 免去其农金科科长.

* In a list, several of them, of the office that opens the document;
* alone, where a word of title, a verb or a pause follows: of the body that a section of this name was given to before
  (某检察院民行科 … 民行科), else of the one whose other section the sentence before names, else of a hospital or a
  court that was named last, else of the office that opens the document, else of the one it names most.

Sections of other offices named in the same list stay unread, because nothing tells them apart; without an owner
a section is anybody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import rjieba

from govgraph.find.bodies.body import Body
from govgraph.find.bodies.ground import Ground, Word

_HEAD = 160
_TITLE = 60  # characters in which a paper names whose it is
_SEVERAL = 3
_LISTING = ("department", "university", "hospital")
_KINDS = (*_LISTING, "court", "procuratorate", "enterprise", "school")
_TRADES = ("enterprise", "school")  # of which a text about others names many
_HOUSES = ("hospital", "court", "procuratorate")
_NEAR = 120  # characters back to such a body
_SHORTEST, _LONGEST = 3, 12
_PARTS = ("body.unit", "body.part")
_PHRASES = ("l", "i")  # 落到实处
_SECOND = 6  # characters between 和 and the head
_GOES_ON = frozenset("vdpcrxuatmf")  # first letters of the tags of words with which no noun goes on


def find(ground: Ground, bodies: list[Body]) -> Iterator[Body]:
    """Sections of the document's own office, and of those it speaks of."""
    strong = sorted((body for body in bodies if body.strength == "strong"), key=lambda b: (b.start, -b.end))
    yield from _listed(ground, strong)
    yield from _organs(ground, strong)
    yield from _single(ground, strong)


def _listed(ground: Ground, strong: list[Body]) -> Iterator[Body]:
    items = list(ground.seeds.pattern("bodies.own_section").finditer(ground.text))
    if len({item["unit"] for item in items}) < _SEVERAL:
        return
    office = next((body for body in strong if _opens(ground, body) and body.kind in _LISTING), None)
    for item in items if office else ():
        low, high = ground.word_at(item.start("unit")), ground.word_at(item.end("unit") - 1)
        if office and not any(ground.stops(word) for word in ground.words[low:high]):
            yield _section(office, *item.span("unit"), item["unit"])


def _organs(ground: Ground, strong: list[Body]) -> Iterator[Body]:
    """院党委, 集团工会, 校团委: of the institution of that kind that the document names first and most."""
    kinds = {word.form: word.canonical for word in ground.seeds.words("grammar", "house_class")}
    taken = {body.end for body in strong}
    for match in ground.seeds.pattern("bodies.own_organ").finditer(ground.text):
        owner = None if match.end() in taken else _institution(strong, kinds[match["house"]])
        if owner is not None:
            templates = tuple(template + match["organ"] for template in owner.templates)
            name, kind = owner.name + match["organ"], "party" if match["party"] else "department"
            yield Body(*match.span(), kind, owner.jurisdiction, templates, name, "body.household")


def _institution(strong: list[Body], kind: str) -> Body | None:
    """The one institution of a kind, or the first of several if it is named most; its parts are none."""
    own = [body for body in strong if body.kind in kind.split("|") and body.rule not in (*_PARTS, "body.branch")]
    counts = Counter(body.templates[0] for body in own)
    first = bool(own) and (own[0].start < _TITLE or counts[own[0].templates[0]] == max(counts.values()))
    return own[0] if first else None


def _single(ground: Ground, strong: list[Body]) -> Iterator[Body]:
    """Sections that stand alone; those that stand inside a body are not meant."""
    starts = [body.start for body in strong]
    owners = [body for body in strong if body.kind in _KINDS and body.rule not in _PARTS]
    for match in ground.seeds.pattern("bodies.own_unit").finditer(ground.text) if owners else ():
        end = match.end()
        start = _begin(ground, match.start()) if _ends(ground, match.start(), end) else end
        near = strong[max(0, bisect_left(starts, end) - 8) : bisect_left(starts, end)]
        name = ground.text[start:end]
        fits = _SHORTEST <= len(name) <= _LONGEST and not any(start < body.end for body in near)
        if not fits or ground.seeds.pattern("bodies.own_unit_not").search(name):
            continue
        known = next((unit for unit in strong if unit.end <= start and unit.name.endswith(name)), None)
        if known is not None:
            yield replace(known, start=start, end=end, rule="body.household")
        elif (owner := _owner(ground, owners, start)) is not None:
            yield _section(owner, start, end, name)


def _ends(ground: Ground, head: int, end: int) -> bool:
    """True where a name can end: before a title, a pause or a word that no noun goes on with; not 深处, 内科."""
    last, follows = ground.words[ground.word_at(end - 1)], ground.text[end : end + 2]
    if follows[:1] == "长" or follows == f"{ground.text[end - 1]}长":
        return follows[:1] != "长"  # 稽核科|科长, but 科长
    if last.end > end:
        return ground.says("head_follows", follows[:1]) or ground.coined(last)
    if end - head == 1 and len(last.form) == 2 and rjieba.has_word(last.form):
        return False
    after = ground.words[ground.word_at(end)] if follows else None
    return after is None or after.tag[0] in _GOES_ON or after.form in ground.seeds.forms("titles")


def _begin(ground: Ground, head: int) -> int:
    """Where the run of words begins that ends in the head: behind a pause, a function word or a verb that acts on it.

    Sections are called after what they do (征收, 查验), so the words may be verbs. What follows a place is no section
    but a body of its own, which others read.
    """
    start, first = head, None
    while start > 0 and head - start < _LONGEST:
        word = ground.words[ground.word_at(start - 1)]
        if word.tag in _PHRASES or ground.town_before(start) is not None:
            return head
        if (ground.acts(word) or ground.joins(word)) and not _joint(word, head):
            break
        start, first = word.start, word
    if first is None or any(start <= place < head for place in ground.place_after) or start in ground.place_before:
        return head
    if ground.text[first.start - 1 : first.start].isdigit():  # 1956|年设|交通科
        return first.end
    if ground.says("lead", first.form[0]) and ground.coined(first):
        return first.start + 1
    reached = len(first.form) > 1 and ground.says("toward", first.form[-1])  # 回到|稽核科
    return first.end if first.tag == "nr" or reached else start


def _joint(word: Word, head: int) -> bool:
    """和 between two nouns of a name: 货物|和|劳务税科."""
    return word.form == "和" and word.end < head and head - word.end < _SECOND


def _owner(ground: Ground, owners: list[Body], start: int) -> Body | None:
    """Whose section it is: of the house named just before, of the office that speaks, of the one that is spoken of."""
    before = [body for body in owners if body.end <= start]
    if before and before[-1].kind in _HOUSES and start - before[-1].end < _NEAR:
        return before[-1]
    opening = next((body for body in owners if _opens(ground, body)), None)
    counts = Counter(body.name for body in before if body.kind not in _TRADES)
    usual = max(counts, key=lambda name: (counts[name], name), default="")
    spoken_of = next((body for body in before if body.name == usual), None) if counts[usual] > 1 else None
    return opening or spoken_of


def _section(owner: Body, start: int, end: int, name: str) -> Body:
    """The section, called after its owner; 厅 of 厅办公室综合科 is the owner itself."""
    templates = tuple(template + name.removeprefix(template[-1]) for template in owner.templates)
    full = owner.name + name.removeprefix(owner.name[-1])
    return Body(start, end, "department", owner.jurisdiction, templates, full, "body.household")


def _opens(ground: Ground, body: Body) -> bool:
    """True of an office that begins one of the first lines."""
    line = ground.text.rfind("\n", 0, body.start) + 1
    return body.start < _HEAD and body.kind in _KINDS and body.start == line
