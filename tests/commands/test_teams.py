"""A team on one folder: what lies there, what comes, what is refused, and what leaving leaves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.commands import merging, teams
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.domain.notes import NoteId
from dialogueprep.sentences import explain
from dialogueprep.store import (
    backup,
    conflicts,
    rows,
    sealing,
    striking,
    team_folder,
    workspace,
)
from dialogueprep.store import teams as stored_teams
from dialogueprep.store.driver import run
from dialogueprep.store.team_folder import TEAM_FILE, Found
from dialogueprep.store.team_state import State
from dialogueprep.store.teams import Link
from dialogueprep.store.workspace import Store

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
RULE = "Chatham House Rule"
D = DialogueId("d")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@dataclass
class Team:
    """Two workspaces and the folder that they share."""

    mine: Store
    theirs: Store
    folder: Path

    def exchange(self, *stores: Store) -> None:
        for store in stores or (self.mine, self.theirs, self.mine):
            assert teams.exchange_now(store, D, DAY) is not None


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """Return a team of two that have the same."""
    folder = tmp_path / "shared"
    folder.mkdir()
    with ExitStack() as stack:
        made = [workspace.create(tmp_path / name, KEY, name) for name in "ab"]
        mine, theirs = [stack.enter_context(store) for store in made]
        begin(mine)
        teams.found(mine, D, folder, WORDS)
        it = Team(mine, theirs, folder)
        it.exchange(mine)
        teams.join(theirs, folder, WORDS)
        it.exchange()
        yield it


@pytest.fixture
def third(tmp_path: Path) -> Iterator[Store]:
    """Return the workspace of somebody who has not joined yet."""
    with workspace.create(tmp_path / "c", KEY, "c") as store:
        yield store


def begin(store: Store) -> None:
    with store.step("Begin") as step:
        rows.insert(step, "dialogues", {"id": D, "first_day": "2026-05-11"})
        rows.insert(step, "items", an_item("i"))
        for note in ("n", "o"):
            rows.insert(step, "notes", {**a_note(note), "wording": "Ports first."})
    store.forget_all()


def an_item(item: str) -> dict[str, object]:
    when = {"kind": "discussion", "day": 1, "minutes": 30}
    return {"id": item, "dialogue": D, "terms": RULE, **when}


def a_note(note: str) -> dict[str, object]:
    return {"id": note, "item": "i", "kind": "point", "language": "en", "terms": RULE}


def question(store: Store, note: str) -> str | None:
    row = rows.one(store, "notes", note)
    assert row is not None
    return row["question"]


def write(store: Store, note: str, wording: str) -> None:
    with store.step("Write") as step:
        rows.put(step, "notes", note, {**a_note(note), "wording": wording})


def wording(store: Store, note: str) -> str | None:
    row = rows.one(store, "notes", note)
    return row["wording"] if row else None


def link(store: Store) -> Link:
    found = teams.teams.of(store, D)
    assert found is not None
    return found


def own(store: Store) -> list[Found]:
    it = link(store)
    return team_folder.own_files(it.folder, it.installation)


def state(store: Store) -> State:
    (file,) = own(store)
    return team_folder.opened(file, link(store).team)


def times(folder: Path) -> dict[str, tuple[int, int]]:
    found = {path.name: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {name: (it.st_mtime_ns, it.st_size) for name, it in found.items()}


def test_what_one_writes_comes_to_the_other_and_back(team: Team) -> None:
    assert wording(team.theirs, "n") == "Ports first."
    write(team.theirs, "n", "Rail first.")
    write(team.mine, "p", "Tides matter.")
    team.exchange()
    for store in (team.mine, team.theirs):
        assert (wording(store, "n"), wording(store, "p")) == ("Rail first.", "Tides matter.")
        assert conflicts.count(store) == 0


def test_names_tell_nothing_and_nothing_can_be_read_without_the_key(team: Team) -> None:
    names = sorted(path.name for path in team.folder.iterdir())
    assert names[-1] == TEAM_FILE
    assert all(len(name) == 32 + 1 + 10 + len(".dpchanges") for name in names[:-1])
    written = b"".join(path.read_bytes() for path in team.folder.iterdir())
    assert b"Ports" not in written and b"items" not in written


def test_what_is_ones_own_does_not_go(team: Team) -> None:
    with team.mine.step("Write") as step:
        for note, private, draft in (("q", 1, 0), ("r", 0, 1)):
            more = {"wording": "cormorant", "private": private, "draft": draft}
            rows.insert(step, "notes", {**a_note(note), **more})
        person = {"id": "x", "family": "Sol", "email": "cormorant", "remarks": "cormorant"}
        rows.insert(step, "persons", person)
        row = {"id": "y", "dialogue": D, "person": "x", "delegation": "JP"}
        rows.insert(step, "participations", row)
    team.exchange()
    assert "cormorant" not in str(state(team.mine))
    with team.theirs.step("Write") as step:
        rows.update(step, "persons", "x", {"family": "Luna", "email": "kittiwake"})
    team.exchange()
    for store, email in ((team.mine, "cormorant"), (team.theirs, "kittiwake")):
        row = rows.one(store, "persons", "x")
        assert row is not None
        assert (row["family"], row["email"]) == ("Luna", email)


def test_an_exchange_in_which_nothing_is_new_writes_nothing(team: Team) -> None:
    before = times(team.folder), times(team.mine.folder), times(team.theirs.folder)
    team.exchange()
    assert before == (times(team.folder), times(team.mine.folder), times(team.theirs.folder))


def test_several_files_are_taken_in_with_one_restore_point(team: Team, third: Store) -> None:
    teams.join(third, team.folder, WORDS)
    team.exchange(third)
    for number, store in enumerate((team.theirs, third)):
        write(store, f"new {number}", "Tides matter.")
        team.exchange(store)
    before = len(backup.listed(team.mine.folder))
    team.exchange(team.mine)
    assert len(backup.listed(team.mine.folder)) == before + (0 if before else 1)
    assert [copy.before for copy in backup.listed(team.mine.folder)] == ["team"]
    assert wording(team.mine, "new 0") == wording(team.mine, "new 1") == "Tides matter."


def test_what_both_changed_waits_on_both_sides(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    write(team.theirs, "n", "Roads first.")
    team.exchange()
    assert (wording(team.mine, "n"), wording(team.theirs, "n")) == ("Rail first.", "Roads first.")
    assert conflicts.count(team.mine) == conflicts.count(team.theirs) == 1


@pytest.mark.parametrize("left", [0, 7, 40, -1])
def test_half_a_file_is_not_there_yet(team: Team, left: int) -> None:
    write(team.mine, "n", "Rail first.")
    team.exchange(team.mine)
    (file,) = own(team.mine)
    whole = file.path.read_bytes()
    file.path.write_bytes(whole[:left])
    done = teams.exchange_now(team.theirs, D, DAY)
    assert done is not None and not done.changed
    assert done.unready == 1
    file.path.write_bytes(whole)
    team.exchange(team.theirs)
    assert wording(team.theirs, "n") == "Rail first."


def test_a_file_counts_under_its_own_name_only(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    team.exchange(team.mine)
    (file,) = own(team.mine)
    stem, other = file.path.stem, "ab" * 16
    for name in (f"{other}-0000000001", f"{stem[:32]}-9999999999", f"{stem} (conflicted copy)"):
        shutil.copyfile(file.path, team.folder / f"{name}.dpchanges")
    file.path.unlink()
    done = teams.exchange_now(team.theirs, D, DAY)
    assert done is not None and not done.changed
    assert wording(team.theirs, "n") == "Ports first."


def test_what_was_struck_leaves_ones_own_files_and_the_other_workspace(team: Team) -> None:
    before = {file.path for file in own(team.mine)}
    striking.strike(team.mine, [NoteId("n")], "Strike", "notes")
    team.exchange(team.mine)
    assert not any(path.exists() for path in before)
    assert ["notes", "n"] in [grave[:2] for grave in state(team.mine)["graves"]]
    assert "Ports first." in str(state(team.mine))  # the other note
    assert '"n"' not in str(state(team.mine)["rows"]).replace("'", '"')
    team.exchange(team.theirs)
    assert wording(team.theirs, "n") is None
    assert "Ports first." in str(state(team.theirs))


def test_undoing_what_others_know_is_a_change_that_reaches_them(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    write(team.mine, "p", "Tides matter.")
    team.exchange()
    assert wording(team.theirs, "p") == "Tides matter."
    team.mine.undo()
    team.mine.undo()
    team.exchange()
    for store in (team.mine, team.theirs):
        assert (wording(store, "n"), wording(store, "p")) == ("Ports first.", None)
        assert conflicts.count(store) == 0
    team.mine.redo()
    team.exchange()
    assert wording(team.theirs, "n") == "Rail first."


def test_what_was_deleted_and_brought_back_can_be_deleted_again(team: Team) -> None:
    def delete() -> None:
        with team.mine.step("Delete") as step:
            rows.delete(step, "notes", "n")
        team.exchange()

    delete()
    assert wording(team.theirs, "n") is None
    team.mine.undo()
    team.exchange()
    assert wording(team.theirs, "n") == "Ports first."
    delete()
    assert wording(team.mine, "n") is wording(team.theirs, "n") is None


def test_what_comes_leaves_what_can_be_undone(team: Team) -> None:
    write(team.mine, "o", "Roads first.")
    write(team.mine, "n", "Rail first.")
    team.exchange()
    write(team.theirs, "n", "Rail and ports.")
    team.exchange(team.theirs, team.mine)
    assert team.mine.undo_depth == 1  # the step on what has come is gone
    team.mine.undo()
    assert (wording(team.mine, "o"), wording(team.mine, "n")) == ("Ports first.", "Rail and ports.")


def test_an_undo_takes_nothing_along_that_others_have_put_there_since(team: Team) -> None:
    with team.mine.step("Add") as step:
        rows.insert(step, "items", an_item("new"))
    write(team.mine, "o", "Roads first.")
    team.exchange()
    with team.theirs.step("Write") as step:
        rows.insert(step, "notes", {**a_note("q"), "item": "new", "wording": "Who pays?"})
    team.exchange(team.theirs, team.mine)
    while team.mine.undo_depth:
        team.mine.undo()
    team.exchange()
    for store in (team.mine, team.theirs):
        assert (wording(store, "q"), wording(store, "o")) == ("Who pays?", "Ports first.")


def test_a_note_names_its_question_again_when_that_was_kept(team: Team) -> None:
    with team.mine.step("Ask") as step:
        rows.insert(step, "items", an_item("j"))
        rows.insert(step, "item_questions", {"id": "why", "item": "i"})
    team.exchange()
    with team.mine.step("Delete") as step:
        rows.delete(step, "item_questions", "why")
    with team.theirs.step("Move") as step:
        rows.update(step, "item_questions", "why", {"item": "j"})
        rows.update(step, "notes", "n", {"question": "why"})
    team.exchange()
    assert question(team.mine, "n") is None
    merging.settle(team.mine, {("item_questions", "why"): Decision.THEIRS})
    team.exchange()
    assert question(team.mine, "n") == question(team.theirs, "n") == "why"
    assert conflicts.count(team.mine) == conflicts.count(team.theirs) == 0


def test_a_file_of_ones_own_that_was_broken_is_written_again(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    team.exchange(team.mine)
    (file,) = own(team.mine)
    broken = bytearray(file.path.read_bytes())
    broken[200] ^= 1  # its end, by which files are told apart, is as it was
    file.path.write_bytes(broken)
    team.exchange()
    assert wording(team.theirs, "n") == "Rail first."


def test_a_copy_of_the_workspace_becomes_somebody_else(team: Team, tmp_path: Path) -> None:
    team.mine.close()
    shutil.copytree(team.mine.folder, tmp_path / "copy")
    with (
        workspace.open(tmp_path / "copy", KEY) as copy,
        workspace.open(team.mine.folder, KEY) as mine,
    ):
        write(copy, "n", "Rail first.")
        teams.exchange_now(copy, D, DAY)
        write(mine, "o", "Roads first.")
        teams.exchange_now(mine, D, DAY)
        teams.exchange_now(copy, D, DAY)
        teams.exchange_now(mine, D, DAY)
        assert link(copy).installation != link(mine).installation
        for store in (copy, mine):
            assert (wording(store, "n"), wording(store, "o")) == ("Rail first.", "Roads first.")


def test_a_restored_workspace_goes_on_under_its_id(team: Team) -> None:
    kept = backup.copy(team.mine.db, team.mine.folder, DAY)
    for words in ("Rail first.", "Roads first."):
        write(team.mine, "n", words)
        team.exchange(team.mine)
    (before,) = own(team.mine)
    team.mine.close()
    workspace.restore(team.mine.folder, KEY, kept, DAY)
    with workspace.open(team.mine.folder, KEY) as mine:
        write(mine, "o", "Tides matter.")
        teams.exchange_now(mine, D, DAY)
        (after,) = own(mine)
        assert after.installation == before.installation and after.number > before.number
        team.exchange(team.theirs)
        assert wording(team.theirs, "o") == "Tides matter."


def test_a_file_that_somebody_deleted_is_written_again(team: Team) -> None:
    (before,) = own(team.mine)
    before.path.unlink()
    team.exchange(team.mine)
    (after,) = own(team.mine)
    assert after.number > before.number


def test_leaving_takes_ones_own_files_and_no_others(team: Team) -> None:
    theirs = [file.path for file in own(team.theirs)]
    assert teams.leave(team.mine, D) == ()
    assert sorted(team.folder.glob("*.dpchanges")) == theirs
    assert teams.exchange_now(team.mine, D, DAY) is None
    assert wording(team.mine, "n") == "Ports first."


def test_what_could_not_be_removed_is_told(team: Team) -> None:
    team.folder.rename(team.folder.with_name("away"))
    assert teams.leave(team.mine, D) == (team.folder,)
    assert teams.teams.every(team.mine) == ()


def test_an_exchange_that_still_runs_writes_nothing_after_one_has_left(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    out = teams.outgoing(team.mine, link(team.mine))
    assert out is not None
    teams.leave(team.mine, D)
    with pytest.raises(Trouble, match="team-left"):
        teams.exchange(out)


def test_a_folder_that_is_gone_is_a_trouble_that_changes_nothing(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    away = team.folder.rename(team.folder.with_name("away"))
    with pytest.raises(Trouble, match="team-missing"):
        teams.exchange_now(team.mine, D, DAY)
    away.rename(team.folder)
    team.exchange()
    assert wording(team.theirs, "n") == "Rail first."


def test_a_folder_that_cannot_be_written_is_told_and_written_later(team: Team) -> None:
    write(team.mine, "n", "Rail first.")
    link = stored_teams.of(team.mine, D)
    assert link
    in_the_way = team.folder / f"~dialogueprep-{link.installation}.tmp"
    in_the_way.mkdir()
    with pytest.raises(Trouble, match="team-not-written") as told:
        teams.exchange_now(team.mine, D, DAY)
    assert "Nothing is lost" in explain(told.value)
    in_the_way.rmdir()
    team.exchange()
    assert wording(team.theirs, "n") == "Rail first."


def test_a_folder_of_another_team_is_left_alone(team: Team, third: Store) -> None:
    (team.folder / TEAM_FILE).unlink()
    begin(third)
    teams.found(third, D, team.folder, WORDS)
    before = times(team.folder)
    with pytest.raises(Trouble, match="team-other"):
        teams.exchange_now(team.mine, D, DAY)
    assert times(team.folder) == before


def test_what_cannot_be_is_refused(team: Team, third: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="passphrase-too-short"):
        teams.found(third, D, tmp_path / "other", "ports")
    store, empty = third, tmp_path / "empty"
    empty.mkdir()
    refused = (
        (lambda: teams.join(store, team.folder, "  "), "team-needs-passphrase"),
        (lambda: teams.join(store, team.folder, "wrong"), "team-passphrase"),
        (lambda: teams.join(store, empty, WORDS), "team-not-there"),
        (lambda: teams.join(store, store.folder, WORDS), "team-folder-of-workspace"),
        (lambda: teams.join(store, tmp_path, WORDS), "team-folder-of-workspace"),
        (lambda: teams.join(team.theirs, team.folder, WORDS), "team-already"),
        (lambda: teams.found(team.mine, D, empty, WORDS), "team-already"),
        (lambda: teams.found(store, D, team.folder, WORDS), "team-is-here"),
    )
    for act, code in refused:
        with pytest.raises((Refused, Trouble), match=code):
            act()
    assert teams.teams.every(store) == ()


def test_nothing_comes_into_a_dialogue_that_is_closed_here(team: Team) -> None:
    with team.mine.step("Close") as step:
        run(step.db, "UPDATE dialogues SET phase = 'closed'")
    write(team.theirs, "n", "Rail first.")
    team.exchange(team.theirs)
    done = teams.exchange_now(team.mine, D, DAY)
    assert done is not None and not done.changed
    assert done.frozen == 1
    assert wording(team.mine, "n") == "Ports first."
    with team.mine.step("Open again") as step:
        run(step.db, "UPDATE dialogues SET phase = 'drafting'")
    team.exchange(team.mine)
    assert wording(team.mine, "n") == "Rail first."


def test_a_dialogue_that_was_removed_here_is_neither_written_nor_taken(team: Team) -> None:
    before = times(team.folder)
    with team.mine.step("Remove") as step:
        rows.delete(step, "dialogues", D)
    assert teams.exchange_now(team.mine, D, DAY) is None
    assert times(team.folder) == before
    team.mine.undo()
    team.exchange()
    assert wording(team.theirs, "n") == "Ports first."
