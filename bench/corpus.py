"""Documents as many as wanted, written by a grammar, with the facts that they hold: what large builds are measured on.

    python bench/corpus.py FOLDER [--documents 10000] [--bytes 20000] [--seed 1]

Document number *n* of a seed is the same on every machine and for any number of documents. Half are work reports, a
quarter notices of appointments, a quarter reports of meetings; ten documents share a county, its people and campaigns,
so that there is something to resolve. Beside the folder, ``FOLDER.facts.csv`` says for each document which person it
gives which title at which body, and which body it gives which campaign. Names are drawn from lists of this file and the
counties of ``seeds/places.csv``; who is named here holds no such post.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from govgraph.settings import shipped

Fact = tuple[str, str, str]  # person, title, body; or initiative, "participant", body
Line = tuple[str, list[Fact]]
Genre = tuple[tuple[list[str], list[Fact]], Iterator[Line]]  # how it begins, and how it goes on

SHARED = 10  # documents of one county
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "志国文华建明海东晓峰玉兰立新春梅永康雅琴凤英长河雨静悦然振邦秀珍庆丰景云德胜"
OFFICES = (
    "财政局",
    "教育局",
    "商务局",
    "水利局",
    "民政局",
    "住房和城乡建设局",
    "农业农村局",
    "卫生健康局",
    "交通运输局",
)
STEMS = (
    "绿美家园",
    "清水长流",
    "暖心助企",
    "智慧乡村",
    "书香校园",
    "平安夜市",
    "好粮上桌",
    "一站办成",
    "护河育林",
    "百企同行",
)
KINDS = ("行动", "工程")
WORK = ("走访企业", "解决企业难题", "维修道路", "新建口袋公园", "栽植乔木", "改造老旧小区", "培训农民", "新建学校")
UNITS = ("家", "项", "条", "个", "株", "个", "人", "所")
FILLING = (
    "各部门要把责任落到人头，把进度排到月份，把问题摆到桌面。",
    "我们清醒看到，财力还不宽裕，短板还不少，干部作风还要再紧一紧。",
    "凡是群众等着办的事，都要有回音，有结果，有人签字。",
    "这项工作时间紧、头绪多，必须早谋划、早动手、早见效。",
    "要多到现场去看，少在会上念稿，数字对不上的要重新核。",
    "市场主体说方便才是真方便，老百姓说满意才算真满意。",
)


@dataclass(frozen=True)
class County:
    """A county with its leaders and campaigns, the same in each of its documents."""

    name: str
    title: str
    mayor: str
    heads: tuple[tuple[str, str], ...]  # office, person
    campaigns: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A document and what it says."""

    name: str
    text: str
    facts: tuple[Fact, ...]


def documents(number: int, size: int = 20_000, seed: int = 1) -> Iterator[Written]:
    """So many documents of about so many bytes."""
    names = _counties()
    for index in range(number):
        place, turn = divmod(index, SHARED)
        county = _county(names[place * 7 % len(names)], random.Random(f"{seed} {place}"))
        yield _document(index, turn, county, size, random.Random(f"{seed} {index}"))


def write(folder: Path, number: int, size: int = 20_000, seed: int = 1) -> None:
    """A folder of documents, and the table of their facts beside it."""
    with Path(f"{folder}.facts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("document", "subject", "relation", "object"))
        for written in documents(number, size, seed):
            path = folder / written.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written.text, encoding="utf-8", newline="\n")
            table.writerows((written.name, *fact) for fact in written.facts)


def _counties() -> list[str]:
    """Counties and cities of that level whose name is theirs alone, by code."""
    with (shipped("seeds") / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if len(row["code"]) == 6 and row["code"][4:] != "00"]
    times = Counter(row["name"] for row in rows)
    return [
        row["name"] for row in rows if row["name"][-1] in "县市" and len(row["name"]) == 3 and times[row["name"]] == 1
    ]


def _county(name: str, dice: random.Random) -> County:
    people = _people(dice)
    heads = tuple((office, next(people)) for office in OFFICES)
    campaigns = tuple(f"{stem}{dice.choice(KINDS)}" for stem in dice.sample(STEMS, 5))
    return County(name, f"{name[-1]}长", next(people), heads, campaigns)


