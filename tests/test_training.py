"""The texts of ``bench/training``: their marks, and the tagger that is tried on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.training import features, learned, train
from bench.training.model import Model

from govgraph.model import Document
from govgraph.repair import repair

TEXTS = sorted((Path(train.__file__).parent / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_mark_is_read_and_found_again_after_repair(path: Path) -> None:
    text, spans = train.marked(path.read_text("utf-8"))
    assert not set("[]") & set(text)
    prose = repair(Document("0" * 32, path.name, text))
    found = ["".join(prose.text.string[s.start : s.end].split()) for s in train.moved(prose, spans)]
    assert len(found) > 0.9 * len(spans)


def test_the_tagger_tells_a_name_by_what_stands_around_it() -> None:
    text = "经核实，城南养护科承担了修补任务。经研究，城北养护科承担了清扫任务。各处天气晴好，道路畅通。"
    words = features.Words.of(text, ())
    names = {}
    for name in ("城南养护科", "城北养护科"):
        at = text.index(name)
        names[words.ending[at + len(name)]] = (words.starting[at], "body")
    page = train.Page("made", words, names, learned.named(words, ()))
    weights = train.learn([page])
    assert weights == train.learn([page])
    found = learned.chosen(words, page.rules, Model(train.KINDS, weights))
    assert {best.last: (best.first, best.kind) for best in found} == names
