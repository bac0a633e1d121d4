"""What a document is of itself: whose place, which kind, who speaks, and how its own documents are called."""

import pytest

from tests.reading import read, tenures

ROW = "扎实推进农村公路建设。加快新建公路{}公里。全面完成老旧小区改造{}个。着力提高居民收入。"
REPORT = "\n".join(ROW.format(n + 3, n + 5) for n in range(40))


@pytest.mark.parametrize(
    ("title", "text", "place", "genre"),
    [
        (
            "某镇新闻",
            "高桥镇召开会议，丹徒区高桥镇镇党委书记主持，镇人大、镇纪委列席，镇妇联发言。",
            "321112100",
            "news",
        ),
        (
            "",
            "当阳大事记\n当阳、远安两县修通公路。改称当阳县国营苗圃。召开首届当阳县人民代表大会。县委和县政府总结，县委书记讲话。",
            "当阳县",
            "news",
        ),
        ("丹徒区新闻", "丹徒区区委召开会议，区政府部署工作，高桥镇镇长发言，区人大常委会列席。", "321112", "news"),
        (
            "",
            "金华市工作回顾。\n" + REPORT + "全市经验在全省推广，总量居全省前列。",
            "330700",
            "government work report",
        ),
        (
            "",
            "金华市工作回顾。\n" + REPORT + "该市的做法在各地推广。",
            "330700",
            "news",
        ),
        ("前郭县政府工作报告", "前郭县政府坚持稳中求进。", "220721", "government work report"),
        (
            # 5县 is no county of its own, and 全区 of a city is its region.
            "",
            "政府工作报告指出，今年拉萨市率先在全区达标。拉萨市经济平稳。建成林周等5县污水处理厂。",
            "540100",
            "government work report",
        ),
        (
            # An occasion on two lines is no title.
            "",
            "——2019年2月20日在百色市第四届\n人民代表大会第四次会议上\n各位代表：\n我代表市人民政府，向大会报告工作。",
            "451000",
            "government work report",
        ),
        ("丰宁县政府工作报告", "丰宁县政府坚持稳中求进。", "130826", "government work report"),
        (
            # A paragraph that begins with where something is done is no line of a session.
            "",
            "省政协来金华市调研\n市政协主席林知远参加，市委领导陪同。\n在婺城区某小学，察看校园。\n市政协作了介绍。",
            "330700",
            "cppcc spread",
        ),
        (
            # The first line says whose report it is; the classes of the places that it speaks of do not.
            "",
            "2026年浙江省政府工作报告\n\n（三）各设区市强化定位。支持各县发展。培育经济强县。打造农业强县。我县、全县和我区的产业各有所长。支持我县、我区挑大梁。",
            "330000",
            "government work report",
        ),
        (
            # Whose session a report is given at says more than the leaders that it thanks.
            "政府工作报告",
            "——2022年1月6日在浦江县第九届人民代表大会第一次会议上\n李文清\n工业稳中有进。循环产业基地受到省委省政府关注，浙江浦江产业园区挂牌。",
            "330726",
            "government work report",
        ),
        (
            "",
            "2022年1月6日在金华市婺城区第九届人民代表大会第一次会议上\n婺城区人民政府区长 李文清\n推进“清河”行动。",
            "330702",
            "government work report",
        ),
        (
            "",
            "——2022年1月6日在金华市婺城区第九届人民代表大会第一次会议上\n受区人民政府委托，现将计划草案提请大会审议。",
            "330702",
            "government work report",
        ),
        (
            "",
            "现在，我代表州人民政府向大会报告工作。晴隆县、望谟县如期脱贫，州政府推进“清河”行动。",
            "522300",
            "government work report",
        ),
        (
            "婺城区新闻",
            "金华市婺城区召开会议。" + "区委要求学习党的二十大精神。传达党的二十大精神。" * 4,
            "330702",
            "news",
        ),
    ],
)
def test_place_and_kind_of_a_document(title: str, text: str, place: str, genre: str) -> None:
    document = read(text, title).document
    assert document.jurisdiction is not None
    assert (document.jurisdiction.name, document.genre) == (place, genre)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("灵川新闻网消息：县委召开会议，县政府部署秋收。", "450323"),
        ("荔浦的秋天到了。县级调研组来到荔浦，市政府负责人陪同。", "450381"),
        ("县委召开会议，研究灵川高质量发展。", "450323"),
        ("灵川新资讯网讯（记者方小满）县委召开会议，县政府部署秋收。", "450323"),
        ("区委召开会议，研究吴中经济社会发展。", "320506"),
        ("灵川召开会议，县委部署秋收。", ""),  # one passing mention
        ("县政府率县水务局前往全州县、兴安县考察学习。在全州县和兴安县看了水厂。值得灵川学习，灵川要抓紧。", "450323"),
        ("灵川、灌阳、永福、荔浦来访，县委介绍了经验。灵川的客人发言。", ""),  # neighbours
        ("惠民工程启动，县政府推进惠民实事，惠民成效明显。", ""),  # an everyday word
        ("江北快速路通车，区政府改造江北老街，江北面貌一新。", ""),  # a district's stem is a word of every town
    ],
)
def test_a_stem_alone_settles_whose_a_text_is(text: str, code: str) -> None:
    jurisdiction = read(text, "").document.jurisdiction
    assert (jurisdiction.name if jurisdiction else "") == code


