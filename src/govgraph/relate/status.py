"""What is denied, asked for, to come, or only hearsay: 未任命…, 建议市长出席…, 将出席…, 据传市政府开展….

Each statement is looked at in the sentence that it rests on. What is denied is no statement and goes; what is asked for
is *proposed*, what is to come *planned*, what is only told *rumoured*; a number that is expected says so in its
qualifier. A statement that has a status of its own, other than that it was done, keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph.model import Claim, Evidence, Figure
from govgraph.seeds import Seeds

NAMED = ("appointed", "elected", "removed")
DENIED = "denied"
CLAUSE_ENDS = "，。；\n"


def marked(claims: Iterable[Claim], seeds: Seeds) -> Iterator[Claim]:
    """The claims that are none by what stands around them, without the others."""
    for claim in claims:
        status = _status(claim, seeds) if claim.certainty != "inferred" else claim.status
        if status != DENIED:
            yield claim if status == claim.status else claim._replace(status=status)


def counted(figures: Iterable[Figure], seeds: Seeds) -> Iterator[Figure]:
    """The same for numbers."""
    for figure in figures:
        before = _before(figure.evidence[0]) + figure.measure if figure.evidence else ""
        if seeds.pattern("modality.fell_short").search(figure.measure):
            continue
        if seeds.pattern("modality.hearsay").search(before):
            yield figure._replace(status="rumoured")
        elif not figure.qualifier and (match := seeds.pattern("modality.expected").search(before)):
            yield figure._replace(qualifier=match["word"])
        else:
            yield figure


def _status(claim: Claim, seeds: Seeds) -> str:
    said = claim.evidence[0] if claim.evidence else None
    if said is None or claim.status == DENIED:
        return claim.status
    if seeds.pattern("modality.hearsay").search(_before(said) + said.quote):
        return "rumoured"
    if claim.predicate == "attendee":
        return _attending(_clause(said, claim.object.name), claim.status, seeds)
    if claim.predicate == "holds" and claim.status in NAMED:
        return _naming(_before(said), said.quote, claim.status, seeds)
    return claim.status


def _clause(said: Evidence, name: str) -> str:
    """The clause of a sentence that names somebody: who else was away says nothing of them."""
    sentence = _before(said) + said.quote + said.suffix
    at = sentence.find(name)
    start = max(sentence.rfind(mark, 0, max(at, 0)) for mark in CLAUSE_ENDS) + 1
    end = min((found for mark in CLAUSE_ENDS if (found := sentence.find(mark, max(at, 0))) >= 0), default=len(sentence))
    return sentence[start:end] if at >= 0 else ""


def _attending(sentence: str, status: str, seeds: Seeds) -> str:
    ways = (("away", DENIED), ("asked_to_attend", "proposed"), ("to_attend", "planned"))
    return next((told for name, told in ways if seeds.pattern(f"modality.{name}").search(sentence)), status)


def _naming(before: str, quote: str, status: str, seeds: Seeds) -> str:
    unnamed = seeds.pattern("modality.unnamed")
    if unnamed.search(before) or unnamed.search(quote):
        return DENIED
    return "proposed" if seeds.pattern("modality.to_name").search(before) else status


def _before(said: Evidence) -> str:
    """What stands before a stretch in its sentence, as far as it is kept."""
    text = said.prefix
    return text[max(text.rfind(mark) for mark in "。；\n") + 1 :]
