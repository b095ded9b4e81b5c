"""A strike reaches notes that a colleague joined or split, in the copies of everybody."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from cut_off import EVERY
from pages import decrypted
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits, merging, teams
from dialogueprep.commands import notes as commands
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.domain.notes import Note, NoteId
from dialogueprep.store import (
    backup,
    conflicts,
    dialogues,
    kinship,
    notes,
    rows,
    sealing,
    second_place,
    settings,
    striking,
    workspace,
)
from dialogueprep.store import kits as sealed_kits
from dialogueprep.store.keys import Key
from dialogueprep.store.went_out import WentOut
from dialogueprep.store.workspace import Store

DAY = date(2026, 3, 2)
PASSPHRASE = "quiet harbour lantern"
D = DialogueId("d")
SECRET, CONTROL = "cormorant", "kittiwake"
RULE = "Chatham House Rule"
WHOLE, PLAIN, OTHER, STAYS = (NoteId(each) for each in ("whole", "plain", "other", "stays"))


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
        for note, words in (
            (WHOLE, f"It stays, the {SECRET} goes."),
            (PLAIN, "Plain words."),
            (OTHER, f"A {SECRET} too."),
            (STAYS, f"The {CONTROL} stays."),
        ):
            write(store, note, words)
        yield store


@pytest.fixture
def away(home: Store, tmp_path: Path) -> Iterator[Store]:
    """Return a colleague's workspace in the team, with copies, one of them on a stick only."""
    (tmp_path / "shared").mkdir()
    teams.found(home, D, tmp_path / "shared", PASSPHRASE)
    teams.exchange_now(home, D, DAY)
    yield from joined(tmp_path, "away")


def joined(place: Path, name: str) -> Iterator[Store]:
    with workspace.create(place / name, KEY, name) as store:
        teams.join(store, place / "shared", PASSPHRASE)
        teams.exchange_now(store, D, DAY)
        both = [backup.copy(store.db, store.folder, DAY + timedelta(days=n)) for n in (1, 2)]
        (place / f"stick of {name}").mkdir()
        second_place.choose(store.folder, place / f"stick of {name}")
        second_place.catch_up(store.folder, store.db.beside)
        backup.delete(both[:1])
        yield store


def write(store: Store, note: NoteId, wording: str) -> None:
    row = {"item": "i", "kind": "point", "language": "en", "terms": RULE, "wording": wording}
    with store.step("Write") as step:
        rows.put(step, "notes", note, row)


def dialogue(store: Store) -> Dialogue:
    return dialogues.read(store, D)


def note(store: Store, which: NoteId) -> Note:
    found = notes.read(store, which)
    assert found is not None
    return found


def split(store: Store) -> NoteId:
    return commands.split(store, note(store, WHOLE), "It stays", f"The {SECRET} goes.")


def join(store: Store) -> None:
    """Join what holds the secret into the plain note, and word that anew."""
    commands.join(store, dialogue(store), note(store, PLAIN), note(store, OTHER))
    joined = note(store, PLAIN)
    commands.change(store, dialogue(store), replace(joined, text="Plain words, and more."))


def exchange(*stores: Store) -> None:
    for store in stores:
        assert teams.exchange_now(store, D, DAY) is not None


def found(store: Store, words: str) -> int:
    """Return in how many databases words stand, free pages too, once a stick has caught up."""
    second_place.catch_up(store.folder, store.db.beside)
    second = second_place.chosen(store.folder)
    there = [copy.path for copy in second.copies] if second else []
    paths = [*store.folder.rglob("*.db"), *there]
    return sum(words.encode() in decrypted(store.folder, path) for path in paths)


def undoable(store: Store) -> str:
    return repr([entry.changes for entry in (*store._done, *store._undone)])


def test_half_of_what_a_colleague_split_leaves_nothing_here(home: Store, away: Store) -> None:
    commands.strike(home, [OTHER])
    write(away, WHOLE, f"It stays, the {SECRET} goes at once.")
    exchange(home, away, home)
    half = split(home)
    exchange(home, away)
    assert note(away, WHOLE).text == "It stays"
    assert found(away, SECRET) >= 4
    out = WentOut(team=True, known=True)
    assert commands.strike(away, [half]) == striking.Struck(out=out)
    assert found(away, SECRET) == 0 and SECRET not in undoable(away)
    assert found(away, CONTROL) >= 4
    assert note(away, WHOLE).text == "It stays"
    exchange(away, home)
    assert found(home, SECRET) == 0 and SECRET not in undoable(home)
    assert note(home, WHOLE).text == "It stays"


def test_a_half_that_was_struck_before_anybody_knew_of_it_leaves_nothing_here(
    home: Store, away: Store
) -> None:
    commands.strike(home, [OTHER])
    exchange(home, away)
    assert found(away, SECRET) >= 3
    commands.strike(home, [split(home)])
    exchange(home, away)
    assert found(home, SECRET) == found(away, SECRET) == 0 < found(away, CONTROL)
    assert note(away, WHOLE).text == "It stays"


