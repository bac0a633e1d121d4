"""Meetings that are held again and again: one for each day that the text gives."""

import pytest

from tests.reading import read

NAME = "吉林市政府常务会议"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023年3月2日，林知远主持召开市政府常务会议。", ["2023-03-02"]),
        (
            "2023年3月2日，市长林知远主持召开市政府常务会议。2023年5月6日，副市长陶未央主持召开市政府常务会议。",
            ["2023-03-02", "2023-05-06"],
        ),
        ("林知远主持召开市政府常务会议。市政府常务会议于2023年3月2日召开。", ["2023-03-02"]),
        ("林知远主持召开市政府常务会议。", [""]),
        ("2023年3月2日，市教育局传达市政府常务会议精神。", [""]),
    ],
)
def test_each_day_is_a_meeting(text: str, days: list[str]) -> None:
    found = [thing for thing in read(text).things if thing.key.kind == "Meeting" and thing.label == NAME]
    assert sorted(thing.get("date") for thing in found) == days


def test_who_takes_part_goes_with_the_day() -> None:
    text = "2023年3月2日，市长林知远主持召开市政府常务会议。2023年5月6日，副市长陶未央主持召开市政府常务会议。"
    claims = [claim for claim in read(text).claims if claim.predicate == "attendee"]
    days = {(claim.subject.scope.rpartition("@")[2], claim.object.name) for claim in claims}
    assert days == {("2023-03-02", "林知远"), ("2023-05-06", "陶未央")}


def test_a_session_of_a_county_that_stays_open_is_the_documents_own() -> None:
    things = read("县委十四届六次全会召开。会后传达县委十四届六次全体会议精神。").things
    (meeting,) = [thing for thing in things if thing.key.kind == "Meeting"]
    assert meeting.label == "县委十四届六次全会"
    assert meeting.key.scope.startswith("?")


def test_days_of_a_chronicle_below_its_year_are_days() -> None:
    text = "大事记\n2月25日 县委召开全县领导干部会议。\n3月4日 县委召开全县领导干部会议。"
    found = [thing for thing in read(f"青田县\n{text}", "").things if thing.key.kind == "Meeting"]
    assert [thing.label for thing in found] == ["青田县领导干部会议"] * 2
