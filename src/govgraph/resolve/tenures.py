"""Tenures across documents: all claims that one person holds one post, joined into one interval.

First and last seen are the dates of the documents that say so; appointed and removed come from acts, or from the term
that a roster gives. Former holders are not *seen* at the date of the document. What was only proposed is no tenure.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from govgraph.model import Claim, Facts, Key, Tenure
from govgraph.shelf import Room, kept

COMING = ("proposed", "planned", "rumoured")
BEGUN = ("appointed", "elected")
ENDED = ("removed", "former")


def tenures(facts: Facts, room: Room | None = None) -> Sequence[Tenure]:
    """One tenure for each person and post; claims are sorted by person, then by post."""
    held = (claim for claim in facts.claims if claim.predicate == "holds" and claim.status not in COMING)
    groups = groupby(held, key=lambda claim: (claim.subject, claim.object))
    return kept((_joined(*ends, list(claims)) for ends, claims in groups), room, Tenure)


def _joined(person: Key, post: Key, claims: list[Claim]) -> Tenure:
    seen = sorted(claim.asserted_on for claim in claims if claim.asserted_on and claim.status not in ENDED)
    begun = [c.valid_from or (c.asserted_on if c.status in BEGUN else "") for c in claims]
    ended = [c.valid_to or (c.asserted_on if c.status == "removed" else "") for c in claims]
    last = max(claims, key=lambda claim: (claim.asserted_on, claim))
    return Tenure(
        person,
        post,
        seen[0] if seen else "",
        seen[-1] if seen else "",
        min(filter(None, begun), default=""),
        max(filter(None, ended), default=""),
        last.status,
        tuple(sorted(claims)),
    )
