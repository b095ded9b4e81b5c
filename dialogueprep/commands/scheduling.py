"""What a user can do with the time of a dialogue: days, blocks of items, dates, what waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import available_timezones

from dialogueprep.commands.agenda import PAGE, write_agenda
from dialogueprep.commands.offering import refuse_unoffered
from dialogueprep.domain import arranging, arranging_blocks
from dialogueprep.domain.arranging import Row, Spot
from dialogueprep.domain.dialogue import (
    AgendaItem,
    DayHours,
    Dialogue,
    DialogueId,
    ItemId,
    Phase,
    Question,
    QuestionId,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Attendance, Participation
from dialogueprep.store import agenda, dialogues, people, tray
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import ntr, tr


def set_hours(store: Store, dialogue: DialogueId, hours: DayHours) -> None:
    """Say when a day begins and must end. Refused "day-ends-before" if it ends first."""
    if hours.ends is not None and hours.ends <= hours.starts:
        raise Refused("day-ends-before")
    of = _open(store, dialogue)
    others = [h for h in of.hours if h.number != hours.number]
    own = [] if hours == DayHours(hours.number) else [hours]
    every = tuple(sorted((*others, *own), key=lambda h: h.number))
    with store.step(tr("Set the hours of a day"), page=PAGE) as step:
        dialogues.put(step, replace(of, hours=every))


def interpret(store: Store, items: Iterable[AgendaItem], percent: int) -> None:
    """Let items take so many percent of their minutes, from 100 to 300, in one step.

    Breaks, meals and logistics are left as they are.
    """
    changed = [replace(i, stretch=percent) for i in items if i.kind.has_terms]
    with store.step(tr("Set interpretation"), page=PAGE) as step:
        for item in changed:
            agenda.put(step, item)


def move_block(store: Store, items: Sequence[ItemId], spot: Spot) -> None:
    """Move items together, with notes and roles, in one step; moves of one block undo as one.

    Refused as in `domain.arranging_blocks.arranged_block`, and "no-day-for-block" for a day
    before the first.
    """
    if not items:
        return
    if spot.day < 0:
        raise Refused("no-day-for-block")
    there = _agenda_of(store, items[0])
    after = arranging_blocks.arranged_block(there, set(items), spot)
    merge = ("move", *sorted(items))
    with store.step(tr("Move items"), merge=merge, page=PAGE) as step:
        write_agenda(step, there, after)


def shift_block(store: Store, items: Sequence[ItemId], by: int) -> None:
    """Let the anchored items of a block begin so many minutes later, or earlier."""
    if not items:
        return
    there = _agenda_of(store, items[0])
    after = arranging_blocks.shifted_anchors(there, set(items), by)
    merge = ("move", *sorted(items))
    with store.step(tr("Move items"), merge=merge, page=PAGE) as step:
        write_agenda(step, there, after)


def put_together(store: Store, items: Sequence[ItemId]) -> None:
    """Put items side by side, or one after the other again, in one step.

    Refused as in `domain.arranging_blocks.put_together`.
    """
    there = _agenda_of(store, items[0])
    after = arranging_blocks.put_together(there, set(items))
    with store.step(tr("Move items"), page=PAGE) as step:
        write_agenda(step, there, after)


def duplicate_block(store: Store, items: Sequence[ItemId]) -> tuple[ItemId, ...]:
    """Add a copy of a block after it, without notes, roles or anchors; return the new items."""
    there = _agenda_of(store, items[0])
    rows = [[_as_new(i) for i in row] for row in arranging_blocks.copied(there, set(items))]
    spot = arranging_blocks.after_block(there, set(items))
    return _insert(store, there, rows, spot, tr("Duplicate items"))


def set_aside(store: Store, items: Sequence[ItemId], *, for_series: bool = False) -> None:
    """Take items off the timetable; their notes and roles stay with them, in the tray."""
    if not items:
        return
    there = _agenda_of(store, items[0])
    after = arranging_blocks.set_aside(there, set(items), for_series=for_series)
    label = ntr("Set {n} item aside", "Set {n} items aside", len(items))
    with store.step(label, page=PAGE) as step:
        write_agenda(step, there, after)


def offer_to_series(store: Store, item: AgendaItem, offered: bool) -> None:
    """Offer an item that is set aside to every dialogue of the series, or no longer."""
    with store.step(tr("Offer to the series"), page=PAGE) as step:
        agenda.put(step, replace(item, for_series=offered))


def take_back(store: Store, item: AgendaItem, spot: Spot) -> ItemId:
    """Put an item that is set aside on the timetable; return its id."""
    there = agenda.of_dialogue(store, item.dialogue)
    back = replace(item, aside=False, for_series=False)
    placed = arranging.arranged(there, back, spot)
    with store.step(tr("Put back on the agenda"), page=PAGE) as step:
        write_agenda(step, there, placed)
    return item.id


def take_from_series(
    store: Store, dialogue: Dialogue, item: AgendaItem, spot: Spot | None = None
) -> ItemId:
    """Put an item of another dialogue of the series on this agenda; return its new id.

    It comes without notes and roles. Where it has notes, or its dialogue is closed, it stays
    there as well; else it leaves that dialogue. Refused as `offering.refuse_unoffered`.
    """
    mine = replace(
        _as_new(item), dialogue=dialogue.id, day=0, anchor=None, aside=False, for_series=False,
        closed=False, actual_minutes=None, began=None, terms_now=None,
    )  # fmt: skip
    refuse_unoffered(store, mine, None)
    there = agenda.of_dialogue(store, dialogue.id)
    placed = arranging.arranged(there, mine, spot or Spot(0))
    stays = tray.has_notes(store, item.id) or (
        dialogues.read(store, item.dialogue).phase is Phase.CLOSED
    )
    with store.step(tr("Put back on the agenda"), page=PAGE) as step:
        write_agenda(step, there, placed)
        if not stays:
            agenda.delete(step, item.id)
        everybody(step, dialogue.id, [mine])
    return mine.id


def shift_dates(
    store: Store,
    dialogue: DialogueId,
    first_day: date,
    *,
    travel: bool = False,
    answers: bool = False,
) -> None:
    """Move a whole meeting to another first day in one step.

    The days keep their numbers and hours. Arrivals and departures move with it if ``travel``,
    the days by which people are to answer if ``answers``.
    """
    of = _open(store, dialogue)
    by = first_day - of.first_day
    with store.step(tr("Move the meeting to another date"), page=PAGE) as step:
        dialogues.put(step, replace(of, first_day=first_day))
        for it in people.participations(store, dialogue):
            moved = _shifted(it, by, travel=travel, answers=answers)
            if moved != it:
                people.put_participation(step, dialogue, moved)


def set_zones(store: Store, dialogue: DialogueId, zone: str, second: str = "") -> None:
    """Say in which time zone a meeting is, and in which other its times are shown too.

    Times stay as written. Refused "zone-unknown" for what is no IANA name.
    """
    known = available_timezones()
    for each in (zone, second):
        if each and each not in known:
            raise Refused("zone-unknown", zone=each)
    of = _open(store, dialogue)
    with store.step(tr("Set the time zone"), page=PAGE) as step:
        dialogues.put(step, replace(of, time_zone=zone, second_zone=second))


def _open(store: Store, dialogue: DialogueId) -> Dialogue:
    """Return a dialogue; refused "dialogue-closed" if it may no longer be changed."""
    of = dialogues.read(store, dialogue)
    if of.phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    return of


def _agenda_of(store: Store, item: ItemId) -> tuple[AgendaItem, ...]:
    return agenda.of_dialogue(store, agenda.read(store, item).dialogue)


def _as_new(item: AgendaItem) -> AgendaItem:
    """Return an item and its questions with ids of their own."""
    questions = tuple(Question(id=QuestionId(new_id()), texts=q.texts) for q in item.questions)
    return replace(item, id=ItemId(new_id()), questions=questions)


def _insert(
    store: Store, there: Sequence[AgendaItem], rows: Sequence[Row], spot: Spot, label: str
) -> tuple[ItemId, ...]:
    after = arranging_blocks.inserted(there, rows, spot)
    new = [i for row in rows for i in row]
    with store.step(label, page=PAGE) as step:
        write_agenda(step, there, after)
        everybody(step, new[0].dialogue, [i for i in after if i.id in {n.id for n in new}])
    return tuple(i.id for i in new)


def everybody(step: Step, dialogue: DialogueId, items: Collection[AgendaItem]) -> None:
    """Let everybody be present at new items of the whole room."""
    for it in people.participations(step, dialogue):
        for item in items:
            if item.kind.has_terms and item.lane == 0:
                people.put_attendance(step, Attendance(participation=it.id, item=item.id))


def _shifted(it: Participation, by: timedelta, *, travel: bool, answers: bool) -> Participation:
    if travel:
        arrives, departs = it.logistics.arrives, it.logistics.departs
        moved = replace(
            it.logistics, arrives=arrives and arrives + by, departs=departs and departs + by
        )
        it = replace(it, logistics=moved)
    if answers and it.invitation.answer_by:
        invitation = replace(it.invitation, answer_by=it.invitation.answer_by + by)
        it = replace(it, invitation=invitation)
    return it