def test_what_a_colleague_joined_into_a_note_goes_with_it(home: Store, away: Store) -> None:
    commands.strike(home, [WHOLE])
    join(home)
    exchange(home, away)
    assert notes.read(away, OTHER) is None and note(away, PLAIN).text == "Plain words, and more."
    assert found(away, SECRET) >= 2
    commands.strike(away, [PLAIN])
    assert found(away, SECRET) == 0 < found(away, CONTROL)
    exchange(away, home)
    assert found(home, SECRET) == 0 < found(home, CONTROL)


def test_one_that_was_undone_by_a_colleague_takes_nothing_along(home: Store, away: Store) -> None:
    commands.join(home, dialogue(home), note(home, PLAIN), note(home, OTHER))
    exchange(home, away)
    assert notes.read(away, OTHER) is None
    home.undo()
    exchange(home, away)
    commands.strike(away, [PLAIN])
    assert note(away, OTHER).text == f"A {SECRET} too."
    exchange(away, home)
    assert note(home, OTHER).text == f"A {SECRET} too."


def test_the_half_of_a_split_that_is_undone_goes_everywhere(home: Store, away: Store) -> None:
    half = split(home)
    exchange(home, away)
    assert notes.read(away, half) is not None
    home.undo()
    exchange(home, away)
    assert notes.read(home, half) is None is notes.read(away, half)
    assert note(away, WHOLE) == note(home, WHOLE) and SECRET in note(home, WHOLE).text
    home.redo()
    exchange(home, away)
    assert note(away, half) == note(home, half) and SECRET not in note(away, WHOLE).text


@pytest.mark.parametrize("decision", [None, *Decision])
def test_what_both_changed_waits_as_before_and_is_reached_too(
    home: Store, away: Store, decision: Decision | None
) -> None:
    commands.strike(home, [OTHER])
    exchange(home, away)
    half = split(home)
    write(away, WHOLE, "It stays here.")  # while the colleague split it
    exchange(home, away)
    (waits,) = conflicts.waiting(away)
    if decision:
        merging.settle(away, {waits.root: decision})
    assert found(away, SECRET) >= 3
    commands.strike(away, [half])
    assert found(away, SECRET) == 0 < found(away, CONTROL)


def test_a_strike_that_arrives_leaves_what_waits_to_be_decided(home: Store, away: Store) -> None:
    half = split(home)
    write(away, WHOLE, "It stays here.")
    exchange(home, away)
    assert [it.ref for it in conflicts.waiting(away)] == [("notes", WHOLE)]
    commands.strike(home, [half])
    exchange(home, away)
    assert [it.ref for it in conflicts.waiting(away)] == [("notes", WHOLE)]
    assert note(away, WHOLE).text == "It stays here."


def hand(source: Store, name: str, purpose: Purpose) -> sealed_kits.Kit:
    path = source.folder.parent / name
    kits.hand_over(source, D, purpose, path, PASSPHRASE)
    return sealed_kits.open(path, Key.passphrase(PASSPHRASE))


@pytest.mark.parametrize("purpose", [Purpose.WHOLE, Purpose.NOTES])
@pytest.mark.parametrize("struck_there", [False, True])
def test_it_comes_with_kits_too_and_an_older_kit_brings_nothing_back(
    home: Store, tmp_path: Path, purpose: Purpose, struck_there: bool
) -> None:
    with workspace.create(tmp_path / "third", KEY, "Third") as third:
        with hand(home, "first.dlg", purpose) as kit:
            kits.take_in(third, kit, DAY)
        backup.copy(third.db, third.folder, DAY)
        half = split(home)
        join(home)
        if struck_there:
            commands.strike(home, [half, PLAIN])
        with hand(home, "second.dlg", purpose) as kit:
            kits.merge(third, kit, {}, DAY)
        if not struck_there:
            assert found(third, SECRET) >= 2
            commands.strike(third, [half, PLAIN])
        assert found(third, SECRET) == 0 < found(third, CONTROL)
        for name in ("first.dlg", "second.dlg"):
            older = sealed_kits.open(tmp_path / name, Key.passphrase(PASSPHRASE))
            with older as kit:
                kits.merge(third, kit, {}, DAY)
                kits.heed_strikes(third, kit)
        assert found(third, SECRET) == 0 < found(third, CONTROL)
        assert note(third, WHOLE).text == "It stays"


