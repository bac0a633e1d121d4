"""``index.html``: the graph as a picture that opens from disk, with the quoted source beside each fact.

A ``pyvis.network.Network`` in our own template: positions computed beforehand, nothing moves, all assets inside, no
request possible. Every value that comes from a document reaches the page as data and is shown as text.

A page carries at most :data:`~govgraph.publish.atlas.CARRIED` things, fewer where much is said of each, and draws at
most 1,500 of them at once; it says what it left out.
"""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph import __version__
from govgraph.model import Facts
from govgraph.publish.atlas import Names, atlas
from govgraph.publish.iris import Iris
from govgraph.publish.looks import LOOKS, OPTIONS, words
from govgraph.publish.overview import Picture, first
from govgraph.settings import DEFAULT_BASE

if TYPE_CHECKING:
    from pyvis.network import Network

# In the order in which they stand in the page; each adds what the later ones use.
SCRIPTS = ("unpack", "data", "filter", "layout", "labels", "draw", "panel", "lists", "export", "search", "keys", "page")


def write(folder: Path, facts: Facts, base: str = DEFAULT_BASE) -> None:
    """Write ``index.html``."""
    text = page(facts, Iris.of(base, facts.documents))
    (folder / "index.html").write_text(text, encoding="utf-8", newline="\n")


def page(facts: Facts, names: Names | None = None) -> str:
    """The whole page; the same text for the same facts."""
    from govgraph.publish.pages import data_block, packed_block, render, template  # noqa: PLC0415 - for build alone

    iris = names or Iris.of(DEFAULT_BASE, facts.documents)
    drawn = atlas(facts, iris)
    picture = first(drawn.facts, drawn.home, iris.thing)
    net = network(picture)
    start = {
        "mode": picture.mode,
        "nodes": net.nodes,
        "edges": net.edges,
        "options": json.loads(net.get_network_data()[5]),
        "looks": {kind: look._asdict() for kind, look in LOOKS.items()},
        "words": words(),
    }
    script = "\n".join(template(f"view/{name}.js") for name in SCRIPTS)
    values = {"start": data_block(start), "data": packed_block(drawn.columns), "looks": LOOKS}
    values |= {"words": words(), "version": __version__}
    return render("view.html", [_vis(), script], [template("view.css")], values)


def network(picture: Picture) -> Network:
    """The picture as pyvis knows it."""
    from pyvis.network import Network  # noqa: PLC0415 - pyvis loads IPython: far too slow for every start

    net = Network(directed=True)
    net.set_options(json.dumps(dict(OPTIONS)))
    for node in picture.nodes:
        options = {name: value for name, value in node.items() if name not in ("id", "label")}
        net.add_node(node["id"], label=node["label"], **options)
    net.edges = picture.edges  # add_edge compares each edge with all before it
    return net


def _vis() -> str:
    """The vis-network that pyvis brings, without the line that sends a debugger to look for its source map."""
    folder = resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    text = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"\r\n?", "\n", text.partition("//# sourceMappingURL")[0])
