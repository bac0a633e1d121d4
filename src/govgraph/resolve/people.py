"""The same name is not the same person: who is joined with whom, who is kept apart, and who may be the same.

*Joined* on evidence: the same post or body in years that fit; the same place, where both lead it, or where one document
gives the name alone and the name is long enough to be rare or the other leads. *Kept apart*, whatever else speaks for
it: another stated gender or ethnic group, two people of one document, acts of one day in two provinces, more than a
working life between. Everything else in one region is *unsure*: two nodes and ``possiblySame``.

What is promised of keys: the key of a person is the smallest of the keys that the joined evidence gives by itself
(see :mod:`govgraph.resolve.profiles`), so adding or removing documents leaves it as it is, unless a document shows
that two known people are one (the larger key is replaced by the smaller) or that one is two (those whom evidence tells
apart get keys of their own). Either way the key that was given up stays as ``replacedBy``; of marks that years make the
first and the last of a stretch are remembered, not those between.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from govgraph.model import Key, Link
from govgraph.resolve.clusters import Clusters
from govgraph.resolve.judgements import Judgements
from govgraph.resolve.profiles import CAREER, NEAR, Profile

RARE = 3  # characters of a name that few people of one place share
CROWD = 40  # bearers of a name in one region beyond which "possibly the same" says nothing


@dataclass(frozen=True, slots=True)
class People:
    """The outcome: which key each person of each document gets, and what is left to say."""

    keys: Mapping[tuple[str, Key], Key]
    links: tuple[Link, ...]


def judge(one: Profile, two: Profile) -> str:
    """Same (strong), likely (same unless something else), unsure, different, or nothing to say."""
    if _different(one, two):
        return "different"
    near = _gap(one, two) <= NEAR
    if near and (set(one.posts) & set(two.posts) or set(one.bodies) & set(two.bodies)):
        return "same"
    if one.key == two.key and not one.open:
        return _at_home(one, two) if near else "unsure"
    return "unsure" if _same_region(one, two) else ""


def _at_home(one: Profile, two: Profile) -> str:
    """Two bearers of a name in one place."""
    if one.bodies and two.bodies:
        return "same" if one.leads and two.leads else "unsure"
    if not one.bodies and not two.bodies:
        return "same" if len(one.key.name) >= RARE else "likely"
    return "same" if one.leads or two.leads else "likely" if len(one.key.name) >= RARE else "unsure"


def _different(one: Profile, two: Profile) -> bool:
    if (one.gender and two.gender and one.gender != two.gender) or (
        one.ethnicity and two.ethnicity and one.ethnicity != two.ethnicity
    ):
        return True
    if one.alone and two.alone and one.alone.partition("|")[0] == two.alone.partition("|")[0]:
        return True
    if _gap(one, two) > CAREER or _span(one, two) > CAREER:
        return True
    days = _provinces(one)
    return any(day in days and days[day].isdisjoint(there) for day, there in _provinces(two).items())


def _provinces(profile: Profile) -> dict[str, set[str]]:
    """The provinces in which a person acts, by day."""
    days: dict[str, set[str]] = defaultdict(set)
    for day, province in profile.days:
        days[day].add(province)
    return days


def _gap(one: Profile, two: Profile) -> int:
    """Years between what is said of both; 0 where they overlap or a date is missing."""
    if not one.first or not two.first:
        return 0
    return max(0, two.first - one.last, one.first - two.last)


def _span(one: Profile, two: Profile) -> int:
    years = [year for year in (one.first, one.last, two.first, two.last) if year]
    return max(years) - min(years) if years else 0


def _same_region(one: Profile, two: Profile) -> bool:
    """Places of one prefecture, or a province and a place in it."""
    low, high = sorted((one.key.scope, two.key.scope))
    if not (low[:2].isdigit() and high[:2].isdigit()):
        return one.key == two.key
    return low[:4] == high[:4] or (low[:2] == high[:2] and low[2:6] == "0000")


def people(found: Iterable[Profile], judgements: Judgements) -> People:
    """Decide for every name on its own."""
    names: dict[str, list[Profile]] = defaultdict(list)
    for profile in found:
        names[profile.key.name].append(profile)
    keys: dict[tuple[str, Key], Key] = {}
    links: set[Link] = set()
    for name in sorted(names):
        group = sorted(names[name])
        if len(group) == 1:  # as most are
            keys.update((source, group[0].key) for source in group[0].sources)
            continue
        clusters = _clustered(group, judgements)
        shared = _shared(clusters)
        for cluster, key in _named(clusters):
            keys.update((source, key) for profile in cluster for source in profile.sources)
            links.update(Link(old, "replacedBy", key) for old in _earlier(cluster, shared) if old != key)
        links |= _possibly(group, keys, judgements)
    known = set(keys.values())
    gone = (link for link in links if link.predicate != "replacedBy" or link.subject not in known)
    return People(keys, tuple(sorted(gone)))


def _shared(clusters: list[list[Profile]]) -> set[Key]:
    """The keys that the evidence of several clusters gives: some of them have borne a mark."""
    counts = Counter(key for cluster in clusters for key in {profile.key for profile in cluster})
    return {key for key, count in counts.items() if count > 1}


def _earlier(cluster: list[Profile], shared: set[Key]) -> set[Key]:
    """The keys under which the people of a cluster stand in a graph of fewer documents.

    Alone each has the key of its own evidence; beside a bearer of the same name whom nothing yet joins, the same with
    the mark of its post, of what is stated of it, or of its years.
    """
    own = {profile.key for profile in cluster}
    years = {str(year) for profile in cluster for year in (profile.first, profile.last) if year}
    for profile in cluster:
        if len(cluster) > 1 or profile.key in shared:
            key, marks = profile.key, _marks(profile, years if profile.key in shared else set())
            own |= {Key(key.kind, key.name, f"{key.scope}#{mark}") for mark in marks}
    return own


def _marks(profile: Profile, years: set[str]) -> set[str]:
    """What may have told a bearer from others in a smaller graph: a post; beside rivals what else is known."""
    marks = {min(post.name for post in profile.posts)} if profile.posts else set()
    if years:
        marks |= {profile.gender, profile.ethnicity} - {""}
        marks |= {f"{mark}/{year}" for mark in marks for year in years} | (set() if profile.posts else years)
    return marks


def _clustered(group: list[Profile], judgements: Judgements) -> list[list[Profile]]:
    """The profiles of one name in clusters; numbers stand for profiles here."""
    said = {pair: judge(group[pair[0]], group[pair[1]]) for pair in _pairs(group)}
    decided = {pair: judgements.verdict(group[pair[0]].key, group[pair[1]].key) for pair in said}

    def apart(one: int, two: int) -> bool:
        return judgements.verdict(group[one].key, group[two].key) == "different" or _different(group[one], group[two])

    def odds(one: int, two: int) -> bool:
        return apart(one, two) or judge(group[one], group[two]) == "unsure"

    clusters = Clusters(range(len(group)), apart)
    for wanted in (decided, said):
        for pair in sorted(pair for pair, verdict in wanted.items() if verdict == "same" and decided[pair] != "unsure"):
            clusters.join(*pair)
    clusters.join_all((pair for pair, verdict in said.items() if verdict == "likely" and not decided[pair]), odds)
    return [[group[index] for index in cluster] for cluster in clusters.all()]


def _pairs(group: list[Profile]) -> Iterable[tuple[int, int]]:
    """Pairs that something could join: all of a small group, of a large one those with evidence in common."""
    if len(group) <= CROWD:
        return combinations(range(len(group)), 2)
    shared: dict[Key, list[int]] = defaultdict(list)
    for index, profile in enumerate(group):
        for mark in {profile.key, *profile.posts, *profile.bodies}:
            shared[mark].append(index)
    return sorted({pair for rows in shared.values() for pair in combinations(rows, 2)})


def _named(clusters: list[list[Profile]]) -> list[tuple[list[Profile], Key]]:
    """A key for each cluster: the smallest of its own, with a mark where two clusters would share it."""
    claimed: dict[Key, list[list[Profile]]] = defaultdict(list)
    for cluster in clusters:
        claimed[min(profile.key for profile in cluster)].append(cluster)
    named: list[tuple[list[Profile], Key]] = []
    for key in sorted(claimed):
        rivals = claimed[key]
        marks = [_mark(cluster, rivals) if len(rivals) > 1 else "" for cluster in rivals]
        for cluster, mark in zip(rivals, marks, strict=True):
            unique = mark if marks.count(mark) < 2 else f"{mark}/{_since(cluster) or min(cluster).sources[0][0]}"
            named.append((cluster, Key(key.kind, key.name, f"{key.scope}#{unique}" if unique else key.scope)))
    return named


def _mark(cluster: list[Profile], rivals: list[list[Profile]]) -> str:
    """What tells one bearer from the others: a stated attribute, a post, the years; empty for the bare name."""
    for name in ("gender", "ethnicity"):
        values = [max(getattr(profile, name) for profile in rival) for rival in rivals]
        own = max(getattr(profile, name) for profile in cluster)
        if own and len({value for value in values if value}) > 1:
            return str(own)
    posts = sorted(post.name for profile in cluster for post in profile.posts)
    if posts:
        return posts[0]
    latest = max(_since(rival) for rival in rivals if not any(profile.posts for profile in rival))
    return str(_since(cluster) or "") if _since(cluster) != latest else ""


def _since(cluster: list[Profile]) -> int:
    """The first year that is told of a cluster; 0 where none is."""
    return min((profile.first for profile in cluster if profile.first), default=0)


def _possibly(group: list[Profile], keys: Mapping[tuple[str, Key], Key], judgements: Judgements) -> set[Link]:
    """Pairs of people whom nothing tells apart and nothing joins."""
    final = [keys[profile.sources[0]] for profile in group]
    if len(set(final)) > CROWD:
        return set()
    different: set[frozenset[Key]] = set()
    unsure: set[frozenset[Key]] = set()
    for (one, first), (two, second) in combinations(zip(group, final, strict=True), 2):
        decided = judgements.verdict(one.key, two.key)
        verdict = decided or judge(one, two)
        if first != second and verdict:
            (different if verdict == "different" else unsure).add(frozenset((first, second)))
    pairs = (sorted(pair) for pair in unsure - different)
    return {Link(low, "possiblySame", high) for low, high in pairs}
