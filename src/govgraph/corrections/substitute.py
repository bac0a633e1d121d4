"""Keys in the place of other keys, in all facts: what joining two things means for everything that names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from govgraph.model import Evidence, Facts, Key, Thing
from govgraph.resolve.gathering import figure_order

Value = TypeVar("Value")


def substituted(facts: Facts, table: Mapping[Key, Key]) -> Facts:
    """The facts with each key of a table replaced, and things that meet under one key joined."""
    if not table:
        return facts
    changed = {
        field.name: _once(swapped(tuple(getattr(facts, field.name)), table))
        for field in fields(facts)
        if field.name not in ("things", "claims")
    }
    changed["figures"] = tuple(sorted(changed["figures"], key=figure_order))
    claims = {swapped(claim, table) for claim in facts.claims}
    told = tuple(sorted(claim for claim in claims if claim.subject != claim.object))
    return replace(facts, things=_joined(facts.things, table), claims=told, **changed)


def with_posts(facts: Facts, table: Mapping[Key, Key]) -> dict[Key, Key]:
    """The table, and the posts of joined bodies: 市长 here and 市长 there are one post when here is there."""
    places = {claim.subject: claim.object for claim in facts.claims if claim.predicate == "postIn"}
    titles = {thing.key: thing.get("title", thing.label) for thing in facts.things if thing.key.kind == "Post"}
    first: dict[tuple[Key, str], Key] = {}
    full = dict(table)
    for post in sorted(places, key=lambda post: (places[post] in table, post)):  # posts of the kept body stay
        home = table.get(places[post], places[post])
        kept = first.setdefault((home, titles[post]), post) if post in titles else post
        if kept != post and (places[post] in table or places[kept] in table):
            full.setdefault(post, kept)
    return full


def _joined(things: Iterable[Thing], table: Mapping[Key, Key]) -> tuple[Thing, ...]:
    groups: dict[Key, list[Thing]] = defaultdict(list)
    for thing in things:
        groups[table.get(thing.key, thing.key)].append(thing)
    return tuple(_one(key, groups[key]) for key in sorted(groups))


def _one(key: Key, things: list[Thing]) -> Thing:
    """One thing of several: the one that keeps its key keeps its label, too."""
    if len(things) == 1 and things[0].key == key:
        return things[0]
    things = sorted(things, key=lambda thing: (thing.key != key, thing))
    label = things[0].label
    attrs: dict[str, str] = {}
    for name, value in (pair for thing in things for pair in thing.attrs):
        attrs.setdefault(name, value)
    names = {name for thing in things for name in (thing.label, *thing.names)} - {label}
    return Thing(
        key,
        label,
        tuple(sorted(names)),
        tuple(sorted({form for thing in things for form in thing.forms})),
        tuple(sorted(attrs.items())),
        tuple(sorted({document for thing in things for document in thing.documents})),
        tuple(sorted({evidence for thing in things for evidence in thing.evidence})),
    )


def swapped(value: Value, table: Mapping[Key, Key]) -> Value:
    """A value with every key in it replaced, however deep."""
    if isinstance(value, Evidence):
        return value
    if isinstance(value, Key):
        return table.get(value, value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = (swapped(each, table) for each in value)
        return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)  # type: ignore[return-value]
    if is_dataclass(value):
        record: Any = value
        said = {field.name: getattr(record, field.name) for field in fields(record)}
        fresh = {name: swapped(each, table) for name, each in said.items()}
        return replace(record, **fresh) if fresh != said else value
    return value


def _once(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Each once, in the order that they had."""
    return tuple(dict.fromkeys(values))
