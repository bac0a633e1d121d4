"""Personal names: where they stand, how they are cut, what only looks like one."""

from __future__ import annotations

import pytest

from govgraph import seeds as seed_reader
from govgraph.find import people, places, posts
from govgraph.find.names import Names
from govgraph.model import Document, Mention, Paragraph, Prose
from govgraph.text import Span, Text

SEEDS = seed_reader.load()


def prose_of(text: str) -> Prose:
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    return Prose(Document("0" * 32, "test.txt", text), Text.of(text), tuple(paragraphs), (Span(0, len(text)),))


def found(text: str, *earlier: Mention) -> list[Mention]:
    prose = prose_of(text)
    titles = tuple(sorted(posts.find(prose, earlier, SEEDS)))
    return sorted(people.find(prose, (*earlier, *titles), SEEDS))


def names(text: str) -> list[str]:
    mentions = found(text)
    assert all(m.form == text[m.start : m.end] for m in mentions)
    return [m.name for m in mentions]


NAMED = [
    # An office ends in a character that opens a verb of appointing; a syllable of transliteration is a word elsewhere.
    ("天水地委任命张建国为书记。", ["张建国"]),
    ("任命努尔兰·阿不都满金为检察长。", ["努尔兰·阿不都满金"]),
    # A word is a name among names, and two names may open a sentence.
    ("副主席王平、高峰、李小海出席。", ["王平", "高峰", "李小海"]),
    ("执行主席高峰、王平、李建国在主席台就座。", ["高峰", "王平", "李建国"]),
    ("路上车流高峰、客流高峰、李小海说。", ["李小海"]),
    ("谢大成、汪小海，市法院负责人列席。", ["谢大成", "汪小海"]),
    ("县长刘书为为大会致辞。", ["刘书为"]),
    ("会上，向旭升同志代表县政府作报告。", ["向旭升"]),
    ("，向李明同志学习", ["李明"]),
    ("吴大海是来自某县某某民族乡的一位基层政协委员，他关注教育。", ["吴大海"]),
    # A name ends where the adverb, the verb or the reason behind it begins.
    ("王晓已为县财政局局长，张柱接任县审计局局长。", ["王晓", "张柱"]),
    ("王吉将出任县体育局局长，刘军已赴任县人防办主任。", ["王吉", "刘军"]),
    ("张涛因病去世。", ["张涛"]),
    ("周建因工作调动，不再担任县统计局局长职务。", ["周建"]),
    ("冯涛因年龄原因不再担任县统计局局长，杨帆曾任县委书记。", ["冯涛", "杨帆"]),
    ("副局长陈杰又到学校，赵亮率队调研。", ["陈杰", "赵亮"]),
    ("检查组由副巡视员李创带队。", ["李创"]),
    ("县政协联系领导：步汉英\n召集人：李文清、楼玉宇", ["步汉英", "李文清", "楼玉宇"]),
    ("一行在王伟、石坚陪同下调研。", ["王伟", "石坚"]),
    ("除了副县长陆昊外，还有副县长陈建刚。", ["陆昊", "陈建刚"]),
    # Lists behind a count, ages, what somebody is, and who signs a piece of news.
    ("拟任副县长的3人：娄文远、李守明、杨秀峰，此前均在乡镇工作。", ["娄文远", "李守明", "杨秀峰"]),
    ("62岁的胡睦平带来一件提案。", ["胡睦平"]),
    ("沈志远是最年轻的委员，在学校工作。", ["沈志远"]),
    ("整个过程受到好评。（徐明）", ["徐明"]),
    ("这一经验受到好评。（完）", []),
    ("会议选出委员。张瑞兰（女，回族）、陈忠海等当选。", ["张瑞兰", "陈忠海"]),
    ("区委书记徐明和市长李守明陪同，市政协班子成员参加。", ["徐明", "李守明"]),
    # Names beside which nothing but a pause stands, and who wrote a piece of news.
    ("群众得知后，王建军又送来三百元，大家都夸李国华。", ["王建军", "李国华"]),
    ("各村都学柳青山、赵春生。", ["柳青山", "赵春生"]),
    ("狠抓惠民生、安民心、补短板，种植毛竹林。", []),
    ("演出了《满江红》，卢旺达、卢森堡派人观看。", []),
    ("董大夫，县医院的骨干，很受欢迎。", []),
    ("本报柳塘3月5日讯记者许立群报道：今天开工。", ["许立群"]),
    ("本报讯记者朱梦魁、夏珺报道：今天开工。", ["朱梦魁", "夏珺"]),
    ("本报讯记者连续报道：今天开工。", []),
    ("新桥已经通车。\n（孙立成）\n", ["孙立成"]),
    ("新桥已经通车。（孙立成周小海）\n", ["孙立成", "周小海"]),
    ("新华社柳塘3月5日电（孙立成、周小海）今天开工。", ["孙立成", "周小海"]),
    ("为什么要修路\n孙立成\n入冬以来，我们县里的干部都到乡下去看修路的情况。\n", ["孙立成"]),
    ("要狠抓民生\n惠民利\n入冬以来，我们县里的干部都到乡下去看修路的情况。\n", []),
    ("重返山村的郭凤莲和大家见面，群众学习王进喜的精神。", ["郭凤莲", "王进喜"]),
    ("守护妇女儿童健康、优化服务。", []),
    ("一位名叫王尚英的母亲，有个叫李四宝的青年。", ["王尚英", "李四宝"]),
    ("五保户王新让患病，养路工梁兆勇来了。", ["王新让", "梁兆勇"]),
    ("皮兆根（县财政局股长）：近年来很好。", ["皮兆根"]),
    ("选举丁晓峰为主任，王骏、程青、志广、张凯为副主任。", ["丁晓峰", "王骏", "程青", "志广", "张凯"]),
    ("静静的路\n林汐\n在山里的县城街头，每当北风吹来的时候，人们都早早地回家。\n", ["林汐"]),
    # What modern notices and reports say around a name.
    (
        "主讲人：宫小平\n列席：沙玉、鲍勇\n签发：池大海\n当事人：盖天力，男",
        ["宫小平", "沙玉", "鲍勇", "池大海", "盖天力"],
    ),
    ("刘可为任县水利局局长，任命汪有为为县审计局局长。", ["刘可为", "汪有为"]),
    ("县长严明主持会议，县长方圆说，书记高峰、县长李明到会。", ["严明", "方圆", "高峰", "李明"]),
    ("县长全程参加，书记严格要求，主任安排说，局长广泛听取。", []),
    ("以焦大明为榜样，“致富带头人”滕大山等3人受到表彰。", ["焦大明", "滕大山"]),
    ("给予庾小凤党内警告处分，对孙小山立案审查，追认芦大勇为烈士。", ["庾小凤", "孙小山", "芦大勇"]),
    ("在靳晓文的带领下，靳晓文家的大棚丰收了。", ["靳晓文", "靳晓文"]),
    ("靳晓文（女）、茹小军（满族）、敖日格乐（蒙古族）当选。", ["靳晓文", "茹小军", "敖日格乐"]),
    ("本报讯记者何葳张文卓报道：河长韦桂兰巡河。", ["何葳", "张文卓", "韦桂兰"]),
    ("市长向全市人民拜年，副市长兼国防委员会主任李明，书记又明确指出。", ["李明"]),
    ("会见伊拉克议长，约见阿根廷总统，群众乐起来。", []),
    ("李建国在贺信中说，国家长治久安，看望武警官兵、公安民警。", ["李建国"]),
    ("丁一平、于海、任为民", ["丁一平", "于海", "任为民"]),
    # Titles before and after; the first four are failures that were reported of other tools.
    ("县教育局吴萍局长到校调研。", ["吴萍"]),
    ("党组书记江成与有关同志座谈。", ["江成"]),
    ("国防部部长董军会见来宾。", ["董军"]),
    ("县政府公开政府信息。", []),
    ("县长石宝华作政府工作报告。", ["石宝华"]),
    ("栗洪武副主任参加。", ["栗洪武"]),
    ("省长尹白，副省长咸建平、慎海林出席会议。", ["尹白", "咸建平", "慎海林"]),
    ("会议由李长青同志主持。", ["李长青"]),
    # Lists.
    ("代表王威武、张志成、李丽等发言。", ["王威武", "张志成", "李丽"]),
    ("张大鹏、赵晓兰、于东等代表建议修路。", ["张大鹏", "赵晓兰", "于东"]),
    ("县领导陈明、郑海波和孙丽萍参加会议。", ["陈明", "郑海波", "孙丽萍"]),
    ("县领导陈明、冷溶、孙丽萍、赵晓军参加会议。", ["陈明", "冷溶", "孙丽萍", "赵晓军"]),
    # Appointment and removal.
    ("任命陈立新为县审计局局长。", ["陈立新"]),
    ("免去石太平的县水利局局长职务，钱正华的县文化局局长职务。", ["石太平", "钱正华"]),
    ("选举祝文斌为市长。", ["祝文斌"]),
    ("接受程立国辞去县人大常委会委员职务的请求。", ["程立国"]),
    ("成立以戴嘉华为主任的办公室。", ["戴嘉华"]),
    ("任命：\n王强为县公安局局长；\n李红梅为县民政局副局长。", ["王强", "李红梅"]),
    # Bylines, credits, speakers.
    ("本报记者 李婷婷 张天奥", ["李婷婷", "张天奥"]),
    ("本报讯（记者黄秀柏 通讯员朱晶 蒋锦）", ["黄秀柏", "朱晶", "蒋锦"]),
    ("会场一角。凌西平 摄", ["凌西平"]),
    ("黄丽娟：我建议加强农村道路建设。", ["黄丽娟"]),
    # Compound surnames, minorities, transliteration.
    ("副主任欧阳文主持，司马红参加。", ["欧阳文", "司马红"]),
    ("主席扎西次仁、副主席洛桑江村、白玛赤林参加。", ["扎西次仁", "洛桑江村", "白玛赤林"]),
    ("艾力·买买提江任副主席。", ["艾力·买买提江"]),
    # Names of every people, with a dot or before a bracket.
    ("州长巴依尔图·才布加主持，副州长哈丽娜·吾拉孜别克出席。", ["巴依尔图·才布加", "哈丽娜·吾拉孜别克"]),
    ("村民麦麦提·艾山说，路通了。", ["麦麦提·艾山"]),
    ("副主任王远、吐力洪·明巴依、李小海出席。", ["王远", "吐力洪·明巴依", "李小海"]),
    ("书记帕提曼·马木提以视频形式参加。", ["帕提曼·马木提"]),
    ("（记者努尔江·赛力克薄瑾）", ["努尔江·赛力克", "薄瑾"]),
    ("任命洛松拉琼（女，藏族）为县司法局局长。", ["洛松拉琼"]),
    ("任命阿说木牛为县教育局局长。", ["阿说木牛"]),
    ("推广“诗画江南·水墨徽州”“东归故里·博尔塔拉”品牌。", []),
    # Ends that are fixed: acts, offices taken over, deeds, photographs.
    ("馆长由返乡大学生税长明担任。", ["税长明"]),
    ("商会会长由何首山担任。", ["何首山"]),
    ("理事长由村妇联主席傅红梅担任。", ["傅红梅"]),
    ("主任委员吾守之所作的报告", ["吾守之"]),
    ("局长祝安予受县政府委托作报告。", ["祝安予"]),
    ("主任陶占江正和队员盘点账目。", ["陶占江"]),
    ("县长艾江（左三）察看苗情。", ["艾江"]),
    ("牧民才仁卓玛一家搬进新房。", ["才仁卓玛"]),
    ("清查同林彪、江青一伙有牵连的事。", ["林彪", "江青"]),
    ("副州长孟吞、县长岩温罕参加。", ["孟吞", "岩温罕"]),
    # Lives, tables, columns, lists with an odd element, lists that say how many.
    ("刘振远，1919年生，鲁西人。", ["刘振远"]),
    ("张仰远（1878～1943），字景明，本县人。", ["张仰远"]),
    ("1 张晓远 女 小学语文\n2 慕容雪 男 初中数学", ["张晓远", "慕容雪"]),
    ("副县长：李　明（女）", ["李　明".replace("　", "")]),
    ("会长梁洪远，副会长陈文远、冯从明、张诺雅、郑富文出席。", ["梁洪远", "陈文远", "冯从明", "张诺雅", "郑富文"]),
    ("镇里安排李长远等3名党员结对帮扶。", ["李长远"]),
    ("王芳 市第一中学教师", ["王芳"]),
    ("洪昶委员建议，扩大范围。", ["洪昶"]),
    ("公司董事长左站远致辞。", ["左站远"]),
    ("张远明、李小海、王一平和有关部门负责同志出席会议。", ["张远明", "李小海", "王一平"]),
    ("一、办公室副主任岗位考察对象\n尚小雅\n二、教务处处长岗位考察对象\n徐琳", ["尚小雅", "徐琳"]),
    ("县法院院长付文、县检察院检察长陈勇列席大会。", ["付文", "陈勇"]),
    ("接替担任县委副书记的吴远平。", ["吴远平"]),
    ("——2018年2月4日在松江县第八届人民代表大会第三次会议上\n曾旭辉\n现在，我报告工作。", ["曾旭辉"]),
    ("受李德鸿县长委托，县长和吕锋副县长到会。", ["李德鸿", "吕锋"]),
    # A firm cue before the name and a word behind it that opens what is said of somebody.
    ("县长邵本立年初到村里，县委书记权继明从县城赶来，局长王引向大会报告。", ["邵本立", "权继明", "王引"]),
    ("先后担任过副县长的宁小可在会上发言，提名为县长候选人的卜小林出席。", ["宁小可", "卜小林"]),
    ("县领导丁学文、忽怀远、问远峰、孙丽安参加。", ["丁学文", "忽怀远", "问远峰", "孙丽安"]),
    ("县政协副主席寻远科、俸小峰、高文远出席会议。", ["寻远科", "俸小峰", "高文远"]),
    ("县委书记权继远主持。", ["权继远"]),
    ("人大代表木太里甫告诉大家，路通了。", ["木太里甫"]),
    ("杨梅岭同志当选为镇长。", ["杨梅岭"]),
    ("松江在线记者/吴振安 编辑/胡小芸\n文/雷建安\n（陈友安/文）", ["吴振安", "胡小芸", "雷建安", "陈友安"]),
    ("本报讯（王海安冯丽安）昨天召开会议。", ["王海安", "冯丽安"]),
    ("报道了“居民盼乔迁”的问题，农民兴水办电，马家冲、曹家冲等13座水库，张立中沟整治现场。", []),
    ("副区长徐启楼列席会议，刘肇远在县长任上病故，副书记高配兼任。", ["徐启楼", "刘肇远"]),
    ("派起义人员易少山来县，土司总管阿少云来访。", ["易少山", "阿少云"]),
    ("部长张远伟作关于人事安排的说明，排名在书记张春远之后，主任刘季远到会。", ["张远伟", "张春远", "刘季远"]),
    ("村长亚尔麦提·如则麦麦提、阿依玛克村村长吴远。", ["亚尔麦提·如则麦麦提", "吴远"]),
    ("【吴季远】\n字炳文（1898—1933），本县人。", ["吴季远"]),
    (
        "县领导王小木、李大为及有关人员参加，副主席冮小瑞到会。\n撰文 | 高语远",
        ["王小木", "李大为", "冮小瑞", "高语远"],
    ),
    # The leader as a person, and not.
    ("学习习近平总书记重要讲话精神，以习近平同志为核心。", ["习近平", "习近平"]),
    ("坚持习近平新时代中国特色社会主义思想、习近平法治思想、习近平外交思想。", []),
    # Repetition.
    ("县委书记赵奇主持会议。会后赵奇一行查看了现场，赵奇还慰问了职工。", ["赵奇", "赵奇", "赵奇"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_in_their_contexts(text: str, expected: list[str]) -> None:
    assert names(text) == expected


NOT_NAMES = [
    "城区、郊区、库区和开发区负责人出席会议。",
    "推动高质量发展，建设文明城市、智慧城市，做好金融、应急管理工作。",
    "支持温州、宁波、金华、台州、舟山等市发展。",
    "大力发展高新、石化、金融、文旅、康养、农牧等产业。",
    "市委书记高度重视安全工作，县长应明确责任。",
    "王书记、李主任一行到村里走访。",
    "学习雷锋精神、焦裕禄精神，弘扬白求恩精神。",
    "方案指出，时间：明年；金额：五万元。",
    "全县干部应当坚持党委领导、政府负责，向群众公开。",
    "代表·局长面对面",
    "社员通过分红增收，牧民向现代牧业转型，患者安心就医，游客满意度提升。",
    "消费者权益保护、毕业生就业创业、守护妇女儿童健康。",
    "县委书记亲自主持，县长带队检查，局长分头包保，主任逐一汇报。",
    "安全生产 市应急管理局\n文化旅游 县文旅局局长负责",
    "参加会议的有关部门，列席会议的还有各界代表。",
    "项目 男女不限\n岗位 女性优先",
    "到会的县领导和龙辰公司负责人参观了烈士陈列馆。",
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_words_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_name_inside_a_body_is_no_person() -> None:
    text = "局长赵一曼到赵一曼中学调研。"
    body = Mention(6, 11, "body", text[6:11], text[6:11], "test")
    assert body.form == "赵一曼中学"
    assert [(m.start, m.name) for m in found(text, body)] == [(2, "赵一曼")]


def test_what_is_read_as_a_place_or_a_body_behind_a_title_is_somebody() -> None:
    text = "会上，青联委员关牧村发言，镇长周连桥陪同。"
    places = [text.index("关牧村"), text.index("周连桥")]
    earlier = [
        Mention(at, at + 3, "place", text[at : at + 3], text[at : at + 3], "test", "strong", ()) for at in places
    ]
    assert [m.name for m in found(text, *earlier) if m.kind == "person"] == ["关牧村", "周连桥"]
    text = "（柳塘县农业局张平）\n"
    body = Mention(1, 7, "body", "柳塘县农业局", "柳塘县农业局", "test", "strong", ())
    assert [m.name for m in found(text, body)] == ["张平"]


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        (
            "分别是东阳的朱建远，兰溪的朱小安，以及义乌人徐妙安。",
            ("东阳", "兰溪", "义乌"),
            ["朱建远", "朱小安", "徐妙安"],
        ),
        ("安化的黄茶、龙泉的青瓷很有名，东阳人民医院开业。", ("安化", "龙泉", "东阳"), []),
    ],
)
def test_the_place_that_somebody_is_from_leads_to_a_name(
    text: str, places: tuple[str, ...], expected: list[str]
) -> None:
    earlier = [Mention(text.index(p), text.index(p) + 2, "place", p, p, "test", "strong", ()) for p in places]
    assert [m.name for m in found(text, *earlier) if m.kind == "person"] == expected


def test_names_behind_the_bodies_of_a_list() -> None:
    text = "嘉奖县医院张哲、县财政局杜云、县水利局资金、县公安局高峰。"
    bodies = [
        Mention(at, at + len(form), "body", form, form, "test", "strong", ())
        for form in ("县医院", "县财政局", "县水利局", "县公安局")
        for at in [text.index(form)]
    ]
    assert [m.name for m in found(text, *bodies) if m.kind == "person"] == ["张哲", "杜云"]


def test_rosters_line_by_line() -> None:
    text = "委员\n王 力　马文革　李明轩　胡　斌\n张建华（女，回族）　赵志伟\n文玉让李明信"
    mentions = found(text)
    assert [m.name for m in mentions] == ["王力", "马文革", "李明轩", "胡斌", "张建华", "赵志伟", "文玉让", "李明信"]
    assert mentions[3].form == "胡　斌"
    assert (mentions[4].get("gender"), mentions[4].get("ethnicity")) == ("女", "回族")


def test_rosters_of_every_people() -> None:
    text = "委员\n陈远平　刘海远　者丽艳（女）\n孙 志　扎西\n次仁顿珠　买买提·艾山　王 远\n丁一平·李小海　张大武"
    assert [m.name for m in found(text)] == [
        *("陈远平", "刘海远", "者丽艳", "孙志", "扎西"),
        *("次仁顿珠", "买买提·艾山", "王远", "丁一平", "李小海", "张大武"),
    ]


def test_a_body_may_begin_right_behind_a_name() -> None:
    text = "县长：王建远县委常委李小海"
    body = Mention(6, 8, "body", "县委", "县委", "test", "strong", ())
    assert [m.name for m in found(text, body) if m.kind == "person"] == ["王建远", "李小海"]


def test_rosters_with_terms() -> None:
    text = "市长\n周思明（1955.4~1957.1）\n副市长\n张书文(1955.4～1957.1)\n刘-民(1956 ~ 1957)"
    mentions = found(text)
    assert [(m.name, m.get("term")) for m in mentions] == [
        ("周思明", "1955.4/1957.1"),
        ("张书文", "1955.4/1957.1"),
        ("刘一民", "1956/1957"),
    ]


def test_lists_of_members() -> None:
    text = "组长：薛峰   县长\n副组长：宓 洁   副县长（女）\n郇丽   县审计局副局长\n么宝山   龙桥镇镇长"
    assert names(text) == ["薛峰", "宓洁", "郇丽", "么宝山"]
    assert names("组长：县水利局   县林业局\n年份   县长姓名\n总产值   1951～1955年") == []


def test_tables_of_office() -> None:
    text = "书　　记　卫振海（山东人）   1949.5～1951.8\n税 明（代理）  1951.8 ~ 1952.3\n查月梅（女）  1956.6-1961.10\n"
    assert [(m.name, m.get("term"), m.get("gender")) for m in found(text)] == [
        ("卫振海", "1949.5/1951.8", ""),
        ("税明", "1951.8/1952.3", ""),
        ("查月梅", "1956.6/1961.10", "女"),
    ]


def test_glued_names_after_a_title() -> None:
    assert names("委员黄荔华张多文张金堂冯克玉（女）叶志军刘克明") == [
        "黄荔华",
        "张多文",
        "张金堂",
        "冯克玉",
        "叶志军",
        "刘克明",
    ]


CONTEXTS = [
    ("局长吴萍", "after_title"),
    ("吴萍同志主持", "before_title"),
    ("本报记者 吴晓萍", "byline"),
    ("吴晓萍 摄", "credit"),
    ("吴晓萍指出", "speaker"),
    ("任命吴晓萍为局长", "act"),
]


@pytest.mark.parametrize(("text", "context"), CONTEXTS)
def test_the_context_says_what_decided(text: str, context: str) -> None:
    (mention,) = found(text)
    assert (mention.get("context"), mention.rule) == (context, f"people.{context}")


def test_the_model_prefers_names_to_words() -> None:
    model = Names.of(SEEDS)
    assert model.points("王建国") > model.points("王矛") > 0
    assert model.points("高的是") < 0
    assert model.alone("应急管理", 0, 2) < 0
    assert model.split("文中让李明信") == ((0, 3), (3, 6))
    assert model.split("推进城市更新") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县交通局副局长望志云在工地上忙活。", "望志云"),  # a surname that no list has
        ("本报讯（记者纳晓燕）4月上旬，春灌开始。", "纳晓燕"),
        ("丛淑兰同志任县农机局副局长。", "丛淑兰"),  # 兰同志 is no name
        ("委员\n丁祥林　卫　东　田宏祚　汪潮　望西成　简国珍", "望西成"),  # among names
    ],
)
def test_names_with_rare_surnames(text: str, name: str) -> None:
    assert name in names(text)


