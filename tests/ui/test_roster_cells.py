"""Many cells of the roster at once, by keys, mouse and clipboard; each is one step."""

from __future__ import annotations

import pytest
from opened import shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Attendance, Role
from dialogueprep.store import people
from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.cell_block import from_text
from dialogueprep.ui.models.roster_grid import PersonRow
from dialogueprep.ui.pages.participants import ParticipantsPage
from dialogueprep.ui.session import Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> ParticipantsPage:
    found = shown(qtbot, ParticipantsPage(sample_session), 1240, 760)
    found.roster.setFocus()
    return found


def at(page: ParticipantsPage, family: str, sign: str) -> None:
    row = next(r for r in people_of(page) if r.part.person.name.family == family)
    item = next(c.item.id for c in page.roster.rows.items if c.sign == sign)
    page.roster.choose(row.id, item)


def people_of(page: ParticipantsPage) -> list[PersonRow]:
    return [r for r in page.roster.rows.rows if isinstance(r, PersonRow)]


def everything(page: ParticipantsPage) -> set[Attendance]:
    assert page.session.dialogue is not None
    return set(people.attendances(page.session.store, page.session.dialogue))


def press(page: ParticipantsPage, key: Qt.Key, held: Qt.KeyboardModifier = Modifier.NoModifier):
    QTest.keyClick(page.roster.items, key, held)


def stretch(page: ParticipantsPage, *keys: Qt.Key) -> None:
    for key in keys:
        press(page, key, Modifier.ShiftModifier)


def signs(page: ParticipantsPage) -> list[str]:
    block = page.roster.block()
    return ["".join(model.signs(r, c) or "-" for c in block.columns) for r in block.rows]


