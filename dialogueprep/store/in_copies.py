"""What a strike, and the close of an item, change in a copy: the same in one of any schema.

Doing it again changes nothing more. A copy is changed and its notes are written anew (`anew`) in
one transaction: were they two, whoever is cut off between them would find nothing left to change,
and what lies in the gaps of pages would stay.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path

from dialogueprep.domain import branches
from dialogueprep.domain.dialogue import ItemId, QuestionId
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import anew, erasing
from dialogueprep.store.driver import Database, explained, run

Beside = Callable[[Path], Database]
"""Opens a database under the workspace's key."""
_FROZEN = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'notes'"
    " AND name LIKE 'notes\\_frozen%' ESCAPE '\\'"
)
_KEEPS_WAITING = "SELECT 1 FROM sqlite_master WHERE name = 'conflicts'"
_WAITING = "DELETE FROM conflicts WHERE table_name = 'notes' AND id = ?"
_AS_NOW = "UPDATE notes SET wording = ?1 WHERE id = ?2 AND wording <> ?1"
_TYPED = "SELECT id, question, indent, draft, aside FROM notes WHERE item = ? ORDER BY position, id"
_QUESTIONS = "SELECT id FROM item_questions WHERE item = ? ORDER BY position, id"


@contextmanager
def changing(path: Path, beside: Beside) -> Generator[Database]:
    """Yield a copy to change notes in, all of it or nothing; the copy keeps its time.

    That a dialogue is closed in it is no hindrance. References are not followed: what belongs to a
    note is to be deleted with it. Raises Trouble, OSError.
    """
    before = path.stat()
    with beside(path) as opened, explained(path.parent), unfrozen(opened):
        yield opened
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    erasing.leave_no_journal(path)


@contextmanager
def unfrozen(opened: Database) -> Generator[None]:
    """Let notes be changed inside, of closed dialogues too, and write them anew if any was.

    All in one transaction of a database that was opened apart for it.
    """
    run(opened, "PRAGMA foreign_keys = OFF")
    run(opened, "BEGIN IMMEDIATE")
    frozen = run(opened, _FROZEN)
    for name, _ in frozen:
        run(opened, f'DROP TRIGGER "{name}"')
    yield
    for _, definition in frozen:
        run(opened, definition)
    run(opened, "COMMIT" if anew.if_changed(opened) else "ROLLBACK")


def strike(opened: Database, ids: Iterable[str], there: Mapping[NoteId, str]) -> None:
    """Delete notes, and what waits for them; those that are still there get the words of now."""
    waits = run(opened, _KEEPS_WAITING)
    for note in ids:
        if note in there:
            run(opened, _AS_NOW, [there[NoteId(note)], note])
        else:
            run(opened, "DELETE FROM finding_notes WHERE note = ?", [note])
            run(opened, "DELETE FROM notes WHERE id = ?", [note])
        if waits:
            run(opened, _WAITING, [note])


def put_in_order(opened: Database, item: str, ranks: Mapping[str, int]) -> None:
    """Order an item's notes as they stand in the workspace; what is gone there comes last."""
    there = [note.id for note in _notes(opened, item)]
    there.sort(key=lambda note: (ranks.get(note, len(ranks)), note))  # ids are random
    _renumber(opened, there)


def shuffle(opened: Database, item: str) -> None:
    """Shuffle an item's notes within each question, as a close does."""
    questions = [QuestionId(each) for (each,) in run(opened, _QUESTIONS, [item])]
    _renumber(opened, branches.shuffled(_notes(opened, item), questions, random.SystemRandom()))


def _notes(opened: Database, item: str) -> list[Note]:
    """Return an item's notes in their order, as far as that bears on it."""
    return [
        Note(
            id=NoteId(note),
            item=ItemId(item),
            kind=NoteKind.POINT,
            text="",
            question=QuestionId(question) if question else None,
            indent=indent,
            draft=bool(draft),
            aside=bool(aside),
        )
        for note, question, indent, draft, aside in run(opened, _TYPED, [item])
    ]


def _renumber(opened: Database, order: Iterable[NoteId]) -> None:
    ids = list(order)
    if len(ids) > 1:
        for position, note in enumerate(ids):
            run(opened, "UPDATE notes SET position = ? WHERE id = ?", [position, note])
