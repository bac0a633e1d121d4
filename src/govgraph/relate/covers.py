"""Which mentions of a sentence stand on their own, and not inside the name of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.relate.drafts import Bound

REPORT = "instrument.work_report"  # the rule of a report whose name is its body's


def outside(bound: Sequence[Bound], documents: Sequence[Bound], item: Bound) -> Sequence[Bound]:
    """Without the bodies whose reports are beside a document in a row: 县法院、县检察院工作报告."""
    reports = [d for d in documents if d != item and d.mention.rule == REPORT]
    inside = {b for b in bound for d in reports if b.key.kind == "Body" and d.start <= b.start and b.end <= d.end}
    return [b for b in bound if b not in inside] if inside else bound


def outermost(bound: Sequence[Bound], kind: str) -> Iterator[Bound]:
    """Mentions of a kind that do not lie inside a title in 《》 or inside a longer mention of the same kind."""
    covers = [b for b in bound if b.key.kind in (kind, "Instrument")]
    for item in covers:
        if item.key.kind == kind and not any(
            (c.start, c.end) != (item.start, item.end) and c.start <= item.start and item.end <= c.end for c in covers
        ):
            yield item
