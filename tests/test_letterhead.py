"""What a document says of itself: title, subtitle, number, date, genre, period, and where its place is named."""

from __future__ import annotations

import pytest

from tests.reading import read

NOTICE = """松 江 市 教 育 局 文 件

松教发〔2023〕12号

松江市教育局关于印发
《松江市2023年校园餐桌工作要点》
的  通  知

各县（市）区教育局，局属各学校：
    《松江市2023年校园餐桌工作要点》已经局长办公会议讨论通过，现印发给你们，自2023年9月1日起施行。

松江市教育局
2023年4月8日
"""
REPORT = """政府工作报告
——2024年1月9日在松江市第九届人民代表大会第三次会议上
松江市人民政府市长 李文清
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，市教育局牵头实施校园餐桌提升行动，受益学生4.58万人。
二、2024年重点任务
2024年，2024年底前建成学校12所。
"""
NEWS = """松江发布
松江市举行项目集中开工仪式
——松江新区建设侧记
4月18日上午，松江市举行项目集中开工仪式，市长李文清出席。2023年12月4日，第一批项目已经开工。
"""
CHRONICLE = """第三篇 政务
第一章 市人民委员会
1955年4月11日，松江市第一届人民代表大会第三次会议选举周思源为市长。1962年6月2日，市人民委员会调整机构。
市长
周思源（1955.4~1957.3）
"""
GAZETTE = """实干担当谱新篇
松江市去年经济总量增长5.2%，为全省各市之首。站在新的起点上，全市上下信心更足。
卷首语
松江市人民政府公报
2024年2月5日出版
市政府办公室文件
——2024年1月9日在松江市第九届人民代表大会第三次会议上
市长 李文清
各位代表：
我代表市政府向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，市教育局牵头实施校园餐桌提升行动，受益学生4.58万人。
政府工作报告
"""
SERIES = """松江省八届人大一次
会议文件（六）
松江省第七届人民代表大会民族委员会工作报告
（2022年12月20日松江省第七届人民代表大会民族委员会第三十次会议通过）
省七届人大一次会议以来，民族委员会认真履行职责，圆满完成了各项任务。
"""
UNTITLED = REPORT.partition("\n")[2]
EXPECTED = {
    "gazette": (GAZETTE, {"title": "政府工作报告", "genre": "government work report"}),
    "series over two lines": (
        SERIES,
        {"title": "松江省第七届人民代表大会民族委员会工作报告", "genre": "congress report"},
    ),
    "no title": (UNTITLED, {"title": "", "issued": "2024-01-09", "genre": "government work report"}),
    "notice": (
        NOTICE,
        {
            "title": "松江市教育局关于印发《松江市2023年校园餐桌工作要点》的通知",
            "number": "松教发〔2023〕12号",
            "issued": "2023-04-08",
            "genre": "policy",
        },
    ),
    "report": (
        REPORT,
        {
            "title": "政府工作报告",
            "subtitle": "",
            "issued": "2024-01-09",
            "period": "2023",
            "genre": "government work report",
        },
    ),
    "news": (
        NEWS,
        {"title": "松江市举行项目集中开工仪式", "subtitle": "松江新区建设侧记", "issued": "", "genre": "news"},
    ),
    "chronicle": (CHRONICLE, {"issued": "", "period": "", "genre": "chronicle", "number": ""}),
}


@pytest.mark.parametrize(("text", "expected"), EXPECTED.values(), ids=EXPECTED.keys())
def test_what_a_document_says_of_itself(text: str, expected: dict[str, str]) -> None:
    facts = read(text, title="").document
    assert {name: getattr(facts, name) for name in expected} == expected


@pytest.mark.parametrize("text", [REPORT, GAZETTE], ids=["report", "gazette"])
def test_people_and_bodies_of_the_head(text: str) -> None:
    facts = read(text, title="").document
    assert facts.issuer
    assert facts.issuer.name == "松江市人民政府"
    assert facts.speaker
    assert facts.speaker.name == "李文清"
    assert facts.session
    assert facts.session.name == "松江市第九届人民代表大会第三次会议"


def test_who_only_stands_behind_a_date_is_no_speaker() -> None:
    text = NEWS + "去年的今天，会议在这里召开。" * 60 + "\n市长 李文清\n"
    assert read(text, title="").document.speaker is None


def test_the_jurisdiction_names_its_evidence() -> None:
    facts = read("吉林市教育局牵头实施校园餐桌提升行动，受益学生4.58万人。").document
    assert facts.jurisdiction
    assert facts.jurisdiction.name == "220200"
    assert [evidence.quote for evidence in facts.evidence] == ["吉林市"]
