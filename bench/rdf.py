"""One million triples: our Turtle writer beside ``rdflib.Graph.serialize``, in one run: ours, rdflib, ours again.

    python bench/rdf.py [TRIPLES]

The graph is that of claims with evidence, as a build has them. Ours is timed from blocks that are made on the way to a
file that is written; rdflib from a graph that is already in its memory, so what it needs to get there is not counted.
Each has a process of its own, and memory is what that grew by while writing. All triples are read back from both files.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph
import rdflib

from govgraph.publish import formats, quads, turtle
from govgraph.publish.graph import Block
from govgraph.publish.literals import Literal, date, integer, zh
from govgraph.publish.terms import ALT_LABEL, CODE, GG, HOLDS, LABEL, OA, RDF, TYPE
from govgraph.settings import DEFAULT_BASE as BASE

EACH = 36  # triples of one claim with its person, its post and its evidence
Measured = dict[str, float]


def blocks(triples: int) -> Iterator[Block]:
    """Claims by person, with what they rest on; sorted within, as large as is asked for."""
    for number in range(triples // EACH):
        name = f"{number:010d}"
        person, post, claim = (f"{BASE}{kind}/{name}" for kind in ("person", "post", "claim"))
        evidence, document = f"{BASE}evidence/{name}", f"{BASE}doc/{name[:-2]}"
        first = (GG + "firstMention", evidence)
        met = (GG + "mentionedIn", document)
        yield Block(
            claim,
            (
                (TYPE, GG + "Claim"),
                (RDF + "object", post),
                (RDF + "predicate", HOLDS),
                (RDF + "subject", person),
                (GG + "assertedIn", document),
                (GG + "assertedOn", date("2024-02-15")),
                (GG + "certainty", CODE + "certainty-stated"),
                (GG + "evidence", evidence),
                (GG + "rule", Literal("title before name")),
            ),
        )
        selected = ((OA + "hasSelector", evidence + "-p"), (OA + "hasSelector", evidence + "-q"))
        yield Block(evidence, ((TYPE, GG + "Evidence"), *selected, (OA + "hasSource", document)))
        ends = ((OA + "end", integer(number + 8)), (OA + "start", integer(number)))
        yield Block(evidence + "-p", ((TYPE, OA + "TextPositionSelector"), *ends))
        words = (("exact", f"市长王{number}出席"), ("prefix", "会议“由”"), ("suffix", "并讲话。\n第二段"))
        quoted = tuple((OA + key, Literal(text)) for key, text in words)
        yield Block(evidence + "-q", ((TYPE, OA + "TextQuoteSelector"), *quoted))
        names = ((ALT_LABEL, zh(f"王{number}同志")), (ALT_LABEL, zh(f"老王{number}")))
        labelled = (LABEL, zh(f"王{number}"))
        yield Block(person, ((TYPE, GG + "Person"), labelled, *names, (HOLDS, post), first, met))
        said = ((GG + "title", zh("副市长")), first, met)
        yield Block(post, ((TYPE, GG + "Post"), (LABEL, zh(f"第{number}市人民政府副市长")), names[0], *said))
        counted = ((GG + "about", post), (GG + "value", integer(number)))
        yield Block(f"{BASE}figure/{name}", ((TYPE, GG + "Figure"), *counted))


def grown(before: int) -> float:
    """Megabytes that this process has grown by since."""
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def ours(path: Path, triples: int) -> Measured:
    """Write with our writer."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    count = turtle.write(path, blocks(triples), BASE)
    return {"triples": count, "seconds": time.perf_counter() - start, "grown MB": grown(before)}


def theirs(path: Path, triples: int) -> Measured:
    """Write with rdflib, from its own graph."""
    graph = rdflib.Graph()
    for prefix, iri in turtle.prefixes(BASE).items():
        graph.bind(prefix, iri)
    for block in blocks(triples):
        text = "".join(quads.lines(block))
        for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))  # type: ignore[arg-type]
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    graph.serialize(path, format="turtle", encoding="utf-8")
    return {"triples": len(graph), "seconds": time.perf_counter() - start, "grown MB": grown(before)}


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, pyoxigraph.Literal):
        kind = None if term.language else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=kind)
    return rdflib.URIRef(str(getattr(term, "value", term)))


def other(path: Path, triples: int, form: str) -> Measured:
    """Write another format."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    count = sum(number for _, number in formats.WRITERS[form](path.parent, blocks(triples), BASE))
    return {"triples": count, "seconds": time.perf_counter() - start, "grown MB": grown(before)}


def main() -> None:
    """Measure both, side by side."""
    triples = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with TemporaryDirectory() as folder, multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        one, two = Path(folder) / "ours.ttl", Path(folder) / "theirs.ttl"
        runs = []
        for name, write, path in (("ours", ours, one), ("rdflib", theirs, two), ("ours", ours, one)):
            runs.append(pool.apply(write, (path, triples)))
            told(name, runs[-1])
        slower = max(runs[0]["seconds"], runs[2]["seconds"])
        print(f"ours, at its slower, is {runs[1]['seconds'] / slower:.1f} times as fast as rdflib")
        for path in (one, two):
            found = sum(1 for _ in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
            print(f"{path.name}: {found} triples read back, {path.stat().st_size / 1e6:.0f} MB")
        for form in ("nt", "nq", "trig", "jsonld", "rdf12"):
            told(form, pool.apply(other, (one, triples, form)))


def told(name: str, measured: Measured) -> None:
    """One line."""
    print(f"{name:8}" + "  ".join(f"{key} {value:,.1f}" for key, value in measured.items()), flush=True)


if __name__ == "__main__":
    main()
