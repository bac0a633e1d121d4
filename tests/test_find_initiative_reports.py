"""Initiatives as reports of a province write them: where a name begins and ends between verbs."""

from __future__ import annotations

import pytest

from tests.test_find_initiatives import strong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What looks like a verb or a state inside a name is of it.
        ("实施船员上岗扩容提质行动，", ["船员上岗扩容提质行动"]),
        ("林场经营深化提升行动圆满收官，", ["林场经营深化提升行动"]),
        ("实施打造蓝色粮仓高地行动，", ["打造蓝色粮仓高地行动"]),
        ("实施推进甲山老街项目，", ["甲山老街项目"]),
        # Verbs of two parts end before the name begins.
        ("提速桂林至柳州等23个续建项目，", ["桂林至柳州"]),
        ("建成通车桂林至柳州等5个项目，", ["桂林至柳州"]),
        ("投用桂林机场，", ["桂林机场"]),
        ("开工桂林至柳州、南宁至玉林等铁路，", ["桂林至柳州铁路", "南宁至玉林铁路"]),
        ("获批地方渔港项目“自验自收”试点，", ["自验自收"]),
        # Whoever is helped to do it is not of the name.
        ("支持桂林、柳州、玉林开展国家渔港新业态试点，", ["国家渔港新业态试点"]),
        ("深入开展招生考试突出问题集中整治，", ["招生考试突出问题集中整治"]),
    ],
)
def test_a_name_among_verbs(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Members share the kind of the last, or that of the words that sum them up.
        ("今年建成桂柳、南玉高铁，", ["桂柳高铁", "南玉高铁"]),
        ("石板湖、望仙岭、卡岔河大型水库建成投用，", ["石板湖大型水库", "望仙岭大型水库", "卡岔河大型水库"]),
        ("推动桂林环高扩容工程等3条高速公路项目和桂玉等4个在建铁路项目加快建设，", ["桂林环高扩容工程", "桂玉铁路"]),
        ("建成桂柳高铁望仙支线、石板湖至卡岔河铁路，", ["桂柳高铁望仙支线", "石板湖至卡岔河铁路"]),
        # In a row of works those without a head of their own are works as well.
        (
            "加快桂柳高铁、南玉高铁、桂玉城际、石板湖通道、望仙港五期等建设，",
            ["桂柳高铁", "南玉高铁", "桂玉城际", "石板湖通道", "望仙港五期"],
        ),
        ("开工建设桂玉（望）高铁石板至望仙段，", ["桂玉（望）高铁石板至望仙段"]),
        # What is the first of its kind, counted, or only measured, has no name yet.
        ("国内首条大规模长距离输氢管道建成，", []),
        ("实施柳州、桂林2个国家级医院发展示范项目，", []),
        ("江海堤防达标率提高到八成", []),
        # Two lines joined by 和, and two of a row that is counted; one with two parts in it stays one.
        ("推进桂柳高铁和南玉高速扩容等重点项目建设，", ["桂柳高铁", "南玉高速扩容"]),
        ("石板湖、望仙岭和卡岔河3座大型水电站全部建成，", ["石板湖水电站", "望仙岭水电站", "卡岔河水电站"]),
        ("推进望仙科技2GW光伏组件和3GW电池项目达产，", ["望仙科技2GW光伏组件和3GW电池项目"]),
        ("沿线串起12座水库，", []),
        # Verbs, years, sizes and words of time are no part of the name.
        ("3、加快实施望仙岭旧城改造，", ["望仙岭旧城改造"]),
        ("2019年石板站综合交通枢纽、望仙岭道路改造等项目开工，", ["石板站综合交通枢纽", "望仙岭道路改造"]),
        ("开工建设世界最大的石板湖抽水蓄能电站，", ["石板湖抽水蓄能电站"]),
        ("推动桂林望仙新材料产业园尽快开工，", ["桂林望仙新材料产业园"]),
        ("已完成九成土建工程，开工60万平方米，续建日供水7.5万吨水厂", []),
        # Lines with a number, stages, and the note that stands inside a name.
        ("建成G5599望仙段，石板铁路桂林段进入铺轨阶段，", ["G5599望仙段", "石板铁路桂林段"]),
        ("7号线东延、石板线南延建成通车，", ["7号线东延", "石板线南延"]),
        ("望仙大道（石板路-江湾路段）提升改造工程，总投资3亿元", ["望仙大道（石板路-江湾路段）提升改造工程"]),
        # A school or hospital is a work while it is built.
        ("开工建设望仙湖医院，依托望仙湖医院建立联盟，", ["望仙湖医院"]),
        ("望仙岭纪念馆免费对外开放，支持望仙湖中学创建示范学校", []),
        ("推进小河治理、泵站改造、饮水攻坚等九大类工程建设，", []),
        ("先后到望仙药业生产基地和研发总部项目、石板岭等地，", ["望仙药业生产基地和研发总部项目"]),
        (
            "副书记、县长张青石深入望仙电机厂烘干机技改升级、石板食品加工厂房等项目现场，",
            ["望仙电机厂烘干机技改升级", "石板食品加工厂房"],
        ),
        ("实现望仙高速桂林段、石板大道南东线全线通车，", ["望仙高速桂林段", "石板大道南东线"]),
        ("深入望仙棉业公司二期20万锭棉纱生产线等项目现场，", ["望仙棉业公司二期20万锭棉纱生产线"]),
        ("打造数控机床产业基地，打造桂林石材产业园，", ["桂林石材产业园"]),
        ("其中望仙乐器项目、石板琴弦项目入驻桂林吉他产业园，", ["望仙乐器项目", "石板琴弦项目"]),
        ("分别是总投资26亿的年产20万吨望仙铝材项目，", ["年产20万吨望仙铝材项目"]),
        ("新能源开工1600万千瓦，民生和社会事业项目共计5个，", []),
        ("望仙产品加工中心及溯源系统投入使用，", ["望仙产品加工中心及溯源系统"]),
        ("全年实施农村供水保障工程34项，新建工业互联网平台5个，", []),
        ("除望仙电容器项目因缺电而推迟开工外，现在工程进展顺利，", []),
        ("桂林高科、望仙制药、石板服饰等项目主体工程建设已完成，", ["桂林高科", "望仙制药", "石板服饰"]),
        ("投资1407万元的望仙二级电站，", ["望仙二级电站"]),
        ("准备动工建设的电站有望仙岭电站、石板河水电站等项目，", ["望仙岭电站", "石板河水电站"]),
        ("新开工建设望仙铁路石板至江湾段、江湾机场迁建等项目，", ["望仙铁路石板至江湾段", "江湾机场迁建"]),
        (
            "总投资130亿元的望仙未来一工厂及发动机项目、石板江北盖板项目开工，",
            ["望仙未来一工厂及发动机项目", "石板江北盖板项目"],
        ),
        ("桂林市委、市政府确定148个为民办实事项目，", []),
        ("抓好特高压、高速铁路和城市轨道交通等7大领域基础设施项目建设，", []),
        ("推进歌舞剧院、图书馆、博物馆三大建筑和配套设施主体工程建设，", []),
        ("望仙湖水库今天开工建设，", ["望仙湖水库"]),
        (
            "加快建设新桂林西站、桂柳高铁、南玉城际、石板铁路望仙至江湾段改线工程，",
            ["新桂林西站", "桂柳高铁", "南玉城际", "石板铁路望仙至江湾段改线工程"],
        ),
        ("望仙科技10万吨颗粒硅一体化项目能评审批进度加快，", ["望仙科技10万吨颗粒硅一体化项目"]),
        ("望仙科技年产20万吨负极材料一体化基地建设加快推进，", ["望仙科技年产20万吨负极材料一体化基地"]),
        # Streets that are kept up are no works.
        ("改造石板路、望仙大道等10条道路，", []),
        ("桂林市项目集中开工，", []),
    ],
)
def test_rows_of_works(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What a name has brought about, in figures, tells that it is one.
        ("“渔惠码”兑现补贴6亿元，“渔检帮”推动检查次数压减三成。", ["渔惠码"]),
        ("“湖畔云”数字渔村大脑上线，“一次查”实施率达83.1%。", ["湖畔云", "一次查"]),
        ("“小切口”推动大变化，", []),
        ("持续优化“8+4”渔业政策体系，", ["8+4"]),
        # A piece of land, a plan of five years and what is only to be a document are none.
        ("推动“三江”流域水风光基地建设，", []),
        ("编制实施“十五五”碳达峰行动方案，", []),
        ("打造高质量发展建设示范区，", []),
    ],
)
def test_quotations_and_what_follows_them(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Each says what it does: the head noun is that of all.
        (
            "实施渔业振兴、鱼苗质量提升、新一轮捕捞能力提升行动，",
            ["渔业振兴行动", "鱼苗质量提升行动", "新一轮捕捞能力提升行动"],
        ),
        ("实施各族渔民互助计划、各族少年交流计划，", ["各族渔民互助计划", "各族少年交流计划"]),
        ("实施卡岔河、挡石河综合整治工程，", ["卡岔河、挡石河综合整治工程"]),
        # Of long names that share nothing only the last has the head.
        ("建设运行国家渔业计算桂林中心、省渔港运行管理服务平台等新型设施，", ["省渔港运行管理服务平台"]),
    ],
)
def test_rows_of_campaigns(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Works that bring water or power are called by both ends.
        ("加快实施引桂济柳、石板镍铁矿等项目，", ["引桂济柳"]),
        ("桂电入湘、望仙核电一期等项目加快推进，", ["桂电入湘", "望仙核电一期"]),
        ("推介引人入胜、引才入桂等做法，", []),
        # What is finished is a work, and what stands behind the class that it is of is its name.
        ("渼厅水院等标志性项目建成投运。", ["渼厅水院"]),
        ("陆海新通道主通道重点工程桂柳铁路开通首发，", ["桂柳铁路"]),
        ("加快高速公路拥堵路段扩容改造，谋划优质中小微项目，", []),
        ("推动“一次办成”提质扩面，", ["一次办成"]),
        ("持续推进绿美桂林生态建设，", ["绿美桂林"]),
    ],
)
def test_works_called_by_what_they_bring(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实施新一轮渔港公路及村庄码头提升行动，", ["新一轮渔港公路及村庄码头提升行动"]),
        ("实施石板城防汛工程及望仙河供水工程，", ["石板城防汛工程", "望仙河供水工程"]),
        ("抓好桂林机场迁建和柳州机场三期扩建进度，", ["桂林机场迁建", "柳州机场三期扩建"]),
        ("深入落实河湖长制，", ["河湖长制"]),
        ("实施打造一流渔港促进渔民增收三年行动2.0版。", ["打造一流渔港促进渔民增收三年行动"]),
        ("坚定推进桂江“十年休渔”。", ["十年休渔"]),
        ("推动“桂电入湘”特高压输电通道开工建设。", ["桂电入湘"]),
        ("扎实开展深入贯彻中央八项规定精神学习教育。", ["深入贯彻中央八项规定精神学习教育"]),
        ("纵深推进渔村“减债培强”行动，", ["减债培强"]),
        ("深化渔港环境突破年活动，", ["渔港环境突破年活动"]),
        ("实施“双一流”建设突破计划和优质渔校扩容工程，", ["双一流", "优质渔校扩容工程"]),
        ("力争石板界等6处煤矿建成试运转。", []),
        # Fields of work alone name nothing, though one sounds like a place.
        ("推进城中村和危旧房改造，", []),
        ("全区首个戈壁大基地及外送通道开工建设，", []),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Each member of a row takes the kind of the next that has one.
        (
            "确保桂玉、桂柳高铁、石板东站和望仙、江湾机场建成投运，",
            ["桂玉高铁", "桂柳高铁", "石板东站", "望仙机场", "江湾机场"],
        ),
        ("推动望仙灌区建设和石板灌区、江湾灌区现代化改造，", ["望仙灌区", "石板灌区", "江湾灌区现代化改造"]),
        ("开工改扩建石板至江湾等高速公路，", ["石板至江湾高速公路"]),
        # What stands there and grows along with another, or is ranked, is not built.
        ("推动桂林机场和望仙机场联动发展，", []),
        ("桂林石板产业园入选首批省级园区建设名单，", []),
        ("支持桂林机场、望仙机场提升货运能力，", []),
        ("支持桂林建设区域性综合交通枢纽，", []),
        ("高速公路通车里程突破1200公里、高铁营业里程突破300公里，", []),
        ("推进合作更深、联通更好的开放，推进水网互联互通，", []),
    ],
)
def test_rows_of_roads_and_what_is_not_built(text: str, names: list[str]) -> None:
    assert strong(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Pilots: of two things, of a city, widened, and told of by whom they reach.
        ("深化渔业碳汇开发和交易试点，", ["渔业碳汇开发和交易试点"]),
        ("扩大船员境外合伙人试点，", ["船员境外合伙人试点"]),
        ("石板成为第二批国家碳汇池试点城市，", ["国家碳汇池试点"]),
        ("，石板船员职业伤害保障试点覆盖3万人，", ["石板船员职业伤害保障试点"]),
        # Campaigns, reforms, mechanisms and strategies without quotation marks.
        ("石板湖—望仙岭沙地边缘阻击战完成治理3万亩，", ["石板湖—望仙岭沙地边缘阻击战"]),
        ("在实施渔业驱动发展战略上奋起直追，", ["渔业驱动发展战略"]),
        ("实施规模以上渔业企业研发扶持计划，", ["规模以上渔业企业研发扶持计划"]),
        ("共建石板河流域横向生态补偿机制，", ["石板河流域横向生态补偿机制"]),
        ("深化扩权强镇改革，", ["扩权强镇改革"]),
        ("渔船安全能力提升行动深入开展，", ["渔船安全能力提升行动"]),
        ("期盼多年的引石济江工程通水，", ["引石济江"]),
        # Quotations: brought into a province, of the centre, what somebody looks at, and a gathering.
        ("加大“引贤入桂”力度，", ["引贤入桂"]),
        ("优化“湖湖串游”“小船小港”。", ["湖湖串游", "小船小港"]),
        ("争取项目纳入“两重”支持范围，", ["两重"]),
        ("聚焦“硬码头”和“软船坞”实施“渔业+”行动，", ["渔业+"]),
        ("办好“相约秋天赏桂花”经贸洽谈，", []),
        ("以发展“含林量”提升增长，", []),
    ],
)
def test_pilots_and_campaigns_of_a_plan(text: str, names: list[str]) -> None:
    assert strong(text) == names
