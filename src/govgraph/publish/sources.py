"""``sources/*.txt``: the text of each document as it was decoded, so that a quote can be shown where it stands.

A file is named like the IRI of its document, and ``text[start:end]`` of it is what an evidence points to: nothing is
repaired, and line ends stay as they were.
"""

from __future__ import annotations

from pathlib import Path

from govgraph.publish.iris import Iris


def write(folder: Path, document: str, text: str) -> None:
    """Write the text of a document, given by its id."""
    folder.mkdir(exist_ok=True)
    path(folder, document).write_text(text, encoding="utf-8", errors="replace", newline="")


def path(folder: Path, document: str) -> Path:
    """Where the text of a document is."""
    name = Iris("", {}).document(document).rpartition("/")[2]
    return folder / f"{name}.txt"
