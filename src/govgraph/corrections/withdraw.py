"""no-such-thing: what is no person, no body, no initiative … goes, and what was said of it goes with it.

A body takes its posts along. Documents that had it as their issuer, session or speaker stay without one. The line stays
in the corrections file, and its ruling says how much went; when the line is taken out, all of it is back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from govgraph.corrections.facts import Change, Names
from govgraph.corrections.journal import Decision, identity
from govgraph.model import Claim, Facts, Key


def withdraw(facts: Facts, decision: Decision, names: Names) -> Change:
    """The facts without a thing."""
    key = names.get(identity(decision.subject))
    if key is None:
        return facts, f"{decision.subject} is not in these documents"
    gone = {key} | {claim.subject for claim in facts.claims if claim.predicate == "postIn" and claim.object == key}
    return replace(
        facts,
        documents=tuple(document.rekeyed(lambda named: _kept(named, gone)) for document in facts.documents),
        things=tuple(thing for thing in facts.things if thing.key not in gone),
        claims=tuple(claim for claim in facts.claims if not _names(claim, gone)),
        figures=tuple(f._replace(reporter=_kept(f.reporter, gone)) for f in facts.figures if f.about not in gone),
        links=tuple(link for link in facts.links if not {link.subject, link.object} & gone),
    ), ""


def went(before: Facts, after: Facts) -> str:
    """What a decision took along, in numbers."""
    counts = (
        ("post", len(_lost(before.things, after.things)) - 1),
        ("claim", len(_lost(before.claims, after.claims))),
        ("figure", len(before.figures) - len(after.figures)),
    )
    return "with it went " + ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts)


def _lost(before: Iterable[object], after: Iterable[object]) -> list[object]:
    left = set(after)
    return [value for value in before if value not in left]


def _names(claim: Claim, gone: set[Key]) -> bool:
    return claim.subject in gone or claim.object in gone


def _kept(key: Key | None, gone: set[Key]) -> Key | None:
    return None if key in gone else key
