"""Values as RDF literals that every store reads alike.

Text of documents is tagged ``zh`` and nothing else; dates are written as exactly as they are known (``xsd:gYear``,
``xsd:gYearMonth``, ``xsd:date``); numbers stay inside what stores keep: integers below 2^53, decimals of at most twelve
fraction digits. What is no date is written as a plain string, for SHACL to report; what is no number is a fault.
"""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal, InvalidOperation, localcontext
from functools import lru_cache
from typing import NamedTuple

from govgraph.errors import OutputError
from govgraph.publish.terms import XSD

_LARGEST = 2**53
_UNTHINKABLE = 10**24  # no store keeps larger ones
_INTEGER = XSD + "integer"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Literal(NamedTuple):
    """A literal; neither datatype nor language makes it an ``xsd:string``."""

    text: str
    datatype: str = ""
    language: str = ""


def zh(text: str) -> Literal:
    """Text in Chinese."""
    return Literal(text, "", "zh")


def integer(number: int) -> Literal:
    """A count."""
    return Literal(str(number), _INTEGER)


def number(text: str) -> Literal:
    """An ``xsd:integer`` where nothing is lost by it, else an ``xsd:decimal``."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) >= _UNTHINKABLE:
        raise OutputError(f"{text!r} is not a number: a figure must hold a plain decimal such as 45800 or 4.58")
    whole = int(value)
    if value != whole:
        return Literal(_fraction(value), XSD + "decimal")
    return integer(whole) if abs(whole) < _LARGEST else Literal(f"{whole}.0", XSD + "decimal")


def _fraction(value: Decimal) -> str:
    with localcontext(prec=60):
        text = format(round(value, 12), "f").rstrip("0")
    return text + "0" if text.endswith(".") else text


@lru_cache(maxsize=1 << 12)  # documents say the same few again and again
def date(text: str) -> Literal:
    """A year, a month or a day, as exactly as it is known."""
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    return Literal(text, XSD + kinds[len(text)]) if _parts(text) else Literal(text)


def day(text: str) -> Literal:
    """A day known to be one."""
    return Literal(text, XSD + "date")


@lru_cache(maxsize=1 << 12)
def bounds(period: str) -> tuple[str, str] | None:
    """First and last day of ``2023``, ``2023-05``, ``2023-05-02`` or ``start/end``; None where it is no period."""
    first, _, last = period.partition("/")
    start, end = _parts(first), _parts(last or first)
    if not start or not end:
        return None
    year, month = end[0], end[1] or 12
    until = end[2] or monthrange(year, month)[1]
    return f"{start[0]:04}-{start[1] or 1:02}-{start[2] or 1:02}", f"{year:04}-{month:02}-{until:02}"


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, 0 where unknown; None where the text is not a date of the calendar."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, dom = (int(part or 0) for part in match.groups())
    if not 1 <= year <= 9999 or (match[2] and not 1 <= month <= 12):
        return None
    if match[3] and not 1 <= dom <= monthrange(year, month)[1]:
        return None
    return year, month, dom
