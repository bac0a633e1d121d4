"""What a document rests on is not what its author acts on; and whose a document of a list is."""

import pytest

from tests.reading import labels, read, relations

ACTS = ("issuedBy", "adoptedBy", "draftedBy", "reviewedBy", "proposedBy")
GOVERNMENT, OFFICE = "吉林市人民政府", "吉林市人民政府办公室"
PLAN = "吉林市老旧厂房改造行动方案"
SAID = [
    ("根据《吉林省老旧厂房改造行动方案》精神，结合我市实际，制定本方案。", set()),
    ("为深入贯彻落实《吉林省建设质量强省行动计划》，加快发展，制定本计划。", set()),
    (
        "根据国务院办公厅《质量强国建设办法》及《吉林省质量强省建设办法》，制定本细则。",
        {("质量强国建设办法", "issuedBy", "中华人民共和国国务院办公厅")},
    ),
    (f"为落实《吉林省质量强省办法》，市政府印发《{PLAN}》。", {(PLAN, "issuedBy", GOVERNMENT)}),
    (f"《{PLAN}》已经2023年10月13日市政府第20次常务会议研究通过。", {(PLAN, "adoptedBy", GOVERNMENT)}),
    ("1955年吉林省第一次妇女代表大会召开。会议通过《吉林省妇女联合会章程》。", set()),
    ("《吉林市供热办法》获吉林省人民政府批准。", {("吉林市供热办法", "adoptedBy", "吉林省人民政府")}),
    (
        "《吉林市供热办法》已经中共吉林市委、吉林市人民政府同意，现印发给你们。",
        {("吉林市供热办法", "issuedBy", "中国共产党吉林市委员会"), ("吉林市供热办法", "issuedBy", GOVERNMENT)},
    ),
    ("会前学习的内容是《吉林省信息公开条例》，该《条例》于2019年4月3日公布。", set()),
    (f"制定防汛计划，落实《吉林省稳增长办法》，出台《{PLAN}》。", {(PLAN, "issuedBy", GOVERNMENT)}),
    (
        f"吉林市财政局、吉林市教育局等部门认真采纳，出台《{PLAN}》。",
        {(PLAN, "issuedBy", "吉林市财政局"), (PLAN, "issuedBy", "吉林市教育局")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_basis_is_cited_and_not_made(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert relations(read(text, f"{GOVERNMENT}文件"), *ACTS) == expected


@pytest.mark.parametrize(
    "line", ["（吉市政办发〔2023〕5号）", "文件编号 吉市政办发〔2023〕5号", "文号：吉市政办发〔2023〕5号"]
)
def test_a_number_in_a_line_of_its_own_is_of_the_title_beside_it(line: str) -> None:
    title = f"{OFFICE}关于印发{PLAN}的通知"
    extraction = read(f"{line}\n各县（市）区人民政府：\n现将方案印发给你们。", title)
    labelled = [labels(extraction)[thing.key] for thing in extraction.things if thing.key.kind == "Instrument"]
    assert "吉市政办发〔2023〕5号" not in labelled
    assert title in labelled
