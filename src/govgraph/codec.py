"""Frozen values to JSON and back, exactly: ``decode(type(x), encode(x)) == x``.

A dataclass or a named tuple becomes the list of its fields, a tuple a list; strings, whole numbers, truth values and
None are themselves. What is read is checked against the declared types, so a damaged or foreign entry raises
``ValueError`` and never becomes a value. Floats, sets and dictionaries do not cross steps and are refused.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Reader = Callable[[Any], Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SIMPLE = frozenset({str, bool, int, type(None)})


def encode(value: object) -> bytes:
    """A value as one line of JSON; lone surrogates survive."""
    text = _ENCODER.encode(_plain(value))
    return text.encode("utf-8", "surrogatepass")


def decode(kind: type[Value], data: bytes) -> Value:
    """The value of a type that was encoded; ``ValueError`` where it is none."""
    value: Value = reader(kind)(data)
    return value


def reader(kind: Any) -> Callable[[bytes], Any]:
    """What decodes many values of one type."""
    build = _reader(kind)
    return lambda data: build(json.loads(data.decode("utf-8", "surrogatepass")))


def _plain(value: object) -> object:
    kind: Any = type(value)
    if kind in _SIMPLE:
        return value
    if isinstance(value, tuple):
        return [each if type(each) in _SIMPLE else _plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        return [each if type(each) in _SIMPLE else _plain(each) for each in _fields(kind)(value)]
    raise TypeError(f"{kind.__name__} does not cross steps: only dataclasses, tuples and plain values do")


@cache
def _fields(kind: Any) -> Callable[[Any], tuple[object, ...]]:
    """What takes the values of all fields."""
    names = [field.name for field in dataclasses.fields(kind)]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else lambda _: ()


@cache
def _reader(kind: Any) -> Reader:
    """What reads one type."""
    if kind in (str, int, bool):
        return lambda value: _exactly(kind, value)
    if dataclasses.is_dataclass(kind):
        return _record(kind, [field.name for field in dataclasses.fields(kind)])
    if hasattr(kind, "_fields"):
        return _record(kind, kind._fields)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _series(_reader(parts[0])) if parts[-1] is ... else _fixed(tuple(map(_reader, parts)))
    if origin in (Union, types.UnionType) and len(parts) == 2 and type(None) in parts:
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    raise TypeError(f"{kind} does not cross steps")


def _exactly(kind: type, value: object) -> object:
    if type(value) is not kind:
        raise ValueError(f"expected {kind.__name__}, found {type(value).__name__}")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"expected a list, found {type(value).__name__}")  # noqa: TRY004 - one error for damage
    return value


def _record(kind: Any, names: Iterable[str]) -> Reader:
    hints = get_type_hints(kind)
    kinds = [hints[name] for name in names]
    plain = [(at, each) for at, each in enumerate(kinds) if each in _SIMPLE]
    others = [(at, _reader(each)) for at, each in enumerate(kinds) if each not in _SIMPLE]

    def read(value: object) -> object:
        parts = _list(value)
        if len(parts) != len(kinds):
            raise ValueError(f"expected {len(kinds)} fields, found {len(parts)}")
        for at, each in plain:
            if type(parts[at]) is not each:
                _exactly(each, parts[at])
        for at, reader in others:
            parts[at] = reader(parts[at])  # what was read just now belongs to nobody else
        return kind(*parts)

    return read


def _series(reader: Reader) -> Reader:
    return lambda value: tuple(map(reader, _list(value)))


def _fixed(readers: tuple[Reader, ...]) -> Reader:
    return lambda value: tuple(reader(part) for reader, part in zip(readers, _list(value), strict=True))
