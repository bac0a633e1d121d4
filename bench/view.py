"""How large the view is, how soon it shows its first picture and how fast it answers, beside stock pyvis.

``python bench/view.py [SIZES…]``: places in a tree, bodies, posts, people and initiatives with a quote a fact, of 200
to 50,000 things. Stock pyvis draws the small graphs in the same browser in the same run, because a ratio says more than
seconds of one machine; from a few hundred things on it does not come to rest within a minute.
Numbers that were measured stand in ``bench/results.md``.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path

from pyvis.network import Network

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests import browser as driver
from tests.browser import CHROMIUM, Browser, browser

from govgraph.model import Claim, DocumentFacts, Evidence, Facts, Figure, Key, Thing
from govgraph.publish import view

SIZES = (200, 300, 2_000, 10_000, 50_000)
SEARCH = """q => {
  G.search(q);
  const begun = performance.now();
  for (let i = 0; i < 20; i++) G.search(q);
  return (performance.now() - begun) / 20;
}"""
FILTER = "(begun => { G.s.chosen.kind.add('Post'); G.update(); return performance.now() - begun; })(performance.now())"
STOCK = 300  # things up to which stock pyvis is waited for
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"
PLACES, WORK = (
    "云江海山林河湖平安宁长东西南北青石白金玉",
    "教育水利农业交通民政财政商务卫生文化审计统计林业住房科技体育",
)


def synthetic(size: int) -> Facts:
    """A government of so many things; the same for the same size."""
    chance = random.Random(size)
    document = DocumentFacts("0" * 32, "云山/2024.txt", "云山省政府工作报告", issued="2024-01-10", characters=1)
    things: list[Thing] = [Thing(Key("Place", "990000"), "云山省", documents=(document.id,))]
    claims: list[Claim] = []
    figures: list[Figure] = []
    at = 0

    def said(text: str) -> tuple[Evidence, ...]:
        nonlocal at
        at += len(text)
        return (Evidence(document.id, at - len(text), at, text, "会议决定，", "。"),)

    def thing(kind: str, name: str) -> Key:
        key = Key(kind, name, str(len(things)))
        things.append(Thing(key, name, documents=(document.id,)))
        return key

    def claim(subject: Key, predicate: str, target: Key, text: str = "") -> None:
        day = f"20{chance.randrange(15, 25)}-{chance.randrange(1, 13):02}"
        claims.append(Claim(subject, predicate, target, said(text) if text else (), "bench", asserted_on=day))

    while len(things) < size:
        place = thing("Place", "".join(chance.sample(PLACES, 2)) + "县")
        claim(place, "within", things[0].key)
        for name in chance.sample([WORK[n : n + 2] for n in range(0, len(WORK), 2)], 12):
            body = thing("Body", f"{things[-1].label[:2]}{name}局")
            claim(body, "jurisdiction", place)
            for _ in range(4):
                post = thing("Post", f"{name}局副局长")
                person = thing("Person", chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2)))
                claim(post, "postIn", body)
                claim(person, "holds", post, f"任命{things[-1].label}为{name}局副局长")
            if chance.random() < 0.4:
                act = thing("Initiative", f"{chance.randrange(2, 99)}项{name}提升行动")
                claim(act, "participant", body, f"{name}局牵头开展{things[-1].label}")
                money = said(f"投资{chance.randrange(1, 999)}万元")
                figures.append(Figure(act, "1", "元", "投资", money[0].quote, money, "bench", period="2024"))
    kept = {each.key for each in things[:size]}
    return Facts(
        (document,),
        tuple(things[:size]),
        tuple(each for each in claims if {each.subject, each.object} <= kept),
        tuple(each for each in figures if each.about in kept),
    )


def ours(tab: Browser, facts: Facts, folder: Path) -> dict[str, float]:
    """Our page: seconds to write it, its size, milliseconds in the browser."""
    begun = time.perf_counter()
    text = view.page(facts)
    spent = time.perf_counter() - begun
    path = folder / "ours.html"
    path.write_text(text, encoding="utf-8")
    runs = []
    for _ in range(3):
        tab.open(path, "")
        runs.append(json.loads(tab.run("JSON.stringify(G.timing)")))
    best = min(runs, key=lambda run: run["first"])
    wanted = ["局", "王伟", "云江县教育局", "jyj", "zzzz"]
    found = max(tab.run(f"({SEARCH})({json.dumps(word)})") for word in wanted)
    filtered = tab.run(FILTER)
    return {
        "write s": spent,
        "MB": len(text.encode()) / 1e6,
        "first ms": best["first"],
        "ready ms": best["ready"],
        "search ms": found,
        "filter ms": filtered,
    }


def stock(tab: Browser, facts: Facts, folder: Path) -> float:
    """Milliseconds until pyvis as it comes has drawn the same things and is at rest."""
    net = Network(directed=True, cdn_resources="in_line")
    names = {thing.key: n for n, thing in enumerate(facts.things)}
    for thing in facts.things:
        net.add_node(names[thing.key], label=thing.label)
    for claim in facts.claims:
        net.add_edge(names[claim.subject], names[claim.object])
    page = net.generate_html().replace("https://", "file:///nowhere/")  # its stylesheets, which would be waited for
    watch = "network.once('stabilizationIterationsDone', () => setTimeout(() => window.rest = performance.now(), 0));"
    path = folder / "stock.html"
    path.write_text(page.replace("return network;", watch + "return network;"), encoding="utf-8")
    tab.open(path, ready="window.rest")
    return float(tab.run("window.rest"))


def main(sizes: list[int]) -> None:
    """One line a size."""
    driver.PATIENCE = 300.0  # for stock pyvis on a busy machine
    if not CHROMIUM:
        print("no chromium: nothing to measure")
        return
    with tempfile.TemporaryDirectory() as name, browser(Path(name)) as tab:
        for size in sizes:
            facts = synthetic(size)
            measured = ours(tab, facts, Path(name))
            line = f"{size:>6} things {len(facts.claims):>6} facts  " + "  ".join(
                f"{k} {v:.2f}" for k, v in measured.items()
            )
            if size <= STOCK:
                rest = stock(tab, facts, Path(name))
                line += f"  stock pyvis {rest:.0f} ms: {rest / measured['first ms']:.0f} times as long"
            print(line, flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(SIZES))
