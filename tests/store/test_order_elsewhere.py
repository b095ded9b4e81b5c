"""Copies that lie at a second place only: they lose the order of typing too, whatever happens."""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from cut_off import EVERY, TIMES, killed_after, killed_at_each, on_a_full_disk
from pages import decrypted
from shared_key import KEY
from typed_notes import WORDS, close, in_copy, many, tells, tells_nothing, written

from dialogueprep.commands import life
from dialogueprep.commands import notes as commands
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.notes import NoteId
from dialogueprep.sentences import explain
from dialogueprep.store import (
    asking_there,
    backup,
    driver,
    keys,
    notes,
    second_place,
    settings,
    workspace,
)
from dialogueprep.store.driver import Database, run
from dialogueprep.store.workspace import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))

import numbered_operations

DAYS = date(2026, 3, 2), date(2026, 3, 3)


@dataclass(frozen=True)
class Place:
    """A folder with a workspace and a stick, on which lies a copy that is nowhere else."""

    path: Path
    item: AgendaItem
    typed: list[NoteId]

    @property
    def folder(self) -> Path:
        return self.path / "workspace"

    @property
    def second(self) -> second_place.Second:
        second = second_place.chosen(self.folder)
        assert second is not None
        return second

    @property
    def alone(self) -> Path:
        """The copy that lies on the stick only."""
        return self.second.path / f"{DAYS[0].isoformat()}.db"

    def beside(self) -> Callable[[Path], Database]:
        key = keys.unlock(self.folder, KEY)
        return lambda path: driver.connect(path, key)

    def catch_up(self) -> int:
        return second_place.catch_up(self.folder, self.beside())


def begun(store: Store, item: AgendaItem, typed: list[NoteId]) -> Place:
    """Bring two copies of a workspace to a stick, and delete the older one here."""
    place = Place(store.folder.parent, item, typed)
    older, _ = (backup.copy(store.db, store.folder, day) for day in DAYS)
    (place.path / "stick").mkdir()
    second_place.choose(store.folder, place.path / "stick")
    second_place.catch_up(store.folder, store.db.beside)
    backup.delete([older])
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where a workspace of the test lies, in a folder that can be put back as it was."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place" / "workspace"


@pytest.fixture
def place(store: Store) -> Place:
    return begun(store, *written(store))


def test_a_copy_that_lies_only_there_tells_the_order_no_more(store: Store) -> None:
    item, words, typed = many(store)
    place = begun(store, item, typed)
    before = place.alone.stat().st_mtime_ns
    assert tells(store, place.alone, item, typed)
    assert b"lantern 000" in decrypted(store.folder, place.alone)
    close(store, item)
    assert place.second.owes and second_place.behind(store.folder)
    assert tells(store, place.alone, item, typed)  # nothing has reached the stick yet
    place.catch_up()
    for copy in place.second.copies:
        assert tells_nothing(store, copy.path, item, typed, words)
    assert not place.second.owes and not second_place.behind(store.folder)
    assert place.alone.stat().st_mtime_ns == before
    assert len(place.second.copies) == 2


def test_notes_stay_at_their_question_and_under_their_note(store: Store) -> None:
    item, typed = written(store)
    for note in (typed[1], typed[2], typed[5]):
        found = notes.read(store, note)
        assert found is not None
        commands.indent(store, found, 1)
    place = begun(store, item, typed)
    close(store, item)
    place.catch_up()
    order = in_copy(store, place.alone, item)
    assert sorted(order) == sorted(typed)
    head, five = order.index(typed[0]), order.index(typed[4])
    assert {*order[head + 1 : head + 3]} == {typed[1], typed[2]}
    assert order[five + 1] == typed[5]


def test_what_is_owed_is_remembered_while_the_place_is_away(store: Store, place: Place) -> None:
    stick, pocket = place.path / "stick", place.path / "pocket"
    stick.rename(pocket)
    close(store, place.item)
    folder = store.folder
    store.close()
    assert place.second.mixed == (place.item.id,) and place.catch_up() == 0
    with workspace.open(folder, KEY) as again:
        pocket.rename(stick)
        assert in_copy(again, place.alone, place.item) == place.typed
        place.catch_up()
        assert in_copy(again, place.alone, place.item) != place.typed
        assert sorted(in_copy(again, place.alone, place.item)) == sorted(place.typed)
    assert not place.second.owes


def test_it_is_owed_once_more_where_it_could_not_be_written_down(
    store: Store, place: Place
) -> None:
    part = store.folder / f".{second_place.FILE}.part"
    part.mkdir()
    (part / "in the way").touch()
    close(store, place.item)
    assert not place.second.owes and settings.read(store, "mixing") == [place.item.id]
    (part / "in the way").unlink()
    part.rmdir()
    store.close()
    with workspace.open(place.folder, KEY) as again:
        assert place.second.owes and settings.read(again, "mixing") is None
        place.catch_up()
        assert in_copy(again, place.alone, place.item) != place.typed


def test_a_place_of_an_earlier_version_is_asked_for_all_that_was_closed(
    store: Store, place: Place
) -> None:
    close(store, place.item)
    known = json.loads((place.folder / second_place.FILE).read_text(encoding="utf-8"))
    for name in ("mixed", "asked"):  # as the version before wrote it, when all was through
        del known[name]
    (place.folder / second_place.FILE).write_text(json.dumps(known), encoding="utf-8")
    assert in_copy(store, place.alone, place.item) == place.typed
    store.close()
    with workspace.open(place.folder, KEY) as again:
        place.catch_up()
        assert in_copy(again, place.alone, place.item) != place.typed
    assert not second_place.is_unasked(place.folder)


