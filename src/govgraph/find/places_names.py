"""Places named by a head noun: 棋盘村, 越秀路, 鳌龙河, 红旗大桥, 冰雪试验区, 龙尾区, and coordinated forms.

A head noun (``seeds/words/place_suffixes.csv``) is looked up; the words before it make the name, as far to the left
as the grammar of :mod:`govgraph.find.places_ground` lets it reach. What kind of head it is decides what the words
must be: before one character (路, 河, 岛) a name or a word that no dictionary has; before a longer head at least one
word that is not general (not 城市 of 城市公园); before 村 or 镇 the same, in at most four characters.

It does not know whether the place exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govgraph.find.places_ground import Ground, Token, known
from govgraph.model import Mention
from govgraph.seeds import Hit, Seeds

LONGEST = {"single": 4, "division": 5, "named": 11, "zone": 11, "station": 4}
PEOPLE_TOO = "山江河湖峰泉岭溪港"  # heads that end personal names as well


def find(ground: Ground, seeds: Seeds, divisions: Sequence[Mention]) -> Iterator[Mention]:
    """Named places outside the gazetteer, and the coordinated ones."""
    floors = {m.end: m for m in divisions if m.rule == "division"}
    taken = {m.end for m in divisions if m.rule == "division"}
    for hit in _heads(seeds.scan(ground.text)):
        if hit.end in taken and hit.word.kind == "division":
            continue
        mention = _named(hit, ground, seeds, floors)
        if mention is not None:
            yield mention
    yield from _coordinated(ground, seeds)


def _heads(hits: Iterable[Hit]) -> list[Hit]:
    """The longest head that ends at each position."""
    longest: dict[tuple[int, str], Hit] = {}
    for hit in hits:
        if hit.list == "place_suffixes":
            key = (hit.end, "" if hit.word.kind != "whole" else "whole")
            if key not in longest or hit.start < longest[key].start:
                longest[key] = hit
    return [longest[key] for key in sorted(longest)]


def _named(hit: Hit, ground: Ground, seeds: Seeds, floors: dict[int, Mention]) -> Mention | None:
    kind = hit.word.kind
    if not _ends(hit, ground):
        return None
    floor = max((end for end in floors if hit.start - 12 <= end <= hit.start), default=0)
    stops = seeds.forms("place_stops", "stop")
    if kind == "whole":
        return _make(hit, hit.start, ground, floors.get(hit.start))
    words = _before(hit, ground, floor, stops, LONGEST[kind])
    generic = seeds.forms("place_stops", "generic")
    while words and words[0].word in generic and kind != "zone":
        words = words[1:]
    if not words or all(w.word in generic for w in words):
        return None
    fits = {"single": _single, "division": _division, "named": _general, "zone": _general, "station": _station}[kind]
    if not fits(hit, words, floor):
        return None
    follower = ground.after(hit.end)
    if follower is not None and follower.word in seeds.forms("place_stops", "body") and kind in ("single", "named"):
        return None
    return _make(hit, words[0].start, ground, floors.get(words[0].start))


def _ends(hit: Hit, ground: Ground) -> bool:
    """True where a word ends with the head, or the head of a division opens the next word (村委, 区委)."""
    if not ground.splits(hit.end):
        return True
    opened = next((t for t in ground.tokens(hit.start) if t.start == hit.start), None)
    return opened is not None and hit.word.kind == "division" and opened.word[-1] in "委府党"


def _before(hit: Hit, ground: Ground, floor: int, stops: frozenset[str], longest: int) -> tuple[Token, ...]:
    """The words of the name without its head; a word that the head ends is cut before it (卡岔 of 卡岔河)."""
    whole = next((t for t in ground.tokens(hit.start) if t.start < hit.start < t.end), None)
    if whole is None:
        return ground.reach(hit.start, floor, stops, longest)
    if whole.start < floor or whole.tag == "nr" or (known(whole) and len(hit.word.form) == 1):
        return ()
    cut = Token(whole.start, hit.start, whole.word[: hit.start - whole.start], whole.tag)
    left = ground.reach(whole.start, floor, stops, longest - len(cut.word))
    return (*left, cut)


def _single(hit: Hit, words: tuple[Token, ...], floor: int) -> bool:
    length = hit.start - words[0].start
    return not all(known(w) for w in words) and (length >= 2 or words[0].tag == "ns")


def _division(hit: Hit, words: tuple[Token, ...], floor: int) -> bool:
    length = hit.start - words[0].start
    if words[0].start == floor:
        return True
    if hit.word.form in ("市", "县", "区", "旗"):
        return length >= 2 and not any(known(w) for w in words)
    return length >= 2


def _general(hit: Hit, words: tuple[Token, ...], floor: int) -> bool:
    return hit.start - words[0].start >= 2


def _station(hit: Hit, words: tuple[Token, ...], floor: int) -> bool:
    return len(words) == 1 and words[0].tag == "ns"


def _make(hit: Hit, start: int, ground: Ground, parent: Mention | None) -> Mention:
    form = ground.text[start : hit.end]
    attrs = [("kind", hit.word.canonical)]
    if parent is not None:
        attrs.append(("parent", parent.name))
    return Mention(start, hit.end, "place", form, form, f"head-{hit.word.kind}", "strong", tuple(attrs))


def _coordinated(ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """龙尾、盐河两区: each member with the head that they share."""
    for match in seeds.pattern("places.shared_head").finditer(ground.text):
        head, at = match["head"], match.start("members")
        for index, member in enumerate(match["members"].split("、")):
            start, end = at, at + len(member)
            at = end + 1
            if index == 0:
                words = ground.reach(end, 0, seeds.forms("place_stops", "stop"), 4)
                if not words:
                    continue
                start = words[0].start
            form = ground.text[start:end]
            codes = tuple(d.code for d in seeds.gazetteer.named(form + head))
            attrs = ((("codes", "|".join(codes)),) if codes else ()) + (("kind", _kind(head)),)
            name = form if form.endswith(head) else form + head
            yield Mention(start, end, "place", form, name, "shared-head", "strong", attrs)


def _kind(head: str) -> str:
    return {"市": "county", "县": "county", "区": "county"}.get(head, "village" if head == "村" else "township")
