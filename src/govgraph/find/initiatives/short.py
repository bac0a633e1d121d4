"""Short forms (简称): without the place, the company, the head noun or the note that the full name has.

甲县乙街九年一贯制学校 and 乙街九年一贯制学校 are one project in one document, and so are 甲公司丙生产线项目 and
丙生产线项目: the full name names both, the short forms go to ``names``. Some short forms are believed only where
the document has them: without 人大, 政协 or the stem of a place, what stands after a note (…（一期）老年楼项目), and
the note itself (…配套设施（甲东路）项目 and 甲东路项目). What is left must still say which one: a short form of
fields of work alone (道路工程), or one that two full names share, unites nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from govgraph.model import Mention
from govgraph.seeds import Seeds

WITHOUT_PLACE = 6  # characters that must be left
WITHOUT_OWNER = 8
SHORTEST = 4


def united(mentions: Iterable[Mention], earlier: Iterable[Mention], seeds: Seeds) -> list[Mention]:
    """The mentions, with the full name of what the document also calls by a short form, and with the short forms."""
    found = sorted(mentions)
    owners = {m.start: m for m in sorted(earlier) if m.kind == "body"}
    met = {m.name for m in found}
    full: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        if mention.rule.endswith("quoted"):
            continue
        sure = _sure(mention, owners.get(mention.start), seeds) if mention.get("kind") == "project" else set()
        for form in {*sure, *(_possible(mention.name, seeds) & met)} - {mention.name}:
            full[form].add(mention.name)
            forms[mention.name].add(form)
    names = {form: min(longer) for form, longer in full.items() if len(longer) == 1}
    return [_named(m, names.get(m.name, m.name), forms, seeds) for m in found]


def _sure(mention: Mention, owner: Mention | None, seeds: Seeds) -> set[str]:
    """The name without its place or its company."""
    cuts = {n.end for n in seeds.gazetteer.scan(mention.name[:8]) if n.start == 0 and n.full}
    left = {mention.name[cut:] for cut in cuts if len(mention.name) - cut >= WITHOUT_PLACE}
    if owner and len(mention.name) - len(owner.form) >= WITHOUT_OWNER and mention.name.startswith(owner.form):
        left.add(mention.name[len(owner.form) :])
    return {
        form for form in left if form[0] not in "、和及与" and not seeds.pattern("initiatives.all_common").search(form)
    }


def _possible(name: str, seeds: Seeds) -> set[str]:
    """Short forms that count where the document has them."""
    left = {name[n.end :] for n in seeds.gazetteer.scan(name[:8]) if n.start == 0}
    left |= {seeds.pattern("initiatives.house_first").sub("", name), name.removesuffix("工程")}
    left.add(seeds.pattern("initiatives.road_full").sub("", name))
    note = seeds.pattern("initiatives.note").search(name)
    if note:
        left |= {note["after"], note["after"].removesuffix("工程"), note["note"] + note["after"]}
    return {form for form in left if len(form) >= SHORTEST}


def _named(mention: Mention, name: str, forms: dict[str, set[str]], seeds: Seeds) -> Mention:
    others = {*mention.get("names").split("|"), *forms.get(name, ()), mention.name} - {"", name}
    stem = seeds.pattern("initiatives.own_tail").sub("", name)
    if mention.rule == "initiative.work" and len(stem) > SHORTEST:
        specific = not seeds.pattern("initiatives.all_common").search(stem)
        others |= {stem} if stem != name and specific else set()
    attrs = {**dict(mention.attrs), "names": "|".join(sorted(others))}
    strength = mention.strength if name == mention.name else "strong"  # the full name vouches for the short one
    return mention._replace(name=name, strength=strength, attrs=tuple((k, v) for k, v in sorted(attrs.items()) if v))
