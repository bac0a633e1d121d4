"""Whose 市政府 it is: class characters climb the tree, names are narrowed by the document's place."""

import pytest

from govgraph import seeds
from govgraph.relate.sites import NATIONAL, Sites, division_site
from tests.reading import read, relations, tenures

GAZETTEER = seeds.load().gazetteer


def sites(code: str) -> Sites:
    division = GAZETTEER.by_code(code)
    assert division is not None
    return Sites(GAZETTEER, division_site(division, GAZETTEER))


@pytest.mark.parametrize(
    ("own", "written", "full"),
    [
        ("220104", "市", "长春市"),
        ("220104", "省", "吉林省"),
        ("220104", "区", "长春市朝阳区"),
        ("220104", "", "长春市朝阳区"),
        ("220104", "朝阳区", "长春市朝阳区"),
        ("110105", "朝阳区", "北京市朝阳区"),
        ("220200", "市", "吉林市"),
        ("220200", "吉林", "吉林市"),
        ("220000", "吉林", "吉林省"),
        ("220283", "市", "舒兰市"),
        ("220203", "江北乡", "吉林市龙潭区江北乡"),
        ("450100", "省", "广西壮族自治区"),
        ("330200", "江北区", "宁波市江北区"),
        ("500000", "江北区", "重庆市江北区"),
        ("450600", "东兴市", "东兴市"),
        ("511000", "东兴区", "内江市东兴区"),
    ],
)
def test_a_jurisdiction_becomes_one_place(own: str, written: str, full: str) -> None:
    site = sites(own).resolve(written)
    assert site is not None
    assert site.full == full


@pytest.mark.parametrize(
    ("own", "written"), [("220200", "区"), ("220200", "县"), ("220000", "江北区"), ("220100", "旗")]
)
def test_what_stays_open_is_no_place(own: str, written: str) -> None:
    assert sites(own).resolve(written) is None


@pytest.mark.parametrize(
    ("own", "written", "label"),
    [
        ("云南省", "自贸试验区", "中国（云南）自由贸易试验区"),
        ("厦门市", "自贸区", "中国（福建）自由贸易试验区"),
        ("山西省", "陕西自贸区", "中国（陕西）自由贸易试验区"),
    ],
)
def test_a_zone_of_free_trade_is_the_provinces(own: str, written: str, label: str) -> None:
    extraction = read(f"{written}新增企业500家。", f"{own}政府工作报告")
    assert label in {thing.label for thing in extraction.things if thing.key.kind == "Place"}


def test_the_nation_is_a_site_of_its_own() -> None:
    assert sites("220200").resolve("全国") is NATIONAL


def test_an_unknown_name_is_a_site_without_code() -> None:
    site = sites("320700").resolve("新河连市")
    assert site is not None
    assert (site.full, site.code) == ("新河连市", "")


def test_the_older_name_of_a_division_is_that_division() -> None:
    site = sites("320000").resolve("新海连市")
    assert site is not None
    assert (site.full, site.code) == ("连云港市", "320700")


def test_a_class_that_nothing_answers_to_has_no_candidates_to_choose_from() -> None:
    extraction = read("电工管室外，社区党支部组织义诊。", "南召县新闻")
    assert [t.key.scope[0] for t in extraction.things if t.label == "社区党支部"] == ["?"]
    assert not extraction.ambiguous


def test_bodies_of_a_document_that_names_no_place_are_its_own() -> None:
    text = "县委副书记、县长林知远到县机床厂检查，县水利局局长陶未央陪同。县水利局启动“清渠护苗”行动。"
    held = {
        ("林知远", "副书记", "县委", ""),
        ("林知远", "县长", "县人民政府", ""),
        ("陶未央", "局长", "县水利局", ""),
    }
    assert tenures(read(text, "")) == held
    assert ("清渠护苗", "participant", "县水利局") in relations(read(text, ""), "participant")


def test_what_is_open_in_a_document_of_a_place_is_nothing() -> None:
    text = "吉林市人民政府召开会议，市委、市教育局到会。旗委书记林知远来访。"
    assert tenures(read(text)) == {("林知远", "书记", "", "")}


def test_an_office_called_by_its_class_is_the_one_that_the_text_names() -> None:
    text = "县公安局党委书记、局长林知远，县局党委委员、副局长陶未央到会。县局启动“清渠护苗”行动。{}"
    held = {("林知远", "党委书记"), ("林知远", "局长"), ("陶未央", "党委委员"), ("陶未央", "副局长")}
    found = read(text.format(""), "")
    assert tenures(found) == {(person, title, "县公安局", "") for person, title in held}
    assert ("清渠护苗", "participant", "县公安局") in relations(found, "participant")
    open_ones = tenures(read(text.format("县水利局、县水利局到会。"), ""))
    assert ("陶未央", "副局长", "县公安局", "") not in open_ones


def test_a_name_that_ends_like_a_river_is_a_person() -> None:
    extraction = read("会议推选李大山、王远河、俞越江、赵文中为市十七届人大四次会议主席团常务主席。俞越江主持会议。")
    kinds = {t.key.kind for t in extraction.things if t.label in ("俞越江", "王远河")}
    assert kinds == {"Person"}


