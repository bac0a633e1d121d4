"""Two names of one thing inside a document: 妇女权益保障法 and 中华人民共和国妇女权益保障法 are one law.

Things of one kind that share an unambiguous name are one. The fullest label stays as the label. Forms as written never
unite anything: 常委会 may be anybody's. A company or a sight that is named once with its region before it and once
without is one too: 辽宁东方集团 and 东方集团.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from govgraph.model import Key
from govgraph.relate.drafts import OPEN, Draft
from govgraph.seeds import Seeds

UNITED = ("Body", "Initiative", "Instrument", "Meeting")
_LED = ("enterprise", "feature")  # what may be called with its region before it
_REGION = 4  # characters of a region before a name
_LEAST = 4  # … and of the name


def called(label: str, seeds: Seeds) -> Iterator[str]:
    """What a body is called as well: a group of companies without its legal form, 某某工作领导小组 without 工作."""
    for shape in ("identity.group", "identity.working_group"):
        if (found := seeds.pattern(shape).match(label)) is not None:
            yield "".join(found.groups(""))


def named(drafts: Mapping[Key, Draft], region: Callable[[str], frozenset[str]]) -> dict[Key, set[str]]:
    """The labels and unambiguous names of each thing, with those that tell it only without its region."""
    names = {key: {draft.label, *draft.names} if key.kind in UNITED else set() for key, draft in drafts.items()}
    called = {key: draft.label for key, draft in drafts.items() if draft.attrs.get("kind") in _LED}
    for name, keys in led(called, region):
        for key in keys:
            names[key].add(name)
    return names


def united(names: Mapping[Key, Iterable[str]]) -> dict[Key, Key]:
    """For each key the key that stands for it; ``names`` are the labels and unambiguous names of each."""
    parent = {key: key for key in names}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    owners: dict[tuple[str, str], Key] = {}
    for key in sorted(names):
        for name in sorted(set(names[key])):
            other = owners.setdefault((key.kind, name), key)
            low, high = sorted((root(other), root(key)), key=_fullest)
            parent[high] = low
    return {key: root(key) for key in names}


def led(labels: Mapping[Key, str], region: Callable[[str], frozenset[str]]) -> Iterator[tuple[str, set[Key]]]:
    """Things that are called alike but for the region before their names, each group with the name without it.

    ``region`` gives the codes of a division by its name or stem; those before one name must be the same somewhere.
    """
    by_label = {(key.kind, label): key for key, label in sorted(labels.items())}
    groups: dict[tuple[str, str], dict[Key, frozenset[str]]] = {}
    for key, label in sorted(labels.items()):
        for cut in range(2, min(_REGION, len(label) - _LEAST) + 1):
            if codes := region(label[:cut]):
                groups.setdefault((key.kind, label[cut:]), {})[key] = codes
    for (kind, name), owners in sorted(groups.items()):
        keys = {*owners, *filter(None, [by_label.get((kind, name))])}
        if len(keys) > 1 and frozenset.intersection(*owners.values()):
            yield name, keys


def _fullest(key: Key) -> tuple[bool, bool, int, Key]:
    """Names whose place stays open last, and numbers of documents (〔2023〕5号) behind titles, then the longest."""
    return key.scope.startswith(OPEN), "〔" in key.name, -len(key.name), key
