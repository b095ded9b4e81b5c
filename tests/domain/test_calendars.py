"""Which items of a programme stand in a calendar, and under which titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from dialogueprep.domain.calendars import Writing, attended, programme
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, ItemKind, Terms
from dialogueprep.domain.people import Attendance, ParticipationId, Role
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts

DIALOGUE = Dialogue(
    id=DialogueId("d"),
    names=Texts.of(en="Round 2", ja="第2回"),
    titles=Texts(),
    place=Texts.of(en="Otaru"),
    first_day=date(2026, 11, 12),
    time_zone="Asia/Tokyo",
)


def _item(id_: str, kind: ItemKind, minutes: int, title: str, **more: int) -> AgendaItem:
    return AgendaItem(
        id=ItemId(id_),
        dialogue=DIALOGUE.id,
        kind=kind,
        titles=Texts.of(en=title),
        day=0,
        minutes=minutes,
        **more,
    )


TALK = _item("talk", ItemKind.DISCUSSION, 90, "Ports")
LEFT = _item("left", ItemKind.BREAKOUT, 30, "Left", lane=1)
RIGHT = _item("right", ItemKind.BREAKOUT, 30, "Right", lane=2)
DINNER = _item("dinner", ItemKind.MEAL, 360, "Dinner", anchor=19 * 60)
SLOTS = starts([TALK, LEFT, RIGHT, DINNER]).slots


def test_an_item_stands_at_its_local_time_and_may_pass_midnight() -> None:
    made = programme(DIALOGUE, SLOTS, Writing())
    by_id = {e.uid: e for e in made.entries}
    assert by_id["talk"].start == datetime(2026, 11, 12, 9)
    assert by_id["dinner"].end == datetime(2026, 11, 13, 1)
    assert made.zone == "Asia/Tokyo"


def test_a_discreet_calendar_tells_neither_topics_nor_the_dialogue() -> None:
    roles = {TALK.id: frozenset({Role.MODERATOR})}
    made = programme(DIALOGUE, SLOTS, Writing("en", discreet=True), roles=roles)
    assert {e.title for e in made.entries} == {"Meeting", "Meal"}
    assert not made.name
    assert not any(e.detail for e in made.entries)


def test_the_calendar_of_a_person_says_the_roles() -> None:
    roles = {TALK.id: frozenset({Role.MODERATOR})}
    made = programme(DIALOGUE, SLOTS, Writing(), roles=roles)
    assert "Your role: Moderator" in made.entries[0].detail


def test_an_entry_tells_the_terms_of_its_item_but_for_one_without_notes() -> None:
    strict = replace(TALK, terms=Terms.NO_QUOTATION, terms_now=Terms.NO_NOTES)
    silent = replace(LEFT, terms=Terms.NO_NOTES)
    entries = programme(DIALOGUE, starts([strict, silent, DINNER]).slots, Writing()).entries
    assert entries[0].detail == "Round 2\nNo quotation, no delegation"
    assert {e.detail for e in entries[1:]} == {"Round 2"}


def test_a_person_gets_the_items_attended_and_the_pauses_of_the_whole_room() -> None:
    there = Attendance(participation=ParticipationId("p"), item="left")
    assert [s.item.id for s in attended(SLOTS, [there])] == ["left", "dinner"]


def test_an_item_without_a_title_is_a_meeting() -> None:
    bare = replace(TALK, titles=Texts())
    assert programme(DIALOGUE, starts([bare]).slots, Writing()).entries[0].title == "Meeting"
