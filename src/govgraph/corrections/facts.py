"""not-a-fact, rename, add: decisions on single facts and names, as pure functions on facts.

A claim is known again by its ends, its relation and the words it rests on, not by its IRI: the rule that finds it may
get another name. An added claim is what its line in the corrections file says: that line is its document and the
reason its evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from govgraph.corrections.journal import Decision, identity
from govgraph.model import VALUES, Claim, DocumentFacts, Evidence, Facts, Figure, Key, Thing
from govgraph.publish.iris import token
from govgraph.publish.terms import ACTS

CERTAINTY = "corrected"

# Which kinds a relation joins, as the ontology's shapes have them.
_ACTORS = ("Body", "Person", "Place")
_ENDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "holds": ("Person", ("Post",)),
    "participant": ("Initiative", _ACTORS),
    "leadBody": ("Initiative", _ACTORS),
    "attendee": ("Meeting", ("Person",)),
    **dict.fromkeys(ACTS, ("Instrument", ("Body", "Person", "Meeting"))),
}
ADDED = tuple(_ENDS)

Names = Mapping[str, Key]  # end of an IRI to what it names
Change = tuple[Facts, str]  # the facts after a decision, and why it had no effect


def quote_of(text: str) -> str:
    """How a quotation is named as evidence."""
    return f"quote/{token('Quote', text)}"


def figure_of(value: str, unit: str) -> str:
    """How a figure is told from others about the same thing."""
    return f"{value} {unit}".strip()


def misfit(subject: str, relation: str, target: str) -> str:
    """Why a relation cannot join two kinds; empty where it can."""
    if relation not in _ENDS:
        return f"{relation!r} is none of {', '.join(ADDED)}"
    first, second = _ENDS[relation]
    if subject != first or target not in second:
        return f"{relation} joins a {first} and a {' or '.join(second)}, not a {subject} and a {target}"
    return ""


def strike(facts: Facts, decision: Decision, names: Names) -> Change:
    """Take out a claim or a figure that is no fact."""
    about = names.get(identity(decision.subject))
    if about is None:
        return facts, f"{decision.subject} is not in these documents"
    if decision.relation == "figure":
        figures = tuple(f for f in facts.figures if not _is_struck_figure(f, decision, about))
        if len(figures) < len(facts.figures):
            return replace(facts, figures=figures), ""
    else:
        target = names.get(identity(decision.object))
        claims = tuple(c for c in facts.claims if not _is_struck(c, decision, about, target))
        if len(claims) < len(facts.claims):
            return replace(facts, claims=claims), ""
    return facts, "no document says so any more in these words"


def _is_struck(claim: Claim, decision: Decision, subject: Key, target: Key | None) -> bool:
    plain = claim.object.kind in VALUES and claim.object.name == decision.object
    same = (claim.subject, claim.predicate) == (subject, decision.relation) and (plain or claim.object == target)
    return same and _rests_on(claim.evidence, decision)


def _is_struck_figure(figure: Figure, decision: Decision, about: Key) -> bool:
    same = figure.about == about and figure_of(figure.value, figure.unit) == decision.object
    return same and _rests_on(figure.evidence, decision)


def _rests_on(evidence: tuple[Evidence, ...], decision: Decision) -> bool:
    """True where a claim rests on words that the decision was made on; without such words all are meant."""
    quotes = {each for each in decision.evidence if each.startswith("quote/")}
    return not quotes or not quotes.isdisjoint(quote_of(each.quote) for each in evidence)


def rename(facts: Facts, decision: Decision, names: Names) -> Change:
    """Call a thing by another name; the one it had stays among its names."""
    key = names.get(identity(decision.subject))
    if key is None:
        return facts, f"{decision.subject} is not in these documents"
    return replace(facts, things=tuple(_named(t, decision.object) if t.key == key else t for t in facts.things)), ""


def _named(thing: Thing, label: str) -> Thing:
    return thing._replace(label=label, names=tuple(sorted({*thing.names, thing.label} - {label})))


def add(facts: Facts, decision: Decision, names: Names, file: str) -> Change:
    """Say what no document says, on the word of whoever decided."""
    subject, target = (names.get(identity(end)) for end in (decision.subject, decision.object))
    if subject is None or target is None:
        missing = decision.subject if subject is None else decision.object
        return facts, f"{missing} is not in these documents"
    fault = misfit(subject.kind, decision.relation, target.kind)
    if fault:
        return facts, fault
    document, evidence = source(decision, file)
    day = decision.when[:10]
    claim = Claim(subject, decision.relation, target, (evidence,), "correction", CERTAINTY, asserted_on=day)
    return replace(
        facts,
        documents=tuple(sorted({*facts.documents, document}, key=lambda each: each.id)),
        claims=tuple(sorted({*facts.claims, claim})),
    ), ""


def source(decision: Decision, file: str) -> tuple[DocumentFacts, Evidence]:
    """A line of the corrections file as a document, and its reason as the evidence."""
    text = decision.text()
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
    before = "\t".join(text.split("\t")[:6]) + "\t"
    reason = text.split("\t")[6] or decision.decision
    start = len(before) if text.split("\t")[6] else text.index(decision.decision)
    document = DocumentFacts(
        digest, f"{file}:{decision.line}", issued=decision.when[:10], characters=len(text), kept=len(text)
    )
    return document, Evidence(digest, start, start + len(reason), reason)
