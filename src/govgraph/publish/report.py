"""What was read, repaired, found, resolved and missed: ``report.json`` for machines, ``report.html`` for people.

A number that is not proved here is not claimed anywhere else. Warnings are one sentence each and name the document.
It will not judge: what is ambiguous or was left out is listed with its place in the source.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from pathlib import Path
from typing import NamedTuple

from govgraph import __version__
from govgraph.model import KINDS, Claim, Contradiction, DocumentFacts, Evidence, Facts, Figure, Key, Removal
from govgraph.publish.graph import stands
from govgraph.publish.iris import Iris
from govgraph.settings import DEFAULT_BASE

# Below this share of characters kept, repair may have thrown text away (reliability: silent loss is the worst loss).
NOTES = 2  # of a document's own that may say why nothing was found in it
KEPT_ENOUGH = 0.9
MOST = 5  # things of each kind
LISTED = 200  # rows of a list in report.html; report.json has all

Report = dict[str, object]


class Proof(NamedTuple):
    """How many pieces of evidence were compared with the source, and how many differed and were dropped."""

    checked: int
    untrue: int


def write(
    folder: Path,
    facts: Facts,
    proof: Proof,
    notes: Sequence[str] = (),
    rulings: Sequence[Report] = (),
    base: str = DEFAULT_BASE,
    *,
    page: bool = True,
) -> tuple[str, ...]:
    """Write both reports and return the warnings, ``notes`` of the build among them; ``rulings`` on corrections.

    Without ``page`` the one for machines alone is written.
    """
    said = _Said.of(facts)
    warnings = (*_warnings(facts, proof, said), *notes)
    report = summary(facts, proof, base, said) | {"corrections": list(rulings), "warnings": list(warnings)}
    text = indented(report) + "\n"
    (folder / "report.json").write_text(text, encoding="utf-8", newline="\n")
    if page:
        _page(folder, report)
    return warnings


def _page(folder: Path, report: Report) -> None:
    from govgraph.publish.looks import LOOKS, words  # noqa: PLC0415 - jinja2 is not needed to query a graph
    from govgraph.publish.pages import render, template  # noqa: PLC0415

    values = {"report": report, "listed": LISTED, "words": words(), "looks": LOOKS}
    page = render("report.html", [], [template("report.css")], values)
    (folder / "report.html").write_text(page, encoding="utf-8", newline="\n")


def indented(value: object, line: str = "\n") -> str:
    """A plain value as JSON, indented; the library does that in Python for each token (bytes are the same)."""
    deeper = f"{line}  "
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict) and value:
        rows = [f"{encode_basestring(key)}: {indented(each, deeper)}" for key, each in value.items()]
        return f"{{{deeper}{f',{deeper}'.join(rows)}{line}}}"
    if isinstance(value, list) and value:
        return f"[{deeper}{f',{deeper}'.join([indented(each, deeper) for each in value])}{line}]"
    return str(value) if type(value) is int else json.dumps(value)


@dataclass(frozen=True)
class _Said:
    """What all claims and figures of documents say, counted in one pass: they may be on a disk."""

    documents: Counter[str] = field(default_factory=Counter)
    words: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)  # predicate, rule, certainty, year
    things: Counter[Key] = field(default_factory=Counter)

    @classmethod
    def of(cls, facts: Facts) -> _Said:
        """Claims without those that only the gazetteer or a name tells, and figures."""
        said = cls()
        for claim in filter(stands, facts.claims):
            year = (claim.valid_from or claim.asserted_on)[:4]
            said._add(claim, (claim.predicate, claim.rule, claim.certainty, year), {claim.subject, claim.object})
        for figure in facts.figures:
            year = (figure.period or figure.asserted_on)[:4]
            said._add(figure, ("", figure.rule, figure.certainty, year), {figure.about})
        return said

    def _add(self, fact: Claim | Figure, words: tuple[str, str, str, str], things: set[Key]) -> None:
        self.words[words] += 1
        for document in {evidence.document for evidence in fact.evidence}:
            self.documents[document] += 1
        for key in things:
            self.things[key] += 1

    def by(self, place: int) -> dict[str, int]:
        """How often each word stands in a place, where it says anything."""
        counts: Counter[str] = Counter()
        for words, times in self.words.items():
            if words[place]:
                counts[words[place]] += times
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def summary(facts: Facts, proof: Proof, base: str = DEFAULT_BASE, said: _Said | None = None) -> Report:
    """The report as plain values, without the warnings; ``view`` is where index.html shows what a row tells of."""
    said = said or _Said.of(facts)
    iris, missed = Iris.of(base, facts.documents), _missed(facts)
    names = {document.id: document.name for document in facts.documents}
    labels = {thing.key: thing.label for thing in facts.things}
    return {
        "version": __version__,
        "documents": {
            "read": len(facts.documents),
            "failed": len(facts.failures),
            "list": [
                _document(document, labels, said.documents[document.id])
                | missed[document.id]
                | {"view": f"v=table&d={iris.document(document.id).removeprefix(base)}"}
                for document in sorted(facts.documents, key=lambda each: (each.name, each.id))
            ],
            "failures": [{"name": f.name, "reason": f.reason} for f in facts.failures],
        },
        "characters": _characters(facts.documents),
        "entities": _entities(facts),
        "claims": _claims(facts, said),
        "ambiguous": [
            {"form": form, **_place(evidence, names), "candidates": list(candidates)}
            for form, evidence, candidates in facts.ambiguous
        ],
        "contradictions": [
            _contradiction(each, names, labels) | {"view": f"n={iris.thing(each.about).removeprefix(base)}"}
            for each in facts.contradictions
        ],
        "possibly_same": sum(1 for link in facts.links if link.predicate == "possiblySame"),
        "resolved": _resolved(facts),
        "most_told": _most_told(facts, iris, said.things),
        "omissions": [_place(evidence, names) for evidence in facts.omissions],
        "evidence": proof._asdict(),
    }


def _contradiction(value: Contradiction, names: dict[str, str], labels: Mapping[Key, str]) -> Report:
    """Both sides with their place in the source; of a type clash the two kinds."""
    sides: list[Report] = []
    for side in (value.one, value.two):
        if isinstance(side, Key):
            sides.append({"said": side.kind})
        else:
            said = side.as_written if isinstance(side, Figure) else _label(side.subject, labels)
            sides.append({"said": said, **_place(side.evidence[0], names)})
    told = {"kind": value.kind, "verdict": value.verdict, "about": _label(value.about, labels)}
    return {**told, "what": value.what, "period": value.period, "sides": sides}


def _document(document: DocumentFacts, labels: Mapping[Key, str], claims: int) -> Report:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "genre": document.genre,
        "issued": document.issued,
        "issuer": _label(document.issuer, labels),
        "jurisdiction": _label(document.jurisdiction, labels),
        "characters": document.characters,
        "kept": document.kept,
        "removed": _removed(document.removals),
        "claims": claims,
        "warnings": list(document.warnings),
    }


def _missed(facts: Facts) -> dict[str, dict[str, list[Report]]]:
    """By document: sentences that have a cue word and no fact, and forms that were left open."""
    missed: dict[str, dict[str, list[Report]]] = {
        each.id: {"omissions": [], "ambiguous": []} for each in facts.documents
    }
    for evidence in facts.omissions:
        if evidence.document in missed:
            row: Report = {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
            missed[evidence.document]["omissions"].append(row)
    for form, evidence, candidates in facts.ambiguous:
        if evidence.document in missed:
            row = {"form": form, "start": evidence.start, "end": evidence.end, "candidates": list(candidates)}
            missed[evidence.document]["ambiguous"].append(row)
    return missed


def _resolved(facts: Facts) -> dict[str, int]:
    """How far the documents speak of the same things."""
    met = [(len(t.documents), len({*t.names, *t.forms} - {t.label})) for t in facts.things if t.documents]
    return {
        "in_several_documents": sum(1 for documents, _ in met if documents > 1),
        "with_other_names": sum(1 for _, others in met if others),
        "other_names": sum(others for _, others in met),
        "tenures": len(facts.tenures),
        "successions": sum(1 for link in facts.links if link.predicate == "succeededBy"),
    }


def _most_told(facts: Facts, iris: Iris, told: Mapping[Key, int]) -> list[Report]:
    """Of each kind the things of which most is said."""
    ranks: dict[str, list[tuple[int, Key, str, int]]] = {kind: [] for kind in KINDS}
    for thing in facts.things:
        if told[thing.key] and thing.key.kind in ranks:
            ranks[thing.key.kind].append((-told[thing.key], thing.key, thing.label, len(thing.documents)))
    rows: list[Report] = []
    for kind, things in ranks.items():
        for times, key, label, documents in sorted(things)[:MOST]:
            place = f"n={iris.thing(key).removeprefix(iris.base)}"
            rows.append({"kind": kind, "label": label, "facts": -times, "documents": documents, "view": place})
    return rows


def _label(key: Key | None, labels: Mapping[Key, str]) -> str:
    return labels.get(key, key.name) if key else ""


def _removed(removals: Iterable[Removal]) -> dict[str, dict[str, int]]:
    times: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for removal in removals:
        times[removal.step] += removal.times
        characters[removal.step] += removal.characters
    return {step: {"times": times[step], "characters": characters[step]} for step in sorted(times)}


def _characters(documents: tuple[DocumentFacts, ...]) -> Report:
    return {
        "read": sum(document.characters for document in documents),
        "kept": sum(document.kept for document in documents),
        "removed": _removed(removal for document in documents for removal in document.removals),
    }


def _entities(facts: Facts) -> Report:
    every = Counter((bool(thing.documents), thing.key.kind) for thing in facts.things)
    met = {kind: every[True, kind] for kind in KINDS}
    supplied = sum(times for (known, _), times in every.items() if not known)
    return {"total": every.total() - supplied, "by_kind": met, "from_gazetteer": supplied}


def _claims(facts: Facts, said: _Said) -> Report:
    return {
        "total": said.words.total(),
        "figures": len(facts.figures),
        "by_predicate": said.by(0),
        "by_rule": said.by(1),
        "by_certainty": said.by(2),
        "by_year": dict(sorted(said.by(3).items())),
    }


def _place(evidence: Evidence, names: dict[str, str]) -> Report:
    name = names.get(evidence.document, evidence.document)
    return {"document": name, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def _warnings(facts: Facts, proof: Proof, said: _Said) -> Iterable[str]:
    if facts.documents and not any(thing.documents for thing in facts.things):
        yield "no entity was found: are these Chinese government documents in UTF-8 or GB18030?"
    for document in facts.documents:
        if document.characters and document.kept < KEPT_ENOUGH * document.characters:
            share = f"{document.kept / document.characters:.0%}"
            yield f"{document.name}: only {share} of the characters were kept; see what repair removed"
        if not document.kept:
            yield f"{document.name}: no sentence was found: is it empty, or damaged beyond reading?"
        elif not said.documents[document.id]:
            cues = sum(evidence.document == document.id for evidence in facts.omissions)
            told = f", though {cues} sentences look like ones" if cues else ""
            yield "; ".join((f"{document.name}: no fact was found{told}", *document.warnings[:NOTES]))
    if proof.untrue:
        yield f"{proof.untrue} pieces of evidence did not match the source and were dropped: please report this"
