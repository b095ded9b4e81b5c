"""A strike that comes from elsewhere is done here as it would be at home, copies and all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pages import decrypted
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits, merging, teams
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import (
    backup,
    conflicts,
    notes,
    rows,
    sealing,
    second_place,
    striking,
    workspace,
)
from dialogueprep.store import kits as sealed_kits
from dialogueprep.store.keys import Key
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
D = DialogueId("d")
SECRET, CONTROL = "cormorant", "kittiwake"
RULE = "Chatham House Rule"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Store]:
    with workspace.create(tmp_path / "home", KEY, "Home") as store:
        with store.step("Begin") as step:
            rows.insert(step, "dialogues", {"id": D, "first_day": "2026-05-11"})
            item = {"id": "i", "dialogue": D, "terms": RULE, "kind": "discussion"}
            rows.insert(step, "items", {**item, "day": 1, "minutes": 30})
            write(step, "struck", f"The {SECRET} goes.")
            write(step, "stays", f"The {CONTROL} stays.")
        yield store


@pytest.fixture
def away(home: Store, tmp_path: Path) -> Iterator[Store]:
    """Return a colleague's workspace in a team, with copies, one of them on a stick only."""
    for name in ("shared", "stick"):
        (tmp_path / name).mkdir()
    teams.found(home, D, tmp_path / "shared", WORDS)
    teams.exchange_now(home, D, DAY)
    with workspace.create(tmp_path / "away", KEY, "Away") as store:
        teams.join(store, tmp_path / "shared", WORDS)
        teams.exchange_now(store, D, DAY)
        both = [backup.copy(store.db, store.folder, DAY + timedelta(days=n)) for n in (1, 2)]
        second_place.choose(store.folder, tmp_path / "stick")
        second_place.catch_up(store.folder, store.db.beside)
        backup.delete(both[:1])
        yield store


def write(step: Step, note: str, wording: str) -> None:
    row = {"item": "i", "kind": "point", "language": "en", "terms": RULE, "wording": wording}
    rows.put(step, "notes", note, row)


def strike(store: Store) -> None:
    striking.strike(store, [NoteId("struck")], "Strike", "notes")


def exchange(*stores: Store) -> None:
    for store in stores:
        assert teams.exchange_now(store, D, DAY) is not None


def found(store: Store, words: str) -> int:
    """Return in how many of its databases the words stand, free pages too: here and on a stick."""
    second = second_place.chosen(store.folder)
    there = list(second.path.glob("*.db")) if second else []
    paths = [*store.folder.rglob("*.db"), *there]
    return sum(words.encode() in decrypted(store.folder, path) for path in paths)


def test_a_strike_in_a_team_reaches_the_copies_of_the_others(home: Store, away: Store) -> None:
    assert found(away, SECRET) == found(away, CONTROL) == 4
    with away.step("Write") as step:
        write(step, "struck", f"The {SECRET} goes at once.")
    exchange(away, home)
    away.rescue.put(NoteId("struck"), {"wording": SECRET})
    strike(home)
    exchange(home, away)
    second_place.catch_up(away.folder, away.db.beside)
    assert notes.read(away, NoteId("struck")) is None
    assert found(away, SECRET) == 0
    assert found(away, CONTROL) >= 4
    assert SECRET not in repr([e.changes for e in (*away._done, *away._undone)])
    assert away.rescue.waiting == {}
    assert rows.one(away, "settings", "striking") is None


def test_a_note_that_is_only_deleted_stays_in_the_copies(home: Store, away: Store) -> None:
    with home.step("Delete") as step:
        notes.delete(step, NoteId("struck"))
    exchange(home, away)
    assert notes.read(away, NoteId("struck")) is None
    assert found(away, SECRET) >= 3


def test_a_note_that_was_deleted_and_then_struck_goes_everywhere(home: Store, away: Store) -> None:
    with home.step("Delete") as step:
        notes.delete(step, NoteId("struck"))
    exchange(home, away)
    strike(home)
    exchange(home, away)
    second_place.catch_up(away.folder, away.db.beside)
    assert found(home, SECRET) == found(away, SECRET) == 0
    assert found(away, CONTROL) >= 4


def test_what_was_changed_meanwhile_waits_and_is_struck_when_that_is_decided(
    home: Store, away: Store
) -> None:
    with away.step("Write") as step:
        write(step, "struck", f"The {SECRET} may stay.")
    strike(home)
    exchange(home, away)
    assert notes.read(away, NoteId("struck")) is not None
    (waits,) = conflicts.waiting(away)
    merging.settle(away, {waits.root: Decision.THEIRS})
    second_place.catch_up(away.folder, away.db.beside)
    assert found(away, SECRET) == 0 < found(away, CONTROL)


def test_a_strike_goes_on_from_one_to_the_next_with_a_kit(
    home: Store, away: Store, tmp_path: Path
) -> None:
    def hand(source: Store, name: str) -> sealed_kits.Kit:
        kits.hand_over(source, D, Purpose.WHOLE, tmp_path / name, WORDS)
        return sealed_kits.open(tmp_path / name, Key.passphrase(WORDS))

    with workspace.create(tmp_path / "third", KEY, "Third") as third:
        with hand(away, "first.dlg") as kit:
            kits.take_in(third, kit, DAY)
        backup.copy(third.db, third.folder, DAY)
        assert found(third, SECRET) == found(third, CONTROL) == 2
        strike(home)
        exchange(home, away)
        with hand(away, "second.dlg") as kit:
            kits.merge(third, kit, {}, DAY)
        assert found(third, SECRET) == 0 < found(third, CONTROL)


def test_a_kit_without_news_but_a_strike_is_heeded_and_leaves_undo(
    home: Store, away: Store, tmp_path: Path
) -> None:
    with home.step("Delete") as step:
        notes.delete(step, NoteId("struck"))
    exchange(home, away)
    strike(home)
    with away.step("Write") as step:
        write(step, "mine", "Later.")
    kits.hand_over(home, D, Purpose.WHOLE, tmp_path / "kit.dlg", WORDS)
    with sealed_kits.open(tmp_path / "kit.dlg", Key.passphrase(WORDS)) as kit:
        assert kits.preview(away, kit).is_nothing
        kits.heed_strikes(away, kit)
    second_place.catch_up(away.folder, away.db.beside)
    assert found(away, SECRET) == 0 < found(away, CONTROL)
    assert away.undo_label == "Write"


def test_a_strike_that_was_cut_off_on_arrival_goes_on_at_the_next_opening(
    home: Store, away: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    strike(home)
    with monkeypatch.context() as cut:
        cut.setattr(striking, "go_on", lambda _store: None)
        exchange(home, away)
    assert found(away, SECRET) >= 2
    away.close()
    with workspace.open(away.folder, KEY) as again:
        second_place.catch_up(again.folder, again.db.beside)
        assert found(again, SECRET) == 0 < found(again, CONTROL)