def test_the_party_in_the_name_of_its_congress_is_no_body_of_its_own() -> None:
    text = "中国共产党平江县第十一次代表大会开幕。中国人民政治协商会议第十一届平江县委员会第三次会议闭幕。"
    text += "平江县政府发布公告。"
    assert {t.label for t in read(text, "").things if t.key.kind == "Body"} == {"平江县人民政府"}


PROVINCE = "省十四届人大三次会议开幕，省长林知远作报告，省人大常委会、省政协领导到会。"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "庆阳网讯 甘肃省代表团报到。" + PROVINCE + "省政协委员、市委副书记、市长陶未央列席。",
            {("书记", "中国共产党庆阳市委员会"), ("市长", "庆阳市人民政府")},
        ),
        (
            "甘肃省政协新闻。" + PROVINCE + "在合作市，州政协主席陶未央讲话。",
            {("主席", "中国人民政治协商会议甘南藏族自治州委员会")},
        ),
        ("甘肃省政协新闻。" + PROVINCE + "市长陶未央列席。", {("市长", "")}),
    ],
)
def test_the_city_of_a_province_s_paper_is_the_one_that_it_names(text: str, held: set[tuple[str, str]]) -> None:
    found = {(title, body) for person, title, body, _ in tenures(read(text, "")) if person == "陶未央"}
    assert {(title.removeprefix("副"), body) for title, body in found} >= held


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("辽宁禾岭集团来访。禾岭集团董事长致辞。", "Body", {"辽宁禾岭集团"}),
        (
            "辽宁禾岭集团来访。上海禾岭集团来访。禾岭集团董事长致辞。",
            "Body",
            {"辽宁禾岭集团", "上海禾岭集团", "禾岭集团"},
        ),
        ("市防汛工作领导小组开会，市防汛领导小组组长讲话。", "Body", {"吉林市防汛工作领导小组"}),
        ("磐石双湖国家湿地公园开园。双湖国家湿地公园接待游客。", "Place", {"磐石双湖国家湿地公园"}),
    ],
)
def test_a_name_with_its_region_and_without_is_one(text: str, kind: str, found: set[str]) -> None:
    things = {t.label for t in read(text).things if t.key.kind == kind and t.evidence}
    assert {label for label in things if label.endswith(("集团", "小组", "公园"))} == found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("济宁市领导到市中区调研，市中区委书记林知远陪同。", {"济宁市", "济宁市市中区"}),
        ("济宁市曲阜市、市中区、任城区种了树。", {"济宁市", "济宁市任城区", "济宁市市中区", "曲阜市"}),
        ("济宁市市中区人民政府迁址。", {"济宁市", "济宁市市中区"}),
        ("枣庄市领导到市中区调研。", {"枣庄市", "枣庄市市中区"}),
        ("济宁市整治城市郊区的道路，建设新城区。", {"济宁市"}),
    ],
)
def test_a_district_called_by_where_it_lies_is_of_the_city_of_the_document(text: str, places: set[str]) -> None:
    assert {t.label for t in read(text, "").things if t.key.kind == "Place" and t.documents} == places


def test_a_secretary_right_behind_a_division_is_of_its_party_committee() -> None:
    text = "石坪镇书记林知远、龙潭区书记陶未央、朝阳街道书记李大海到会。"
    assert tenures(read(text)) == {
        ("林知远", "书记", "中国共产党石坪镇委员会", ""),
        ("陶未央", "书记", "中国共产党吉林市龙潭区委员会", ""),
        ("李大海", "书记", "中国共产党朝阳街道工作委员会", ""),
    }


def test_a_department_that_only_provinces_have_is_the_province_s() -> None:
    found = {
        t.label
        for t in read(
            "市民政局到会。王远山调任省财政厅厅长，李远河、赵一平改任水利厅厅长、文化厅厅长。", "张掖市新闻"
        ).things
    }
    assert {"甘肃省水利厅", "甘肃省文化厅", "张掖市民政局"} <= found
    assert not {"张掖市水利厅", "张掖市文化厅"} & found


def test_a_zone_called_by_its_kind_alone_is_the_document_s() -> None:
    assert tenures(read("县经开区党工委书记、管委会主任林知远，高新区书记陶未央到会。", "长子县新闻")) == {
        ("林知远", "书记", "中国共产党长子经开区工作委员会", ""),
        ("林知远", "主任", "长子经开区管理委员会", ""),
        ("陶未央", "书记", "中国共产党长子高新区工作委员会", ""),
    }


def test_a_zone_called_by_its_kind_is_the_documents_own() -> None:
    text = "浦东新区人大常委会开会。新区二届人大常委会主任林知远主持会议。新区政府副区长周文静到会。"
    held = {(person, body) for person, _, body, _ in tenures(read(text, "浦东新区人大常委会会议"))}
    assert ("林知远", "上海市浦东新区人民代表大会常务委员会") in held
    assert ("周文静", "上海市浦东新区人民政府") in held
