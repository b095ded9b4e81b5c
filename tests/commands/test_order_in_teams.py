"""The order of typing where a colleague closes the item leaves this workspace and its copies."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.commands import notes as commands
from dialogueprep.commands import teams
from dialogueprep.domain.dialogue import AgendaItem, Dialogue
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import agenda, backup, dialogues, notes, sealing, workspace
from dialogueprep.store.driver import Database, run
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"


def order(db: Database, item: AgendaItem) -> list[str]:
    sql = "SELECT wording FROM notes WHERE item = ? ORDER BY position"
    return [words for (words,) in run(db, sql, [item.id])]


def exchange(dialogue: Dialogue, *stores: Store) -> None:
    for store in stores:
        teams.exchange_now(store, dialogue.id, DAY)


def test_what_a_colleague_closes_keeps_no_order_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)
    (folder := tmp_path / "shared").mkdir()
    with (
        workspace.create(tmp_path / "a", KEY, "a") as theirs,
        workspace.create(tmp_path / "b", KEY, "b") as mine,
    ):
        put_in_sample(theirs)
        dialogue = dialogues.every(theirs)[0]
        there = agenda.of_dialogue(theirs, dialogue.id)
        item = next(i for i in there if i.titles.best("en") == "Closing")
        teams.found(theirs, dialogue.id, folder, WORDS)
        exchange(dialogue, theirs)
        teams.join(mine, folder, WORDS)
        exchange(dialogue, theirs, mine, theirs)
        typed = [f"harbour {n} opens earlier" for n in range(9)]
        for text in typed:
            note = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=text)
            commands.take(mine, dialogue, note)
        copy = backup.copy(mine.db, mine.folder, DAY).path
        exchange(dialogue, mine, theirs)
        commands.close_item(theirs, item, keep_order=False, chance=random.Random(3))
        exchange(dialogue, theirs, mine)
        shuffled = order(theirs.db, item)
        assert shuffled != typed and sorted(shuffled) == sorted(typed)
        assert agenda.read(mine, item.id).closed
        assert order(mine.db, item) == shuffled
        with mine.db.beside(copy) as opened:
            assert order(opened, item) == shuffled
        while mine.undo():
            left = [n.text for n in notes.of_item(mine, item.id)]
            assert left == [text for text in shuffled if text in left]
