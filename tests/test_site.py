"""The static site: a page for each thing and document, links that lead somewhere, marks on the right characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from typer.testing import CliRunner

from govgraph.cli.app import app
from govgraph.errors import OutputError
from govgraph.model import Evidence
from govgraph.publish.iris import Iris
from govgraph.publish.site import pages, write
from govgraph.publish.site.documents import pieces
from govgraph.store.facts import facts_of
from govgraph.store.open import open_graph
from tests.browser import PHONE, browser, needs_chromium
from tests.facts import facts

ATTACK = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">'\"&{{7*7}}"
BASE = "https://w3id.org/govgraph/id/"


@pytest.fixture(scope="module")
def site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    done = CliRunner().invoke(app(), ["site", str(sample), "--to", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


def page_of(site: Path, kind: str, name: str) -> Path:
    found = [path for path in site.glob(f"{kind}/*.html") if f"<h1>{name}</h1>" in path.read_text(encoding="utf-8")]
    assert found, name
    return found[0]


def test_every_thing_and_document_has_a_page(site: Path, sample: Path) -> None:
    known, iris = facts_of(open_graph(sample))
    for thing in known.things:
        assert (site / f"{iris.thing(thing.key).removeprefix(BASE)}.html").is_file(), thing.label
    for document in known.documents:
        assert (site / f"{iris.document(document.id).removeprefix(BASE)}.html").is_file(), document.name


def test_every_link_leads_to_a_page_and_every_anchor_to_a_mark(site: Path) -> None:
    texts = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    anchors = {name: set(re.findall(r'id="([^"]+)"', text)) for name, text in texts.items()}
    checked = 0
    for name, text in texts.items():
        for href in re.findall(r'href="([^"]+)"', text):
            target, _, anchor = urljoin(name, href).partition("#")
            assert target in texts, f"{name}: {href}"
            assert not anchor or anchor in anchors[target], f"{name}: {href}"
            checked += 1
    assert checked > 1000


def test_marks_stand_on_the_quoted_characters(site: Path, sample: Path) -> None:
    known, iris = facts_of(open_graph(sample))
    document = next(each for each in known.documents if each.name == "jilin/2024-work-report.txt")
    text = (site / f"{iris.document(document.id).removeprefix(BASE)}.html").read_text(encoding="utf-8")
    source = (sample / "sources" / f"{iris.document(document.id).rpartition('/')[2]}.txt").read_text(encoding="utf-8")
    marks = re.findall(r'<mark data-start="(\d+)" data-end="(\d+)">([^<]*)</mark>', text)
    assert len(marks) > 5
    for start, end, words in marks:
        assert unescape(words) == source[int(start) : int(end)]
    shown = re.search(r'<div class="source" lang="zh">(.*?)</div>', text, re.DOTALL)
    assert shown
    assert unescape(re.sub(r"<[^>]*>", "", shown[1])) == source


def test_a_page_has_the_facts_with_their_words(site: Path) -> None:
    text = page_of(site, "initiative", "九解一协调").read_text(encoding="utf-8")
    for expected in (
        "吉林市人民政府",
        "选派“企业知心人",
        "2,658名",
        "<mark>",
        "<svg",
        'class="timeline"',
        "吉林市政府工作报告",
    ):
        assert expected in text, expected
    body = page_of(site, "body", "吉林市人民政府").read_text(encoding="utf-8")
    assert "王吉" in body, "who holds the posts of a body stands on its page"


def test_the_page_of_an_initiative_tells_level_years_and_parts(site: Path) -> None:
    text = unescape(re.sub(r"<[^>]+>", " ", page_of(site, "initiative", "三大改造").read_text(encoding="utf-8")))
    head = " ".join(text.partition("参与方")[0].split())
    for word in ("地级", "三门峡市", "2020–2021", "企业技术改造、智能化改造、绿色化改造"):
        assert word in head, head
    assert "所见年份" in text


def test_the_same_graph_gives_the_same_bytes(site: Path, sample: Path, tmp_path: Path) -> None:
    known, iris = facts_of(open_graph(sample))
    mixed = replace(known, things=known.things[::-1], claims=known.claims[::-1], figures=known.figures[::-1])
    for path, text in pages(mixed, iris, lambda _: None):
        if not path.startswith("doc/"):
            assert text == (site / path).read_text(encoding="utf-8"), path
    assert write(tmp_path / "two", known, iris, lambda _: None) == sum(1 for _ in site.rglob("*.html"))


def test_a_graph_without_texts_still_has_the_quotes(sample: Path) -> None:
    known, iris = facts_of(open_graph(sample))
    found = dict(pages(known, iris, lambda _: None))
    text = next(text for path, text in found.items() if path.startswith("doc/") and "工作报告</h1>" in text)
    assert "<blockquote>" in text
    assert "The text was not kept" in text


def attacked() -> dict[str, str]:
    given = facts()

    def bad(evidence: Evidence) -> Evidence:
        return evidence._replace(quote=ATTACK, prefix=ATTACK, suffix=ATTACK)

    things = tuple(
        t._replace(label=ATTACK, names=(ATTACK,), evidence=tuple(map(bad, t.evidence))) for t in given.things
    )
    claims = tuple(
        c._replace(evidence=tuple(map(bad, c.evidence)), rule=ATTACK, asserted_on=ATTACK, status=ATTACK)
        for c in given.claims
    )
    figures = tuple(
        f._replace(evidence=tuple(map(bad, f.evidence)), measure=ATTACK, unit=ATTACK) for f in given.figures
    )
    documents = tuple(replace(d, title=ATTACK, issued=ATTACK, number=ATTACK) for d in given.documents)
    given = replace(given, things=things, claims=claims, figures=figures, documents=documents)
    return dict(pages(given, Iris.of(BASE, given.documents), lambda _: ATTACK * 20))


def test_no_value_becomes_markup() -> None:
    for path, text in attacked().items():
        assert "<img" not in text, path
        assert "<script>document" not in text, path
        assert "49" not in re.sub(r"sha256-[^']*|#?\w*49\w*", "", text), path
        assert re.findall(r"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;", text), (
            path
        )


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], [("abcdef", False)]),
        ([(0, 6)], [("abcdef", True)]),
        ([(1, 3)], [("a", False), ("bc", True), ("def", False)]),
        ([(1, 4), (2, 6)], [("a", False), ("b", True), ("cd", True), ("ef", True)]),
        ([(1, 3), (1, 5)], [("a", False), ("bc", True), ("de", True), ("f", False)]),
        ([(4, 99)], [("abcdef", False)]),
    ],
)
def test_pieces(spans: list[tuple[int, int]], expected: list[tuple[str, bool]]) -> None:
    evidence = [Evidence("d", start, end, "") for start, end in spans]
    assert [(piece.text, piece.marked) for piece in pieces("abcdef", evidence)] == expected


def test_a_folder_with_other_things_is_refused(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    known, iris = facts_of(open_graph(sample))
    with pytest.raises(OutputError, match="other things"):
        write(tmp_path, known, iris, lambda _: None)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_second_site_replaces_the_first(sample: Path, tmp_path: Path) -> None:
    known, iris = facts_of(open_graph(sample))
    write(tmp_path / "site", known, iris, lambda _: None)
    (tmp_path / "site" / "person" / "gone.html").write_text("old", encoding="utf-8")
    write(tmp_path / "site", known, iris, lambda _: None)
    assert not (tmp_path / "site" / "person" / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def ids(text: str) -> Iterator[str]:
    yield from re.findall(r'id="([^"]+)"', text)


def test_no_identifier_stands_twice(site: Path) -> None:
    for path in site.rglob("*.html"):
        found = list(ids(path.read_text(encoding="utf-8")))
        assert len(found) == len(set(found)), path


@needs_chromium
def test_in_a_browser(site: Path, tmp_path: Path) -> None:
    with browser(tmp_path, PHONE) as window:
        window.open(site / "index.html", ready="document.getElementById('language').textContent")
        window.run("document.getElementById('search').focus()")
        type_ = (
            "(q) => { const s = document.getElementById('search'); s.value = q; s.dispatchEvent(new Event('input')); }"
        )
        for query in ("九解", "jjyxt"):
            window.run(f"({type_})('{query}')")
            assert window.run("document.querySelector('#results a').textContent") == "九解一协调"
        window.run("document.querySelector('#results a').click()")
        window.wait("document.querySelector('h1').textContent === '九解一协调'")
        assert window.run("document.documentElement.scrollWidth") <= PHONE.width
        before = window.run("document.querySelector('h2').innerText")
        window.run("document.getElementById('language').click()")
        assert window.run("document.querySelector('h2').innerText") != before
        window.run("document.querySelector('cite a').click()")
        window.wait("document.querySelectorAll('mark.here').length")
        assert window.run("document.querySelector('mark.here').textContent.length") > 3
        assert window.asked() == []
        assert window.complaints() == []


@needs_chromium
def test_attacks_do_not_run(tmp_path: Path) -> None:
    for path, text in attacked().items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    chosen = [tmp_path / "index.html", *sorted(tmp_path.glob("*/*.html"))[::4]]
    with browser(tmp_path) as window:
        for page in chosen:
            window.open(page, ready="document.getElementById('language').textContent")
            assert window.run("document.title") != "run", page
            assert window.asked() == []
            assert window.complaints() == [], page
