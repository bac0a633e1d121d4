"""Who held what, in the layouts of gazetteers: rows with terms, tables, and sentences that run through an office."""

import pytest

from tests.reading import labels, read, tenures

TITLE = "榆中县志·政府"
COUNTY, REVOLUTIONARY, PARTY = "榆中县人民政府", "榆中县革命委员会", "中国共产党榆中县委员会"
SAID = [
    # Notes beside the years in one bracket; years behind a comma.
    (
        "历任县委书记：李明山（1949.11～1951.6）、邓万才（代理，1954.3～1955.1）、覃正清（1955.1～1959.8，兼）。",
        {("李明山", "书记", PARTY), ("邓万才", "书记", PARTY), ("覃正清", "书记", PARTY)},
    ),
    (
        "历任县委书记：赵子明，1949年8月～1952年2月；韩世杰，1952年2月～1956年6月；李光荣，1956年6月～1961年1月。",
        {("赵子明", "书记", PARTY), ("韩世杰", "书记", PARTY), ("李光荣", "书记", PARTY)},
    ),
    # A heading that calls itself a table or names those of all terms; sexes, numbers and notes beside the names.
    (
        "一、历任县长\n李明山 1950.1—1952.7\n邓万才（代）1952.7—1953.10\n覃正清（彝族） 1980.12—1984.6",
        {("李明山", "县长", COUNTY), ("邓万才", "县长", COUNTY), ("覃正清", "县长", COUNTY)},
    ),
    (
        "历任县长任职情况一览表\n李明山 男 1950.1—1952.7\n邓万才 女 1952.7—1953.10",
        {("李明山", "县长", COUNTY), ("邓万才", "县长", COUNTY)},
    ),
    (
        "历任县委书记名录（1950～1985）\n1.李明山 1950.1—1952.7\n2.邓万才 1952.7—1953.10",
        {("李明山", "书记", PARTY), ("邓万才", "书记", PARTY)},
    ),
    ("历任县长、副县长名录\n李明山 1950.1—1952.7\n邓万才 1952.7—1953.10", set()),
    # One after the other, and one who had another office.
    (
        "县革命委员会主任先后由王振武、黄国祥担任；第一副主任由县武装部政委孙宝林兼任。",
        {
            ("王振武", "主任", REVOLUTIONARY),
            ("黄国祥", "主任", REVOLUTIONARY),
            ("孙宝林", "第一副主任", REVOLUTIONARY),
            ("孙宝林", "政委", "榆中县人民武装部"),
        },
    ),
    # Titles set off before the names; one that nobody held.
    (
        "第一届　县长　田文生　副县长　谭国华　向德明\n第二届　县长　谭国华　副县长　（缺）",
        {
            ("田文生", "县长", COUNTY),
            ("谭国华", "副县长", COUNTY),
            ("向德明", "副县长", COUNTY),
            ("谭国华", "县长", COUNTY),
        },
    ),
    # Each has a verb: the titles of one are not those of the next, nor is a name before a comma in its list.
    (
        "榆中县人民政府成立，李明山任县长（兼）、邓万才任副县长。",
        {("李明山", "县长", COUNTY), ("邓万才", "副县长", COUNTY)},
    ),
    (
        "中共榆中县委成立。县委书记李明山，县委副书记邓万才，覃正清任县委组织部部长。",
        {
            ("李明山", "书记", PARTY),
            ("邓万才", "副书记", PARTY),
            ("覃正清", "部长", f"{PARTY}组织部"),
        },
    ),
    # 为 without a verb in front; 有 before a list.
    (
        "榆中县参议会成立，以李明山为议长，邓万才为副议长。",
        {("李明山", "议长", "榆中县参议会"), ("邓万才", "副议长", "榆中县参议会")},
    ),
    (
        "榆中县委成立，县委书记为李明山，委员有邓万才、覃正清。",
        {("李明山", "书记", PARTY), ("邓万才", "委员", PARTY), ("覃正清", "委员", PARTY)},
    ),
    (
        "省党部派李明山、邓万才为榆中县宣传员。1930年成立国民党榆中县党部，覃正清任书记长。",
        {("李明山", "宣传员", ""), ("邓万才", "宣传员", ""), ("覃正清", "书记长", "中国国民党榆中县党部")},
    ),
    # The governments and offices of the past have their heads, and what sits or meets somewhere begins there.
    (
        "1940年4月选举产生榆中县抗日民主政府。李明山当选为县长。",
        {("李明山", "县长", "榆中县抗日民主政府")},
    ),
    (
        "榆中县军事管制委员会在金城组成，李明山任主任。",
        {("李明山", "主任", "榆中县军事管制委员会")},
    ),
    (
        "榆中县农民协会设在东街，李明山任主席，邓万才任副主席。",
        {("李明山", "主席", "榆中县农民协会"), ("邓万才", "副主席", "榆中县农民协会")},
    ),
    # 代表 with what somebody speaks for.
    ("会上，李明山代表上届县委作报告，邓万才代表大会秘书处和主席团讲话。", set()),
    # A paragraph of history above does not say whose the titles of a list are.
    (
        f"榆中县第一届人民代表大会召开，{'讨论了全县的各项工作，' * 6}休会。散会。\n- 主席：李明山（1954.8～1956.1）",
        {("李明山", "主席", "")},
    ),
    # A title with its body on a line of its own.
    (
        "县革命委员会主任\n高占彪（回族） 1968.2～1971.6\n金作文 （兼） 1971.6～1976.10",
        {("高占彪", "主任", REVOLUTIONARY), ("金作文", "主任", REVOLUTIONARY)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_layout_says_who_held_what(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(person, title, body) for person, title, body, _ in tenures(read(text, TITLE))} == expected


FIRST, SECOND = "1949.11～1950.3", "1950年3月～1952年8月"
TABLES = {
    "wide blanks": f"姓名    性别    职务    任职时间\n刘子厚    男   县长   {FIRST}\n田文生    女   县长   {SECOND}",
    "single blanks, the title in the heading": (
        f"榆中县历任县长一览表\n姓名　籍贯　任职时间\n刘子厚　河北任县　{FIRST}\n田文生　湖北建始　{SECOND}"
    ),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_a_table_of_terms_tells_office_and_years(table: str) -> None:
    extraction = read(table, TITLE)
    assert {(p, t, b) for p, t, b, _ in tenures(extraction)} == {
        ("刘子厚", "县长", COUNTY),
        ("田文生", "县长", COUNTY),
    }
    terms = {(c.valid_from, c.valid_to) for c in extraction.claims if c.predicate == "holds"}
    assert terms == {("1949-11", "1950-03"), ("1950-03", "1952-08")}


def test_an_office_that_is_renamed_and_a_committee_of_a_region_keep_their_names() -> None:
    found = labels(read("1928年，县警察所改称公安局。郭仪安任书记，直接受中共金城中心县委领导。", TITLE))
    names = {key.name for key in found if key.kind == "Body"}
    assert "中共金城中心县委" in names
    assert not {name for name in names if "改称" in name or "直接" in name}


def test_the_number_of_a_chapter_is_no_part_of_a_name() -> None:
    found = labels(read("第四节中国民主促进会榆中县委员会\n选举李明山为主委。", TITLE))
    assert not {key.name for key in found if key.kind == "Body" and "节" in key.name}


def test_people_who_are_sent_or_of_the_county_itself() -> None:
    text = "省党部派李明山来榆中筹建党部，委邓万才任干事。县人覃正清、韩世杰等发起学会。赵子明等12人提出议案。"
    found = {key.name for key in labels(read(text, TITLE)) if key.kind == "Person"}
    assert found == {"李明山", "邓万才", "覃正清", "韩世杰", "赵子明"}


LEAGUE = "中国民主同盟榆中县委员会"


def test_a_chapter_on_a_party_says_whose_its_officers_are() -> None:
    said = tenures(
        read(
            "第二节　中国民主同盟榆中县委员会\n选举产生第一届委员会，李明山为主任委员，邓万才、覃正清为委员。"
            "1988年，选举榆中县第二届委员会。邓万才为主任委员。榆中县政协委员视察。",
            TITLE,
        )
    )
    assert {(person, title, body) for person, title, body, _ in said} == {
        ("李明山", "主任委员", LEAGUE),
        ("邓万才", "委员", LEAGUE),
        ("覃正清", "委员", LEAGUE),
        ("邓万才", "主任委员", LEAGUE),
    }


DRAWN = f"""榆中县委历届领导任职情况表
┏━━━━━┯━━━━━━┯━━━━━┯━━━━━━━━━━┯━━━━┓
┃ 届  次   │  职   务   │ 姓   名  │     任职时间       │ 备 注  ┃
┠─────┼──────┼─────┼──────────┼────┨
┃          │  第二书记  │  刘子厚  │ {FIRST}   │        ┃
┃          │            ├─────┼──────────┼────┨
┃          │            │  田文生  │ {SECOND} │        ┃
┃  第一届  ├──────┼─────┼──────────┼────┨
┃          │   副书记   │  谭国华  │ {FIRST}   │  挂职  ┃
┗━━━━━┷━━━━━━┷━━━━━┷━━━━━━━━━━┷━━━━┛
"""


def test_a_table_drawn_with_lines_keeps_its_empty_and_its_merged_cells() -> None:
    extraction = read(DRAWN, TITLE)
    assert {(p, t, b) for p, t, b, _ in tenures(extraction)} == {
        ("刘子厚", "第二书记", PARTY),
        ("田文生", "第二书记", PARTY),
        ("谭国华", "副书记", PARTY),
    }
    assert {key.name for key in labels(extraction) if key.kind == "Person"} == {"刘子厚", "田文生", "谭国华"}


ENTERPRISES = [
    (
        "1958年，阜康县黄山煤矿改为地方国营，矿长刘志和，党支部书记马玉山。白杨河铁矿、城关营业所建立。",
        {"阜康县黄山煤矿", "白杨河铁矿", "城关营业所"},
        {("刘志和", "矿长", "阜康县黄山煤矿"), ("马玉山", "党支部书记", "阜康县黄山煤矿")},
    ),
    (
        "1964年，阜康县农机站成立。城关粮站站长沈德福介绍了兵团农六师二二一团的经验。团长郭振东讲话。",
        {"阜康县农机站", "城关粮站", "新疆生产建设兵团第六师二二一团"},
        {("沈德福", "站长", "城关粮站"), ("郭振东", "团长", "新疆生产建设兵团第六师二二一团")},
    ),
    (
        "1958年10月，阜康县撤区乡建人民公社，成立红旗人民公社、六运公社。红旗公社社长牟正全。农村人民公社化运动开始。",
        {"红旗人民公社", "六运人民公社"},
        {("牟正全", "社长", "红旗人民公社")},
    ),
]


@pytest.mark.parametrize(("text", "bodies", "expected"), ENTERPRISES)
def test_mines_stations_corps_and_communes(text: str, bodies: set[str], expected: set[tuple[str, str, str]]) -> None:
    extraction = read(text, "阜康县志")
    assert {thing.label for thing in extraction.things if thing.key.kind == "Body"} == bodies
    assert {(person, title, body) for person, title, body, _ in tenures(extraction)} == expected


def test_a_county_of_the_past_is_the_home_of_its_gazetteer() -> None:
    said = tenures(read("1956年，阜康县开发黄山。县长张明远到任，县委书记李国华离任。", "阜康县志"))
    assert {(title, body) for _, title, body, _ in said} == {
        ("县长", "阜康县人民政府"),
        ("书记", "中国共产党阜康县委员会"),
    }


def test_a_township_of_a_name_that_only_a_far_province_has_is_near() -> None:
    extraction = read("1984年，平武县水晶公社改为水晶乡，首任乡长尚兴邦。", "平武县志")
    labels = {thing.label for thing in extraction.things}
    assert "水晶乡人民政府" in labels
    assert not {label for label in labels if label.startswith(("象州县", "来宾市", "广西"))}


def test_a_district_that_any_city_may_have_is_in_no_city_far_away() -> None:
    bodies = {
        label
        for key, label in labels(read("东区工委成立。东区工委书记李明山讲话。", TITLE)).items()
        if key.kind == "Body"
    }
    assert "中国共产党东区工作委员会" in bodies


def test_a_council_of_the_past_is_no_congress_of_today() -> None:
    found = labels(read("1913年4月慈利县议会成立，议员27人。慈利县议会后撤销。", "慈利县志"))
    assert {label for key, label in found.items() if key.kind == "Body"} == {"慈利县议会"}


def test_the_party_of_the_nationalists_is_no_part_of_a_county() -> None:
    found = labels(read("胶县解放。国民党胶县党部迁往外地，国民党胶县县党部解散。", "胶县县志"))
    assert {label for key, label in found.items() if key.kind == "Body"} == {"中国国民党胶县党部"}


CPPCC = "中国人民政治协商会议榆中县"
SESSIONS = [
    (
        f"{CPPCC}委员会全体会议均在县城召开。第一届委员会全体会议第一次会议于1984年1月举行。第二次会议于1985年1月召开。",
        {f"{CPPCC}第一届委员会第一次会议", f"{CPPCC}第一届委员会第二次会议"},
    ),
    ("榆中县政协有二十个界别。七届三次会议1月5日至8日召开。", {f"{CPPCC}第七届委员会第三次会议"}),
    (
        "榆中县第九届人民代表大会第一次会议于1984年召开。第二次会议于1985年3月召开。",
        {"榆中县第九届人民代表大会第一次会议", "榆中县第九届人民代表大会第二次会议"},
    ),
    ("榆中县政协和榆中县人大都有发言。七届三次会议1月召开。", set()),
    # A congress below a heading that says whose it is, and the plenum of the committee that it elects.
    (
        (
            "第二节　中共榆中县地方组织\n党员代表大会第一次代表大会1956年5月6~10日在县城召开。接着召开一届一次全委会。"
            "第一次代表大会第二次会议于1958年1月召开。第二次代表大会1959年3月召开。"
        ),
        {
            "中国共产党榆中县第一次代表大会",
            "中国共产党榆中县第一届委员会第一次全体会议",
            "中国共产党榆中县第一次代表大会第二次会议",
            "中国共产党榆中县第二次代表大会",
        },
    ),
    ("第三节　妇女联合会\n1956年5月，召开第三次代表大会，选出执委。县委讲话。", {"榆中县妇女联合会第三次代表大会"}),
    ("第三节　国民党榆中县党部\n1930年6月，召开全县第一次党员代表大会。", {"国民党榆中县第一次党员代表大会"}),
    # Congresses in a row, of whom the sentence names; a congress in quotation marks; members that meet.
    (
        "金崖镇在县城分别召开第一、二次党代会，选举产生应届党委。党的“十二大”召开。",
        {
            "中国共产党榆中县金崖镇第一次代表大会",
            "中国共产党榆中县金崖镇第二次代表大会",
            "中国共产党第十二次全国代表大会",
        },
    ),
    (
        "1959年，召开中共榆中县第二、三次代表大会。",
        {"中国共产党榆中县第二次代表大会", "中国共产党榆中县第三次代表大会"},
    ),
    ("1959年7月，榆中县民建召开第二次会员大会。", {"榆中县民建第二次会员大会"}),
    (
        "1984年5月，县十届二次人代会召开。十二届县委三次全会召开。中共榆中县一届二次代表大会召开。",
        {
            "榆中县第十届人民代表大会第二次会议",
            "中国共产党榆中县第十二届委员会第三次全体会议",
            "中国共产党榆中县第一次代表大会第二次会议",
        },
    ),
    (
        "政协榆中县第八届委员会常务委员会第二十四次会议协商。兹经县人民委员会第十二次会议通过。",
        {f"{CPPCC}第八届委员会常务委员会第二十四次会议", "榆中县人民委员会第十二次会议"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SESSIONS)
def test_a_session_needs_no_body_where_the_text_tells_it(text: str, expected: set[str]) -> None:
    found = labels(read(text, "榆中县志·政治"))
    assert {label for key, label in found.items() if key.kind == "Meeting"} == expected
