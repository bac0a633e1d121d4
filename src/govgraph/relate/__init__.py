"""Mentions to claims: who holds what, who takes part, who acts on which document; whose 市政府 it is.

The document's own context (whose 市委? which year? who speaks?) is settled here, inside the document,
so that *resolve* is a plain grouping by key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from govgraph.model import Claim, DocumentFacts, Extraction, Key, Mention, Prose, Thing
from govgraph.relate import articles, belonging, dating, letterhead, occasions, status, tables
from govgraph.relate.acts import Acts
from govgraph.relate.appointments import Appointments
from govgraph.relate.attends import Attendance
from govgraph.relate.context import Context
from govgraph.relate.delegates import delegates
from govgraph.relate.drafts import Bound
from govgraph.relate.figures import Figures
from govgraph.relate.holds import Holdings
from govgraph.relate.issuer import Issuer
from govgraph.relate.members import members
from govgraph.relate.naming import Register
from govgraph.relate.omissions import omissions
from govgraph.relate.people import bind_people, person_scopes
from govgraph.relate.quoting import quote
from govgraph.relate.rosters import read_rosters
from govgraph.relate.signatures import signatures
from govgraph.relate.structure import structure
from govgraph.relate.subjects import Subjects
from govgraph.relate.tasks import tasks
from govgraph.relate.tokens import Token
from govgraph.relate.years import Years
from govgraph.seeds import Seeds

__all__ = ["relate"]

GUESSED = ("issuer implied", "subject carried on")  # rules for actors that nothing in the sentence names
# A page that stands twice loses nothing when one copy goes.
REPEATED = "repeated"
Placed = TypeVar("Placed", Bound, Token, Mention)


def relate(prose: Prose, mentions: tuple[Mention, ...], seeds: Seeds) -> Extraction:
    """All that one document says, with the characters that say it."""
    parts = [_relate(*part, seeds) for part in articles.parted(prose, _apart(mentions), seeds)]
    return parts[0] if len(parts) == 1 else articles.united(parts, _kept(prose))


def _apart(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Without the places that begin inside the name of a person, or that are one no table has: 李|玉林, 俞越江.

    Nor with the people that only end the name of a campaign: “专家|百村行”.
    """
    tails = {m.end - 1: m.start + 1 for m in mentions if m.rule == "initiative.quoted" and m.strength == "strong"}
    torn = {m.name for m in mentions if m.kind == "person" and tails.get(m.end, m.start) < m.start}
    mentions = tuple(m for m in mentions if m.kind != "person" or m.name not in torn)
    inside = {at for m in mentions if m.kind == "person" for at in range(m.start + 1, m.end)}
    named = {m.name for m in mentions if m.kind == "person"}
    return tuple(
        m for m in mentions if m.kind != "place" or not (m.start in inside or (m.name in named and not m.get("codes")))
    )


def _relate(prose: Prose, mentions: tuple[Mention, ...], context: Context, seeds: Seeds) -> Extraction:
    """What one article says, mostly all of a document."""
    register = Register(prose, context, seeds)
    register.add(mentions)
    bind_people(register, mentions)
    issuer = Issuer(register, seeds)
    belonging.settle(register, issuer.key)
    occasions.settle(register)
    dating.settle(register)
    holdings = Holdings(register, issuer, seeds)
    appointments = Appointments(holdings, seeds)
    posts = [m for m in mentions if m.kind == "post"]
    subjects = Subjects(register, posts, seeds)
    charged = [*tasks(register, register.bound, seeds), *tables.charges(register, seeds)]
    acts = Acts(register, issuer, subjects, seeds)
    acts.charged = frozenset(claim.subject for claim in charged)
    attendance, figures = Attendance(register, posts, seeds), Figures(register, issuer, seeds)
    bound = _by_sentence(prose, register.bound)
    tokens = _by_sentence(prose, _tokens(register, mentions))
    counted = _by_sentence(prose, (m for m in mentions if m.kind == "quantity" and m.get("value")))
    generic = _by_sentence(prose, (m for m in mentions if m.get("generic")))
    for index, (start, end) in enumerate(prose.sentences):
        row = holdings.row(tokens[index])
        groups = list(row.groups())
        holdings.sentence(row, groups, end)
        appointments.sentence(row, groups, start, end)
        acts.sentence(start, end, bound[index])
        attendance.sentence(start, end, bound[index], bool(generic[index]))
        figures.sentence(start, end, bound[index], counted[index])
    read_rosters(holdings, _tokens(register, mentions))
    tables.members(holdings, _tokens(register, mentions), seeds)
    acted = _by_others(acts.claims) if acts.actors.told else acts.claims
    attended = [*attendance.claims, *delegates(register, seeds)]
    claims = [*holdings.settled(), *acted, *attended, *charged, *signatures(register, seeds)]
    rename = person_scopes(register, claims)
    claims = [*status.marked(claims, seeds), *structure(register)]
    missed = omissions(prose, seeds, claims)
    claims += _courses(register, Years(register, figures, mentions, seeds), seeds)
    return Extraction(
        _document(register, issuer, attendance, rename),
        tuple(sorted((_renamed_thing(thing, rename) for thing in register.things()), key=_by_key)),
        tuple(sorted({_renamed(claim, rename) for claim in claims}, key=_by_keys)),
        tuple(sorted(set(status.counted(figures.figures, seeds)))),
        tuple(sorted(register.ambiguous)),
        missed,
    )


