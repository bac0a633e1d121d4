"""The page of a thing: names, neighbourhood, facts with quotes, figures, timeline, documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govgraph.model import Contradiction, Key, Thing
from govgraph.publish.site.frame import framed
from govgraph.publish.site.known import Known, Pair, Ref
from govgraph.publish.site.picture import picture
from govgraph.publish.site.told import Group, Quote, Told, groups, quotes, told


class Moment(NamedTuple):
    """A dated statement in the timeline."""

    date: str
    title: Pair
    ref: Ref | None
    text: str
    status: Pair


class Doubt(NamedTuple):
    """Two statements that do not agree."""

    verdict: Pair
    what: str
    sides: tuple[Told | Ref | None, ...]


def thing_page(known: Known, thing: Thing) -> str:
    """The whole page."""
    found = groups(known, thing.key)
    values = {
        "me": known.ref(thing.key),
        "kind": known.pair("kinds", thing.key.kind),
        "iri": known.names.thing(thing.key),
        "others": sorted({*thing.names, *thing.forms} - {thing.label, ""}),
        "course": _course(known, thing),
        "groups": [group for group in found if group.name != "figure"],
        "figures": [group for group in found if group.name == "figure"],
        "picture": picture(found),
        "timeline": _timeline(found),
        "doubts": _doubts(known, thing.key),
        "links": _links(known, thing.key),
        "met": quotes(known, thing.evidence),
        "documents": _documents(known, thing.documents),
    }
    return framed("thing", thing.label, values, known)


def _course(known: Known, thing: Thing) -> list[tuple[Pair, Pair]]:
    """Level, owner, years and parts of an initiative."""
    first, last = thing.get("first_year"), thing.get("last_year")
    years = first if first == last else f"{first}–{last}"
    level = known.pair("levels", thing.get("level")) if thing.get("level") else ("", "")
    texts = {"owner": thing.get("owner"), "years": years, "parts": thing.get("parts")}
    rows = {"level": level} | {name: (text, text) for name, text in texts.items()}
    return [(known.pair("ui", name), said) for name, said in rows.items() if said[0]]


def _timeline(found: Iterable[Group]) -> list[tuple[str, list[Moment]]]:
    """Dated statements by year."""
    moments = {
        Moment(each.when, group.title, item.ref, item.note or f"{each.measure} {each.value}".strip(), each.status)
        for group in found
        for item in group.items
        for each in item.told
        if each.date
    }
    years: dict[str, list[Moment]] = {}
    for moment in sorted(moments, key=lambda each: (each.date.strip("–"), repr(each))):
        years.setdefault(moment.date.strip("–")[:4], []).append(moment)
    return list(years.items())


def _doubts(known: Known, key: Key) -> list[Doubt]:
    return sorted((_doubt(known, each) for each in known.doubts[key]), key=repr)


def _doubt(known: Known, each: Contradiction) -> Doubt:
    sides = sorted(
        (known.ref(side) if isinstance(side, Key) else told(known, [side])[0] for side in (each.one, each.two)),
        key=repr,
    )
    return Doubt(known.pair("verdict", each.verdict), f"{each.what} {each.period}".strip(), tuple(sides))


def _links(known: Known, key: Key) -> list[tuple[Pair, Ref]]:
    """What may be the same, what came before and after."""
    found = []
    for link in known.links[key]:
        other = {link.subject: link.object, link.object: link.subject}.get(key)
        ref = known.ref(other)
        if ref and link.predicate != "replacedBy":
            found.append((known.relation(link.predicate, back=link.object == key), ref))
    return sorted(set(found))


def _documents(known: Known, ids: Iterable[str]) -> list[Quote]:
    found = [known.document[each] for each in ids if each in known.document]
    ordered = sorted(found, key=lambda each: (each.issued, each.name))
    return [
        Quote("", each.issued, "", each.title or each.name, f"../{known.document_path(each.id)}") for each in ordered
    ]
