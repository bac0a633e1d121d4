"""Who issues a notice whose title stands on a line of its own: the body that signs it.

A signature is a line of nothing but a body (or a row of bodies) right above a line of nothing but a date. It signs the
title above it that stands nearest; a title that begins with another body, or that stands in a sentence, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.model import Claim
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

BLANKS = " \u3000"


def signatures(register: Register, seeds: Seeds) -> Iterator[Claim]:
    """The claims that signatures make."""
    string = register.prose.text.string
    dated = seeds.pattern("signatures.dated")
    alone = [b for b in register.bound if b.key.kind in ("Body", "Instrument") and _alone(string, b)]
    titles = [b for b in alone if b.key.kind == "Instrument"]
    for body in alone:
        if body.key.kind == "Body" and dated.match(string, body.end):
            title = max((t for t in titles if t.end < body.start), key=lambda t: t.start, default=None)
            if title is not None and _signs(body, title, register.bound):
                evidence = (
                    *quote(register.prose, title.start, title.end),
                    *quote(register.prose, body.start, body.end),
                )
                when = register.days.at(body.start)
                yield Claim(title.key, "issuedBy", body.key, evidence, "signature", "stated", "", when)


def _alone(string: str, item: Bound) -> bool:
    """True for what fills its line, but for a number in brackets."""
    start, end = string.rfind("\n", 0, item.start) + 1, string.find("\n", item.end)
    rest = string[item.end : end if end >= 0 else None].strip(BLANKS)
    return not string[start : item.start].strip(BLANKS) and (not rest or (rest[0] + rest[-1]) in ("（）", "()", "〔〕"))


def _signs(body: Bound, title: Bound, bound: Sequence[Bound]) -> bool:
    """False under a title that begins with another body."""
    named = [b.key for b in bound if b.key.kind == "Body" and title.start <= b.start <= title.start + 1 < b.end]
    return not named or body.key in named
