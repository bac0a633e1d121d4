"""Decisions of people, applied last on every build: same, different, unsure, not-a-fact, rename, add.

    corrections.tsv ─read→ Journal ─decide→ judgements ─resolve→ Facts ─apply→ Facts and a Ruling for each line

Reading is the one thing here that touches a file; the rest are functions of values. Nothing that was decided is dropped
in silence: each line gets a ruling, and one that had no effect, was overruled, or was made on a text that has changed
since says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from govgraph.corrections import facts as single
from govgraph.corrections import pairs
from govgraph.corrections.journal import ON_PAIRS, Decision, Journal
from govgraph.corrections.substitute import substituted, with_posts
from govgraph.model import Facts, Key, Link
from govgraph.publish.iris import Iris
from govgraph.resolve.contradictions import contradictions
from govgraph.resolve.language import Language
from govgraph.resolve.tenures import tenures
from govgraph.resolve.things import clashes
from govgraph.seeds import Seeds

__all__ = ["Ruling", "apply", "decide", "warnings"]

REPLACED = "replacedBy"
POSSIBLY = "possiblySame"


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """What became of one line."""

    line: int
    when: str
    author: str
    decision: str
    said: str  # the things and the relation, as the line has them
    reason: str
    state: str  # applied, stale, conflict, lost, damaged
    note: str = ""


def decide(journal: Journal, facts: Facts) -> Mapping[tuple[Key, Key], str]:
    """What resolve is to heed: judgements on the things that it would find without them."""
    if not any(decision.decision in ON_PAIRS for decision in journal.decisions):
        return MappingProxyType({})
    given_up = {Iris("", {}).thing(link.subject): link.subject for link in facts.links if link.predicate == REPLACED}
    return pairs.judgements(pairs.settle(journal.decisions, _keys(facts) | given_up))


def apply(journal: Journal, facts: Facts, seeds: Seeds | None = None) -> tuple[Facts, tuple[Ruling, ...]]:
    """The facts after all decisions, and what became of each."""
    if not journal.decisions:
        return facts, tuple(_damaged(journal))
    before = facts
    known = {_document(each.id) for each in facts.documents}
    settled = pairs.settle(journal.decisions, _keys(facts))
    table, refused = pairs.joined(settled)
    facts = _without_doubts(_one(facts, table), settled)
    names = _keys(facts)
    conflicts = dict((*settled.overruled, *refused))
    lost = dict(settled.lost)
    for decision in journal.decisions:
        facts, fault = _changed(facts, decision, names, journal.name)
        if fault:
            lost[decision] = fault
    if facts != before:  # what follows from claims and figures, follows from those that are left
        follows = (*contradictions(facts, Language.of(seeds)), *clashes(facts.things))
        facts = replace(facts, tenures=tenures(facts), contradictions=follows)
    rulings = [_ruling(each, conflicts.get(each, ""), lost.get(each, ""), known) for each in journal.decisions]
    return facts, tuple(sorted([*rulings, *_damaged(journal)]))


def warnings(rulings: Iterable[Ruling], name: str) -> tuple[str, ...]:
    """A warning for each line that did not simply apply."""
    return tuple(f"{name}:{each.line}: {each.state}: {each.note}" for each in rulings if each.state != "applied")


def _changed(facts: Facts, decision: Decision, names: single.Names, file: str) -> single.Change:
    match decision.decision:
        case "not-a-fact":
            return single.strike(facts, decision, names)
        case "rename":
            return single.rename(facts, decision, names)
        case "add":
            return single.add(facts, decision, names, file)
        case _:
            return facts, ""


def _keys(facts: Facts) -> dict[str, Key]:
    """The end of each IRI to what stands under it now, identities that were given up included."""
    iris = Iris("", {})
    keys = {iris.thing(thing.key): thing.key for thing in facts.things}
    for link in facts.links:
        if link.predicate == REPLACED:
            keys.setdefault(iris.thing(link.subject), link.object)
    return keys


def _document(id_: str) -> str:
    return Iris("", {}).document(id_)


def _one(facts: Facts, table: Mapping[Key, Key]) -> Facts:
    """Joined things under one key, with a link from each key that was given up."""
    full = with_posts(facts, table) if table else {}
    links = {Link(given_up, REPLACED, kept) for given_up, kept in full.items()}
    facts = substituted(facts, full)
    return replace(facts, links=tuple(sorted({*facts.links, *links}))) if links else facts


def _without_doubts(facts: Facts, settled: pairs.Pairs) -> Facts:
    """No "possibly the same" between things that somebody has told apart, or made one."""
    apart = {frozenset((one, two)) for decision, one, two in settled.standing if decision.decision == "different"}
    links = tuple(
        link
        for link in facts.links
        if link.predicate != POSSIBLY
        or (link.subject != link.object and frozenset((link.subject, link.object)) not in apart)
    )
    return replace(facts, links=links) if links != facts.links else facts


def _ruling(decision: Decision, conflict: str, lost: str, known: set[str]) -> Ruling:
    made_on = [each for each in decision.evidence if each.startswith("doc/")]
    gone = [each for each in made_on if each not in known]
    stale = f"{len(gone)} of the {len(made_on)} documents that it was made on are gone or changed" if gone else ""
    if conflict:
        return _told(decision, "conflict", conflict)
    if lost:
        return _told(decision, "lost", "; ".join(filter(None, (lost, stale))))
    return _told(decision, "stale", f"applied, but {stale}") if stale else _told(decision, "applied")


def _told(decision: Decision, state: str, note: str = "") -> Ruling:
    said = " ".join(filter(None, (decision.subject, decision.relation, decision.object)))
    return Ruling(decision.line, decision.when, decision.author, decision.decision, said, decision.reason, state, note)


def _damaged(journal: Journal) -> Iterable[Ruling]:
    return (Ruling(each.line, "", "", "", each.text, "", "damaged", each.fault) for each in journal.damaged)
