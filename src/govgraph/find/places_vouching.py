"""Which of the divisions of one name a document means, and which stems it vouches for: 永定区 beside 张家界日报.

Candidates are narrowed by what stands in full, then by the stem of a city or a province anywhere in the text. A stem of
a county becomes strong where the document names the same division, its prefecture or a part of it in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.find.places_ground import Ground, known
from govgraph.gazetteer import Gazetteer, short
from govgraph.model import Attributes, Mention
from govgraph.seeds import Seeds

BETWEEN = "、至—-"
UPPER = "00"  # how the code of a prefecture or a province ends, in its first six digits
SHORT = 2  # characters of 城区 and 郊区, which are said of many
KINDS = {"zone": "zone", "township_zone": "zone"}


def attributes(codes: tuple[str, ...], last: Mention | None, gazetteer: Gazetteer) -> Attributes:
    """Codes, kind and, where it is written right before, what a division lies in."""
    division = gazetteer.by_code(codes[0])
    level = division.level if division else ""
    attrs = [("codes", "|".join(codes)), ("kind", KINDS.get(level, level))]
    if last is not None and any(gazetteer.within(codes[0], a) for a in last.get("codes").split("|")):
        attrs.append(("parent", last.name))
    return tuple(attrs)


def supported(found: Sequence[Mention], ground: Ground, seeds: Seeds) -> Iterator[Mention]:
    """Candidates narrowed by what the document names in full; stems of counties that it vouches for become strong."""
    gazetteer = seeds.gazetteer
    full = [m.get("codes").split("|") for m in found if m.rule == "division" and m.strength == "strong"]
    sure = {codes[0] for codes in full if len(codes) == 1 and not codes[0].endswith("0000")}
    named = {code for codes in full for code in codes}
    parts = {division.code for code in sorted(named) for division in gazetteer.chain(code)}
    for index, mention in enumerate(found):
        kept, vouched = _vouched(mention, sure, named, parts, gazetteer)
        kept = _hinted(kept, mention.form, ground.text, gazetteer) if len(kept) > 1 else kept
        strong = mention.strength == "strong"
        if mention.rule == "stem":
            strong = ((strong or vouched) and not _word(index, found, ground)) or _served(mention, ground, seeds)
        elif mention.rule == "stem-before-noun":
            strong = _leads(index, found) or _second(index, found, ground)
        elif not strong and mention.get("kind") == "county" and len(mention.form) > SHORT:
            strong = _listed(index, found, ground, "strong")  # 泗水县、市中区
        if not strong and not set(kept) & named and _common(index, found, ground, seeds):
            continue
        attrs = (*attributes(kept, None, gazetteer), *mention.attrs[2:])  # the parent, if any, stays
        yield mention._replace(strength="strong" if strong else "weak", attrs=attrs)


def _vouched(
    mention: Mention, sure: set[str], named: set[str], parts: set[str], gazetteer: Gazetteer
) -> tuple[tuple[str, ...], bool]:
    """The candidates that the document leaves, and whether it names one of them in full, or a part or whole of it.

    A larger division that is named too stays beside the smaller one: 吉林 of 吉林市 may still be the province.
    """
    codes = tuple(mention.get("codes").split("|"))
    above = {code: {division.code for division in gazetteer.chain(code)} for code in codes}
    inside = [code for code in codes if above[code] & sure]
    if inside:
        return tuple(c for c in codes if c in inside or (c in named and any(c in above[i] for i in inside))), True
    around = tuple(code for code in codes if code in parts)
    return (around, True) if around and mention.rule == "stem" else (codes, bool(around))


def _hinted(codes: tuple[str, ...], form: str, text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The candidates whose city, or else province, the text has by its stem at least: 永定区 beside 张家界日报.

    The stem itself tells nothing of its county (长沙 of 长沙县).
    """
    above = {code: [short(d.name) for d in gazetteer.chain(code)[1:] if d.code.endswith("00")] for code in codes}
    if any(form in stems for stems in above.values()):
        return codes
    for wide in (False, True):
        told = tuple(c for c in codes if any(stem in text for stem in (above[c] if wide else above[c][:-1]) if stem))
        if told:
            return told
    return codes


def _word(index: int, found: Sequence[Mention], ground: Ground) -> bool:
    """True of a stem that is a common word (资源, 丰满) and has no other division beside it."""
    word = ground.after(found[index].start)
    return word is not None and known(word) and not _listed(index, found, ground)


def _common(index: int, found: Sequence[Mention], ground: Ground, seeds: Seeds) -> bool:
    """True of a stem that is only a word here (沿海资源开发): the document never names the county, nor a body of it."""
    codes = found[index].get("codes").split("|")
    stem = found[index].rule in ("stem", "stem-before-noun") and not any(code.endswith("00") for code in codes)
    return (
        stem and _word(index, found, ground) and not seeds.pattern("places.owns").match(ground.text, found[index].end)
    )


def _served(mention: Mention, ground: Ground, seeds: Seeds) -> bool:
    """True of a stem between a preposition and a verb of office, whatever word it is elsewhere: 在大同担任."""
    before, behind = ground.text[max(0, mention.start - 1) : mention.start], ground.text[mention.end : mention.end + 3]
    return seeds.pattern("places.served").fullmatch(f"{before}‹{mention.form}›{behind}") is not None


def _leads(index: int, found: Sequence[Mention]) -> bool:
    """True of 安徽 and 阜阳 in 安徽阜阳颍上县: a part of the division is named right after it."""
    after = found[index + 1] if index + 1 < len(found) else None
    return after is not None and after.start == found[index].end and after.get("parent") == found[index].name


def _second(index: int, found: Sequence[Mention], ground: Ground) -> bool:
    """True of 衡阳 in 岳阳、衡阳省域副中心: behind another city or province, whatever both are said to be."""
    here, last = found[index], found[index - 1] if index else None
    if last is None or last.end + 1 != here.start or ground.text[last.end] != BETWEEN[0] or last.strength != "strong":
        return False
    return all(mention.get("codes")[4:6] == UPPER for mention in (here, last))


def _listed(index: int, found: Sequence[Mention], ground: Ground, strength: str = "") -> bool:
    """True where another division (of this strength) stands one character away (全州、资源; 资源至兴安)."""
    here = found[index]
    before = index > 0 and found[index - 1].end + 1 == here.start and ground.text[here.start - 1] in BETWEEN
    after = index + 1 < len(found) and here.end + 1 == found[index + 1].start and ground.text[here.end] in BETWEEN
    before = before and strength in ("", found[index - 1].strength)
    return before or (after and strength in ("", found[index + 1].strength))
