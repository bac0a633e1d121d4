"""Several articles in one file, each with its own place and day; and pages that are read as a whole."""

from __future__ import annotations

import pytest

from govgraph import seeds
from govgraph.extraction import prove
from govgraph.find import find
from govgraph.model import Document
from govgraph.relate import relate
from govgraph.repair import repair
from tests.reading import read, relations, tenures

FIRST = """溆浦县举行项目集中开工仪式
本报讯（记者 李明）4月18日，溆浦县举行重大项目集中开工仪式。县委书记周远航宣布开工，县长王小芳主持仪式。
县财政局牵头实施“清水润城”行动，整治河道12条。
"""
SECOND = """卢氏县部署防汛工作
本报讯（记者 张强）4月19日，卢氏县召开防汛工作推进会。县委书记陈立新讲话，县长何静主持会议。
县水利局牵头推进“安澜”行动，整治河道9条。
"""
RESOLVED = """三门峡市人民代表大会常务委员会关于设立湿地日的决定
（2023年3月8日三门峡市第八届人民代表大会常务委员会第三次会议通过）
三门峡市第八届人民代表大会常务委员会第三次会议决定，将每年十月的第二个星期日设立为三门峡市湿地日，请各有关单位做好宣传工作。
"""
DECIDED = """三门峡市人民代表大会常务委员会关于任命何静职务的决定
（2024年5月6日三门峡市第八届人民代表大会常务委员会第九次会议通过）
三门峡市第八届人民代表大会常务委员会第九次会议决定，任命何静为三门峡市教育局局长，自本决定通过之日起任职。
"""


def test_each_article_is_of_its_own_place() -> None:
    found = read(FIRST + SECOND, title="")
    assert {(person, body) for person, _, body, _ in tenures(found)} >= {
        ("周远航", "中国共产党溆浦县委员会"),
        ("王小芳", "溆浦县人民政府"),
        ("陈立新", "中国共产党卢氏县委员会"),
        ("何静", "卢氏县人民政府"),
    }
    assert relations(found, "participant") == {
        ("清水润城", "participant", "溆浦县财政局"),
        ("安澜", "participant", "卢氏县水利局"),
    }


@pytest.mark.parametrize(("text", "place"), [(FIRST + SECOND, "溆浦县"), (SECOND + FIRST, "卢氏县")])
def test_the_document_is_called_as_its_first_article_and_of_its_place(text: str, place: str) -> None:
    found = read(text, title="")
    label = {thing.key: thing.label for thing in found.things}
    assert found.document.title.startswith(place)
    assert found.document.jurisdiction
    assert label[found.document.jurisdiction] == place
    assert found.document.kept == found.document.characters


def test_the_order_of_articles_changes_nothing_else() -> None:
    one, other = read(FIRST + SECOND, title=""), read(SECOND + FIRST, title="")
    assert tenures(one) == tenures(other)
    assert {thing.label for thing in one.things} == {thing.label for thing in other.things}


def test_each_article_has_its_own_day() -> None:
    found = read(RESOLVED + DECIDED, title="")
    days = {claim.asserted_on for claim in found.claims if claim.predicate == "holds"}
    assert days == {"2024-05-06"}
    assert found.document.issued == "2023-03-08"


def test_every_quote_of_an_article_stands_in_the_file() -> None:
    words = seeds.load()
    prose = repair(Document("0" * 32, "page.txt", FIRST + SECOND))
    proven = prove(prose, relate(prose, find(prose, words), words))
    assert proven.untrue == 0
    quotes = {e.quote: prose.document.text[e.start : e.end] for c in proven.extraction.claims for e in c.evidence}
    assert {"县长何静", "县长王小芳"} <= quotes.keys()
    assert all("".join(source.split()) == "".join(quote.split()) for quote, source in quotes.items())


def test_items_of_one_paper_are_read_together() -> None:
    # The second item does not say of which county it is; its page does.
    item = "本报讯（记者 张强）近日，县水利局召开防汛工作推进会，部署下一步的工作。县水利局牵头推进“安澜”行动。\n"
    page = FIRST + item
    assert ("安澜", "participant", "溆浦县水利局") in relations(read(page, title=""), "participant")


def test_news_that_quotes_another_place_is_one_article() -> None:
    text = FIRST + "据本报讯（记者 张强）介绍，卢氏县的做法很有特色。\n"
    assert relations(read(text, title=""), "participant") == {("清水润城", "participant", "溆浦县财政局")}
