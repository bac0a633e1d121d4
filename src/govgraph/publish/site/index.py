"""The first page, with a search over all names, and one list for each kind.

The search knows every name and, for names in Chinese, the first letters of their pinyin; it works in the page.
"""

from __future__ import annotations

from govgraph.publish import initials
from govgraph.publish.looks import LOOKS
from govgraph.publish.pages import data_block
from govgraph.publish.site.frame import framed
from govgraph.publish.site.known import Known

FIRST = 12  # of each kind on the first page


def index_page(known: Known) -> str:
    """The first page."""
    best = {
        kind: sorted(
            (thing for thing in known.things if thing.key.kind == kind),
            key=lambda thing: (-known.degree[thing.key], thing.label, known.names.thing(thing.key)),
        )
        for kind in known.kinds
    }
    sections = [
        {
            "kind": kind,
            "title": known.pair("kinds", kind),
            "count": len(things),
            "sign": LOOKS[kind].sign,
            "color": LOOKS[kind].color,
            "refs": [known.ref(thing.key) for thing in things[:FIRST]],
        }
        for kind, things in best.items()
    ]
    values = {
        "sections": sections,
        "documents": [(each, known.document_path(each.id)) for each in known.documents[:FIRST]],
        "many": len(known.documents),
        "claims": len(known.facts.claims),
        "figures": len(known.facts.figures),
        "data": data_block(_names(known)),
    }
    return framed("index", known.pair("ui", "title")[0], values, known, top="", scripts=("search",))


def _names(known: Known) -> dict[str, object]:
    """What the search looks through, the best connected first."""
    order = sorted(known.things, key=lambda thing: (-known.degree[thing.key], known.names.thing(thing.key)))
    rows = [
        [known.path(thing.key), thing.key.kind, thing.label, sorted({*thing.names, *thing.forms} - {thing.label, ""})]
        for thing in order
    ]
    rows += [[known.document_path(e.id), "Document", e.title or e.name, [e.name]] for e in known.documents]
    names = [name for thing in order for name in (thing.label, *thing.names)]
    kinds = {kind: [look.sign, *known.pair("kinds", kind)] for kind, look in LOOKS.items()}
    return {"rows": rows, "initials": initials.of(names), "kinds": kinds | {"Document": ["▤", "来源文件", "Source"]}}


def list_page(known: Known, kind: str) -> str:
    """All things of a kind, or all documents."""
    if kind == "Document":
        title = ("来源文件", "Documents")
        rows = [
            (each.title or each.name, known.document_path(each.id), each.issued or each.name, "▤")
            for each in known.documents
        ]
    else:
        title = known.pair("kinds", kind)
        rows = [
            (thing.label, known.path(thing.key), str(known.degree[thing.key]), LOOKS[kind].sign)
            for thing in known.things
            if thing.key.kind == kind
        ]
    color = LOOKS[kind].color if kind in LOOKS else ""
    return framed("list", title[0], {"title": title, "rows": rows, "color": color}, known)
