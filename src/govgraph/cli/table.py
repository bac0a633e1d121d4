"""Rows for a terminal: Chinese characters take two cells, long ones wrap, a pipe gets whole lines without colour."""

from __future__ import annotations

import io
import shutil
import sys
import unicodedata
from collections.abc import Sequence

WIDEST = 100_000  # a pipe has no edge


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their columns, and how many they are."""
    from rich import box  # noqa: PLC0415 - only when something is shown
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    shown = sys.stdout.isatty()
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, highlight=False, safe_box=True)
    for column in columns:
        grid.add_column(Text(column), overflow="fold")
    for row in rows:
        grid.add_row(*(Text(visible(" ".join(cell.split()))) for cell in row))
    out = io.StringIO()
    width = shutil.get_terminal_size().columns if shown else WIDEST
    Console(file=out, width=width, force_terminal=shown, highlight=False, legacy_windows=False).print(grid)
    lines = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
    return f"{lines}\n({len(rows)} row{'' if len(rows) == 1 else 's'})\n"


def visible(cell: str) -> str:
    """No control character reaches a terminal: documents come from anywhere."""
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n\t" else c for c in cell)
