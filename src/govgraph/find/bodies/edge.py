"""Where the name of a body begins that ends somewhere: a place, or the word behind a verb, a function word or a mark.

Brackets and quotation marks are read through; what begins with a verb loses it, but for what has just been founded.
"""

from __future__ import annotations

from govgraph.find.bodies.ground import Ground, Word

LIMIT = 30  # characters of the longest name
_LONG_NAME = 4  # characters of a name with a surname of two
_ACT = 8  # characters of a name and 同志任 before a body
_NAME = 3  # characters of a name in full
_GLUED = 3  # characters of a lead and a short name, glued by the tagger
_STYLE = 2  # characters of a verb that a company is called by
_HEADING = ("nz", "nt", "nrt", "nr", "j")  # what may stand before a place in one


def left_edge(ground: Ground, end: int, *, legal: bool = False) -> tuple[int, bool]:
    """Where a name starts that runs up to a position, and whether it holds a proper word.

    The legal name of a company may hold verbs of its trade (节能, 建筑安装).
    """
    start, proper = end, False
    taken: list[Word] = []  # the words since the last place or bracket
    while start > 0:
        word = ground.words[ground.word_at(start - 1)]
        if end - word.start > LIMIT:
            break
        if word.form in ("”", "）", ")") and (opening := _opening(ground, word)) is not None:
            start, proper = opening, proper or word.form == "”"
            taken.clear()
        elif (place := _chain(ground, word, end)) is not None:
            start, more = _at_place(ground, place, legal)
            proper = True
            taken.clear()
            if not more:
                break
        elif (town := ground.town_before(start)) is not None:
            start, more = _at_place(ground, town, legal)
            proper = True
            before = ground.words[ground.word_at(start - 1)] if start else None
            if not (more or start in ground.place_before or (before and _leads_town(ground, before))):
                break
        elif start in ground.place_after and ground.says("branched", word.form):
            start, proper = word.start, True  # 移动|松江分公司, whatever 移动 is elsewhere
            taken.clear()
        elif ground.leads(word):
            return word.end - 1, proper  # 率市|党政代表团, taken for one word
        elif ground.stops(word) and not _of_trade(ground, word, legal, proper):
            break
        elif ground.says("company_title", word.form) or _somebody(ground, word, start):
            break  # 总经理张某某|代表集团, 编辑李青远|中央人民广播电台
        elif word.tag == "nr" and ground.coined(word) and ground.says("name_particle", word.form[-1]):
            break  # 母泽洪为|某某学校, taken for a name
        elif ground.says("name_particle", word.form[0]) and ground.proper(word) and _torn(ground, word):
            return word.start + 1, True  # 为潭下|福利院, which the tagger took for one word
        else:
            start, proper = word.start, proper or _identifies(ground, word, end)
            taken.append(word)
    trimmed = _trimmed(ground, start, taken[:], end)
    if legal and not proper and (styled := _styled(ground, trimmed, taken)) < trimmed:
        return styled, True
    return _appointed(ground, trimmed, end), proper


def _styled(ground: Ground, start: int, taken: list[Word]) -> int:
    """The start of a company that is called by a verb: 开拓|机械有限公司; its trade alone would be no legal name."""
    word = ground.words[ground.word_at(start - 1)] if start else None
    if word in taken and word.form in ground.seeds.forms("body_industries"):  # 开拓|重工|有限公司
        word = ground.words[ground.word_at(word.start - 1)]
    if word not in taken or len(word.form) != _STYLE:
        return start
    return word.start


def _appointed(ground: Ground, start: int, end: int) -> int:
    """The start behind whom an office in the body is given or taken from: 张三任|某管理处, 免去张三同志|某中学."""
    text, surnames = ground.text, ground.seeds.forms("surnames")
    for given in ground.seeds.pattern("acts.appointee").finditer(text, max(0, start - _ACT), end):
        first = given.start("name")
        if start <= given.end() + 1 and given.end() < end and {text[first], text[first : first + 2]} & surnames:
            return given.end()
    word = ground.words[ground.word_at(start)] if start < end else None
    if word is None or word.tag != "nr" or word.start != start or not 1 < len(word.form) <= _LONG_NAME:
        return start
    if not ground.seeds.pattern("acts.removing").search(text, max(0, start - _NAME), start):
        return start
    comrade = ground.seeds.pattern("posts.honorific").match(text, word.end, end)
    behind = comrade.end() if comrade else word.end
    return behind if behind < end else start


def _torn(ground: Ground, word: Word) -> bool:
    """True of a particle and the beginning of a name: 和县 of 和县农商银行, 为潭下; not of 和平, which is a word."""
    return ground.coined(word) or ground.says("county_up", word.form[-1])