def _people(dice: random.Random) -> Iterator[str]:
    """Names, none of them twice."""
    known: set[str] = set()
    while True:
        name = dice.choice(SURNAMES) + dice.choice(GIVEN) + dice.choice(GIVEN)
        if name not in known and name[1] != name[2]:
            known.add(name)
            yield name


def _document(index: int, turn: int, county: County, size: int, dice: random.Random) -> Written:
    """One of the three genres, until it is long enough."""
    year = 2015 + turn
    opening, more = {0: _report, 1: _report, 2: _notice, 3: _meeting}[turn % 4](county, year, dice)
    lines, facts = list(opening[0]), list(opening[1])
    length = sum(map(len, lines))
    while length * 3 < size:  # three bytes a character
        line, said = next(more)
        lines.append(line)
        facts += said
        length += len(line)
    name = f"{index // 1000:04d}/{index:07d}.txt"
    return Written(name, "\n\n".join(lines) + "\n", tuple(sorted(set(facts))))


def _report(county: County, year: int, dice: random.Random) -> Genre:
    """A work report: campaigns with figures."""
    body = f"{county.name}人民政府"
    lines = [
        f"{county.name}人民政府工作报告",
        f"——{year}年1月{dice.randint(5, 25)}日在{county.name}人民代表大会会议上",
        f"{body}{county.title} {county.mayor}",
        "各位代表：",
        f"现在，我代表{body}向大会报告工作，请予审议。",
    ]
    return (lines, [(county.mayor, county.title, body)]), _worked(county, dice)


def _worked(county: County, dice: random.Random) -> Iterator[Line]:
    for number in count(1):
        campaign, (office, _) = dice.choice(county.campaigns), dice.choice(county.heads)
        done = "，".join(_figure(dice) for _ in range(2))
        said = f"（{_chinese(number)}）{county.name}{office}开展“{campaign}”，{done}。{_filling(dice)}"
        yield said, [(campaign, "participant", f"{county.name}{office}")]


def _notice(county: County, year: int, dice: random.Random) -> Genre:
    """A notice of appointments and removals."""
    lines = [
        f"{county.name}人民代表大会常务委员会任免名单",
        f"（{year}年{dice.randint(2, 11)}月{dice.randint(1, 28)}日{county.name}人民代表大会常务委员会会议通过）",
    ]
    return (lines, []), _appointed(county, dice)


def _appointed(county: County, dice: random.Random) -> Iterator[Line]:
    for person in _people(dice):
        office = dice.choice(OFFICES)
        title = dice.choice(("局长", "副局长"))
        body = f"{county.name}{office}"
        if dice.random() < 0.6:
            yield f"任命{person}为{body}{title}；", [(person, title, body)]
        else:
            yield f"免去{person}的{body}{title}职务；{_filling(dice)}", [(person, title, body)]


def _meeting(county: County, year: int, dice: random.Random) -> Genre:
    """A report of a meeting at which heads of offices speak."""
    body, campaign = f"{county.name}人民政府", county.campaigns[0]
    day = f"{dice.randint(2, 11)}月{dice.randint(1, 28)}日"
    lines = [
        f"{county.name}召开“{campaign}”推进会",
        f"{year}年{day}，{county.name}召开“{campaign}”推进会。{body}{county.title}{county.mayor}出席会议并讲话。",
    ]
    return (lines, [(county.mayor, county.title, body)]), _spoken(county, dice)


def _spoken(county: County, dice: random.Random) -> Iterator[Line]:
    while True:
        (office, person), campaign = dice.choice(county.heads), dice.choice(county.campaigns)
        body = f"{county.name}{office}"
        said = f"{body}局长{person}介绍，{body}开展“{campaign}”，{_figure(dice)}，{_figure(dice)}。{_filling(dice)}"
        yield said, [(person, "局长", body), (campaign, "participant", body)]


def _figure(dice: random.Random) -> str:
    at = dice.randrange(len(WORK))
    return f"{WORK[at]}{dice.randint(3, 9999)}{UNITS[at]}"


def _filling(dice: random.Random) -> str:
    return "".join(dice.sample(FILLING, 2))


def _chinese(number: int) -> str:
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number % 100, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (
        digits[ones] if ones or not tens else ""
    )


def main() -> None:
    """Write a folder."""
    parser = argparse.ArgumentParser(description="Documents of a grammar, with their facts.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--bytes", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.documents, given.bytes, given.seed)


if __name__ == "__main__":
    main()
