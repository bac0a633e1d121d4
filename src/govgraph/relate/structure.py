"""What follows from names alone: posts are in bodies, bodies belong to places, places lie within places."""

from __future__ import annotations

from itertools import pairwise

from govgraph.model import Claim, Key
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote


def structure(register: Register) -> list[Claim]:
    """postIn, jurisdiction and within: certain by the table of divisions or by the name itself."""
    claims = [_claim(register, post, "postIn", body, "post in body") for post, body in sorted(register.posts.items())]
    for body, home in sorted(register.homes.items(), key=lambda item: item[0]):
        if not home.national:
            place = register.division(home.code) if home.code else register.thing(home.key, home.full)
            claims.append(_claim(register, body, "jurisdiction", place, "name of body"))
    for key in sorted(k for k in register.drafts if k.kind == "Place" and k.name.isdigit()):
        claims += _within(register, key)
    return claims


def _within(register: Register, key: Key) -> list[Claim]:
    """One step up the table of divisions at a time, to the province."""
    chain = register.seeds.gazetteer.chain(key.name)
    places = [register.division(division.code) for division in chain]
    return [_claim(register, low, "within", high, "table of divisions") for low, high in pairwise(places)]


def _claim(register: Register, subject: Key, predicate: str, target: Key, rule: str) -> Claim:
    first = register.drafts[subject].first
    evidence = quote(register.prose, first.start, first.end) if first else ()
    return Claim(subject, predicate, target, evidence, rule, "inferred")
