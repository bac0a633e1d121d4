"""same, different, unsure: what was decided on pairs, which decision stands, and who becomes one with whom.

The last decision on a pair stands; those before that said otherwise are conflicts, told and not dropped. *different* is
checked before any closure: of A = B, B = C and A ≠ C the equation that would break the difference is not followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govgraph.corrections.journal import ON_PAIRS, Decision, identity
from govgraph.model import Key

Pair = frozenset[Key]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The decisions on pairs of things that are there."""

    standing: tuple[tuple[Decision, Key, Key], ...]
    overruled: tuple[tuple[Decision, str], ...]  # and why
    lost: tuple[tuple[Decision, str], ...]  # of things that are not there


def settle(decisions: Iterable[Decision], keys: Mapping[str, Key]) -> Pairs:
    """Which decision on each pair stands."""
    last: dict[frozenset[str], Decision] = {}
    overruled: list[tuple[Decision, str]] = []
    for decision in decisions:
        if decision.decision not in ON_PAIRS:
            continue
        pair = frozenset((identity(decision.subject), identity(decision.object)))
        before = last.get(pair)
        if before and before.decision != decision.decision:
            overruled.append((before, f"line {decision.line} says {decision.decision}, and the later line stands"))
        last[pair] = decision
    standing: list[tuple[Decision, Key, Key]] = []
    lost: list[tuple[Decision, str]] = []
    for decision in sorted(last.values(), key=lambda each: each.line):
        one, two = (keys.get(identity(end)) for end in (decision.subject, decision.object))
        if one is None or two is None:
            missing = decision.subject if one is None else decision.object
            lost.append((decision, f"{missing} is not in these documents"))
        elif one.kind != two.kind:
            lost.append((decision, f"a {one.kind.lower()} and a {two.kind.lower()} cannot be compared"))
        elif one == two and decision.decision != "same":
            lost.append((decision, "they are still one thing: no document names them apart"))
        else:
            standing.append((decision, one, two))
    return Pairs(tuple(standing), tuple(overruled), tuple(lost))


def judgements(pairs: Pairs) -> dict[tuple[Key, Key], str]:
    """What resolve is to heed, each pair in order."""
    return {(min(one, two), max(one, two)): decision.decision for decision, one, two in pairs.standing}


def joined(pairs: Pairs) -> tuple[dict[Key, Key], tuple[tuple[Decision, str], ...]]:
    """Each key that another one replaces, and the decisions that a difference forbids."""
    homes: dict[Key, Key] = {}
    apart = [(one, two) for decision, one, two in pairs.standing if decision.decision == "different"]
    refused: list[tuple[Decision, str]] = []
    for decision, one, two in pairs.standing:
        kept, given_up = _root(homes, one), _root(homes, two)
        if decision.decision != "same" or kept == given_up:
            continue
        rivals = {frozenset((_root(homes, a), _root(homes, b))) for a, b in apart}
        if frozenset((kept, given_up)) in rivals:
            refused.append((decision, "it would make one of two things that another line calls different"))
        else:
            homes[given_up] = kept
    return {key: _root(homes, key) for key in homes}, tuple(refused)


def _root(homes: Mapping[Key, Key], key: Key) -> Key:
    while key in homes:
        key = homes[key]
    return key
