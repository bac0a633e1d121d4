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
