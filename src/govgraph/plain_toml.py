"""Files of patterns as they are mostly written, read at once; all other TOML is left to Python's own reader.

The tables of ``seeds/patterns/`` are alike: five keys in one order, each on one line. To match a table is ten times as
fast as to read it character by character. A file of which anything is written otherwise is read as TOML.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from typing import Any

_BASIC = r'"(?:[^"\\\x00-\x1f\x7f]|\\(?:["\\bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}))*"'  # TOML and JSON agree
_LITERAL = r"'(?!'')[^'\x00-\x1f\x7f]*'"
_LONG = r"'''(?:(?!''')[^\x00-\x1f\x7f])*'''(?!')"
_LIST = rf"\[(?:{_BASIC}(?:, *{_BASIC})*)?\]"
_NOTES = r"(?:#[^\x00-\x08\x0a-\x1f\x7f]*\n|\n)*"
_KEYS = {"name": _BASIC, "regex": f"{_BASIC}|{_LONG}|{_LITERAL}", "source": _BASIC, "examples": _LIST, "counter": _LIST}


def patterns(text: str) -> list[dict[str, Any]]:
    """The ``[[pattern]]`` tables of a file."""
    found, at = list[dict[str, Any]](), _notes().match(text).end()  # type: ignore[union-attr]
    while match := _table().match(text, at):
        found.append({key: _read(value) for key, value in match.groupdict().items()})
        at = match.end()
    if at == len(text) and found:
        return found
    tables: list[dict[str, Any]] = tomllib.loads(text)["pattern"]
    return tables


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(_NOTES)


@cache
def _table() -> re.Pattern[str]:
    """One table with the notes in it and after it."""
    lines = "".join(rf"{_NOTES}{key} = (?P<{key}>{value})\n" for key, value in _KEYS.items())
    return re.compile(rf"\[\[pattern\]\]\n{lines}{_NOTES}")


def _read(value: str) -> Any:
    if value[0] == "'":
        size = 3 if value.startswith("'''") else 1
        return value[size:-size]
    return json.loads(value)
