"""Works in rows: roads, sections, lines by number, houses of the speaker's own place, and what continues a row."""

from __future__ import annotations

import pytest

from tests.test_find_initiatives import strong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Streets and sections in a row of works.
        ("建成石板大道、望仙公路、南环北路、望石线荔河段，", ["石板大道", "望仙公路", "南环北路", "望石线荔河段"]),
        ("加快推进石板江大桥、901国道荔城至望仙段建设，", ["石板江大桥", "901国道荔城至望仙段"]),
        ("开工建设经七路、石板大道二期，", ["经七路", "石板大道二期"]),
        ("推进东三环、石板路、望仙大道等快速化改造，", ["东三环", "石板路", "望仙大道"]),
        ("石板大道、望仙东路等9条支路竣工通车。", ["石板大道", "望仙东路"]),
        ("桂玉高铁南段、石板西站加快建设，", ["桂玉高铁南段", "石板西站"]),
        ("加快建设石板大道与望仙路立交，", ["石板大道与望仙路立交"]),
        # Lines by number share the kind, and the phase, of a later one.
        ("加快建设轨道交通4号线、5号线，", ["轨道交通4号线", "5号线"]),
        ("4、5号线和1号线三期正加快建设，", ["4号线", "5号线", "1号线三期"]),
        ("6号、7号、S1号线等相继开工。", ["6号线", "7号线", "S1号线"]),
        ("启动轨道交通6、7号线一期建设，", ["轨道交通6号线一期", "7号线一期"]),
        ("开工建设桂城白石、望县玉岭通用机场，", ["桂城白石通用机场", "望县玉岭通用机场"]),
        # The one house of its kind that the place has, where it is built.
        ("开工建设市石板文化中心、市体育中心。", ["市石板文化中心", "市体育中心"]),
        ("启动市石板档案馆、县图书馆新馆建设。", ["市石板档案馆", "县图书馆新馆"]),
        ("依托市体育中心举办活动，", []),
        # Houses that a count sums up by what is done to them.
        ("石板第二小学、望仙实验中学等10所学校新建，", ["石板第二小学", "望仙实验中学"]),
        # A clause of names alone, which a later clause sums up.
        (
            "加快推进石板高速，石板长江大桥、望仙长江大桥，荔河物流基地一期等项目建设。",
            ["石板高速", "石板长江大桥", "望仙长江大桥", "荔河物流基地一期"],
        ),
        ("石板长江大桥、望仙长江大桥，沿江两岸风光秀丽。", []),
        ("加快推进石板湿地公园、望仙山公园等一批地标性、功能性项目，", ["石板湿地公园", "望仙山公园"]),
        # What is no work: money, houses by number, what a place is to be, an honour.
        ("争取上级预算内投资、石板专项债券等项目资金3亿元。", []),
        ("启动800套石板人才公寓项目建设。", []),
        ("加速建设全国性综合交通枢纽，", []),
        ("石板产业园被列为省级重点产业园。", []),
        ("圆满完成桂林石板机场保通航任务。", []),
        ("石板教育基地运营中心投入运营。", ["石板教育基地运营中心"]),
    ],
)
def test_works_in_rows(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A number alone tells a strategy from others; what a plan of five years is called does not.
        ("忠实践行九九战略，实施双百工程，", ["九九战略", "双百工程"]),
        ("完成九五计划，", []),
        # Reforms that say of what.
        ("推进农垦改革，实施石板集体资产股份合作制改革，", ["农垦改革", "石板集体资产股份合作制改革"]),
        ("推进重点领域改革，", []),
        ("京津冀协同发展纵深推进，实施苏陕协作项目9个，", ["京津冀协同发展", "苏陕协作"]),
        ("今年，引石济望累计完成投资3亿元，", ["引石济望"]),
        ("建立法律咨询员制度，", ["法律咨询员制度"]),
        ("支持望仙市启动石板企业培植三年行动计划。", ["石板企业培植三年行动计划"]),
        ("石板园区被列为国家级节能改造试点园区，", []),
        # Quotations: sums of several parts, persons, what a report demands, views.
        ("探索建立“法院+工会+商会”的协同工作体系，", ["法院+工会+商会"]),
        ("选派干警担任“法治副校长”，", []),
        ("贯彻落实“五个扎实”，落实“四个着力”等重要要求，", []),
        ("为审判执行工作“问诊开方”。", []),
        ("形成“石板引领、望仙带动”的良好格局，", []),
        ("推进“十大森林公园”建设，", ["十大森林公园"]),
    ],
)
def test_programmes_of_reports(text: str, names: list[str]) -> None:
    assert strong(text) == names
