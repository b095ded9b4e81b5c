"""The dialog that proposes roles, and the composition beside the roster."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dialogueprep.commands import people as people_commands
from dialogueprep.commands import targets as commands
from dialogueprep.domain.dialogue import ItemKind
from dialogueprep.domain.people import Role
from dialogueprep.domain.targets import Dimension, Target
from dialogueprep.store import people, targets
from dialogueprep.ui.dialogs.suggest_roles import SuggestRolesDialog
from dialogueprep.ui.dialogs.target_templates import TargetTemplatesDialog
from dialogueprep.ui.models.role_proposal import ChoiceRow
from dialogueprep.ui.models.roster_grid import RosterGrid, read_roster
from dialogueprep.ui.pages.participants import ParticipantsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.composition_rows import BarRow, TriedRow


def grid_of(session: Session) -> RosterGrid:
    dialogue = session.open_dialogue()
    assert dialogue is not None
    return read_roster(session.store, dialogue)


def without_roles(session: Session) -> RosterGrid:
    """Take every role in the sample."""
    assert session.dialogue is not None
    for there in people.attendances(session.store, session.dialogue):
        if there.roles:
            people_commands.set_roles(session.store, there.participation, there.item, ())  # type: ignore[arg-type]
    return grid_of(session)


def opened(qtbot: QtBot, grid: RosterGrid) -> SuggestRolesDialog:
    dialog = SuggestRolesDialog(None, grid)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_where_nothing_is_left_to_propose_it_is_said_in_words(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, grid_of(sample_session))
    assert not dialog.work.new
    said = "No role is proposed." if dialog.work.proposal.left_open else "Every role is taken."
    assert dialog.work.said().startswith(said)
    assert not dialog.take_button.isEnabled()


def test_roles_are_proposed_and_assigned_in_one_step(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_roles(sample_session)
    assert sample_session.dialogue is not None
    before = set(people.attendances(sample_session.store, sample_session.dialogue))

    def take(dialog: SuggestRolesDialog) -> int:
        dialog.show()
        assert len(dialog.work.new) > 20
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SuggestRolesDialog, "exec", take)
    page = ParticipantsPage(sample_session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    QTest.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    after = set(people.attendances(sample_session.store, sample_session.dialogue))
    assert sum(len(a.roles) for a in after) > 20
    assert not [c for c in grid_of(sample_session).checks if not c.quiet]
    sample_session.undo()
    assert set(people.attendances(sample_session.store, sample_session.dialogue)) == before


def test_somebody_else_is_asked_for_and_the_rest_stays(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, without_roles(sample_session))
    first = dialog.list.value()
    assert isinstance(first, ChoiceRow) and first.cell
    others = {c.cell for c in dialog.work.new} - {first.cell}
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    now = dialog.list.value()
    assert isinstance(now, ChoiceRow) and now.place == first.place and now.cell != first.cell
    assert others <= {c.cell for c in dialog.work.new}


def test_what_is_kept_stays_when_the_counts_change(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, without_roles(sample_session))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    kept = dialog.list.value()
    assert isinstance(kept, ChoiceRow) and kept.kept and kept.cell
    dialog.counts[ItemKind.DISCUSSION, Role.PRESENTER].setValue(3)
    assert kept.cell in {c.cell for c in dialog.work.proposal.choices}
    mine = [c for c in dialog.work.new if c.place.role is Role.PRESENTER]
    items = [c for c in grid_of(sample_session).columns if c.item.kind is ItemKind.DISCUSSION]
    assert len(mine) == 3 * len(items)


def test_roles_that_people_have_stay_unless_all_is_suggested_anew(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, grid_of(sample_session))
    held = {(a.participation, a.item, r) for a in grid_of(sample_session).seating.with_roles
            for r in a.roles}  # fmt: skip
    assert held <= {c.cell for c in dialog.work.proposal.choices}
    dialog.anew.setChecked(True)
    assert dialog.work.new
    interpreters = {h for h in held if h[2] is Role.INTERPRETER}
    assert interpreters <= {c.cell for c in dialog.work.proposal.choices}
    assert all(c.roles is not None and Role.INTERPRETER not in c.roles for c in dialog.work.cells)


def test_esc_gives_up(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, without_roles(sample_session))
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected and not dialog.cells


def shown(qtbot: QtBot, session: Session) -> ParticipantsPage:
    page = ParticipantsPage(session)
    qtbot.addWidget(page)
    page.resize(1400, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def bars(page: ParticipantsPage) -> dict[str, BarRow]:
    return {b.share.words: b for b in page.composition.findChildren(BarRow)}


def test_a_category_gets_a_target_and_the_gap_is_said(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    menu = page.composition.category_menu()
    part = next(a.menu() for a in menu.actions() if a.text() == "Seniority")
    next(a for a in part.actions() if a.text() == "Early career").trigger()  # type: ignore[union-attr]
    bar = bars(page)["Early career"]
    qtbot.waitUntil(lambda: bar._field is not None)
    assert (bar.share.n, bar.share.target) == (0, 1)
    QTest.keyClicks(bar._field, "4")
    QTest.keyClick(bar._field, Qt.Key.Key_Return)
    assert sample_session.dialogue is not None
    wanted = targets.of_dialogue(sample_session.store, sample_session.dialogue)
    assert Target(Dimension.SENIORITY, "early career", 4) in wanted
    from dialogueprep.ui.models.composition import gaps

    grid = grid_of(sample_session)
    assert gaps(grid, grid.at_table) == "Early career 0 of 4."


def test_the_invited_are_counted_when_asked_and_never_for_k(
    qtbot: QtBot, sample_session: Session
) -> None:
    from dataclasses import replace

    from dialogueprep.domain.people import Standing

    grid = grid_of(sample_session)
    row = next(r for r in grid.rows if r.part.delegation == "CN")
    assert sample_session.dialogue is not None
    invited = replace(row.part, standing=Standing.INVITED)
    people_commands.change_participant(sample_session.store, sample_session.dialogue, invited)
    page = shown(qtbot, sample_session)
    assert bars(page)["China"].share.n == 4
    page.composition.invited.setChecked(True)
    assert bars(page)["China"].share.n == 5
    present = people.attendees(sample_session.store, sample_session.dialogue)
    assert all(a.who.id != row.id for there in present.values() for a in there)


def test_a_whole_day_takes_the_lowest_k(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    page.roster.step(0, 1)
    qtbot.waitUntil(lambda: bool(page.composition.findChildren(TriedRow)))

    def tried() -> dict[str, int]:
        return {t.tried.words: t.tried.k for t in page.composition.findChildren(TriedRow)
                if t.tried.holds}  # fmt: skip

    of_item = tried()
    page.composition.span.show_value(True)
    page.composition._show_item_again()
    of_day = tried()
    assert all(of_day[w] <= of_item[w] for w in of_day.keys() & of_item.keys())
    assert of_day != of_item


def test_templates_are_kept_used_renamed_and_deleted(qtbot: QtBot, sample_session: Session) -> None:
    dialogue = sample_session.dialogue
    assert dialogue is not None
    commands.set_target(sample_session.store, dialogue, Target(Dimension.GENDER, "woman", 12))
    before = targets.of_dialogue(sample_session.store, dialogue)
    dialog = TargetTemplatesDialog(None, sample_session, dialogue)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "Write a name" in dialog.field.below.text()
    QTest.keyClicks(dialog.name, "Five each")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [t.name for t in targets.templates(sample_session.store)] == ["Five each"]
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    QTest.keyClicks(dialog.name, "Six each")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [t.name for t in targets.templates(sample_session.store)] == ["Six each"]
    commands.set_target(sample_session.store, dialogue, Target(Dimension.GENDER, "woman", 0))
    commands.set_target(sample_session.store, dialogue, Target(Dimension.SECTOR, "media", 2))
    dialog.use()
    assert targets.of_dialogue(sample_session.store, dialogue) == before
    sample_session.undo()
    wanted = targets.of_dialogue(sample_session.store, dialogue)
    assert Target(Dimension.SECTOR, "media", 2) in wanted
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert not targets.templates(sample_session.store)


def test_all_attributions_that_hold_are_shown_when_asked(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = ParticipantsPage(sample_session)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    composition = page.composition
    qtbot.waitUntil(lambda: bool(composition.findChildren(TriedRow)))

    def tried() -> dict[str, bool]:
        rows = [r for r in composition.findChildren(TriedRow) if not r.isHidden()]
        return {r.tried.words: r.tried.holds for r in rows}

    few = tried()
    qtbot.mouseClick(composition.all_tried, Qt.MouseButton.LeftButton)
    every = tried()
    assert few.items() <= every.items() and len(every) > len(few)
    assert every["a participant"] and every["a participant from Japan"]
    qtbot.keyClick(composition.all_tried, Qt.Key.Key_Space)
    assert tried() == few


def test_terms_rule_over_k_in_what_holds_at_an_item(qtbot: QtBot, sample_session: Session) -> None:
    page = ParticipantsPage(sample_session)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.composition.all_tried.click()

    def tried_at(sign: str) -> dict[str, bool]:
        column = next(c for c in page.roster.rows.items if c.sign == sign)
        page.composition.show_item(page.grid, column.item.id)
        page.composition._show_item_again()
        assert page.composition.terms.terms is column.item.terms_in_force
        rows = [r for r in page.composition.findChildren(TriedRow) if not r.isHidden()]
        return {r.tried.words: r.tried.holds for r in rows}

    ruled, strict, silent = tried_at("1"), tried_at("5"), tried_at("DM")
    assert ruled["a participant from Japan"]
    assert strict["a participant"] and strict["an expert"]
    placed = [words for words in strict if " from " in words]
    assert placed and not any(strict[words] for words in placed)
    assert silent == {}