LEADER = "1月5日，市委书记李文清到江山市、常山县调研项目建设。市委常委赵立新参加，江山市委书记王志远陪同。"
LISTED = "1月4日，全市经济工作会议召开，市委书记李文清讲话。大冶市、阳新县、黄石港区作交流发言。"
CITED = (
    "各乡镇：\n根据《衢州市人民政府关于加强防汛工作的意见》和衢州市水利局、衢州市财政局通知，市政府同意，市水利局办。"
)
MINISTRY = "各省、自治区、直辖市教育厅：\n河北省教育厅、江苏省教育厅要加强指导，江苏省教育厅先行试点。"


BANNER = (
    "（内蒙古）2021年镶黄旗人民政府工作报告\n各位代表：\n我代表旗人民政府报告工作。全旗贯彻党的十九大和十九届"
    "二中、三中、四中、五中全会精神，按照国家农业农村部的标准，列入《国家级名录》。"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (BANNER, "152528"),  # whatever of the nation's it passes on
        (
            "人大常委会举行会议\n2010-01-23   柳州日报   记者 林知远\n市人大常委会主任陶未央主持，市政府作了报告。",
            "450200",
        ),
        ("衢州日报讯 市委书记李文清到江山市调研\n" + LEADER, "330800"),  # where a leader goes is not his own
        ("全市经济工作会议召开\n" + LISTED, "420200"),  # counties in a row are of the city that lies above them
        ("江山市人民政府办公室关于印发防汛预案的通知\n" + CITED, "330881"),
        # 市 is the lower of the two that lie above the county, and 省委经济工作会议 speaks of 省 once
        (
            "李文清到常山县调研\n市委书记李文清到常山县调研，常山县委书记王志远陪同。贯彻省委经济工作会议精神。",
            "330800",
        ),
        ("关于公布2023年度江山市级文物保护单位的通知\n" + CITED, "330881"),  # what the title is about
        ("教育部 财政部关于加强教育实践的意见\n" + MINISTRY, "国"),  # a ministry's, whichever province it speaks to
        ("国家税务总局衢州市税务局2023年工作总结\n市税务局与市财政局共建，柯城区税务局、江山市税务局试点。", "330800"),
        ("连云港市志 第一节报纸\n东海县人民政府主办日报。灌云县人民政府、东海县人民法院各办一份。", "320700"),
        ("湖州市南浔区练市镇工作总结\n镇党委、镇政府在区委、区政府领导下完成任务。", "330503102"),
        ("湖北日报讯 省长王大林到襄阳、十堰调研。襄阳市委书记王祺陪同。", "420000"),
        ("晋江经济报讯 市委书记张文大到陈埭镇调研。泉州市委书记张毅大作出批示。", "350582"),
        ("浦东时报讯（记者 李明）区长吴大城带队检查安全生产工作。", "310115"),
        ("全市工作会议召开。鄞州、海曙、余姚、慈溪负责人作交流发言。市委书记彭大佳讲话。", "330200"),
        (
            "衢州市党政代表团到我市考察\n衢州市市委书记李文清率队到我市考察。市委书记张大方陪同。嘉兴好客，嘉兴欢迎。",
            "330400",
        ),
        (
            "衢州市党政代表团来江山市考察\n浙江省衢州市市委书记李文清，市长王明率衢州市党政代表团来江山市。市委书记张方陪同。",
            "330881",
        ),
        ("衢州市党政代表团赴江山市考察\n衢州市市委书记李文清率衢州市党政代表团赴江山市考察。", "330800"),
        # the county that a headline begins with, whoever of the city is there; of two the one that came first
        ("常山县一批项目集中开工\n市委书记李文清、市政协主席王大方出席。常山县的三个项目集中开工。", "330822"),
        ("公路修通了\n这条公路从开化县修到常山县，群众出行方便。", "330824"),
        ("市九届人大二次会议期间，富锦代表团审议报告。市委书记丛大丽参加。富锦市委书记田大波代表发言。", "230800"),
    ],
)
def test_the_head_of_a_document_says_whose_it_is(text: str, place: str) -> None:
    document = read(text, "").document
    assert document.jurisdiction is not None
    assert document.jurisdiction.name == place


