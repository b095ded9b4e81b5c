from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from test_timetable import agendas, item

from dialogueprep.domain.dialogue import AgendaItem, DayHours, ItemKind
from dialogueprep.domain.remedies import Remedy, RemedyKind, remedies
from dialogueprep.domain.timetable import Overlap, Overrun, Timetable, starts


def kinds(timetable: Timetable, conflict: Overlap | Overrun) -> list[RemedyKind]:
    return [r.kind for r in remedies(timetable, conflict)]


def test_an_overrun_of_lunch_has_six_remedies() -> None:
    coffee = item("coffee", 20, kind=ItemKind.BREAK)
    long = item("b", 100)
    lunch = item("lunch", 60, anchor=750, kind=ItemKind.MEAL)
    timetable = starts([item("a", 100), coffee, long, lunch])
    assert remedies(timetable, timetable.overlaps[0]) == (
        Remedy(RemedyKind.SHORTEN, replace(long, minutes=90)),
        Remedy(RemedyKind.TAKE_FROM_BREAK, replace(coffee, minutes=10)),
        Remedy(RemedyKind.MOVE_ANCHOR, replace(lunch, anchor=760)),
        Remedy(RemedyKind.SHORTEN_NEXT, replace(lunch, anchor=760, minutes=50)),
        Remedy(
            RemedyKind.SPLIT, replace(long, minutes=90), replace(long, id="", minutes=10), "lunch"
        ),
        Remedy(RemedyKind.SET_ASIDE, replace(long, aside=True)),
    )


def test_a_split_item_goes_on_after_what_stays() -> None:
    items = [item("long", 220), item("lunch", 60, anchor=750), item("b", 30)]
    timetable = starts(items)
    found = remedies(timetable, timetable.overlaps[0])
    split = next(r for r in found if r.kind is RemedyKind.SPLIT)
    after = starts(split.items(items))
    spans = [(s.item.id, s.start, s.end) for s in after.slots]
    assert spans == [("long", 540, 750), ("lunch", 750, 810), ("", 810, 820), ("b", 820, 850)]


def test_a_day_that_ends_too_late_is_shortened_or_ends_later() -> None:
    items = [item("a", 60), item("coffee", 30, kind=ItemKind.BREAK), item("b", 60)]
    hours = (DayHours(0, 540, 675),)
    timetable = starts(items, hours)
    found = {r.kind: r for r in remedies(timetable, timetable.overruns[0])}
    assert list(found) == [
        RemedyKind.SHORTEN,
        RemedyKind.TAKE_FROM_BREAK,
        RemedyKind.MOVE_DAY_END,
        RemedyKind.SET_ASIDE,
    ]
    assert found[RemedyKind.SHORTEN].item.minutes == 45
    assert found[RemedyKind.MOVE_DAY_END].hours(hours) == (DayHours(0, 540, 690),)


def test_a_break_before_an_anchor_is_no_remedy_for_what_follows_the_anchor() -> None:
    items = [
        item("coffee", 30, kind=ItemKind.BREAK),
        item("a", 60, anchor=600),
        item("b", 60),
        item("lunch", 60, anchor=700),
    ]
    timetable = starts(items)
    assert RemedyKind.TAKE_FROM_BREAK not in kinds(timetable, timetable.overlaps[0])


def test_a_break_that_stands_later_but_begins_earlier_is_no_remedy() -> None:
    items = [
        item("opening", minutes=5, kind=ItemKind.OPENING),
        item("break", kind=ItemKind.BREAK, minutes=60, anchor=480),
        item("talk", minutes=5, anchor=490),
    ]
    timetable = starts(items)
    overlap = next(o for o in timetable.overlaps if o.item.id == "opening")
    assert kinds(timetable, overlap) == [RemedyKind.MOVE_ANCHOR, RemedyKind.SET_ASIDE]


def test_an_anchor_that_holds_parallel_items_early_is_not_set_aside() -> None:
    items = [item("a", 62, lane=1, anchor=539), item("b", 62, lane=2)]
    timetable = starts(items, [DayHours(0, 540, 600)])
    assert kinds(timetable, timetable.overruns[0]) == [RemedyKind.MOVE_DAY_END]


HOURS = st.builds(DayHours, st.integers(0, 1), st.just(540), st.none() | st.integers(600, 1400))


@settings(deadline=None, max_examples=200)
@given(agendas())
def test_each_remedy_ends_its_overlap(items: list[AgendaItem]) -> None:
    timetable = starts(items)
    for overlap in timetable.overlaps:
        pair = (overlap.item.id, overlap.anchored.id)
        for remedy in remedies(timetable, overlap):
            after = starts(remedy.items(items))
            assert pair not in {(o.item.id, o.anchored.id) for o in after.overlaps}


@settings(deadline=None, max_examples=200)
@given(agendas(), HOURS)
def test_each_remedy_ends_a_late_day_or_brings_its_end_nearer(
    items: list[AgendaItem], limit: DayHours
) -> None:
    timetable = starts(items, [limit])
    for overrun in timetable.overruns:
        for remedy in remedies(timetable, overrun):
            late = starts(remedy.items(items), remedy.hours([limit])).overruns
            if remedy.kind is RemedyKind.SET_ASIDE:
                assert not late or late[0].minutes <= overrun.minutes
            else:
                assert late == ()


@settings(deadline=None, max_examples=200)
@given(agendas())
def test_no_remedy_moves_an_anchor_but_the_one_that_says_so(items: list[AgendaItem]) -> None:
    timetable = starts(items)
    anchors = {i.id: i.anchor for i in items}
    for overlap in timetable.overlaps:
        for remedy in remedies(timetable, overlap):
            moved = [i for i in remedy.items(items) if i.id and i.anchor != anchors[i.id]]
            moves = remedy.kind in (RemedyKind.MOVE_ANCHOR, RemedyKind.SHORTEN_NEXT)
            expected = [overlap.anchored.id] if moves else []
            assert [i.id for i in moved] == expected


@settings(deadline=None, max_examples=100)
@given(agendas())
def test_what_begins_later_and_is_shorter_ends_as_before(items: list[AgendaItem]) -> None:
    timetable = starts(items)
    ends = {s.item.id: s.end for s in timetable.slots}
    for overlap in timetable.overlaps:
        for remedy in remedies(timetable, overlap):
            if remedy.kind is RemedyKind.SHORTEN_NEXT:
                end = (remedy.item.anchor or 0) + remedy.item.takes
                assert ends[overlap.anchored.id] - 3 < end <= ends[overlap.anchored.id]


@settings(deadline=None, max_examples=200)
@given(agendas())
def test_a_split_keeps_every_minute(items: list[AgendaItem]) -> None:
    timetable = starts(items)
    for overlap in timetable.overlaps:
        for remedy in remedies(timetable, overlap):
            if remedy.rest is not None:
                assert remedy.item.minutes + remedy.rest.minutes == overlap.item.minutes
