"""What the page of an entity shows, read from the store: names, direct facts, statements with their sources, figures.

Statements that differ in their document alone are one row with several sources. A page carries so many rows of each
group, from a given one on, and says how many there are. Values are plain, so that they travel as JSON; what a term is
called in which language is left to the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from govgraph.store.serve.names import ALT, GG, HOLDS, LABEL, TYPE

ROWS = 200  # of a group, on one page
SOURCES = 12  # of a row
NEAR = 60  # of a list of things
_OA = "http://www.w3.org/ns/oa#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_POST_IN = "http://www.w3.org/ns/org#postIn"
_STATEMENTS = ("Claim", "Figure")
# What stands elsewhere on the page, or says nothing to people.
_SKIPPED = frozenset(
    {LABEL, ALT, TYPE, GG + "mentionedIn", GG + "firstMention", GG + "evidence"}
    | {_RDF + end for end in ("subject", "predicate", "object")}
)
_RELATIONS = frozenset(
    {HOLDS, "https://schema.org/attendee", *(GG + name for name in ("participant", "leadBody", "actedOnBy"))}
    | {GG + f"{act}By" for act in ("issued", "adopted", "drafted", "reviewed", "revised", "repealed", "proposed")}
)
# Lists of things that point to this one, by the predicate that they do it with.
_POINTING = (
    (GG + "within", "within"),
    (GG + "jurisdiction", "jurisdiction"),
    (_POST_IN, "posts"),
    (GG + "mentionedIn", "mentions"),
)

# What two statements share that are one row.
_SAME = ("predicate", "status", "from", "to", "text")

Ref = dict[str, str]
Row = dict[str, Any]


def page(store: pyoxigraph.Store, base: str, iri: str, first: int = 0) -> dict[str, Any] | None:
    """All that a page shows of an IRI; None where the graph says nothing of it."""
    reader = _Reader(store)
    kinds = [kind.removeprefix(GG) for kind in reader.values(iri, TYPE) if kind.startswith(GG)]
    if next(store.quads_for_pattern(NamedNode(iri), None, None, None), None) is None:
        return None
    kind = next(iter(kinds), "")
    statements = [iri] if kind in _STATEMENTS else reader.statements(iri)
    rows = reader.joined(statements)
    groups = _grouped(rows, iri)
    return {
        "iri": iri,
        "base": base,
        "kind": kind,
        "label": reader.one(iri, LABEL) or iri.rpartition("/")[2],
        "names": reader.values(iri, ALT),
        "direct": list(reader.direct(iri, whole=kind in ("", *_STATEMENTS))),
        "groups": [{**group, "rows": group["rows"][first : first + ROWS]} for group in groups],
        "first": first,
        "most": ROWS,
        "figures": reader.series(iri),
        "lists": [found for found in (reader.pointing_list(iri, *each) for each in _POINTING) if found["total"]],
        "documents": [reader.ref(each) for each in reader.values(iri, GG + "mentionedIn")[:NEAR]],
        "mentions": [reader.source(each) for each in reader.values(iri, GG + "firstMention")[:SOURCES]],
        "known": {name: reader.one(iri, GG + name) for name in ("fileName", "characters", "textHash")},
    }


def labels(store: pyoxigraph.Store, iris: list[str]) -> dict[str, str]:
    """What IRIs are called; those without a label are left out."""
    reader = _Reader(store)
    found = {iri: reader.one(iri, LABEL) or reader.one(iri, GG + "asWritten") for iri in iris[:200]}
    return {iri: label for iri, label in found.items() if label}


def _grouped(rows: list[Row], iri: str) -> list[dict[str, Any]]:
    """Rows by relation and by the end at which the entity stands."""
    groups: dict[tuple[str, bool], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["predicate"], row["subject"]["iri"] == iri), []).append(row)
    return [
        {"predicate": predicate, "forward": forward, "total": len(found), "rows": sorted(found, key=_order)}
        for (predicate, forward), found in sorted(groups.items(), key=lambda item: (item[0][0] != HOLDS, item[0]))
    ]


def _order(row: Row) -> tuple[str, ...]:
    """By time where it is known, the latest first to be seen last; then by name."""
    return (
        row["from"] or row["on"] or "9999",
        row["to"],
        row["subject"]["label"],
        row["object"]["label"],
        row["claims"][0],
    )


class _Reader:
    """Looks things up in one store."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self.store = store
        self.known: dict[str, Ref] = {}

    def values(self, subject: str, predicate: str) -> list[str]:
        """The objects of a subject as strings, sorted."""
        quads = self.store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, None)
        return sorted(str(getattr(quad.object, "value", quad.object)) for quad in quads)

    def one(self, subject: str, predicate: str) -> str:
        """The first object, or nothing."""
        return next(iter(self.values(subject, predicate)), "") if subject else ""

    def value(self, subject: str, predicate: str) -> str:
        """The first object, where that is no thing but a year or a name."""
        quads = self.store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, None)
        return min((quad.object.value for quad in quads if isinstance(quad.object, Literal)), default="")

    def pointing(self, predicate: str, iri: str) -> Iterator[str]:
        """The subjects that a predicate joins to an object."""
        quads = self.store.quads_for_pattern(None, NamedNode(predicate), NamedNode(iri), None)
        return (quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))

    def ref(self, iri: str) -> Ref:
        """An IRI with its label and kind, and of a post the body."""
        if iri not in self.known:
            kind = next((k.removeprefix(GG) for k in self.values(iri, TYPE) if k.startswith(GG)), "") if iri else ""
            label = self.one(iri, LABEL) or iri.rpartition("/")[2]
            self.known[iri] = {"iri": iri, "label": label, "kind": kind}
        return self.known[iri]

    def direct(self, iri: str, *, whole: bool) -> Iterator[dict[str, Any]]:
        """What the graph says directly; relations are told by their statements, unless nothing else is told."""
        for quad in sorted(self.store.quads_for_pattern(NamedNode(iri), None, None, None), key=str):
            predicate = quad.predicate.value
            if predicate in _SKIPPED or (predicate in _RELATIONS and not whole):
                continue
            value = quad.object
            if isinstance(value, NamedNode):
                yield {"predicate": predicate, "ref": self.ref(value.value), "text": ""}
            elif isinstance(value, Literal):
                yield {"predicate": predicate, "ref": None, "text": value.value}

    def statements(self, iri: str) -> list[str]:
        """Claims with the entity, or a post in it, at either end, and figures about it."""
        posts = list(self.pointing(_POST_IN, iri))
        ends = (_RDF + "subject", _RDF + "object")
        found = {each for node in (iri, *posts) for end in ends for each in self.pointing(end, node)}
        return sorted(found | set(self.pointing(GG + "about", iri)))

    def joined(self, statements: list[str]) -> list[Row]:
        """Statements as rows; those that say the same, on whatever day, are one."""
        rows: dict[tuple[str, ...], Row] = {}
        for iri in statements:
            row = self.figure(iri) if self.one(iri, GG + "about") else self.claim(iri)
            ends = (row["subject"]["iri"], row["value"] or row["object"]["iri"])
            known = rows.setdefault((*ends, *(row[name] for name in _SAME)), {**row, **_nothing()})
            known["claims"].append(iri)
            known["certainty"] = sorted({*known["certainty"], row["certainty"]})
            known["days"] = sorted({*known["days"], row["on"]} - {""})
            evidence = self.values(iri, GG + "evidence")
            known["total"] += len(evidence)
            known["sources"] += [self.source(each) for each in evidence[: SOURCES - len(known["sources"])]]
        return [{**row, "on": _span(row["days"])} for row in rows.values()]

    def claim(self, iri: str) -> Row:
        """A claim as a row; where it ends in a year or a name, that is told and the claim is what one can go to."""
        row = self._frame(iri, self.one(iri, _RDF + "subject"), self.one(iri, _RDF + "predicate"))
        if value := self.value(iri, _RDF + "object"):
            return {**row, "object": self.ref(iri), "text": value, "value": value}
        return {**row, "object": self.ref(self.one(iri, _RDF + "object")), "text": "", "value": ""}

    def figure(self, iri: str) -> Row:
        """A figure as a row."""
        number = {name: self.one(iri, GG + name) for name in ("qualifier", "value", "unit", "asWritten", "measure")}
        row = self._frame(iri, self.one(iri, GG + "about"), GG + "about")
        written = number["asWritten"] or f"{number['qualifier']}{number['value']}{number['unit']}"
        text = f"{number['measure']} {written}"
        on = self.one(iri, GG + "period") or row["on"]
        return {**row, "on": on, "object": self.ref(iri), "text": text.strip(), "value": ""}

    def _frame(self, iri: str, subject: str, predicate: str) -> Row:
        names = {"status": "status", "certainty": "certainty", "on": "assertedOn", "from": "validFrom", "to": "validTo"}
        told = {name: self.one(iri, GG + term) for name, term in names.items()}
        return {**told, "subject": self.ref(subject), "predicate": predicate}

    def series(self, iri: str) -> list[dict[str, Any]]:
        """Figures of one measure and unit over years, at least two, as reported: what was planned is no figure yet."""
        found: dict[tuple[str, str], dict[str, float]] = {}
        for each in self.pointing(GG + "about", iri):
            measure, unit, period = (self.one(each, GG + name) for name in ("measure", "unit", "period"))
            value = _number(self.one(each, GG + "value"))
            planned = self.one(each, GG + "status")
            if period[:4].isdigit() and value is not None and not planned:
                found.setdefault((measure, unit), {})[period[:4]] = value
        return [
            {"measure": measure, "unit": unit, "points": sorted(points.items())}
            for (measure, unit), points in sorted(found.items())
            if len(points) > 1
        ]

    def pointing_list(self, iri: str, predicate: str, name: str) -> dict[str, Any]:
        """Things that point here."""
        found = sorted(self.pointing(predicate, iri))
        refs = sorted((self.ref(each) for each in found[: NEAR * 4]), key=lambda ref: (ref["kind"], ref["label"]))
        return {"name": name, "total": len(found), "refs": refs[:NEAR]}

    def source(self, evidence: str) -> dict[str, Any]:
        """A quotation with its document and position."""
        parts = self.values(evidence, _OA + "hasSelector")
        said = {
            name: next(filter(None, (self.one(part, _OA + name) for part in parts)), "")
            for name in ("start", "end", "prefix", "exact", "suffix")
        }
        return {"document": self.ref(self.one(evidence, _OA + "hasSource")), **said}


def _nothing() -> Row:
    """What is gathered of the statements of a row."""
    return {"claims": [], "certainty": [], "days": [], "sources": [], "total": 0}


def _span(days: list[str]) -> str:
    """The first and the last of some days."""
    return "–".join(dict.fromkeys((days[0], days[-1]))) if days else ""


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
