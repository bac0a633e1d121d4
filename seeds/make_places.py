"""Remake ``places.csv`` from a table of divisions: ``python make_places.py DIVISIONS.csv > places.csv``.

DIVISIONS.csv has the columns ``code,name,level,parent_code,lat,lon`` and was put together from the sources that
``places.md`` names (yescallop/areacodes, modood/Administrative-divisions-of-China,
xiangyuecn/AreaCity-JsSpider-StatsGov, GeoNames). This script leaves out what :mod:`govgraph.gazetteer` derives from
the code (level and parent of most rows) and writes down the one thing that cannot be derived without a list of
peoples: the stem of a name such as 长阳土家族自治县.
"""  # noqa: INP001 - a recipe beside its table, not a module

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from govgraph.gazetteer import COLUMNS, level_of, parent_of, short

# The 55 peoples, the longest first, as they stand in names of divisions; source: names of autonomous divisions.
PEOPLES = re.findall(
    r"\S+",
    """
    维吾尔 哈萨克 柯尔克孜 塔吉克 乌孜别克 塔塔尔 俄罗斯 鄂温克 鄂伦春 达斡尔
    东乡族 保安族 撒拉族 土家族 仡佬族 仫佬族 毛南族 布依族 朝鲜族 蒙古
    锡伯族 赫哲族 裕固族 高山族 纳西族 拉祜族 哈尼族 傈僳族 景颇族 布朗族
    阿昌族 普米族 基诺族 德昂族 独龙族 珞巴族 门巴族 满族 回族 藏族
    苗族 彝族 壮族 侗族 瑶族 白族 傣族 黎族 佤族 畲族
    水族 土族 羌族 怒族 京族 各族 回
    """,
)
PEOPLE = re.compile(f"(?:(?:{'|'.join(PEOPLES)})(?:族)?)+(?:民族)?$")
AUTONOMOUS = re.compile("(?:自治[区州县旗]|民族乡|民族苏木|民族镇|[乡镇区])$")

NEW = "新区"
ALONE = ("浦东", "沈北")  # districts that are called without it; 滨海 is a county elsewhere


def plain_stem(name: str) -> str:
    """浦东 of 浦东新区; else that of an autonomous division."""
    return name.removesuffix(NEW) if name in {stem + NEW for stem in ALONE} else ethnic_stem(name)


def ethnic_stem(name: str) -> str:
    """长阳 of 长阳土家族自治县; empty where the plain rule gives the same or too little would be left."""
    body = AUTONOMOUS.sub("", name)
    stem = PEOPLE.sub("", body)
    if body == name or ("族" not in name and "自治" not in name):
        return ""
    if len(stem) < 2:
        stem = body.removesuffix("族") if "自治" in name else ""
    return "" if stem == short(name) else stem


def compact(row: dict[str, str]) -> list[str]:
    """One row without what the code says."""
    code, level = row["code"], row["level"].replace("county_zone", "zone")
    kind = "" if level == level_of(code) else level
    parent = "" if row["parent_code"] == parent_of(code) else row["parent_code"]
    return [code, row["name"], plain_stem(row["name"]), kind, parent, row["lat"], row["lon"]]


def main(source: str) -> None:
    """Write the compact table to standard output."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    with Path(source).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    known = {row["code"] for row in rows}
    for row in sorted(rows, key=lambda row: row["code"]):
        line = compact(row)
        derived = line[4] or parent_of(line[0])
        if derived and derived not in known:
            raise SystemExit(f"{line[0]}: no parent {derived}")
        out.writerow(line)


if __name__ == "__main__":
    main(sys.argv[1])
