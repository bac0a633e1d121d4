"""When it happened: the date of the sentence before that of the document."""

from __future__ import annotations

import pytest

from tests.reading import read

HEAD = "吉林市人民代表大会常务委员会公告\n\n（2023年6月30日）"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2023年3月2日，市人大常委会决定任命林知远为吉林市教育局局长。", "2023-03-02"),
        ("3月2日，市人大常委会决定任命林知远为吉林市教育局局长。", "2023-03-02"),
        ("市人大常委会会议于2023年3月2日召开，决定任命林知远为吉林市教育局局长。", "2023-03-02"),
        ("本报讯 （记者 白小满）3月2日，市人大常委会决定任命林知远为吉林市教育局局长。", "2023-03-02"),
        ("12月2日，市人大常委会决定任命林知远为吉林市教育局局长。", "2023-06-30"),  # not this year's
        ("自2023年7月1日起，任命林知远为吉林市教育局局长。", "2023-06-30"),
        ("2023年3月2日，会议召开。任命林知远为吉林市教育局局长。", "2023-06-30"),  # another sentence
        ("任命林知远为吉林市教育局局长。", "2023-06-30"),
    ],
)
def test_a_tenure_is_dated_by_its_sentence(text: str, when: str) -> None:
    claims = read(text, HEAD).claims
    assert {claim.asserted_on for claim in claims if claim.subject.name == "林知远"} == {when}


def test_what_is_issued_on_a_day_is_dated_by_it() -> None:
    claims = read("2023年5月8日，吉林市人民政府印发《吉林市供热管理办法》。", HEAD).claims
    assert {claim.asserted_on for claim in claims if claim.predicate == "issuedBy"} == {"2023-05-08"}
