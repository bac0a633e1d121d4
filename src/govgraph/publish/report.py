"""What was read, repaired, found, resolved and missed: ``report.json`` for machines, ``report.html`` for people.

A number that is not proved here is not claimed anywhere else. Warnings are one sentence each and name the document.
It will not judge: what is ambiguous or was left out is listed with its place in the source.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    warnings = (*_warnings(facts, proof), *notes)
    report = summary(facts, proof, base) | {"corrections": list(rulings), "warnings": list(warnings)}
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
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


def summary(facts: Facts, proof: Proof, base: str = DEFAULT_BASE) -> Report:
    """The report as plain values, without the warnings; ``view`` is where index.html shows what a row tells of."""
    iris, missed = Iris.of(base, facts.documents), _missed(facts)
    names = {document.id: document.name for document in facts.documents}
    labels = {thing.key: thing.label for thing in facts.things}
    claims = _claims_by_document(facts)
    return {
        "version": __version__,
        "documents": {
            "read": len(facts.documents),
            "failed": len(facts.failures),
            "list": [
                _document(document, labels, claims[document.id])
                | missed[document.id]
                | {"view": f"v=table&d={iris.document(document.id).removeprefix(base)}"}
                for document in sorted(facts.documents, key=lambda each: (each.name, each.id))
            ],
            "failures": [{"name": f.name, "reason": f.reason} for f in facts.failures],
        },
        "characters": _characters(facts.documents),
        "entities": _entities(facts),
        "claims": _claims(facts),
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
        "most_told": _most_told(facts, iris),
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


def _claims_by_document(facts: Facts) -> Counter[str]:
    return Counter(document for fact in _stated(facts) for document in {e.document for e in fact.evidence})


def _stated(facts: Facts) -> Iterator[Claim | Figure]:
    """What documents say, without what only the gazetteer or a name tells."""
    yield from filter(stands, facts.claims)
    yield from facts.figures


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
    met = [thing for thing in facts.things if thing.documents]
    return {
        "in_several_documents": sum(1 for thing in met if len(thing.documents) > 1),
        "with_other_names": sum(1 for thing in met if {*thing.names, *thing.forms} - {thing.label}),
        "other_names": sum(len({*thing.names, *thing.forms} - {thing.label}) for thing in met),
        "tenures": len(facts.tenures),
        "successions": sum(1 for link in facts.links if link.predicate == "succeededBy"),
    }


def _most_told(facts: Facts, iris: Iris) -> list[Report]:
    """Of each kind the things of which most is said."""
    told = Counter(key for claim in facts.claims if stands(claim) for key in {claim.subject, claim.object})
    told.update(figure.about for figure in facts.figures)
    rows: list[Report] = []
    for kind in KINDS:
        things = [thing for thing in facts.things if thing.key.kind == kind and told[thing.key]]
        for thing in sorted(things, key=lambda thing: (-told[thing.key], thing.key))[:MOST]:
            numbers = {"facts": told[thing.key], "documents": len(thing.documents)}
            place = f"n={iris.thing(thing.key).removeprefix(iris.base)}"
            rows.append({"kind": kind, "label": thing.label, **numbers, "view": place})
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
    met = Counter(thing.key.kind for thing in facts.things if thing.documents)
    supplied = sum(1 for thing in facts.things if not thing.documents)
    return {"total": sum(met.values()), "by_kind": {kind: met[kind] for kind in KINDS}, "from_gazetteer": supplied}


def _claims(facts: Facts) -> Report:
    predicates, rules, certainties, years = (Counter[str]() for _ in range(4))
    for claim in _stated(facts):
        predicates.update([claim.predicate] if isinstance(claim, Claim) else [])
        rules[claim.rule] += 1
        certainties[claim.certainty] += 1
        years.update(filter(None, [_year(claim)]))
    return {
        "total": rules.total(),
        "figures": len(facts.figures),
        "by_predicate": _sorted(predicates),
        "by_rule": _sorted(rules),
        "by_certainty": _sorted(certainties),
        "by_year": dict(sorted(years.items())),
    }


def _year(claim: Claim | Figure) -> str:
    date = claim.valid_from if isinstance(claim, Claim) else claim.period
    return (date or claim.asserted_on)[:4]


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _place(evidence: Evidence, names: dict[str, str]) -> Report:
    name = names.get(evidence.document, evidence.document)
    return {"document": name, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def _warnings(facts: Facts, proof: Proof) -> Iterable[str]:
    claims = _claims_by_document(facts)
    if facts.documents and not any(thing.documents for thing in facts.things):
        yield "no entity was found: are these Chinese government documents in UTF-8 or GB18030?"
    for document in facts.documents:
        if document.characters and document.kept < KEPT_ENOUGH * document.characters:
            share = f"{document.kept / document.characters:.0%}"
            yield f"{document.name}: only {share} of the characters were kept; see what repair removed"
        if not document.kept:
            yield f"{document.name}: no sentence was found: is it empty, or damaged beyond reading?"
        elif not claims[document.id]:
            cues = sum(evidence.document == document.id for evidence in facts.omissions)
            told = f", though {cues} sentences look like ones" if cues else ""
            yield "; ".join((f"{document.name}: no fact was found{told}", *document.warnings[:NOTES]))
    if proof.untrue:
        yield f"{proof.untrue} pieces of evidence did not match the source and were dropped: please report this"
