"""What is cut off: each act on a workspace, and how one sees in which state it left it.

An act works on a folder in a process of its own and says aloud what is done and durable; the look
at it afterwards opens the workspace and finds the state from before or the one from after, nothing
between, and nothing lying about.
"""

from __future__ import annotations

import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from make import HERE as RELEASED
from make import KEY as KEY_OF_RELEASED
from pages import plain
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as commands
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import (
    backup,
    driver,
    keys,
    kits,
    purging,
    sealing,
    second_place,
    striking,
    workspace,
)
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
SECRET = "a remark about the pilot station"
_ALONE, _BOTH = "a" * 32, "b" * 32
_NOTE = (
    "INSERT INTO notes (id, item, kind, wording, language, terms)"
    " VALUES (?, 'i', 'point', ?, 'en', 'Chatham House Rule')"
)
_write = os.write  # as it was before anything stood in its way
Picture = dict[str, list[tuple[Any, ...]]]


def picture(store: Store) -> Picture:
    """Return all rows of a workspace, what only merging looks at included."""
    sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    tables = sorted(name for (name,) in run(store.db, sql) if not name.startswith("sqlite_"))
    return {table: sorted(run(store.db, f"SELECT * FROM {table}"), key=repr) for table in tables}


def left_over(folder: Path) -> list[str]:
    """Return what no open workspace needs: parts of files, folders of changes under way."""
    names = (str(path.relative_to(folder)) for path in folder.rglob("*"))
    return sorted(name for name in names if "/." in f"/{name}" or name.endswith((".part", ".tmp")))


class Act(ABC):
    """One act; in its folder lie what it begins with, and the workspace that it works on."""

    name: str
    key = KEY

    def __init__(self, place: Path) -> None:
        self.kept = place / f"kept {self.name}"
        self.here = place / self.name
        self.log = place / f"{self.name}.log"
        self.prepare(self.kept)
        self.before = self.first(self.again())
        self.work()
        self.after = self.seen(self.folder)
        assert self.before != self.after, "an act that does nothing tells nothing"

    @property
    def folder(self) -> Path:
        """The workspace that is worked on."""
        return self.here / "workspace"

    def again(self) -> Path:
        """Put everything back to what it was before the act; return the workspace."""
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self.kept, self.here)
        self.log.write_bytes(b"")
        return self.folder

    def say(self, done: str) -> None:
        """Say that something is done: from now on it must be there."""
        log = os.open(self.log, os.O_WRONLY | os.O_APPEND)
        _write(log, f"{done}\n".encode())
        os.close(log)

    def said(self) -> list[str]:
        """Return what was said to be done."""
        return self.log.read_text().splitlines()

    @abstractmethod
    def prepare(self, place: Path) -> None:
        """Make what the act begins with, in a folder that is not there yet."""

    @abstractmethod
    def work(self) -> None:
        """Do the act on ``folder``."""

    def first(self, folder: Path) -> object:
        """Return the state that the act begins with."""
        return self.seen(folder)

    def seen(self, folder: Path) -> object:
        """Open the workspace, look at it and at all its copies, and return its state."""
        with workspace.open(folder, self.key) as store:
            copies = backup.listed(folder)
            assert all(backup.preview(copy, store.db.key).sound for copy in copies)
            return self.state(store)

    def state(self, store: Store) -> object:
        """Return what tells the state before from the one after."""
        return picture(store)

    def look(self) -> str:
        """Return "before" or "after"; anything else is a failure."""
        found = self.seen(self.folder)
        assert left_over(self.folder) == []
        assert found in (self.before, self.after), "a state between"
        if "done" in self.said():
            assert found == self.after, "what was acknowledged is missing"
        return "before" if found == self.before else "after"


def small(folder: Path) -> DialogueId:
    """Make a workspace with a dialogue of some notes, two copies and a private word in a note."""
    with workspace.create(folder, KEY, "Test", cost=CHEAP) as store:
        with store.step("Begin") as step:
            run(step.db, "INSERT INTO dialogues (id, first_day) VALUES ('d', '2026-05-11')")
            item = "INSERT INTO items (id, dialogue, kind, day, minutes, terms) VALUES"
            run(step.db, f"{item} ('i', 'd', 'discussion', 1, 30, 'Chatham House Rule')")
        backup.copy(store.db, folder, date(2026, 2, 1))
        take_notes(store, "n", 20)
        put_note(store, "secret", SECRET)
        backup.copy(store.db, folder, date(2026, 3, 1))
        backup.copy(store.db, folder, date(2026, 3, 1), before="import")
    return DialogueId("d")


