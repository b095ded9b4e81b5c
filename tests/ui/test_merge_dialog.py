"""The dialog that shows what taking in changes, and in which conflicts are decided by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from histories import kit, take
from opened import shown
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.commands import merging
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.store import conflicts, rows, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.ui.dialogs.merge_changes import MergeDialog
from dialogueprep.ui.pages.home import HomePage
from dialogueprep.ui.session import Session

TODAY = date(2026, 3, 2)


@pytest.fixture
def theirs(sample_session: Session, tmp_path: Path) -> Iterator[Store]:
    """Return a workspace that changed notes of the sample, as did the sample's own."""
    mine = sample_session.store
    with workspace.create(tmp_path / "theirs", KEY, "Theirs") as store:
        take(store, kit(mine))
        one, two, three = notes(mine)[:3]
        write(mine, one, "Ports first.")
        write(store, one, "Rail first.")
        with mine.step("Delete") as step:
            rows.delete(step, "notes", two)
        write(store, two, "Roads first.")
        write(store, three, "Changed there.")
        yield store


def notes(store: Store) -> list[str]:
    return sorted(row["id"] for row in rows.select(store, "notes", "private = 0 AND draft = 0"))


def write(store: Store, note: str, wording: str) -> None:
    with store.step("Write") as step:
        rows.update(step, "notes", note, {"wording": wording})


def opened(qtbot: QtBot, store: Store, theirs: Store) -> MergeDialog:
    merge = merging.preview_of(store, kit(theirs))
    return shown(qtbot, MergeDialog(None, "notes.dlg", merge, {}), 1060, 680)


def test_it_counts_by_dialogue_and_kind(
    qtbot: QtBot, sample_session: Session, theirs: Store
) -> None:
    dialog = opened(qtbot, sample_session.store, theirs)
    assert dialog.counts.lines == ["Notes, Changed 1, To decide 2"]
    assert dialog.counts.accessibleName()


def test_keys_decide_and_go_on(qtbot: QtBot, sample_session: Session, theirs: Store) -> None:
    store = sample_session.store
    dialog = opened(qtbot, store, theirs)
    both, gone = sorted(dialog.rows(), key=lambda row: Decision.BOTH not in row.can)
    assert (both.mine, both.theirs) == ("Ports first.", "Rail first.")
    assert (gone.mine, gone.theirs) == ("", "Roads first.")
    dialog.list.choose(both.id)
    qtbot.keyClick(dialog.list, Qt.Key.Key_B)
    assert dialog.list.value().id == gone.id
    qtbot.keyClick(dialog.list, Qt.Key.Key_B)  # there is nothing here to keep beside it
    assert dialog.taken == {both.root: Decision.BOTH}
    qtbot.keyClick(dialog.list, Qt.Key.Key_T)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == MergeDialog.DialogCode.Accepted
    merging.merge_side(store, kit(theirs), dialog.taken, TODAY)
    wordings = {row["wording"] for row in rows.select(store, "notes")}
    assert {"Ports first.", "Rail first.", "Roads first.", "Changed there."} <= wordings
    assert conflicts.count(store) == 0


def test_escape_keeps_everything(qtbot: QtBot, sample_session: Session, theirs: Store) -> None:
    store = sample_session.store
    before = list(rows.select(store, "notes"))
    dialog = opened(qtbot, store, theirs)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert dialog.result() == MergeDialog.DialogCode.Rejected
    assert list(rows.select(store, "notes")) == before


def test_nothing_new_has_nothing_to_take_in(
    qtbot: QtBot, sample_session: Session, theirs: Store
) -> None:
    dialog = opened(qtbot, theirs, theirs)
    assert dialog.nothing()[0] == "Nothing new"
    assert not dialog.done_button.isEnabled()


def test_what_waits_is_decided_on_from_the_palette(
    qtbot: QtBot, sample_session: Session, theirs: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = sample_session.store
    page = shown(qtbot, HomePage(sample_session, lambda: TODAY))
    assert "Decide on what both changed" not in [c.words for c in page.commands()]
    take(store, kit(theirs))

    def all_theirs(dialog: MergeDialog) -> bool:
        dialog.decide_all(Decision.THEIRS)
        return True

    monkeypatch.setattr(MergeDialog, "exec", all_theirs)
    (command,) = [c for c in page.commands() if c.words == "Decide on what both changed"]
    command.act()
    wordings = {row["wording"] for row in rows.select(store, "notes")}
    assert {"Rail first.", "Roads first."} <= wordings
    assert conflicts.count(store) == 0
