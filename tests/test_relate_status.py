"""未, 拟, 据传, 建议, 计划, 争取, 预计: what is denied is not said, what is open is marked and not told as done."""

from __future__ import annotations

import pytest

from govgraph.model import Claim, Extraction
from govgraph.publish import nodes
from govgraph.publish.iris import Iris
from tests.reading import read

HEAD = "吉林市政府工作报告\n\n（2024年3月10日）"
BEGINNING = "市委、市政府高度重视，市政府积极作为。\n\n"  # whose report it is
SESSION = "吉林市第十七届人民代表大会第四次会议"


def extracted(text: str) -> Extraction:
    return read(BEGINNING + text, HEAD)


def statuses(text: str, predicate: str) -> set[tuple[str, str]]:
    """Who or what, and how, of the claims of a kind."""
    claims = extracted(text).claims
    return {
        (c.object.name if predicate != "holds" else c.subject.name, c.status)
        for c in claims
        if c.predicate == predicate and not c.subject.name.endswith("工作报告")  # the document itself
    }


TOLD = [
    ("任命林知远为吉林市教育局局长。", "holds", {("林知远", "appointed")}),
    ("会议未任命林知远为吉林市教育局局长。", "holds", set()),
    ("决定不予任命林知远为吉林市教育局局长。", "holds", set()),
    ("建议任命林知远为吉林市教育局局长。", "holds", {("林知远", "proposed")}),
    ("据传，任命林知远为吉林市教育局局长。", "holds", {("林知远", "rumoured")}),
    (f"吉林市教育局局长林知远出席{SESSION}。", "attendee", {("林知远", "")}),
    (f"吉林市教育局局长林知远未出席{SESSION}。", "attendee", set()),
    (f"吉林市教育局局长林知远因故未能参加{SESSION}。", "attendee", set()),
    (f"建议吉林市教育局局长林知远出席{SESSION}。", "attendee", {("林知远", "proposed")}),
    ("市政府印发《吉林市供热管理办法》。", "issuedBy", {("吉林市人民政府", "")}),
    ("市政府争取年内出台《吉林市供热管理办法》。", "issuedBy", {("吉林市人民政府", "planned")}),
    ("市政府尚未出台《吉林市供热管理办法》。", "issuedBy", set()),
    ("市人大常委会未通过《吉林市供热管理条例》。", "adoptedBy", set()),
    ("市政府拟开展“暖冬守护”行动。", "participant", {("吉林市人民政府", "planned")}),
    ("据传市政府开展“暖冬守护”行动。", "participant", {("吉林市人民政府", "rumoured")}),
    ("市政府未开展“暖冬守护”行动。", "participant", set()),
]


@pytest.mark.parametrize(("text", "predicate", "told"), TOLD)
def test_a_claim_has_the_status_that_its_sentence_gives(text: str, predicate: str, told: set[tuple[str, str]]) -> None:
    assert statuses(text, predicate) == told


def test_who_else_was_away_says_nothing_of_who_was_there() -> None:
    text = f"吉林市教育局局长林知远因故未出席，吉林市商务局局长白如练出席{SESSION}。"
    assert ("白如练", "") in statuses(text, "attendee")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("“暖冬守护”行动计划投资3亿元。", {("3亿元", "planned", "")}),
        ("“暖冬守护”行动完成投资3亿元。", {("3亿元", "", "")}),
        ("“暖冬守护”行动未完成投资3亿元。", set()),
        ("“暖冬守护”行动据传惠及2万户。", {("2万户", "rumoured", "")}),
        ("预计全市生产总值增长5%。", {("5%", "", "预计")}),
        ("力争粮食产量达到100亿斤。", {("100亿斤", "planned", "")}),
    ],
)
def test_a_figure_too(text: str, figures: set[tuple[str, str, str]]) -> None:
    assert {(f.as_written, f.status, f.qualifier) for f in extracted(text).figures} == figures


@pytest.mark.parametrize(
    "text",
    [
        "建议任命林知远为吉林市教育局局长。",
        f"建议吉林市教育局局长林知远出席{SESSION}。",
        "据传市政府开展“暖冬守护”行动。",
    ],
)
def test_what_is_open_has_no_direct_statement(text: str) -> None:
    open_yet = [claim for claim in extracted(text).claims if claim.status in ("proposed", "rumoured")]
    assert open_yet
    assert not [row for claim in open_yet for row in direct(claim)]


def direct(claim: Claim) -> list[nodes.Row]:
    return list(nodes.direct(claim, Iris("https://example.org/", {})))
