"""Administrative divisions that the gazetteer knows: 吉林市龙潭区江北乡, 舒兰, 驰援湖北.

A full name counts where no word reaches over its left edge and where its last word does not belong to the next
(北京市 of 北京市场). Names that stand one right after the other are a chain: each narrows the candidates of the next,
and is written down as its parent. A bare stem counts where it fills whole words and no noun follows (not 吉林 of
吉林石化). Provinces and prefectures then stand for themselves; counties are weak, until the document names the same
division, its prefecture or a part of it in full.

It does not choose among divisions of the same name that the chain leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govgraph.find.places_ground import Ground, known
from govgraph.gazetteer import Gazetteer, Name, short
from govgraph.model import Mention
from govgraph.seeds import Seeds

BETWEEN = "、至—-"
KINDS = {"zone": "zone", "township_zone": "zone"}


def find(ground: Ground, seeds: Seeds) -> list[Mention]:
    """Mentions of known divisions, in order of the text."""
    found: list[Mention] = []
    for name in seeds.gazetteer.scan(ground.text):
        last = found[-1] if found and found[-1].end == name.start else None
        mention = _mention(name, last, ground, seeds)
        if mention is not None:
            found.append(mention)
    return list(_supported(found, ground, seeds.gazetteer))


def _mention(name: Name, last: Mention | None, ground: Ground, seeds: Seeds) -> Mention | None:
    if name.full and _joined(name, ground.text, seeds):
        name = _shortened(name, ground.text, seeds.gazetteer)
    form = ground.text[name.start : name.end]
    codes = _narrowed(name.codes, last, seeds.gazetteer)
    if not codes:
        return None
    attrs = _attributes(codes, last, seeds.gazetteer)
    if name.full:
        if last is None and ground.splits(name.start):
            return None
        alone = last is None and (form in seeds.forms("place_names", "generic") or _torn(name, ground))
        return Mention(name.start, name.end, "place", form, form, "division", "weak" if alone else "strong", attrs)
    strength = "strong" if codes[0].endswith("00") else "weak"
    if not ground.stands(name.start, name.end):
        if ground.splits(name.start) or ground.splits(name.end):
            return None
        strength = "weak"
    rule = "stem" if ground.stands(name.start, name.end) else "stem-before-noun"
    return Mention(name.start, name.end, "place", form, form, rule, strength, attrs)


def _torn(name: Name, ground: Ground) -> bool:
    """True of 和县 in 定江镇和县国土局: a name of two characters that is no word of its own."""
    word = ground.after(name.start)
    return name.end - name.start == 2 and (word is None or word.end != name.end)


def _joined(name: Name, text: str, seeds: Seeds) -> bool:
    """True of 北京市 in 北京市场."""
    return text[name.end - 1 : name.end + 1] in seeds.forms("place_names", "joint")


def _shortened(name: Name, text: str, gazetteer: Gazetteer) -> Name:
    stem = short(text[name.start : name.end])
    codes = tuple(d.code for d in gazetteer.stem(stem)) if stem else ()
    return Name(name.start, name.start + len(stem), tuple(c for c in codes if len(c) == 6), full=False)


def _narrowed(codes: tuple[str, ...], last: Mention | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The candidates inside the division written right before; all of them where none is inside."""
    if last is None:
        return codes
    above = last.get("codes").split("|")
    inside = tuple(c for c in codes if any(c != a and gazetteer.within(c, a) for a in above))
    return inside or codes


def _attributes(codes: tuple[str, ...], last: Mention | None, gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    division = gazetteer.by_code(codes[0])
    level = division.level if division else ""
    attrs = [("codes", "|".join(codes)), ("kind", KINDS.get(level, level))]
    if last is not None and any(gazetteer.within(codes[0], a) for a in last.get("codes").split("|")):
        attrs.append(("parent", last.name))
    return tuple(attrs)


def _supported(found: Sequence[Mention], ground: Ground, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Standing stems of counties become strong where the document vouches for them; candidates are narrowed."""
    full = [m.get("codes").split("|") for m in found if m.rule == "division"]
    sure = sorted({codes[0] for codes in full if len(codes) == 1 and not codes[0].endswith("0000")})
    parts = sorted({code for codes in full for code in codes})
    for index, mention in enumerate(found):
        codes = tuple(mention.get("codes").split("|"))
        inside = tuple(c for c in codes if any(gazetteer.within(c, larger) for larger in sure))
        vouched = inside or tuple(c for c in codes if any(gazetteer.within(part, c) for part in parts))
        attrs = mention.attrs
        if len(codes) > 1 and inside or mention.rule == "stem" and vouched:
            kept = _with_larger(codes, inside, parts, gazetteer) if inside else vouched
            attrs = (*_attributes(kept, None, gazetteer), *mention.attrs[2:])
        strength = mention.strength
        if mention.rule == "stem":
            word = ground.after(mention.start)
            common = word is not None and known(word) and not _listed(index, found, ground)
            strength = "strong" if not common and (vouched or strength == "strong") else "weak"
        yield replace(mention, strength=strength, attrs=attrs)


def _with_larger(
    codes: tuple[str, ...], inside: tuple[str, ...], parts: Sequence[str], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """吉林 may be the province too, where the city of that name is the one that the document names."""
    return tuple(c for c in codes if c in inside or any(gazetteer.within(i, c) for i in inside) and c in parts)


def _listed(index: int, found: Sequence[Mention], ground: Ground) -> bool:
    """True where another division stands one character away (全州、资源; 资源至兴安)."""
    here = found[index]
    before = index > 0 and found[index - 1].end + 1 == here.start and ground.text[here.start - 1] in BETWEEN
    after = index + 1 < len(found) and here.end + 1 == found[index + 1].start and ground.text[here.end] in BETWEEN
    return before or after
