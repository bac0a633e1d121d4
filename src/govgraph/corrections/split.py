"""split: one thing that is really two, parted by the documents or the words that are of the other one.

The parts are named in the line of the decision, one behind the other: ``doc/…`` for all that a document says of the
thing, ``doc/…+quote/…`` for what rests on these words of it. What is not named stays with the first. Both get
identities of their own, which are functions of the line alone, and the old one stays as replaced by both; so does that
of each post in a body.

Names stay with both, since nothing says which document gave them; of gender and ethnic group neither keeps what was
stated, because they may be the other one's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from govgraph.corrections.facts import Change, Names, quote_of
from govgraph.corrections.journal import Decision, identity
from govgraph.corrections.substitute import swapped
from govgraph.model import Claim, Evidence, Facts, Figure, Key, Link, Thing
from govgraph.publish.iris import Iris, is_code, token
from govgraph.resolve.gathering import figure_order

OWN = ("gender", "ethnicity")  # stated of one of the two, nobody knows of which
Sides = tuple[dict[Key, Key], dict[Key, Key]]  # old key to the key of what stays, and of what is of the other one


def split(facts: Facts, decision: Decision, names: Names) -> Change:
    """Two things in the place of one."""
    key = names.get(identity(decision.subject))
    if key is None:
        return facts, f"{decision.subject} is not in these documents"
    if key.kind == "Place" and is_code(key.name):
        return facts, "there is one division of an official code"
    chosen, sides = _Chosen.of(decision, facts), _sides(facts, key, decision)
    claims = {half for claim in facts.claims for half in _claims(claim, chosen, sides)}
    figures = [swapped(figure, sides[chosen.any(figure.evidence)]) for figure in facts.figures]
    halves = _halves(facts, chosen, sides, _told(claims, figures))
    for side, share in zip(sides, ("all", "nothing"), strict=True):
        if side[key] not in halves:
            return facts, f"{share} that is known of it rests on these documents or words"
    gone = {half for side in sides for half in side.values()} - halves.keys()
    return replace(
        facts,
        documents=tuple(swapped(document, sides[chosen.whole(document.id)]) for document in facts.documents),
        things=tuple(sorted([*(t for t in facts.things if t.key not in sides[0]), *halves.values()])),
        claims=tuple(sorted(claim for claim in claims if not {claim.subject, claim.object} & gone)),
        figures=tuple(sorted(figures, key=figure_order)),
        links=_links(facts.links, sides, halves),
    ), ""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the line says is of the other one."""

    documents: frozenset[str]
    words: frozenset[tuple[str, str]]  # document and quotation
    ends: Mapping[str, str]  # id of a document to the end of its IRI

    @classmethod
    def of(cls, decision: Decision, facts: Facts) -> _Chosen:
        parts = [part.partition("+") for part in decision.object.split()]
        return cls(
            frozenset(document for document, _, quote in parts if not quote),
            frozenset((document, quote) for document, _, quote in parts if quote),
            {document.id: Iris("", {}).document(document.id) for document in facts.documents},
        )

    def whole(self, document: str) -> bool:
        return self.ends.get(document, "") in self.documents

    def here(self, evidence: Evidence) -> bool:
        end = self.ends.get(evidence.document, "")
        return end in self.documents or (end, quote_of(evidence.quote)) in self.words

    def any(self, evidence: Iterable[Evidence]) -> bool:
        return any(map(self.here, evidence))


def _sides(facts: Facts, key: Key, decision: Decision) -> Sides:
    """The new keys of a thing, and of the posts in it."""
    mark = token("split", identity(decision.subject), decision.object)
    posts = {claim.subject for claim in facts.claims if claim.predicate == "postIn" and claim.object == key}

    def half(old: Key, sign: str) -> Key:
        whose = "" if old == key else old.scope
        return Key(old.kind, identity(decision.subject) if old == key else old.name, f"{whose}~{mark}{sign}")

    return tuple({old: half(old, sign) for old in (key, *sorted(posts))} for sign in ("-", "+"))  # type: ignore[return-value]


def _claims(claim: Claim, chosen: _Chosen, sides: Sides) -> Iterator[Claim]:
    """A claim about the one or about the other; what no document says (whose a post is) goes for both."""
    if claim.evidence:
        yield swapped(claim, sides[chosen.any(claim.evidence)])
    else:
        yield from (swapped(claim, side) for side in sides)


def _told(claims: Iterable[Claim], figures: Iterable[Figure]) -> dict[Key, list[Evidence]]:
    """What is said of each thing, in order; what is said of a post is said of its body, too."""
    told: dict[Key, set[Evidence]] = defaultdict(set)
    for claim in sorted(claims, key=lambda claim: claim.predicate == "postIn"):
        for key in (claim.subject, claim.object):
            told[key].update(claim.evidence)
        if claim.predicate == "postIn":
            told[claim.object].update(told[claim.subject])
    for figure in figures:
        for about in filter(None, (figure.about, figure.reporter)):
            told[about].update(figure.evidence)
    return {key: sorted(evidence) for key, evidence in told.items()}


def _halves(facts: Facts, chosen: _Chosen, sides: Sides, told: Mapping[Key, list[Evidence]]) -> dict[Key, Thing]:
    """The things that come of a thing and the posts in it; a half of which nothing is said is none."""
    things = [thing for thing in facts.things if thing.key in sides[0]]
    both = [
        _half(thing, side[thing.key], chosen, told.get(side[thing.key], []), other)
        for other, side in enumerate(sides)
        for thing in things
    ]
    return {half.key: half for half in both if half.documents or told.get(half.key)}


def _half(thing: Thing, key: Key, chosen: _Chosen, said: list[Evidence], other: int) -> Thing:
    """A thing as one of its two halves: where it is met, and the first words of each document that are left to it."""
    met = {evidence.document: evidence for evidence in reversed(said)}
    met |= {evidence.document: evidence for evidence in thing.evidence if chosen.here(evidence) == other}
    silent = {document for document in thing.documents if chosen.whole(document) == other}
    silent -= {evidence.document for evidence in thing.evidence}  # it is met there, and no words are kept
    return thing._replace(
        key=key,
        attrs=tuple((name, value) for name, value in thing.attrs if name not in OWN),
        documents=tuple(sorted((met.keys() & set(thing.documents)) | silent)),
        evidence=tuple(sorted(met[document] for document in met.keys() & set(thing.documents))),
    )


def _links(links: Iterable[Link], sides: Sides, known: Mapping[Key, Thing]) -> tuple[Link, ...]:
    """What was said of the old identity is said of both, and both replace it."""

    def halves(key: Key) -> list[Key]:
        return [side[key] for side in sides if side[key] in known] if key in sides[0] else [key]

    found: set[Link] = set()
    for link in links:
        ends = product(halves(link.subject), halves(link.object))
        found.update(Link(one, link.predicate, two) for one, two in ends)
    found |= {Link(old, "replacedBy", new) for side in sides for old, new in side.items() if new in known}
    return tuple(sorted(found))
