"""The drafting view: claims alone, live, worked by keys, for a screen that the room sees."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as commands
from dialogueprep.domain.notes import Column, Finding
from dialogueprep.domain.texts import Texts, TextState
from dialogueprep.store import findings, people
from dialogueprep.ui.drafting.claim import Claim
from dialogueprep.ui.drafting.sheet import DraftClaim, DraftColumn, DraftSheet
from dialogueprep.ui.drafting.view import DraftingView
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.session import Session
from tests.ui.opened import shown

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> FindingsPage:
    return shown(qtbot, FindingsPage(sample_session), 1400, 900)


@pytest.fixture
def view(qtbot: QtBot, page: FindingsPage) -> DraftingView:
    page.acts.show_drafting()
    made = page.acts.drafting.view
    assert made
    qtbot.waitUntil(made.isActiveWindow)
    return made


def found(page: FindingsPage) -> tuple[Finding, ...]:
    assert page.session.dialogue
    return findings.of_dialogue(page.session.store, page.session.dialogue)


def press(qtbot: QtBot, view: DraftingView, *keys: Qt.Key, modifier: object = NONE) -> None:
    for key in keys:
        widget = view.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key, modifier)


def current(view: DraftingView) -> Claim:
    assert view.current
    return view.current


def said(view: QWidget) -> str:
    """All that a reader of the screen or a screen reader gets from the window."""
    parts = [view, *view.findChildren(QWidget)]
    words = [f"{w.accessibleName()} {w.accessibleDescription()} {w.toolTip()}" for w in parts]
    words += [w.field.toPlainText() for w in view.findChildren(Claim)]
    return "\n".join(words)


def test_it_shows_every_claim_under_its_column_and_nothing_of_the_notes(
    page: FindingsPage, view: DraftingView
) -> None:
    order = [f for column in Column for f in found(page) if f.column is column]
    assert [c.wording for c in view.sheet.claims] == [f.texts.best("en") for f in order]
    assert [c.heading for c in view.sheet.columns] == [
        "Convergent", "Emerging", "Divergent", "Unresolved",
    ]  # fmt: skip
    board = page.desk.shown
    assert board
    words = said(view)
    assert order[0].texts.best("en") in words
    for hidden in [n.text for n in board.notes] + [c.count for c in board.cards]:
        assert hidden not in words


def test_a_sheet_has_no_field_for_a_note_a_support_or_a_count() -> None:
    names = {f.name for kind in (DraftSheet, DraftColumn, DraftClaim) for f in fields(kind)}
    assert names == {
        "title", "stage", "columns", "editable", "heading", "claims", "id", "wording", "language",
    }  # fmt: skip


def test_keys_go_to_the_next_claim_and_the_next_heading(
    qtbot: QtBot, page: FindingsPage, view: DraftingView
) -> None:
    claims = view.sheet.claims
    press(qtbot, view, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_Up)
    assert current(view).id == claims[1].id
    press(qtbot, view, KEY.Key_Down, modifier=CTRL)
    assert current(view).id == view.sheet.columns[1].claims[0].id
    press(qtbot, view, KEY.Key_Up, modifier=CTRL)
    assert current(view).id == claims[0].id


def test_a_claim_is_rewritten_in_place_kept_and_undone(
    qtbot: QtBot, page: FindingsPage, view: DraftingView
) -> None:
    claim = current(view)
    qtbot.keyClicks(claim.field, "xyz")
    assert not claim.field.writing and "xyz" not in claim.field.toPlainText()
    before = next(f for f in found(page) if f.id == claim.id)
    press(qtbot, view, KEY.Key_Return)
    qtbot.keyClicks(claim.field, " And soon.")
    press(qtbot, view, KEY.Key_Return)
    now = next(f for f in found(page) if f.id == claim.id)
    assert now.texts.get("en") == f"{before.texts.get('en')} And soon."
    assert {t.state for t in now.texts.entries} == {TextState.ORIGINAL, TextState.STALE}
    assert not claim.field.writing
    press(qtbot, view, KEY.Key_Z, modifier=CTRL)
    assert next(f for f in found(page) if f.id == claim.id) == before
    assert claim.field.toPlainText() == before.texts.get("en")


def test_it_follows_the_board(page: FindingsPage, view: DraftingView) -> None:
    first, last = found(page)[0], found(page)[-1]
    dialogue = first.dialogue
    page.session.run(commands.remove, [first.id])
    assert first.id not in {c.id for c in view.sheet.claims}
    assert current(view).id == view.sheet.claims[0].id
    page.session.run(commands.move_before, last, Column.CONVERGENT, found(page)[0].id)
    assert view.sheet.columns[0].claims[0].id == last.id
    made = page.session.run(commands.add, dialogue, Column.EMERGING, Texts.of(ko="새 결과."))
    assert made in {c.id for c in view.sheet.claims}
    page.session.run(commands.remove, [f.id for f in found(page)])
    assert view.current is None
    assert view._none.isVisible()


def test_a_name_that_is_typed_there_is_kept_in_neutral_words(
    qtbot: QtBot, page: FindingsPage, view: DraftingView
) -> None:
    assert page.session.dialogue
    name = people.participations(page.session.store, page.session.dialogue)[0].person.name.latin
    claim = current(view)
    press(qtbot, view, KEY.Key_Return)
    qtbot.keyClicks(claim.field, f" As {name} said.")
    press(qtbot, view, KEY.Key_Escape)
    kept = next(f for f in found(page) if f.id == claim.id).texts.get("en") or ""
    assert name not in kept
    assert claim.field.toPlainText() == kept


def test_a_claim_without_any_words_stays_as_it_was(
    qtbot: QtBot, page: FindingsPage, view: DraftingView
) -> None:
    claim, before = current(view), found(page)
    press(qtbot, view, KEY.Key_Return)
    claim.field.selectAll()
    press(qtbot, view, KEY.Key_Delete, KEY.Key_Escape)
    assert found(page) == before
    assert claim.field.toPlainText() == before[0].texts.get("en")


def test_the_letters_are_larger_on_a_larger_screen_and_by_keys(
    qtbot: QtBot, view: DraftingView
) -> None:
    view.resize(1000, 600)
    small = current(view).field.font().pixelSize()
    view.resize(1800, 1000)
    large = current(view).field.font().pixelSize()
    press(qtbot, view, KEY.Key_Plus, modifier=CTRL)
    assert small < large < current(view).field.font().pixelSize()


def test_it_is_gone_once_the_workspace_is_closed(page: FindingsPage, view: DraftingView) -> None:
    page.session.closing.emit()
    assert page.acts.drafting.view is None
    assert not view.isVisible()
    assert view.sheet == DraftSheet()
