"""Bodies that a title calls by their kind alone: 该院|党组书记, and 秘书长、办公厅|主任 of a committee or government.

In a row of offices of an institution, those that cannot be in the department named last are in the institution itself:
某公司办公室主任、|人力资源部部长、|党委委员.

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
HOUSES = ("enterprise", "school", "hospital", "university")
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


def whole(register: Register, post: Token, seat: Token, seeds: Seeds) -> Key | None:
    """The institution of the department that the last title leaned on, for a title of another part of it."""
    draft = register.drafts.get(seat.key) if seat.key else None
    if draft is None or draft.attrs.get("kind") != "department" or seat.end >= post.start:
        return None
    string = register.prose.text.string
    other = seeds.pattern("posts.other_part").search(string, max(0, post.start - SIZE), post.start)
    if not other and not seeds.pattern("posts.of_party").match(post.mention.name):
        return None
    houses = (key for key, each in register.drafts.items() if each.attrs.get("kind") in HOUSES)
    inside = (key for key in houses if key != seat.key and draft.label.startswith(register.drafts[key].label))
    return max(inside, key=lambda key: (len(key.name), key), default=None)
