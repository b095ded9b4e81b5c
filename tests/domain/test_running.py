from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_timetable import item

from dialogueprep.domain.dialogue import AgendaItem, DayHours, ItemId, ItemKind
from dialogueprep.domain.late_plans import FLOOR, SHORT_BREAK, LatePlan, PlanKind, lateness
from dialogueprep.domain.running import Course, Day, Watch, minutes_taken, used

BREAK, MEAL = ItemKind.BREAK, ItemKind.MEAL


def at(hour: int, minute: int = 0, second: int = 0) -> int:
    return (hour * 60 + minute) * 60 + second


def morning() -> list[AgendaItem]:
    """Return a morning from 09:00 to lunch, which is anchored at 12:30, and an item after it."""
    return [
        item("opening", 20, kind=ItemKind.OPENING),
        item("first", 80),
        item("coffee", 20, kind=BREAK),
        item("second", 90),
        item("lunch", 60, kind=MEAL, anchor=750),
        item("third", 60),
    ]


def held(items: list[AgendaItem], name: str, began: int, took: int | None) -> list[AgendaItem]:
    return [replace(i, began=began, actual_minutes=took) if i.id == name else i for i in items]


def first_late() -> Day:
    """Return a day on which the first item began 25 minutes late, seen five minutes later."""
    items = held(held(morning(), "opening", 540, 45), "first", 585, None)
    return Day(tuple(items), (), 0, at(9, 50), Watch(ItemId("first"), at(9, 45)), {})


def spans(plan: LatePlan) -> dict[str, tuple[int, int]]:
    return {s.item.id: (s.start, s.end) for s in plan.rest}


def test_a_watch_counts_only_while_it_goes() -> None:
    watch = Watch(ItemId("a"), at(9))
    assert watch.spent(at(9, 10)) == 600
    still = watch.stopped(at(9, 10))
    assert still.spent(at(9, 30)) == 600
    assert still.stopped(at(9, 20)) == still
    on = still.going(at(9, 30))
    assert on.spent(at(9, 31)) == 660
    assert minutes_taken(on, at(9, 31)) == 11
    assert used(item("a", 20), on.spent(at(9, 31))) == 55


def test_what_is_on_in_time_leaves_the_day_as_planned() -> None:
    items = held(morning(), "opening", 540, None)
    watch = Watch(ItemId("opening"), at(9))
    now = Day(tuple(items), (), 0, at(9, 5), watch, {}).course()
    assert (now.left, now.late, now.resume) == (900, 0, 560)
    assert (now.next, now.next_at) == (items[1], 560)
    assert (now.ends, now.ends_as_agreed) == (870, 870)


def test_over_time_and_late_are_said_in_minutes_and_an_anchor_takes_up_the_rest() -> None:
    day = first_late()
    now = replace(day, now=at(11, 10)).course()
    assert now.left == -300
    assert (now.late, now.resume, now.next_at) == (30, 670, 670)
    assert now.expected.slot(ItemId("lunch")).start == 750  # type: ignore[union-attr]
    assert now.expected.overlaps[0].minutes == 30
    assert now.ends == now.ends_as_agreed == 870


def test_a_pause_moves_the_end_and_so_does_an_item_that_nobody_begins() -> None:
    day = first_late()
    paused = replace(day, now=at(10, 30), watch=Watch(ItemId("first"), at(9, 45), 0, at(10)))
    assert paused.course().resume == 665 + 30
    items = held(list(day.items), "first", 585, 80)
    between = Day(tuple(items), (), 0, at(11, 20), None, {})
    now = between.course()
    assert (now.on, now.late, now.next_at) == (None, 40, 680)


def test_what_was_begun_too_early_comes_next_again_once_one_has_gone_back() -> None:
    """“Next” was pressed by mistake at 10:00; two minutes later the first item went on."""
    items = held(held(morning(), "opening", 540, 20), "first", 560, None)
    back = Watch(ItemId("first"), at(9, 20), out=120)
    day = Day(tuple(held(items, "coffee", 600, 2)), (), 0, at(10, 30), back, {})
    now = day.course()
    assert now.next is not None and now.next.id == "coffee"
    assert [i.id for i in now.done] == ["opening"]
    assert [s.item.id for s in now.expected.slots] == [i.id for i in items]
    assert (now.late, now.next_at) == (2, 642)
    brought_forward = replace(day, items=tuple(held(items, "coffee", 600, 20))).course()
    assert brought_forward.next is not None and brought_forward.next.id == "second"


