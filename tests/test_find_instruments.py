"""Instruments: text to names, kinds and strength."""

from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.find import instruments
from govgraph.model import Document, Mention, Prose
from govgraph.text import Text


def found(text: str, *earlier: Mention) -> list[Mention]:
    prose = Prose(Document("0" * 32, "t.txt", text), Text.of(text), (), ())
    return sorted(instruments.find(prose, earlier, seeds.load()))


def strong(text: str) -> list[str]:
    return [m.name for m in found(text) if m.strength == "strong"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("印发《湖畔市节约用水条例》。", ["湖畔市节约用水条例"]),
        ("修订«档案管理办法»«会议规则»等", ["档案管理办法", "会议规则"]),
        ("加入《〈关于某物的公约〉修正案》", ["〈关于某物的公约〉修正案"]),
        ("审议《湖畔市养犬管理条例（草案）》", ["湖畔市养犬管理条例"]),
        ("《未完成的标题，一直没有结束。然后是别的句子", []),
        ("严格执行预算法、监督法、会计法", ["预算法", "监督法", "会计法"]),
        ("通过了新修订的传染病防治法", ["传染病防治法"]),
        ("举行宪法宣誓仪式，用新的方法执法", []),
        ("修改完善城市供热条例，听取汇报", ["城市供热条例"]),
        ("按照有关规定和具体办法办理", []),
        ("编制完成湖畔市国土空间总体规划。", ["湖畔市国土空间总体规划"]),
        ("要抓好规划建设、规划设计。", []),
        ("会议通过了关于修改档案法的决定。", ["关于修改档案法的决定", "档案法"]),
        ("签署第三十号、三十一号主席令", ["第三十号主席令", "第三十一号主席令"]),
        ("依据国务院令第700号", ["国务院令第700号"]),
        ("印发湖政办发〔2021〕15号文件", ["湖政办发〔2021〕15号"]),
        ("国务院以国函〔2001〕5号批复，湖文旅办〔2024〕9号", ["国函〔2001〕5号", "湖文旅办〔2024〕9号"]),
        ("根据国务院512号文件精神，", ["国务院512号文件"]),
        (
            "会议表决通过了市人大法制委、市人大财经委关于代表议案审议结果的报告。",
            ["市人大法制委、市人大财经委关于代表议案审议结果的报告"],
        ),
        (
            "中共湖畔县委办公室 湖畔县人民政府办公室关于加强防汛工作的通知\n各乡镇：",
            ["中共湖畔县委办公室 湖畔县人民政府办公室关于加强防汛工作的通知"],
        ),
        ("印发县委、县政府关于节约用水的决定。", ["县委、县政府关于节约用水的决定"]),
        ("修改中小企业促进条例、优化营商环境条例，", ["中小企业促进条例", "优化营商环境条例"]),
        ("制定出台服务经营主体18条措施，", ["服务经营主体18条措施"]),
        ("大湖区生态水网总体方案获国家发展改革委批准。", ["大湖区生态水网总体方案"]),
        ("会上，宣布县委关于主要领导职务调整的决定。", ["县委关于主要领导职务调整的决定"]),
        ("颁布湖畔令，依据市政府令第15号", ["市政府令第15号"]),
        ("我代表市人民政府，向大会报告工作", ["政府工作报告"]),
        ("代表们审议政府工作报告时说", ["政府工作报告"]),
        ("审查了2020年财政决算报告和审计报告", ["2020年财政决算报告"]),
        (
            "会议表决市人大常委会关于召开大会的决定，听取了市政府关于修订条例的说明和市人大常委会关于代表名额的决定。",
            ["市人大常委会关于召开大会的决定", "市政府关于修订条例的说明", "市人大常委会关于代表名额的决定"],
        ),
        ("关于这个问题，大家有不同的意见", []),
        ("贯彻落实国家家庭养老促进法、推动工作", ["家庭养老促进法"]),
        ("采用科学的方法，推行新的做法。", []),
        ("组织法修改后，党史教育、组织法等", ["组织法", "组织法"]),
        ("万国邮政组织法案例、该组织法人", []),
        ("出台支持农民工购房实施细则，", ["支持农民工购房实施细则"]),
        ("听取专项工作报告18个，听取财政决算执行报告", ["财政决算执行报告"]),
        (
            "会议审议了湖畔市机构改革实施方案和王总理关于机构改革情况的说明，",
            ["湖畔市机构改革实施方案", "关于机构改革情况的说明"],
        ),
        ("制定分级诊疗方案，研究实施方案。", []),
        ("听取了法院院长王大国所作的县人民法院工作报告，", ["县人民法院工作报告"]),
        ("主导制定的《红茶国家标准》发布", ["红茶国家标准"]),
        ("我代表区人民政府向大会作报告，请审议", ["政府工作报告"]),
        ("印发《关于表彰先进集体的通报》，发布《湖畔市水资源公报》", ["关于表彰先进集体的通报", "湖畔市水资源公报"]),
        ("会议原则同意湖畔市旧桥改造工作方案。", ["湖畔市旧桥改造工作方案"]),
        ("县里印发了全县防汛应急预案。", ["全县防汛应急预案"]),
        ("出台服务小微企业21条措施，兑现奖补。", ["服务小微企业21条措施"]),
        ("出台12条措施，实施若干政策。", []),
        ("健全完善各项管理办法。", []),
        (
            "县政府办公室转发县财政局等部门关于加强预算管理意见的通知",
            ["县政府办公室转发县财政局等部门关于加强预算管理意见的通知"],
        ),
        ("文员招聘公告（2023年第3号）\n有关事项如下。", ["文员招聘公告"]),
        ("县人民代表大会常务委员会公告（第8号）", ["县人民代表大会常务委员会公告（第8号）"]),
        ("通过了代表名单，关于新一届代表的代表资格审查报告，", ["关于新一届代表的代表资格审查报告"]),
        ("依据刑法第三百八十五条之规定，", ["刑法"]),
        ("落实国务院第38号令。", ["国务院第38号令"]),
        ("审议通过年度工作报告；通报情况。", []),
        ("根据食品安全法实施条例规定，敬畏和严守党纪国法。", ["食品安全法实施条例"]),
    ],
)
def test_strong_names(text: str, names: list[str]) -> None:
    assert strong(text) == names


