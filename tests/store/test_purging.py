"""What is destroyed is nowhere: pages, index, undo, journal, copies, kits. A control stays."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from cut_off import killed_at_each, killed_at_times, on_a_full_disk
from pages import decrypted
from shared_key import CHEAP, KEY

from dialogueprep.commands import kits as kit_commands
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import (
    backup,
    kits_made,
    notes,
    past_uses,
    purging,
    rows,
    sealing,
    search,
    second_place,
    settings,
    workspace,
)
from dialogueprep.store.driver import run
from dialogueprep.store.search_file import FILE as INDEX
from dialogueprep.store.search_words import Words
from dialogueprep.store.workspace import Store

DAY = date(2026, 11, 22)
SECRET = "cormorant"  # in a note
INSIDE = "shearwater"  # in the dialogue, but in no note
CONTROL = "kittiwake"  # in another dialogue and in the library
RULE = "Chatham House Rule"
MINE, OTHER = "1" * 32, "2" * 32
NOTES, ALL = Target(What.NOTES, MINE), Target(What.DIALOGUE, MINE)


def say(store: Store, table: str, owner: str, field: str, words: str) -> None:
    with store.step("Say") as step:
        text = {"owner_table": table, "owner": owner, "field": field, "language": "en"}
        row = {"id": f"t {owner} {field}", **text, "wording": words, "state": "original"}
        rows.insert(step, "texts", row)


def hold(store: Store, dialogue: str, noted: str, inside: str) -> None:
    """Put in a dialogue with an item on a topic, a note on it, and a finding that rests on it."""
    with store.step("Hold") as step:
        topic = {"id": f"topic {dialogue}", "dimension": "economy"}
        rows.insert(step, "topics", topic)
        row = {"id": dialogue, "first_day": "2026-05-11", "series": None}
        rows.insert(step, "dialogues", row)
        item = {"id": f"item {dialogue}", "dialogue": dialogue, "kind": "discussion", "day": 0}
        item |= {"minutes": 30, "terms": RULE, "topic": topic["id"], "actual_minutes": 41}
        rows.insert(step, "items", item)
        for number, terms in enumerate((RULE, "no quotation, no delegation")):
            note = {"id": f"note {number} {dialogue}", "item": item["id"], "kind": "point"}
            note |= {"wording": f"The {noted} first.", "language": "en", "terms": terms}
            rows.insert(step, "notes", note)
        finding = {"id": f"finding {dialogue}", "dialogue": dialogue, "placed": "convergent"}
        rows.insert(step, "findings", finding)
        link = {"id": f"link {dialogue}", "finding": finding["id"], "note": note["id"]}
        rows.insert(step, "finding_notes", link)
        settings.put(step, f"table: {dialogue}", inside)
    say(store, "dialogues", dialogue, "names", f"Name {CONTROL}")
    say(store, "topics", f"topic {dialogue}", "title", f"Topic {CONTROL}")
    for table, owner, field in (
        ("dialogues", dialogue, "titles"),
        ("items", f"item {dialogue}", "titles"),
        ("findings", f"finding {dialogue}", "claim"),
    ):
        say(store, table, owner, field, f"The {inside} of it")


@pytest.fixture
def held(store: Store) -> Store:
    """Return a workspace with the dialogue that goes and one that stays."""
    store.index.filed_from = 1
    hold(store, MINE, SECRET, INSIDE)
    hold(store, OTHER, CONTROL, CONTROL)
    backup.copy(store.db, store.folder, DAY - timedelta(days=1))
    backup.copy(store.db, store.folder, DAY - timedelta(days=1), "import")
    assert search.find(store, CONTROL)
    store.index.catch_up()
    return store


def purge(store: Store, target: Target, name: str = "") -> purging.Act:
    return purging.purge(store, Order(target, name), DAY, "Destroy", "home")


def everywhere(folder: Path, suffix: str = "*.db") -> bytes:
    """Return all decrypted pages of the workspace, of its copies and of the words file."""
    found = [*sorted(folder.rglob(suffix)), *folder.glob(INDEX)]
    return b"".join(decrypted(folder, path) for path in found)


def vocabulary(words: Words) -> set[str]:
    """Return every word that an index keeps, also of documents that were removed."""
    run(words.db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab(main, said, row)")
    return {term for (term,) in run(words.db, "SELECT term FROM temp.held")}


def indexed(store: Store) -> set[str]:
    store.index.catch_up()
    return vocabulary(store.index._others.words) | vocabulary(store.index.library)


def indexed_in_file(store: Store) -> set[str]:
    with store.db.beside(store.folder / INDEX) as file:
        return vocabulary(Words(file, kept=True))


def test_notes_are_destroyed_and_all_else_stays(held: Store) -> None:
    pages = everywhere(held.folder)
    assert pages.count(SECRET.encode()) >= 6 and {SECRET, INSIDE, CONTROL} <= indexed(held)
    act = purge(held, NOTES)
    pages = everywhere(held.folder)
    assert SECRET.encode() not in pages
    assert all(pages.count(word.encode()) >= 3 for word in (INSIDE, CONTROL))
    assert SECRET not in indexed(held) and {INSIDE, CONTROL} <= indexed(held)
    assert act.done and act.destroyed == {"notes": 2, "finding_notes": 1}
    assert act.kept["findings"] == 1 and act.reached.copies == 2


def test_a_dialogue_is_destroyed_and_the_others_stay(held: Store) -> None:
    act = purge(held, ALL)
    pages = everywhere(held.folder)
    assert not [word for word in (SECRET, INSIDE) if word.encode() in pages]
    assert CONTROL.encode() in pages
    assert {SECRET, INSIDE}.isdisjoint(indexed(held)) and CONTROL in indexed(held)
    assert act.destroyed["items"] == 1 and act.destroyed["texts"] == 4
    assert rows.one(held, "dialogues", OTHER) and not rows.one(held, "dialogues", MINE)
    assert settings.read(held, f"table: {OTHER}") and not settings.read(held, f"table: {MINE}")


def test_the_words_file_of_the_library_holds_the_control_and_nothing_of_the_dialogue(
    held: Store,
) -> None:
    say(held, "topics", f"topic {MINE}", "summary", SECRET)
    assert {SECRET, CONTROL} <= indexed(held) and {SECRET, CONTROL} <= indexed_in_file(held)
    with held.step("Take it back") as step:
        rows.delete(step, "texts", f"t topic {MINE} summary")
    purge(held, ALL)
    held.index.catch_up()
    while not held.index.tidy(1):
        pass
    found = indexed_in_file(held)
    assert CONTROL in found and {SECRET, INSIDE}.isdisjoint(found)
    held.index.close()
    assert SECRET.encode() not in everywhere(held.folder)


@pytest.mark.parametrize("target", [NOTES, ALL])
def test_a_closed_dialogue_lets_it_happen_too(held: Store, target: Target) -> None:
    with held.step("Close") as step:
        rows.update(step, "dialogues", MINE, {"phase": "closed"})
    copy = backup.copy(held.db, held.folder, DAY)
    assert purge(held, target).done
    assert SECRET.encode() not in everywhere(held.folder)
    assert backup.preview(copy, held.db.key).sound
    assert not list((held.folder / "backups").glob("*-journal"))


def test_nothing_is_left_to_undo(held: Store) -> None:
    assert held.undo_depth
    purge(held, NOTES)
    assert held.undo() is None and held.redo() is None


def test_a_preview_counts_the_same_and_changes_nothing(held: Store) -> None:
    before = everywhere(held.folder)
    depth = held.undo_depth
    for target in (NOTES, ALL):
        seen = purging.preview(held, target)
        assert (seen.copies, seen.copies_at_second, seen.undo) == (2, None, depth)
    assert everywhere(held.folder) == before
    destroyed = purging.preview(held, ALL).destroyed
    assert destroyed == purge(held, ALL).destroyed


def test_a_finding_keeps_where_it_comes_from_without_its_notes(held: Store) -> None:
    from dialogueprep.store import finding_origins

    assert finding_origins.of_dialogue(held, DialogueId(MINE)) == {}
    purge(held, NOTES)
    (rests,) = finding_origins.of_dialogue(held, DialogueId(MINE)).values()
    assert [(it.item, it.terms.value, it.notes) for it in rests] == [
        (f"item {MINE}", "no quotation, no delegation", 1)
    ]


def test_the_library_remembers_minutes_and_outcome_of_a_purged_dialogue(held: Store) -> None:
    purge(held, ALL)
    (use,) = past_uses.past_uses(held, {f"topic {MINE}"})
    assert (use.planned, use.actual, [c.value for c in use.ended]) == (30, 41, ["convergent"])
    assert not use.titles


def test_a_note_that_waits_in_the_emergency_journal_goes_too(held: Store) -> None:
    held.rescue.put("waits", {"item": f"item {MINE}", "wording": SECRET})
    held.rescue.put("stays", {"item": f"item {OTHER}", "wording": CONTROL})
    purge(held, NOTES)
    assert [*held.rescue.waiting] == ["stays"]
    assert "waits" in purging.gone_for_good(held)[1]


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a kit's passphrase cost little."""
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.mark.usefixtures("cheap")
def test_kits_are_deleted_where_they_were_put_if_they_hold_it(held: Store, tmp_path: Path) -> None:
    made = {
        purpose: kit_commands.hand_over(
            held, DialogueId(MINE), purpose, tmp_path / f"{purpose}.dlg", "a passphrase", DAY
        ).path
        for purpose in (Purpose.AGENDA, Purpose.NOTES, Purpose.WHOLE)
    }
    made[Purpose.WHOLE].rename(tmp_path / "moved.dlg")
    act = purge(held, NOTES)
    assert (act.reached.kits_deleted, act.reached.kits_gone) == (1, 1)
    assert not made[Purpose.NOTES].exists() and made[Purpose.AGENDA].exists()
    other = made[Purpose.AGENDA]
    other.write_bytes(b"another file of that name")
    act = purge(held, ALL)
    assert (act.reached.kits_deleted, act.reached.kits_gone) == (0, 1) and other.exists()
    assert not kits_made.of(held.db, ALL)