def test_a_letter_fills_a_block_and_takes_it_again_in_one_step(page: ParticipantsPage) -> None:
    before = everything(page)
    at(page, "Gu", "1")
    stretch(page, Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert signs(page) == ["•P", "M•", "••"]
    press(page, Key.Key_D)
    assert signs(page) == ["DPD", "MDD", "DD"]
    press(page, Key.Key_D)
    assert signs(page) == ["•P", "M•", "••"]
    page.session.undo()
    page.session.undo()
    assert everything(page) == before


def test_a_block_reaches_over_headings_and_escape_gives_it_up(page: ParticipantsPage) -> None:
    at(page, "Jiang", "2")
    stretch(page, Key.Key_Down)
    assert [r.part.delegation for r in page.roster.block().rows] == ["CN", "JP"]
    press(page, Key.Key_Escape)
    assert page.roster.block().single


def test_space_and_delete_and_listening_work_on_the_block(page: ParticipantsPage) -> None:
    before = everything(page)
    at(page, "Shao", "1")
    stretch(page, Key.Key_Right)
    press(page, Key.Key_Space)
    assert signs(page) == ["--"]
    press(page, Key.Key_Space)
    assert signs(page) == ["••"]
    press(page, Key.Key_L)
    assert all(cell.silent for cell in page.roster.block().cells())
    for _ in range(3):
        page.session.undo()
    assert everything(page) == before
    press(page, Key.Key_Delete)
    assert signs(page) == ["••"]


def test_cells_are_filled_down_and_right(page: ParticipantsPage) -> None:
    before = everything(page)
    at(page, "Shao", "1")
    stretch(page, Key.Key_Down, Key.Key_Down)
    press(page, Key.Key_D, Modifier.ControlModifier)
    assert signs(page) == ["M", "M", "M"]
    stretch(page, Key.Key_Right)
    press(page, Key.Key_R, Modifier.ControlModifier)
    assert signs(page) == ["MM", "MM", "MM"]
    page.session.undo()
    page.session.undo()
    assert everything(page) == before
    at(page, "Hao", "1")
    press(page, Key.Key_D, Modifier.ControlModifier)
    assert signs(page) == ["M"]


def test_cells_are_copied_cut_and_pasted(page: ParticipantsPage) -> None:
    before = everything(page)
    at(page, "Gu", "1")
    stretch(page, Key.Key_Right, Key.Key_Down)
    press(page, Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "•\tP\nM\t•"
    at(page, "Ashina", "1")
    press(page, Key.Key_V, Modifier.ControlModifier)
    stretch(page, Key.Key_Right, Key.Key_Down)
    assert signs(page) == ["•P", "M•"]
    press(page, Key.Key_X, Modifier.ControlModifier)
    assert signs(page) == ["--", "--"]
    page.session.undo()
    page.session.undo()
    assert everything(page) == before


def test_one_cell_is_pasted_into_all_of_a_block(page: ParticipantsPage) -> None:
    QGuiApplication.clipboard().setText("(r)")
    at(page, "Gu", "1")
    stretch(page, Key.Key_Right, Key.Key_Down)
    press(page, Key.Key_V, Modifier.ControlModifier)
    cells = page.roster.block().cells()
    assert {(c.roles, c.silent) for c in cells} == {(frozenset({Role.RAPPORTEUR}), True)}


def test_what_has_no_place_is_left_out_and_said(qtbot: QtBot, page: ParticipantsPage) -> None:
    QGuiApplication.clipboard().setText("M\tP\tD")
    at(page, "Gu", "N2")
    with qtbot.waitSignal(page.session.notice) as said:
        press(page, Key.Key_V, Modifier.ControlModifier)
    assert said.args == ["2 cells had no place and were left out."]
    assert signs(page) == ["M"]


def test_words_are_no_cells(qtbot: QtBot, page: ParticipantsPage) -> None:
    before = everything(page)
    QGuiApplication.clipboard().setText("Kitamura\t5")
    at(page, "Gu", "1")
    with qtbot.waitSignal(page.session.notice) as said:
        press(page, Key.Key_V, Modifier.ControlModifier)
    assert said.args is not None and "stands for no role" in said.args[0]
    assert everything(page) == before


def test_the_mouse_drags_a_block_and_shift_stretches_it(
    qtbot: QtBot, page: ParticipantsPage
) -> None:
    view, rows = page.roster.items, page.roster.rows
    row = rows.index_of(next(r.id for r in people_of(page) if r.part.person.name.family == "Gu"))

    def centre(down: int, sign: str) -> QPoint:
        column = rows.column_of(next(c.item.id for c in rows.items if c.sign == sign))
        assert column is not None
        return view.visualRect(rows.index(row.row() + down, column)).center()

    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=centre(0, "1"))
    QTest.mouseMove(view.viewport(), centre(1, "2"))
    QTest.mouseRelease(view.viewport(), left, pos=centre(1, "2"))
    qtbot.mouseClick(view.viewport(), left, Modifier.ShiftModifier, centre(2, "2"))
    block = page.roster.block()
    assert (len(block.rows), len(block.columns)) == (3, 2)


def test_the_menu_fills_what_is_selected(page: ParticipantsPage) -> None:
    at(page, "Shao", "1")
    stretch(page, Key.Key_Down)
    actions = {a.text(): a for a in page.menu().actions()}
    actions["Fill down\tCtrl+D"].trigger()
    assert signs(page) == ["M", "M"]
    actions["Copy\tCtrl+C"].trigger()
    assert QGuiApplication.clipboard().text() == "M\nM"


def test_everything_is_selected_and_the_edges_are_a_key_away(page: ParticipantsPage) -> None:
    press(page, Key.Key_A, Modifier.ControlModifier)
    block = page.roster.block()
    assert (len(block.rows), len(block.columns)) == (25, 12)
    press(page, Key.Key_Home, Modifier.ControlModifier)
    row, item = page.roster.value(), page.roster.item()
    assert row is not None and row.part.person.name.family == "Shen"
    assert item is not None and item.sign == "O"


@pytest.mark.parametrize("words", ["Q", "moderator", "M5", "=1+1"])
def test_unreadable_cells_are_refused(words: str) -> None:
    with pytest.raises(Refused):
        from_text(words)


def test_cells_are_read_as_spreadsheets_write_them() -> None:
    assert from_text("m, p\t\t.\t(D)\r\n") == [
        [
            (frozenset({Role.MODERATOR, Role.PRESENTER}), False),
            (None, False),
            (frozenset(), False),
            (frozenset({Role.DISCUSSANT}), True),
        ]
    ]


def test_each_head_of_the_grid_is_told_also_those_that_are_not_written(
    page: ParticipantsPage,
) -> None:
    model = page.roster.rows
    heads = [
        model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        or model.headerData(n, Qt.Orientation.Horizontal)
        for n in range(model.columnCount())
    ]
    assert all(heads)
    assert heads[1:3] == ["Name in its own script", "Delegation"]
    assert any("Disaster relief" in head and "Chatham House Rule" in head for head in heads)