def test_twenty_five_minutes_late_has_three_plans_each_with_its_day() -> None:
    found = lateness(first_late())
    assert (found.course.late, found.need) == (25, 25)
    assert found.before is not None and found.before.id == "lunch"
    trim, cut, aside = found.plans
    assert (trim.kind, trim.missing, trim.wins) == (PlanKind.TRIM, 0, 25)
    assert [(x.item.id, x.before, x.after) for x in trim.losses] == [
        ("first", 80, 68), ("second", 90, 77),
    ]  # fmt: skip
    assert spans(trim)["second"] == (673, 750)
    assert (cut.kind, cut.missing, cut.wins) == (PlanKind.BREAK, 15, 10)
    assert spans(cut)["coffee"] == (665, 675)
    assert (aside.kind, aside.missing) == (PlanKind.ASIDE, 0)
    assert [(x.item.id, x.after) for x in aside.losses] == [("second", None)]
    assert spans(aside)["lunch"] == (750, 810)
    assert found.can_be_won


def test_if_no_plan_suffices_that_is_known_and_what_can_be_won_is_still_shown() -> None:
    day = first_late()
    found = lateness(replace(day, late=150))
    assert not found.can_be_won
    assert [p.missing for p in found.plans] == [80, 140, 60]
    last = held(morning()[:-1], "second", 725, None)
    watch = Watch(ItemId("second"), at(12, 5))
    stuck = lateness(Day(tuple(last), (), 0, at(13, 40), watch, {}))
    assert (stuck.need, stuck.plans) == (70, ())


def test_what_is_anchored_before_now_begins_after_what_comes_before_it() -> None:
    """Lunch was to begin at 12:30; at 12:50 the talk before it is still to come to its end."""
    items = held(morning(), "second", 665, None)
    day = Day(tuple(items), (), 0, at(12, 20), Watch(ItemId("second"), at(11, 5)), {})
    before = lateness(day)
    assert before.course.expected.slot(ItemId("lunch")).start == 750  # type: ignore[union-attr]
    assert (before.course.ends, before.before and before.before.id) == (870, "lunch")
    day = replace(day, now=at(12, 50))
    now = day.course()
    assert (now.next_at, now.ends, now.ends_as_agreed) == (770, 890, 870)
    found = lateness(day)
    assert (found.need, found.before) == (20, None)  # lunch cannot be saved, the day's end can
    trim = found.plan(PlanKind.TRIM)
    assert trim is not None and (trim.missing, trim.ends) == (0, 870)
    assert [(x.item.id, x.after) for x in trim.losses] == [("third", 40)]
    assert {i.id: i.anchor for i in trim.items}[ItemId("lunch")] == 750


def test_free_time_before_an_anchor_needs_no_plan() -> None:
    items = held([item("a", 60), item("b", 60), item("dinner", 90, anchor=1080, kind=MEAL)],
                 "a", 570, None)  # fmt: skip
    found = lateness(Day(tuple(items), (), 0, at(9, 40), Watch(ItemId("a"), at(9, 30)), {}))
    assert (found.course.late, found.need, found.plans) == (30, 0, ())


def test_a_plan_that_is_agreed_on_is_the_plan_from_then_on() -> None:
    day = first_late()
    for plan in lateness(day).plans:
        after = replace(day, items=plan.items, agreed=plan.delays)
        again = lateness(after)
        assert (again.course.late, again.need) == (0, plan.missing)
        assert again.course.ends == plan.ends


def test_what_is_chosen_waits() -> None:
    items = [item("a", 30), item("b", 40), item("c", 50), item("d", 60)]
    day = Day(
        tuple(held(items, "a", 560, None)), (), 0, at(9, 25), Watch(ItemId("a"), at(9, 20)), {}
    )
    usual = lateness(day).plan(PlanKind.ASIDE)
    asked = lateness(day, ItemId("d")).plan(PlanKind.ASIDE)
    assert usual is not None and usual.losses[0].item.id == "b"
    assert asked is not None and asked.losses[0].item.id == "d"
    assert asked.wins == 60


