"""Texts for properties: any Han text, and notices of appointments written by a grammar with the facts that they hold.

People are invented, counties are real, what is said of them is not. Given names are of common characters: one of rare
ones (未央, 振邦 after 诸葛) is still missed in the only row below a heading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

Fact = tuple[str, str, str, str]  # person, title, body, status

# Weighted by repetition: common characters first, then what trips readers up.
COMMON = (
    "的市县人民政府长局委员会任命免去职务书记主任同志年月日"
    "一二三十百万亿元第次会议关于通知决定王李林和、，。；：（）《》“”\n"
)
RARE = (
    "㐀䶿𠀀豈更⼀⼆⽂０１２９Ａｚ·〇○●①⑩Ⅳ％‰℃—…－～　 \t\r\u200b\u200d\ufeff\u202e\u2066\u00ad\ufe0f\ue000\U000f0000"
    "é😀👨‍👩‍👧\x00\x01\x1b\x85\u2028\ufffd〔〕【】[]{}<>&;\"'\\|/%$#@`~^*()_+-="
)
WORDS = (
    *(
        "任命",
        "免去",
        "兼任",
        "不再担任",
        "提名",
        "“",
        "”行动",
        "工程",
        "2024年3月5日",
        "上年",
        "1.2万名",
        "投资约4.58亿元",
    ),
    *(
        "市发改委",
        "江阴市人民政府",
        "县委书记",
        "其",
        "等",
        "分别",
        "牵头",
        "（一）",
        "《",
        "》的通知",
        "同比增长",
        "-3.5%",
    ),
)

han_text = st.lists(
    st.one_of(st.sampled_from(COMMON), st.sampled_from(COMMON), st.sampled_from(WORDS), st.sampled_from(RARE)),
    max_size=80,
).map("".join)
any_text = st.text(st.characters(), max_size=60)  # lone surrogates and all

PLACES = ("江阴市", "长兴县", "安溪县", "当涂县", "桐城市", "博罗县")
SURNAMES = "林陶赵顾吴沈彭罗"
DOUBLE = ("欧阳", "司马", "诸葛")
GIVEN = ("知远", "明远", "如练", "志国", "文华", "晓峰", "玉兰", "永康", "雅琴", "静悦", "振华", "庆丰")
OFFICES = ("财政局", "教育局", "水利局", "民政局", "审计局", "统计局", "交通运输局", "卫生健康局", "农业农村局")
TITLES = ("局长", "副局长")


@dataclass(frozen=True)
class Notice:
    """A title, a text, and what it says, no more and no less."""

    title: str
    text: str
    facts: frozenset[Fact]


people = st.builds(str.__add__, st.sampled_from([*SURNAMES, *DOUBLE]), st.sampled_from(GIVEN))
posts = st.tuples(st.sampled_from(OFFICES), st.sampled_from(TITLES))
rows = st.lists(st.tuples(people, posts), min_size=1, max_size=5, unique_by=(lambda row: row[0], lambda row: row[1]))


def _sentences(place: str, come: list, gone: list) -> str:  # type: ignore[type-arg]
    """Verb and name in each line."""
    lines = [f"任命{name}为{place}{office}{title}。" for name, (office, title) in come]
    return "\n".join([*lines, *(f"免去{name}的{place}{office}{title}职务。" for name, (office, title) in gone)])


def _clauses(place: str, come: list, gone: list) -> str:  # type: ignore[type-arg]
    """All in one sentence."""
    parts = [f"任命{name}同志为{place}{office}{title}" for name, (office, title) in come]
    return (
        "；".join([*parts, *(f"免去{name}同志的{place}{office}{title}职务" for name, (office, title) in gone)]) + "。"
    )


def _lists(place: str, come: list, gone: list) -> str:  # type: ignore[type-arg]
    """A verb that heads its rows."""
    lines = ["任命：", *(f"{name}为{place}{office}{title}；" for name, (office, title) in come)] if come else []
    return "\n".join(
        [
            *lines,
            *(["免去：", *(f"{name}的{place}{office}{title}职务；" for name, (office, title) in gone)] if gone else []),
        ]
    )


def _numbered(place: str, come: list, gone: list) -> str:  # type: ignore[type-arg]
    """Numbered parts and rows."""
    lines = ["一、决定任命下列同志职务："] if come else []
    lines += [f"{at}．{name}为{place}{office}{title}。" for at, (name, (office, title)) in enumerate(come, 1)]
    lines += [f"{'二' if come else '一'}、决定免去下列同志职务："] if gone else []
    return "\n".join(
        [*lines, *(f"{at}．{name}的{place}{office}{title}职务。" for at, (name, (office, title)) in enumerate(gone, 1))]
    )


LAYOUTS: tuple[Callable[[str, list, list], str], ...] = (_sentences, _clauses, _lists, _numbered)  # type: ignore[type-arg]
HEADS = ("{0}人民代表大会常务委员会任免名单", "{0}人民政府关于职务任免的通知")


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    """A notice of one of the layouts: some come, some go, nobody both."""
    place, every = draw(st.sampled_from(PLACES)), draw(rows)
    come = every[: draw(st.integers(0, len(every)))]
    gone = every[len(come) :]
    text = draw(st.sampled_from(LAYOUTS))(place, come, gone)
    facts = {(name, title, f"{place}{office}", "appointed") for name, (office, title) in come}
    facts |= {(name, title, f"{place}{office}", "removed") for name, (office, title) in gone}
    return Notice(draw(st.sampled_from(HEADS)).format(place), text, frozenset(facts))
