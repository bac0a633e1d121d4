"""Two hundred payloads in every field, in a real browser: report, site and served pages show them and run none.

The view has its own such test beside its other ones.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pyoxigraph

from govgraph.model import Failure
from govgraph.publish import report
from govgraph.publish.iris import Iris
from govgraph.publish.site import write as write_site
from govgraph.settings import DEFAULT_BASE
from tests.browser import Browser, browser, needs_chromium
from tests.facts import JIANGCHUAN, said
from tests.payloads import PAYLOADS, poisoned

pytestmark = needs_chromium
# Elements that none of our pages has in what it tells.
FOREIGN = """document.querySelectorAll("img, object, embed, base, video, marquee, math, template, [onerror], [onload], "
  + "[ontoggle], [onfocus], [onstart], main script:not([type]), a[href^=javascript]").length"""
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def inert(tab: Browser, where: str) -> None:
    assert tab.run("window.ran") is None, where
    assert tab.run(FOREIGN) == 0, where
    assert tab.complaints() == [], where


def test_the_report(tmp_path: Path) -> None:
    turn = iter(PAYLOADS * 9)
    given = poisoned()
    documents = tuple(replace(d, name=p, title=p, genre=p, issued=p) for p in PAYLOADS for d in given.documents[:1])
    missed = tuple(said(JIANGCHUAN, "吴江")._replace(quote=payload) for payload in PAYLOADS)
    ambiguous = tuple((payload, missed[0], (payload, "x")) for payload in PAYLOADS)
    failures = tuple(Failure(payload, payload) for payload in PAYLOADS)
    told = replace(given, documents=documents, omissions=missed, ambiguous=ambiguous, failures=failures)
    ruling = dict.fromkeys(("line", "when", "author", "decision", "said", "reason", "state", "note"), "")
    rulings: list[report.Report] = [{name: next(turn) for name in ruling} for _ in range(100)]
    report.write(tmp_path, told, report.Proof(1, 0), PAYLOADS, rulings)
    with browser(tmp_path) as tab:
        tab.open(tmp_path / "report.html", ready="document.readyState === 'complete'")
        inert(tab, "report")
        assert tab.run("document.body.textContent.includes('onerror=window.ran=1')")
        assert tab.asked() == []


def test_the_site(tmp_path: Path) -> None:
    given = poisoned()
    site = tmp_path / "site"
    write_site(site, given, Iris.of(DEFAULT_BASE, given.documents), lambda _: "\n".join(PAYLOADS))
    with browser(tmp_path) as tab:
        for page in [site / "index.html", *sorted(site.glob("*/index.html")), *sorted(site.glob("*/*.html"))[::8]]:
            tab.open(page, ready="document.getElementById('language').textContent")
            inert(tab, page.name)
            assert tab.asked() == []


def poisoned_graph(sample: Path, path: Path) -> list[str]:
    """The sample graph with a payload in each of its Chinese literals; the IRIs of its things."""
    turn, labelled, triples = 0, [], []
    for subject, predicate, said_so, *_ in pyoxigraph.parse(path=str(sample / "graph.ttl")):
        value = said_so
        if isinstance(value, pyoxigraph.Literal) and value.language == "zh":
            turn += 1
            value = pyoxigraph.Literal(PAYLOADS[turn % len(PAYLOADS)] + value.value, language="zh")
        if predicate.value == LABEL and isinstance(subject, pyoxigraph.NamedNode):
            labelled.append(subject.value)
        triples.append(pyoxigraph.Triple(subject, predicate, value))
    assert turn > 2 * len(PAYLOADS)
    pyoxigraph.serialize(triples, str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return labelled


def test_served_pages(sample: Path, tmp_path: Path) -> None:
    from tests.serving import serving

    things = [iri for iri in poisoned_graph(sample, tmp_path / "graph.ttl") if iri.startswith(DEFAULT_BASE)]
    with serving(tmp_path / "graph.ttl") as server, browser(tmp_path) as tab:
        searches = [f"/?q={quote(payload)}" for payload in PAYLOADS[::25]]
        for path in ["/", *searches, *("/" + iri.split("/", 3)[3] for iri in things[::12])]:
            tab.send("Page.navigate", url="about:blank")
            tab.events.clear()
            tab.send("Page.navigate", url=server.url + path)
            tab.wait("document.querySelector('main') && document.readyState === 'complete'")
            inert(tab, path)
        tab.events.clear()
        tab.send("Page.navigate", url=f"{server.url}/sparql")
        tab.wait("document.body.dataset.ready === '1'")
        asked = 'SELECT ?thing ?l { ?thing rdfs:label ?l FILTER(CONTAINS(?l, "onerror")) } LIMIT 400'
        tab.run(f"void editor.tab.setQuery('{asked}')")
        tab.run("void editor.yasqe.query()")
        tab.wait("document.querySelectorAll('.yasr table tbody tr').length > 20 && document.querySelector('.gg-label')")
        assert tab.run("document.querySelector('.yasr').textContent.includes('onerror')")
        assert tab.run("window.ran") is None
        assert tab.run("document.querySelectorAll('.yasr img, .yasr iframe, .yasr script').length") == 0