def _of_trade(ground: Ground, word: Word, legal: bool, proper: bool) -> bool:
    """True of what a company does, right before its kind (防盗|系统|有限公司), and in its legal name of any verb."""
    if word.form in ground.seeds.forms("body_left", "dealing"):
        return False  # 王某创办|食品有限公司
    return (legal and ground.trade(word)) or (not proper and word.form in ground.seeds.forms("body_left", "trade"))


def _somebody(ground: Ground, word: Word, start: int) -> bool:
    """True of a person's name before a body that stands for itself, or one that begins with its place."""
    if word.tag != "nr" or len(word.form) != _NAME or word.form[0] not in ground.seeds.forms("surnames"):
        return False
    whole = start in ground.place_after and ground.says(
        "written_class", ground.text[max(ground.place_after[start]) - 1]
    )
    return word.end == start and (whole or ground.starting("body_national", start) is not None)


def _identifies(ground: Ground, word: Word, end: int) -> bool:
    """True for a proper word before the suffix; one that runs into it may be a kind (公立医院, 普通高中)."""
    if word.tag in ("nt", "nz") and word.form[:2] in ground.seeds.forms("body_left", "plain"):
        return False
    region = word.tag == "ns" and word.form.endswith(tuple(ground.seeds.forms("grammar", "region_body")))  # 沈阳|军区
    return ground.proper(word) and (word.end <= end or region or word.tag in ("nz", "nr", "nt") or ground.coined(word))


def _at_place(ground: Ground, place: int, legal: bool) -> tuple[int, bool]:
    """Where a name starts that has a place at a position, and whether it may go on to the left of it."""
    index = ground.word_at(place - 1) if place else -1
    if index >= 0 and ground.says("size", ground.words[index].form):  # 大|黑山, 小|丰满
        place, index = ground.words[index].start, index - 1
    return place, index >= 0 and _heads_place(ground, ground.words[index], place, legal)


def _leads_town(ground: Ground, word: Word) -> bool:
    """True of 旅缅 in 旅缅|下洋同乡会, which no dictionary has and which leads to nothing."""
    return ground.coined(word) and not ground.stops(word) and not ground.says("lead", word.form[0])


def _chain(ground: Ground, word: Word, end: int) -> int | None:
    """The start of the places that end with a word or inside it."""
    for position in range(min(word.end, end), word.start, -1):
        if position in ground.place_before:
            return ground.place_before[position]
    return None


def _heads_place(ground: Ground, word: Word, place: int, legal: bool) -> bool:
    """Groups stand before the place of their branch, 国电|吉林热电厂; regions before a brand: 安徽|东方药业有限公司."""
    if ground.says("branched", word.form):
        return word.end == place
    if ground.says("name_particle", word.form[-1]) or ground.stops(word):
        return False
    return word.end == place and (
        ground.ending("body_national", place) is not None
        or word.tag in _HEADING
        or (legal and word.tag == "ns")
        or word.form.endswith(tuple(ground.seeds.forms("grammar", "branched")))
    )


def _opening(ground: Ground, word: Word) -> int | None:
    """The mark that opens what a closing mark closes, if it is near."""
    pair = {"”": "“", "）": "（", ")": "("}[word.form]
    at = ground.text.rfind(pair, max(0, word.start - LIMIT), word.start)
    inside = ground.text[at + 1 : word.start]
    if ground.seeds.pattern("bodies.no_inset").fullmatch(inside):
        return None  # 竹林庄（今属黄岛区）|设一小学, （六）|市老龄办, 王某（女）|市法院
    return at if at >= 0 and not set(inside) & set("。；！？\n") and (pair == "“" or len(inside) <= 5) else None


def _trimmed(ground: Ground, start: int, taken: list[Word], end: int) -> int:
    """A name does not begin with a verb: 建设|天河公司; nor with a loose character."""
    if founded_before(ground, start):
        return start
    while taken and taken[-1].start == start and ground.turns(taken[-1]):
        start = taken[-2].start if len(taken) > 1 else end
        taken.pop()
    return start


def founded_before(ground: Ground, start: int) -> bool:
    """True right after 成立, 组建, 内设 …, which are said of named bodies."""
    word = ground.words[ground.word_at(start - 1)] if start else None
    return word is not None and word.form in ground.seeds.forms("body_left", "founding")


def parted(ground: Ground, start: int, end: int) -> bool:
    """True of 从|华耀科技公司: a name that no dictionary has, with what leads to it glued on or alone."""
    word, follows = ground.words[ground.word_at(start)], ground.words[ground.word_at(start + 1)]
    if word.end == start + 1:
        return follows.end <= end and ground.proper(follows)
    return len(word.form) == _GLUED and word.start == start and ground.coined(word) and word.tag in ("nr", "ns", "nz")
