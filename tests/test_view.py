"""The view's page: every value as text, no request possible, the same bytes, all that the facts say in its columns."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from typing import Any

import pytest

from govgraph.model import Claim, Contradiction, Facts, Key, Link, Thing
from govgraph.publish import initials, overview, view
from govgraph.publish.layout import LEAF, WIDE, bubbles, positions
from govgraph.publish.looks import words
from tests.facts import LIN, MAYOR, RIVERS, facts

ATTACK = "</script><script>document.title='run'</script><img src=x onerror=document.title='run'><!--"


def start(page: str) -> dict[str, Any]:
    """What the page shows before its data are unpacked."""
    block = re.search(r'<script type="application/json" id="start">(.*?)</script>', page, re.DOTALL)
    assert block
    return json.loads(block[1])  # type: ignore[no-any-return]


def data(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/octet-stream" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    return json.loads(zlib.decompress(base64.b64decode(block[1])))  # type: ignore[no-any-return]


def told(page: str, label: str) -> list[dict[str, Any]]:
    """The facts of a thing, read back from the columns."""
    read = data(page)
    said, strings, thing = read["said"], read["strings"], read["label"].index(label)
    rows = [{name: column[n] for name, column in said.items()} for n in range(len(said["s"]))]
    for row in rows:
        row |= {name: strings[row[name]] for name in "pcrtdfu"}
        row["quotes"] = [read["evidence"]["q"][n] for n in row["e"]]
        row["other"] = read["label"][row["o"]] if row["o"] >= 0 else ""
    return [row for row in rows if thing in (row["s"], row["o"])]


def test_every_thing_is_carried_and_drawn_with_its_kind() -> None:
    page = view.page(facts())
    assert set(data(page)["label"]) == {thing.label for thing in facts().things}
    assert len(start(page)["nodes"]) == len(facts().things)
    assert data(page)["left"] == 0
    assert start(page)["options"]["physics"]["enabled"] is False


def test_facts_carry_their_quote() -> None:
    rows = told(view.page(facts()), "九河连通")
    lead = next(row for row in rows if row["p"] == "leadBody")
    assert lead["other"] == "江川市人民政府"
    assert lead["quotes"] == ["江川市人民政府牵头开展“九河连通”行动"]
    assert lead["c"] == "stated"
    assert lead["d"] == "2024-02-15"
    figures = data(view.page(facts()))["figures"]
    assert sum(row["p"] == "figure" for row in rows) == len(figures) == 2
    assert any("4.58亿元" in figure[1] for figure in figures)


def test_an_initiative_carries_level_owner_years_and_parts() -> None:
    columns = data(view.page(facts()))
    at = columns["label"].index("九河连通")
    assert columns["course"] == {str(at): ["prefectural", "江川市", "2023", "2024", "选派干部"]}


def test_what_follows_from_names_has_no_quote_and_no_certainty() -> None:
    rows = told(view.page(facts()), "江川市人民政府市长")
    row = next(row for row in rows if row["p"] == "postIn")
    assert (row["quotes"], row["c"]) == ([], "")


def test_every_predicate_has_words_in_both_languages_and_directions() -> None:
    relations = words()["relations"]
    for predicate in {claim.predicate for claim in facts().claims}:
        assert len(relations[predicate]) == 4
        assert all(relations[predicate])
    assert all(len(both) == 2 and all(both) for group in ("ui", "kinds", "status") for both in words()[group].values())


def test_every_word_that_the_scripts_ask_for_is_there() -> None:
    from govgraph.publish.pages import template

    scripts = "".join(template(f"view/{name}.js") for name in view.SCRIPTS)
    asked = set(re.findall(r'G\.t\("(\w+)"\)', scripts))
    asked |= set(re.findall(r'data-(?:t|label)="(\w+)"', template("view.html")))
    assert len(asked) > 40
    assert asked <= set(words()["ui"])


def test_same_facts_same_bytes() -> None:
    given = facts()
    turned = replace(given, things=given.things[::-1], claims=given.claims[::-1], documents=given.documents[::-1])
    assert view.page(given) == view.page(turned)


def test_the_picture_is_what_pyvis_would_hold() -> None:
    """The page is written without pyvis's Network, whose import takes longer than the page: its data stay the same."""
    from pyvis.network import Network

    given = facts()
    shown = start(view.page(given))
    net = Network(directed=True)
    for node in shown["nodes"]:
        net.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    for edge in shown["edges"]:
        net.add_edge(edge["from"], edge["to"])
    assert net.nodes == shown["nodes"]
    drawn = [(edge["from"], edge["to"]) for edge in shown["edges"]]
    assert [(edge["from"], edge["to"]) for edge in net.edges] == drawn
    assert len(drawn) > 0


