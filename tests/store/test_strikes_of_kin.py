"""A struck note leaves nothing in notes that it was joined from or split from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pages import decrypted

from dialogueprep.commands import life
from dialogueprep.commands import notes as commands
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import (
    agenda,
    backup,
    dialogues,
    kinship,
    notes,
    second_place,
    settings,
    striking,
)
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

SECRET, CONTROL = "cormorant", "kittiwake"
DAY = date(2026, 3, 2)


@pytest.fixture
def dialogue(store: Store) -> Dialogue:
    put_in_sample(store)
    return dialogues.every(store)[0]


def take(store: Store, dialogue: Dialogue, text: str) -> Note:
    items = agenda.of_dialogue(store, dialogue.id)
    item = next(i for i in items if i.titles.best("en") == "Closing")
    made = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=text)
    return replace(made, id=commands.take(store, dialogue, made))


def again(store: Store, note: Note) -> Note:
    found = notes.read(store, note.id)
    assert found is not None
    return found


def pages(store: Store, words: str) -> int:
    """Return how often words stand on the pages of the workspace and of its copies."""
    files = sorted(store.folder.rglob("*.db"))
    return sum(decrypted(store.folder, each).count(words.encode()) for each in files)


def undoable(store: Store) -> str:
    return repr([entry.changes for entry in (*store._done, *store._undone)])


def test_what_was_joined_into_a_note_goes_with_it(store: Store, dialogue: Dialogue) -> None:
    first = take(store, dialogue, "plain words")
    second = take(store, dialogue, f"the {SECRET}")
    commands.change(store, dialogue, replace(second, text=f"the {SECRET} goes"))
    take(store, dialogue, CONTROL)
    backup.copy(store.db, store.folder, DAY)
    commands.join(store, dialogue, first, again(store, second))
    commands.change(store, dialogue, replace(again(store, first), text="quite other words"))
    assert pages(store, SECRET) and SECRET in undoable(store)
    assert commands.strike(store, [first.id]) == striking.Struck()
    assert pages(store, SECRET) == 0 and SECRET not in undoable(store)
    assert pages(store, CONTROL) >= 2
    assert {first.id, second.id} <= striking.struck(store)


def test_half_of_a_note_leaves_its_words_in_no_older_state_of_the_other_half(
    store: Store, dialogue: Dialogue
) -> None:
    whole = take(store, dialogue, "it stays")
    commands.change(store, dialogue, replace(whole, text=f"it stays, the {SECRET} goes"))
    take(store, dialogue, CONTROL)
    backup.copy(store.db, store.folder, DAY)
    half = commands.split(store, again(store, whole), "it stays", f"the {SECRET} goes")
    commands.change(store, dialogue, replace(again(store, whole), text="it stays here"))
    assert commands.strike(store, [half]) == striking.Struck()
    assert pages(store, SECRET) == 0 and SECRET not in undoable(store)
    assert pages(store, CONTROL) >= 2
    assert again(store, whole).text == "it stays here"
    assert pages(store, "it stays here") == 2
    assert striking.struck(store) == {half}
    while store.undo():
        assert SECRET not in repr(notes.of_item(store, whole.item))


def test_a_copy_in_which_the_dialogue_is_closed_is_reached_too(
    store: Store, dialogue: Dialogue
) -> None:
    whole = take(store, dialogue, f"it stays, the {SECRET} goes")
    life.close(store, dialogue.id, DAY, None)
    backup.copy(store.db, store.folder, DAY)
    life.reopen(store, dialogue.id, "a wish to strike", DAY)
    half = commands.split(store, whole, "it stays", f"the {SECRET} goes")
    assert commands.strike(store, [half]) == striking.Struck()
    assert pages(store, SECRET) == 0 and pages(store, "it stays") >= 2


def test_the_first_half_goes_and_the_second_stays(store: Store, dialogue: Dialogue) -> None:
    whole = take(store, dialogue, f"the {SECRET} goes, it stays")
    backup.copy(store.db, store.folder, DAY)
    half = commands.split(store, whole, f"the {SECRET} goes", "it stays")
    commands.strike(store, [whole.id])
    assert pages(store, SECRET) == 0
    found = notes.read(store, half)
    assert found is not None and found.text == "it stays"


def test_it_is_followed_from_note_to_note(store: Store, dialogue: Dialogue) -> None:
    first, second = (take(store, dialogue, words) for words in ("plain", f"a {SECRET} flew"))
    backup.copy(store.db, store.folder, DAY)
    commands.join(store, dialogue, first, second)
    half = commands.split(store, again(store, first), "plain", f"a {SECRET} flew")
    other = commands.split(store, again(store, replace(first, id=half)), "a", f"{SECRET} flew")
    commands.strike(store, [other])
    assert pages(store, SECRET) == 0 and SECRET not in undoable(store)
    assert again(store, first).text == "plain"


def test_an_undone_join_is_none(store: Store, dialogue: Dialogue) -> None:
    first, second = (take(store, dialogue, words) for words in ("plain", CONTROL))
    commands.join(store, dialogue, first, second)
    store.undo()
    commands.strike(store, [first.id])
    assert again(store, second).text == CONTROL


def test_a_copy_on_a_stick_is_reached_too(store: Store, dialogue: Dialogue) -> None:
    stick = store.folder.parent / "stick"
    stick.mkdir()
    whole = take(store, dialogue, f"it stays, the {SECRET} goes")
    copies = [backup.copy(store.db, store.folder, date(2026, 3, day)) for day in (2, 3)]
    second = second_place.choose(store.folder, stick)
    second_place.catch_up(store.folder, store.db.beside)
    backup.delete(copies[:1])  # one lies on the stick only
    half = commands.split(store, whole, "it stays", f"the {SECRET} goes")
    commands.strike(store, [half])
    second_place.catch_up(store.folder, store.db.beside)
    there = [decrypted(store.folder, copy.path) for copy in second.copies]
    assert len(there) == 2 and not any(SECRET.encode() in each for each in there)
    assert all(b"it stays" in each for each in there)  # what goes on has the words of now


@pytest.mark.parametrize("what", What)
def test_destroyed_notes_leave_no_word_of_what_they_were_made_of(
    store: Store, dialogue: Dialogue, what: What
) -> None:
    commands.split(store, take(store, dialogue, "one two"), "one", "two")
    assert kinship.said(store)
    life.destroy(store, Order(Target(what, dialogue.id)), DAY)
    assert not kinship.said(store)


def test_a_copy_made_between_a_join_and_its_undo_is_reached(
    store: Store, dialogue: Dialogue
) -> None:
    first, second = (take(store, dialogue, words) for words in ("plain", f"the {SECRET}"))
    take(store, dialogue, CONTROL)
    commands.join(store, dialogue, first, second)
    backup.copy(store.db, store.folder, DAY)
    store.undo()
    assert pages(store, SECRET) >= 2
    commands.strike(store, [second.id])
    assert pages(store, SECRET) == 0 and SECRET not in undoable(store)
    assert again(store, first).text == "plain" and pages(store, CONTROL) >= 2


def test_a_copy_made_between_a_split_and_its_undo_is_reached(
    store: Store, dialogue: Dialogue
) -> None:
    note = take(store, dialogue, f"it stays, the {SECRET} goes")
    take(store, dialogue, CONTROL)
    commands.split(store, note, "it stays", f"the {SECRET} goes")
    backup.copy(store.db, store.folder, DAY)
    store.undo()
    commands.strike(store, [note.id])
    assert pages(store, SECRET) == 0 and SECRET not in undoable(store)
    assert pages(store, CONTROL) >= 2


def test_what_an_earlier_version_kept_is_heeded(store: Store, dialogue: Dialogue) -> None:
    first, gone = (take(store, dialogue, words) for words in ("plain", f"the {SECRET}"))
    take(store, dialogue, CONTROL)
    backup.copy(store.db, store.folder, DAY)
    with store.step("As it was") as step:
        notes.put(step, replace(first, text="plain, and more"))
        notes.delete(step, gone.id)
        settings.put(step, kinship.MADE_OF + first.id, [gone.id])
    commands.strike(store, [first.id])
    assert pages(store, SECRET) == 0 < pages(store, CONTROL)
    assert settings.read(store, kinship.MADE_OF + first.id) is None
