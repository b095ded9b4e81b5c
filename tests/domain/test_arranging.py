from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain import arranging
from dialogueprep.domain.arranging import LATEST_END, MOST_LANES, Spot
from dialogueprep.domain.dialogue import AgendaItem, DayHours, DialogueId, ItemId, ItemKind
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts

TALK, PAUSE, MEAL = ItemKind.DISCUSSION, ItemKind.BREAK, ItemKind.MEAL


def item(
    name: str, day: int = 0, lane: int = 0, kind: ItemKind = TALK, **more: int | None
) -> AgendaItem:
    return AgendaItem(
        id=ItemId(name),
        dialogue=DialogueId("d"),
        kind=kind,
        titles=Texts.of(en=name),
        day=day,
        lane=lane,
        minutes=more.get("minutes") or 60,
        anchor=more.get("anchor"),
    )


def shown(items: Sequence[AgendaItem]) -> str:
    """The agenda in short: days by |, lanes by +."""
    days = sorted({i.day for i in items})
    rows = (arranging.rows_of(items, d) for d in days)
    return " | ".join(" ".join("+".join(i.id for i in row) for row in day) for day in rows)


AGENDA = (item("a"), item("b", lane=1), item("c", lane=2), item("d"), item("e", day=1))


@pytest.mark.parametrize(
    ("moved", "spot", "expected"),
    [
        ("d", Spot(0, ItemId("a")), "d a b+c | e"),
        ("a", Spot(1), "b+c d | e a"),
        ("e", Spot(0, ItemId("b")), "a e b+c d"),
        ("c", Spot(0), "a b d c | e"),
        ("a", Spot(0, beside=ItemId("c")), "b+c+a d | e"),
        ("e", Spot(0, beside=ItemId("d")), "a b+c d+e"),
        ("a", Spot(4), "b+c d | e | a"),
    ],
)
def test_an_item_stands_where_it_is_put(moved: str, spot: Spot, expected: str) -> None:
    it = next(i for i in AGENDA if i.id == moved)
    assert shown(arranging.arranged(AGENDA, it, spot)) == expected


def test_what_is_left_alone_of_a_row_gets_the_whole_room() -> None:
    assert [i.lane for i in arranging.removed(AGENDA, [ItemId("b")])] == [0, 0, 0, 0]


def test_neighbouring_rows_of_lanes_stay_apart_when_one_shrinks() -> None:
    two = (item("a", lane=1), item("b", lane=2), item("c", lane=1), item("d", lane=2))
    assert shown(arranging.removed(two, [ItemId("a")])) == "b c+d"


def test_a_break_cannot_stand_in_a_lane() -> None:
    coffee = item("x", kind=PAUSE)
    with pytest.raises(Refused, match="lane-for-talk"):
        arranging.arranged((*AGENDA, coffee), coffee, Spot(0, beside=ItemId("a")))


def test_there_are_only_so_many_lanes() -> None:
    full = tuple(item(str(n), lane=n + 1) for n in range(MOST_LANES))
    with pytest.raises(Refused, match="lanes-full"):
        arranging.arranged(full, item("x"), Spot(0, beside=ItemId("0")))


def test_what_joins_an_anchored_row_begins_with_it() -> None:
    fixed = item("a", anchor=600)
    placed = arranging.arranged((fixed,), item("x"), Spot(0, beside=ItemId("a")))
    assert [s.start for s in starts(placed).slots] == [600, 600]


@pytest.mark.parametrize(
    ("name", "step", "expected"),
    [("a", -1, None), ("a", 1, "d"), ("d", -1, "b"), ("d", 1, None), ("c", -1, "b"), ("b", 1, "d")],
)
def test_an_item_moves_past_its_neighbour(name: str, step: int, expected: str | None) -> None:
    spot = arranging.past_neighbour(AGENDA, next(i for i in AGENDA if i.id == name), step)
    assert (spot.before if spot else None) == expected


def test_lanes_swap_and_end_at_the_edge() -> None:
    assert shown(arranging.swapped(AGENDA, AGENDA[1], 1)) == "a c+b d | e"
    assert arranging.swapped(AGENDA, AGENDA[2], 1) == ()


def test_a_topic_goes_into_free_time_then_after_the_last_item_then_to_another_day() -> None:
    lunch = item("lunch", kind=MEAL, anchor=720)
    free = starts((item("a"), lunch))
    assert arranging.first_fit(free, 75, 0, 1) == Spot(0, ItemId("lunch"))
    assert arranging.first_fit(starts((item("a"),)), 75, 0, 1) == Spot(0)
    dinner = item("dinner", kind=MEAL, anchor=LATEST_END - 30)
    full = starts((item("a", minutes=560), dinner, item("b", day=1)))
    assert arranging.first_fit(full, 75, 0, 2) == Spot(1)
    assert arranging.first_fit(full, 75, 0, 1) == Spot(0, ItemId("dinner"))


def test_a_topic_keeps_the_end_of_a_day_and_stands_before_what_closes_it() -> None:
    steps, closing = item("steps", kind=ItemKind.NEXT_STEPS), item("closing", kind=ItemKind.OPENING)
    closed = (item("a"), steps, closing)
    assert arranging.first_fit(starts(closed), 75, 0, 1) == Spot(0, ItemId("steps"))
    until_one = starts((*closed, item("b", day=1)), [DayHours(0, ends=13 * 60)])
    assert arranging.first_fit(until_one, 60, 0, 2) == Spot(0, ItemId("steps"))
    assert arranging.first_fit(until_one, 75, 0, 2) == Spot(1)
    assert arranging.first_fit(until_one, 600, 0, 2) == Spot(0, ItemId("steps"))
    opening = starts((item("opening", kind=ItemKind.OPENING),))
    assert arranging.first_fit(opening, 75, 0, 1) == Spot(0)


NAMES = "abcdefgh"


@st.composite
def agendas(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    placed: tuple[AgendaItem, ...] = ()
    for name in NAMES[: draw(st.integers(1, 8))]:
        beside = draw(st.sampled_from([None, *(i.id for i in placed)]))
        day = next((i.day for i in placed if i.id == beside), draw(st.integers(0, 2)))
        try:
            placed = arranging.arranged(placed, item(name), Spot(day, beside=beside))
        except Refused:
            placed = arranging.arranged(placed, item(name), Spot(day))
    return placed


@settings(deadline=None, max_examples=60)
@given(agendas(), st.data())
def test_nothing_is_lost_and_lanes_are_counted_from_one(
    items: tuple[AgendaItem, ...], data: st.DataObject
) -> None:
    it = data.draw(st.sampled_from(items))
    before = data.draw(st.sampled_from([None, *(i.id for i in items if i.id != it.id)]))
    placed = arranging.arranged(items, it, Spot(data.draw(st.integers(0, 2)), before))
    assert sorted(i.id for i in placed) == sorted(i.id for i in items)
    assert [i.day for i in placed] == sorted(i.day for i in placed)
    for day in {i.day for i in placed}:
        for row in arranging.rows_of(placed, day):
            lanes = [i.lane for i in row]
            assert lanes == ([0] if len(row) == 1 else list(range(1, len(row) + 1)))
