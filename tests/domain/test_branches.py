from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain import branches
from dialogueprep.domain.dialogue import ItemId, QuestionId
from dialogueprep.domain.notes import Note, NoteId, NoteKind

QUESTIONS = [QuestionId("q1"), QuestionId("q2")]


def lines(*written: str) -> list[Note]:
    """Return notes of which each is as far to the right as it has full stops before it."""
    return [line(w.lstrip("."), len(w) - len(w.lstrip("."))) for w in written]


def line(name: str, indent: int = 0, question: str = "q1", aside: bool = False) -> Note:
    return Note(
        id=NoteId(name), item=ItemId("i"), kind=NoteKind.POINT, text=name, indent=indent,
        question=QuestionId(question) if question else None, aside=aside,
    )  # fmt: skip


def moved(notes: Sequence[Note], name: str, by: int) -> str:
    note = next(n for n in notes if n.id == name)
    return " ".join(branches.moved(notes, note, by))


def test_a_note_moves_with_what_stands_under_it_past_the_same() -> None:
    there = lines("a", ".a1", "b", ".b1", "..b2", "c")
    assert moved(there, "b", -1) == "b b1 b2 a a1 c"
    assert moved(there, "a", 1) == "b b1 b2 a a1 c"
    assert moved(there, "c", -1) == "a a1 c b b1 b2"
    assert moved(there, "a", -1) == moved(there, "c", 1) == "a a1 b b1 b2 c"


def test_out_of_what_it_stands_under_a_note_moves_a_line_at_a_time() -> None:
    there = lines("a", ".a1", ".a2", "b", ".b1")
    assert moved(there, "a2", 1) == "a a1 b a2 b1"
    assert moved(there, "b1", -1) == "a a1 a2 b1 b"


def test_what_is_set_aside_or_of_another_question_is_passed_over() -> None:
    there = [line("a"), line("x", aside=True), line("other", question="q2"), line("b")]
    assert moved(there, "b", -1) == "b a x other"


def above(notes: Sequence[Note]) -> dict[NoteId, NoteId | None]:
    """Return what each note that is seen stands under."""
    found: dict[NoteId, NoteId | None] = {}
    for question in dict.fromkeys(n.question for n in notes):
        seen = [n for n in notes if n.question == question and not n.aside]
        for at, note in enumerate(seen):
            over = (b for b in reversed(seen[:at]) if b.indent < note.indent)
            found[note.id] = next((b.id for b in over), None)
    return found


@st.composite
def items(draw: st.DrawFn) -> list[Note]:
    many = draw(st.integers(0, 12))
    return [
        line(
            f"n{n}",
            draw(st.integers(0, 3)),
            draw(st.sampled_from(["q1", "q2"])),
            draw(st.sampled_from([False, False, False, True])),
        )
        for n in range(many)
    ]


@given(items(), st.integers(0, 99))
@settings(deadline=None, max_examples=200)
def test_shuffled_notes_stand_under_what_they_stood_under(notes: list[Note], seed: int) -> None:
    by_id = {n.id: n for n in notes}
    order = branches.shuffled(notes, QUESTIONS, random.Random(seed))
    after = [by_id[i] for i in order]
    assert sorted(order) == sorted(by_id)
    assert [n.question for n in after] == sorted(n.question or "" for n in notes)
    assert above(after) == above(notes)


def test_how_questions_took_turns_while_typing_is_not_told() -> None:
    """The one note of the second question was typed third; under no question stands one more."""
    there = [
        line("a"),
        line("b"),
        line("only", question="q2"),
        line("c"),
        line("none", question=""),
    ]
    orders = {tuple(branches.shuffled(there, QUESTIONS, random.Random(n))) for n in range(60)}
    assert {order[3:] for order in orders} == {("only", "none")}
    assert len(orders) == 6
    turned = [there[n] for n in (2, 4, 3, 0, 1)]
    assert orders == {
        tuple(branches.shuffled(turned, QUESTIONS, random.Random(n))) for n in range(60)
    }


def test_every_order_of_notes_side_by_side_can_come_of_shuffling() -> None:
    there = lines("a", ".a1", ".a2", "b")
    seen = {" ".join(branches.shuffled(there, QUESTIONS, random.Random(n))) for n in range(60)}
    assert seen == {"a a1 a2 b", "a a2 a1 b", "b a a1 a2", "b a a2 a1"}


@given(items(), st.integers(0, 11), st.sampled_from([-1, 1]))
@settings(deadline=None, max_examples=200)
def test_a_moved_note_keeps_what_stands_under_it(notes: list[Note], at: int, by: int) -> None:
    if at >= len(notes) or notes[at].aside:
        return
    by_id = {n.id: n for n in notes}
    order = branches.moved(notes, notes[at], by)
    after = [by_id[i] for i in order]
    assert sorted(order) == sorted(by_id)
    assert {n.id for n in branches.under(after, notes[at])} >= {
        n.id for n in branches.under(notes, notes[at])
    }


def test_a_note_moves_past_the_next_that_is_shown() -> None:
    there = lines("a", "b", ".b1", "c", "..c1", "d")

    def past(name: str, by: int, *shown: str) -> str:
        note = next(n for n in there if n.id == name)
        return " ".join(branches.moved_past(there, note, by, {NoteId(s) for s in shown}))

    assert past("d", -1, "a", "d") == "d a b b1 c c1"
    assert past("a", 1, "a", "c") == "b b1 c c1 a d"
    assert past("a", 1, "a", "c1") == "b b1 c c1 a d"
    assert past("b", 1, "b", "b1") == past("d", -1, "d") == "a b b1 c c1 d"


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9), st.data())
def test_where_all_are_shown_a_note_moves_past_the_one_beside_it(
    indents: list[int], data: st.DataObject
) -> None:
    there = [line(f"n{at}", indent) for at, indent in enumerate(indents)]
    note = data.draw(st.sampled_from(there))
    for by in (-1, 1):
        shown = [n.id for n in there]
        assert branches.moved_past(there, note, by, shown) == branches.moved(there, note, by)