def take_notes(store: Store, name: str, count: int) -> None:
    """Put notes at the item of the dialogue."""
    with store.step("Take notes") as step:
        for n in range(count):
            words = f"Point {name} {n}: patrols keep to the agreed waters. " * 9
            run(step.db, _NOTE, [f"{name}{n}", words])


def put_note(store: Store, note: str, wording: str) -> None:
    """Put one note at the item."""
    with store.step("Take a note") as step:
        run(step.db, _NOTE, [note, wording])


class Copying(Act):
    """Notes are taken, a copy is made as before an import, and more notes are taken."""

    name = "backup"

    def prepare(self, place: Path) -> None:
        small(place / "workspace")

    def work(self) -> None:
        with workspace.open(self.folder, KEY) as store:
            for n in range(3):
                put_note(store, f"m{n}", f"Said before the copy, {n}")
                self.say(f"m{n}")
            backup.before(store.db, self.folder, DAY, "import")
            self.say("copy")
            for n in range(3, 6):
                put_note(store, f"m{n}", f"Said after the copy, {n}")
                self.say(f"m{n}")
        self.say("done")

    def state(self, store: Store) -> object:
        notes = run(store.db, "SELECT id FROM notes WHERE id LIKE 'm%' ORDER BY id")
        return [name for (name,) in notes], [copy.path.name for copy in backup.listed(self.folder)]

    def look(self) -> str:
        found = self.seen(self.folder)
        assert isinstance(found, tuple) and left_over(self.folder) == []
        said, (notes, copies) = self.said(), found
        told = [each for each in said if each.startswith("m")]
        assert notes[: len(told)] == told and len(notes) <= len(told) + 1
        made = f"{DAY} before import.db" in copies
        assert made or "copy" not in said
        return "after" if made else "before"


class Merging(Act):
    """A kit with notes from elsewhere is brought together with the dialogue here."""

    name = "merge"

    def prepare(self, place: Path) -> None:
        dialogue = small(place / "workspace")
        purpose, words = Purpose.WHOLE, Key.passphrase(WORDS)
        with workspace.open(place / "workspace", KEY) as mine:
            kits.make(mine, purpose, dialogue, place / "out.dlg", words)
        with workspace.create(place / "away", KEY, "Away", cost=CHEAP) as away:
            with kits.open(place / "out.dlg", words) as kit:
                commands.take_in(away, kit, DAY)
            take_notes(away, "away", 20)
            with away.step("Change") as step:
                run(step.db, "UPDATE notes SET wording = 'said better' WHERE id = 'n3'")
                run(step.db, "DELETE FROM notes WHERE id = 'n4'")
            kits.make(away, purpose, dialogue, place / "back.dlg", words)
        shutil.rmtree(place / "away")
        with workspace.open(place / "workspace", KEY) as mine, mine.step("Go on") as step:
            run(step.db, "UPDATE notes SET wording = 'mine by now' WHERE id IN ('n5', 'n4')")

    def work(self) -> None:
        with (
            kits.open(self.here / "back.dlg", Key.passphrase(WORDS)) as kit,
            workspace.open(self.folder, KEY) as store,
        ):
            put_note(store, "ack", "said just before")
            self.say("ack")
            commands.merge(store, kit, {}, DAY)
        self.say("done")

    def state(self, store: Store) -> object:
        found = picture(store)
        self._has_ack = any(row[0] == "ack" for row in found["notes"])
        found["notes"] = [row for row in found["notes"] if row[0] != "ack"]
        return found

    def look(self) -> str:
        which = super().look()
        assert self._has_ack or "ack" not in self.said()
        copied = any(copy.before == "merge" for copy in backup.listed(self.folder))
        assert copied or which == "before"
        return which


class Striking(Act):
    """A note is struck: out of the workspace and out of each copy, or out of none."""

    name = "strike"

    def prepare(self, place: Path) -> None:
        small(place / "workspace")

    def work(self) -> None:
        with workspace.open(self.folder, KEY) as store:
            if striking.strike(store, [NoteId("secret")], "Strike", "notes") == striking.Struck():
                self.say("done")

    def state(self, store: Store) -> object:
        sql = "SELECT count(*) FROM notes WHERE id = 'secret'"
        here = run(store.db, sql)[0][0]
        return here, [_asked(copy.path, store, sql) for copy in backup.listed(self.folder)]


