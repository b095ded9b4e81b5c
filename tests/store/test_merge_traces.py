"""What waits to be decided on leaves no words behind where its note is struck."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from histories import kit, take
from pages import decrypted
from shared_key import KEY

from dialogueprep.domain.notes import NoteId
from dialogueprep.store import backup, conflicts, rows, striking, workspace
from dialogueprep.store.workspace import Store

SECRET = "cormorant"
CONTROL = "kittiwake"
RULE = "Chatham House Rule"


def begin(store: Store) -> None:
    with store.step("Begin") as step:
        rows.insert(step, "dialogues", {"id": "d", "first_day": "2026-05-11"})
        item = {"id": "i", "dialogue": "d", "kind": "discussion", "day": 1, "minutes": 30}
        rows.insert(step, "items", {**item, "terms": RULE})
        for note in ("n", "o"):
            row = {"id": note, "item": "i", "kind": "point", "language": "en", "terms": RULE}
            rows.insert(step, "notes", {**row, "wording": "Ports first."})


def write(store: Store, note: str, wording: str) -> None:
    with store.step("Write") as step:
        rows.update(step, "notes", note, {"wording": wording})


def everywhere(folder: Path) -> bytes:
    return b"".join(decrypted(folder, path) for path in sorted(folder.rglob("*.db")))


def test_a_strike_reaches_what_waits_in_the_workspace_and_its_copies(tmp_path: Path) -> None:
    with (
        workspace.create(tmp_path / "mine", KEY, "Mine") as mine,
        workspace.create(tmp_path / "theirs", KEY, "Theirs") as theirs,
    ):
        begin(mine)
        take(theirs, kit(mine))
        for note, word in (("n", SECRET), ("o", CONTROL)):
            write(mine, note, "Rail first.")
            write(theirs, note, f"The {word} first.")
        take(mine, kit(theirs))
        backup.copy(mine.db, mine.folder, date(2026, 3, 2))
        assert everywhere(mine.folder).count(SECRET.encode()) == 2
        striking.strike(mine, [NoteId("n")], "Strike", "notes")
        assert SECRET.encode() not in everywhere(mine.folder)
        assert everywhere(mine.folder).count(CONTROL.encode()) == 2
        assert [it.ref for it in conflicts.waiting(mine)] == [("notes", "o")]
