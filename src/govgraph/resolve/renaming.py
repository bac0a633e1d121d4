"""New keys for old ones, everywhere in the values of one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from govgraph.model import Claim, Extraction, Figure, Key, Thing

Rename = Callable[[Key], Key]


class Steps(dict[Key, Key]):
    """Renamings one after the other, worked out once for each key: its ``__getitem__`` is one."""

    def __init__(self, *steps: Rename) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, key: Key) -> Key:
        new = key
        for step in self._steps:
            new = step(new)
        self[key] = new
        return new


def renamed(extraction: Extraction, rename: Rename) -> Extraction:
    """An extraction with every key replaced."""
    return replace(
        extraction,
        document=extraction.document.rekeyed(rename),
        things=tuple(thing(value, rename) for value in extraction.things),
        claims=tuple(claim(value, rename) for value in extraction.claims),
        figures=tuple(figure(value, rename) for value in extraction.figures),
    )


def thing(value: Thing, rename: Rename) -> Thing:
    """A thing under another key; most keys stay, and their values with them."""
    key = rename(value.key)
    return value if key is value.key else Thing(key, *value[1:])


def claim(value: Claim, rename: Rename) -> Claim:
    """A claim between the new keys."""
    subject, target = rename(value.subject), rename(value.object)
    same = subject is value.subject and target is value.object
    return value if same else Claim(subject, value.predicate, target, *value[3:])


def figure(value: Figure, rename: Rename) -> Figure:
    """A figure about the new key."""
    about, reporter = rename(value.about), rename(value.reporter) if value.reporter else None
    same = about is value.about and reporter is value.reporter
    return value if same else Figure(about, *value[1:10], reporter, *value[11:])
