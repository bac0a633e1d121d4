"""FollowTheMoney: one JSON object a line, as OpenSanctions, Aleph and their tools read it.

    Person, PublicBody (of enterprises and the like: Organization), Position, and an Occupancy for each tenure

A date stands as exactly as it is known, and an occupancy carries the words that say so as its summary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govgraph.model import Key, Tenure, Thing
from govgraph.publish.tables import Book

Entity = dict[str, Any]

_PUBLIC = frozenset(
    {
        *("party", "congress", "government", "cppcc", "supervision", "court", "procuratorate"),
        *("department", "grassroots", "delegation", "station"),
    }
)
_GENDERS = {"男": "male", "女": "female"}


def write(path: Path, book: Book) -> None:
    """Write every person, body, post and tenure."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in sorted(_entities(book), key=lambda entity: str(entity["id"])):
            file.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")


def _entities(book: Book) -> Iterator[Entity]:
    bodies = {claim.subject: claim.object for claim in book.facts.claims if claim.predicate == "postIn"}
    for thing in book.of_kind("Person"):
        said = {"gender": _GENDERS.get(thing.get("gender"), ""), "ethnicity": thing.get("ethnicity")}
        yield _entity(book, thing, "Person", said)
    for thing in book.of_kind("Body"):
        schema = "PublicBody" if thing.get("kind") in _PUBLIC else "Organization"
        yield _entity(book, thing, schema, {"jurisdiction": "cn"})
    for thing in book.of_kind("Post"):
        body = bodies.get(thing.key)
        said = {"country": "cn", "organization": _id(book, body) if body in book.things else ""}
        yield _entity(book, thing, "Position", said)
    yield from (_occupancy(book, tenure) for tenure in book.facts.tenures)


def _entity(book: Book, thing: Thing, schema: str, said: dict[str, str]) -> Entity:
    aliases = sorted({*thing.names, *thing.forms} - {thing.label, ""})
    properties = {"name": [thing.label], "alias": aliases, **{name: [value] for name, value in said.items()}}
    return _made(_id(book, thing.key), schema, properties)


def _occupancy(book: Book, tenure: Tenure) -> Entity:
    over = bool(tenure.removed) or tenure.status in ("removed", "former")
    quotes = sorted({book.source(claim.evidence)[3] for claim in tenure.claims})
    properties = {
        "holder": [_id(book, tenure.person)],
        "post": [_id(book, tenure.post)],
        "startDate": [tenure.appointed],
        "endDate": [tenure.removed],
        "date": sorted({tenure.first_seen, tenure.last_seen}),
        "status": ["ended" if over else "unknown"],
        "summary": quotes,
    }
    return _made("gg-tenure-" + book.iris.tenure(tenure).rpartition("/")[2], "Occupancy", properties)


def _made(name: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    kept = {key: [value for value in values if value] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _id(book: Book, key: Key | None) -> str:
    return f"gg-{key.kind.lower()}-{book.iris.thing(key).rpartition('/')[2]}" if key else ""
