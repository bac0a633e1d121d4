"""Reads a piece of text the whole way to claims, for tables of text → expected."""

from hashlib import sha256

from govgraph import seeds
from govgraph.find import find
from govgraph.model import Document, Extraction, Key
from govgraph.relate import relate
from govgraph.repair import repair


def read(text: str, title: str = "吉林市政府工作报告") -> Extraction:
    """The extraction of a document that begins with a title which settles whose it is."""
    source = f"{title}\n\n{text}\n" if title else text
    document = Document(sha256(source.encode()).hexdigest()[:32], "case.txt", source)
    prose = repair(document)
    words = seeds.load()
    return relate(prose, find(prose, words), words)


def labels(extraction: Extraction) -> dict[Key, str]:
    """Labels by key."""
    return {thing.key: thing.label for thing in extraction.things}


def tenures(extraction: Extraction) -> set[tuple[str, str, str, str]]:
    """(person, title, body, status) of every claim that somebody holds a post."""
    label = labels(extraction)
    titles = {thing.key: thing.get("title") for thing in extraction.things}
    body = {claim.subject: label[claim.object] for claim in extraction.claims if claim.predicate == "postIn"}
    return {
        (label[c.subject], titles[c.object], body.get(c.object, ""), c.status)
        for c in extraction.claims
        if c.predicate == "holds"
    }


def relations(extraction: Extraction, *predicates: str) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) by label."""
    label = labels(extraction)
    return {(label[c.subject], c.predicate, label[c.object]) for c in extraction.claims if c.predicate in predicates}