def test_a_list_shares_the_words_before_its_titles() -> None:
    text = "表决通过了关于批准《甲国引渡条约》的决定、《乙国引渡条约》的决定。"
    treaties = ["甲国引渡条约", "乙国引渡条约"]
    assert sorted(strong(text)) == sorted([*treaties, *(f"关于批准《{t}》的决定" for t in treaties)])


def test_one_clause_for_several_treaties() -> None:
    text = "通过了关于批准甲国和乙国、甲国和丙国关于税收合作的协定的决定。"
    assert strong(text)[1:] == ["甲国和乙国关于税收合作的协定", "甲国和丙国关于税收合作的协定"]


@pytest.mark.parametrize("text", ["《湖畔日报》刊发", "录制《市民会客厅》", "杂技《高空飞人》获奖", "《渔歌》12期"])
def test_media_are_weak(text: str) -> None:
    (mention,) = found(text)
    assert (mention.get("kind"), mention.strength) == ("media", "weak")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("《消防法》", "law"),
        ("《湖畔市供热条例》", "regulation"),
        ("《湖畔市供热管理办法》", "measures"),
        ("《关于发展旅游的意见》", "opinion"),
        ("《关于任命某人的决定》", "decision"),
        ("《湖畔市“十四五”旅游规划》", "plan"),
        ("《关于成立办公室的通知》", "notice"),
        ("《甲国和乙国引渡条约》", "treaty"),
        ("《关于改善公交的建议》", "proposal"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert found(text)[0].get("kind") == kind


def test_further_names() -> None:
    assert found("《中华人民共和国消防法》")[0].get("short") == "消防法"
    assert found("执行消防法")[0].get("short") == "中华人民共和国消防法"
    assert found("政府工作报告")[0].get("full") == "{J}政府工作报告"
    assert found("《湖畔市供热条例（草案）》")[0].get("draft") == "yes"
    for written in ("〔2020〕", "[2020]", "（2020）"):
        title = found(f"《关于成立办公室的通知》（湖政发{written}3号）")[0]
        assert title.get("number") == title.get("short") == "湖政发〔2020〕3号"
    assert found("刑法修正案（十一）施行")[0].name == "刑法修正案（十一）"


def test_a_title_without_a_title_is_weak() -> None:
    assert found("形成《建议书》")[0].strength == "weak"


def test_the_body_before_the_name_belongs_to_it() -> None:
    assert "湖畔市人大常委会关于加强监督的决定" in strong("会议通过了湖畔市人大常委会关于加强监督的决定。")


def test_the_form_is_the_text() -> None:
    text = "会议通过了关于批准《甲》的决定、《乙》的决定，审议《丙条例（草案）》。"
    assert all(text[m.start : m.end] == m.form for m in found(text))


@pytest.mark.parametrize("before", ["副县长陶未央作", "县长林知远宣读了"])
def test_who_gives_a_report_is_not_of_its_name(before: str) -> None:
    report = "湖畔县人民政府关于民生实事项目完成情况的报告"
    assert report in strong(f"{before}{report}。")


def test_a_phrase_of_three_words_ends_no_name() -> None:
    report = "湖畔市人民政府关于代表提出的建议、批评和意见办理情况的报告"
    assert strong(f"会议下发了{report}。") == [report]