def test_a_dialogue_that_comes_anew_brings_what_its_notes_were_made_of(
    home: Store, tmp_path: Path
) -> None:
    commands.strike(home, [OTHER])
    with workspace.create(tmp_path / "third", KEY, "Third") as third:
        with hand(home, "first.dlg", Purpose.WHOLE) as kit:
            kits.take_in(third, kit, DAY)
        half = split(home)
        with workspace.create(tmp_path / "fourth", KEY, "Fourth") as fourth:
            with hand(home, "second.dlg", Purpose.WHOLE) as kit:
                kits.take_in(fourth, kit, DAY)
            commands.strike(fourth, [half])
            with hand(fourth, "third.dlg", Purpose.WHOLE) as kit:
                backup.copy(third.db, third.folder, DAY)
                assert found(third, SECRET) == 2
                kits.merge(third, kit, {}, DAY)
        assert found(third, SECRET) == 0 < found(third, CONTROL)


def test_what_an_earlier_version_kept_of_a_join_goes_along(home: Store, away: Store) -> None:
    commands.strike(home, [WHOLE])
    with home.step("As it was") as step:
        notes.delete(step, OTHER)
        notes.put(step, replace(note(home, PLAIN), text="Plain, and more."))
        settings.put(step, kinship.MADE_OF + PLAIN, [OTHER])
    exchange(home, away)
    assert found(away, SECRET) >= 2
    commands.strike(away, [PLAIN])
    assert found(away, SECRET) == 0 < found(away, CONTROL)


def test_a_strike_of_kin_that_was_cut_off_on_arrival_goes_on_at_the_next_opening(
    home: Store, away: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.strike(home, [OTHER])
    half = split(home)
    exchange(home, away)
    commands.strike(home, [half])
    with monkeypatch.context() as cut:
        cut.setattr(striking, "go_on", lambda _store: None)
        exchange(home, away)
    assert found(away, SECRET) >= 2
    away.close()
    with workspace.open(away.folder, KEY) as again:
        assert found(again, SECRET) == 0 < found(again, CONTROL)


class Room:
    """Three people who write, split, join, undo and copy as chance has it, one after another."""

    def __init__(self, stores: list[Store], seed: int) -> None:
        self.stores, self.chance = stores, random.Random(seed)
        self.typed = 0

    def word(self) -> str:
        self.typed += 1
        return f"word{self.typed:03d}x"

    def of(self, store: Store) -> list[Note]:
        return list(notes.of_dialogue(store, D))

    def act(self) -> None:
        store = self.chance.choice(self.stores)
        acts = (self.write, self.change, self.split, self.split, self.join, self.join, self.undo)
        self.chance.choice((*acts, self.remove, self.copy))(store)
        exchange(*self.stores, *self.stores)

    def write(self, store: Store) -> None:
        write(store, NoteId(self.word()), " ".join(self.word() for _ in range(4)))

    def change(self, store: Store) -> None:
        some = self.chance.choice(self.of(store))
        kept = [each for each in some.text.split() if self.chance.random() < 0.7]
        text = " ".join([*kept, self.word()])
        commands.change(store, dialogue(store), replace(some, text=text))

    def split(self, store: Store) -> None:
        some = self.chance.choice(self.of(store))
        words = some.text.split()
        if len(words) > 1:
            at = self.chance.randrange(1, len(words))
            commands.split(store, some, " ".join(words[:at]), " ".join(words[at:]))

    def join(self, store: Store) -> None:
        if len(self.of(store)) > 2:
            commands.join(store, dialogue(store), *self.chance.sample(self.of(store), 2))

    def remove(self, store: Store) -> None:
        if len(self.of(store)) > 4:
            commands.remove(store, [self.chance.choice(self.of(store)).id])

    def undo(self, store: Store) -> None:
        store.undo()

    def copy(self, store: Store) -> None:
        backup.copy(store.db, store.folder, DAY, "import")


@pytest.mark.parametrize("seed", range(40 if EVERY == 1 else 2))
def test_whatever_was_joined_and_split_by_whom_no_word_of_a_struck_note_stays(
    home: Store, away: Store, tmp_path: Path, seed: int
) -> None:
    third = joined(tmp_path, "third")
    room = Room([home, away, next(third)], seed)
    for _ in range(5):
        room.write(home)
    exchange(*room.stores, *room.stores)
    for _ in range(3):
        for _ in range(6):
            room.act()
        for store in room.stores:
            room.copy(store)
        one = room.chance.choice(room.stores)
        struck = room.chance.choice([n for n in room.of(one) if "word" in n.text])
        words = [word for word in struck.text.split() if word.startswith("word")]
        assert not [store for store in room.stores if conflicts.waiting(store)]
        assert all(found(store, words[0]) for store in room.stores)
        stay = {n.id: n.text for n in room.of(one) if n.id != struck.id}
        commands.strike(one, [struck.id])
        exchange(*room.stores, *room.stores)
        for store in room.stores:
            assert [word for word in words if found(store, word)] == []
            assert not [word for word in words if word in undoable(store)]
            assert {n.id: n.text for n in room.of(store)} == stay
    assert next(third, None) is None
