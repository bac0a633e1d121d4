"""``sources/*.txt``: the text of each document as it was decoded, so that a quote can be shown where it stands.

A file is named like the IRI of its document, and ``text[start:end]`` of it is what an evidence points to: nothing is
repaired, and line ends stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govgraph.publish.iris import Iris


def write(folder: Path, texts: Iterable[tuple[str, str]], iris: Iris) -> None:
    """Write the text of each document, given by its id."""
    folder.mkdir()
    for document, text in texts:
        name = iris.document(document).rpartition("/")[2]
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", errors="replace", newline="")
