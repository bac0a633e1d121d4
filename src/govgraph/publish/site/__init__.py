"""A published graph as static pages: one for each thing and each document, for any web host, or opened from disk.

    site/index.html              what there is, with a search that asks nobody
    site/person/index.html       all people; so for every kind
    site/person/<id>.html        one of them: facts, quotes, timeline, neighbourhood
    site/doc/<id>.html           a document: its text with the characters marked that say something

The same graph gives the same bytes. The folder changes whole or not at all, and a folder with other things in it is
refused. It has no clock and no counters: what was published is what is shown.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from govgraph.errors import OutputError
from govgraph.model import Facts
from govgraph.publish.atlas import Names
from govgraph.publish.site.documents import document_page
from govgraph.publish.site.index import index_page, list_page
from govgraph.publish.site.known import Known
from govgraph.publish.site.things import thing_page

MARK = ".govgraph-site"

Texts = Callable[[str], str | None]


class Page(NamedTuple):
    """A file of the site."""

    path: str
    text: str


def write(folder: Path, facts: Facts, names: Names, texts: Texts) -> int:
    """Write the site beside what is there, then take its place; the number of pages."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise OutputError(f"{folder} holds other things than a site of govgraph: choose another --to")
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}.new")
    try:
        number = _fill(fresh, pages(facts, names, texts))
        _replace(folder, fresh)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise OutputError(f"{folder} cannot be written: {error.strerror or error}; choose another --to") from error
    return number


def pages(facts: Facts, names: Names, texts: Texts) -> Iterator[Page]:
    """All pages; ``texts`` gives the text of a document by its id, or None where it was not kept."""
    known = Known(facts, names)
    yield Page("index.html", index_page(known))
    for kind in known.kinds:
        yield Page(f"{kind.lower()}/index.html", list_page(known, kind))
    for thing in known.things:
        yield Page(known.path(thing.key), thing_page(known, thing))
    yield Page("doc/index.html", list_page(known, "Document"))
    for document in known.documents:
        yield Page(known.document_path(document.id), document_page(known, document, texts(document.id)))


def kept(folder: Path, iri: str) -> str | None:
    """The text of a document as ``publish.sources`` wrote it; None where there is none."""
    path = folder / f"{iri.rpartition('/')[2]}.txt"
    return path.read_bytes().decode("utf-8") if path.is_file() else None  # as bytes: line ends count


def _fill(folder: Path, found: Iterator[Page]) -> int:
    folder.mkdir(parents=True)
    number = 0
    for page in found:
        number += 1
        path = folder / page.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(page.text, encoding="utf-8", newline="\n")
    (folder / MARK).write_text("govgraph site\n", encoding="utf-8")
    return number


def _replace(folder: Path, fresh: Path) -> None:
    old = fresh.with_suffix(".old")
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
