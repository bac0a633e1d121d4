"""What kind a meeting is, when it was held, and when a document came out."""

from __future__ import annotations

import pytest

from govgraph.resolve import resolve
from tests.reading import read

HEAD = "吉林市政府工作报告\n\n（2024年3月10日）"
BEGINNING = "市委、市政府高度重视，市政府积极作为。\n\n"  # whose report it is


def known(text: str, kind: str) -> dict[str, tuple[str, str]]:
    things = read(BEGINNING + text, HEAD).things
    return {t.label: (t.get("kind"), t.get("date")) for t in things if t.key.kind == kind and t.documents}


MEETINGS = [
    ("2024年1月16日，吉林市第十七届人民代表大会第四次会议开幕。", "session", "2024-01-16"),
    ("1月16日，吉林市第十七届人民代表大会第四次会议在市会堂举行。", "session", "2024-01-16"),
    ("1月16日，代表们学习吉林市第十七届人民代表大会第四次会议精神。", "session", ""),  # cited
    ("1月20日，市长出席吉林市第十七届人民代表大会第四次会议。", "session", ""),  # on which of its days?
    ("吉林市第十七届人民代表大会第四次会议召开以来，成效明显。", "session", ""),
    ("2023年9月1日，我市举办第三届吉林黄桃采摘节。", "festival", "2023-09-01"),
    ("第五届松江农产品博览会反响热烈。", "fair", ""),
    ("中国共产党吉林市第十四届委员会第五次全体会议作出部署。", "plenary", ""),
]


@pytest.mark.parametrize(("text", "kind", "date"), MEETINGS)
def test_meetings(text: str, kind: str, date: str) -> None:
    assert list(known(text, "Meeting").values()) == [(kind, date)]


INSTRUMENTS = [
    ("2023年5月8日，市政府印发《吉林市供热管理办法》。", "2023-05-08"),
    ("2023年5月8日，《吉林市供热管理办法》正式印发。", "2023-05-08"),
    ("2023年5月8日，市政府组织学习《吉林市供热管理办法》。", ""),
    ("2023年5月，市政府出台《吉林市供热管理办法》。", "2023-05"),
    ("市政府印发《吉林市供热管理办法》。", ""),
]


@pytest.mark.parametrize(("text", "date"), INSTRUMENTS)
def test_documents(text: str, date: str) -> None:
    assert known(text, "Instrument")["吉林市供热管理办法"][1] == date


def test_a_number_leads_to_its_title_whatever_its_brackets() -> None:
    text = "市政府印发《关于加强供热管理的通知》（吉市政发[2023]12号）。按照吉市政发〔2023〕12号要求，推进改革。"
    (notice,) = [t for t in read(BEGINNING + text, HEAD).things if t.get("number")]
    assert (notice.label, notice.names) == ("关于加强供热管理的通知", ("吉市政发〔2023〕12号",))
    elsewhere = read(BEGINNING + "落实吉市政发（2023）12号文件。", HEAD)
    facts = resolve([read(BEGINNING + text, HEAD), elsewhere])
    assert [t.label for t in facts.things if t.get("number")] == ["关于加强供热管理的通知"]
