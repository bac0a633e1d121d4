"""Decisions of people, applied last on every build: on two things, on one that is two or none, on facts and names.

    corrections.tsv ─read→ Journal ─decide→ judgements ─resolve→ Facts ─apply→ Facts and a Ruling for each line

What is split is split first, so that a half can be the same as something else; then pairs are joined; then comes the
rest, line by line. Reading is the one thing here that touches a file; all else is functions of values. Nothing that was
decided is dropped in silence: each line gets a ruling, and one that had no effect, was overruled, or was made on a
text that has changed since says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from govgraph.corrections import facts as single
from govgraph.corrections import pairs
from govgraph.corrections.journal import ON_PAIRS, Decision, Journal, identity
from govgraph.corrections.split import split
from govgraph.corrections.substitute import substituted, with_posts
from govgraph.corrections.withdraw import went, withdraw
from govgraph.model import Facts, Key, Link
from govgraph.publish.iris import Iris
from govgraph.resolve.contradictions import contradictions
from govgraph.resolve.courses import with_courses
from govgraph.resolve.language import Language
from govgraph.resolve.tenures import tenures
from govgraph.seeds import Seeds

__all__ = ["Ruling", "apply", "decide", "warnings"]

REPLACED = "replacedBy"
POSSIBLY = "possiblySame"
ON_IDENTITY = ("split", "no-such-thing")


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
    done = _Done()
    facts = _in_turn(facts, [each for each in journal.decisions if each.decision == "split"], done, journal.name)
    settled = pairs.settle(journal.decisions, _keys(facts))
    table, refused = pairs.joined(settled)
    facts = _without_doubts(_one(facts, table), settled)
    done.lost.update((decision, done.ended(decision) or fault) for decision, fault in settled.lost)
    facts = _in_turn(facts, [each for each in journal.decisions if each.decision != "split"], done, journal.name)
    if facts != before:  # what follows from claims and figures, follows from those that are left
        language = Language.of(seeds)
        facts = with_courses(facts, language)
        facts = replace(facts, tenures=tenures(facts), contradictions=contradictions(facts, language))
    conflicts = dict((*settled.overruled, *refused))
    rulings = [_ruling(each, conflicts.get(each, ""), done, known) for each in journal.decisions]
    return facts, tuple(sorted([*rulings, *_damaged(journal)]))


@dataclass
class _Done:
    """What became of the decisions so far."""

    lost: dict[Decision, str] = field(default_factory=dict)  # and why
    notes: dict[Decision, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)  # what stands no longer, and why

    def ended(self, decision: Decision) -> str:
        """Why one of the things of a decision stands no longer; empty where both may stand."""
        found = (self.ends.get(identity(end)) for end in (decision.subject, decision.object))
        return next(filter(None, found), "")

    def note(self, decision: Decision, before: Facts, after: Facts) -> None:
        """Remember what a decision put an end to."""
        if decision.decision == "split":
            self.ends[identity(decision.subject)] = f"{decision.subject} was split by line {decision.line}"
        if decision.decision == "no-such-thing":
            self.ends[identity(decision.subject)] = f"line {decision.line} says that there is no such thing"
            self.notes[decision] = went(before, after)


def _in_turn(facts: Facts, decisions: Iterable[Decision], done: _Done, file: str) -> Facts:
    """One decision after the other, each on what those before have left."""
    names = _keys(facts)
    for decision in decisions:
        if decision.decision in ON_PAIRS:
            continue
        fault = done.ended(decision)
        after, fault = (facts, fault) if fault else _changed(facts, decision, names, file)
        if fault:
            done.lost[decision] = fault
            continue
        done.note(decision, facts, after)
        facts = after
        if decision.decision in ON_IDENTITY:
            names = _keys(facts)
    return facts


def warnings(rulings: Iterable[Ruling], name: str) -> tuple[str, ...]:
    """A warning for each line that did not simply apply."""
    return tuple(f"{name}:{each.line}: {each.state}: {each.note}" for each in rulings if each.state != "applied")


def _changed(facts: Facts, decision: Decision, names: single.Names, file: str) -> single.Change:
    match decision.decision:
        case "split":
            return split(facts, decision, names)
        case "no-such-thing":
            return withdraw(facts, decision, names)
        case "not-a-fact":
            return single.strike(facts, decision, names)
        case "rename":
            return single.rename(facts, decision, names)
        case _:
            return single.add(facts, decision, names, file)


def _keys(facts: Facts) -> dict[str, Key]:
    """The end of each IRI to what stands under it now, identities that were given up to one other included."""
    iris = Iris("", {})
    keys = {iris.thing(thing.key): thing.key for thing in facts.things}
    heirs: dict[Key, list[Key]] = defaultdict(list)
    for link in facts.links:
        if link.predicate == REPLACED:
            heirs[link.subject].append(link.object)
    return {iris.thing(old): heir[0] for old, heir in heirs.items() if len(heir) == 1} | keys


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


def _ruling(decision: Decision, conflict: str, done: _Done, known: set[str]) -> Ruling:
    made_on = [each for each in decision.evidence if each.startswith("doc/")]
    gone = [each for each in made_on if each not in known]
    stale = f"{len(gone)} of the {len(made_on)} documents that it was made on are gone or changed" if gone else ""
    if conflict:
        return _told(decision, "conflict", conflict)
    if decision in done.lost:
        return _told(decision, "lost", "; ".join(filter(None, (done.lost[decision], stale))))
    note = done.notes.get(decision, "")
    if stale:
        return _told(decision, "stale", "; ".join(filter(None, (f"applied, but {stale}", note))))
    return _told(decision, "applied", note)


def _told(decision: Decision, state: str, note: str = "") -> Ruling:
    said = " ".join(filter(None, (decision.subject, decision.relation, decision.object)))
    return Ruling(decision.line, decision.when, decision.author, decision.decision, said, decision.reason, state, note)


def _damaged(journal: Journal) -> Iterable[Ruling]:
    return (Ruling(each.line, "", "", "", each.text, "", "damaged", each.fault) for each in journal.damaged)
