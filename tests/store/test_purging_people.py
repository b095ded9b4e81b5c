"""People who go along with a purged dialogue are nowhere; to whom anything else refers stays."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cut_off import killed_at_each, killed_at_times, on_a_full_disk
from pages import decrypted, plain
from shared_key import KEY

from dialogueprep.domain.destroying import Act, Order, Target, What, target_of
from dialogueprep.store import (
    backup,
    directory,
    driver,
    erasing,
    keys,
    people,
    purging,
    rows,
    search,
    second_place,
    workspace,
)
from dialogueprep.store.driver import run
from dialogueprep.store.search_file import FILE as INDEX
from dialogueprep.store.workspace import Store

DAY = date(2026, 11, 22)
MINE, OTHER = "1" * 32, "2" * 32
ALONE, BOTH, NAMED = "a" * 32, "b" * 32, "c" * 32
NAMES = {ALONE: "Winterbourne", BOTH: "Kittering", NAMED: "Ashgrovely"}
FORM, MAIL, SAID = "Vinterborn", "w@harbour.example", "Fernwickish"
GOING = (NAMES[ALONE], FORM, MAIL, SAID)
ALL = Target(What.DIALOGUE, MINE)
EVERYBODY = frozenset(NAMES)
RELEASED = keys.Key.raw(b"a key for tests and nothing else")


def put(store: Store, table: str, row: str, **cells: Any) -> None:
    with store.step("Put") as step:
        rows.insert(step, table, {"id": row, **cells})


def phase(store: Store, to: str) -> None:
    with store.step("Move") as step:
        rows.update(step, "dialogues", OTHER, {"phase": to})


@pytest.fixture
def held(store: Store) -> Store:
    """Return two dialogues: one of the people is in both, one named elsewhere, one in the first.

    In the older copy the one of the first was in the other dialogue too, on the record, and that
    was closed.
    """
    store.index.filed_from = 1
    for dialogue in (MINE, OTHER):
        put(store, "dialogues", dialogue, first_day="2026-05-11", series=None)
        kind = {"kind": "discussion", "day": 0, "minutes": 30, "terms": "on the record"}
        put(store, "items", f"item {dialogue}", dialogue=dialogue, **kind)
    for person, family in NAMES.items():
        put(store, "persons", person, family=family, email=MAIL if person == ALONE else "")
        for dialogue in (MINE, OTHER) if person != NAMED else (MINE,):
            part = f"{dialogue} {person}"
            put(store, "participations", part, dialogue=dialogue, person=person, delegation="KR")
    put(store, "name_forms", "form", person=ALONE, form=FORM, state="added")
    said = {"participation": f"{OTHER} {ALONE}", "kind": "on the record"}
    put(store, "statements", "said", dialogue=OTHER, item=f"item {OTHER}", **said)
    words = {"owner_table": "statements", "owner": "said", "field": "wording", "language": "en"}
    put(store, "texts", "words", **words, wording=SAID, state="original")
    put(store, "settings", "kept of somebody", value=f'["{NAMED}"]')
    with store.step("Two") as step:
        pairs = frozenset({frozenset({ALONE, BOTH}), frozenset({BOTH, NAMED})})
        directory.put_not_the_same(step, pairs)
    phase(store, "closed")
    backup.copy(store.db, store.folder, DAY - timedelta(days=2))
    phase(store, "drafting")
    with store.step("Out of it") as step:
        rows.delete(step, "participations", f"{OTHER} {ALONE}")
    phase(store, "closed")
    backup.copy(store.db, store.folder, DAY - timedelta(days=1))
    assert search.find(store, NAMES[ALONE])
    store.index.catch_up()
    return store


def purge(store: Store, *, along: frozenset[str] = EVERYBODY) -> Act:
    return purging.purge(store, Order(ALL, people=along), DAY, "Purge", "home")


def everywhere(folder: Path) -> bytes:
    found = [*sorted(folder.rglob("*.db")), *folder.glob(INDEX)]
    return b"".join(decrypted(folder, path) for path in found)


def indexed(store: Store) -> set[str]:
    """Return every word that the indexes keep, also of documents that were removed."""
    store.index.catch_up()
    found = set[str]()
    for words in (store.index._others.words, store.index.library):
        run(
            words.db,
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab(main, said, row)",
        )
        found |= {term for (term,) in run(words.db, "SELECT term FROM temp.held")}
    return found


def in_directory(store: Store) -> set[str]:
    return {each.id for each in people.persons(store)}


def of_dialogue(store: Store, person: str) -> list[str]:
    sql = "SELECT dialogue FROM participations WHERE person = ?"
    return [dialogue for (dialogue,) in run(store.db, sql, [person])]


def test_who_is_in_no_other_dialogue_is_nowhere_and_the_others_stay(held: Store) -> None:
    before = everywhere(held.folder)
    assert all(before.count(word.encode()) >= 2 for word in (NAMES[ALONE], FORM, MAIL))
    assert SAID.encode() in before and NAMES[ALONE].lower() in indexed(held)
    act = purge(held)
    pages = everywhere(held.folder)
    assert not [word for word in GOING if word.encode() in pages]
    assert all(pages.count(NAMES[each].encode()) >= 3 for each in (BOTH, NAMED))
    assert in_directory(held) == {BOTH, NAMED} and of_dialogue(held, BOTH) == [OTHER]
    assert not search.find(held, NAMES[ALONE]) and search.find(held, NAMES[BOTH])
    assert not {NAMES[ALONE].lower(), FORM.lower()} & indexed(held)
    assert act.done and act.target.people == (ALONE,)
    assert (act.destroyed["persons"], act.destroyed["name_forms"]) == (1, 1)
    assert act.kept["persons"] == 2
    assert directory.not_the_same(held) == {frozenset({BOTH, NAMED})}


def test_without_the_choice_everybody_stays(held: Store) -> None:
    act = purge(held, along=frozenset())
    assert in_directory(held) == EVERYBODY and act.kept["persons"] == 3
    assert "persons" not in act.destroyed and NAMES[ALONE].encode() in everywhere(held.folder)


def test_only_who_was_shown_goes(held: Store) -> None:
    purge(held, along=frozenset({BOTH, NAMED}))
    assert in_directory(held) == EVERYBODY


def test_the_preview_names_who_would_go_counts_the_same_and_changes_nothing(held: Store) -> None:
    before = everywhere(held.folder)
    alone = purging.preview(held, ALL).alone
    assert alone and [each.name.family for each in alone.people] == [NAMES[ALONE]]
    assert alone.staying == 2 and everywhere(held.folder) == before
    assert purging.preview(held, Target(What.NOTES, MINE)).alone is None
    act = purge(held, along=alone.ids)
    assert (act.destroyed, act.kept) == (alone.destroyed, alone.kept)


def test_undo_brings_nobody_back(held: Store) -> None:
    with held.step("Call them otherwise") as step:
        rows.update(step, "persons", ALONE, {"given": "Ada"})
    assert held.undo_depth
    purge(held)
    assert held.undo() is None and held.redo() is None and ALONE not in in_directory(held)


def test_a_closed_dialogue_in_a_copy_is_closed_again_and_keeps_the_others(held: Store) -> None:
    purge(held)
    for copy in backup.listed(held.folder):
        assert backup.preview(copy, held.db.key).sound
        with held.db.beside(copy.path) as db:
            assert run(db, "SELECT id, phase FROM dialogues") == [(OTHER, "closed")]
            assert run(db, "SELECT person FROM participations") == [(BOTH,)]
            assert run(db, "SELECT count(*) FROM statements") == [(0,)]


def test_a_stick_that_is_away_owes_the_people_until_it_is_back(held: Store, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    second = second_place.choose(held.folder, tmp_path / "stick")
    second_place.catch_up(held.folder, held.db.beside)
    backup.delete(backup.listed(held.folder))  # they lie on the stick only
    (tmp_path / "stick").rename(tmp_path / "pocket")
    act = purge(held)
    assert purging.at_second(held, act) is purging.Second.OWED
    assert NAMES[ALONE] not in (held.folder / second_place.FILE).read_text(encoding="utf-8")
    (tmp_path / "pocket").rename(tmp_path / "stick")
    assert all(NAMES[ALONE].encode() in decrypted(held.folder, c.path) for c in second.copies)
    second_place.catch_up(held.folder, held.db.beside)
    assert purging.at_second(held, act) is purging.Second.DONE and len(second.copies) == 2
    for copy in second.copies:
        pages = decrypted(held.folder, copy.path)
        assert NAMES[BOTH].encode() in pages
        assert not [word for word in GOING if word.encode() in pages]


def test_a_copy_from_elsewhere_is_restored_without_them(held: Store, tmp_path: Path) -> None:
    kept = shutil.copy2(backup.listed(held.folder)[-1].path, tmp_path / "kept.db")
    purge(held)
    held.close()
    hidden = held.folder / "backups" / "2026-10-01.db"
    shutil.copy2(kept, hidden)
    (copy,) = [each for each in backup.listed(held.folder) if each.path == hidden]
    workspace.restore(held.folder, KEY, copy, DAY)
    with workspace.open(held.folder, KEY) as again:
        assert in_directory(again) == {BOTH, NAMED}
    assert NAMES[ALONE].encode() not in everywhere(held.folder)


def test_somebody_who_came_in_again_is_not_taken_out_of_later_copies(held: Store) -> None:
    damaged = backup.listed(held.folder)[0].path
    whole = damaged.read_bytes()
    damaged.write_bytes(bytes(64) + whole[64:])
    act = purge(held)
    assert act.reached.missed == (damaged.name,)
    assert not run(held.db, "SELECT 1 FROM tombstones WHERE id IN (?, 'form')", [ALONE])
    assert ALONE not in purging.gone_for_good(held)[1]
    put(held, "persons", ALONE, family=NAMES[ALONE])  # with another dialogue, from a colleague
    later = backup.copy(held.db, held.folder, DAY, "import")
    damaged.write_bytes(whole)
    purging.go_on(held)
    assert purging.acts(held)[0].done and ALONE in in_directory(held)
    assert NAMES[ALONE].encode() in decrypted(held.folder, later.path)
    assert NAMES[ALONE].encode() not in decrypted(held.folder, damaged)


def test_nothing_but_parts_and_spellings_refers_to_people(held: Store) -> None:
    """Who stays is told by parts, and by ids in lists; another reference would be overlooked."""
    names = [n for (n,) in run(held.db, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    refers = {
        table
        for table in names
        for row in run(held.db, f"SELECT \"table\" FROM pragma_foreign_key_list('{table}')")
        if row[0] == "persons"
    }
    assert refers == {"participations", "name_forms"}


@pytest.mark.parametrize("table", ["circulations", "releases"])
def test_who_is_named_in_a_list_or_a_record_of_another_dialogue_stays(
    held: Store, table: str
) -> None:
    phase(held, "drafting")
    of = {"dialogue": OTHER, "product": "brief", "number": 1}
    if table == "circulations":
        put(held, table, "it", **of, circulated_on="2026-05-12", recipients=f'["to {ALONE}"]')
    else:
        more = {"audience": "public", "language": "en", "format": "pdf", "sha256": ""}
        record = {"released_on": "2026-05-12", "file_name": "a", "evidence": f'{{"x": "{ALONE}"}}'}
        put(held, table, "it", **of, **more, **record)
    alone = purging.preview(held, ALL).alone
    assert alone and not alone.people and alone.staying == 3
    purge(held)
    assert ALONE in in_directory(held)


def test_who_waits_to_be_decided_on_stays(held: Store) -> None:
    with held.step("Wait") as step:
        values = [ALONE, "persons", "v", "{}", "[]", "both changed", "persons", ALONE, OTHER]
        run(step.db, f"INSERT INTO conflicts VALUES ({', '.join('?' * len(values))})", values)
    purge(held)
    assert ALONE in in_directory(held)


def test_a_target_is_the_same_after_it_was_a_word() -> None:
    for target in (ALL, Target(What.DIALOGUE, MINE, (ALONE, BOTH)), Target(What.NOTES, OTHER)):
        assert target_of(target.mark) == target


@pytest.mark.parametrize("schema", ["first", "second", "third", "fourth"])
def test_people_go_out_of_a_copy_of_any_schema(tmp_path: Path, schema: str) -> None:
    kept = Path(__file__).parents[1] / "workspaces" / f"{schema}_schema"
    folder = shutil.copytree(kept, tmp_path / "released")
    with driver.connect(folder / workspace.FILE, keys.unlock(folder, RELEASED)) as db:
        run(db, "INSERT INTO persons (id, family) VALUES (?, ?)", [ALONE, NAMES[ALONE]])
        (dialogue,) = run(db, "SELECT id FROM dialogues LIMIT 1")[0]
        part = (
            "INSERT INTO participations (id, dialogue, person, delegation) VALUES (?, ?, ?, 'KR')"
        )
        run(db, part, ["part", dialogue, ALONE])
        run(db, "UPDATE dialogues SET phase = 'closed'")
        before = run(db, "SELECT count(*) FROM persons")[0][0]
        target = Target(What.DIALOGUE, MINE, (ALONE,))
        erasing.erase_in_file(db, [target], {"destroyed/x": f'{{"target": "{target.mark}"}}'})
        assert run(db, "SELECT count(*) FROM persons")[0][0] == before - 1
        assert run(db, "SELECT DISTINCT phase FROM dialogues") == [("closed",)]
        key = db.key
    assert NAMES[ALONE].encode() not in plain((folder / workspace.FILE).read_bytes(), key)


@pytest.fixture
def fresh(held: Store, tmp_path: Path) -> Path:
    """Return a closed workspace to copy."""
    held.close()
    return shutil.copytree(held.folder, tmp_path / "fresh")


def state(folder: Path, chance: str) -> str:
    """Open a workspace after a cut; return whether all of it is as before, or all destroyed."""
    with workspace.open(folder, KEY) as store:
        assert all(backup.preview(c, store.db.key).sound for c in backup.listed(folder))
        (act,) = purging.acts(store) or (None,)
        there = rows.one(store, "dialogues", MINE) is not None
        assert in_directory(store) == (EVERYBODY if there else {BOTH, NAMED}), chance
        assert bool(act) is not there and (act is None or act.done), chance
        assert OTHER in of_dialogue(store, BOTH)
    pages = everywhere(folder)
    assert NAMES[BOTH].encode() in pages
    found = [word for word in GOING if word.encode() in pages]
    assert found == (list(GOING) if there else []), chance
    return "before" if there else "after"


def cut(folder: Path) -> None:
    with workspace.open(folder, KEY) as store:
        purge(store)


def test_killed_at_any_operation_nobody_went_or_it_is_finished(fresh: Path) -> None:
    seen = killed_at_each(fresh, partial(cut, fresh), state)
    assert seen == {"before", "after"}


def test_killed_at_any_time_nobody_went_or_it_is_finished(fresh: Path) -> None:
    killed_at_times(fresh, partial(cut, fresh), state, 12, 0.4)


def test_on_a_full_disk_nobody_goes_or_it_goes_on_later(fresh: Path) -> None:
    size = (fresh / workspace.FILE).stat().st_size
    assert on_a_full_disk(size // 2, partial(cut, fresh))
    assert state(fresh, "full") == "before"
