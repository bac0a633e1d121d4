"""The first letter of the pinyin of a Chinese character, so that ``jjyxt`` finds 九解一协调.

The table is ``initials.txt`` (its head names the source and the licence); a page gets the part that its names need.
A character with several readings has its commonest one first; it is no romanisation and is shown nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def table() -> MappingProxyType[str, str]:
    """Character to its letters, the commonest first."""
    letters: dict[str, str] = {}
    text = (resources.files("govgraph.publish") / "initials.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        letter, _, characters = line.removeprefix("+").partition(" ")
        for character in characters:
            known = letters.get(character, "")
            letters[character] = known if letter in known else known + letter
    return MappingProxyType(letters)


def of(names: Iterable[str]) -> dict[str, str]:
    """Letters to the characters that have them, as far as they occur in the names."""
    used = {character for name in names for character in name}
    grouped: dict[str, list[str]] = {}
    for character in sorted(used & table().keys()):
        grouped.setdefault(table()[character], []).append(character)
    return {letters: "".join(characters) for letters, characters in sorted(grouped.items())}
