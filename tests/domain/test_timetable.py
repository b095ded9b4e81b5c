from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.dialogue import AgendaItem, DayHours, DialogueId, ItemId, ItemKind
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import (
    Overlap,
    Overrun,
    Slot,
    Timetable,
    parallel_groups,
    starts,
)


def item(
    name: str,
    minutes: int,
    *,
    anchor: int | None = None,
    lane: int = 0,
    day: int = 0,
    kind: ItemKind = ItemKind.DISCUSSION,
    aside: bool = False,
    stretch: int = 100,
) -> AgendaItem:
    return AgendaItem(
        id=ItemId(name),
        dialogue=DialogueId("d"),
        kind=kind,
        titles=Texts.of(en=name),
        day=day,
        minutes=minutes,
        lane=lane,
        anchor=anchor,
        aside=aside,
        stretch=stretch,
    )


def begins(timetable: Timetable) -> dict[str, int]:
    return {s.item.id: s.start for s in timetable.slots}


def test_floating_items_follow_one_another_from_the_start_of_the_day() -> None:
    timetable = starts([item("a", 30), item("b", 45), item("c", 15)], [DayHours(0, 600)])
    assert begins(timetable) == {"a": 600, "b": 630, "c": 675}
    assert timetable.days[0].end == 690


def test_a_day_without_a_given_start_begins_at_nine() -> None:
    timetable = starts([item("a", 30), item("b", 30, day=1)], [DayHours(1, 600)])
    assert begins(timetable) == {"a": 540, "b": 600}


def test_an_anchored_item_stays_and_what_is_free_before_it_is_slack() -> None:
    timetable = starts([item("a", 30), item("lunch", 60, anchor=750), item("b", 30)])
    assert begins(timetable) == {"a": 540, "lunch": 750, "b": 810}
    assert [(s.before.id, s.minutes) for s in timetable.slacks] == [("lunch", 180)]
    assert timetable.days[0].slack == 180


def test_an_item_that_runs_into_an_anchor_is_reported_with_its_minutes() -> None:
    long, lunch = item("a", 220), item("lunch", 60, anchor=750, kind=ItemKind.MEAL)
    timetable = starts([long, lunch])
    assert timetable.overlaps == (Overlap(long, lunch, 10),)
    assert begins(timetable)["lunch"] == 750


def test_parallel_items_share_a_start_and_the_next_follows_the_longest() -> None:
    items = [item("a", 30), item("x", 60, lane=1), item("y", 90, lane=2), item("b", 30)]
    assert begins(starts(items)) == {"a": 540, "x": 570, "y": 570, "b": 660}


def test_a_lane_that_comes_again_begins_the_next_group() -> None:
    items = [item(f"{n}{lane}", 30, lane=lane) for n in "ab" for lane in (1, 2)]
    groups = [[i.id for i in group] for group in parallel_groups(items)]
    assert groups == [["a1", "a2"], ["b1", "b2"]]


def test_one_anchor_holds_the_whole_group() -> None:
    items = [item("x", 60, lane=1), item("y", 90, lane=2, anchor=600)]
    assert begins(starts(items)) == {"x": 600, "y": 600}


def test_a_dinner_may_pass_midnight() -> None:
    timetable = starts([item("dinner", 240, anchor=22 * 60, kind=ItemKind.MEAL)])
    assert timetable.days[0].end == 26 * 60


def test_a_day_is_summed_with_parallel_talk_counted_once() -> None:
    items = [
        item("a", 30),
        item("coffee", 15, kind=ItemKind.BREAK),
        item("x", 60, lane=1),
        item("y", 90, lane=2),
    ]
    day = starts(items).days[0]
    assert (day.start, day.end, day.talk, day.pauses) == (540, 675, 120, 15)


def test_the_talk_of_a_day_is_parted_by_who_may_speak() -> None:
    items = [
        item("welcome", 15, kind=ItemKind.OPENING),
        item("papers", 40, kind=ItemKind.PRESENTATION),
        item("debate", 60),
        item("coffee", 20, kind=ItemKind.BREAK),
    ]
    dinner = item("dinner", 120, anchor=1110, kind=ItemKind.MEAL)
    assert (starts([*items, dinner]).days[0].pauses, starts([dinner]).days[0].meals) == (20, 120)
    day = starts(items).days[0]
    assert (day.presented, day.discussion, day.pauses, day.sum) == (55, 60, 20, 135)


def test_consecutive_interpretation_stretches_an_item() -> None:
    timetable = starts([item("a", 40, stretch=150), item("b", 33, stretch=133)])
    assert begins(timetable) == {"a": 540, "b": 600}
    assert timetable.days[0].end == 644


def test_a_day_that_ends_after_it_must_is_reported_with_its_last_item() -> None:
    last = item("b", 90)
    timetable = starts([item("a", 60), last], [DayHours(0, 540, 660)])
    assert timetable.overruns == (Overrun(0, last, 30),)
    assert timetable.days[0].slack == 0


def test_a_day_that_ends_in_time_has_slack_up_to_its_end() -> None:
    timetable = starts([item("a", 60)], [DayHours(0, 540, 660)])
    assert timetable.overruns == ()
    assert timetable.days[0].slack == 60


def test_what_is_set_aside_has_no_slot() -> None:
    timetable = starts([item("a", 30, aside=True), item("b", 30)])
    assert timetable.slot(ItemId("a")) is None
    assert begins(timetable) == {"b": 540}
    assert starts([]) == Timetable()


KINDS = st.sampled_from([ItemKind.DISCUSSION, ItemKind.BREAK, ItemKind.MEAL, ItemKind.OPENING])


@st.composite
def agendas(draw: st.DrawFn) -> list[AgendaItem]:
    size = draw(st.integers(1, 12))
    return [
        item(
            str(n),
            draw(st.integers(5, 150)),
            anchor=draw(st.none() | st.integers(480, 1300)),
            lane=draw(st.sampled_from([0, 0, 0, 1, 2])),
            day=draw(st.integers(0, 1)),
            kind=draw(KINDS),
            stretch=draw(st.sampled_from([100, 100, 150, 133])),
        )
        for n in range(size)
    ]


def in_groups(items: list[AgendaItem]) -> list[list[AgendaItem]]:
    days = [[i for i in items if i.day == day] for day in (0, 1)]
    return [group for day in days for group in parallel_groups(day)]


@settings(deadline=None, max_examples=150)
@given(agendas())
def test_anchors_hold_and_the_order_is_kept(items: list[AgendaItem]) -> None:
    timetable = starts(items)
    assert [s.item.id for s in timetable.slots] == [
        i.id for i in sorted(items, key=lambda i: i.day)
    ]
    for slot in timetable.slots:
        assert slot.end - slot.start == slot.item.takes
        assert slot.item.anchor in (None, slot.start)


def overlapping(one: Slot, other: Slot) -> bool:
    return one.day == other.day and one.start < other.end and other.start < one.end


@settings(deadline=None, max_examples=150)
@given(agendas())
def test_only_what_is_reported_overlaps(items: list[AgendaItem]) -> None:
    timetable = starts(items)
    group_of = {i.id: n for n, group in enumerate(in_groups(items)) for i in group}
    reported = {(o.item.id, group_of[o.anchored.id]) for o in timetable.overlaps}
    for one, other in combinations(timetable.slots, 2):
        if overlapping(one, other) and group_of[one.item.id] != group_of[other.item.id]:
            assert (one.item.id, group_of[other.item.id]) in reported
