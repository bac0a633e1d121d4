"""Every promise of THREAT_MODEL.md names tests, and each of them is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.compile(r"`(tests/[\w/]+\.py)?::(test_\w+)`")
PROMISE = re.compile(r"^\d+\. \*\*", re.MULTILINE)


def promises() -> list[str]:
    text = (ROOT / "THREAT_MODEL.md").read_text(encoding="utf-8")
    held = text.split("## Promises", 1)[1].split("## Not promised", 1)[0]
    starts = [match.start() for match in PROMISE.finditer(held)]
    return [held[start:end] for start, end in zip(starts, [*starts[1:], len(held)], strict=True)]


def test_each_promise_names_a_test_that_is_there() -> None:
    assert promises()
    for promise in promises():
        named = NAMED.findall(promise)
        assert named, f"a promise without a test: {promise[:80]}"
        assert named[0][0], f"name the file of the first test: {promise[:80]}"
        path = ""
        for file, function in named:
            path = file or path
            source = (ROOT / path).read_text(encoding="utf-8")
            assert re.search(rf"^(?:async )?def {function}\(", source, re.MULTILINE), f"{path} has no {function}"