def test_a_name_does_not_take_a_part_of_the_word_behind_it() -> None:
    assert names("市长安伟以及有关负责同志在主席台就座。") == ["安伟"]


@pytest.mark.parametrize("text", ["副县长带队深入企业。", "代表热烈讨论报告。", "记者采访了几位老人。"])
def test_words_behind_titles_are_no_names(text: str) -> None:
    assert not names(text)


def test_who_speaks_elsewhere_is_somebody_whatever_word_the_name_is() -> None:
    assert names("县委书记张团结深入工地。张团结指出，要加快进度。") == ["张团结", "张团结"]
    assert names("县委书记张团结深入工地。") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县人大常委会关于接受王建国、李志强、张丽华辞去县人大代表职务的决定", ["王建国", "李志强", "张丽华"]),
        ("县人民政府关于陈文海、刘建明同志任职的通知", ["陈文海", "刘建明"]),
    ],
)
def test_all_of_whom_the_title_of_a_decision_speaks(text: str, people: list[str]) -> None:
    whole = Mention(0, len(text), "instrument", text, text, "unmarked", "strong", ())
    assert [mention.name for mention in found(text, whole)] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县长洛桑出席。县领导达瓦、王建国、扎西参加。", ["洛桑", "达瓦", "王建国", "扎西"]),
        ("县委书记多次强调。", []),
        ("会议指出。原占斌同志主持会议。", ["原占斌"]),
        ("，由王斌同志主持。", ["王斌"]),
        ("王和李明同志同行。", ["李明"]),
    ],
)
def test_names_of_one_part_and_names_that_open_a_clause(text: str, people: list[str]) -> None:
    assert names(text) == people


