"""Rows and frames of reports: which members are works, and what a verb, a plan or a count before them says."""

from __future__ import annotations

import pytest

from tests.test_find_initiatives import strong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Members that are things of different sorts are works of their own; two of one sort share what is done.
        (
            "推动青石国际铁路港、望山机场连接线、石板灌区一期工程开工建设",
            ["青石国际铁路港", "望山机场连接线", "石板灌区一期工程"],
        ),
        (
            "青石一号高炉大修、石板三厂扩建、望山化肥厂技术改造竣工投产",
            ["青石一号高炉大修", "石板三厂扩建", "望山化肥厂技术改造"],
        ),
        (
            "实施青石大堤加固、石板分蓄洪、望山江堤整险加固工程",
            ["青石大堤加固", "石板分蓄洪工程", "望山江堤整险加固工程"],
        ),
        ("实施青石水厂、望山水厂扩建工程", ["青石水厂、望山水厂扩建工程"]),
        ("启动青石大道、望山大街改造工程", ["青石大道、望山大街改造工程"]),
        # What is to be taken into a plan is a project; what was counted before is a row of them.
        ("争取青石水库列入全国中型水库建设规划", ["青石水库"]),
        (
            "集中开工项目52个，包括青石生物医药、望山新能源电池、石板冷链物流园等。",
            ["青石生物医药", "望山新能源电池", "石板冷链物流园"],
        ),
        (
            "围绕望山河川道快速干线、青石东立交、石望高速前期工作开展调研",
            ["望山河川道快速干线", "青石东立交", "石望高速"],
        ),
        ("围绕保障性安居工程开展视察", []),
        # Verbs that bring something about are none of its name.
        ("促成青石水泥厂搬迁项目落地", ["青石水泥厂搬迁项目"]),
        ("储备望山500千伏输变电工程", ["望山500千伏输变电工程"]),
        ("实施安防工程1500公里，建成光伏电站", []),
        ("完成凉水河治理、三岔村漫水桥重建", ["凉水河治理", "三岔村漫水桥重建"]),
        # What stands before and behind quotations of a row is that of all its members.
        ("建设“两个百万”羊工程、青石饲料科技园、望山番茄二期", ["两个百万", "青石饲料科技园", "望山番茄二期"]),
        ("亭溪治理、佃石水库、“百库保安”工程进展顺利", ["亭溪治理", "佃石水库", "百库保安"]),
        ("望山3号线、乌青高速、花石高速等建成或加快推进", ["望山3号线", "乌青高速", "花石高速"]),
        ("推动石板毛都至望山铁路、乌青高速", ["石板毛都至望山铁路", "乌青高速"]),
        ("争取青石园区增量配电网列入试点", []),
        ("启动平垸行洪、退田还湖、移民建镇工程", ["平垸行洪工程", "退田还湖工程", "移民建镇工程"]),
    ],
)
def test_rows(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("打好招商引资攻坚战，打好三大攻坚战", ["招商引资攻坚战"]),
        ("普遍推行厂长负责制，落实企业特派员制度", ["厂长负责制", "企业特派员制度"]),
        ("推广惠农贷，推行人才码、一卡通，使用二维码，发放贷款", ["惠农贷", "人才码", "一卡通"]),
        ("推广桂林医改经验，推广先进经验", ["桂林医改经验"]),
        ("建立“街巷长”制", ["街巷长"]),
        # The verb at the beginning of a clause is that of its row, up to the last quotation and between two.
        ("实施青石治污行动、农村劳动力“千人百日”转移就业行动", ["青石治污行动", "千人百日"]),
        ("开展“云剑”、“净网”行动、打击窑口诈骗专项行动、“两打”行动", ["云剑", "净网", "打击窑口诈骗专项行动", "两打"]),
        ("“望事通”青石分厅5.0版上线运行，“妇女微工坊”被全区推广", ["望事通", "妇女微工坊"]),
        ("以“三改一补强”为重点深化改革", ["三改一补强"]),
        ("开展“百日攻坚”、“净水”行动、河湖“清乱拆违”", ["百日攻坚", "净水", "清乱拆违"]),
        ("“农信箱”注册用户达1.2万户", ["农信箱"]),
        ("“暖心护航”扎实推进，“邻里夜话”入选全省典型案例，“老石”被评为先进个人", ["暖心护航", "邻里夜话"]),
        ("推广“望山一中”，突破“千亿”大关，“五险”参保人数28万", []),
        # What a place is proud of, and titles.
        ("打造“望山样板”，跑出“青石速度”，创建“红旗党支部”", []),
        ("推进“最有魅力乡村”推介、“青石文明单位”创建", []),
    ],
)
def test_frames(text: str, names: list[str]) -> None:
    assert strong(text) == names
