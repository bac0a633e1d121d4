"""Files of patterns are read as TOML says, fast or slow."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.plain_toml import patterns
from govgraph.settings import shipped

TABLE = """# A note.
[[pattern]]
name = "one"
# Why, with "marks" and 'more'.
regex = '(?:甲|乙)\\d'
source = "own \\"rule\\" \\u4e00"
examples = ["甲1", "乙\\n2","丙\\\\"]
counter = []
"""
ODD = [
    TABLE,
    TABLE + "\n" + TABLE.replace("'(?:甲|乙)\\d'", '"[\\\\d\\u3000]"'),
    TABLE.replace("'(?:甲|乙)\\d'", "'''it's ''plain'''"),
    TABLE.replace("'(?:甲|乙)\\d'", "''"),
    TABLE.replace("'(?:甲|乙)\\d'", "'''\n甲\n乙'''"),
    TABLE.replace("examples = [", "examples = [\n  ").replace('"]', '",\n]'),
    TABLE.replace('source = "own', 'note = "x"\nsource = "own'),
    TABLE.replace("name = ", "name="),
    TABLE + "[other]\na = 1\n",
    TABLE.replace('source = "own', '# [[pattern]]\nsource = "own'),
    TABLE.replace('"own \\"rule\\" \\u4e00"', "'own'"),
]


@pytest.mark.parametrize("text", ODD)
def test_what_is_written_in_any_way_says_the_same(text: str) -> None:
    assert patterns(text) == tomllib.loads(text)["pattern"]


@pytest.mark.parametrize(("old", "new"), [("]]", "]"), ("counter", "name"), ("= []", "= [,]"), ("\\u4e00", "\\ud800")])
def test_what_is_no_toml_stays_none(old: str, new: str) -> None:
    with pytest.raises((tomllib.TOMLDecodeError, TypeError, KeyError)):
        [table["name"] + table["counter"][0] for table in patterns(TABLE.replace(old, new))]


@given(
    st.text("甲'\"\\n#[]=, \n\t\x00u3", max_size=12), st.sampled_from(["(?:甲|乙)\\d", "own ", "甲1", "one", "A note."])
)
def test_damage_is_seen_as_toml_sees_it(damage: str, place: str) -> None:
    text = TABLE.replace(place, damage, 1)
    try:
        expected = tomllib.loads(text)["pattern"]
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            patterns(text)
    else:
        assert patterns(text) == expected


def test_all_files_of_ours() -> None:
    for path in sorted((shipped("seeds") / "patterns").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        assert patterns(text) == tomllib.loads(text)["pattern"], path
