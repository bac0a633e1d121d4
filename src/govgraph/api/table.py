"""Rows and columns that show themselves: aligned text, escaped HTML, CSV, and pandas where it is installed.

Chinese characters are two columns wide in a terminal; long cells are cut when shown, never in the data.
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

SHOWN = 60  # rows that are shown
WIDEST = 48  # columns of a cell of text


@dataclass(frozen=True, repr=False)
class Table:
    """Columns and rows of an answer."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def __getitem__(self, name: str) -> list[Any]:
        """A column."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]

    def records(self) -> list[dict[str, Any]]:
        """Each row by the names of its columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def csv(self) -> str:
        """As text for a spreadsheet."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return out.getvalue()

    def pandas(self) -> Any:
        """As a DataFrame; needs the extra ``govgraph[pandas]``."""
        return importlib.import_module("pandas").DataFrame(list(self.rows), columns=list(self.columns))

    def best(self) -> Any:
        """A DataFrame where pandas is installed, else this."""
        return self.pandas() if importlib.util.find_spec("pandas") else self

    def __repr__(self) -> str:
        lines = [list(self.columns), *([_text(cell) for cell in row] for row in self.rows[:SHOWN])]
        widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
        shown = [
            "  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(line, widths, strict=True)) for line in lines
        ]
        return "\n".join(line.rstrip() for line in shown) + self._more("\n{} rows")

    __str__ = __repr__

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in self.rows[:SHOWN])
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" + self._more("<p>{} rows</p>")

    def _more(self, form: str) -> str:
        """How many rows there are, where not all are shown."""
        return form.format(len(self.rows)) if len(self.rows) > SHOWN else ""


def _cell(value: object) -> str:
    side = "right" if isinstance(value, int | float) else "left"
    return f'<td style="text-align:{side}">{escape("" if value is None else str(value))}</td>'


def _text(value: object) -> str:
    """A cell on one line, without what moves a cursor."""
    line = " ".join(("" if value is None else str(value)).split())
    safe = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
    while _width(safe) > WIDEST:
        safe = safe[:-2] + "…"
    return safe


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
