"""Meetings: text to names, templates and strength."""

from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.find import dates, meetings
from govgraph.model import Document, Mention, Prose
from govgraph.text import Text


def found(text: str, *places: str) -> list[Mention]:
    prose = Prose(Document("0" * 32, "t.txt", text), Text.of(text), (), ())
    earlier = tuple(dates.find(prose, (), seeds.load()))
    for place in places:
        at = text.index(place)
        earlier += (Mention(at, at + len(place), "place", place, place, "test"),)
    return sorted(meetings.find(prose, earlier, seeds.load()))


def strong(text: str, *places: str) -> list[str]:
    return [m.name for m in found(text, *places) if m.strength == "strong"]


@pytest.mark.parametrize(
    ("text", "place", "full"),
    [
        ("参加湖畔市第九届人民代表大会第二次会议", "湖畔市", "{J}第九届人民代表大会第二次会议"),
        ("湖畔市九届人大二次会议开幕", "湖畔市", "{J}第九届人民代表大会第二次会议"),
        ("县第9届人大常委会第12次会议", "县", "{J}第九届人民代表大会常务委员会第十二次会议"),
        ("十二届全国人大五次会议", "全国", "第十二届全国人民代表大会第五次会议"),
        ("政协湖畔市第九届委员会第二次会议", "湖畔市", "中国人民政治协商会议{J}第九届委员会第二次会议"),
        ("县政协九届二次会议", "县", "中国人民政治协商会议{J}第九届委员会第二次会议"),
        ("区政协召开九届三次会议", "区", "中国人民政治协商会议{J}第九届委员会第三次会议"),
        ("县人大常委会召开九届三次会议", "县", "{J}第九届人民代表大会常务委员会第三次会议"),
        ("市委召开九届三次全会", "市", "中国共产党{J}第九届委员会第三次全体会议"),
        ("全国政协十三届一次会议", "全国", "中国人民政治协商会议第十三届全国委员会第一次会议"),
        ("市委九届三次全会", "市", "中国共产党{J}第九届委员会第三次全体会议"),
        ("自治区党委九届三次全会", "自治区", "中国共产党{J}第九届委员会第三次全体会议"),
        ("十一届三中全会", "全国", "中国共产党第十一届中央委员会第三次全体会议"),
        ("县九届人大常委会举行第十二次会议", "县", "{J}第九届人民代表大会常务委员会第十二次会议"),
        ("市政协九届常委会召开第七次会议", "市", "中国人民政治协商会议{J}第九届委员会常务委员会第七次会议"),
        ("省政协九届七次常委会议", "省", "中国人民政治协商会议{J}第九届委员会常务委员会第七次会议"),
        (
            "中国人民政治协商会议第九届湖畔市委员会第二次会议",
            "湖畔市",
            "中国人民政治协商会议{J}第九届委员会第二次会议",
        ),
        ("省纪委九届二次全会", "省", "中国共产党{J}第九届纪律检查委员会第二次全体会议"),
        ("党的十八大", "全国", "中国共产党第十八次全国代表大会"),
        ("省第九次党代会", "省", "中国共产党{J}第九次代表大会"),
        ("县人委三届五次会议", "县", "{J}第三届人民委员会第五次会议"),
        ("市政府第9次常务会议", "市", "{J}人民政府第9次常务会议"),
        ("已经县政府第9次常务会议", "县", "{J}人民政府第9次常务会议"),
        ("区政府召开第9次常务会议", "区", "{J}人民政府第9次常务会议"),
    ],
)
def test_long_and_short_forms_have_one_full_name(text: str, place: str, full: str) -> None:
    (mention,) = found(text, *([place] if place == "湖畔市" else []))
    assert (mention.get("jurisdiction"), mention.get("full"), mention.strength) == (place, full, "strong")


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("县九届人大二次会议举行第三次全体会议。", "{J}第九届人民代表大会第二次会议第三次全体会议"),
        ("县九届人大二次会议主席团举行第一次会议。", "{J}第九届人民代表大会第二次会议主席团第一次会议"),
        ("县九届人大二次会议召开。李大山主持第二次全体会议。", "{J}第九届人民代表大会第二次会议第二次全体会议"),
        ("县九届人大二次会议召开。主席团第二次会议随后召开。", "{J}第九届人民代表大会第二次会议主席团第二次会议"),
    ],
)
def test_a_sitting_is_called_after_its_session(text: str, full: str) -> None:
    session, sitting = (m for m in found(text) if m.strength == "strong")
    assert session.name == "县九届人大二次会议"
    assert sitting.get("full") == full


