"""Bodies that a title calls by their kind alone: 该院|党组书记, and 秘书长、办公厅|主任 of a committee or government.

办公室 of no body before it is a matter of :mod:`govgraph.relate.seats`.
"""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.model import Key, Mention
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.tokens import Token
from govgraph.seeds import Seeds

LEADING = ("party", "congress", "cppcc", "government")
JOINT, SIZE = "、", 3  # between two titles, and the length of what offices are called
BEFORE = 6  # characters before a title in which it is said


def said(register: Register, post: Token, named: Sequence[Bound], seeds: Seeds) -> Key | None:
    """The body named last of the kind that stands for it."""
    string = register.prose.text.string
    kind = seeds.pattern("posts.said_body").search(string[max(0, post.start - BEFORE) : post.start])
    if kind is None:
        return None
    drafts = register.drafts
    return next(
        (b.key for b in reversed(named) if b.key in drafts and drafts[b.key].label.endswith(kind["kind"])), None
    )


def own(register: Register, post: Token, seat: Key | None, seeds: Seeds) -> Key | None:
    """The office of the body of the title right before: 区政协秘书长、|办公室|主任, 秘书长兼|办公室|主任."""
    string, low = register.prose.text.string, max(0, post.start - SIZE)
    name = string[low : post.start]
    listed = string[low - 1 : low] in {JOINT, *seeds.forms("grammar", "also")} and name in seeds.forms(
        "grammar", "own_office"
    )
    if seat is None or not listed or register.drafts[seat].attrs.get("kind") not in LEADING:
        return None
    label = register.drafts[seat].label + name
    key = register.thing(Key("Body", label, seat.scope), label, kind="department")
    return register.bind(Mention(low, post.start, "body", name, name, "office of seat"), key, form=False)
