"""Who was sent to which congress: lists below a heading that says so, as gazetteers have them.

    附2：青山县出席省代表大会代表名单
    省第三次代表大会（1956.7）　李某　王某

Whoever stands behind the name of a congress in the same paragraph, or below a heading that names one, takes part in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from govgraph.model import Claim
from govgraph.relate.drafts import Bound
from govgraph.relate.naming import Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

RULE = "list of delegates"
KINDS = ("Meeting", "Person")
END = "。"  # no line of a list ends so that names no congress


def delegates(register: Register, seeds: Seeds) -> Iterator[Claim]:
    """Attendance that lists of delegates tell."""
    string, heading = register.prose.text.string, seeds.pattern("attends.delegates")
    session, listed = None, False
    for paragraph in register.prose.paragraphs:
        text = string[paragraph.start : paragraph.end]
        headed = heading.search(text) is not None
        low = bisect_left(register.bound, paragraph.start, key=lambda b: b.start)
        high = bisect_left(register.bound, paragraph.end, key=lambda b: b.start)
        inside = [b for b in register.bound[low:high] if b.key.kind in KINDS] if headed or listed else []
        if headed:
            listed, session = True, next((b for b in inside if b.key.kind == "Meeting"), None)
            continue
        prose = text.rstrip().endswith(END) and all(b.key.kind == "Person" for b in inside)
        listed = listed and not prose and (bool(inside) or not text.strip())
        for item in inside if listed else ():
            if item.key.kind == "Meeting":
                session = item
            elif session is not None:
                yield _sent(register, session, item)


def _sent(register: Register, session: Bound, person: Bound) -> Claim:
    prose = register.prose
    evidence = (*quote(prose, session.start, session.end), *quote(prose, person.start, person.end))
    when = register.days.at(session.start)
    return Claim(session.key, "attendee", person.key, evidence, RULE, "context", "", when)