KINDS = st.sampled_from([ItemKind.DISCUSSION, ItemKind.PRESENTATION, BREAK, MEAL])


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Draw a day of up to nine items of which the first few have been held."""
    length = draw(st.integers(2, 9))
    items = [
        item(
            str(n),
            draw(st.integers(5, 120)),
            kind=draw(KINDS),
            lane=draw(st.sampled_from([0, 0, 0, 1, 2])),
            stretch=draw(st.sampled_from([100, 100, 150])),
        )
        for n in range(length)
    ]
    clock = 540
    for n in range(length):
        clock += items[n].takes
        if n and draw(st.integers(0, 4)) == 0:
            items[n] = replace(items[n], anchor=clock - items[n].takes + draw(st.integers(0, 40)))
    here = draw(st.integers(0, length - 1))
    began = 540 + draw(st.integers(-20, 60))
    for n in range(here):
        took = draw(st.integers(1, 100))
        items[n] = replace(items[n], began=began, actual_minutes=took)
        began += took
    items[here] = replace(items[here], began=began)
    now = began * 60 + draw(st.integers(0, 9000))
    watch = Watch(items[here].id, began * 60, draw(st.integers(0, 600)))
    return Day(tuple(items), (DayHours(0),), 0, now, watch, {})


@settings(deadline=None, max_examples=150)
@given(days())
def test_nothing_ends_before_now_nothing_is_lost_and_anchors_hold(day: Day) -> None:
    now = day.course()
    assert now.resume >= now.now
    assert now.ends >= now.resume or now.beside
    slots = {s.item.id: s for s in now.expected.slots}
    for row in now.rest:
        for each in row:
            assert slots[each.id].end - slots[each.id].start == each.takes
            if each.anchor is not None:
                assert slots[each.id].start == each.anchor
            elif all(i.anchor is None for i in row):
                assert slots[each.id].start >= now.resume


@settings(deadline=None, max_examples=150)
@given(days(), st.none() | st.integers(0, 90))
def test_plans_move_no_anchor_keep_the_order_and_win_what_they_say(
    day: Day, late: int | None
) -> None:
    day = replace(day, late=late)
    found = lateness(day)
    for plan in found.plans:
        gone = {x.item.id for x in plan.losses if x.after is None}
        order = [i.id for i in day.items if i.id not in gone]
        assert [i.id for i in plan.items if not i.aside] == order
        assert {i.id: i.anchor for i in plan.items} == {i.id: i.anchor for i in day.items}
        assert plan.missing <= found.need
        changed = {x.item.id for x in plan.losses}
        before = {i.id: i for i in day.items}
        for each in plan.items:
            if each.id not in changed:
                assert replace(each, lane=0) == replace(before[each.id], lane=0)
            elif plan.kind is PlanKind.TRIM:
                assert each.minutes >= each.minutes_for(FLOOR)
            elif plan.kind is PlanKind.BREAK:
                assert each.minutes >= each.minutes_for(SHORT_BREAK)
        if plan.kind is not PlanKind.ASIDE and all(len(row) == 1 for row in found.course.rest):
            assert plan.missing == max(0, found.need - plan.wins)


@settings(deadline=None, max_examples=150)
@given(days())
def test_the_day_goes_as_an_agreed_plan_said(day: Day) -> None:
    found = lateness(day)
    assume(found.plans)
    for plan in found.plans:
        again: Course = replace(day, items=plan.items, agreed=plan.delays).course()
        assert again.late == 0
        assert again.ends == plan.ends
        assert {s.item.id: s.start for s in plan.rest}.items() <= {
            s.item.id: s.start for s in again.expected.slots
        }.items()


def test_a_day_that_is_over_is_not_late() -> None:
    items = held(held([item("a", 60), item("b", 60)], "a", 540, 50), "b", 590, 40)
    now = Day(tuple(items), (), 0, at(20), None, {}).course()
    assert now.over
    assert (now.late, now.next, now.ends, now.ends_as_agreed) == (0, None, 630, 660)
    assert lateness(Day(tuple(items), (), 0, at(20), None, {}, 30)).need == 0