def test_ministries_that_sign_together_issue_what_the_first_of_them_does() -> None:
    document = read("教育部 财政部关于加强教育实践的意见\n" + MINISTRY, "").document
    assert document.issuer is not None
    assert document.issuer.name == "中华人民共和国教育部"


OFFICES = "金华市政务公开工作\n市教育局、市财政局、市水利局公开信息。"
SHORTLIST = "关于人选的公告\n李文清，现任浦江县委副书记。\n向市纪委反映，市纪委受理。\n中共金华市委组织部\n2023年4月8日"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (OFFICES, ""),  # one of many
        (SHORTLIST, "中国共产党金华市委员会组织部"),  # who signs
        ("中共浦江县第十六届委员会第一次全体会议公报\n县委选举县纪委，县委部署工作。", "中国共产党浦江县委员会"),
        ("金华市重大项目开工\n金华市交投集团、美的集团参加，市政协领导出席。", "中国人民政治协商会议金华市委员会"),
        ("金华市重大项目开工\n金华市交投集团、美的集团参加。", ""),  # no company speaks for the city
        (
            "金华市中级人民法院院长林知远在金华市第八届人民代表大会第三次会议上作工作报告\n全市法院开展“护航”行动。",
            "金华市中级人民法院",
        ),
        (
            "金华市中级人民法院院长林知远、金华市人民检察院检察长陶未央在金华市第八届人民代表大会第三次会议上发言",
            "金华市人民代表大会",
        ),
    ],
)
def test_who_issues_a_document(text: str, issuer: str) -> None:
    found = read(text, "").document.issuer
    assert (found.name if found else "") == issuer


def test_a_report_that_names_no_body_is_its_governments() -> None:
    document = read("金华市工作回顾。\n" + REPORT, "").document
    assert document.issuer is not None
    assert document.issuer.name == "金华市人民政府"


def documents(text: str, title: str) -> dict[str, tuple[str, ...]]:
    things = read(text, title).things
    return {thing.label: (*thing.names, *thing.forms) for thing in things if thing.key.kind == "Instrument"}


def test_a_title_that_begins_with_a_body_says_whose_it_is() -> None:
    found = documents("会议听取了市政府关于城市供热情况的报告。", "衢州市人民代表大会常务委员会会议")
    assert "衢州市政府关于城市供热情况的报告" in found["衢州市人民政府关于城市供热情况的报告"]


def test_the_number_of_a_document_is_another_name_of_it() -> None:
    found = documents("衢政发〔2023〕17号\n\n各县（市、区）人民政府：现通知如下。", "衢州市人民政府关于成立专班的通知")
    assert set(found) == {"衢州市人民政府关于成立专班的通知"}
    assert "衢政发〔2023〕17号" in found["衢州市人民政府关于成立专班的通知"]


def test_who_speaks_says_whose_report_it_is() -> None:
    head = "各位代表：\n我代表{}，向大会报告工作，请予审议。\n"
    rest = "一年来，我们学习党的十九大精神，落实十九届二中、三中、四中全会和中央经济工作会议部署，争当全国文明城市。"
    document = read(head.format("金湖县人民政府") + rest, "").document
    assert document.issuer is not None
    assert document.issuer.name == "金湖县人民政府"


TRADITIONAL = """吉林市龍潭區人民政府工作報告
區長陳曉東主持召開區政府常務會議。區教育局牽頭推進「陽光體育」行動，受益學生4580人。
"""


def test_a_traditional_text_gives_simplified_labels_and_the_form_as_written() -> None:
    found = read(TRADITIONAL, title="")
    forms = {thing.label: thing.forms for thing in found.things}
    assert "陳曉東" in forms["陈晓东"]
    assert "區教育局" in forms["吉林市龙潭区教育局"]
    assert "「陽光體育」" in forms["阳光体育"]
    quotes = {evidence.quote for thing in found.things for evidence in thing.evidence}
    assert {"陳曉東", "區教育局"} <= quotes
    assert not any("「" in label or "陽" in label for label in forms)


def test_the_number_before_a_title_is_of_the_same_document() -> None:
    text = "吉林市人民政府印发吉市政发〔1998〕39号文件《关于做好收购工作的通知》。"
    papers = [thing for thing in read(text).things if thing.key.kind == "Instrument" and "报告" not in thing.label]
    assert [thing.label for thing in papers] == ["关于做好收购工作的通知"]


DELEGATIONS = """江油代表团：实干争先
本报讯（记者 李明）市八届人大五次会议江油代表团举行全体会议，市委书记元大方，江油市委书记罗大国参加审议。
三台代表团：擦亮招牌
本报讯（记者 王强）三台代表团的代表们展开讨论。县长马大辉代表说，要推进农业园区建设。
"""


