"""The report: true numbers, every failure and omission named, warnings where text or facts are missing, no markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.model import Contradiction, Facts, Failure, Removal
from govgraph.publish.looks import words
from govgraph.publish.report import Proof, indented, summary, write
from govgraph.settings import shipped
from tests.facts import JIANGCHUAN as NAME
from tests.facts import facts, said

ATTACK = "<script>document.title='run'</script><img src=x onerror=alert(1)>"


def healthy() -> Facts:
    """The small graph, with documents of which everything was kept."""
    known = facts()
    kept = tuple(replace(document, characters=100, kept=98) for document in known.documents)
    return replace(known, documents=kept)


def shown(told: Facts) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(json.dumps(summary(told, Proof(10, 0))))
    return report


def test_counts() -> None:
    report = shown(healthy())
    assert report["documents"]["read"] == 2
    assert report["entities"]["by_kind"] == {
        "Person": 5,
        "Post": 4,
        "Body": 6,
        "Place": 2,
        "Initiative": 1,
        "Meeting": 1,
        "Instrument": 1,
    }
    assert report["entities"]["total"] == 20
    assert report["entities"]["from_gazetteer"] == 2
    assert report["evidence"] == {"checked": 10, "untrue": 0}


def test_claims_are_what_documents_say() -> None:
    claims = shown(healthy())["claims"]
    assert claims["total"] == 15
    assert claims["figures"] == 2
    assert claims["by_certainty"] == {"stated": 12, "context": 3}
    assert "postIn" not in claims["by_predicate"], "the gazetteer and names are no documents"
    assert claims["by_rule"]["test.holds"] == 6


def test_documents_stand_in_the_order_of_their_names() -> None:
    names = [row["name"] for row in shown(replace(facts(), documents=facts().documents[::-1]))["documents"]["list"]]
    assert names == sorted(names)


def test_each_genre_has_its_words() -> None:
    """Those of the ontology."""
    text = shipped("ontology").joinpath("govgraph.ttl").read_text(encoding="utf-8")
    code = r'code:genre-([a-z-]+) a skos:Concept ;.*?prefLabel "(.*?)"@zh , "(.*?)"@en'
    found = {name.replace("-", " "): [zh, en] for name, zh, en in re.findall(code, text, re.DOTALL)}
    assert words()["genres"] == found


def test_places_are_named_not_coded() -> None:
    assert shown(healthy())["documents"]["list"][0]["jurisdiction"] == "江川市"


def test_ambiguous_and_omitted_have_a_place_in_the_source() -> None:
    omitted = said(NAME, "吴江同志到会")
    report = shown(replace(healthy(), omissions=(omitted,)))
    assert report["omissions"] == [
        {"document": NAME, "start": omitted.start, "end": omitted.end, "quote": "吴江同志到会"}
    ]
    assert report["ambiguous"][0]["form"] == "吴江"
    assert report["ambiguous"][0]["candidates"] == ["吴江（人名）", "吴江区"]


def test_what_repair_removed_is_summed_by_class() -> None:
    removals = (Removal("page numbers", 3, 12), Removal("line ends", 5, 5))
    documents = tuple(replace(document, removals=removals) for document in healthy().documents)
    characters = shown(replace(healthy(), documents=documents))["characters"]
    assert characters["read"] == 200
    assert characters["removed"] == {
        "line ends": {"times": 10, "characters": 10},
        "page numbers": {"times": 6, "characters": 24},
    }


@pytest.mark.parametrize(
    ("kept", "warned"), [(100, False), (90, False), (89, True), (0, True)], ids=["all", "enough", "less", "none"]
)
def test_too_little_kept_is_a_warning(kept: int, warned: bool, tmp_path: Path) -> None:
    documents = tuple(replace(document, kept=kept) for document in healthy().documents)
    warnings = write(tmp_path, replace(healthy(), documents=documents), Proof(10, 0))
    assert any("were kept" in warning for warning in warnings) is warned


def test_a_document_without_facts_is_a_warning(tmp_path: Path) -> None:
    empty = replace(healthy(), claims=(), figures=())
    assert sum("no fact was found" in warning for warning in write(tmp_path, empty, Proof(0, 0))) == 2


def test_sentences_that_look_like_facts_are_counted_where_none_was_found(tmp_path: Path) -> None:
    said = next(evidence for claim in healthy().claims for evidence in claim.evidence)
    empty = replace(healthy(), claims=(), figures=(), omissions=(said,))
    assert any("though 1 sentences look like ones" in warning for warning in write(tmp_path, empty, Proof(0, 0)))


def test_a_document_without_a_sentence_is_a_warning(tmp_path: Path) -> None:
    documents = tuple(replace(document, characters=0, kept=0) for document in healthy().documents)
    warnings = write(tmp_path, replace(healthy(), documents=documents), Proof(10, 0))
    assert sum("no sentence was found" in warning for warning in warnings) == len(documents)


def test_a_graph_without_entities_is_a_warning(tmp_path: Path) -> None:
    empty = replace(healthy(), things=(), claims=(), figures=(), ambiguous=())
    assert write(tmp_path, empty, Proof(0, 0))[0].startswith("no entity was found")


def test_untrue_evidence_is_a_warning(tmp_path: Path) -> None:
    assert any("3 pieces of evidence" in warning for warning in write(tmp_path, healthy(), Proof(10, 3)))


def test_a_healthy_graph_has_no_warning(tmp_path: Path) -> None:
    assert write(tmp_path, healthy(), Proof(10, 0)) == ()


def test_failures_and_notes_are_in_both_reports(tmp_path: Path) -> None:
    failed = replace(healthy(), failures=(Failure("broken.txt", "is not text"),))
    assert write(tmp_path, failed, Proof(10, 0), ["twin.txt: read once"]) == ("twin.txt: read once",)
    for name in ("report.json", "report.html"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "broken.txt" in text
        assert "is not text" in text
        assert "twin.txt: read once" in text


def test_document_text_is_never_markup(tmp_path: Path) -> None:
    documents = tuple(replace(document, name=ATTACK, title=ATTACK, genre=ATTACK) for document in healthy().documents)
    omitted = (said(NAME, "吴江")._replace(quote=ATTACK),)
    write(tmp_path, replace(healthy(), documents=documents, omissions=omitted), Proof(10, 0), [ATTACK])
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_the_page_asks_nobody(tmp_path: Path) -> None:
    write(tmp_path, healthy(), Proof(10, 0))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;" in page
    assert "http://" not in page
    assert "https://" not in page


def test_same_facts_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, healthy(), Proof(10, 0))
    for name in ("report.json", "report.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(plain)
def test_values_are_written_as_the_library_writes_them(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_each_document_lists_what_was_missed_in_it() -> None:
    omitted = said(NAME, "吴江同志到会")
    report = shown(replace(healthy(), omissions=(omitted,)))
    first, second = report["documents"]["list"]
    assert first["omissions"] == [{"start": omitted.start, "end": omitted.end, "quote": "吴江同志到会"}]
    assert [row["form"] for row in first["ambiguous"]] == ["吴江"]
    assert second["omissions"] == second["ambiguous"] == []


def test_most_is_said_of_what_most_documents_and_facts_name() -> None:
    told = {row["label"]: row for row in shown(healthy())["most_told"]}
    assert told["林知远"] | {"view": ""} == {
        "kind": "Person",
        "label": "林知远",
        "facts": 3,
        "documents": 2,
        "view": "",
    }
    assert shown(healthy())["resolved"]["in_several_documents"] == 2
    assert shown(healthy())["claims"]["by_year"]["2024"] > 5


def test_links_lead_into_the_view(tmp_path: Path) -> None:
    from govgraph.publish import view
    from tests.test_view import data

    write(tmp_path, healthy(), Proof(10, 0))
    carried = data(view.page(healthy()))
    known = {*carried["iri"], *(document[0] for document in carried["documents"])}
    links = re.findall(r'href="index.html#([^"]*)"', (tmp_path / "report.html").read_text(encoding="utf-8"))
    named = {value for link in links for name, value in parse_qsl(unescape(link)) if name in "nd"}
    assert len(named) > 15
    assert named <= known


def test_the_page_has_the_numbers_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, healthy(), Proof(10, 0))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    for number in (report["entities"]["total"], report["claims"]["total"], report["characters"]["read"]):
        assert f"<b>{number}</b>" in page
    for row in report["most_told"]:
        assert f'">{row["label"]}</a></td><td class="n">{row["facts"]}</td>' in page


def test_a_clash_of_kinds_has_sides_without_a_place(tmp_path: Path) -> None:
    given = healthy()
    one, two = given.things[0].key, given.things[-1].key
    clash = Contradiction("type", "type", one, "同名", "", one, two)
    write(tmp_path, replace(given, contradictions=(clash,)), Proof(10, 0))
    assert f"<td>{one.kind}</td><td>{two.kind}</td>" in (tmp_path / "report.html").read_text(encoding="utf-8")
