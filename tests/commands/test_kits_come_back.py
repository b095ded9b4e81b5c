"""What was handed over comes back: changes are brought together, and nothing else is touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import backup, dialogues, kits, library, notes, sealing, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_library

WORDS = "quiet harbour lantern"
KEY_OF_KIT = Key.passphrase(WORDS)
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.fixture
def home(tmp_path: Path, prepared_workspace: Path) -> Iterator[Store]:
    shutil.copytree(prepared_workspace, tmp_path / "home")
    with workspace.open(tmp_path / "home", KEY) as store:
        with store.step("Set up") as step:
            run(step.db, "UPDATE dialogues SET ceiling = 4, k = 5")
            run(step.db, "UPDATE delegations SET target = 7")
        yield store


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Store]:
    with workspace.create(tmp_path / "away", KEY, "Away") as store:
        yield store


def handed(
    store: Store, purpose: Purpose, folder: Path, name: str = "", it: DialogueId | None = None
) -> Path:
    into = folder / f"{name or purpose}.dlg"
    commands.hand_over(store, it or dialogues.every(store)[0].id, purpose, into, WORDS)
    return into


def taken(store: Store, path: Path) -> None:
    """Take a kit in, as new or merged; nothing may have to be decided."""
    with kits.open(path, KEY_OF_KIT) as kit:
        if not kits.is_here(store, kit.dialogue):
            commands.take_in(store, kit, DAY)
            return
        assert commands.preview(store, kit).conflicts == ()
        commands.merge(store, kit, {}, DAY)


def change(store: Store, sql: str) -> None:
    with store.step("Change") as step:
        run(step.db, sql)


def of_dialogue(store: Store) -> tuple[object, ...]:
    return run(store.db, "SELECT first_day, ceiling, k, phase FROM dialogues")[0]


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    names = [name for name in store.db.table_names() if not name.startswith("_")]
    return {name: run(store.db, f"SELECT * FROM {name} ORDER BY id") for name in names}


@pytest.mark.parametrize("purpose", [Purpose.AGENDA, Purpose.RAPPORTEUR, Purpose.WHOLE])
def test_a_kit_that_comes_back_unchanged_changes_nothing(
    home: Store, away: Store, tmp_path: Path, purpose: Purpose
) -> None:
    taken(away, handed(home, purpose, tmp_path))
    before = everything(home)
    with kits.open(handed(away, purpose, tmp_path, "back"), KEY_OF_KIT) as kit:
        assert commands.preview(home, kit).is_nothing
        assert commands.merge(home, kit, {}, DAY) is None
    assert everything(home) == before
    assert not backup.listed(home.folder)


def test_a_partners_change_of_the_agenda_leaves_what_the_partner_never_had(
    home: Store, away: Store, tmp_path: Path
) -> None:
    taken(away, handed(home, Purpose.AGENDA, tmp_path))
    change(away, "UPDATE dialogues SET first_day = '2027-01-04'")
    change(away, "UPDATE delegations SET code = code || 'X'")
    back = handed(away, Purpose.AGENDA, tmp_path, "back")
    phase = of_dialogue(home)[3]
    taken(home, back)
    assert of_dialogue(home) == ("2027-01-04", 4, 5, phase)
    assert {t for (t,) in run(home.db, "SELECT target FROM delegations")} == {7}
    after = everything(home)
    taken(home, back)
    assert everything(home) == after


def test_whoever_had_little_gets_the_whole_row_with_a_later_kit(
    home: Store, away: Store, tmp_path: Path
) -> None:
    taken(away, handed(home, Purpose.AGENDA, tmp_path))
    assert of_dialogue(away)[1:3] == (2, 3)
    taken(away, handed(home, Purpose.WHOLE, tmp_path))
    assert of_dialogue(away) == of_dialogue(home)
    assert len(notes.of_dialogue(away, dialogues.every(away)[0].id)) > 40


def test_what_a_partner_changed_and_got_back_filled_is_one_row_again(
    home: Store, away: Store, tmp_path: Path
) -> None:
    taken(away, handed(home, Purpose.AGENDA, tmp_path))
    change(away, "UPDATE dialogues SET first_day = '2027-01-04'")
    taken(home, handed(away, Purpose.AGENDA, tmp_path, "back"))
    taken(away, handed(home, Purpose.WHOLE, tmp_path))
    asked = "SELECT * FROM dialogues"
    assert run(away.db, asked) == run(home.db, asked)


def test_both_changing_a_row_has_to_be_decided(home: Store, away: Store, tmp_path: Path) -> None:
    taken(away, handed(home, Purpose.AGENDA, tmp_path))
    change(away, "UPDATE dialogues SET first_day = '2027-01-04'")
    change(home, "UPDATE dialogues SET first_day = '2027-02-08'")
    with kits.open(handed(away, Purpose.AGENDA, tmp_path, "back"), KEY_OF_KIT) as kit:
        (conflict,) = commands.preview(home, kit).conflicts
    assert conflict.ref[0] == "dialogues"
    assert conflict.theirs is not None
    assert (conflict.theirs["first_day"], conflict.theirs["ceiling"]) == ("2027-01-04", 4)


def test_notes_come_back_to_their_items_without_private_ones(
    home: Store, away: Store, tmp_path: Path
) -> None:
    taken(away, handed(home, Purpose.RAPPORTEUR, tmp_path))
    (item,) = run(away.db, "SELECT id FROM items WHERE terms = 'Chatham House Rule' LIMIT 1")[0]
    with away.step("Take notes") as step:
        for name, private, draft in (("n1", 0, 0), ("n2", 1, 0), ("n3", 0, 1)):
            sql = (
                "INSERT INTO notes (id, item, kind, wording, language, terms, private, draft)"
                " VALUES (?, ?, 'point', ?, 'en', 'Chatham House Rule', ?, ?)"
            )
            run(step.db, sql, [name, item, f"Words of {name}.", private, draft])
        run(
            step.db,
            "UPDATE items SET terms_now = 'no quotation, no delegation' WHERE id = ?",
            [item],
        )
    before = {n for (n,) in run(home.db, "SELECT id FROM notes")}
    taken(home, handed(away, Purpose.NOTES, tmp_path))
    assert {n for (n,) in run(home.db, "SELECT id FROM notes")} - before == {"n1"}
    asked = "SELECT terms_now FROM items WHERE id = ?"
    assert run(home.db, asked, [item]) == [("no quotation, no delegation",)]


def test_shipped_entries_of_the_library_are_not_there_twice(
    home: Store, away: Store, tmp_path: Path
) -> None:
    put_in_library(away)
    before = library.shipped_ids(away, "topics"), library.shipped_ids(away, "recommendations")
    counts = {t: len(everything(away)[t]) for t in ("topics", "recommendations")}
    taken(away, handed(home, Purpose.WHOLE, tmp_path))
    assert (library.shipped_ids(away, "topics"), library.shipped_ids(away, "recommendations")) == (
        before
    )
    assert {t: len(everything(away)[t]) for t in counts} == counts
    asked = "SELECT count(*) FROM item_recommendations"
    assert run(away.db, asked) == run(home.db, asked)
    entries = everything(home)["recommendations"], everything(away)["recommendations"]
    taken(home, handed(away, Purpose.WHOLE, tmp_path, "back"))
    taken(away, handed(home, Purpose.WHOLE, tmp_path, "again"))
    assert (everything(home)["recommendations"], everything(away)["recommendations"]) == entries


def test_making_a_kit_can_be_neither_seen_nor_undone_at_home(home: Store, tmp_path: Path) -> None:
    before, depth = everything(home), home.undo_depth
    handed(home, Purpose.WHOLE, tmp_path)
    assert everything(home) == before
    assert home.undo_depth == depth
