"""Decisions of people: never lost, applied last on every build, each with a ruling; conflicts and stale ones told."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from govgraph.corrections import Ruling, apply, decide, warnings
from govgraph.corrections.facts import figure_of, quote_of
from govgraph.corrections.journal import DECISIONS, HEADER, Decision, Journal, append, identity, read
from govgraph.corrections.substitute import substituted
from govgraph.errors import InputError, OutputError
from govgraph.model import Facts, Key, Link, Thing
from govgraph.publish.iris import Iris
from govgraph.resolve.tenures import tenures
from govgraph.settings import Settings
from govgraph.store.check import check
from govgraph.store.diff import diff
from govgraph.store.verify import verify
from tests.facts import (
    BAI,
    CITY,
    COUNCIL,
    DIRECTOR,
    FANG,
    GOVERNMENT,
    GU,
    IDS,
    JIANGCHUAN,
    LIN,
    MAYOR,
    QINGSHI,
    RIVERS,
    RULES,
    SECRETARY,
    SESSION,
    TAO,
    WATER,
    facts,
)

KILLS = int(os.environ.get("GOVGRAPH_KILLS", "50"))  # the full number is 200
IRIS = Iris("", {})


def name(key: Key) -> str:
    return f"{IRIS.thing(key)} {key.name}"


def told(decision: str, subject: Key, target: Key | str = "", relation: str = "", **more: object) -> Decision:
    object_ = target if isinstance(target, str) else name(target)
    ends = (name(subject), relation, object_)
    return Decision("2024-03-05T08:00:00Z", "林", decision, *ends, "看过原文", **more)  # type: ignore[arg-type]


def journal(*decisions: Decision) -> Journal:
    numbered = (replace(decision, line=line) for line, decision in enumerate(decisions, start=2))
    return Journal("corrections.tsv", tuple(numbered))


def applied(*decisions: Decision, to: Facts | None = None) -> tuple[Facts, tuple[Ruling, ...]]:
    return apply(journal(*decisions), to or facts())


def states(rulings: Iterable[Ruling]) -> list[str]:
    return [ruling.state for ruling in rulings]


def labels(given: Facts) -> set[str]:
    return {thing.label for thing in given.things}


# The file


def test_a_line_is_what_people_review(tmp_path: Path) -> None:
    path = tmp_path / "corrections.tsv"
    append(path, told("same", LIN, TAO, evidence=("doc/aaaaaaaaaa",)))
    head, line = path.read_text(encoding="utf-8").splitlines()
    assert head + "\n" == HEADER
    assert line.split("\t") == [
        "2024-03-05T08:00:00Z",
        "林",
        "same",
        name(LIN),
        "",
        name(TAO),
        "看过原文",
        "doc/aaaaaaaaaa",
    ]


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
decisions = st.builds(
    Decision,
    st.just("2024-03-05T08:00:00Z"),
    cells,
    st.sampled_from([decision for decision in DECISIONS if decision != "split"]),
    cells.map(lambda label: f"person/e3cvwdyy4x {label}"),
    cells.map(lambda relation: f"r{relation}"),
    cells.map(lambda label: f"person/k2b7x4q5rt {label}"),
    cells,
    st.lists(st.sampled_from(["doc/aaaaaaaaaa", "quote/bbbbbbbbbb"]), max_size=2).map(tuple),
)


@given(st.lists(decisions, min_size=1, max_size=4))
def test_whatever_is_typed_is_one_line_that_reads_back(given_: list[Decision]) -> None:
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"govgraph-test-{os.getpid()}.tsv"
    path.unlink(missing_ok=True)
    try:
        for decision in given_:
            append(path, decision)
        found = read(path)
    finally:
        path.unlink(missing_ok=True)
    assert found.damaged == ()
    assert [d.text() for d in found.decisions] == [d.text() for d in given_]
    assert [identity(d.subject) for d in found.decisions] == [identity(d.subject) for d in given_]
    assert [d.line for d in found.decisions] == list(range(2, 2 + len(given_)))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("2024-03-05T08:00:00Z\t林\tsame\tperson/e3cvwdyy4x", "4 columns"),
        ("gestern\t林\tsame\tperson/a 甲\t\tperson/b 乙\t理由\t", "time"),
        ("2024-03-05T08:00:00Z\t林\tequal\tperson/a 甲\t\tperson/b 乙\t理由\t", "none of same"),
        ("2024-03-05T08:00:00Z\t林\tsame\t甲\t\tperson/b 乙\t理由\t", "names no thing"),
        ("2024-03-05T08:00:00Z\t林\tsame\tperson/a 甲\t\t乙\t理由\t", "names no thing"),
        ("2024-03-05T08:00:00Z\t林\trename\tperson/a 甲\t\t\t理由\t", "object"),
        ("2024-03-05T08:00:00Z\t林\tadd\tperson/a 甲\t\tpost/b 乙\t理由\t", "relation"),
        ("2024-03-05T08:00:00Z\t林\tsame\tperson/a 甲\t\tperson/b 乙\t理由\tdoc/aaaa", "cut short"),
        ("2024-03-05T08:00:00Z\t林\tsplit\tperson/a 甲\t\t\t理由\t", "is not a list"),
        ("2024-03-05T08:00:00Z\t林\tsplit\tperson/a 甲\t\tdoc/aaaaaaaaaa person/b\t理由\t", "is not a list"),
        ("\udcff\udcfe", "1 columns"),
    ],
)
def test_a_damaged_line_is_told_and_passed_over(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "corrections.tsv"
    append(path, told("same", LIN, TAO))
    with path.open("ab") as file:
        file.write(line.encode("utf-8", "surrogateescape") + b"\n")
    append(path, told("different", LIN, BAI))
    found = read(path)
    assert [d.decision for d in found.decisions] == ["same", "different"]
    assert [(d.line, fault in d.fault) for d in found.damaged] == [(3, True)]
    _, rulings = apply(found, facts())
    assert states(rulings) == ["applied", "damaged", "applied"]
    assert "corrections.tsv:3: damaged" in warnings(rulings, found.name)[0]


def test_a_line_that_was_cut_short_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    path = tmp_path / "corrections.tsv"
    append(path, told("same", LIN, TAO))
    whole = path.read_bytes()
    for cut in range(len(HEADER), len(whole)):
        path.write_bytes(whole[:cut])
        append(path, told("different", LIN, BAI))
        found = read(path)
        assert found.decisions[-1].decision == "different", cut
        assert len(found.decisions) + len(found.damaged) <= 2


def test_blank_lines_comments_and_other_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "corrections.tsv"
    text = "\ufeff# 注释\r\n\r\n" + told("same", LIN, TAO).text() + "\r\n# 又一条\r\n" + told("unsure", LIN, TAO).text()
    path.write_bytes(text.encode("utf-8"))
    assert [(d.line, d.decision) for d in read(path).decisions] == [(3, "same"), (5, "unsure")]


def test_a_decision_that_could_not_be_read_back_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names no thing"):
        append(tmp_path / "corrections.tsv", replace(told("same", LIN, TAO), object="陶未央"))
    assert not (tmp_path / "corrections.tsv").exists()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="NOT saved"):
        append(tmp_path, told("same", LIN, TAO))
    with pytest.raises(InputError, match="govgraph correct"):
        read(tmp_path / "nothing.tsv")


DRIVER = """
import os, random, signal, sys, time
from dataclasses import replace
from pathlib import Path
from govgraph.corrections.journal import Decision, append
path, kills = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(7)
said = Decision("2024-03-05T08:00:00Z", "林", "same", "person/a 甲", "", "person/b 乙", "", ("doc/aaaaaaaaaa",))
for kill in range(kills):
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        for count in range(10**6):
            append(path, replace(said, reason=f"{kill}-{count} " + "理由" * 200))
            os.write(theirs, f"{kill}-{count}\\n".encode())
    os.close(theirs)
    with open(ours) as acknowledged:
        for _ in range(chance.randint(0, 3)):
            print(acknowledged.readline(), end="")
        time.sleep(chance.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print(acknowledged.read(), end="")
"""


def test_sigkill_loses_no_acknowledged_decision(tmp_path: Path) -> None:
    path = tmp_path / "corrections.tsv"
    command = [sys.executable, "-c", DRIVER, str(path), str(KILLS)]
    acknowledged = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert len({each.split("-")[0] for each in acknowledged}) > KILLS // 10, "killed before anything was saved"
    saved = [decision.reason.split()[0] for decision in read(path).decisions]
    assert len(saved) == len(set(saved))
    assert set(acknowledged) <= set(saved)
    assert sorted(saved, key=lambda each: tuple(map(int, each.split("-")))) == saved


# Pairs


def test_same_makes_one_thing_and_keeps_the_other_identity() -> None:
    found, rulings = applied(told("same", LIN, TAO))
    assert states(rulings) == ["applied"]
    (lin,) = [thing for thing in found.things if thing.label == "林知远"]
    assert lin.key == LIN
    assert "陶未央" in lin.names
    assert TAO not in {thing.key for thing in found.things}
    assert Link(TAO, "replacedBy", LIN) in found.links
    assert {c.object for c in found.claims if c.subject == LIN and c.predicate == "holds"} == {MAYOR, SECRETARY}
    assert found.tenures == tenures(found)


def test_of_one_body_the_posts_of_one_title_are_one() -> None:
    mayor = Key("Post", "青石市市长", "x")
    given = facts()
    post = next(t for t in given.things if t.key == MAYOR)._replace(key=mayor, label="青石市市长")
    seat = next(c for c in given.claims if c.subject == MAYOR)._replace(subject=mayor, object=COUNCIL)
    held = next(c for c in given.claims if c.subject == BAI)._replace(object=mayor)
    given = replace(
        given, things=tuple(sorted([*given.things, post])), claims=tuple(sorted([*given.claims, seat, held]))
    )
    found, _ = applied(told("same", GOVERNMENT, COUNCIL), to=given)
    assert {c.subject for c in found.claims if c.object == MAYOR} == {LIN, BAI}
    assert Link(mayor, "replacedBy", MAYOR) in found.links
    assert {c.object for c in found.claims if c.predicate == "postIn"} >= {GOVERNMENT}
    assert COUNCIL not in {c.object for c in found.claims}


def test_everything_that_named_the_other_names_the_one() -> None:
    found, _ = applied(told("same", WATER, GOVERNMENT))
    assert found.documents[0].issuer == WATER or found.documents[1].issuer == WATER
    assert {figure.reporter for figure in found.figures} == {WATER, None}


def test_the_last_decision_on_a_pair_stands_and_the_conflict_is_told() -> None:
    found, rulings = applied(told("same", LIN, TAO), told("different", TAO, LIN))
    assert states(rulings) == ["conflict", "applied"]
    assert "line 3 says different" in rulings[0].note
    assert {LIN, TAO} <= {thing.key for thing in found.things}
    found, rulings = applied(told("different", TAO, LIN), told("same", LIN, TAO))
    assert states(rulings) == ["conflict", "applied"]
    assert TAO not in {thing.key for thing in found.things}


def test_unsure_withdraws() -> None:
    found, rulings = applied(told("same", LIN, TAO), told("unsure", LIN, TAO))
    assert states(rulings) == ["conflict", "applied"]
    assert {LIN, TAO} <= {thing.key for thing in found.things}


def test_a_difference_goes_before_a_chain_of_equations() -> None:
    found, rulings = applied(told("same", LIN, TAO), told("different", LIN, BAI), told("same", TAO, BAI))
    assert states(rulings) == ["applied", "applied", "conflict"]
    assert {LIN, BAI} <= {thing.key for thing in found.things}


def test_chains_end_in_one_thing() -> None:
    found, _ = applied(told("same", TAO, BAI), told("same", LIN, TAO), told("same", BAI, FANG))
    assert {thing.key for thing in found.things} & {LIN, TAO, BAI, FANG} == {LIN}
    assert {Link(given_up, "replacedBy", LIN) for given_up in (TAO, BAI, FANG)} <= set(found.links)


def test_different_is_no_longer_possibly_the_same() -> None:
    given = replace(facts(), links=(Link(LIN, "possiblySame", TAO),))
    assert applied(told("different", TAO, LIN), to=given)[0].links == ()
    assert applied(told("unsure", TAO, LIN), to=given)[0].links == given.links


def test_what_is_not_there_or_not_alike_is_told() -> None:
    _, rulings = applied(told("same", LIN, Key("Person", "无名氏")), told("same", LIN, WATER))
    assert states(rulings) == ["lost", "lost"]
    assert "not in these documents" in rulings[0].note
    assert "cannot be compared" in rulings[1].note


def test_a_decision_on_what_has_another_identity_now_still_holds() -> None:
    old = Key("Person", "林知远", "old")
    given = replace(facts(), links=(Link(old, "replacedBy", LIN),))
    found, rulings = applied(told("rename", old, "林知远（市长）"), to=given)
    assert states(rulings) == ["applied"]
    assert "林知远（市长）" in labels(found)


def test_an_identity_that_was_given_up_can_be_told_apart() -> None:
    old = Key("Person", "林知远", "old")
    given = replace(facts(), links=(Link(old, "replacedBy", LIN),))
    lines = journal(told("different", LIN, old))
    assert decide(lines, given) == {(min(old, LIN), max(old, LIN)): "different"}
    _, rulings = apply(lines, given)  # as if resolve found no document that names them apart
    assert states(rulings) == ["lost"]
    assert "still one thing" in rulings[0].note
    split = replace(facts(), things=tuple(sorted([*facts().things, Thing(old, "林知远")])))
    assert states(apply(lines, split)[1]) == ["applied"]


# One that is two


def halves(given: Facts, label: str) -> list[Thing]:
    return [thing for thing in given.things if thing.label == label]


HERE, THERE = IRIS.document(IDS[JIANGCHUAN]), IRIS.document(IDS[QINGSHI])


def test_what_one_document_says_is_of_another_person() -> None:
    found, rulings = applied(told("split", LIN, THERE))
    assert states(rulings) == ["applied"]
    first, other = sorted(halves(found, "林知远"), key=lambda thing: thing.documents != (IDS[JIANGCHUAN],))
    assert LIN not in {thing.key for thing in found.things}
    assert (first.documents, other.documents) == ((IDS[JIANGCHUAN],), (IDS[QINGSHI],))
    assert {Link(LIN, "replacedBy", first.key), Link(LIN, "replacedBy", other.key)} <= set(found.links)
    assert {claim.evidence[0].document for claim in found.claims if claim.subject == other.key} == {IDS[QINGSHI]}
    assert {claim.evidence[0].document for claim in found.claims if claim.subject == first.key} == {IDS[JIANGCHUAN]}
    assert len(found.claims) == len(facts().claims)
    assert found.tenures == tenures(found)
    assert {tenure.person for tenure in found.tenures} >= {first.key, other.key}


def test_what_rests_on_some_words_is_of_another_person() -> None:
    words = f"{HERE}+{quote_of('市长林知远作报告')}"
    found, rulings = applied(told("split", LIN, words))
    assert states(rulings) == ["applied"]
    other = next(thing for thing in halves(found, "林知远") if thing.documents == (IDS[JIANGCHUAN],))
    assert {c.evidence[0].quote for c in found.claims if other.key in (c.subject, c.object)} == {"市长林知远作报告"}
    assert len(halves(found, "林知远")) == 2


def test_the_posts_of_a_body_go_with_its_halves() -> None:
    held = next(c for c in facts().claims if c.subject == LIN and c.predicate == "holds")
    held = held._replace(subject=GU, object=MAYOR)
    there = held._replace(evidence=(held.evidence[0]._replace(document=IDS[QINGSHI]),))
    given = replace(facts(), claims=tuple(sorted([*facts().claims, there])))
    found, rulings = applied(told("split", GOVERNMENT, THERE), to=given)
    assert states(rulings) == ["applied"]
    seats = {c.subject: c.object for c in found.claims if c.predicate == "postIn" and c.subject.name == MAYOR.name}
    assert len(seats) == len(set(seats.values())) == 2
    holders = {c.subject: c.object for c in found.claims if c.predicate == "holds" and c.object in seats}
    assert holders[GU] != holders[LIN]
    assert {c.object for c in found.claims if c.predicate == "jurisdiction" and c.subject in seats.values()} == {CITY}
    assert {link.object for link in found.links if link.subject == MAYOR} == set(seats)


@pytest.mark.parametrize(
    ("subject", "what", "fault"),
    [
        (LIN, "doc/aaaaaaaaaa", "nothing that is known"),
        (LIN, f"{HERE} {THERE}", "all that is known"),
        (TAO, HERE, "all that is known"),
        (CITY, HERE, "official code"),
        (Key("Person", "无名氏"), HERE, "not in these documents"),
    ],
)
def test_what_cannot_be_split_is_told(subject: Key, what: str, fault: str) -> None:
    found, rulings = applied(told("split", subject, what))
    assert states(rulings) == ["lost"]
    assert fault in rulings[0].note
    assert found == facts()


def test_a_half_can_be_split_again_renamed_and_made_the_same_as_another() -> None:
    first = told("split", LIN, THERE)
    keys = [thing.key for thing in halves(applied(first)[0], "林知远") if thing.documents == (IDS[QINGSHI],)]
    found, rulings = applied(first, told("same", GU, keys[0]), told("rename", keys[0], "顾行之（原名林知远）"))
    assert states(rulings) == ["applied", "applied", "applied"]
    assert "顾行之（原名林知远）" in labels(found)
    assert Link(keys[0], "replacedBy", GU) in found.links
    assert len(halves(found, "林知远")) == 1


def test_a_decision_on_what_was_split_is_told() -> None:
    _, rulings = applied(told("split", LIN, THERE), told("rename", LIN, "林某"), told("same", TAO, LIN))
    assert states(rulings) == ["applied", "lost", "lost"]
    assert all("was split by line 2" in ruling.note for ruling in rulings[1:])


def test_the_halves_have_the_same_identity_whatever_else_is_there() -> None:
    decision = told("split", LIN, THERE)
    smaller = Key("Person", "林知远", "")
    moved = replace(substituted(facts(), {LIN: smaller}), links=(Link(LIN, "replacedBy", smaller),))
    assert {thing.key for thing in halves(applied(decision)[0], "林知远")} == {
        thing.key for thing in halves(applied(decision, to=moved)[0], "林知远")
    }


# One that is none


def test_no_such_thing_takes_along_what_was_said_of_it() -> None:
    found, rulings = applied(told("no-such-thing", LIN))
    assert states(rulings) == ["applied"]
    assert LIN not in {thing.key for thing in found.things}
    assert not [claim for claim in found.claims if LIN in (claim.subject, claim.object)]
    lost = len(facts().claims) - len(found.claims)
    assert rulings[0].note == f"with it went 0 posts, {lost} claims, 0 figures"
    assert found.tenures == tenures(found)
    assert LIN not in {tenure.person for tenure in found.tenures}


def test_no_such_body_has_no_posts_and_issues_nothing() -> None:
    given = replace(facts(), documents=tuple(replace(each, issuer=GOVERNMENT) for each in facts().documents))
    found, rulings = applied(told("no-such-thing", GOVERNMENT), to=given)
    assert not {MAYOR, GOVERNMENT} & {thing.key for thing in found.things}
    assert {document.issuer for document in found.documents} == {None}
    assert GOVERNMENT not in {figure.reporter for figure in found.figures}
    assert "1 post," in rulings[0].note
    assert LIN in {thing.key for thing in found.things}


def test_what_is_no_thing_takes_its_figures_along() -> None:
    found, rulings = applied(told("no-such-thing", RIVERS))
    assert RIVERS not in {figure.about for figure in found.figures}
    assert f"{len(facts().figures) - len(found.figures)} figure" in rulings[0].note


def test_a_decision_on_what_is_no_thing_is_told() -> None:
    _, rulings = applied(told("no-such-thing", LIN), told("rename", LIN, "林某"), told("no-such-thing", LIN))
    assert states(rulings) == ["applied", "lost", "lost"]
    assert "line 2 says that there is no such thing" in rulings[1].note


# Single facts


def test_not_a_fact_strikes_what_rests_on_these_words() -> None:
    words = "市长林知远作报告"
    decision = told("not-a-fact", LIN, MAYOR, "holds", evidence=(quote_of(words),))
    found, rulings = applied(decision)
    assert states(rulings) == ["applied"]
    held = [claim for claim in found.claims if claim.predicate == "holds" and claim.subject == LIN]
    assert [claim.evidence[0].quote for claim in held] == ["林知远（江川市市长）"]
    assert found.tenures == tenures(found)


def test_not_a_fact_holds_whatever_the_rule_is_called() -> None:
    given = facts()
    renamed = tuple(claim._replace(rule="another rule", certainty="inferred") for claim in given.claims)
    decision = told("not-a-fact", SESSION, TAO, "attendee", evidence=(quote_of("市委书记陶未央出席"),))
    found, rulings = applied(decision, to=replace(given, claims=renamed))
    assert states(rulings) == ["applied"]
    assert TAO not in {claim.object for claim in found.claims}


def test_not_a_fact_on_a_figure() -> None:
    decision = told("not-a-fact", RIVERS, figure_of("12000", "名"), "figure", evidence=(quote_of("选派1.2万名干部"),))
    found, rulings = applied(decision)
    assert states(rulings) == ["applied"]
    assert [figure.value for figure in found.figures] == ["458000000"]


def test_not_a_fact_of_which_nobody_speaks_any_more_is_told() -> None:
    decision = told("not-a-fact", LIN, MAYOR, "holds", evidence=("doc/aaaaaaaaaa", quote_of("别的话")))
    found, rulings = applied(decision)
    assert states(rulings) == ["lost"]
    assert "1 of the 1 documents" in rulings[0].note
    assert found == facts()


def test_rename_keeps_the_identity_and_the_old_name() -> None:
    found, rulings = applied(told("rename", WATER, "江川市水务局"))
    assert states(rulings) == ["applied"]
    (water,) = [thing for thing in found.things if thing.key == WATER]
    assert water.label == "江川市水务局"
    assert "江川市水利局" in water.names


def test_add_is_a_claim_with_its_line_as_source() -> None:
    decision = told("add", TAO, DIRECTOR, "holds")
    found, rulings = applied(decision)
    assert states(rulings) == ["applied"]
    (claim,) = set(found.claims) - set(facts().claims)
    assert (claim.subject, claim.object, claim.certainty, claim.rule) == (TAO, DIRECTOR, "corrected", "correction")
    (evidence,) = claim.evidence
    assert evidence.quote == "看过原文"
    assert decision.text()[evidence.start : evidence.end] == evidence.quote
    (document,) = set(found.documents) - set(facts().documents)
    assert document.name == "corrections.tsv:2"
    assert document.id == evidence.document


@pytest.mark.parametrize(
    ("subject", "relation", "target"),
    [(LIN, "holds", WATER), (WATER, "holds", MAYOR), (RULES, "participant", WATER), (LIN, "sings", MAYOR)],
)
def test_add_knows_what_a_relation_joins(subject: Key, relation: str, target: Key) -> None:
    found, rulings = applied(told("add", subject, target, relation))
    assert states(rulings) == ["lost"]
    assert found == facts()


def test_a_decision_made_on_a_text_that_has_changed_is_told() -> None:
    here = IRIS.document(IDS[JIANGCHUAN])
    _, rulings = applied(
        told("rename", WATER, "甲", evidence=(here,)), told("rename", WATER, "乙", evidence=("doc/x",))
    )
    assert states(rulings) == ["applied", "stale"]
    assert "applied, but 1 of the 1 documents" in rulings[1].note


def test_nothing_decided_changes_nothing() -> None:
    assert apply(Journal(), facts()) == (facts(), ())
    assert decide(Journal(), facts()) == {}


# The whole way

MEETING = "2024年3月5日，吉林市人民政府市长王吉出席会议。"
OTHER = "2024年3月5日，三门峡市人民政府市长王吉出席会议。"


def built(tmp_path: Path, out: str, *lines: Decision, texts: tuple[str, ...] = (MEETING, OTHER)) -> Path:
    documents = tmp_path / "in"
    documents.mkdir(exist_ok=True)
    for path in documents.iterdir():
        path.unlink()
    for number, text in enumerate(texts):
        (documents / f"{number}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "corrections.tsv"
    for line in lines:
        append(path, line)
    govgraph.build([documents], tmp_path / out, Settings(corrections=path if path.exists() else None))
    return tmp_path / out


def people(out: Path) -> dict[str, str]:
    rows = govgraph.load(out).store.query(
        "PREFIX gg: <https://w3id.org/govgraph/ns#> SELECT ?p ?l WHERE { ?p a gg:Person ; "
        "<http://www.w3.org/2000/01/rdf-schema#label> ?l }"
    )
    return {"/".join(row["p"].value.split("/")[-2:]): row["l"].value for row in rows}  # type: ignore[union-attr]


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def report(out: Path) -> dict[str, object]:
    return json.loads((out / "report.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def decided(decision: str, subject: str, target: str, relation: str = "") -> Decision:
    return Decision("2024-03-05T08:00:00Z", "林", decision, subject, relation, target, "看过原文")


def test_corrections_stick_to_every_build(tmp_path: Path) -> None:
    one, two = sorted(people(built(tmp_path, "a")))
    assert len({one, two}) == 2
    merged = built(tmp_path, "b", decided("same", one, two))
    assert len(people(merged)) == 1
    assert list(people(merged)) in ([one], [two])
    again = built(tmp_path, "b", decided("rename", one, "王吉同志"))
    assert list(people(again).values()) == ["王吉同志"]
    apart = built(tmp_path, "b", decided("different", one, two))
    assert len(people(apart)) == 2
    assert [row["state"] for row in report(apart)["corrections"]] == ["conflict", "applied", "applied"]  # type: ignore[attr-defined]


def test_a_correction_keeps_the_old_identity_in_the_graph(tmp_path: Path) -> None:
    one, two = sorted(people(built(tmp_path, "a")))
    out = built(tmp_path, "b", decided("same", one, two))
    graph = (out / "graph.ttl").read_text(encoding="utf-8")
    assert "dcterms:replaces" in graph
    assert "dcterms:isReplacedBy" in graph
    (kept,) = people(out)
    (given_up,) = {one, two} - {kept}
    assert given_up.replace("/", ":") in graph


def test_a_split_keeps_the_old_identity_in_the_graph(tmp_path: Path) -> None:
    texts = (MEETING, "2024年6月5日，吉林市人民政府市长王吉主持会议。")
    before = built(tmp_path, "a", texts=texts)
    (whole,) = people(before)
    (document,) = [each["iri"] for each in table(before, "documents") if each["document"] == "1.txt"]
    out = built(tmp_path, "b", decided("split", whole, "/".join(document.split("/")[-2:])), texts=texts)
    parts = sorted(people(out))
    assert len(parts) == 2
    assert whole not in parts
    rows = govgraph.load(out).store.query(
        "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new . "
        "?new dcterms:replaces ?old }"
    )
    ends = {tuple("/".join(row[each].value.split("/")[-2:]) for each in ("old", "new")) for row in rows}  # type: ignore[union-attr]
    assert {(whole, part) for part in parts} <= ends
    assert verify(out).holds
    assert check(out) == ()
    assert not [change for change in diff(govgraph.load(before), govgraph.load(out)) if change.kind == "Tenure"]


def test_no_such_thing_is_in_no_graph_and_comes_back(tmp_path: Path) -> None:
    (person,) = people(built(tmp_path, "a", texts=(MEETING,)))
    out = built(tmp_path, "b", decided("no-such-thing", person, ""), texts=(MEETING,))
    assert people(out) == {}
    assert "with it went" in str(report(out)["corrections"])
    assert "with it went" in (out / "report.html").read_text(encoding="utf-8")
    assert verify(out).holds
    assert check(out) == ()
    (tmp_path / "corrections.tsv").unlink()
    assert people(built(tmp_path, "b", texts=(MEETING,))) == {person: "王吉"}


def test_the_file_is_named_by_its_hash_in_the_manifest(tmp_path: Path) -> None:
    one, two = sorted(people(built(tmp_path, "a")))
    out = built(tmp_path, "b", decided("unsure", one, two))
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["corrections"] == read(tmp_path / "corrections.tsv").sha256


def test_a_correction_outlives_its_document_and_comes_back_with_it(tmp_path: Path) -> None:
    one, two = sorted(people(built(tmp_path, "a")))
    built(tmp_path, "b", decided("same", one, two))
    alone = built(tmp_path, "b", texts=(MEETING,))
    assert [row["state"] for row in report(alone)["corrections"]] == ["lost"]  # type: ignore[attr-defined]
    back = built(tmp_path, "b")
    assert len(people(back)) == 1


def test_an_added_fact_is_in_the_graph_with_its_source(tmp_path: Path) -> None:
    texts = (MEETING, "三门峡市财政局局长李明出席会议。")
    before = built(tmp_path, "a", texts=texts)
    (person,) = [end for end, label in people(before).items() if label == "王吉"]
    rows = govgraph.load(before).store.query(
        "PREFIX gg: <https://w3id.org/govgraph/ns#> SELECT ?p WHERE { ?p a gg:Post ; gg:title '局长'@zh }"
    )
    (post,) = ["/".join(row["p"].value.split("/")[-2:]) for row in rows]  # type: ignore[union-attr]
    out = built(tmp_path, "b", decided("add", person, post, "holds"), texts=texts)
    graph = (out / "graph.ttl").read_text(encoding="utf-8")
    assert "code:certainty-corrected a skos:Concept" in graph
    assert '"corrections.tsv:2"' in graph
    assert verify(out).holds
    assert check(out) == ()


def test_the_report_shows_what_became_of_each_line(tmp_path: Path) -> None:
    one, two = sorted(people(built(tmp_path, "a")))
    (tmp_path / "corrections.tsv").write_text("一行<坏的>\n", encoding="utf-8")
    out = built(tmp_path, "b", decided("same", one, two))
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "人工更正" in page
    assert "一行&lt;坏的&gt;" in page
    assert any("corrections.tsv:1: damaged" in str(each) for each in report(out)["warnings"])  # type: ignore[attr-defined]
