"""A new build is served without a restart: what runs is finished, what cannot be read changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import govgraph
from tests.serving import Server, serving

NAMES = "SELECT ?name { ?p a gg:Person ; rdfs:label ?name }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FIRST, SECOND = "青河市人民政府市长林知远出席会议。", "青河市人民政府副市长苏明岚主持会议。"
SECONDS = 12  # that the endless query is given


def people(server: Server) -> set[str]:
    return {row["name"] for row in server.rows(NAMES)}


def until(server: Server, wanted: set[str]) -> float:
    """Wait until these people are served; how long it took."""
    began = time.monotonic()
    while people(server) != wanted:
        assert time.monotonic() - began < 40, people(server)
        time.sleep(0.2)
    return time.monotonic() - began


def wait_for(holds: Callable[[], bool]) -> bool:
    """True as soon as something holds, False where it does not within ten seconds."""
    end = time.monotonic() + 10
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def built(folder: Path, **texts: str) -> Path:
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    for name, text in texts.items():
        (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    govgraph.build([documents], folder / "out")
    return folder / "out"


def children(server: Server) -> int:
    parents = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents.append(path.read_text().rpartition(")")[2].split()[1])
    return parents.count(str(server.process.pid))


def test_a_new_build_is_served(tmp_path: Path) -> None:
    with serving(built(tmp_path, one=FIRST)) as server:
        assert people(server) == {"林知远"}
        page = server.page_of("林知远")
        built(tmp_path, two=SECOND)
        until(server, {"林知远", "苏明岚"})
        assert server.get("/search?q=苏明").json()
        assert server.get(page, "text/html").status == 200
        assert "苏明岚" in server.get("/data?default", "text/turtle").text
        kept = tmp_path / "out" / ".govgraph" / "serve"
        assert wait_for(lambda: len(list(kept.iterdir())) == 1), "what the old build left is removed"


def test_a_query_ends_on_the_graph_that_it_began_on(tmp_path: Path) -> None:
    old, new, served = (tmp_path / name for name in ("old.ttl", "new.ttl", "graph.ttl"))
    out = built(tmp_path, one=FIRST)
    old.write_bytes((out / "graph.ttl").read_bytes())
    served.write_bytes(old.read_bytes())
    new.write_bytes((built(tmp_path, two=SECOND) / "graph.ttl").read_bytes())
    with serving(served, "--timeout", str(SECONDS)) as server, ThreadPoolExecutor() as pool:
        running = pool.submit(server.query, ENDLESS)
        time.sleep(0.5)
        began = time.monotonic()
        new.replace(served)
        until(server, {"林知远", "苏明岚"})
        assert not running.done(), "the switch came too late to say anything"
        assert f"after {SECONDS} seconds" in running.result().text, "it was stopped by its time, not by the switch"
        assert time.monotonic() - began > SECONDS - 2
        assert wait_for(lambda: children(server) == 1), "the keeper of the old graph is gone"


def test_what_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    served = tmp_path / "graph.ttl"
    served.write_bytes((built(tmp_path, one=FIRST) / "graph.ttl").read_bytes())
    whole = served.read_bytes()
    with serving(served) as server:
        served.write_bytes(whole[: len(whole) // 2])
        time.sleep(4)
        assert people(server) == {"林知远"}
        served.unlink()
        time.sleep(2.5)
        assert people(server) == {"林知远"}
        served.write_bytes((built(tmp_path, two=SECOND) / "graph.ttl").read_bytes())
        until(server, {"林知远", "苏明岚"})