def test_a_place_that_was_given_up_meanwhile_is_asked_when_it_is_chosen_again(
    store: Store, place: Place
) -> None:
    alone, struck = place.alone, {place.typed[3], place.typed[6]}
    commands.strike(store, [place.typed[6]])
    second_place.forget(store.folder)
    commands.strike(store, [place.typed[3]])
    close(store, place.item)
    assert in_copy(store, alone, place.item) == place.typed
    second_place.choose(store.folder, place.path / "stick")
    assert second_place.is_unasked(store.folder)
    asking_there.ask(store)
    place.catch_up()
    order = in_copy(store, alone, place.item)
    assert sorted(order) == sorted({*place.typed} - struck)
    assert order != [each for each in place.typed if each not in struck]
    pages = decrypted(store.folder, alone)
    assert [text for text in WORDS if text.encode() not in pages] == [WORDS[3], WORDS[6]]


def test_what_was_struck_and_what_was_destroyed_go_together(store: Store, place: Place) -> None:
    commands.strike(store, place.typed[:1])
    life.destroy(store, Order(Target(What.DIALOGUE, place.item.dialogue)), DAYS[1])
    place.catch_up()
    assert WORDS[5].encode() not in decrypted(store.folder, place.alone)
    with store.db.beside(place.alone) as opened:
        assert run(opened, "SELECT count(*) FROM notes")[0][0] == 0
        assert run(opened, "SELECT count(*) FROM items")[0][0] == 0


def whole(place: Place) -> None:
    """All copies on the stick hold all words, whatever was cut off."""
    second = place.second
    assert second.is_there and len(second.copies) == 2
    key = keys.unlock(place.folder, KEY)
    for copy in second.copies:
        assert backup.preview(copy, key).sound
        pages = decrypted(place.folder, copy.path)
        assert all(text.encode() in pages for text in WORDS)


def goes_on(place: Place, when: str) -> str:
    """After whatever was cut off nothing is lost, and the next time brings it to its end."""
    with workspace.open(place.folder, KEY) as store:
        closed = place.second.owes or in_copy(store, place.alone, place.item) != place.typed
    whole(place)
    place.catch_up()
    whole(place)
    with workspace.open(place.folder, KEY) as store:
        mixed = in_copy(store, place.alone, place.item) != place.typed
        assert mixed == closed, when
    assert not place.second.owes and not list(place.second.path.glob("*-journal")), when
    return "mixed" if mixed else "as typed"


def closes(place: Place) -> None:
    with workspace.open(place.folder, KEY) as store:
        close(store, place.item)


def test_killed_at_any_file_it_goes_on(store: Store, place: Place) -> None:
    store.close()
    assert killed_at_each(place.path, lambda: closes(place), lambda _, w: goes_on(place, w)) == {
        "as typed",
        "mixed",
    }


def test_killed_in_the_middle_of_catching_up_it_goes_on(store: Store, place: Place) -> None:
    close(store, place.item)
    store.close()
    states = killed_at_each(place.path, place.catch_up, lambda _, when: goes_on(place, when))
    assert states == {"mixed"}


def test_killed_at_any_write_of_the_database_no_trace_stays(store: Store) -> None:
    item, words, typed = many(store)
    place = begun(store, item, typed)
    close(store, item)
    store.close()
    kept = shutil.copytree(place.path, place.path.with_name("as it was"))
    total = numbered_operations.counted(place.catch_up)
    moments = range(total) if EVERY == 1 else random.Random(5).sample(range(total), 12)
    for number in moments:
        shutil.rmtree(place.path)
        shutil.copytree(kept, place.path)
        assert numbered_operations.killed_at(number, place.catch_up).killed
        place.catch_up()
        with workspace.open(place.folder, KEY) as again:
            assert tells_nothing(again, place.alone, item, typed, words), number


def test_killed_at_any_time_it_goes_on(store: Store, place: Place) -> None:
    close(store, place.item)
    store.close()
    as_it_was, known = place.alone.read_bytes(), (place.folder / second_place.FILE).read_bytes()
    chance = random.Random(7)
    for _ in range(TIMES):
        place.alone.write_bytes(as_it_was)
        (place.folder / second_place.FILE).write_bytes(known)
        killed_after(chance.uniform(0.005, 0.25), place.catch_up)
        assert goes_on(place, "at a time") == "mixed"


def test_a_full_stick_is_said_and_loses_nothing(store: Store, place: Place) -> None:
    close(store, place.item)
    store.close()
    for room in (0, 2000, 20_000):
        assert on_a_full_disk(room, place.catch_up)
        whole(place)
        assert place.second.owes
    assert goes_on(place, "full") == "mixed"


@pytest.mark.parametrize(
    ("broken", "code"),
    [("disk is full", "second-place-full"), ("readonly", "second-place-read-only")],
)
def test_what_stops_it_is_said_plainly(store: Store, place: Place, broken: str, code: str) -> None:
    close(store, place.item)
    real = place.beside()

    def hindered(path: Path) -> Database:
        opened = real(path)
        if broken == "readonly":
            opened.conn.close()
            opened = driver.connect(path, opened.key)
            run(opened, "PRAGMA query_only = ON")
        else:
            pages = run(opened, "PRAGMA page_count")[0][0]
            run(opened, f"PRAGMA max_page_count = {pages}")
        return opened

    with pytest.raises(Trouble, match=code) as told:
        second_place.catch_up(store.folder, hindered)
    assert str(place.second.path) in explain(told.value)
    assert in_copy(store, place.alone, place.item) == place.typed and place.second.owes
