"""``index.html``: the graph as a picture that opens from disk, with the quoted source beside each fact.

A ``pyvis.network.Network`` in our own template: positions computed beforehand, nothing moves, all assets inside, no
request possible. Every value that comes from a document reaches the page as data and is shown as text.

At most :data:`DRAWN` things are drawn, the best connected first; the page says how many were left out.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govgraph.model import Claim, Evidence, Facts, Figure, Key, Thing
from govgraph.publish.layout import positions

if TYPE_CHECKING:
    from pyvis.network import Network

DRAWN = 400
HUB = 6  # things with so many neighbours are written larger: the names that can be read from afar
LABEL = 14  # characters of a label in the picture; the panel has the whole name


class Look(NamedTuple):
    """Shape and Okabe-Ito colour of a kind, told apart by either alone; its sign in the legend and its Chinese word."""

    shape: str
    color: str
    sign: str
    word: str


LOOKS = {
    "Person": Look("dot", "#d55e00", "●", "人物"),
    "Post": Look("diamond", "#8a8a8a", "◆", "职务"),
    "Body": Look("square", "#0072b2", "■", "机构"),
    "Place": Look("hexagon", "#009e73", "⬢", "地方"),
    "Initiative": Look("triangle", "#cc79a7", "▲", "行动"),
    "Meeting": Look("star", "#e69f00", "★", "会议"),
    "Instrument": Look("triangleDown", "#56b4e9", "▼", "文件"),
}

# The relation as read from its subject.
WORDS = {
    "holds": "任职",
    "postIn": "所属机构",
    "participant": "参与方",
    "leadBody": "牵头单位",
    "attendee": "出席人",
    "actedOnBy": "经手",
    "issuedBy": "印发单位",
    "adoptedBy": "通过机构",
    "draftedBy": "起草单位",
    "reviewedBy": "审议机构",
    "revisedBy": "修订机构",
    "repealedBy": "废止机构",
    "proposedBy": "提出者",
    "within": "位于",
    "jurisdiction": "辖区",
    "partOf": "隶属",
}

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": False, "multiselect": False},
    "nodes": {"font": {}, "borderWidth": 1, "scaling": {"label": {"drawThreshold": 7}}},
    "edges": {"smooth": False, "color": {"inherit": False, "color": "#8888"}, "width": 1},
}

Link = tuple[Key, str, Key]


def write(folder: Path, facts: Facts) -> None:
    """Write ``index.html``."""
    (folder / "index.html").write_text(page(facts), encoding="utf-8", newline="\n")


def page(facts: Facts) -> str:
    """The whole page; the same text for the same facts."""
    from govgraph.publish.pages import data_block, render, template  # noqa: PLC0415 - needed by build alone

    links = _links(facts)
    chosen = _chosen(facts.things, links)
    ids = {thing.key: f"n{index}" for index, thing in enumerate(chosen)}
    network = _network(chosen, links, ids, facts)
    data = {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": json.loads(network.get_network_data()[5]),
        "kinds": {kind: look.word for kind, look in LOOKS.items()},
        "words": WORDS,
        "left": len(facts.things) - len(chosen),
        **_panel(chosen, facts, ids),
    }
    scripts = [_vis(), template("view.js")]
    return render("view.html", scripts, [template("view.css")], {"data": data_block(data), "looks": LOOKS})


def _vis() -> str:
    """The vis-network that pyvis brings, without the line that sends a debugger to look for its source map."""
    folder = resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    text = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"\r\n?", "\n", text.partition("//# sourceMappingURL")[0])


def _links(facts: Facts) -> tuple[Link, ...]:
    """What connects two things, each once."""
    return tuple(sorted({(claim.subject, claim.predicate, claim.object) for claim in facts.claims}))


def _chosen(things: Iterable[Thing], links: Iterable[Link]) -> list[Thing]:
    """The best-connected things, in the order of their keys; things met nowhere and linked to nothing are no news."""
    degree = Counter(key for subject, _, target in links for key in (subject, target))
    worth = [thing for thing in things if thing.documents or degree[thing.key]]
    best = sorted(worth, key=lambda thing: (-degree[thing.key], thing.key))[:DRAWN]
    return sorted(best, key=lambda thing: thing.key)


def _network(things: list[Thing], links: Iterable[Link], ids: Mapping[Key, str], facts: Facts) -> Network:
    from pyvis.network import Network  # noqa: PLC0415 - pyvis loads IPython: far too slow for every start

    network = Network(directed=True)
    network.set_options(json.dumps(OPTIONS))
    where = _positions(things, links, ids, facts)
    drawn = {(ids[subject], ids[target]): None for subject, _, target in links if subject in ids and target in ids}
    degree = Counter(end for edge in drawn for end in edge)
    for thing in things:
        node = ids[thing.key]
        look = LOOKS[thing.key.kind]
        x, y = where[node]
        size, font = (18, {"size": 26}) if degree[node] >= HUB else (11, {"size": 15})
        style = {"shape": look.shape, "color": look.color, "size": size, "font": font}
        network.add_node(node, label=_short(thing.label), x=x, y=y, **style)
    network.edges = [{"from": start, "to": end} for start, end in drawn]
    return network


def _short(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


def _positions(
    things: list[Thing], links: Iterable[Link], ids: Mapping[Key, str], facts: Facts
) -> dict[str, tuple[float, float]]:
    neighbours: dict[str, list[str]] = defaultdict(list)
    for subject, _, target in links:
        if subject in ids and target in ids:
            neighbours[ids[subject]].append(ids[target])
            neighbours[ids[target]].append(ids[subject])
    return positions(_groups(things, neighbours, ids, facts), neighbours)


def _groups(
    things: list[Thing], neighbours: Mapping[str, list[str]], ids: Mapping[Key, str], facts: Facts
) -> dict[str, list[str]]:
    """Nodes by jurisdiction: that of their documents, or where these differ, that of most of their neighbours."""
    homes = {document.id: document.jurisdiction for document in facts.documents}
    jurisdictions = {key for key in homes.values() if key}
    group: dict[str, str] = {}
    open_: list[str] = []
    for thing in things:
        places = {thing.key} if thing.key in jurisdictions else {homes.get(document) for document in thing.documents}
        place = places.pop() if len(places) == 1 else None
        if place:
            group[ids[thing.key]] = place.name
        else:
            open_.append(ids[thing.key])
    settled = dict(group)
    for node in open_:
        votes = Counter(settled[other] for other in neighbours.get(node, ()) if other in settled)
        group[node] = min(votes, key=lambda name: (-votes[name], name), default="")
    members: dict[str, list[str]] = defaultdict(list)
    for node, name in group.items():
        members[name].append(node)
    return members


def _panel(things: list[Thing], facts: Facts, ids: Mapping[Key, str]) -> dict[str, object]:
    """What the panel tells of each node: names, kind, facts with their evidence."""
    labels = {thing.key: thing.label for thing in facts.things}
    documents = {document.id: index for index, document in enumerate(facts.documents)}
    told: dict[str, list[dict[str, object]]] = defaultdict(list)
    for claim in facts.claims:
        for key, other, forward in ((claim.subject, claim.object, True), (claim.object, claim.subject, False)):
            if key in ids:
                fact = _fact(claim, documents) | {
                    "p": claim.predicate,
                    "f": forward,
                    "o": labels.get(other, other.name),
                }
                told[ids[key]].append(fact | ({"n": ids[other]} if other in ids else {}))
    for figure in facts.figures:
        if figure.about in ids:
            shown = {"p": "figure", "o": f"{figure.measure} {figure.as_written}".strip(), "period": figure.period}
            told[ids[figure.about]].append(_fact(figure, documents) | shown)
    return {
        "things": {ids[thing.key]: _thing(thing, documents) for thing in things},
        "facts": told,
        "documents": [{"name": d.name, "title": d.title, "issued": d.issued} for d in facts.documents],
    }


def _thing(thing: Thing, documents: Mapping[str, int]) -> dict[str, object]:
    return {
        "label": thing.label,
        "kind": thing.key.kind,
        "names": list(dict.fromkeys([*thing.names, *thing.forms])),
        "met": [_evidence(evidence, documents) for evidence in thing.evidence],
    }


def _fact(claim: Claim | Figure, documents: Mapping[str, int]) -> dict[str, object]:
    return {
        "rule": claim.rule,
        "certainty": claim.certainty,
        "status": claim.status,
        "e": [_evidence(evidence, documents) for evidence in claim.evidence],
    }


def _evidence(evidence: Evidence, documents: Mapping[str, int]) -> list[object]:
    place = documents.get(evidence.document, -1)
    return [place, evidence.start, evidence.end, evidence.prefix, evidence.quote, evidence.suffix]
