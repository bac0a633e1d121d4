"""The view in a real browser: it asks nobody, runs nothing of a document's, and leads from a click to the quote."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

import govgraph
from govgraph.model import Contradiction, Facts, Key, Thing
from govgraph.publish import view
from tests.browser import DESKTOP, PHONE, Browser, Size, browser, needs_chromium
from tests.facts import LIN, MAYOR, facts
from tests.payloads import PAYLOADS, poisoned
from tests.test_view import wide

pytestmark = needs_chromium
CORPUS = Path(__file__).parent.parent / "seeds" / "corpus"
INITIATIVE = "九解一协调"
DIRECT = ("org#holds", "org#postIn", "ns#participant", "ns#leadBody", "ns#within", "ns#jurisdiction")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    govgraph.build([CORPUS], out)
    return out / "index.html"


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser")) as running:
        yield running


@pytest.fixture
def page(tab: Browser, sample: Path) -> Browser:
    tab.resize(DESKTOP)
    tab.open(sample, "l=zh")
    return tab


def written(folder: Path, given: Facts) -> Path:
    path = folder / "index.html"
    path.write_text(view.page(given), encoding="utf-8")
    return path


def middle(tab: Browser, element: str) -> tuple[float, float]:
    x, y = tab.run(f"(r => [r.x + r.width / 2, r.y + r.height / 2])(({element}).getBoundingClientRect())")
    return x, y


def picture(tab: Browser) -> Any:
    return tab.run("JSON.stringify([G.nodes.get(), G.edges.get(), G.net.getScale(), G.net.getViewPosition()])")


def test_nothing_is_asked_for_and_nothing_refused(page: Browser) -> None:
    assert page.asked() == []
    assert page.complaints() == []
    assert page.run("G.timing.first") > 0


def test_who_takes_part_is_one_click_away(page: Browser) -> None:
    """The issue allows four clicks."""
    button = f"[...document.querySelectorAll('#panel button.thing')].find(b => b.textContent === '{INITIATIVE}')"
    page.click(*middle(page, button))
    assert page.run("document.querySelector('#panel h2').textContent").endswith(INITIATIVE)
    assert "层级：地级 · 归属：吉林市 · 年份：2023–2024" in page.run("document.querySelector('#panel').textContent")
    first = "document.querySelector('#panel details')"
    assert page.run(f"{first}.querySelector('h3').textContent").startswith(("参与方", "牵头单位"))
    mark = f"{first}.querySelector('mark')"
    assert "九解" in page.run(f"{mark}.textContent")
    assert 0 < middle(page, mark)[1] < DESKTOP.height


def test_who_takes_part_is_two_clicks_away_by_the_overview(page: Browser) -> None:
    page.click(*middle(page, "document.querySelector('#by [data-by=initiative]')"))
    assert 2 <= page.run("G.nodes.length") <= 40
    find = f"G.nodes.get().find(n => n.name.startsWith('{INITIATIVE}'))"
    x, y = page.run(f"(n => (p => [p.x, p.y])(G.net.canvasToDOM(n)))({find})")
    left, top = page.run("(r => [r.x, r.y])(document.getElementById('picture').getBoundingClientRect())")
    page.click(left + x, top + y)
    assert page.run("document.querySelector('#panel h2').textContent").endswith(INITIATIVE)
    assert page.run("document.querySelectorAll('#panel mark').length") > 3


def test_an_edge_leads_to_its_fact(page: Browser) -> None:
    fact = page.run("[...Array(G.data.facts).keys()].find(f => G.data.p(f) === 'participant')")
    page.run(f"G.fact({fact})")
    assert page.run("document.querySelector('#panel article.pointed mark').textContent")


@pytest.mark.parametrize("wanted", [INITIATIVE, "一协", "jjyxt", "JJYX", "九解一协调服务企业"])
def test_search(wanted: str, page: Browser) -> None:
    assert page.run(f"G.search('{wanted}').map(t => G.data.label[t])")[0] == INITIATIVE


def test_the_legend_is_the_filter_and_counts_are_live(page: Browser) -> None:
    before = page.run("G.nodes.length")
    posts = page.run("G.shown.counts.kind.get('Post')")
    page.click(*middle(page, "document.querySelector('#legend [data-kind=Post]')"))
    assert page.run("G.nodes.length") == before - posts
    assert page.run("G.edges.get().some(e => e.title.includes('经职务'))"), "people stay linked to their bodies"
    box = "document.querySelector('[data-facet=initiative] input')"
    count = int(page.run(f"{box}.parentElement.querySelector('b').textContent"))
    page.run(f"{box}.click()")
    assert page.run("G.shown.things.length") == count
    assert page.run("G.nodes.length") == count
    assert page.run("document.getElementById('live').textContent").startswith(f"显示 {count}")


@pytest.mark.parametrize("facet", ["year", "source", "certainty", "place"])
def test_each_choice_shows_what_it_counted(facet: str, page: Browser) -> None:
    what = "things" if facet == "place" else "facts"
    values = page.run(f"[...G.shown.counts.{facet}.keys()]")
    assert len(values) > 1
    for value in values:
        literal = f"'{value}'" if isinstance(value, str) else value
        counted = page.run(
            f"G.state && (G.s = Object.assign(G.state(), {{}}), G.select().counts.{facet}.get({literal}))"
        )
        assert page.run(f"G.s.chosen.{facet}.add({literal}), G.select().{what}.length") == counted


def test_a_permalink_gives_the_same_picture(tab: Browser, page: Browser, sample: Path) -> None:
    page.run(f"G.s.chosen.kind.add('Meeting'), G.update(), G.show(G.search('{INITIATIVE}')[0])")
    address, before = page.run("G.address()"), picture(page)
    assert "initiative/" in address
    tab.open(sample, address.partition("#")[2])
    assert picture(tab) == before
    assert tab.run("document.querySelector('#panel h2').textContent").endswith(INITIATIVE)


def test_a_link_to_what_is_gone_says_so(tab: Browser, sample: Path) -> None:
    tab.open(sample, "n=person/aaaaaaaaaa&l=en")
    assert "not in this graph" in tab.run("document.getElementById('left').textContent")
    assert tab.run("G.s.thing") == -1


def test_svg_holds_every_name_that_has_room(page: Browser) -> None:
    page.run(f"G.show(G.search('{INITIATIVE}')[0]), G.go({{ego: G.s.thing}})")
    svg = ET.fromstring(page.run("G.svg()"))
    texts = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert INITIATIVE in texts
    assert (
        len([text for text in texts if text and page.run(f"G.data.label.map(G.short).includes({json.dumps(text)})")])
        > 5
    )
    assert "人物" in texts


def test_gexf_is_the_picture(page: Browser) -> None:
    gexf = ET.fromstring(page.run("G.gexf()"))
    space = "{http://gexf.net/1.3}"
    assert len(list(gexf.iter(f"{space}node"))) == page.run("G.nodes.length")
    assert list(gexf.iter(f"{space}edge"))


def test_turtle_says_nothing_that_the_graph_does_not_say(page: Browser, sample: Path) -> None:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(sample.with_name("graph.ttl")), format=pyoxigraph.RdfFormat.TURTLE)
    told = set(pyoxigraph.parse(page.run("G.turtle()").encode(), format=pyoxigraph.RdfFormat.TURTLE))
    direct = [triple for triple in told if triple.predicate.value.rpartition("/")[2] in DIRECT]
    assert len(direct) > 40
    for triple in direct:
        assert pyoxigraph.Quad(triple.subject, triple.predicate, triple.object) in store
    assert any(triple.predicate.value.endswith("oa#exact") for triple in told)


def test_csv_has_a_row_for_each_fact(page: Browser) -> None:
    rows = list(csv.DictReader(io.StringIO(page.run("G.csv()").removeprefix("\ufeff"))))
    assert len(rows) == page.run("G.shown.facts.length")
    assert any(row["subject"] == INITIATIVE and "九解" in row["quote"] for row in rows)


def test_png_is_one(page: Browser) -> None:
    head = page.run("G.png().then(b => b.slice(1, 4).text())")
    assert head == "PNG"


def test_a_citation_stands_alone(page: Browser) -> None:
    fact = page.run("[...Array(G.data.facts).keys()].find(f => G.data.p(f) === 'participant')")
    text = page.run(f"G.citation({fact})")
    assert "参与方：" in text
    assert "《" in text
    assert "https://w3id.org/govgraph/id/claim/" in text


@pytest.mark.parametrize("chosen", ["", "G.show(0)", f"G.show(G.search('{INITIATIVE}')[0])"])
def test_print_is_two_pages_at_most(chosen: str, page: Browser) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    page.run(chosen or "0")
    document = pdfium.PdfDocument(page.pdf())
    assert len(document) == (2 if chosen else 1)
    assert "政务知识图谱" in document[0].get_textpage().get_text_range()


def test_what_has_no_room_on_paper_is_counted(page: Browser) -> None:
    page.run(f"G.show(G.search('{INITIATIVE}')[0]), G.paper()")
    told = page.run("document.querySelectorAll('#panel article').length")
    printed = page.run("document.querySelectorAll('#paper article').length")
    assert 5 < printed < told
    assert f"{told - printed} 条未印出" in page.run("document.getElementById('paper').textContent")
    page.run("G.show(G.search('周明远')[0]), G.paper()")
    assert "未印出" not in page.run("document.getElementById('paper').textContent")


def test_the_documents_are_named_and_lead_to_what_they_say(page: Browser) -> None:
    page.run("document.querySelector('#panel .source button').click()")
    assert page.run("G.s.view") == "table"
    assert page.run("G.rows().length") > 3
    assert page.run("G.rows().every((f) => G.data.said.e[f].some((n) => G.data.evidence.d[n] === 0))")


def test_without_a_mouse(page: Browser) -> None:
    page.press("/")
    for letter in "jjyxt":
        page.press(letter)
    page.press("Enter")
    assert page.run("G.data.label[G.s.thing]") == INITIATIVE
    page.run("document.activeElement.blur()")
    page.press("t")
    assert page.run("document.querySelectorAll('#table tbody tr').length") > 100
    page.press("l")
    assert page.run("document.querySelectorAll('#timeline section').length") > 5
    page.press("g")
    page.run("document.getElementById('picture').focus()")
    for _ in range(3):
        page.press("ArrowRight")
    reached = page.run("G.cursor")
    assert page.run("document.getElementById('live').textContent")
    page.press("Enter")
    assert reached == page.run("'n' + G.s.thing")
    page.run("document.activeElement.blur()")
    for _ in range(8):
        page.press("Escape")
    assert page.run("G.s.thing") == -1
    for kind in ("Person", "Post", "Body", "Place", "Initiative", "Meeting", "Instrument"):
        page.run(f"document.querySelector('#legend [data-kind={kind}]').focus()")
        page.press("Enter")
        assert page.run(f"G.s.chosen.kind.has('{kind}')"), kind


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_that_acts_has_a_name(language: str, tab: Browser, sample: Path) -> None:
    tab.open(sample, f"l={language}")
    tab.run("G.show(0)")
    nodes = tab.send("Accessibility.getFullAXTree")["nodes"]
    acting = [
        n for n in nodes if n.get("role", {}).get("value") in ("button", "tab", "checkbox", "combobox", "application")
    ]
    assert len(acting) > 40
    assert [n for n in acting if not n.get("name", {}).get("value")] == []


CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("shown", ["graph", "table", "timeline"])
def test_contrast(theme: str, shown: str, tab: Browser, sample: Path) -> None:
    tab.open(sample, f"l=zh&t={theme}&v={shown}")
    tab.run(f"G.show(G.search('{INITIATIVE}')[0])")
    ratio, where = tab.run(CONTRAST)
    assert ratio >= 4.5, where


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_scrolls_one_way(language: str, tab: Browser, sample: Path) -> None:
    tab.resize(PHONE)
    tab.open(sample, f"l={language}")
    for step in ("0", "G.show(0)", "G.go({view: 'table'})", "G.go({view: 'timeline'})", "G.drawer()"):
        tab.run(step)
        assert tab.run("document.documentElement.scrollWidth") <= PHONE.width, step


def test_old_browsers_unpack_by_hand(tab: Browser, sample: Path) -> None:
    script = tab.send("Page.addScriptToEvaluateOnNewDocument", source="delete window.DecompressionStream")
    tab.open(sample, "l=zh")
    tab.send("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])
    assert tab.run("typeof DecompressionStream") == "undefined"
    assert tab.run("G.data.label").count(INITIATIVE) == 1


def test_a_page_in_a_page_works(tab: Browser, sample: Path, tmp_path: Path) -> None:
    import html

    framed = html.escape(sample.read_text(encoding="utf-8"))
    outer = tmp_path / "outer.html"
    outer.write_text(f'<iframe srcdoc="{framed}"></iframe>', encoding="utf-8")
    tab.open(outer, ready="frames[0]?.document.body?.dataset.ready === '1'")
    assert tab.complaints() == []


def test_many_are_never_drawn_at_once(tab: Browser, tmp_path: Path) -> None:
    tab.open(written(tmp_path, wide(1800, 12)), "l=zh")
    assert tab.run("G.nodes.length") == 13
    tab.run("G.go({mode: 'things'})")
    assert tab.run("G.nodes.length") == 300
    assert "未绘出" in tab.run("document.getElementById('left').textContent")
    tab.run("G.go({wide: true})")
    assert tab.run("G.nodes.length") == 1500
    tab.run("G.go({view: 'table', list: 'left'})")
    assert tab.run("G.rows().length") == 1813 - 1500
    tab.run("G.home(), G.follow(G.nodes.get()[1].id)")
    assert tab.run("G.s.chosen.place.size") == 1
    assert 1 < tab.run("G.nodes.length") <= 300


def scattered() -> Facts:
    """A province with some large places and many of which hardly anything is known, and what belongs nowhere."""
    given = wide(600, 12)
    hamlets = [Key("Place", f"云岭省青石{n}村") for n in range(90)]
    homeless = [Key("Initiative", f"第{n}项行动") for n in range(9)]
    return replace(
        given, things=(*given.things, *(Thing(k, k.name, documents=("0" * 32,)) for k in hamlets + homeless))
    )


def test_the_first_picture_stays_when_the_data_come(tab: Browser, tmp_path: Path) -> None:
    """Small places stand together; page and build group alike, and no disc lies on another."""
    tab.resize(DESKTOP)
    tab.open(written(tmp_path, scattered()), "l=zh")
    shown = tab.run("G.nodes.get().map((n) => [+n.name.split('\\n').pop().replace(',', ''), n.x, n.y, n.size])")
    first = tab.run("G.start.nodes.map((n) => +n.label.split('\\n').pop().replace(',', ''))")
    assert sorted(count for count, *_ in shown) == sorted(first) == sorted([9, 91, *[51] * 12])
    for n, (_, x, y, size) in enumerate(shown):
        assert all((x - a) ** 2 + (y - b) ** 2 > (size + other) ** 2 for _, a, b, other in shown[:n])
    tab.run("G.follow(G.nodes.get().find((n) => n.name.startsWith('其他')).id)")
    assert tab.run("G.shown.things.length") == 90


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("at", ["l=zh", "l=en&b=initiative&m=overview", INITIATIVE])
def test_names_lie_in_the_window_and_on_nothing(size: Size, at: str, tab: Browser, sample: Path) -> None:
    tab.resize(size)
    tab.open(sample, at)
    boxes, width, height = tab.run(BOXES)
    assert len(boxes) > 3
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert right <= width
        assert top >= 0
        assert bottom <= height
        assert not any(left < c and a < right and top < d and b < bottom for a, b, c, d in boxes[:n])
    tab.resize(DESKTOP)


# What is written in the picture, in pixels of the window.
BOXES = """(() => {
  const box = document.getElementById("picture"), shown = G.written(G.net.getScale(), 13);
  const drawn = G.nodes.get([...shown.keys()]).map((node) => {
    const at = G.net.canvasToDOM(node), lines = node.name.split("\\n");
    const half = 6 * Math.max(...lines.map((line) => line.length));
    const far = node.size * G.net.getScale() + 1, high = 13 * lines.length;
    const top = shown.get(node.id) > 0 ? at.y + far : at.y - far - high;
    return [at.x - half, top, at.x + half, top + high];
  });
  return [drawn, box.clientWidth, box.clientHeight];
})()"""


def test_a_crowd_of_neighbours_is_cut_and_said(tab: Browser, tmp_path: Path) -> None:
    tab.open(written(tmp_path, wide(700, 1)), "l=zh")
    tab.run("G.go({mode: 'things', ego: G.search('第0市')[0], thing: G.search('第0市')[0]})")
    assert tab.run("G.nodes.length") == 251
    assert "451 个相邻实体未绘出" in tab.run("document.getElementById('left').textContent")
    assert tab.run("G.nodes.get().some((n) => n.name === '云岭省')"), "each kind has its turn"


def test_contradictions_are_dashed_and_show_both(tab: Browser, tmp_path: Path) -> None:
    given = facts()
    one, two = (claim for claim in given.claims if claim.subject == LIN and claim.predicate == "holds")
    clash = Contradiction("post", "conflict", MAYOR, "市长", "2024", one, two)
    tab.open(written(tmp_path, replace(given, contradictions=(clash,), links=())), "l=zh")
    tab.run("G.show(G.search('林知远')[0])")
    assert "互相矛盾" in tab.run("document.querySelector('#panel .against').textContent")
    assert tab.run("document.querySelectorAll('#panel .against mark').length") == 2
    assert tab.run("G.edges.get().filter(e => e.dashes).length") == 1


def test_two_hundred_payloads_in_every_field_run_nothing(tab: Browser, tmp_path: Path) -> None:
    assert len(set(PAYLOADS)) == 200
    tab.open(written(tmp_path, poisoned()), "l=zh")
    tab.run("for (let t = 0; t < G.data.size; t++) { G.s.thing = t; G.panel(); }")
    for step in (
        "G.go({mode: 'things', wide: true})",
        "G.go({mode: 'overview', by: 'initiative'})",
        "G.go({view: 'table'})",
        "G.go({view: 'table', list: 'things'})",
        "G.go({view: 'timeline'})",
        "G.show(0), G.show(1), G.fact(0), G.paper()",
        "for (const d of document.querySelectorAll('#facets details')) d.dataset.wide = d.open = '1'; G.filters()",
        "(box => { box.value = '<'; box.dispatchEvent(new Event('input')); })(document.getElementById('search'))",
        "G.edges.forEach(e => { const d = document.createElement('div'); d.innerText = e.title; })",
        "G.svg(), G.csv(), G.turtle(), G.gexf(), G.png().then(() => 1)",
    ):
        tab.run(step)
    ET.fromstring(tab.run("G.svg()"))
    ET.fromstring(tab.run("G.gexf()"))
    list(pyoxigraph.parse(tab.run("G.turtle()").encode(), format=pyoxigraph.RdfFormat.TURTLE))
    assert tab.run("window.ran") is None
    assert (
        tab.run("document.querySelectorAll('img, iframe, object, embed, base, link, video, #panel script').length") == 0
    )
    assert tab.asked() == []
    assert tab.complaints() == []
