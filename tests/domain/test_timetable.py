from __future__ import annotations

from dataclasses import replace
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


@settings(deadline=None, max_examples=150)
@given(agendas(), st.data())
def test_a_cascade_moves_no_anchor_and_nothing_behind_one_that_it_does_not_reach(
    items: list[AgendaItem], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(items) - 1))
    longer = replace(items[at], minutes=data.draw(st.integers(5, 300)))
    changed = [longer if n == at else i for n, i in enumerate(items)]
    before, after = begins(starts(items)), begins(starts(changed))
    groups = [g for g in in_groups(items) if g[0].day == longer.day]
    place = next(n for n, g in enumerate(groups) if any(i.id == longer.id for i in g))
    for i in items:
        if i.anchor is not None or i.day != longer.day:
            assert after[i.id] == before[i.id]
    assert all(after[i.id] == before[i.id] for g in groups[: place + 1] for i in g)
    held = next((n for n, g in enumerate(groups) if n > place and _holds(g)), None)
    if held is None:
        return
    earlier = [i for g in groups[:held] for i in g]
    low = min(after[i.id] for i in groups[held])
    if all(max(before[i.id], after[i.id]) + _longest(i, longer) <= low for i in earlier):
        assert all(after[i.id] == before[i.id] for g in groups[held:] for i in g)


def _holds(group: list[AgendaItem]) -> bool:
    return any(i.anchor is not None for i in group)


def _longest(item_: AgendaItem, longer: AgendaItem) -> int:
    return max(item_.takes, longer.takes) if item_.id == longer.id else item_.takes


@settings(deadline=None, max_examples=150)
@given(agendas(), st.integers(5, 60))
def test_what_floats_moves_by_as_much_as_what_is_before_it(
    items: list[AgendaItem], by: int
) -> None:
    floating = [replace(i, anchor=None, lane=0, stretch=100, day=0) for i in items]
    longer = [replace(floating[0], minutes=floating[0].minutes + by), *floating[1:]]
    before, after = begins(starts(floating)), begins(starts(longer))
    assert [after[i.id] - before[i.id] for i in floating[1:]] == [by] * (len(floating) - 1)
    days = starts(longer).days[0], starts(floating).days[0]
    assert days[0].end - days[1].end == by == days[0].sum - days[1].sum


@settings(deadline=None, max_examples=150)
@given(agendas())
def test_the_figures_of_a_day_add_up(items: list[AgendaItem]) -> None:
    timetable = starts(items, [DayHours(0, 540, 1080)])
    for day in timetable.days:
        assert day.sum == day.talk + day.pauses + day.meals
        assert 0 <= day.discussion <= day.talk
        assert day.end == max(s.end for s in timetable.of_day(day.day))
        late = [o.minutes for o in timetable.overruns if o.day == day.day]
        over = 0 if day.limit is None else max(0, day.end - day.limit)
        assert late == ([over] if over else [])


def test_no_two_items_share_a_lane_at_once_unless_it_is_said() -> None:
    """The law that `test_only_what_is_reported_overlaps` tests holds within each lane too."""
    items = [item("x", 60, lane=1), item("y", 90, lane=2), item("z", 30, lane=1, anchor=570)]
    timetable = starts(items)
    assert [(o.item.id, o.anchored.id) for o in timetable.overlaps] == [("x", "z"), ("y", "z")]
