"""Does a version still hold what it promised? Hashes, backing, and every quotation against its source.

Three promises are checked: the files are those of the manifest; every direct relation is backed by a claim with
evidence; and each quotation is what repair makes of the characters it points to. The last one needs the sources: the
caller hands over a function from the name of a document to its repaired text; this module knows no step of a build.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govgraph.errors import CheckError
from govgraph.model import Prose
from govgraph.store.open import Graph, open_graph
from govgraph.store.query import run
from govgraph.text import Span

Quotes = Callable[[str], Prose | None]  # name of a document to its repaired text, None where the source is gone

_EVIDENCE = """
SELECT ?document ?hash ?start ?end ?quote WHERE {
  ?evidence a gg:Evidence ; oa:hasSource ?source ; oa:hasSelector ?position , ?text .
  ?position oa:start ?start ; oa:end ?end .
  ?text oa:exact ?quote .
  ?source gg:fileName ?document ; gg:textHash ?hash .
} ORDER BY ?document ?start ?end"""

_UNBACKED = """
SELECT ?subject ?predicate ?object WHERE {
  VALUES ?predicate { org:holds schema:attendee gg:participant gg:leadBody gg:actedOnBy gg:issuedBy gg:adoptedBy
                      gg:draftedBy gg:reviewedBy gg:revisedBy gg:repealedBy gg:proposedBy }
  ?subject ?predicate ?object .
  FILTER NOT EXISTS { ?claim rdf:subject ?subject ; rdf:object ?object ; gg:evidence ?evidence }
} ORDER BY ?subject ?predicate ?object"""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what does not hold."""

    files: int
    evidence: int
    checked: int  # of the evidence, against its source
    missing: tuple[str, ...]  # documents whose source was not found
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True where nothing was found wrong."""
        return not self.faults


def verify(folder: Path, quotes: Quotes | None = None) -> Verified:
    """Check an output folder; without ``quotes`` the sources are not looked at."""
    outputs = _outputs(folder)
    faults = list(_changed(folder, outputs))
    if any("graph.ttl" in fault for fault in faults):
        return Verified(len(outputs), 0, 0, (), tuple(faults))
    graph = open_graph(folder)
    faults += _unbacked(graph)
    rows = run(graph, _EVIDENCE).rows
    checked, missing, untrue = _sources(rows, quotes) if quotes else (0, (), ())
    return Verified(len(outputs), len(rows), checked, missing, (*faults, *untrue))


def _outputs(folder: Path) -> dict[str, str]:
    """Name and hash of each file, as the manifest has them."""
    path = folder / "manifest.json"
    try:
        outputs = json.loads(path.read_text(encoding="utf-8"))["outputs"]
    except FileNotFoundError:
        raise CheckError(f"{folder} has no manifest.json: name an output folder of `govgraph build`") from None
    except (ValueError, KeyError, TypeError) as error:
        raise CheckError(f"{path} is damaged ({error}): build again") from error
    return {str(name): str(digest) for name, digest in outputs.items()}


def _changed(folder: Path, outputs: dict[str, str]) -> Iterator[str]:
    for name, digest in sorted(outputs.items()):
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                yield f"{name} was changed after the build"


def _unbacked(graph: Graph) -> Iterator[str]:
    for row in run(graph, _UNBACKED).rows:
        yield f"no claim backs {' '.join(graph.short(str(part)) for part in row)}"


def _sources(rows: tuple[tuple[object, ...], ...], quotes: Quotes) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """How many quotations were compared, which sources were not found, which quotations are untrue."""
    by_document: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for document, digest, start, end, quote in rows:
        by_document[str(document), str(digest)].append((int(str(start)), int(str(end)), str(quote)))
    checked, missing, untrue = 0, list[str](), list[str]()
    for (document, digest), spans in sorted(by_document.items()):
        prose = quotes(document)
        if prose is None:
            missing.append(document)
        elif prose.document.id != digest:
            untrue.append(f"{document} is not the text that was read: its hash has changed")
        else:
            checked += len(spans)
            untrue += _untrue(document, prose, spans)
    return checked, tuple(missing), tuple(untrue)


def _untrue(document: str, prose: Prose, spans: list[tuple[int, int, str]]) -> Iterator[str]:
    for start, end, quote in spans:
        found = prose.quote(Span(start, end))
        if found != quote:
            yield f"{document} [{start}:{end}] reads {found!r}, not {quote!r}"