@pytest.mark.usefixtures("cheap")
def test_a_kit_on_a_stick_that_is_away_goes_when_the_stick_is_back(
    held: Store, tmp_path: Path
) -> None:
    stick, pocket = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()
    for name in ("kit.dlg", "lost.dlg"):
        kit_commands.hand_over(
            held, DialogueId(MINE), Purpose.WHOLE, stick / name, "a passphrase", DAY
        )
    (stick / "letter.txt").write_text("Not ours.")
    stick.rename(pocket)
    (pocket / "lost.dlg").unlink()
    act = purge(held, ALL)
    assert act.done and (act.reached.kits_away, act.reached.kits_gone) == (2, 0)
    held.close()
    with workspace.open(held.folder, KEY) as again:
        assert purging.acts(again)[0].reached.kits_away == 2
    pocket.rename(stick)
    with workspace.open(held.folder, KEY) as again:
        reached = purging.acts(again)[0].reached
        assert (reached.kits_deleted, reached.kits_gone, reached.kits_away) == (1, 1, 0)
        assert [each.name for each in stick.iterdir()] == ["letter.txt"]
        assert not kits_made.of(again.db, ALL) and not kits_made.owed(again, act.id)


@pytest.mark.usefixtures("cheap")
def test_a_kit_that_was_deleted_is_not_owed_where_its_folder_is_empty_then(
    held: Store, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    out = tmp_path / "stick" / "kit.dlg"
    kit_commands.hand_over(held, DialogueId(MINE), Purpose.WHOLE, out, "a passphrase", DAY)
    assert purge(held, NOTES).reached.kits_deleted == 1
    reached = purge(held, ALL).reached
    assert (reached.kits_deleted, reached.kits_gone, reached.kits_away) == (0, 0, 0)


def test_a_stick_that_is_away_owes_it_until_it_is_back(held: Store, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    second = second_place.choose(held.folder, tmp_path / "stick")
    second_place.catch_up(held.folder, held.db.beside)
    backup.delete(backup.listed(held.folder)[:1])  # it lies on the stick only
    (tmp_path / "stick").rename(tmp_path / "pocket")
    act = purge(held, ALL)
    assert act.done and purging.at_second(held, act) is purging.Second.OWED
    (tmp_path / "pocket").rename(tmp_path / "stick")
    assert second_place.behind(held.folder)
    second_place.catch_up(held.folder, held.db.beside)
    assert purging.at_second(held, act) is purging.Second.DONE and len(second.copies) == 2
    for copy in second.copies:
        pages = decrypted(held.folder, copy.path)
        assert CONTROL.encode() in pages
        assert SECRET.encode() not in pages and INSIDE.encode() not in pages


def test_a_stick_that_was_given_up_while_it_was_away_is_told_of(
    held: Store, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    second_place.choose(held.folder, tmp_path / "stick")
    second_place.catch_up(held.folder, held.db.beside)
    (tmp_path / "stick").rename(tmp_path / "pocket")
    act = purge(held, ALL)
    second_place.forget(held.folder)
    assert purging.at_second(held, act) is purging.Second.LEFT
    (tmp_path / "pocket").rename(tmp_path / "stick")
    second_place.choose(held.folder, tmp_path / "stick")
    assert purging.at_second(held, act) is purging.Second.OWED
    second_place.catch_up(held.folder, held.db.beside)
    assert purging.at_second(held, act) is purging.Second.DONE


def test_a_stick_at_hand_is_through_at_once(held: Store, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    second = second_place.choose(held.folder, tmp_path / "stick")
    second_place.catch_up(held.folder, held.db.beside)
    act = purge(held, NOTES)
    assert purging.at_second(held, act) is purging.Second.DONE
    assert not [c for c in second.copies if SECRET.encode() in decrypted(held.folder, c.path)]


def test_a_copy_that_cannot_be_opened_is_named_and_tried_again(held: Store) -> None:
    newest, older = backup.listed(held.folder)
    whole = newest.path.read_bytes()
    newest.path.write_bytes(bytes(64) + whole[64:])
    act = purge(held, NOTES)
    assert act.reached.missed == (newest.path.name,) and not act.done
    assert SECRET.encode() not in decrypted(held.folder, older.path)
    purge(held, ALL)  # another act is not through either
    newest.path.write_bytes(whole)
    held.close()
    with workspace.open(held.folder, KEY) as again:
        assert [each.done for each in purging.acts(again)] == [True, True]
        assert not purging.is_unfinished(again.db)
        assert SECRET.encode() not in everywhere(held.folder)


def test_what_was_destroyed_does_not_come_back_with_a_copy_from_elsewhere(
    held: Store, tmp_path: Path
) -> None:
    kept = shutil.copy2(backup.listed(held.folder)[0].path, tmp_path / "kept.db")
    act = purge(held, NOTES)
    held.close()
    hidden = held.folder / "backups" / "2026-10-01.db"
    shutil.copy2(kept, hidden)
    (copy,) = [each for each in backup.listed(held.folder) if each.path == hidden]
    workspace.restore(held.folder, KEY, copy, DAY)
    with workspace.open(held.folder, KEY) as again:
        assert not notes.of_dialogue(again, DialogueId(MINE))
        assert [each.id for each in purging.acts(again)] == [act.id]
    assert SECRET.encode() not in everywhere(held.folder)


def test_an_act_holds_no_words_but_the_name_it_may_tell(held: Store) -> None:
    purge(held, ALL, "Harbour Dialogue")
    (act,) = purging.acts(held)
    assert act.name == "Harbour Dialogue" and act.program and act.on == DAY
    (value,) = run(held.db, "SELECT value FROM settings WHERE id GLOB 'destroyed/*'")[0]
    assert INSIDE not in value and SECRET not in value


def test_what_is_gone_already_is_refused(held: Store) -> None:
    purge(held, ALL)
    with pytest.raises(Refused, match="dialogue-gone"):
        purge(held, ALL)


@pytest.fixture
def fresh(held: Store, tmp_path: Path) -> Path:
    """Return a closed workspace to copy."""
    held.close()
    return shutil.copytree(held.folder, tmp_path / "fresh")


def state(folder: Path, chance: str) -> str:
    """Open a workspace after a cut; return whether all of it is as before, or all destroyed."""
    with workspace.open(folder, KEY) as store:
        assert all(backup.preview(c, store.db.key).sound for c in backup.listed(folder))
        noted = len(notes.of_dialogue(store, DialogueId(MINE)))
        (act,) = purging.acts(store) or (None,)
        assert bool(act) is (noted == 0) and (act is None or act.done), chance
        assert len(notes.of_dialogue(store, DialogueId(OTHER))) == 2
    pages = everywhere(folder)
    assert (SECRET.encode() in pages) is (noted > 0), chance
    return "before" if noted else "after"


def cut(folder: Path) -> None:
    with workspace.open(folder, KEY) as store:
        purge(store, NOTES)


def test_a_purge_cut_off_anywhere_has_not_happened_or_is_finished(fresh: Path) -> None:
    seen = killed_at_each(fresh, partial(cut, fresh), state)
    assert seen == {"before", "after"}


def test_a_purge_cut_off_at_any_time_has_not_happened_or_is_finished(fresh: Path) -> None:
    killed_at_times(fresh, partial(cut, fresh), state, 11, 0.3)


def test_on_a_full_disk_nothing_is_destroyed_or_it_goes_on_later(fresh: Path) -> None:
    size = (fresh / workspace.FILE).stat().st_size
    assert on_a_full_disk(size // 2, partial(cut, fresh))
    assert state(fresh, "full") == "before"
