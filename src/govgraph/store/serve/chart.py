"""Figures over years as a small picture: bars with their numbers, in SVG without script, readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, FOOT, HEAD = 64, 96, 18, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One year."""

    x: float
    y: float
    height: float
    year: str
    text: str


def bars(points: Sequence[Sequence[object]]) -> tuple[list[Bar], int]:
    """The bars of a series, and the width of the picture; values below nothing stand on the line."""
    values = [float(str(value)) for _, value in points]
    top = max((abs(value) for value in values), default=0) or 1.0
    drawn = []
    for at, ((year, _), value) in enumerate(zip(points, values, strict=True)):
        height = round(max(1.0, abs(value) / top * HEIGHT), 1)
        drawn.append(Bar(at * WIDTH, HEAD + HEIGHT - height, height, str(year), shown(value)))
    return drawn, len(points) * WIDTH


def shown(value: float) -> str:
    """A number as people read it."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"
