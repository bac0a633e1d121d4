"""Any text is survived with true evidence; a notice by grammar gives its facts, no more and no less, in any layout."""

from __future__ import annotations

import hashlib
import os

from hypothesis import HealthCheck, example, given, settings

from govgraph.extraction import prove
from govgraph.find import find
from govgraph.model import Document
from govgraph.read import gate
from govgraph.relate import relate
from govgraph.repair import repair
from govgraph.seeds import load
from tests.fuzz.notices import Notice, any_text, han_text, notices
from tests.reading import read, tenures

TEXTS = int(os.environ.get("GOVGRAPH_TEXTS", "40"))  # of each kind; the full number is 2,000: make fuzz
often = settings(
    max_examples=TEXTS, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=True
)


def untrue(text: str) -> int:
    """Pieces of evidence that are not what the text says."""
    text = gate.clean(text)[0]  # as every reader does
    document = Document(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32], "any.txt", text)
    prose = repair(document)
    return prove(prose, relate(prose, find(prose, load()), load())).untrue


@often
@given(han_text)
def test_any_han_text_is_read_with_true_evidence(text: str) -> None:
    assert untrue(text) == 0


@often
@given(any_text)
def test_any_text_is_read(text: str) -> None:
    assert untrue(text) == 0


# Notices that were read wrongly once.
COMPANY = Notice(  # a company's name stood across the end of a name and 为
    "江阴市人民代表大会常务委员会任免名单",
    "任命：\n林知远为江阴市财政局局长；\n罗文华为江阴市财政局副局长；",
    frozenset({("林知远", "局长", "江阴市财政局", "appointed"), ("罗文华", "副局长", "江阴市财政局", "appointed")}),
)


@often
@given(notices())
@example(COMPANY)
def test_a_notice_gives_its_facts(notice: Notice) -> None:
    assert tenures(read(notice.text, notice.title)) == notice.facts
