"""What is kept of the notes in memory is what the tables say, whatever is done and undone."""

from __future__ import annotations

import random

import pytest

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.notes import Attribution, Note, NoteId, NoteKind
from dialogueprep.store import dialogues, notes, striking
from dialogueprep.store.driver import run
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample


@pytest.fixture
def dialogue(store: Store) -> DialogueId:
    put_in_sample(store)
    store.forget_all()
    return dialogues.every(store)[0].id


def kept(store: Store, dialogue: DialogueId) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in store.taken.of_dialogue(dialogue):
        found.setdefault(note.item, []).append(note)
    return found


def written(store: Store, dialogue: DialogueId) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in notes.of_dialogue(store, dialogue):
        found.setdefault(note.item, []).append(note)
    return found


def act(store: Store, chance: random.Random, items: list[ItemId]) -> None:
    ids = [i for (i,) in run(store.db, "SELECT id FROM notes ORDER BY id")]
    match chance.randrange(6):
        case 0:
            note = Note(
                id=NoteId(new_id()),
                item=chance.choice(items),
                kind=NoteKind.FACT,
                text="tide",
                attribution=Attribution() if chance.random() < 0.5 else None,
            )
            with store.step("Take") as step:
                notes.put(step, note)
        case 1:
            with store.step("Remove") as step:
                notes.delete(step, NoteId(chance.choice(ids)))
        case 2:
            item = chance.choice(items)
            there = notes.of_item(store, item)
            order = [n.id for n in there]
            chance.shuffle(order)
            with store.step("Order") as step:
                notes.order(step, order)
            assert [n.id for n in notes.of_item(store, item)] == order
        case 3:
            store.undo()
        case 4:
            store.redo()
        case _:
            striking.strike(store, [NoteId(chance.choice(ids))], "Strike", "")


@pytest.mark.parametrize("seed", range(4))
def test_it_follows_every_step_undo_redo_and_strike(
    store: Store, dialogue: DialogueId, seed: int
) -> None:
    chance = random.Random(seed)
    query = "SELECT id FROM items WHERE dialogue = ? AND terms = 'Chatham House Rule'"
    items = [ItemId(i) for (i,) in run(store.db, query, [dialogue])]
    for _ in range(40):
        act(store, chance, items)
        item = chance.choice(items)
        assert store.taken.at(item) == notes.of_item(store, item)
        assert kept(store, dialogue) == written(store, dialogue)


def test_the_notes_of_an_item_that_is_gone_are_gone(store: Store, dialogue: DialogueId) -> None:
    item = ItemId(next(iter(written(store, dialogue))))
    assert store.taken.at(item) == notes.of_item(store, item)  # before it knows the dialogue
    before = kept(store, dialogue)
    with store.step("Remove the item") as step:
        run(step.db, "DELETE FROM items WHERE id = ?", [item])
    assert kept(store, dialogue) == {i: there for i, there in before.items() if i != item}
    store.undo()
    assert kept(store, dialogue) == before


def test_attributions_are_counted_by_item_without_drafts(
    store: Store, dialogue: DialogueId
) -> None:
    for item, used in store.taken.attributed(dialogue).items():
        there = [n.attribution for n in notes.of_item(store, item) if not n.draft]
        assert sum(used.values()) == sum(a is not None for a in there)
