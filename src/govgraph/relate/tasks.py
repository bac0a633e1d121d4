"""Who is charged with what: 牵头单位：产业发展处；责任单位：…, and 由县水利局牵头，县农业农村局配合.

Office documents divide their tasks in brackets or at the end of a paragraph; what is charged is every initiative that
the paragraph names. A body that leads is a ``leadBody``, the others are participants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.model import Claim, Prose
from govgraph.relate.naming import Bound, Register
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds

CHARGES = (("tasks.lead", "leadBody"), ("tasks.by", "leadBody"), ("tasks.share", "participant"))


def tasks(register: Register, bound: Sequence[Bound], seeds: Seeds) -> list[Claim]:
    """The claims of all paragraphs that divide tasks."""
    prose = register.prose
    found: list[Claim] = []
    rows = sorted(b for b in bound if b.key.kind in ("Body", "Initiative"))
    index = 0
    for paragraph in prose.paragraphs:
        while index < len(rows) and rows[index].start < paragraph.start:
            index += 1
        inside = [b for b in rows[index:] if b.start < paragraph.end] if index < len(rows) else []
        initiatives = [b for b in inside if b.key.kind == "Initiative"]
        bodies = [b for b in inside if b.key.kind == "Body"]
        if initiatives and bodies:
            found += _divided(prose, paragraph.start, paragraph.end, initiatives, bodies, register, seeds)
    return found


def _divided(
    prose: Prose,
    start: int,
    end: int,
    initiatives: Sequence[Bound],
    bodies: Sequence[Bound],
    register: Register,
    seeds: Seeds,
) -> Iterator[Claim]:
    for name, predicate in CHARGES:
        for charge in seeds.pattern(name).finditer(prose.text.string, start, end):
            low, high = charge.span("who")
            for body in bodies:
                if low <= body.start and body.end <= high:
                    for item in initiatives:
                        if item.start < charge.start():
                            evidence = (*quote(prose, item.start, item.end), *quote(prose, *charge.span()))
                            yield Claim(
                                item.key,
                                predicate,
                                body.key,
                                evidence,
                                "task division",
                                "context",
                                "",
                                register.context.issued,
                            )
