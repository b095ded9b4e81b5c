"""Notes that arrive at an item that is closed, or that its closer never had, keep no order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY
from test_kits_come_back import DAY, handed, taken

from dialogueprep.commands import notes as commands
from dialogueprep.commands import teams
from dialogueprep.domain.dialogue import AgendaItem, Dialogue
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import agenda, backup, dialogues, notes, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

TYPED = [f"harbour {n} opens earlier" for n in range(30)]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Store]:
    with workspace.create(tmp_path / "home", KEY, "Home") as store:
        put_in_sample(store)
        yield store


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Store]:
    with workspace.create(tmp_path / "away", KEY, "Away") as store:
        yield store


def closing(store: Store) -> tuple[Dialogue, AgendaItem]:
    """Return the dialogue, and an item of it without notes."""
    dialogue = dialogues.every(store)[0]
    there = agenda.of_dialogue(store, dialogue.id)
    return dialogue, next(i for i in there if i.titles.best("en") == "Closing")


def take(store: Store, *words: str) -> None:
    dialogue, item = closing(store)
    for text in words:
        note = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=text)
        commands.take(store, dialogue, note)


def close(store: Store, *, keep_order: bool = False) -> None:
    item = closing(store)[1]
    commands.close_item(store, item, keep_order=keep_order, chance=random.Random(3))


def rises(store: Store, path: Path | None = None) -> int:
    """Return how often what was typed next stands next, of 29 times."""
    sql = "SELECT wording FROM notes WHERE item = ? ORDER BY position"
    with store.db.beside(path or store.folder / backup.FILE) as opened:
        stands = [text for (text,) in run(opened, sql, [closing(store)[1].id]) if text in TYPED]
    assert sorted(stands) == sorted(TYPED)
    return sum(TYPED.index(b) == TYPED.index(a) + 1 for a, b in pairwise(stands))


@pytest.mark.parametrize("keep_order", [False, True])
def test_notes_come_to_an_item_that_was_closed_here(
    home: Store, away: Store, tmp_path: Path, keep_order: bool
) -> None:
    """The organiser wrote one line and closed the item before the rapporteur's notes came."""
    taken(away, handed(home, Purpose.RAPPORTEUR, tmp_path))
    take(away, *TYPED)
    assert rises(away) == 29
    take(home, "one of the organiser's own")
    close(home, keep_order=keep_order)
    taken(home, handed(away, Purpose.NOTES, tmp_path, "back"))
    assert rises(home) == 29 if keep_order else rises(home) < 10


def test_a_colleague_closes_the_item_without_what_was_typed_here(
    home: Store, away: Store, tmp_path: Path
) -> None:
    (folder := tmp_path / "shared").mkdir()
    dialogue, item = closing(home)
    teams.found(home, dialogue.id, folder, "quiet harbour lantern")
    teams.exchange_now(home, dialogue.id, DAY)
    teams.join(away, folder, "quiet harbour lantern")
    teams.exchange_now(away, dialogue.id, DAY)
    take(away, *TYPED)
    copy = backup.copy(away.db, away.folder, DAY).path
    take(home, "one", "two")
    close(home)
    teams.exchange_now(home, dialogue.id, DAY)
    teams.exchange_now(away, dialogue.id, DAY)
    assert agenda.read(away, item.id).closed
    assert len(notes.of_item(away, item.id)) == len(TYPED) + 2
    assert rises(away) < 10 and rises(away, copy) < 10
    teams.exchange_now(home, dialogue.id, DAY)
    assert rises(home) < 10


def waiting(store: Store, texts: Sequence[str]) -> None:
    """Let notes wait in the emergency journal, as on a full disk."""
    item = closing(store)[1]
    for text in texts:
        note = Note(id=NoteId(new_id()), item=item.id, kind=NoteKind.POINT, text=text)
        with pytest.raises(Trouble), notes.rescued(store, note.id, note):
            raise Trouble("disk-full")


def test_notes_that_waited_come_back_to_an_item_that_is_closed_by_now(home: Store) -> None:
    take(home, *TYPED[:10])
    waiting(home, TYPED[10:])
    close(home)
    asked: list[str] = []
    home.db.conn.set_trace_callback(asked.append)
    assert commands.bring_back(home) == 20
    assert asked.count("SELECT item, id FROM notes") == 2  # as for one note
    assert rises(home) < 10


@pytest.mark.parametrize("refused", [0, 7, 19])
def test_a_note_that_is_refused_holds_back_no_other(home: Store, refused: int) -> None:
    waiting(home, TYPED[:20])
    run(home.db, "PRAGMA query_only = OFF")
    run(
        home.db,
        "CREATE TEMP TRIGGER no_more BEFORE INSERT ON notes"
        f" WHEN new.wording = '{TYPED[refused]}' BEGIN SELECT raise(ABORT, 'dialogue-closed'); END",
    )
    assert commands.bring_back(home) == 19
    stands = [n.text for n in notes.of_item(home, closing(home)[1].id)]
    assert stands == [text for text in TYPED[:20] if text != TYPED[refused]]
    (left,) = notes.waiting(home).values()
    assert left and left.text == TYPED[refused]
