"""An outline that is pasted keeps its words and what stands under what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogueprep.domain.outlines import lines_of

WORDS = st.text("abc語 말-", min_size=1, max_size=8).map(str.strip).filter(lambda w: w.isalnum())
OUTLINE = st.lists(st.tuples(WORDS, st.integers(0, 6)), max_size=12)


def seen(text: str, deepest: int = 3) -> list[str]:
    """Return the lines as an outline, a full stop for each step to the right."""
    return ["." * line.depth + line.words for line in lines_of(text, deepest)]


def test_lines_are_read_with_spaces_tabs_and_signs_of_lists() -> None:
    text = "- fees fall\n  - ports first\n\n\t\t* then roads\n- 其他\n\u3000・港口\n•한국 측\n–\n"
    assert seen(text) == ["fees fall", ".ports first", "..then roads", "其他", ".港口", "한국 측"]


def test_a_step_back_is_a_step_back_to_where_that_one_began() -> None:
    assert seen("a\n    b\n      c\n    d\ne") == ["a", ".b", "..c", ".d", "e"]


def test_words_that_begin_with_a_sign_keep_it() -> None:
    assert seen("-5 percent\n*urgent* matter\n2. second") == [
        "-5 percent",
        "*urgent* matter",
        "2. second",
    ]


def test_all_in_from_the_left_is_not_deep() -> None:
    assert seen("    a\n    b\n  c") == ["a", "b", "c"]


@given(OUTLINE, st.integers(0, 3), st.sampled_from(["", "- ", "• "]))
def test_no_words_are_lost_and_no_line_is_deeper_than_one_below_the_last(
    outline: list[tuple[str, int]], deepest: int, sign: str
) -> None:
    text = "\n".join(" " * depth + sign + words for words, depth in outline)
    found = lines_of(text, deepest)
    assert [line.words for line in found] == [words for words, _depth in outline]
    depths = [line.depth for line in found]
    assert all(0 <= depth <= deepest for depth in depths)
    assert all(b <= a + 1 for a, b in zip([-1, *depths], depths, strict=False))


@given(OUTLINE)
def test_an_outline_that_is_written_out_is_read_as_it_was(outline: list[tuple[str, int]]) -> None:
    text = "\n".join(" " * depth + words for words, depth in outline)
    once = lines_of(text, 9)
    again = lines_of("\n".join("\t" * line.depth + line.words for line in once), 9)
    assert again == once
