"""The names of a graph, to be found by any part of them while somebody types: an SQLite index, character by character.

Chinese has no spaces, and most names are shorter than the three letters that common indexes start at; here each
character is a word and a part of a name is a phrase, so that 王, 王吉 and 市长 are found alike. Words that are parted
by spaces must all occur. Nothing is found by similarity.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode

GG = "https://w3id.org/govgraph/ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
HOLDS = "http://www.w3.org/ns/org#holds"
KINDS = ("Person", "Post", "Body", "Place", "Initiative", "Meeting", "Instrument", "Document")
# What tells two things of one name apart.
_TELLS = {"Person": HOLDS, "Body": GG + "jurisdiction", "Place": GG + "within"}
_SEEN = 500  # hits among which the best are chosen; the most often met come first


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing with the name by which it was found."""

    iri: str
    kind: str
    label: str
    name: str
    note: str


def build(store: pyoxigraph.Store, path: Path) -> None:
    """Index the names of a store."""
    with closing(sqlite3.connect(path)) as index, index:
        index.execute("CREATE TABLE names (form TEXT, iri TEXT, kind TEXT, label TEXT, name TEXT, note TEXT, met INT)")
        index.execute("CREATE VIRTUAL TABLE parts USING fts5(form, content='', detail='full')")
        rows = sorted(_rows(store), key=lambda row: (-row[6], row))  # hits come in this order
        index.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        index.execute("INSERT INTO parts (rowid, form) SELECT rowid, form FROM names")


def overview(path: Path, most: int = 8) -> tuple[list[tuple[str, int]], list[tuple[str, list[Hit]]]]:
    """How many things of each kind there are, and those of some kinds that are met most."""
    with closing(_opened(path)) as index:
        told = dict(index.execute("SELECT kind, count(DISTINCT iri) FROM names GROUP BY kind").fetchall())
        counts = [(kind, told[kind]) for kind in KINDS if kind in told]
        samples = [
            (kind, [Hit(*row) for row in index.execute(_MET, (kind, most)).fetchall()])
            for kind, _ in counts
            if kind != "Post"
        ]
    return counts, samples


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


_MET = """
SELECT iri, kind, label, label, note FROM names WHERE kind = ? AND name = label
GROUP BY iri ORDER BY max(met) DESC, iri LIMIT ?"""

Row = tuple[str, str, str, str, str, str, int]


def _rows(store: pyoxigraph.Store) -> Iterator[Row]:
    labels = _texts(store, LABEL)
    others = _texts(store, ALT)
    met: dict[str, int] = defaultdict(int)
    for quad in store.quads_for_pattern(None, NamedNode(GG + "mentionedIn"), None, None):
        met[_value(quad.subject)] += 1
    for kind in KINDS:
        notes = _notes(store, kind, labels)
        for quad in store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(GG + kind), None):
            iri = _value(quad.subject)
            label = next(iter(labels.get(iri, ())), "")
            for name in dict.fromkeys((*labels.get(iri, ()), *others.get(iri, ()))):
                yield (spaced(name), iri, kind, label, name, notes.get(iri, ""), met[iri])


def _texts(store: pyoxigraph.Store, predicate: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
        found[_value(quad.subject)].append(_value(quad.object))
    return {subject: sorted(texts) for subject, texts in found.items()}


def _notes(store: pyoxigraph.Store, kind: str, labels: dict[str, list[str]]) -> dict[str, str]:
    if kind not in _TELLS:
        return {}
    told: dict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, NamedNode(_TELLS[kind]), None, None):
        told[_value(quad.subject)] += labels.get(_value(quad.object), ())
    return {subject: "、".join(sorted(texts)[:2]) for subject, texts in told.items()}


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def folded(text: str) -> str:
    """A name as it is compared: width and case do not count, nor what is no letter or digit."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c if c.isalnum() else " " for c in normal)


def spaced(text: str) -> str:
    """Each character as a word."""
    return " ".join(folded(text).replace(" ", ""))


def search(path: Path, text: str, most: int = 20) -> list[Hit]:
    """Things with all parts of a text in one of their names: whole names first, then those that begin with it."""
    words = folded(text[:100]).split()
    if not words:
        return []
    phrases = " AND ".join('"' + " ".join(word) + '"' for word in words)
    whole = " ".join("".join(words))
    with closing(_opened(path)) as index:
        rows = index.execute(_FIND, (phrases, _SEEN, whole, f"{whole}*", most * 4)).fetchall()
    best: dict[str, Hit] = {}  # of each thing the name that fits best
    for row in rows:
        best.setdefault(row[0], Hit(*row))
    return list(best.values())[:most]


_FIND = """
SELECT iri, kind, label, name, note FROM
  (SELECT names.* FROM parts JOIN names ON names.rowid = parts.rowid WHERE parts MATCH ? ORDER BY parts.rowid LIMIT ?)
ORDER BY form <> ?, NOT form GLOB ?, kind = 'Post', -met, length(form), iri LIMIT ?"""
