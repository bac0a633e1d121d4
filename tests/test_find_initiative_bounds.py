"""Where the names of works, reforms and campaigns of a report begin and end, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.test_find_initiatives import strong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Verbs, adverbs and states are of no name.
        ("支持桂林申建保税物流中心。", []),
        ("因地制宜建设大型智算中心等新基建项目。", []),
        ("分类推进望山水库扩建工程。", ["望山水库扩建工程"]),
        ("推动衡阳都市圈环线交工投用。", ["衡阳都市圈环线"]),
        ("衡阳市全力以赴确保项目如期投产。", []),
        ("强化项目落地保障，建设亿元以上项目300个。", []),
        ("支持发展夜间经济和数字文旅项目。", []),
        ("新建提升120公里农村公路。", []),
        # Lanes and how many places are counted stand before the name, the number of a generating set within it.
        ("双向6车道石湖疏港高速公路通车。", ["石湖疏港高速公路"]),
        ("完成8个乡土地延包试点任务。", ["土地延包试点"]),
        ("推动江口核电2号机组、石湖化工新材料等项目建成投产。", ["江口核电2号机组", "石湖化工新材料"]),
    ],
)
def test_words_around_a_work(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("稳步推进集约运维改革。", ["集约运维改革"]),
        ("推动实施民间投资专项担保计划。", ["民间投资专项担保计划"]),
        ("执行固定资产投资计划。", []),
        # A row of reforms may end in one that is quoted.
        (
            "推进职务成果单列管理改革、国有资产使用管理改革和项目评价、人才评价“三评”改革。",
            ["职务成果单列管理改革", "国有资产使用管理改革", "三评"],
        ),
    ],
)
def test_reforms_and_plans_with_an_object(text: str, names: list[str]) -> None:
    assert sorted(strong(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("重点领域“一件事”全链条整治深入实施。", ["一件事"]),
        ("开展石湖“六乱”问题排查整治。", ["六乱"]),
        ("粮食生产“十五连丰”，农民收入“十二连增”。", []),
        ("清理关停“僵尸”系统52个，整合“孤岛”应用31个。", []),
        ("全面激活县域经济“一池春水”。", []),
    ],
)
def test_quotations_that_name_and_figures_of_speech(text: str, names: list[str]) -> None:
    assert strong(text) == names
