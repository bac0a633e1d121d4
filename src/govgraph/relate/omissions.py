"""What was missed: sentences with a word that announces a fact, and no claim whose evidence lies in them."""

from __future__ import annotations

from collections.abc import Iterable

from govgraph.model import Claim, Evidence, Prose
from govgraph.relate.quoting import quote
from govgraph.seeds import Seeds


def omissions(prose: Prose, seeds: Seeds, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """Sentences that look as if they said something and yielded nothing."""
    claimed = sorted({(e.start, e.end) for claim in claims if claim.certainty != "inferred" for e in claim.evidence})
    cue = seeds.pattern("omissions.cue")
    found: list[Evidence] = []
    for start, end in prose.sentences:
        if cue.search(prose.text.string, start, end) is None:
            continue
        evidence = quote(prose, start, end)
        if not any(e.start < high and low < e.end for e in evidence for low, high in claimed):
            found += evidence[:1]
    return tuple(sorted(found))
