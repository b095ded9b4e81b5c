"""Items as they are typed or pasted, and where they come to stand."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.dialogue import AgendaItem, DialogueId, ItemKind
from dialogueprep.domain.timetable import starts
from dialogueprep.domain.typed_placing import Place, Placing
from dialogueprep.domain.typed_programme import MOST_LINES, TypedProgramme, kind_in, read_typed

FIRST = date(2026, 11, 12)


def read(text: str, days: int = 2) -> TypedProgramme:
    return read_typed(text, FIRST, days)


@pytest.mark.parametrize(
    ("line", "title", "start", "minutes"),
    [
        ("Opening remarks 15", "Opening remarks", None, 15),
        ("Ports 1:30", "Ports", None, 90),
        ("Ports 1h30", "Ports", None, 90),
        ("Ports 1 h", "Ports", None, 60),
        ("Keynote (20 min)", "Keynote", None, 20),
        ("12:30 Lunch", "Lunch", 750, None),
        ("12:30-13:30 Lunch", "Lunch", 750, 60),
        ("Lunch 12:30", "Lunch", 750, None),
        ("Opening dinner at 18:30", "Opening dinner", 1110, None),
        ("Dinner 22:00-00:30", "Dinner", 1320, 150),
        ("Session 3: Ports 90", "Ports", None, 90),
        ("3A Ports 90", "Ports", None, 90),
        ("Track 1.5 60", "Track 1.5", None, 60),
        ("1.5 track dialogue 90", "1.5 track dialogue", None, 90),
        ("1. Ports 90", "Ports", None, 90),
        ("1.Ports 90", "Ports", None, 90),
        ("Session 1: Article 10", "Article 10", None, None),
        ("Article 10 60", "Article 10", None, 60),
        ("Annex 15 min", "Annex", None, 15),
        ("RCEP at 5", "RCEP at 5", None, None),
        ("茶歇20分钟", "茶歇", None, 20),
        ("討議 1時間30分", "討議", None, 90),
        ("기조연설 30분", "기조연설", None, 30),
        ("第四场：港口合作 90分钟", "港口合作", None, 90),
    ],
)
def test_a_line_has_a_title_and_may_have_a_time_and_a_length(
    line: str, title: str, start: int | None, minutes: int | None
) -> None:
    (typed,) = read(line).items
    assert (typed.title, typed.start, typed.minutes) == (title, start, minutes)


@pytest.mark.parametrize("title", ["Article 9", "Session 3", "Vision 2030", "G20", "Coffee"])
def test_a_number_in_a_title_is_no_length(title: str) -> None:
    assert [(t.title, t.minutes) for t in read(title).items] == [(title, None)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Coffee", ItemKind.BREAK), ("Opening dinner", ItemKind.MEAL),
        ("Opening remarks", ItemKind.OPENING), ("Breakout: ports", ItemKind.BREAKOUT),
        ("Report back", ItemKind.REPORT_BACK), ("Closing", ItemKind.NEXT_STEPS),
        ("主旨演讲", ItemKind.PRESENTATION), ("Ageing", ItemKind.DISCUSSION),
        ("Delegation meetings", ItemKind.DELEGATION_MEETING), ("Group photo", ItemKind.LOGISTICS),
        ("환영사", ItemKind.OPENING), ("Closing remarks", ItemKind.NEXT_STEPS),
    ],
)  # fmt: skip
def test_the_words_of_a_title_say_its_kind(title: str, kind: ItemKind) -> None:
    assert kind_in(title) is kind


PROGRAMME = """Day 1
09:00-09:20 Opening
09:20 Session 1: Trust
Moderator: CN
- What does each side need?
10:40 Coffee
11:00 3A: Ports
11:00 3B: Stockpiles
12:30 Lunch

13 November
9:00 Ageing
"""


def test_the_lines_of_a_programme_become_days_groups_and_questions() -> None:
    found = read(PROGRAMME, days=1)
    assert [(t.day, t.title, t.minutes, t.beside) for t in found.items] == [
        (0, "Opening", 20, False), (0, "Trust", 80, False), (0, "Coffee", 20, False),
        (0, "Ports", 90, False), (0, "Stockpiles", 90, True), (0, "Lunch", None, False),
        (1, "Ageing", None, False),
    ]  # fmt: skip
    assert found.items[1].questions == ("What does each side need?",)
    assert [t.kind for t in found.items[3:5]] == [ItemKind.BREAKOUT] * 2
    assert found.left_out == ("Moderator: CN",)


def test_a_question_before_any_item_is_for_the_one_that_is_there() -> None:
    assert read("? Who pays").asked == ("Who pays",)
    assert read("Who pays?").asked == ("Who pays?",)


def test_lines_after_the_most_that_are_read_are_left_out_by_name() -> None:
    found = read("\n".join(f"Item n{n} 30" for n in range(MOST_LINES + 2)))
    assert len(found.items) == MOST_LINES
    assert found.left_out == ("Item n500 30", "Item n501 30")


def placing(first: int = 0) -> Placing:
    number = count(first)
    return Placing(DialogueId("d"), "en", (), lambda: f"n{next(number)}")


def placed(text: str, items: tuple[AgendaItem, ...] = ()) -> tuple[AgendaItem, ...]:
    return placing().placed(items, read(text).items, Place())[0]


def test_items_follow_on_unless_their_time_asks_for_an_anchor() -> None:
    items = placed("09:00 Opening 30\n09:30 Trust 60\n11:00 Ports 60\n12:00 Lunch")
    assert [i.anchor for i in items] == [None, None, 660, 720]
    assert [s.start for s in starts(items).slots] == [540, 570, 660, 720]


def test_what_has_no_length_is_as_long_as_the_last_of_its_kind() -> None:
    items = placed("Trust 90\nCoffee\nPorts\n+ Stockpiles\nDinner")
    assert [i.minutes for i in items] == [90, 20, 90, 90, 120]
    assert [i.lane for i in items] == [0, 0, 1, 2, 0]
    assert [i.kind for i in items[2:4]] == [ItemKind.BREAKOUT] * 2


def test_an_item_with_a_time_stands_in_time_order() -> None:
    there = placed("Opening 30\nTrust 60\nPorts 60")
    items = placing(9).placed(there, read("10:00 Coffee 15").items, Place(there[-1].id))[0]
    assert [i.titles.best("en") for i in items] == ["Opening", "Trust", "Coffee", "Ports"]


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from(list("Day2 1093:5+?-－\n時分h.Apm上午")), max_size=60))
def test_whatever_is_typed_is_read_and_placed(text: str) -> None:
    found = read(text)
    items = placing().placed((), [t for t in found.items if not t.beside], Place())[0]
    assert all(5 <= i.minutes <= 720 and i.titles for i in items)
    assert all(s.item.anchor in (None, s.start) for s in starts(items).slots)
