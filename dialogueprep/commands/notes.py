"""What a rapporteur can do."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.identity import descriptors
from dialogueprep.domain.notes import Note, NoteId
from dialogueprep.store import agenda, notes, people
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "notes"


def take(store: Store, dialogue: Dialogue, note: Note) -> NoteId:
    """Keep a new note under the terms now in force at its item.

    Refused where no notes are taken, for an empty line, and for an attribution that too few
    of those present share.
    """
    item = agenda.read(store, note.item)
    mine = replace(note, id=NoteId(note.id or new_id()), terms=item.terms_in_force)
    _refuse_empty(mine)
    if mine.terms is Terms.NO_NOTES:
        raise Refused("item-has-no-notes")
    _refuse_narrow(store, dialogue, mine)
    with store.step(tr("Take note"), page=PAGE) as step:
        notes.put(step, mine)
    return mine.id


def change(store: Store, dialogue: Dialogue, note: Note) -> None:
    """Write a changed note; a run of changes to one note undoes as one.

    An attribution is counted when it is chosen; `no_longer_holding` finds those that attendance
    has narrowed since.
    """
    _refuse_empty(note)
    before = notes.read(store, note.id)
    if before is None or before.attribution != note.attribution:
        _refuse_narrow(store, dialogue, note)
    with store.step(tr("Change note"), merge=("note", note.id), page=PAGE) as step:
        notes.put(step, note)


def keep_draft(store: Store, note: Note) -> NoteId:
    """Write the line that is being typed, in neutral words, until it is kept or dropped."""
    mine = replace(note, id=NoteId(note.id or new_id()), draft=True)
    with store.step(tr("Type"), merge=("draft", mine.id), page=PAGE) as step:
        notes.put(step, mine)
    return mine.id


def order(store: Store, ids: Sequence[NoteId]) -> None:
    """Give the notes of an item this order."""
    with store.step(tr("Move note"), page=PAGE) as step:
        notes.order(step, ids)


def remove(store: Store, ids: Iterable[NoteId]) -> None:
    """Remove notes; they come back when undone."""
    with store.step(tr("Remove note"), page=PAGE) as step:
        for note in ids:
            notes.delete(step, note)


def close_item(store: Store, item: AgendaItem, *, keep_order: bool, chance: random.Random) -> None:
    """Close an item: its notes are shuffled within each question unless the order is kept."""
    with store.step(tr("Close item"), page=PAGE) as step:
        if not keep_order:
            notes.order(step, _shuffled(notes.of_item(step, item.id), chance))
        agenda.put(step, replace(item, closed=True, keep_order=keep_order))


def reopen_item(store: Store, item: AgendaItem) -> None:
    """Open a closed item again; the order of its notes stays as it is."""
    with store.step(tr("Open item again"), page=PAGE) as step:
        agenda.put(step, replace(item, closed=False))


def no_longer_holding(store: Store, dialogue: Dialogue) -> tuple[Note, ...]:
    """Return the notes whose attribution too few of those present share by now."""
    present = people.attendees(store, dialogue.id)
    return tuple(
        note
        for note in notes.of_dialogue(store, dialogue.id)
        if note.attribution
        and descriptors.count(note.attribution, present.get(note.item, ())) < dialogue.k
    )


def _shuffled(taken: Sequence[Note], chance: random.Random) -> list[NoteId]:
    """Return ids with each question's notes in a random order; the questions stay in place."""
    groups: dict[str | None, list[NoteId]] = {}
    for note in taken:
        groups.setdefault(note.question, []).append(note.id)
    for group in groups.values():
        chance.shuffle(group)
    return [groups[note.question].pop() for note in taken]


def _refuse_empty(note: Note) -> None:
    if not note.text.strip():
        raise Refused("note-is-empty")


def _refuse_narrow(store: Store, dialogue: Dialogue, note: Note) -> None:
    if note.attribution is None:
        return
    if note.terms is Terms.NO_QUOTATION and note.attribution.delegation:
        raise Refused("terms-allow-no-delegation")
    present = people.attendees(store, dialogue.id).get(ItemId(note.item), ())
    k = descriptors.count(note.attribution, present)
    if k < dialogue.k:
        raise Refused("attribution-too-narrow", k=k, needed=dialogue.k)
