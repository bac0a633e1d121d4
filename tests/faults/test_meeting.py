"""Two builds that begin at once in one folder: one writes, the other is told by whom, and the result is that of one."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.faults import builds
from tests.test_pipeline import digest

PAIRS = int(os.environ.get("GOVGRAPH_PAIRS", "3"))  # the full number is 20: make faults


def test_of_two_builds_at_once_one_wins(tmp_path: Path) -> None:
    documents = builds.written(tmp_path)
    for number, each in enumerate(documents):
        assert builds.built(each, tmp_path / f"alone{number}")[0] == 0
    alone = [digest(tmp_path / f"alone{number}") for number in range(2)]
    met = 0
    for number in range(6 * PAIRS):  # on a busy machine one is often done before the other begins
        if met == PAIRS:
            break
        out = tmp_path / f"out{number}"
        queues = [builds.FORKS.SimpleQueue() for _ in documents]
        moment = time.time() + 0.5
        pair = [builds.meet(each, out, queue, moment) for each, queue in zip(documents, queues, strict=True)]
        for process in pair:
            process.join(120)
        codes = [process.exitcode for process in pair]
        assert set(codes) <= {0, 75}, [queue.get() for queue in queues]
        assert 0 in codes
        assert digest(out) in alone
        if 75 in codes:
            met += 1
            first, second = codes.index(0), codes.index(75)
            told = queues[second].get()
            assert isinstance(told, tuple)
            assert f"process {pair[first].pid}" in told[2]
            assert digest(out) == alone[first]
    assert met, "no pair met"
