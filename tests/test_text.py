"""The laws of text that remembers its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.text import EVERY_SECOND, Edit, Span, Text

SOURCES = st.text(alphabet="市长王吉，。 \n2０ab", max_size=40)


@st.composite
def edits_of(draw: st.DrawFn, size: int) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, size), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [Edit(start, end, draw(st.text(alphabet="甲乙，x", max_size=3))) for start, end in pairs]


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[str, Text]:
    source = draw(SOURCES)
    text = Text.of(source)
    for _ in range(draw(st.integers(0, 3))):
        text = text.rewrite(draw(edits_of(len(text))))
    return source, text


@st.composite
def removed(draw: st.DrawFn) -> tuple[str, Text]:
    """A text from which things were only taken away."""
    source = draw(SOURCES)
    text = Text.of(source)
    for _ in range(draw(st.integers(0, 3))):
        text = text.rewrite(edit._replace(new="") for edit in draw(edits_of(len(text))))
    return source, text


@given(rewritten())
def test_pieces_cover_the_string_and_stay_in_the_source(made: tuple[str, Text]) -> None:
    source, text = made
    at = 0
    for piece in text.pieces:
        assert piece.at == at
        assert piece.size > 0
        assert 0 <= piece.start <= piece.end <= len(source)
        at += piece.size
    assert at == len(text.string)


@given(rewritten(), st.data())
def test_every_range_maps_into_the_source(made: tuple[str, Text], data: st.DataObject) -> None:
    source, text = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for span in text.to_source(start, end):
        assert 0 <= span.start < span.end <= len(source)


@given(SOURCES, st.data())
def test_rewrite_is_string_replacement(source: str, data: st.DataObject) -> None:
    edits = data.draw(edits_of(len(source)))
    expected, done = "", 0
    for edit in edits:
        expected += source[done : edit.start] + edit.new
        done = edit.end
    assert Text.of(source).rewrite(edits).string == expected + source[done:]


@given(SOURCES, st.data())
def test_identity_outside_edits(source: str, data: st.DataObject) -> None:
    edits = data.draw(edits_of(len(source)))
    text = Text.of(source).rewrite(edits)
    touched = {position for edit in edits for position in range(edit.start, edit.end)}
    for piece in text.pieces:
        if piece.verbatim and touched.isdisjoint(range(piece.start, piece.end)):
            assert text.string[piece.at : piece.at + piece.size] == source[piece.start : piece.end]


@given(removed())
def test_what_is_kept_is_the_source_itself(made: tuple[str, Text]) -> None:
    source, text = made
    for position, character in enumerate(text.string):
        (span,) = text.to_source(position, position + 1)
        assert source[span.start : span.end] == character
        assert text.within(span) == character


@given(removed(), st.data())
def test_within_undoes_to_source(made: tuple[str, Text], data: st.DataObject) -> None:
    _, text = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = text.to_source(start, end)
    assert "".join(text.within(span) for span in spans) == text.string[start:end]


@given(SOURCES, st.data())
def test_two_rewrites_are_one_mapping_through_both(source: str, data: st.DataObject) -> None:
    first = Text.of(source).rewrite(edit._replace(new="") for edit in data.draw(edits_of(len(source))))
    edits = [edit._replace(new="") for edit in data.draw(edits_of(len(first)))]
    both = first.rewrite(edits)
    alone = Text.of(first.string).rewrite(edits)
    for position in range(len(both)):
        (middle,) = alone.to_source(position, position + 1)
        assert both.to_source(position, position + 1) == first.to_source(middle.start, middle.end)


@given(rewritten(), st.data())
def test_slice_and_join_are_inverse(made: tuple[str, Text], data: st.DataObject) -> None:
    _, text = made
    cut = data.draw(st.integers(0, len(text)))
    left, right = text.slice(0, cut), text.slice(cut, len(text))
    joined = text.join([[(0, cut), (cut, len(text))]], "")
    assert left.string + right.string == joined.string == text.string
    for position in range(len(text)):
        assert joined.to_source(position, position + 1) == text.to_source(position, position + 1)


@given(rewritten(), st.data())
def test_a_slice_maps_as_the_whole(made: tuple[str, Text], data: st.DataObject) -> None:
    _, text = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text.slice(start, end)
    for position in range(len(part)):
        assert part.to_source(position, position + 1) == text.to_source(start + position, start + position + 1)


@given(removed())
def test_joined_in_any_order_every_sentence_is_found_again(made: tuple[str, Text]) -> None:
    _, text = made
    lines = [text.slice(at, min(at + 3, len(text))) for at in range(0, len(text), 3)]
    turned = text.join([[(at, min(at + 3, len(text)))] for at in range(0, len(text), 3)][::-1], "\n")
    at = 0
    for line in lines[::-1]:
        spans = turned.to_source(at, at + len(line))
        assert "".join(turned.within(span) for span in spans) == line.string
        at += len(line) + 1


@given(SOURCES)
@settings(max_examples=30)
def test_translate_keeps_the_map(source: str) -> None:
    text = Text.of(source).translate({ord("０"): "0"})
    assert text.string == source.replace("０", "0")
    assert text.pieces == Text.of(source).pieces


def test_translate_refuses_to_change_the_length() -> None:
    with pytest.raises(ValueError, match="one character to one character"):
        Text.of("㎢").translate({ord("㎢"): "km²"})


@pytest.mark.parametrize(
    "edits", [[Edit(3, 4, ""), Edit(1, 2, "")], [Edit(0, 2, ""), Edit(1, 3, "")], [Edit(2, 9, "")]]
)
def test_edits_out_of_order_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="in order and inside"):
        Text.of("市长王吉").rewrite(edits)


@pytest.mark.parametrize("first", [[], [Edit(2, 3, "km²")]])
def test_characters_that_stay_one_by_one_keep_their_places(first: list[Edit]) -> None:
    text = Text.of("面 ㎢ 积 5").rewrite(first)
    places = [at for at, sign in enumerate(text.string) if sign == " "]
    edges = (places[1], places[-1] + 2)
    assert text.rewrite([(*edges, EVERY_SECOND)]) == text.rewrite(Edit(at, at + 1, "") for at in places[1:])


def test_a_run_that_changes_length_stands_for_its_whole_source() -> None:
    text = Text.of("面积5㎢。").rewrite([Edit(3, 4, "km²")])
    assert text.to_source(3, 4) == (Span(3, 4),)
    assert text.within(Span(3, 4)) == "km²"


def test_what_repair_removed_is_inside_the_span() -> None:
    text = Text.of("骆旭\n—５—\n东说").rewrite([Edit(2, 7, "")])
    assert text.to_source(0, 3) == (Span(0, 8),)
    assert text.within(Span(0, 8)) == "骆旭东"


def test_what_was_moved_elsewhere_splits_the_span() -> None:
    whole = Text.of("前半（图）后半")
    text = whole.join([[(0, 2), (5, 7)], [(2, 5)]], "\n")
    assert text.string == "前半后半\n（图）"
    assert text.to_source(0, 4) == (Span(0, 2), Span(5, 7))


def test_an_inserted_separator_has_no_source() -> None:
    text = Text.of("甲（图）乙").join([[(0, 1)], [(4, 5)]], "\n")
    assert text.to_source(1, 2) == ()
    assert text.to_source(0, 3) == (Span(0, 5),)
