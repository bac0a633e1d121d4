"""Where the tenures of a document are, once all of it is read.

Takes the claims that somebody holds a post, and gives them with the post of a title that has no body, or that context
gave one, replaced by the one that the same person is said to hold by this title: 甲当选会长 of an association, and then
会长甲.
"""

from __future__ import annotations

from govgraph.model import Claim, Key
from govgraph.relate.naming import Register

Held = dict[tuple[Key, str], Key]


def settled(claims: list[Claim], register: Register) -> list[Claim]:
    """The claims; posts that nobody holds any more are forgotten."""
    titles = {claim.object: register.drafts[claim.object].attrs.get("title", "") for claim in claims}
    seated = _posts([c for c in claims if c.object in register.posts], titles)
    firm = _posts([c for c in claims if c.object in register.posts and _told(c)], titles)
    out = []
    for claim in claims:
        loose = claim.certainty == "context" and claim.rule.startswith("title")
        known = seated if claim.object not in register.posts else firm if loose else {}
        post = known.get((claim.subject, titles[claim.object]))
        out.append(claim._replace(object=post, certainty="context") if post else claim)
    left = {claim.object for claim in out}
    for claim in claims:
        if claim.object not in left:
            register.drafts.pop(claim.object, None)
            register.posts.pop(claim.object, None)
    return out


def _told(claim: Claim) -> bool:
    """True of what the text states, or says that somebody decided."""
    return claim.certainty == "stated" or claim.rule == "act"


def _posts(claims: list[Claim], titles: dict[Key, str]) -> Held:
    """The one post that each holds by a title."""
    posts: dict[tuple[Key, str], set[Key]] = {}
    for claim in claims:
        posts.setdefault((claim.subject, titles[claim.object]), set()).add(claim.object)
    return {pair: held.pop() for pair, held in posts.items() if len(held) == 1}
