"""The view: every value as text, no request possible, the same bytes, and in a browser the quote beside the fact."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from govgraph.model import Claim, Facts, Key, Thing
from govgraph.publish import view
from govgraph.publish.layout import LEAF, WIDE, positions
from tests.facts import facts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ATTACK = "</script><script>document.title='run'</script><img src=x onerror=document.title='run'><!--"


def data(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    return json.loads(block[1])  # type: ignore[no-any-return]


def find(page: str, label: str) -> str:
    things: dict[str, dict[str, Any]] = data(page)["things"]
    return next(node for node, thing in things.items() if thing["label"] == label)


def test_every_thing_is_drawn_with_its_kind() -> None:
    drawn = data(view.page(facts()))
    assert {thing["label"] for thing in drawn["things"].values()} >= {"林知远", "九河连通", "江川市人民政府"}
    assert len(drawn["nodes"]) == len(drawn["things"]) == len(facts().things)
    assert drawn["left"] == 0
    assert drawn["options"]["physics"]["enabled"] is False


def test_facts_carry_their_quote() -> None:
    page = view.page(facts())
    told = data(page)["facts"][find(page, "九河连通")]
    lead = next(fact for fact in told if fact["p"] == "leadBody")
    assert lead["o"] == "江川市人民政府"
    assert lead["e"][0][4] == "江川市人民政府牵头开展“九河连通”行动"
    assert any(fact["p"] == "figure" and "4.58亿元" in fact["o"] for fact in told)


def test_facts_are_told_from_both_ends() -> None:
    page = view.page(facts())
    told = data(page)["facts"][find(page, "江川市人民政府")]
    assert any(fact["p"] == "leadBody" and not fact["f"] and fact["o"] == "九河连通" for fact in told)


def test_every_predicate_has_a_word() -> None:
    assert {claim.predicate for claim in facts().claims} <= set(view.WORDS)


def test_same_facts_same_bytes() -> None:
    assert view.page(facts()) == view.page(facts())


def test_nothing_in_the_data_can_end_the_block() -> None:
    page = view.page(poisoned())
    block = page.partition('id="data">')[2].partition("</script>")[0]
    assert "<" not in block
    assert "\u2028" not in block
    assert ATTACK in {thing["label"] for thing in data(page)["things"].values()}


def test_the_policy_names_each_script_and_no_source() -> None:
    page = view.page(facts())
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy


def test_the_best_connected_are_drawn_and_the_rest_is_said() -> None:
    place = Key("Place", "中心")
    things = [Thing(place, "中心", documents=("0" * 32,))]
    things += [Thing(Key("Body", f"机构{n:04}"), f"机构{n:04}", documents=("0" * 32,)) for n in range(view.DRAWN + 50)]
    claims = tuple(Claim(thing.key, "jurisdiction", place, (), "name") for thing in things[1:])
    drawn = data(view.page(Facts(things=tuple(sorted(things)), claims=claims)))
    assert len(drawn["nodes"]) == view.DRAWN
    assert drawn["left"] == 51
    assert any(thing["label"] == "中心" for thing in drawn["things"].values())


def test_an_empty_graph_has_a_page() -> None:
    assert data(view.page(Facts()))["nodes"] == []


def test_nothing_stands_on_anything_else() -> None:
    chain = {f"c{n}": [f"c{n - 1}", f"c{n + 1}"] for n in range(1, 299)}
    star = {"hub": [f"leaf{n}" for n in range(120)]} | {f"leaf{n}": ["hub"] for n in range(120)}
    groups = {"chain": [f"c{n}" for n in range(300)], "star": list(star), "alone": ["x", "y", "z"]}
    placed = positions(groups, {**chain, **star})
    assert len(placed) == 300 + 121 + 3
    points = [(x / WIDE, y) for x, y in placed.values()]
    closest = min(math.dist(a, b) for i, a in enumerate(points) for b in points[:i])
    assert closest >= LEAF * 0.9
    assert placed == positions({name: list(reversed(groups[name])) for name in reversed(groups)}, {**star, **chain})


def poisoned() -> Facts:
    """The small graph with an attack in every field that a document can fill."""
    given = facts()
    things = tuple(replace(thing, label=ATTACK, names=(ATTACK,), forms=(ATTACK + "\u2028",)) for thing in given.things)
    claims = tuple(
        replace(
            c, rule=ATTACK, evidence=tuple(replace(e, quote=ATTACK, prefix=ATTACK, suffix=ATTACK) for e in c.evidence)
        )
        for c in given.claims
    )
    figures = tuple(replace(figure, measure=ATTACK, as_written=ATTACK, period=ATTACK) for figure in given.figures)
    documents = tuple(replace(document, name=ATTACK, title=ATTACK) for document in given.documents)
    return replace(given, things=things, claims=claims, figures=figures, documents=documents)


def opened(page: str, at: str, folder: Path) -> tuple[str, str]:
    """The page as a browser has it after its scripts ran, and what its console said."""
    (folder / "index.html").write_text(page, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"]
    command += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=5000", "--dump-dom"]
    address = f"{(folder / 'index.html').as_uri()}#{quote(at)}"
    done = subprocess.run([*command, address], capture_output=True, text=True, check=True, timeout=120)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_a_browser_shows_the_quote_of_each_fact(tmp_path: Path) -> None:
    page, console = opened(view.page(facts()), "九河连通", tmp_path)
    assert console == ""
    shown = page.partition('id="panel"')[2].partition("</aside>")[0]
    assert "<h2>九河连通</h2>" in shown
    assert "<mark>江川市人民政府牵头开展“九河连通”行动</mark>" in shown
    assert "江川/2024-02-15.txt" in shown
    assert "显示 22 个实体" in page
    assert "<canvas" in page


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_a_browser_runs_nothing_that_a_document_says(tmp_path: Path) -> None:
    page, console = opened(view.page(poisoned()), ATTACK, tmp_path)
    assert console == "", "the policy had nothing to refuse"
    assert "<title>政务知识图谱 · govgraph</title>" in page
    assert f"<h2>{html.escape(ATTACK, quote=False)}</h2>" in page
    assert "<img" not in page
