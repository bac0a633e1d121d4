"""Pages that are pictures, read by tesseract: a program of the machine, asked only when the user asks for it.

The page is drawn in grey at 300 dots an inch and handed over by pipe; nothing is written to disk.
"""

from __future__ import annotations

import subprocess
from functools import cache
from shutil import which
from typing import Any

from govgraph.read.options import Options

LANGUAGE = "chi_sim"
SCALE = 300 / 72
LARGEST = 40_000_000  # pixels


@cache
def installed() -> bool:
    """True where tesseract is, and knows Chinese."""
    program = which("tesseract")
    if not program:
        return False
    command = [program, "--list-langs"]
    told = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=20)  # noqa: S603
    return LANGUAGE.encode() in told.stdout.split()


def read(page: Any, options: Options) -> str:
    """What tesseract reads in a page; nothing where it fails."""
    size = page.get_width() * page.get_height()
    bitmap = page.render(scale=min(SCALE, (LARGEST / max(size, 1)) ** 0.5), grayscale=True)
    header = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
    rows = bytes(bitmap.buffer)
    pixels = b"".join(rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    command = [which("tesseract") or "tesseract", "stdin", "stdout", "-l", LANGUAGE]
    try:
        told = subprocess.run(  # noqa: S603
            command, input=header + pixels, capture_output=True, check=True, timeout=options.seconds
        )
    except (subprocess.SubprocessError, OSError):
        return ""
    return told.stdout.decode("utf-8", "replace")
