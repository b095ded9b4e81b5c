"""Striking: taking notes out of a workspace beyond recovery, its copies included.

Deleting overwrites the words on the pages (`secure_delete`). Where they lay before, in a gap that
a row left when the tree was put in balance, writing the notes anew clears them (`anew`). What
remains of a struck note is a tombstone with its id, so that merging does not bring it back, and
among the versions that the note had a word that it was struck. These go wherever tombstones go,
with kits and into a team's folder: who takes them in strikes the note there too. The workspace
notes which strikes are not through its copies yet; if the program ends before, the next opening
goes on.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import (
    anew,
    backup,
    conflicts,
    driver,
    in_copies,
    kinship,
    lineage,
    notes,
    rows,
    second_place,
    settings,
    went_out,
)
from dialogueprep.store.backup import Backup
from dialogueprep.store.driver import Database, run
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.went_out import WentOut
from dialogueprep.store.workspace import Store

STRUCK = "struck"
"""What stands among the versions of a note that was struck; it is none itself."""
_GOING_ON = "striking"
_BURIED = "SELECT 1 FROM tombstones WHERE table_name = 'notes' AND id = ?"
_GONE = (
    "SELECT id FROM _lineage l WHERE version = ? AND table_name = 'notes'"
    " AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.id = l.id)"
)


@dataclass(frozen=True, slots=True)
class Struck:
    """What a strike did not reach: copies that could not be opened or written, the journal.

    And where the notes went, if they ever left: kits are sealed, nothing in them can be changed.
    """

    missed: tuple[Backup, ...] = ()
    journal: bool = False
    out: WentOut = WentOut()


def strike(store: Store, ids: Sequence[NoteId], label: str, page: str) -> Struck:
    """Take notes out of the tables, of what can be undone, and of each copy in ``backups/``.

    What only waits in the emergency journal is struck there. A note that was joined into one of
    them goes with it; of one from which it was split, the older states go. Other steps can still be
    undone. Raises Trouble if the workspace itself cannot be written; then nothing is struck.
    """
    with driver.explained(store.folder):
        there = any(notes.read(store, note) for note in ids)
        gone, older = kinship.reached_by(store, ids)
        buried = any(run(store.db, _BURIED, [note]) for note in gone)
        out = went_out.of(store, (*gone, *older))
    reached = (*gone, *older)
    if there or buried:
        with store.step(label, page=page, aside=not there) as step:
            for note in gone:
                notes.delete(step, note)
            conflicts.drop_rows(step, "notes", reached)
            _owe(step, reached)
            kinship.forget(step, gone)
            lineage.adopt_all(step, {("notes", note): {STRUCK: ""} for note in gone})
    for note in reached:
        store.forget("notes", note)
    return replace(_reach(store, reached), out=out)


def go_on(store: Store) -> None:
    """Go on with strikes that are not through yet; raises Trouble."""
    with driver.explained(store.folder):
        ids = settings.read(store, _GOING_ON, ())
    for note in ids:
        store.forget("notes", note)
    if ids:
        _reach(store, ids)


@contextmanager
def heeding(step: Step) -> Generator[None]:
    """Note which strikes of others come with what is taken in inside; `go_on` does them here."""
    before = struck(step)
    yield
    _heed(step, struck(step) - before)


def heed(store: Store, others: Readable) -> None:
    """Note which strikes a kit brings of notes that are not here: copies may hold them."""
    fresh = sorted(struck(others) - struck(store))
    fresh = [each for each in fresh if notes.read(store, NoteId(each)) is None]
    if fresh or kinship.has_news(store, others):
        with store.step("", aside=True) as step:
            kinship.adopt(step, kinship.said(others))
            _heed(step, fresh)


def _heed(step: Step, fresh: Iterable[str]) -> None:
    """Owe strikes of others, and what words of theirs stood in before; what waits of that stays."""
    if ids := [NoteId(each) for each in sorted(fresh)]:
        gone, older = kinship.reached_by(step, ids)
        conflicts.drop_rows(step, "notes", ids)
        _owe(step, (*gone, *older))


def struck(source: Readable) -> frozenset[str]:
    """Return the ids of notes that were struck, here or elsewhere, and are not here any more."""
    return frozenset(note for (note,) in run(source.db, _GONE, [STRUCK]))


def _owe(step: Step, ids: Iterable[str]) -> None:
    """Note that notes are to be struck wherever they were, or to stand there as they do now."""
    owed = (*settings.read(step, _GOING_ON, ()), *ids)
    settings.put(step, _GOING_ON, list(dict.fromkeys(owed)))


def _reach(store: Store, ids: Sequence[NoteId]) -> Struck:
    owed = _owed_there(store, ids)
    here = anew.written(store.db, store.folder)
    there = {note: found.text for note in ids if (found := notes.read(store, note))}
    copies = backup.listed(store.folder)
    missed = [copy for copy in copies if not _struck_in(store.db, copy, ids, there)]
    journal = _out_of_journal(store, [note for note in ids if note not in there])
    if here and owed and journal and not missed:
        _end(store)
    store.on_copy()  # a second place that is there is not to wait for the next look
    return Struck(tuple(missed), journal=not journal)


def _owed_there(store: Store, ids: Iterable[str]) -> bool:
    """Note what the second place is owed; return whether that could be written.

    On a full disk the copies here are struck all the same.
    """
    with suppress(Trouble):
        second_place.owe(store.folder, ids)
        return True
    return False


def _end(store: Store) -> None:
    """Note that strikes are through; this is nothing to undo, and leaves alone what is."""
    if settings.read(store, _GOING_ON):
        with suppress(Trouble), store.step("", aside=True) as step:  # else once more, later
            rows.delete(step, "settings", _GOING_ON)


def _out_of_journal(store: Store, ids: Sequence[NoteId]) -> bool:
    with suppress(Trouble):
        for journal in (store.rescue, *store.left_behind()):
            journal.drop(ids)
        return True
    return False


def _struck_in(
    db: Database, copy: Backup, ids: Sequence[NoteId], there: Mapping[NoteId, str]
) -> bool:
    """Strike the notes in a copy, which keeps its time; return whether none is left in it.

    Those that are still there have in it the words that they have now.
    """
    with suppress(Trouble, OSError):
        with in_copies.changing(copy.path, db.beside) as opened:
            in_copies.strike(opened, ids, there)
        return True
    return False