def test_writing_a_page_loads_no_notebook() -> None:
    code = "import sys, tests.facts as f; from govgraph.publish import view; view.page(f.facts()); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "jinja2" in loaded
    for heavy in ("pyvis", "IPython", "networkx"):
        assert heavy not in loaded, heavy


def test_contradictions_name_both_sides() -> None:
    given = facts()
    one, two = (claim for claim in given.claims if claim.subject == LIN and claim.predicate == "holds")
    clash = Contradiction("post", "conflict", MAYOR, "市长", "2024", one, two)
    read = data(view.page(replace(given, contradictions=(clash,))))
    (row,) = read["contradictions"]
    assert read["label"][row[0]] == "江川市人民政府市长"
    assert [read["strings"][read["said"]["p"][side]] for side in row[5:]] == ["holds", "holds"]


def test_possible_identities_are_links_of_their_own() -> None:
    given = facts()
    read = data(view.page(replace(given, links=(Link(LIN, "possiblySame", RIVERS),))))
    ((a, predicate, b),) = read["links"]
    assert (read["label"][a], predicate, read["label"][b]) == ("九河连通", "possiblySame", "林知远")


def test_nothing_in_the_blocks_can_end_them() -> None:
    given = facts()
    things = tuple(thing._replace(label=ATTACK, names=(ATTACK + "\u2028",)) for thing in given.things)
    page = view.page(replace(given, things=things))
    block = page.partition('id="start">')[2].partition("</script>")[0]
    assert "<" not in block
    assert "\u2028" not in page
    assert page.count("<script") == view.page(given).count("<script")
    assert set(data(page)["label"]) == {ATTACK}


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


def wide(things: int, places: int) -> Facts:
    """Many bodies in some places of one province."""
    province = Key("Place", "990000")
    cities = [Key("Place", f"99{n:02}00") for n in range(1, places + 1)]
    known = [Thing(province, "云岭省"), *(Thing(city, f"第{n}市") for n, city in enumerate(cities))]
    bodies = [Thing(Key("Body", f"机构{n}"), f"机构{n}", documents=("0" * 32,)) for n in range(things)]
    claims = [Claim(city, "within", province, (), "gazetteer") for city in cities]
    claims += [Claim(body.key, "jurisdiction", cities[n % places], (), "name") for n, body in enumerate(bodies)]
    return Facts(things=(*known, *bodies), claims=tuple(claims))


def test_many_things_begin_with_an_overview() -> None:
    page = view.page(wide(overview.EVERYTHING, 12))
    nodes = start(page)["nodes"]
    assert start(page)["mode"] == "overview"
    assert len(nodes) == 13
    assert sum(int(node["label"].split("\n")[1]) for node in nodes) == overview.EVERYTHING + 13


def test_an_overview_has_forty_groups_at_most() -> None:
    nodes = start(view.page(wide(400, 80)))["nodes"]
    assert 1 <= len(nodes) <= overview.GROUPS


def test_the_best_connected_are_carried_and_the_rest_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govgraph.publish.atlas.CARRIED", 50)
    read = data(view.page(wide(90, 5)))
    assert len(read["iri"]) == 50
    assert read["left"] == 90 + 6 - 50
    assert "云岭省" in read["label"]


def test_things_of_which_too_much_is_said_are_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    every = len(data(view.page(wide(90, 5)))["iri"])
    monkeypatch.setattr("govgraph.publish.atlas.TOLD", 120)
    read = data(view.page(wide(90, 5)))
    assert 1 <= len(read["iri"]) < every
    assert read["left"] == every - len(read["iri"])


def test_an_empty_graph_has_a_page() -> None:
    assert start(view.page(Facts()))["nodes"] == []
    assert data(view.page(Facts()))["iri"] == []


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


def test_bubbles_keep_apart() -> None:
    sizes = {f"g{n}": 20.0 + n for n in range(40)}
    points = [(x / WIDE, y, sizes[name]) for name, (x, y) in bubbles(sizes).items()]
    for i, (x, y, radius) in enumerate(points):
        assert all(math.dist((x, y), (a, b)) > 0.99 * (radius + other) for a, b, other in points[:i])


@pytest.mark.parametrize(
    ("character", "letters"),
    [("九", "j"), ("解", "jx"), ("协", "x"), ("调", "dt"), ("长", "zc"), ("会", "hk"), ("鑫", "x")],
)
def test_first_letters(character: str, letters: str) -> None:
    assert initials.table()[character] == letters


def test_a_page_gets_the_letters_that_it_needs() -> None:
    assert initials.of(["九河连通", "九"]) == {"j": "九", "h": "河", "l": "连", "t": "通"}
