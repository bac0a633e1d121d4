"""Pages and editor in a real browser: read, search, ask, download; and what the pages of other sites cannot do."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import govgraph
from govgraph.corrections import journal
from govgraph.settings import Settings
from tests import browser as driver
from tests.browser import DESKTOP, PHONE, Browser, browser, needs_chromium
from tests.serving import Server, serving

pytestmark = needs_chromium
ATTACK = "<img src=x onerror=document.title='run'><script>document.title='run'</script>"


class Address:
    """An address where ``Browser.open`` expects a file."""

    def __init__(self, url: str) -> None:
        self.url = url

    def as_uri(self) -> str:
        return self.url


def visit(page: Browser, url: str, ready: str = "document.readyState === 'complete'") -> None:
    page.open(Address(url), ready=ready)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def served(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    proposals = tmp_path_factory.mktemp("proposals") / "proposals.tsv"
    with serving(sample, "--allow-corrections", str(proposals)) as server:
        yield server


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser")) as running:
        yield running


def away(page: Browser, server: Server) -> list[str]:
    return [url for url in page.asked() if not url.startswith(server.url + "/")]


def type_in(page: Browser, text: str) -> None:
    page.run("document.getElementById('search').focus()")
    page.send("Input.insertText", text=text)


def test_search_to_person_to_fact_to_source(page: Browser, served: Server) -> None:
    visit(page, f"{served.url}/?lang=zh")
    type_in(page, "王吉")
    page.wait("document.querySelector('#hits li')")
    page.press("ArrowDown")
    page.press("Enter")
    page.wait("document.querySelector('h1')?.textContent.includes('王吉') && document.querySelector('.career .fact')")
    assert "市长" in page.run("document.querySelector('.career').textContent")
    page.run("document.querySelector('.career .fact summary').click()")
    page.run("document.querySelector('.career .fact a[data-page]').click()")
    page.wait("document.querySelector('blockquote .source mark')")
    quote, marked, text = page.run(
        "[document.querySelector('.career blockquote p mark').textContent,"
        " document.querySelector('blockquote .source mark').textContent,"
        " document.querySelector('blockquote .source pre').textContent]"
    )
    assert quote == marked
    assert len(text) > len(marked) + 40
    assert page.complaints() == []
    assert away(page, served) == []


def test_the_marked_characters_are_those_of_the_source(page: Browser, served: Server) -> None:
    visit(page, served.url + served.page_of("九解一协调", "Initiative"))
    links = page.run("[...document.querySelectorAll('.fact a[data-page]')].map((a) => a.href)")
    assert links
    for link in links[:4]:
        visit(page, link, "document.getElementById('here')")
        start, end = (
            int(link.partition(f"{name}=")[2].partition("&")[0].partition("#")[0]) for name in ("start", "end")
        )
        source = link.partition("?")[0].rpartition("/")[2]
        text = (served.folder / "sources" / f"{source}.txt").read_bytes().decode("utf-8")
        assert page.run("document.getElementById('here').textContent") == text[start:end]


def test_an_example_query_runs_and_its_csv_downloads(page: Browser, served: Server, tmp_path: Path) -> None:
    page.send("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    visit(page, f"{served.url}/sparql?lang=zh", "document.body.dataset.ready === '1'")
    title = page.run("document.querySelectorAll('#examples option')[3].textContent")
    assert any("\u4e00" <= character <= "\u9fff" for character in title)
    page.run(
        "{const s = document.getElementById('examples'); s.selectedIndex = 3; s.dispatchEvent(new Event('change'));}"
    )
    page.wait("document.querySelectorAll('.yasr table tbody tr').length > 1")
    page.run("document.getElementById('csv').click()")
    file = tmp_path / "govgraph.csv"
    for _ in range(100):
        if file.is_file() and file.stat().st_size:
            break
        time.sleep(0.05)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert file.read_text(encoding="utf-8-sig").count("\n") > 1
    assert page.complaints() == []
    assert away(page, served) == []


def test_results_show_labels_and_lead_to_pages_here(page: Browser, served: Server) -> None:
    visit(page, f"{served.url}/sparql?lang=en", "document.body.dataset.ready === '1'")
    page.run("void editor.yasqe.query()")
    page.wait("document.querySelector('.yasr a.iri') && document.querySelector('table .gg-label')")
    link, label = page.run(
        "(() => {const a = document.querySelector('.yasr a.iri'); return [a.getAttribute('href'),"
        " a.parentElement.querySelector('.gg-label').textContent];})()"
    )
    assert link.startswith("/govgraph/id/person/")
    visit(page, served.url + link)
    assert page.run("document.querySelector('h1').textContent").strip().startswith(label)


def test_a_cut_result_is_told_in_the_editor(page: Browser, sample: Path) -> None:
    with serving(sample, "--rows", "5") as server:
        visit(page, f"{server.url}/sparql?lang=en", "document.body.dataset.ready === '1'")
        page.run("void editor.tab.setQuery('SELECT * WHERE { ?s ?p ?o }')")
        page.run("void editor.yasqe.query()")
        page.wait("!document.getElementById('cut').hidden")
        assert "5 rows" in page.run("document.getElementById('cut').textContent")


# Whatever can be reached by keyboard has a name.
NAMED = """(e) => e.offsetParent === null || e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length
  || e.title || e.closest('.yasgui')"""
KINDS = (
    "",
    "Person 王吉",
    "Body 吉林市人民政府",
    "Initiative 九解一协调",
    "Place 吉林市",
    "Meeting 吉林市第十七届人民代表大会第三次会议",
)


@pytest.mark.parametrize("kind", [*KINDS, "sparql"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_fit_and_are_whole(page: Browser, served: Server, kind: str, language: str) -> None:
    word, _, name = kind.partition(" ")
    path = served.page_of(name, word) if name else f"/{kind}"
    for size in (DESKTOP, PHONE):
        page.resize(size)
        visit(page, f"{served.url}{path}?lang={language}")
        assert page.run("document.documentElement.scrollWidth <= innerWidth"), size
        assert page.run("document.documentElement.lang") == language
        assert page.run(f"[...document.querySelectorAll('a, button, input, select')].every({NAMED})")
        assert page.complaints() == []
        assert away(page, served) == []
    page.resize(DESKTOP)
    assert len(page.pdf()) > 5000


def test_language_follows_the_browser_until_it_is_chosen(served: Server) -> None:
    for header, title in (
        ("en-GB,en;q=0.9", "Government"),
        ("zh-CN,zh", "政务"),
        ("fr,en;q=0.5", "Government"),
        ("", "政务"),
    ):
        told = served.ask("GET", "/", {"Accept": "text/html", "Accept-Language": header}).text
        assert f"<title>{title}" in told
    chosen = served.get("/?lang=en", "text/html").headers["Set-Cookie"].partition(";")[0]
    told = served.ask("GET", "/", {"Accept": "text/html", "Accept-Language": "zh", "Cookie": chosen}).text
    assert '<html lang="en">' in told


def test_pages_are_had_as_data_at_the_same_address(served: Server) -> None:
    path = served.page_of("王吉")
    assert served.get(path, "text/html").headers["Content-Type"].startswith("text/html")
    for kind in ("text/turtle", "application/ld+json", "application/n-triples"):
        assert served.get(path, kind).headers["Content-Type"].startswith(kind)
    assert "王吉" in served.get(f"{path}?format=ttl", "text/html").text
    assert served.get("/govgraph/id/person/nobody", "text/html").status == 404


def test_an_error_is_reported_for_review(page: Browser, served: Server, tmp_path: Path) -> None:
    visit(page, f"{served.url}{served.page_of('王吉')}?lang=zh")
    page.run("document.querySelector('.career .fact summary').click(); document.querySelector('a.report').click()")
    page.run("document.querySelector('li form.proposal').elements.reason.value = '引文\\t说的是上一届'")
    page.run("document.querySelector('li form.proposal').requestSubmit()")
    page.wait("document.querySelector('form.proposal.done')")
    path = Path(next(word for word in served.process.args if str(word).endswith("proposals.tsv")))  # type: ignore[union-attr,arg-type]
    found = journal.read(path)
    assert [each.decision for each in found.decisions] == ["not-a-fact"]
    assert found.decisions[0].subject.endswith("王吉")
    assert not found.damaged
    body = "claim=x&reason=y"
    for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": served.url, "Sec-Fetch-Site": "cross-site"}):
        assert served.ask("POST", "/propose", headers, body).status == 403


def test_no_proposals_unless_allowed(sample: Path) -> None:
    with serving(sample) as server:
        assert server.ask("POST", "/propose", {"Origin": server.url}, "claim=x&reason=y").status in (404, 405)
        assert 'class="report"' not in server.get(server.page_of("王吉"), "text/html").text


def test_what_documents_say_is_shown_and_never_run(page: Browser, sample: Path, tmp_path: Path) -> None:
    text = (sample / "graph.ttl").read_text(encoding="utf-8").replace('"王吉"@zh', json.dumps(ATTACK) + "@zh")
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    with serving(tmp_path / "graph.ttl") as server:
        path = server.rows(f"SELECT ?s WHERE {{ ?s rdfs:label {json.dumps(ATTACK)}@zh ; a gg:Person }}")[0]["s"]
        for each in ("/", "/?q=img", "/" + path.split("/", 3)[3]):
            visit(page, server.url + each)
            assert page.run("document.title") != "run"
            assert page.run("[...document.querySelectorAll('main img, main script:not([type])')].length") == 0
            assert "onerror" in page.run("document.querySelector('main').textContent")
            assert page.complaints() == []
        type_in(page, "img")
        page.wait("document.querySelector('#hits li')")
        assert page.run("document.querySelector('#hits img')") is None


# Other sites


@contextmanager
def site(script: str) -> Iterator[int]:
    """A page of somebody else, on this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = f"<!doctype html><meta charset=utf-8><body><script>{script}</script>".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A browser that a name server has been lying to."""
    monkeypatch.setattr(driver, "FLAGS", f"{driver.FLAGS} --host-resolver-rules='MAP evil.example 127.0.0.1'")
    with browser(tmp_path) as running:
        yield running


def statuses(page: Browser, port: int) -> list[int]:
    """What this server answered."""
    told: list[dict[str, Any]] = [
        e["params"]["response"] for e in page.events if e["method"] == "Network.responseReceived"
    ]
    return [each["status"] for each in told if f":{port}/" in each["url"]]


def test_a_rebound_name_reads_nothing(elsewhere: Browser, served: Server) -> None:
    visit(elsewhere, f"http://evil.example:{served.port}/")
    assert "王吉" not in elsewhere.run("document.body.textContent")
    told = elsewhere.run("fetch('/sparql?query=ASK%7B%7D').then((r) => r.status)")
    assert told == 421
    assert set(statuses(elsewhere, served.port)) == {421}


def test_another_site_reads_nothing(elsewhere: Browser, served: Server) -> None:
    script = f"""
      const at = '{served.url}', tried = [];
      const noted = (name, promise) => tried.push(promise.then((r) => [name, r.type], () => [name, 'blocked']));
      noted('read', fetch(at + '/sparql?query=ASK%7B%7D'));
      noted('blind', fetch(at + '/sparql?query=ASK%7B%7D', {{mode: 'no-cors'}}));
      const body = new URLSearchParams({{query: 'ASK{{}}'}});
      noted('post', fetch(at + '/sparql', {{method: 'POST', mode: 'no-cors', body}}));
      const done = Promise.all(tried);"""
    with site(script) as port:
        visit(elsewhere, f"http://evil.example:{port}/")
        told = elsewhere.run("done")
        assert not any(kind in ("basic", "cors") for _, kind in told), told
        assert set(statuses(elsewhere, served.port)) <= {403}


def test_a_form_of_another_site_is_refused(elsewhere: Browser, served: Server) -> None:
    script = f"""
      const form = document.createElement('form'), field = document.createElement('input');
      form.method = 'POST'; form.action = '{served.url}/sparql'; field.name = 'query'; field.value = 'ASK {{}}';
      form.append(field); document.body.append(form); setTimeout(() => form.submit(), 50);"""
    with site(script) as port:
        elsewhere.send("Page.navigate", url=f"http://evil.example:{port}/")
        elsewhere.wait(f"location.port === '{served.port}'")
        elsewhere.wait("document.readyState === 'complete'")
        assert elsewhere.run("performance.getEntriesByType('navigation')[0].responseStatus") == 403
        assert "boolean" not in elsewhere.run("document.body.textContent")


def test_another_site_cannot_frame_it(elsewhere: Browser, served: Server) -> None:
    script = f"const f = document.createElement('iframe'); f.src = '{served.url}/'; document.body.append(f);"
    with site(script) as port:
        visit(elsewhere, f"http://evil.example:{port}/")
        time.sleep(0.5)
        assert 200 not in statuses(elsewhere, served.port)


def test_a_graph_without_sources_says_so(sample: Path, tmp_path: Path) -> None:
    shutil.copy(sample / "graph.ttl", tmp_path / "alone.ttl")
    with serving(tmp_path / "alone.ttl") as server:
        row = server.rows("SELECT ?d WHERE { ?d a gg:Document } LIMIT 1")[0]
        answer = server.get("/" + row["d"].split("/", 3)[3], "text/html")
        assert answer.status == 200
        assert "没有保存原文" in answer.text
        assert server.get("/graph").status == 404


def test_another_base_has_its_own_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("吉林市人民政府市长王吉出席会议。", encoding="utf-8")
    govgraph.build([tmp_path / "a.txt"], tmp_path / "out", Settings(base="http://data.example/zw#"))
    with serving(tmp_path / "out") as server:
        hit = server.get("/search?q=王吉").json()[0]
        assert server.get(hit["path"], "text/html").status == 200
        assert "王吉" in server.get(hit["path"], "text/turtle").text
