"""What the map step brings home, in the order in which it comes, kept so that memory does not grow with the texts.

The text of a document goes to ``sources/`` at once, its extraction to a log. In memory stay names, hashes of files, and
eight bytes for each proven piece of evidence.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govgraph.engine import Outcome
from govgraph.errors import CheckError, InputError
from govgraph.extraction import Proven, Read, evidence_of
from govgraph.model import Claim, Evidence, Extraction, Facts, Failure, Figure, Thing
from govgraph.publish import sources
from govgraph.shelf import Log, Room
from govgraph.start import File


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that was read, and what was not."""

    extractions: Iterable[Extraction]
    failures: tuple[Failure, ...]
    inputs: tuple[tuple[str, str], ...]  # name and SHA-256 of each file that was read
    notes: tuple[str, ...]  # which texts came twice
    proofs: dict[str, array[int]]  # of each document the hashes of its proven evidence, sorted
    checked: int
    untrue: int

    def check(self, facts: Facts) -> None:
        """What is published rests on proven evidence alone."""
        for evidence in _resting(facts):
            known = self.proofs.get(evidence.document, array("q"))
            at = bisect_left(known, hash(evidence))
            if at == len(known) or known[at] != hash(evidence):
                place = f"{evidence.quote!r} in document {evidence.document}"
                raise CheckError(f"unproven evidence {place}: please report this")


def bring_home(outcomes: Iterable[Outcome[File, Read]], folder: Path, room: Room | None) -> Harvest:
    """Keep what comes, each text once; texts go to a folder."""
    log = Log[Extraction](room, Extraction)
    came: dict[str, list[tuple[str, str]]] = defaultdict(list)  # document to its names and their files
    proofs: dict[str, array[int]] = {}
    failures: set[tuple[str, str, int, Failure]] = set()
    inputs: list[tuple[str, str]] = []
    checked = untrue = 0
    for outcome in outcomes:
        name, path = outcome.item[1], str(outcome.item[0])
        if outcome.value is None:
            failures.add((name, path, 0, Failure(name, outcome.reason)))
            continue
        inputs.append((name, outcome.value.sha256))
        failures.update((name, path, number, each) for number, each in enumerate(outcome.value.failures))
        for proven in outcome.value.documents:
            document = proven.extraction.document
            came[document.id].append((document.name, name))
            log.add(proven.extraction)
            if document.id not in proofs:
                if proven.text or not sources.path(folder, document.id).exists():  # workers elsewhere have written it
                    sources.write(folder, document.id, proven.text)
                proofs[document.id] = _hashes(proven)
                checked, untrue = checked + proven.checked, untrue + proven.untrue
    lost = tuple(each[3] for each in sorted(failures, key=lambda each: each[:3]))
    if lost and not proofs:
        raise InputError(f"nothing could be read, {len(lost)} files failed; {lost[0].name}: {lost[0].reason}")
    return Harvest(log, lost, tuple(sorted(inputs)), tuple(_notes(came)), proofs, checked, untrue)


def _hashes(proven: Proven) -> array[int]:
    return array("q", sorted(map(hash, evidence_of(proven.extraction))))


def _notes(came: dict[str, list[tuple[str, str]]]) -> Iterator[str]:
    twice = ((first, again) for names in came.values() for first, *more in [sorted(names)] for again in more)
    for first, (_, file) in sorted(twice, key=lambda pair: (pair[1][1], pair[0])):
        yield f"{file}: the same text as {first[0]}, read once"


def _resting(facts: Facts) -> Iterator[Evidence]:
    """Every piece of evidence that something rests on."""
    groups: tuple[Iterable[Thing | Claim | Figure], ...] = (facts.things, facts.claims, facts.figures)
    yield from (evidence for values in groups for value in values for evidence in value.evidence)
    yield from (evidence for _, evidence, _ in facts.ambiguous)
    yield from facts.omissions
