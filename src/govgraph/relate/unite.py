"""Two names of one thing inside a document: 妇女权益保障法 and 中华人民共和国妇女权益保障法 are one law.

Things of one kind that share an unambiguous name are one. The fullest label stays as the label. Forms as written never
unite anything: 常委会 may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govgraph.model import Key

UNITED = ("Body", "Initiative", "Instrument", "Meeting")


def united(names: Mapping[Key, Iterable[str]]) -> dict[Key, Key]:
    """For each key the key that stands for it; ``names`` are the labels and unambiguous names of each."""
    parent = {key: key for key in names}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    owners: dict[tuple[str, str], Key] = {}
    for key in sorted(names):
        for name in sorted(set(names[key])) if key.kind in UNITED else ():
            other = owners.setdefault((key.kind, name), key)
            low, high = sorted((root(other), root(key)), key=_fullest)
            parent[high] = low
    return {key: root(key) for key in names}


def _fullest(key: Key) -> tuple[bool, bool, int, Key]:
    """Names whose place stays open last, and numbers of documents (〔2023〕5号) behind titles, then the longest."""
    return key.scope.startswith("?"), "〔" in key.name, -len(key.name), key