def test_a_row_of_a_list_of_members_names_somebody_of_whatever_people() -> None:
    text = "成　员：宗嘎　　县民政局局长\n　　　　多托　　县教育局局长"
    starts = (text.index("县民"), text.index("县教"))
    offices = [Mention(at, at + 4, "body", text[at : at + 4], text[at : at + 4], "form", "strong", ()) for at in starts]
    assert {mention.name for mention in found(text, *offices)} == {"宗嘎", "多托"}


def test_a_banner_behind_a_title_is_nobody() -> None:
    read = prose_of("市政府秘书长汪志远及敖汉旗、市长林红旗参加。")
    where = tuple(sorted(places.find(read, (), SEEDS)))
    assert [m.name for m in found(read.text.string, *where)] == ["汪志远", "林红旗"]


def test_a_hill_and_groups_of_cities_are_nobody() -> None:
    text = "贺兰山、张东山到会。贺兰山植被恢复。"
    hill = Mention(text.rindex("贺兰山"), text.rindex("贺兰山") + 3, "place", "贺兰山", "贺兰山", "head-single")
    assert "贺兰山" not in [m.name for m in found(text, hill)]
    assert not names("推动苏锡常、宁镇扬、锡常泰等融合发展。")


def test_whoever_gives_a_report_is_named_on_the_line_above_its_address() -> None:
    for name in ("才让当周", "白措扎西", "李青"):
        text = f"政府工作报告\n玉树市人民政府市长 {name}\n各位代表：\n现在报告工作。"
        office = Mention(
            text.index("市长"), text.index("市长") + 2, "post", "市长", "市长", "posts.title", "strong", ()
        )
        assert [m.name for m in found(text, office)] == [name]


def test_the_last_of_a_list_is_a_name_before_what_all_of_it_do() -> None:
    assert names("县领导林知远、周文强、蔺一出席会议。") == ["林知远", "周文强", "蔺一"]
    assert names("王南在主席台前排就座。") == ["王南"]
    assert names("县领导林知远、周文强、有关部门出席会议。") == ["林知远", "周文强"]