def test_a_sitting_is_of_the_session_that_is_held_not_of_one_to_come() -> None:
    text = "县九届人大常委会举行第三次会议。会议决定在近日召开县九届人大二次会议。"
    text += "下午举行第二次全体会议和主席团第一次会议。"
    named = [m.get("full") for m in found(text) if m.rule == "meeting.sitting"]
    session = "{J}第九届人民代表大会常务委员会第三次会议"
    assert named == [f"{session}第二次全体会议", f"{session}主席团第一次会议"]


def test_a_count_of_another_body_is_no_sitting() -> None:
    text = "县九届人大二次会议召开。镇人大主席团第三次会议、县河长办第二次全体会议也将召开。"
    assert not [m for m in found(text) if m.rule == "meeting.sitting"]


def test_the_numbers_of_a_session() -> None:
    (mention,) = found("湖畔市第十七届人民代表大会第四次会议", "湖畔市")
    assert (mention.get("series"), mention.get("term"), mention.get("session")) == ("congress", "17", "4")
    assert "{J}十七届人大四次会议" in mention.get("short").split("|")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("党的十八大、十九大精神", ["党的十八大", "党的十九大"]),
        ("十九届四中、五中全会精神", ["十九届四中全会", "十九届五中全会"]),
        ("省九次、十次党代会", ["省九次党代会", "省十次党代会"]),
        ("省委九届二次、三次全会", ["省委九届二次全会", "省委九届三次全会"]),
    ],
)
def test_lists_are_read_apart(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("成功举办第六届湖畔国际风筝节。", ["第六届湖畔国际风筝节"]),
        ("承办全省职工运动会、冬季龙舟赛", ["全省职工运动会", "冬季龙舟赛"]),
        ("按照2019年全国卫生工作会议部署", ["2019年全国卫生工作会议"]),
        ("在新时期推动山区农业发展座谈会上的讲话", ["新时期推动山区农业发展座谈会"]),
        ("举行全县“清洁家园”活动动员大会", ["全县“清洁家园”活动动员大会"]),
        ("县委“平安湖畔”工作领导小组（扩大）会议召开", ["县委“平安湖畔”工作领导小组（扩大）会议"]),
        ("开展8期“湖畔论坛”", ["湖畔论坛"]),
        ("全市公安机关“清网”总结表彰暨工作部署会议召开。", ["全市公安机关“清网”总结表彰暨工作部署会议"]),
        ("4月1日，县里召开第3个爱水月活动启动暨河长制推进会。", ["第3个爱水月活动启动暨河长制推进会"]),
        ("3月1日，十五届县委第三轮巡察动员部署会议召开。", ["十五届县委第三轮巡察动员部署会议"]),
        ("3月5日，县教育局召开校车安全工作会议", ["校车安全工作会议"]),
        ("举办2019中国—某地博览会旅游展", ["2019中国—某地博览会旅游展"]),
        ("第五届县人民代表大会代表", []),
        ("新一届人民代表大会第一次会议", []),
        ("完善党组会议、主任会议制度，印发会议纪要", []),
        ("召开2次专题座谈会，各类展览会", []),
        ("过春节，讲细节，抓环节", []),
        ("建设人民大会堂和文化节目", []),
        ("实施十大工程", []),
        ("召开“银发献策互动会”，", ["银发献策互动会"]),
        ("在市人大代表工作交流会上发言", ["市人大代表工作交流会"]),
        ("隆重举行8月份新项目集中开工仪式。", ["8月份新项目集中开工仪式"]),
        ("贯彻区委以学促干、以学促改工作推进会议精神", ["区委以学促干、以学促改工作推进会议"]),
        ("推进产业发展、项目建设工作会议精神落实", []),
        ("名企参展第九届湖畔博览会，甲讯等参会", ["第九届湖畔博览会"]),
        ("出席市重大项目集中开工仪式。", ["市重大项目集中开工仪式"]),
        ("出席开工仪式，参加揭牌仪式。", []),
        ("省人大各专门委员会会议研究", []),
        ("县委书记黄大龙主持会议。", []),
        ("县委书记黄大龙率队参加全市招商工作会议。", ["全市招商工作会议"]),
        ("市长李大民应邀出席、陪同参观首届湖畔啤酒节。", ["首届湖畔啤酒节"]),
        ("湖畔市政协党组书记李大民主持会议并讲话。", []),
        ("9日，县长周大涌在常务会议上强调", []),
        ("全市防汛工作会议强调，要守住堤防。", ["全市防汛工作会议"]),
        ("省农村工作会议、全省林业工作会议相继召开。", ["省农村工作会议", "全省林业工作会议"]),
        ("近日，山前县召开茶产业调度会，听取汇报。", ["茶产业调度会"]),
        ("3月5日上午，夏粮收购工作推进会在县会堂举行。", ["夏粮收购工作推进会"]),
        ("近日，山前县召开乡村振兴重点工作现场会。", ["乡村振兴重点工作现场会"]),
        ("1979年5月，县召开劳动模范代表大会。", ["劳动模范代表大会"]),
        ("庆祝湖畔解放七十周年大会举行。", ["庆祝湖畔解放七十周年大会"]),
        ("贯彻全市党的建设工作会议精神。", ["全市党的建设工作会议"]),
        ("县防汛指挥部召开第8次调度会。", ["县防汛指挥部第8次调度会"]),
        ("6月3日，镇党委召开理论学习中心组（扩大）学习会。", ["镇党委理论学习中心组（扩大）学习会"]),
        ("3月5日，县里贯彻市委常委会会议部署。", []),
        ("举办第三届湖畔黄桃采摘节、首届读书月。", ["第三届湖畔黄桃采摘节", "首届读书月"]),
        ("第三届理事会，过中秋节，首届毕业生", []),
        ("5月以来，县里每周召开安全形势分析会。", []),
        ("5月3日，全县召开项目推进会12次，建立周例会、月调度会制度。", []),
        ("1月5日上午，科技展馆揭牌仪式在县城举行。", ["科技展馆揭牌仪式"]),
        ("茶叶包装设计比武会圆满举行\n县里", ["茶叶包装设计比武会"]),
        ("参加完“湖畔春茶”高峰论坛，", ["“湖畔春茶”高峰论坛"]),
        ("由“一会一展两赛六论坛”组成，6月1日举行升旗仪式。", []),
        ("3月5日，局里举行党的十九大精神专题学习会。", ["党的十九大", "党的十九大精神专题学习会"]),
        ("县委九届二次全委（扩大）会议召开。", ["县委九届二次全委（扩大）会议"]),
        ("办好茶博会、冬残奥会，参加科交会。", ["茶博会", "冬残奥会", "科交会"]),
        ("外交会谈后刷微博会，货运会议", []),
        ("湖畔县第二届山歌节暨首届枇杷美食节在乡下开幕。", ["湖畔县第二届山歌节暨首届枇杷美食节"]),
        ("5月6日，县委常委会（扩大）会议暨经济分析会议召开。", ["县委常委会（扩大）会议暨经济分析会议"]),
        (
            "贯彻全市作风建设暨招商大会、深化思想解放讨论动员大会精神。",
            ["全市作风建设暨招商大会", "深化思想解放讨论动员大会"],
        ),
        ("成功举办湖畔省第四届健身操舞比赛等活动。", ["湖畔省第四届健身操舞比赛"]),
        ("3月5日，县委召开常委会议，听取汇报。", ["县委常委会议"]),
        ("3月5日 召开全县干部大会，会上说", ["全县干部大会"]),
        ("4月8日，镇里召开提案交办会，", ["提案交办会"]),
        ("全力确保亚洲某某论坛2022年年会圆满举办", ["亚洲某某论坛2022年年会"]),
        ("跨国企业山前峰会、湖商大会、绿色发展大会等成果丰硕。", ["跨国企业山前峰会", "湖商大会", "绿色发展大会"]),
        ("办好中国-北海经贸论坛。", ["中国-北海经贸论坛"]),
        ("举办国际创客节等活动，抓好环节。", ["国际创客节"]),
        ("在中国进出口商品交易会展馆参观，", []),
        ("成立第九届亚运会领导小组，服务好第八届农运会。", ["第九届亚运会", "第八届农运会"]),
        ("主持召开八届市政府第9次常务会议。", ["八届市政府第9次常务会议"]),
        ("县第九届人民代表大会第二次会议预备会议举行。", ["县第九届人民代表大会第二次会议预备会议"]),
    ],
)
def test_names_of_gatherings(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize("text", ["会议指出", "本次会议", "市委全会", "大会上"])
def test_words_that_only_the_context_resolves_are_weak(text: str) -> None:
    assert [(m.strength, m.get("generic")) for m in found(text)] == [("weak", "yes")]


def test_a_place_unknown_to_the_gazetteer_is_read_where_it_recurs() -> None:
    text = "旧河市成立。5月，旧河市第二届人民代表大会第一次会议召开。"
    assert strong(text) == ["旧河市第二届人民代表大会第一次会议"]


def test_the_damage_of_an_ordinal_is_read_through() -> None:
    assert strong("市第-一届人民代表大会第三次会议") == ["市第一届人民代表大会第三次会议"]


def test_the_form_is_the_text() -> None:
    text = "学习党的十八大、十九大和十九届四中、五中全会精神，出席市九届人大二次会议。"
    mentions = found(text)
    assert len(mentions) == 5
    assert all(text[m.start : m.end] == m.form for m in mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("湖畔市摄影家协会顺利召开三届二次会员大会。", ["湖畔市摄影家协会三届二次会员大会"]),
        ("湖畔市工商联第二届会员代表大会召开。", ["湖畔市工商联第二届会员代表大会"]),
        ("湖畔市侨联召开第四次代表大会。", ["湖畔市侨联第四次代表大会"]),
        ("湖畔市作家协会第三届理事会成立。", []),
        ("六届一次理事大会召开。", []),
    ],
)
def test_the_counted_meetings_of_associations(text: str, names: list[str]) -> None:
    assert strong(text, *(["湖畔市"] if "湖畔市" in text else [])) == names


