"""Frozen values to JSON and back, exactly: ``decode(type(x), encode(x)) == x``.

A dataclass or a named tuple becomes the list of its fields, a tuple a list; strings, whole numbers, truth values and
None are themselves; where one of several records may stand, the number of its fields tells which. What is read is
checked against the declared types, so a damaged or foreign entry raises ``ValueError`` and never becomes a value.
Records that declare floats, sets or dictionaries do not cross steps and are refused. All that spills goes through
here, so the common cases are left to C: one comparison of all types of a record.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Reader = Callable[[Any], Any]
Make = Callable[[list[Any]], Any]
_SIMPLE = frozenset({str, bool, int, type(None)})


def encode(value: object) -> bytes:
    """A value as one line of JSON; lone surrogates survive."""
    kind: Any = type(value)
    if kind not in _SIMPLE and kind is not tuple:
        _reader(kind)  # refuses what could not be read again
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def _parts(value: object) -> tuple[object, ...]:
    """The fields of what JSON does not know; a named tuple is a tuple to it."""
    kind: Any = type(value)
    if dataclasses.is_dataclass(value):
        return _fields(kind)(value)
    raise TypeError(f"{kind.__name__} does not cross steps: only dataclasses, tuples and plain values do")


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_parts)
_DECODER = json.JSONDecoder()


def decode(kind: type[Value], data: bytes) -> Value:
    """The value of a type that was encoded; ``ValueError`` where it is none."""
    value: Value = reader(kind)(data)
    return value


def reader(kind: Any) -> Callable[[bytes], Any]:
    """What decodes many values of one type."""
    build = _reader(kind)

    def read(data: bytes) -> Any:
        text = data.decode("utf-8", "surrogatepass")
        value, end = _DECODER.raw_decode(text)
        if end < len(text) and text[end:].strip():
            raise ValueError(f"more than one value in a line: {text[end : end + 20]!r}")
        return build(value)

    return read


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
    record: Any = kind
    if dataclasses.is_dataclass(kind):
        return _record(lambda parts: record(*parts), kind, [field.name for field in dataclasses.fields(kind)])
    if hasattr(kind, "_fields"):
        return _record(partial(tuple.__new__, kind), kind, kind._fields)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _series(parts[0]) if parts[-1] is ... else _exact(tuple, parts)
    if origin in (Union, types.UnionType) and len(parts) == 2 and type(None) in parts:
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin in (Union, types.UnionType) and len({_width(part) for part in parts}) == len(parts):
        return _either({_width(part): _reader(part) for part in parts})
    raise TypeError(f"{kind} does not cross steps")


def _width(kind: Any) -> int:
    """How many fields a record has."""
    if dataclasses.is_dataclass(kind):
        return len(dataclasses.fields(kind))
    if hasattr(kind, "_fields"):
        return len(kind._fields)
    raise TypeError(f"{kind} does not cross steps as one of several: only records do")


def _either(readers: dict[int, Reader]) -> Reader:
    """What reads one of several records, which their numbers of fields tell apart."""

    def read(value: object) -> object:
        width = len(_list(value))
        if width not in readers:
            raise ValueError(f"expected {' or '.join(map(str, sorted(readers)))} fields, found {width}")
        return readers[width](value)

    return read


def _exactly(kind: type, value: object) -> object:
    if type(value) is not kind:
        raise ValueError(f"expected {kind.__name__}, found {type(value).__name__}")
    return value


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise ValueError(f"expected a list, found {type(value).__name__}")
    return value


def _record(make: Make, kind: Any, names: Iterable[str]) -> Reader:
    hints = get_type_hints(kind)
    return _exact(make, [hints[name] for name in names])


def _exact(make: Make, kinds: Sequence[Any]) -> Reader:
    """What reads so many parts of these kinds."""
    written = tuple(each if each in _SIMPLE else list for each in kinds)  # as JSON has them, where nothing is None
    plain = [(at, each) for at, each in enumerate(kinds) if each in _SIMPLE]
    others = [(at, _reader(each)) for at, each in enumerate(kinds) if each not in _SIMPLE]

    def read(value: object) -> object:
        parts = _list(value)
        if tuple(map(type, parts)) != written:
            if len(parts) != len(kinds):
                raise ValueError(f"expected {len(kinds)} fields, found {len(parts)}")
            for at, each in plain:
                _exactly(each, parts[at])
        for at, reader in others:
            parts[at] = reader(parts[at])  # what was read just now belongs to nobody else
        return make(parts)

    return read


def _series(kind: Any) -> Reader:
    if kind not in _SIMPLE:
        reader = _reader(kind)
        return lambda value: tuple(map(reader, _list(value)))

    def read(value: object) -> object:
        parts = _list(value)
        for each in () if {kind}.issuperset(map(type, parts)) else parts:
            _exactly(kind, each)
        return tuple(parts)

    return read