def _asked(path: Path, store: Store, sql: str) -> object:
    with store.db.beside(path) as db:
        return run(db, sql)[0][0]


class Purging(Act):
    """The notes of a dialogue are destroyed: here, in each copy, on the stick and in a kit."""

    name = "purge"
    order = Order(Target(What.NOTES, "d"))
    counted = "SELECT count(*) FROM notes"
    secrets: tuple[str, ...] = (SECRET,)

    def prepare(self, place: Path) -> None:
        self.fill(place / "workspace")
        (place / "stick").mkdir()
        with workspace.open(place / "workspace", KEY) as store:
            second_place.choose(store.folder, place / "stick")
            second_place.catch_up(store.folder, store.db.beside)

    def fill(self, folder: Path) -> None:
        """Make a workspace that holds what is destroyed."""
        small(folder)

    def again(self) -> Path:
        folder = super().again()
        second = second_place.FILE
        known = (folder / second).read_text(encoding="utf-8")
        (folder / second).write_text(known.replace(str(self.kept), str(self.here)), "utf-8")
        return folder

    def work(self) -> None:
        with workspace.open(self.folder, KEY) as store:
            into, whole = self.here / "kit.dlg", Purpose.WHOLE
            if not into.exists():
                with cheaply():
                    commands.hand_over(store, DialogueId("d"), whole, into, WORDS, DAY)
            if purging.purge(store, self.order, DAY, "Destroy", "home").done:
                self.say("done")

    def state(self, store: Store) -> object:
        second_place.catch_up(store.folder, store.db.beside)  # as an open window does by itself
        here = run(store.db, self.counted)
        second = second_place.chosen(store.folder)
        assert second is not None and second.is_there
        copies = [copy for copy in backup.listed(store.folder) if copy.before != "purge"]
        there = {copy.path.name: _asked(copy.path, store, self.counted) for copy in second.copies}
        there = {name: n for name, n in there.items() if "purge" not in name}
        return here, [_asked(copy.path, store, self.counted) for copy in copies], there

    def look(self) -> str:
        which = super().look()
        if which == "after":
            assert not (self.here / "kit.dlg").exists()
            with workspace.open(self.folder, KEY) as store:
                key = store.db.key
            for path in self.here.rglob("*.db"):
                pages = plain(path.read_bytes(), key)
                assert not [word for word in self.secrets if word.encode() in pages], path
        return which


class PurgingPeople(Purging):
    """A whole dialogue is destroyed with who is in no other one; in a copy they once were."""

    name = "purge with people"
    order = Order(Target(What.DIALOGUE, "d"), people=frozenset({_ALONE, _BOTH}))
    counted = (
        "SELECT group_concat(id) FROM (SELECT id FROM dialogues UNION ALL SELECT id FROM persons"
        " UNION ALL SELECT id FROM participations ORDER BY id)"
    )
    secrets = (SECRET, "Winterbourne")

    def fill(self, folder: Path) -> None:
        small(folder)
        part = "INSERT INTO participations (id, dialogue, person, delegation) VALUES"
        with workspace.open(folder, KEY) as store:
            with store.step("Invite") as step:
                run(step.db, "INSERT INTO dialogues (id, first_day) VALUES ('e', '2026-06-01')")
                for person, family in ((_ALONE, "Winterbourne"), (_BOTH, "Kittering")):
                    run(step.db, "INSERT INTO persons (id, family) VALUES (?, ?)", [person, family])
                for dialogue in "de":
                    for person in (_ALONE, _BOTH):
                        run(step.db, f"{part} (?1 || ?2, ?1, ?2, 'KR')", [dialogue, person])
                run(step.db, "UPDATE dialogues SET phase = 'closed' WHERE id = 'e'")
            backup.copy(store.db, folder, date(2026, 3, 1), before="merge")
            with store.step("Out of it") as step:
                run(step.db, "UPDATE dialogues SET phase = 'drafting' WHERE id = 'e'")
                run(step.db, f"DELETE FROM participations WHERE id = 'e{_ALONE}'")


