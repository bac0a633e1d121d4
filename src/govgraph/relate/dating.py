"""What kind a meeting is and when it was held, and when a document came out: 1月16日，某市第十届人大第四次会议开幕.

The kind is in the word that a name ends in. A day counts that the sentence opens with or introduces, where the same
sentence says that the meeting takes place, or that the document is issued; the first of several is the day. A meeting
that is cited or attended, a document that is studied or passed, get none from that.
"""

from __future__ import annotations

from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register

BEFORE, BEHIND = 20, 20  # characters around a name that may say that it takes place
WAYS = {"Meeting": ("occasions.held", "occasions.opened"), "Instrument": ("occasions.issued", "occasions.came_out")}


def settle(register: Register) -> None:
    """Note kinds of meetings, and the first day that each meeting and document is told to be of."""
    kind = register.seeds.pattern("occasions.kind")
    for key, draft in register.drafts.items():
        if key.kind == "Meeting" and (match := kind.search(draft.label)):
            draft.attrs.setdefault("kind", str(match.lastgroup))
    for bound in register.bound:
        day = _day(register, bound) if bound.key.kind in WAYS else ""
        attrs = register.drafts[bound.key].attrs
        if day and day < attrs.get("date", "9"):
            attrs["date"] = day


def _day(register: Register, bound: Bound) -> str:
    """The day of a sentence that says that a meeting is held or a document issued."""
    string, seeds = register.prose.text.string, register.seeds
    day = register.days.said(bound.start)
    cited = seeds.pattern("attends.cited").match(string, bound.end)
    if not day or (cited and bound.key.kind == "Meeting"):
        return ""
    before, behind = (seeds.pattern(name) for name in WAYS[bound.key.kind])
    said = before.search(string, max(0, bound.start - BEFORE), bound.start)
    return day if said or behind.match(string[bound.end : bound.end + BEHIND]) else ""