def _by_others(claims: list[Claim]) -> list[Claim]:
    """Without the place that news are of, or who acted before, for what somebody else is said to carry out."""
    named = {c.subject for c in claims if c.predicate == "participant" and c.certainty == "stated"}
    implied = (c.predicate == "participant" and c.rule in GUESSED and c.subject in named for c in claims)
    return [claim for claim, drop in zip(claims, implied, strict=True) if not drop]


def _courses(register: Register, years: Years, seeds: Seeds) -> list[Claim]:
    """When each initiative is carried out and what its parts are, as far as the text says it."""
    initiatives = [b for b in register.bound if b.key.kind == "Initiative"]
    return [*years.claims(initiatives), *members(register, initiatives, seeds)]


def _by_key(thing: Thing) -> tuple[object, ...]:
    """The order of things; their keys decide it nearly always."""
    return thing.key, thing


def _by_keys(claim: Claim) -> tuple[object, ...]:
    """The order of claims."""
    return claim.subject, claim.predicate, claim.object, claim


def _tokens(register: Register, mentions: Iterable[Mention]) -> list[Token]:
    """People and bodies with their keys, posts as they stand."""
    named = [
        Token(b.start, b.end, b.mention.kind, b.mention, b.key)
        for b in register.bound
        if b.key.kind in ("Person", "Body") and b.mention.kind in ("person", "body")
    ]
    return sorted([*named, *(Token(m.start, m.end, "post", m) for m in mentions if m.kind == "post")], key=_place)


def _place(token: Token) -> tuple[int, int, str]:
    return token.start, token.end, token.kind


def _by_sentence(prose: Prose, items: Iterable[Placed]) -> dict[int, list[Placed]]:
    groups: dict[int, list[Placed]] = defaultdict(list)
    index = 0
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        while index < len(prose.sentences) and prose.sentences[index].end <= item.start:
            index += 1
        groups[index].append(item)
    return groups


def _renamed(claim: Claim, rename: Callable[[Key], Key]) -> Claim:
    subject, target = rename(claim.subject), rename(claim.object)
    if subject is claim.subject and target is claim.object:
        return claim
    return claim._replace(subject=subject, object=target)


def _renamed_thing(thing: Thing, rename: Callable[[Key], Key]) -> Thing:
    key = rename(thing.key)
    return thing if key is thing.key else thing._replace(key=key)


def _written(text: str) -> int:
    """Characters that are not blank."""
    return sum(map(len, text.split()))


def _kept(prose: Prose) -> int:
    """Characters that repair kept; what stands there twice is kept where it stands once, with its blanks counted."""
    repeated = sum(removal.characters for removal in prose.removals if removal.step.startswith(REPEATED))
    return min(_written(prose.document.text), _written(prose.text.string) + repeated)


def _document(
    register: Register, issuer: Issuer, attendance: Attendance, rename: Callable[[Key], Key]
) -> DocumentFacts:
    prose, context, seeds = register.prose, register.context, register.seeds
    document, site = prose.document, context.site
    genre = letterhead.genre(context.genre, context.title, prose.text.string, seeds)
    first = register.drafts[site.key].first if site and site.key in register.drafts else None
    return DocumentFacts(
        id=document.id,
        name=document.name,
        title=context.title,
        subtitle=letterhead.subtitle(prose),
        genre=genre,
        issuer=issuer.key,
        jurisdiction=site.key if site else None,
        evidence=quote(prose, first.start, first.end) if first else (),
        issued=context.issued,
        period=letterhead.period(prose, context.year, genre, seeds),
        session=attendance.main,
        speaker=rename(attendance.speaker) if attendance.speaker else None,
        number=letterhead.number(prose, seeds),
        encoding=document.encoding,
        format=document.format,
        characters=_written(document.text),
        kept=_kept(prose),
        removals=prose.removals,
        warnings=(*document.warnings, *prose.doubts),
    )
