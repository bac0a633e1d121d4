"""One document in a hundred hangs, eats memory, aborts or kills its worker: the graph is that of the others."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import govgraph
from govgraph.engine import Outcome
from govgraph.engine.pool import Pool
from govgraph.extraction import Reader
from govgraph.settings import Settings
from tests.jobs import Harming

DOCUMENTS = int(os.environ.get("GOVGRAPH_POISON", "60"))  # the full number is 2,000: make faults
HARMS = {"hang": "takes longer than", "memory": "of memory", "abort": "SIGABRT", "kill": "SIGKILL"}
SURNAMES, GIVEN = "林陶白顾方吴", "知远未央如练行之既明"


def written(folder: Path) -> dict[str, str]:
    """Documents of two lines, and the harm that some of them do."""
    chance = random.Random(11)
    names = [f"{number // 100:02d}/{number:04d}.txt" for number in range(DOCUMENTS)]
    for number, name in enumerate(names):
        person = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = f"江阴市人民政府第{number}号公告\n\n江阴市人民政府副市长{person}出席会议。\n"
        (folder / name).write_text(text, encoding="utf-8")
    chosen = chance.sample(names, max(len(HARMS), DOCUMENTS // 100))
    return {name: list(HARMS)[place % len(HARMS)] for place, name in enumerate(chosen)}


class Harmed:
    """A pool in which some documents do harm."""

    def __init__(self, harms: dict[str, str]) -> None:
        self.harms = harms

    def map(self, function: Any, items: Sequence[Any]) -> Iterator[Outcome[Any, Any]]:
        assert isinstance(function, Reader)
        return Pool(2, seconds=lambda _: 4.0, memory=512 << 20).map(Harming(function, self.harms), items)


def test_poison_costs_what_is_poisoned(tmp_path: Path) -> None:
    harms = written(tmp_path / "in")
    kept = Settings(views=False)
    summary = govgraph.build([tmp_path / "in"], tmp_path / "out", kept, engine=Harmed(harms))
    assert summary.exit_code == 3
    assert {failure.name for failure in summary.failures} == set(harms)
    for failure in summary.failures:
        assert HARMS[harms[failure.name]] in failure.reason, failure
    assert summary.documents == DOCUMENTS - len(harms)
    for name in harms:
        (tmp_path / "in" / name).unlink()
    assert govgraph.build([tmp_path / "in"], tmp_path / "good", kept).exit_code == 0
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == (tmp_path / "good" / "graph.ttl").read_bytes()
