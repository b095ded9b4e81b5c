"""A kit holds what its purpose names and nothing else, as its decrypted pages show."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import decrypted, plain
from shared_key import CHEAP, KEY

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import (
    driver,
    kit_contents,
    kit_rows,
    kits,
    rows,
    sealing,
    striking,
    workspace,
)
from dialogueprep.store.driver import DriverError, run
from dialogueprep.store.keys import Key
from dialogueprep.store.tables import TABLES
from dialogueprep.store.workspace import Store

PASSPHRASE = Key.passphrase("quiet harbour lantern")
IN_NO_KIT = {
    "texts": (),
    "persons": {"email", "phone", "remarks"},
    "notes": {"private", "draft"},
    "topics": (),
    "recommendations": {
        "actor", "addressee", "instrument", "horizon", "maturity", "support_as_printed",
    },
}  # fmt: skip
TABLES_IN_NO_KIT = {
    "sources", "passages", "topic_questions", "entry_passages", "tags", "entry_tags", "ratings",
    "pairs", "agenda_templates", "past_uses", "target_templates", "settings",
}  # fmt: skip


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.fixture
def held(tmp_path: Path, prepared_workspace: Path, cheap: None) -> Iterator[Store]:
    shutil.copytree(prepared_workspace, tmp_path / "held")
    with workspace.open(tmp_path / "held", KEY) as store:
        yield store


def dialogue_of(store: Store) -> DialogueId:
    return DialogueId(run(store.db, "SELECT id FROM dialogues WHERE id <> 'other'")[0][0])


def made(store: Store, purpose: Purpose, folder: Path) -> Path:
    into = folder / f"{purpose}{kits.ENDING}"
    kits.make(store, purpose, dialogue_of(store), into, PASSPHRASE)
    return into


def pages_of(kit: Path) -> bytes:
    return plain(*sealing.unseal(sealing.read(kit), PASSPHRASE))


def mark(*parts: str) -> str:
    return "mark" + hashlib.sha256("/".join(parts).encode()).hexdigest()[:16]


def plant(store: Store, table: str, column: str, where: str = "1") -> str | None:
    """Put a word that stands nowhere else into a column; None where a rule wants another."""
    word = mark(table, column)
    for value in (word, f'["{word}"]'):
        try:
            with driver.writable(store.db):
                run(store.db, f"UPDATE {table} SET {column} = ? WHERE {where}", [value])
            return word if run(store.db, f"SELECT 1 FROM {table} WHERE {where}") else None
        except DriverError:
            continue
    return None


def filled(store: Store) -> None:
    """Give every table of a dialogue at least one row."""
    dialogue = dialogue_of(store)
    someone = run(store.db, "SELECT id FROM participations LIMIT 1")[0][0]
    finding = run(store.db, "SELECT id FROM findings LIMIT 1")[0][0]
    person = run(store.db, "SELECT id FROM persons LIMIT 1")[0][0]
    new: dict[str, dict[str, object]] = {
        "orders": {"kind": "hosts", "language": "en"},
        "designations": {"language": "en", "usage": "x"},
        "published": {"kind": "x"},
        "targets": {"dimension": "x", "category": "x", "target": 1},
        "agenda_versions": {"number": 1, "circulated": "x", "content": "x"},
        "releases": {
            "product": "x", "audience": "x", "language": "x", "format": "x", "number": 1,
            "released_on": "x", "file_name": "x", "sha256": "x", "evidence": "[]",
        },
        "drafts": {"product": "x", "language": "x"},
        "circulations": {"product": "x", "number": 1, "circulated_on": "x"},
        "decisions": {
            "product": "x", "language": "x", "kind": "kept", "passage_kind": "x", "words": "x",
        },
        "returns": {"product": "x", "language": "x", "returned_on": "x"},
        "days": {"number": 9},
    }  # fmt: skip
    with store.step("Fill") as step:
        for table, row in new.items():
            rows.insert(step, table, {"id": f"{table}-1", "dialogue": dialogue, **row})
        answer = {"id": "a-1", "finding": finding, "question": "x"}
        rows.insert(step, "finding_answers", answer)
        rows.insert(
            step, "name_forms", {"id": "f-1", "person": person, "form": "x", "state": "off"}
        )
        rows.update(step, "participations", someone, {"facts": '["x"]'})


def planted(store: Store) -> dict[tuple[str, str], str]:
    """Return a word for each column of each table that holds words, put into all of its rows."""
    filled(store)
    found: dict[tuple[str, str], str] = {}
    with driver.writable(store.db):
        for (name,) in run(store.db, "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            run(store.db, f'DROP TRIGGER "{name}"')
    for table, columns in TABLES.items():
        if table == "settings":  # its only row is the name of the workspace, which goes with a kit
            continue
        for column, kind in columns.items():
            plain_words = kind.startswith("TEXT") and "REFERENCES" not in kind
            structure = column in ("owner", "owner_table", "field", "language", "subject")
            if plain_words and not structure and (word := plant(store, table, column)):
                found[table, column] = word
    return found


def test_every_column_is_in_a_kit_or_named_here_as_in_none() -> None:
    for table, columns in TABLES.items():
        carried = {c for of in kit_contents.COLUMNS.values() for c in of.get(table, ())}
        left = set() if table in TABLES_IN_NO_KIT else set(IN_NO_KIT.get(table, ()))
        if table in TABLES_IN_NO_KIT:
            assert not carried
        else:
            assert set(columns) - carried == left, table


def test_no_kit_names_a_column_that_is_not_there() -> None:
    for of in kit_contents.COLUMNS.values():
        for table, columns in of.items():
            assert set(columns) <= set(TABLES[table]), table


@pytest.mark.parametrize("purpose", Purpose)
def test_the_pages_of_a_kit_hold_the_words_of_its_columns_and_of_no_other(
    held: Store, tmp_path: Path, purpose: Purpose
) -> None:
    words = planted(held)
    assert len(words) > 80
    pages = pages_of(made(held, purpose, tmp_path))
    wanted = kit_contents.COLUMNS[purpose]
    there = {of for of, word in words.items() if word.encode() in pages}
    may = {(table, c) for table, c in words if c in wanted.get(table, ())}
    assert there <= may
    assert may - there <= {("texts", "wording")} | {("items", "terms_now")}


@pytest.mark.parametrize("purpose", Purpose)
def test_the_pages_of_a_kit_hold_the_texts_of_its_fields_and_of_no_other(
    held: Store, tmp_path: Path, purpose: Purpose
) -> None:
    fields = run(held.db, "SELECT DISTINCT owner_table, field FROM texts")
    with driver.writable(held.db):
        for table, field in fields:
            where = "owner_table = ? AND field = ?"
            values = [mark(table, field), table, field]
            run(held.db, f"UPDATE texts SET wording = ? WHERE {where}", values)
    pages = pages_of(made(held, purpose, tmp_path))
    there = {(t, f) for t, f in fields if mark(t, f).encode() in pages}
    assert there == {(t, f) for t, f in fields if f in kit_contents.TEXTS[purpose].get(t, ())}
    assert there


def in_no_kit(store: Store) -> dict[str, str]:
    """Put words where no kit may have them from; return them by where they stand."""
    item = "id IN (SELECT id FROM items WHERE terms = 'Chatham House Rule')"
    (first,) = run(store.db, f"SELECT id FROM items WHERE {item} LIMIT 1")[0]
    note = {"item": first, **_NOTE}
    with store.step("Plant") as step:
        for name, flags in (("private", {"private": 1}), ("line", {"draft": 1}), ("struck", {})):
            word = {"wording": mark(name), "tags": f'["{mark(name)}"]'}
            rows.insert(step, "notes", {"id": name, **note, **word, **flags})
        for column in ("email", "phone", "remarks"):
            step.db.execute(f"UPDATE persons SET {column} = ?", [mark("contacts")])
        row = {"first_day": mark("other"), "time_zone": mark("other"), "id": "other"}
        rows.insert(step, "dialogues", row)
        rows.insert(step, "items", {**_ITEM, "id": "elsewhere", "kind": mark("other")})
        wording = {**_NOTE, "wording": mark("other")}
        rows.insert(step, "notes", {"id": "n-else", "item": "elsewhere", **wording})
        rows.insert(step, "settings", {"id": "rater", "value": f'"{mark("setting")}"'})
        step.db.execute("UPDATE ratings SET reason = ?", [mark("rating")])
        waits = {"id": first, "table_name": "items", "content": f'["{mark("waiting")}"]'}
        whose = {"root_table": "items", "root": first, "dialogue": dialogue_of(store)}
        known = {"version": "v", "known": "[]", "reason": "both changed"}
        rows.insert(step, "conflicts", {**waits, **whose, **known})
        rows.update(step, "hosts", _one(store, "hosts"), {"acronym": mark("undone")})
    with store.step("Change again") as step:
        rows.update(step, "hosts", _one(store, "hosts"), {"acronym": mark("control")})
    striking.strike(store, [NoteId("struck")], "Strike", "notes")
    names = ("private", "line", "contacts", "other", "setting", "rating", "waiting")
    assert all(mark(name).encode() in decrypted(store.folder) for name in names)
    return {name: mark(name) for name in (*names, "struck", "undone")}


_NOTE = {"kind": "point", "terms": "Chatham House Rule", "language": "en"}
_ITEM = {"dialogue": "other", "day": 1, "minutes": 30, "terms": "Chatham House Rule"}


def _one(store: Store, table: str) -> str:
    return run(store.db, f"SELECT id FROM {table} ORDER BY id LIMIT 1")[0][0]


@pytest.mark.parametrize("purpose", Purpose)
def test_private_struck_and_unfinished_notes_contacts_and_others_are_in_no_kit(
    held: Store, tmp_path: Path, purpose: Purpose
) -> None:
    words = in_no_kit(held)
    into = made(held, purpose, tmp_path)
    pages = pages_of(into)
    assert {name for name, word in words.items() if word.encode() in pages} == set()
    assert mark("control").encode() in pages
    raw = into.read_bytes()
    assert b"SQLite" not in raw
    assert not any(word.encode() in raw for word in (*words.values(), mark("control")))


def test_rows_come_with_their_ids_and_versions(held: Store, tmp_path: Path) -> None:
    kit = made(held, Purpose.WHOLE, tmp_path)
    with kits.open(kit, PASSPHRASE) as opened:
        for table in ("items", "notes", "findings", "attendances", "item_questions"):
            asked = f"SELECT id, version FROM {table} ORDER BY id"
            mine = run(held.db, asked)
            assert run(opened.store.db, asked) == [
                row for row in mine if table != "notes" or row[0] in _shared(held)
            ]


def _shared(store: Store) -> set[str]:
    return {i for (i,) in run(store.db, "SELECT id FROM notes WHERE private = 0 AND draft = 0")}


def test_a_row_that_says_less_has_a_version_of_its_own_always_the_same(
    held: Store, tmp_path: Path
) -> None:
    asked = "SELECT version, ceiling FROM dialogues"
    with driver.writable(held.db):
        run(held.db, "UPDATE dialogues SET ceiling = 4")
    home, _ = run(held.db, asked)[0]
    found = set[tuple[str, int]]()
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        with kits.open(made(held, Purpose.AGENDA, tmp_path / place), PASSPHRASE) as kit:
            found.update(run(kit.store.db, asked))
    columns = kit_contents.COLUMNS[Purpose.AGENDA]["dialogues"]
    assert found == {(kit_rows.reduced_version(home, "dialogues", columns), 2)}


def test_consents_that_stay_behind_are_not_claimed(held: Store, tmp_path: Path) -> None:
    with kits.open(made(held, Purpose.RAPPORTEUR, tmp_path), PASSPHRASE) as kit:
        asked = "SELECT DISTINCT listed_for_participants, listed_for_public FROM participations"
        assert run(kit.store.db, asked) == [(0, 0)]


def test_a_new_column_of_the_schema_stays_out(held: Store, tmp_path: Path) -> None:
    with driver.writable(held.db):
        run(held.db, "ALTER TABLE items ADD COLUMN later TEXT NOT NULL DEFAULT ''")
        run(held.db, "UPDATE items SET later = ?", [mark("later")])
    for purpose in Purpose:
        assert mark("later").encode() not in pages_of(made(held, purpose, tmp_path))
