"""A dialogue that was handed over is taken in row for row, as one step, after a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import (
    agenda,
    backup,
    dialogues,
    driver,
    findings,
    kits,
    notes,
    people,
    sealing,
    striking,
    up_to_date,
    workspace,
)
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store

WORDS = "quiet harbour lantern"
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.fixture
def held(tmp_path: Path, prepared_workspace: Path) -> Iterator[Store]:
    shutil.copytree(prepared_workspace, tmp_path / "held")
    with workspace.open(tmp_path / "held", KEY) as store:
        yield store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with workspace.create(tmp_path / "empty", KEY, "Elsewhere") as store:
        yield store


def dialogue_of(store: Store) -> DialogueId:
    return dialogues.every(store)[0].id


def kit_of(store: Store, purpose: Purpose, folder: Path) -> Path:
    into = folder / f"{purpose}.dlg"
    commands.hand_over(store, dialogue_of(store), purpose, into, WORDS)
    return into


def take_in(store: Store, path: Path) -> commands.Taken:
    with kits.open(path, Key.passphrase(WORDS)) as kit:
        return commands.take_in(store, kit, DAY)


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    names = [name for name in store.db.table_names() if not name.startswith("_")]
    return {name: run(store.db, f"SELECT * FROM {name} ORDER BY id") for name in names}


@pytest.mark.parametrize("purpose", Purpose)
def test_a_kit_is_taken_in_as_it_is_and_undone_and_done_again(
    held: Store, empty: Store, tmp_path: Path, purpose: Purpose
) -> None:
    before, path = dump(empty), kit_of(held, purpose, tmp_path)
    take_in(empty, path)
    after = dump(empty)
    with kits.open(path, Key.passphrase(WORDS)) as kit:
        brought = dump(kit.store)
        assert kit.sender == "Test"
    assert {t: rows for t, rows in after.items() if t != "settings"} == {
        t: rows for t, rows in brought.items() if t != "settings"
    }
    assert dialogues.every(empty)[0].titles == dialogues.every(held)[0].titles
    empty.undo()
    assert dump(empty) == before
    empty.redo()
    assert dump(empty) == after


def test_what_was_undone_can_be_taken_in_again_whole(
    held: Store, empty: Store, tmp_path: Path
) -> None:
    path = kit_of(held, Purpose.WHOLE, tmp_path)
    take_in(empty, path)
    first = dump(empty)
    empty.undo()
    assert take_in(empty, path).deleted == 0
    assert dump(empty)["notes"] == first["notes"]


def test_there_is_a_copy_of_what_was_before(held: Store, empty: Store, tmp_path: Path) -> None:
    take_in(empty, kit_of(held, Purpose.WHOLE, tmp_path))
    assert [copy.before for copy in backup.listed(empty.folder)] == ["kit"]


def test_a_whole_dialogue_reads_as_it_did(held: Store, empty: Store, tmp_path: Path) -> None:
    take_in(empty, kit_of(held, Purpose.WHOLE, tmp_path))
    it = dialogue_of(held)
    assert agenda.of_dialogue(empty, it) == agenda.of_dialogue(held, it)
    assert findings.proposals(empty, it) == findings.proposals(held, it)
    assert people.attendances(empty, it) == people.attendances(held, it)
    shared = [n for n in notes.of_dialogue(held, it) if not (n.private or n.draft)]
    assert list(notes.of_dialogue(empty, it)) == shared


def test_names_come_with_a_rapporteurs_kit_and_contacts_do_not(
    held: Store, empty: Store, tmp_path: Path
) -> None:
    with driver.writable(held.db):
        run(held.db, "UPDATE persons SET email = 'a@example.org', phone = '1'")
    take_in(empty, kit_of(held, Purpose.RAPPORTEUR, tmp_path))
    it = dialogue_of(held)
    names = [p.person.name for p in people.participations(empty, it)]
    assert names == [p.person.name for p in people.participations(held, it)]
    assert names
    assert {p.person.email for p in people.participations(empty, it)} == {""}
    assert notes.of_dialogue(empty, it) == ()


def test_people_and_entries_that_are_here_stay_as_they_are(
    held: Store, prepared_workspace: Path, tmp_path: Path
) -> None:
    shutil.copytree(prepared_workspace, tmp_path / "other")
    path = kit_of(held, Purpose.WHOLE, tmp_path)
    with workspace.open(tmp_path / "other", KEY) as other:
        it = dialogue_of(other)
        with other.step("Remove") as step:
            run(step.db, "DELETE FROM dialogues")
            run(step.db, "UPDATE persons SET email = 'kept@example.org'")
        kept = ("persons", "topics", "recommendations", "ratings")
        before = {table: dump(other)[table] for table in kept}
        take_in(other, path)
        assert {table: dump(other)[table] for table in kept} == before
        assert dialogue_of(other) == it


def test_a_closed_dialogue_is_taken_in_and_stays_closed(
    held: Store, empty: Store, tmp_path: Path
) -> None:
    with held.step("Close") as step:
        run(step.db, "UPDATE dialogues SET phase = 'closed'")
    take_in(empty, kit_of(held, Purpose.WHOLE, tmp_path))
    with pytest.raises(Refused, match="dialogue-closed"), empty.step("Change") as step:
        run(step.db, "UPDATE items SET minutes = 5")


def test_notes_taken_before_an_item_became_one_without_notes_come_too(
    held: Store, empty: Store, tmp_path: Path
) -> None:
    with held.step("Stricter") as step:
        run(step.db, "UPDATE items SET terms_now = 'no notes'")
    take_in(empty, kit_of(held, Purpose.NOTES, tmp_path))
    assert len(notes.of_dialogue(empty, dialogue_of(held))) > 40


def test_a_note_that_was_struck_here_does_not_come_back(
    held: Store, empty: Store, tmp_path: Path
) -> None:
    path = kit_of(held, Purpose.WHOLE, tmp_path)
    take_in(empty, path)
    (note,) = run(empty.db, "SELECT note FROM finding_notes LIMIT 1")[0]
    striking.strike(empty, [NoteId(note)], "Strike", "notes")
    with pytest.raises(Refused, match="dialogue-is-here"):
        take_in(empty, path)
    empty.undo()
    empty.sweep()
    with empty.step("Remove") as step:
        run(step.db, "DELETE FROM dialogues")
    taken = take_in(empty, path)
    assert taken.deleted >= 1
    assert notes.read(empty, NoteId(note)) is None


@pytest.mark.parametrize("passphrase", ["", "  "])
def test_a_kit_without_passphrase_is_refused(held: Store, tmp_path: Path, passphrase: str) -> None:
    into = tmp_path / "one.dlg"
    with pytest.raises(Refused, match="kit-needs-passphrase"):
        commands.hand_over(held, dialogue_of(held), Purpose.WHOLE, into, passphrase)
    assert not into.exists()


def test_what_is_wrong_with_a_kit_leaves_the_workspace_and_the_disk_as_they_were(
    held: Store, empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = kit_of(held, Purpose.WHOLE, tmp_path), dump(empty)
    (tmp_path / "places").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "places"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(Trouble, match="kit-damaged"):
        take_in(empty, path)
    path.write_bytes(content[:-4000])
    with pytest.raises(Trouble, match="kit-incomplete"):
        take_in(empty, path)
    assert dump(empty) == before
    assert not backup.listed(empty.folder)
    assert list((tmp_path / "places").iterdir()) == []


def test_making_and_opening_leave_nothing_beside_the_kit(
    held: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "places").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "places"))
    path = kit_of(held, Purpose.WHOLE, tmp_path)
    with kits.open(path, Key.passphrase(WORDS)):
        assert len(list((tmp_path / "places").iterdir())) == 1
    assert list((tmp_path / "places").iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["held", "places", "whole.dlg"]


def test_a_kit_of_a_newer_schema_is_called_newer(
    held: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kit_of(held, Purpose.WHOLE, tmp_path)
    monkeypatch.setattr(up_to_date, "MIGRATIONS", up_to_date.MIGRATIONS - {"fourth_schema"})
    with pytest.raises(Trouble, match="kit-newer"):
        kits.open(path, Key.passphrase(WORDS))