class Migrating(Act):
    """A workspace of an earlier release is opened."""

    name = "migration"
    key = KEY_OF_RELEASED

    def prepare(self, place: Path) -> None:
        shutil.copytree(RELEASED / "first_schema", place / "workspace")

    def work(self) -> None:
        with workspace.open(self.folder, self.key):
            pass
        self.say("done")

    def first(self, folder: Path) -> Picture:
        """Return what an old workspace holds, without bringing it up to date."""
        with driver.connect(folder / workspace.FILE, keys.unlock(folder, self.key)) as db:
            return _tables(db)

    def seen(self, folder: Path) -> object:
        with workspace.open(folder, self.key) as store:
            copies = backup.listed(folder)
            assert {copy.before for copy in copies} == {"migration"}
            for copy in copies:
                with store.db.beside(copy.path) as old:
                    assert _tables(old) == self.before, "the copy is not what was"
            return picture(store) | {"_sqlite_migrations": []}

    def look(self) -> str:
        with driver.connect(self.folder / workspace.FILE, keys.unlock(self.folder, self.key)) as db:
            which = "before" if _tables(db) == self.before else "after"
        assert self.seen(self.folder) == self.after, "a state between"
        assert left_over(self.folder) == []
        if "done" in self.said():
            assert which == "after"
        return which


def _tables(db: driver.Database) -> Picture:
    names = [name for name in db.table_names() if not name.startswith(("sqlite_", "_"))]
    return {name: sorted(run(db, f"SELECT * FROM {name}"), key=repr) for name in names}


class KeyChanging(Act):
    """The database and its copies get a new key, which one of two holders has."""

    name = "key change"

    def prepare(self, place: Path) -> None:
        small(place / "workspace")
        deputy = Key.passphrase("calm waters")
        keys.add_holder(place / "workspace", KEY, deputy, "Deputy", today=DAY, cost=CHEAP)
        self.content: Picture = {}

    def work(self) -> None:
        workspace.change_key(self.folder, KEY, cost=CHEAP)
        self.say("done")

    def state(self, store: Store) -> object:
        found = picture(store)
        assert found == (self.content or found)
        self.content = found
        assert len(backup.listed(self.folder)) == 3
        return len(keys.holders(self.folder))


class Restoring(Act):
    """A copy is put in the place of the database."""

    name = "restore"

    def prepare(self, place: Path) -> None:
        small(place / "workspace")

    def work(self) -> None:
        copy = backup.listed(self.folder)[-1]
        workspace.restore(self.folder, KEY, copy, DAY)
        self.say("done")

    def look(self) -> str:
        which = super().look()
        befores = [copy.before for copy in backup.listed(self.folder)]
        assert "restore" in befores or which == "before"
        assert len(befores) - befores.count("restore") == 3
        return which


class CatchingUp(Act):
    """Copies are brought to a second place."""

    name = "second place"

    def prepare(self, place: Path) -> None:
        small(place / "workspace")
        (place / "stick").mkdir()

    def work(self) -> None:
        second = second_place.chosen(self.folder)
        if second is None or not second.is_there:
            second_place.choose(self.folder, self.here / "stick")
        data_key = keys.unlock(self.folder, KEY)
        second_place.catch_up(self.folder, lambda path: driver.connect(path, data_key))
        self.say("done")

    def state(self, store: Store) -> object:
        second = second_place.chosen(self.folder)
        copies = second.copies if second else ()
        assert all(backup.preview(copy, store.db.key).sound for copy in copies)
        return {copy.path.name for copy in copies}

    def look(self) -> str:
        found = self.seen(self.folder)
        assert isinstance(found, set) and isinstance(self.after, set)
        assert found <= self.after and left_over(self.folder) == []
        if "done" in self.said():
            assert found == self.after
        self.work()  # the next time goes on from there
        assert self.seen(self.folder) == self.after
        assert left_over(self.here / "stick") == []
        return "after" if found == self.after else "before"


ACTS: tuple[type[Act], ...] = (
    Copying, Merging, Purging, PurgingPeople, Migrating, KeyChanging, Striking, Restoring,
    CatchingUp,
)  # fmt: skip


def made(place: Path, kinds: Iterable[type[Act]]) -> list[Act]:
    """Return acts, each with what it needs, in a folder."""
    with cheaply():
        return [kind(place) for kind in kinds]


@contextmanager
def cheaply() -> Iterator[None]:
    """Let the passphrases of kits that are made cost little."""
    usual, sealing.USUAL = sealing.USUAL, CHEAP
    try:
        yield
    finally:
        sealing.USUAL = usual
