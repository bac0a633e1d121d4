"""Whose an initiative is, by what one document says right before its name."""

import pytest

from tests.reading import read

CITY, COUNTY = "吉林市政府工作报告", "永吉县政府工作报告"
BUREAU, FINANCE = "Body|吉林市教育局|220200", "Body|吉林市财政局|220200"


def scopes(text: str, title: str) -> set[str]:
    return {t.key.scope for t in read(text, title).things if t.key.kind == "Initiative" and "双联系" in t.key.name}


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (CITY, "开展“双联系”行动。", {"2202"}),
        (COUNTY, "县政府开展“双联系”行动。", {"220221"}),
        (COUNTY, "县政府落实市委部署的“双联系”行动。县教育局开展“双联系”行动。", {"2202"}),
        (COUNTY, "在全市率先开展“双联系”行动，县政府召开会议。", {"220221"}),
        (COUNTY, "市委书记林知远视察“双联系”行动，县政府召开会议。", {"220221"}),
        (COUNTY, "县政府落实全国“双联系”行动。", {"国"}),
        (COUNTY, "县政府工作在全国“双联系”行动中领先。", {"220221"}),
        # rivals in one document
        (CITY, "市教育局创新打造“双联系”行动。市财政局也创新推出“双联系”行动。", {BUREAU, FINANCE}),
        (CITY, "市教育局开展“双联系”行动。市财政局也开展“双联系”行动。", {"2202"}),
        (CITY, "市教育局、市财政局创新推出“双联系”行动。", {"2202"}),
        (CITY, "全市开展“双联系”行动。市教育局创新推出“双联系”行动。", {"2202"}),
        (CITY, "龙潭区创新开展“双联系”行动，船营区探索推行“双联系”行动。", {"220203", "220204"}),
        (CITY, "龙潭区开展“双联系”行动，船营区推行“双联系”行动。", {"2202"}),
        # elsewhere, for the paragraph that says so
        (CITY, "学习长春市创新开展的“双联系”行动。我市也开展“双联系”行动。", {"2201", "2202"}),
        (CITY, "学习长春市创新开展的“双联系”行动，借鉴“双联系”经验。", {"2201"}),
    ],
)
def test_the_owner_is_read_before_the_name(title: str, text: str, wanted: set[str]) -> None:
    assert scopes(text, title) == wanted


def test_each_owner_has_its_own_forms_and_first_mention() -> None:
    text = "市教育局创新打造“双联系”行动。市财政局也创新推出“双联系行动”。"
    things = {t.key.scope: t for t in read(text, CITY).things if t.key.kind == "Initiative"}
    assert set(things) == {BUREAU, FINANCE}
    assert things[BUREAU].evidence[0].start < things[FINANCE].evidence[0].start