def test_a_session_may_run_over_a_line_end() -> None:
    (mention,) = found("2025年3月21日在湖畔市第九届\n人民代表大会第二次会议上", "湖畔市")
    assert mention.name == "湖畔市第九届人民代表大会第二次会议"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("湖畔市政协召开老旧小区改造民主监督座谈会\n会上，委员发言。", ["老旧小区改造民主监督座谈会"]),
        ("会议。\n湖畔市政协召开老旧小区改造民主监督座谈会\n会上，委员发言。", []),
        ("湖畔市政协召开座谈会\n会上，委员发言。", []),
        ("湖畔市庆祝建市五十周年文艺汇演在剧院举行。", ["湖畔市庆祝建市五十周年文艺汇演"]),
    ],
)
def test_what_a_headline_says_was_held(text: str, names: list[str]) -> None:
    assert strong(text, "湖畔市") == names


def test_our_district_is_the_documents_own() -> None:
    (mention,) = found("我区科技创新联盟成立大会举行。")
    assert (mention.get("full"), mention.get("jurisdiction")) == ("{J}科技创新联盟成立大会", "区")


def test_a_fair_called_for_short_has_its_place_and_year() -> None:
    (fair,) = found("筹备2019年湖畔药博会。", "湖畔")
    assert (fair.name, fair.get("short")) == ("2019年湖畔药博会", "药博会")


def test_the_first_of_two_names_serves_alone() -> None:
    (joined,) = found("湖畔县第二届山歌文化节暨茶叶推介会在县城举行。")
    assert joined.get("short") == "湖畔县第二届山歌文化节"


def test_the_term_of_a_government_is_no_part_of_its_name() -> None:
    (meeting,) = found("召开八届市政府第9次常务会议。")
    assert (meeting.get("jurisdiction"), meeting.get("full")) == ("市", "{J}人民政府第9次常务会议")
