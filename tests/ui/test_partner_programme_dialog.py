"""A partner's programme in the window: edits are decided by keys and taken over in one step."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.domain.partner_edits import EditKind
from dialogueprep.store import agenda
from dialogueprep.ui.dialogs.partner_programme import PartnerProgrammeDialog
from dialogueprep.ui.models.partner_rows import marks_between
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.partner_part import PartnerPart
from dialogueprep.workflows.partner_programme import edits_in, mine_of
from dialogueprep.workflows.values import material_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINES = (
    "Thursday 15 October 2026", "13:30-14:00 Opening and reading of the Rule (Hall B)",
    "14:00–15:30 Disaster relief and early action", "Moderator: Professor Wen",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "back.docx"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    with zipfile.ZipFile(made, "w") as archive:
        whole = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", whole)
    return made


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> AgendaPage:
    page = AgendaPage(sample_session)
    qtbot.addWidget(page)
    page.refresh()
    return page


def _dialog(qtbot: QtBot, page: AgendaPage, path: Path) -> PartnerProgrammeDialog:
    assert page.session.dialogue
    material = material_of(page.session.store, page.session.dialogue)
    edits = edits_in(path, material.dialogue, mine_of(material))
    dialog = PartnerProgrammeDialog(page, path.name, edits)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_edits_are_decided_by_keys_and_taken_over(
    qtbot: QtBot, page: AgendaPage, path: Path
) -> None:
    dialog = _dialog(qtbot, page, path)
    kinds = [dialog.list.value().edit.kind]
    assert not dialog.done_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    kinds.append(dialog.list.value().edit.kind)
    qtbot.keyClick(dialog.list, Qt.Key.Key_R)
    kinds.append(dialog.list.value().edit.kind)
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    assert kinds == [EditKind.PLACE, EditKind.TIME, EditKind.TITLE]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [e.kind for e in dialog.taken] == [EditKind.PLACE, EditKind.TITLE]
    part = PartnerPart(page.session, page)
    before = agenda.of_dialogue(page.session.store, page.session.dialogue)  # type: ignore[arg-type]
    part.take_over(path.name, dialog.taken)
    after = agenda.of_dialogue(page.session.store, page.session.dialogue)  # type: ignore[arg-type]
    assert after[0].places.best("en") == "Hall B"
    assert after[1].titles.best("en") == "Disaster relief and early action"
    assert page.banner.notices[0].sentence == "2 edits from “back.docx” are in the agenda."
    page.banner.take(1)
    assert agenda.of_dialogue(page.session.store, page.session.dialogue) == before  # type: ignore[arg-type]


def test_remarks_are_only_read_and_all_else_can_be_accepted_at_once(
    qtbot: QtBot, page: AgendaPage, path: Path
) -> None:
    dialog = _dialog(qtbot, page, path)
    qtbot.keyClick(dialog.list, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    dialog.finish()
    assert EditKind.REMARK not in {e.kind for e in dialog.taken}
    assert len(dialog.taken) == sum(e.kind.can_be_taken for e in dialog._edits)


def test_a_file_that_is_no_programme_says_so_on_the_page(
    qtbot: QtBot, page: AgendaPage, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("09:00 Opening")
    part = PartnerPart(page.session, page)
    said: list[object] = []
    page.session.trouble.connect(said.append)
    part.read(tmp_path / "notes.txt")
    qtbot.waitUntil(lambda: part.job is None)
    assert "is no Word file" in str(said[0])


def test_a_programme_that_says_the_same_has_nothing_to_decide(
    qtbot: QtBot, page: AgendaPage
) -> None:
    dialog = PartnerProgrammeDialog(page, "same.docx", ())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.done_button.isEnabled()
    assert not any(each.isVisible() for each in dialog.every)


def test_the_words_that_differ_are_marked_on_both_sides() -> None:
    left, right = marks_between("relief and early warning", "relief and early action now")
    assert [(m.start, m.end) for m in left] == [(17, 24)]
    assert [(m.start, m.end) for m in right] == [(17, 27)]
