"""Bodies, initiatives, meetings and instruments across documents: who shares an unambiguous name is one thing.

As inside one document (see relate), but without regard to the order of documents, and only within one scope: 双联系 of
two places stay two, 政府工作报告 of two cities too. Renamed bodies are linked to their successors and never merged. One
name for two kinds of thing is reported, never dropped. The key that stands is that of the fullest name; one that is
given up stays as ``replacedBy``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from govgraph.model import Contradiction, Key, Link, Thing
from govgraph.resolve.canonical import OPEN
from govgraph.resolve.clusters import Clusters
from govgraph.resolve.judgements import Judgements
from govgraph.resolve.language import Language

UNITED = ("Body", "Initiative", "Instrument", "Meeting")
REFORMS = 6  # of the machinery of government, from 1982 to 2023, that one body may have gone through
REGION = 4  # digits of the code of a prefecture
CLASHING = ("Body", "Initiative", "Meeting", "Instrument", "Place")


def united(names: Mapping[Key, Iterable[str]], judgements: Judgements) -> dict[Key, Key]:
    """For each key that gives way the key that stands for it."""
    owners: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in sorted(names):
        for name in sorted(names[key]) if key.kind in UNITED and not key.scope.startswith(OPEN) else ():
            owners[key.kind, key.scope, name].append(key)
    pairs = [(keys[0], other) for _, keys in sorted(owners.items()) for other in keys[1:]]
    return joined(sorted(names), pairs, judgements)


def joined(keys: Sequence[Key], pairs: Iterable[tuple[Key, Key]], judgements: Judgements) -> dict[Key, Key]:
    """Keys that give way to another, by pairs that are the same; nobody joins what was decided to be different."""
    known = set(keys)
    clusters = Clusters(keys, lambda one, two: judgements.verdict(one, two) == "different")
    for one, two in pairs:
        if one in known and two in known and judgements.verdict(one, two) != "unsure":
            clusters.join(one, two)
    best = ((min(cluster, key=_fullest), cluster) for cluster in clusters.all() if len(cluster) > 1)
    return {key: stands for stands, cluster in best for key in cluster if key != stands}


def _fullest(key: Key) -> tuple[bool, bool, int, Key]:
    """Of people the smallest key, of other things the longest name; numbers of documents and what is open come last."""
    return key.scope.startswith(OPEN), "〔" in key.name, 0 if key.kind == "Person" else -len(key.name), key


def successions(things: Sequence[Thing], language: Language) -> Iterator[Link]:
    """Places and bodies that were renamed or taken over, where both the old and the new one are known here."""
    bodies = {(thing.key.name, thing.key.scope): thing.key for thing in things if thing.key.kind == "Body"}
    for (name, scope), key in bodies.items():
        known = (bodies.get((later, scope)) for later in _later(name, scope, bodies, language))
        yield from (Link(key, "succeededBy", later) for later in known if later is not None)
    for place in (thing.key for thing in things if thing.key.kind == "Place"):
        heirs = () if place.name.isdigit() else language.former.heirs(place)
        yield from (Link(place, "succeededBy", Key("Place", code)) for code in heirs)
        for code in heirs if len(heirs) == 1 else ():
            yield from _moved(bodies, place.name, code, language.former.gazetteer.full_name(code))


def _later(name: str, scope: str, bodies: Mapping[tuple[str, str], Key], language: Language) -> list[str]:
    """The names that a body got, one reform after the other, up to one that is known here."""
    names, last = [], [name]
    for _ in range(REFORMS):
        last = sorted({later for each in last for later in _next(each, language)})
        names += last
        last = [each for each in last if (each, scope) not in bodies]
    return names


def _next(name: str, language: Language) -> Iterator[str]:
    """The names of a body after one reform, by its longest known ending; 自然资源和规划局 is no 规划局 any more."""
    for cut in range(len(name)):
        ends = language.successors.get(name[cut:], ())
        if ends:
            yield from (name[:cut] + end for end in ends if not name.endswith(end))
            return


def _moved(bodies: Mapping[tuple[str, str], Key], old: str, code: str, new: str) -> Iterator[Link]:
    """Bodies of a former division, and those of the same kind where it was."""
    for (name, scope), key in bodies.items():
        later = bodies.get((name.replace(old, new, 1), code)) if scope == old else None
        if later is not None:
            yield Link(key, "succeededBy", later)


def clashes(things: Sequence[Thing]) -> Iterator[Contradiction]:
    """One name in one scope that is told of things of two kinds, in other words.

    What one stretch of text names twice is two things: the 产业园 that is being built and the place that it will be.
    """
    kinds: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.key.kind in CLASHING and thing.documents:
            kinds[thing.label, _place(thing)[:REGION]].append(thing)
    for (name, _), (first, *others) in sorted(kinds.items()):
        for other in others:
            places = sorted((_place(first), _place(other)))
            apart = other.key.kind == first.key.kind or not places[1].startswith(places[0])
            if not apart and _at(first).isdisjoint(_at(other)):
                yield Contradiction("type", "type", first.key, name, "", first.key, other.key)


def _place(thing: Thing) -> str:
    """The place in which a name is unique: of an initiative of a county the county, of a place its prefecture."""
    return thing.key.scope.rpartition("|")[2]


def _at(thing: Thing) -> set[tuple[str, int]]:
    """Where each document first names a thing; quotation marks around the name make no difference."""
    return {(each.document, each.end - len(each.quote) + len(each.quote.rstrip("”"))) for each in thing.evidence}