def test_delegations_are_of_the_city_above_and_their_county_is_meant_below_them() -> None:
    read_ = read(DELEGATIONS, "江油代表团：实干争先")
    assert read_.document.jurisdiction is not None
    assert read_.document.jurisdiction.name == "510700"
    holds = {(person, body) for person, _, body, _ in tenures(read_)}
    assert {
        ("元大方", "中国共产党绵阳市委员会"),
        ("罗大国", "中国共产党江油市委员会"),
        ("马大辉", "三台县人民政府"),
    } <= holds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("县委检查组走访忠堡镇、黄金洞乡，县农业局陪同。", "422826"),  # both lie in one county
        ("市委书记李大海到湾头桥镇走访。湾头桥镇党委汇报，市林业局陪同。", "430581"),
        ("县委书记李大海到五里乡检查。", ""),  # one short name: the table lacks what was renamed
        ("新华区人大常委会举行会议，焦店镇人大列席。", "410402"),  # not the other one
        ("区委书记李大海到忠堡镇、黄金洞乡检查。", ""),  # of another class
        ("县长王明率队赴成都市崇州市考察学习\n县长王明看了崇州市的林盘。忠堡镇、黄金洞乡负责人参加。", "422826"),
        ("赴崇州市、大邑县考察学习的报告\n县政协副主席王明到崇州市看了林盘。", ""),
        ("河北省承德市林业局到我区考察\n承德市林业局局长王明到我区考察林长制。", ""),
        ("宜宾市林业局局长王明带领考察团一行9人，来乐至县考察。副县长李海对我县作了介绍。", "512022"),
        ("2018年金华市婺城区政府工作\n我们在市委、市政府和区委领导下完成任务。", "330702"),
        ("推动台湾农民创业园发展，打造全省示范基地。", ""),  # investors come from there
        ("突出三产富县，发展全域旅游，打造全省示范基地。", ""),  # a slogan
        ("县委提速。青阳南路改造、青阳路北延，县住建局实施。", ""),  # streets of any town
        ("会议审议区政协六届二次会议决议，再次审议区政协六届二次会议名单。", ""),
        ("市委召开会议，落实省、扬州市农村工作会议精神，高邮市农业局发言。", "321084"),
        ("我市建成轨道交通。包河区、瑶海区开工，肥东县通车。铜陵市协作。", "340100"),
        ("市公安局通报：海曙区李某案、余姚市马某案告破。市公安局悬赏，市检察院起诉，市法院判决。", "330200"),
        ("市政协开会，市政协副主席李大海讲话，市政协委员参观婺城区跃进社区。", "330700"),
        ("县委开会，县委书记讲话，县人大、县政协列席。传达湖北省动员会精神，落实省委部署。", ""),
        (
            "象州县委书记李大海。灵山县委书记王大明。宜兴市委书记赵大江。都说好。",
            "",
        ),  # as much of one as of another
        (
            "李大海任湖南省委书记\n李大海任湖南省委书记、湖南省人大主任，不再任湖南省长。\n历任江苏省如东县委干事，县委副书记。",
            "430000",
        ),
        ("我省公示28人。嘉善县委书记李大海，区委书记王大明，永嘉县长李大江，常山县长方大林。", "330000"),
    ],
)
def test_whose_a_document_is_that_speaks_of_others(text: str, place: str) -> None:
    jurisdiction = read(text, "").document.jurisdiction
    assert (jurisdiction.name if jurisdiction else "") == place


def test_all_who_lead_a_delegation_are_of_its_place() -> None:
    guests = "衢州市市委书记李文清，市委副书记、市长王大明，市科协主席赵立新率衢州市党政代表团来嘉兴市考察。"
    text = f"{guests}市委书记张方平陪同。"
    held = {(person, body) for person, _, body, _ in tenures(read(text, ""))}
    assert held >= {
        ("李文清", "中国共产党衢州市委员会"),
        ("王大明", "中国共产党衢州市委员会"),
        ("王大明", "衢州市人民政府"),
        ("赵立新", "衢州市科学技术协会"),
        ("张方平", "中国共产党嘉兴市委员会"),
    }


def test_the_host_of_guests_is_none_of_theirs() -> None:
    text = "安徽省芜湖市科协主席李文清一行来我市考察科普。市科协主席张方平陪同。"
    held = {(person, body) for person, _, body, _ in tenures(read(text, ""))}
    assert held == {("李文清", "芜湖市科学技术协会"), ("张方平", "市科协")}


def test_a_delegation_that_visits_is_not_one_to_a_congress() -> None:
    text = "寿光市考察团来我市考察\n5月8日，寿光市委书记李文清率考察团到我市考察。市长张方平陪同。"
    assert {(person, body) for person, _, body, _ in tenures(read(text, ""))} == {
        ("李文清", "中国共产党寿光市委员会"),
        ("张方平", "市人民政府"),
    }
