"""The key of a thing as its own document alone gives it: what other documents say never changes it.

* National bodies, companies and laws go without the name of the state and without the region of the document that
  names them: 国务院 is one body, 妇女权益保障法 and 中华人民共和国妇女权益保障法 are one law.
* Campaigns that the centre runs everywhere (``initiatives_national.csv``) belong to no region; every other initiative
  belongs to its owner (:mod:`govgraph.resolve.initiatives`), so that 双联系 of two cities, or two bureaus, are two.
* Titles that every place and year has (政府工作报告) belong to the place and year of their document, yearly meetings
  (全市经济工作会议) to the year; others that come again and again to their day (see relate).
* Former divisions are one place for every document (:mod:`govgraph.resolve.divisions`).
* In a document that does not say whose it is, initiatives, bodies and places without a place in their name stay its
  own: 高新区 or 双联系 of two such documents are two.
* Posts follow the key of their body.

People are not handled here: see :mod:`govgraph.resolve.people`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govgraph.model import DocumentFacts, Extraction, Key, Thing
from govgraph.resolve.initiatives import NATION, raised
from govgraph.resolve.language import Language
from govgraph.resolve.renaming import Rename, Steps, renamed

EVERYWHERE = ("university", "media", "party")  # kinds of bodies whose names are unique in the country
OF_BODIES = ("Post", "Initiative")  # kinds whose scope may be a body
OPEN = "?"  # begins the scope of a thing whose place its document leaves open


def canonical(extraction: Extraction, language: Language, *after: Rename) -> Extraction:
    """An extraction under keys that mean the same in every document, or what they are called after that."""
    placed = {claim.subject for claim in extraction.claims if claim.predicate == "jurisdiction"}
    keys = {
        thing.key: _key(thing, extraction.document, thing.key in placed, language)
        for thing in extraction.things
        if thing.key.kind not in ("Person", "Post")
    }
    keys.update({old: new for old, new in raised(extraction, language).items() if keys[old] == old})
    return language.former.placed(renamed(extraction, Steps(following(keys), *after).__getitem__))


def following(keys: Mapping[Key, Key]) -> Rename:
    """A renaming by table, in which a post, and an initiative of a body, goes with its body."""

    def rename(key: Key) -> Key:
        target = key if key.kind == "Post" else keys.get(key, key)
        if target.kind not in OF_BODIES or target.scope.count("|") < 2:
            return key if target == key else target  # most stay, and what is about them stays with them
        body = Key(*target.scope.split("|", 2))
        stands = keys.get(body, body)
        return target if stands == body else Key(target.kind, target.name, scope_of(stands))

    return rename


def scope_of(body: Key) -> str:
    """The scope of a post in a body."""
    return f"{body.kind}|{body.name}|{body.scope}"


def _key(thing: Thing, document: DocumentFacts, placed: bool, language: Language) -> Key:
    key = thing.key
    if key.scope.startswith(OPEN):
        return key
    match key.kind:
        case "Body":
            body = _body(key, placed, language)
            unique = placed or thing.get("kind") in EVERYWHERE or language.nationwide(body.name)
            return body if unique else _own(body, document)
        case "Initiative":
            everywhere = key.name in language.campaigns or key.scope == NATION
            return Key(key.kind, key.name) if everywhere else _own(key, document)
        case "Place":
            return language.former.key(key) or (key if key.name.isdigit() else _own(key, document))
        case "Instrument":
            return _instrument(key, document, language)
        case "Meeting":
            recurs = "@" not in key.scope and language.recurring_meeting.search(key.name)
            year = thing.get("date")[:4] or document.issued[:4] or document.period[:4]
            return Key(key.kind, key.name, _dated(key.scope, year)) if recurs and year else key
        case _:
            return key


def _own(key: Key, document: DocumentFacts) -> Key:
    """A name that the document does not say whose it is, in a document that does not say whose it is itself."""
    return key if key.scope or document.jurisdiction else Key(key.kind, key.name, OPEN + document.id[:10])


def _body(key: Key, placed: bool, language: Language) -> Key:
    bare = language.bare(key.name)
    if not placed and (bare != key.name or language.nationwide(bare)):
        return Key(key.kind, bare)
    return key


def _instrument(key: Key, document: DocumentFacts, language: Language) -> Key:
    """Laws and titles with a place of their own are unique; those that everybody has belong to their document's."""
    if language.own_instrument.search(key.name):
        own = document.jurisdiction.name if document.jurisdiction else OPEN + document.id[:10]
        place = key.scope if key.scope.isdigit() and len(key.scope) == 6 else own
        return Key(
            key.kind, _titled(key.name, place, language), _dated(place, (document.issued or document.period)[:4])
        )
    return Key(key.kind, language.bare(key.name))


def _titled(name: str, place: str, language: Language) -> str:
    """A title that every place has without the name of its place: 吉林市政府工作报告 is 政府工作报告 there."""
    gazetteer = language.former.gazetteer
    for prefix in (gazetteer.full_name(place), *(division.name for division in gazetteer.chain(place)[:1])):
        bare = name.removeprefix(prefix)
        if bare != name and language.own_instrument.search(bare):
            return bare
    return name


def _dated(scope: str, year: str) -> str:
    return f"{scope}@{year}" if year else scope


def names_by_key(extractions: Iterable[Extraction]) -> dict[Key, set[str]]:
    """What the things of all documents are called, by key."""
    names: dict[Key, set[str]] = {}
    for extraction in extractions:
        for thing in extraction.things:
            names.setdefault(thing.key, set()).update((thing.key.name, thing.label, *thing.names))
    return names
