"""The state of a document in the window: moved by keys, sent to people, due when it is late."""

from __future__ import annotations

from datetime import date

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import drafts as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import (
    Circulation,
    Draft,
    Recipient,
    RecipientKind,
    Stage,
    draft_of,
)
from dialogueprep.store import drafts
from dialogueprep.ui.dialogs.circulate_draft import CirculateDraft
from dialogueprep.ui.dialogs.draft_state import DraftStateDialog
from dialogueprep.ui.models.dialogue_cards import card_of
from dialogueprep.ui.models.draft_rows import RecipientRow, recipient_names, roster_in
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session

TODAY, LATER = date(2026, 11, 2), date(2026, 12, 1)
FINDINGS = Product.KEY_FINDINGS


@pytest.fixture
def of(sample_session: Session) -> Dialogue:
    found = sample_session.open_dialogue()
    assert found
    return found


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session, of: Dialogue) -> DraftStateDialog:
    made = DraftStateDialog(None, sample_session, of, FINDINGS, "en", 1, TODAY)
    return shown(qtbot, made, 600, 680)


def _stage(session: Session, of: Dialogue) -> Stage:
    return draft_of(drafts.of_dialogue(session.store, of.id), FINDINGS, "en").stage


def _sent(of: Dialogue) -> Circulation:
    return Circulation(
        product=FINDINGS, language="en", number=2, on=TODAY, comments_until=date(2026, 11, 16),
        recipients=(
            Recipient(RecipientKind.HOST, of.hosts[0].id),
            Recipient(RecipientKind.PARTICIPATION, "somebody who left"),
        ),
    )  # fmt: skip


def test_keys_move_the_document_and_undo_takes_it_back(
    dialog: DraftStateDialog, sample_session: Session, of: Dialogue
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert _stage(sample_session, of) is Stage.CHAIR
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _stage(sample_session, of) is Stage.RAPPORTEUR
    assert dialog.list.value().stage is Stage.RAPPORTEUR
    dialog.list.choose(Stage.FINAL.value)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert _stage(sample_session, of) is Stage.FINAL
    sample_session.store.undo()
    assert _stage(sample_session, of) is Stage.RAPPORTEUR


def test_recipients_are_ticked_by_keys(qtbot: QtBot, sample_session: Session, of: Dialogue) -> None:
    draft = Draft(product=FINDINGS, language="en", number=2)
    roster = roster_in(sample_session.store, of)
    dialog = shown(qtbot, CirculateDraft(None, of, roster, draft, TODAY, comments=True), 560, 620)
    assert not dialog.keep.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.keep.text() == "Keep 2 recipients"
    dialog.until.show_day(date(2026, 11, 1))
    assert not dialog.keep.isEnabled()
    dialog.until.show_day(date(2026, 11, 9))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.sent
    assert (dialog.sent.number, dialog.sent.comments_until) == (2, date(2026, 11, 9))
    hosts = [Recipient(RecipientKind.HOST, h.id) for h in of.hosts]
    assert list(dialog.sent.recipients) == hosts[:2]


def test_headings_are_not_ticked(qtbot: QtBot, sample_session: Session, of: Dialogue) -> None:
    draft = Draft(product=FINDINGS, language="en", number=1)
    dialog = CirculateDraft(None, of, roster_in(sample_session.store, of), draft, TODAY)
    qtbot.addWidget(dialog)
    chosen = dialog.list.value()
    assert isinstance(chosen, RecipientRow)
    assert chosen.recipient


def test_who_left_the_roster_is_only_counted(sample_session: Session, of: Dialogue) -> None:
    names = recipient_names(_sent(of), of, roster_in(sample_session.store, of))
    assert names == f"{of.hosts[0].names.best('en')}, 1 no longer on the roster"


def test_a_deadline_that_has_passed_is_said_on_home_and_on_documents(
    qtbot: QtBot, sample_session: Session, of: Dialogue
) -> None:
    commands.circulate(sample_session.store, of.id, _sent(of))
    card = card_of(sample_session.store, of, LATER)
    assert "1 deadline for comments has passed" in card.warning
    assert "deadline" not in card_of(sample_session.store, of, TODAY).warning
    page = shown(qtbot, DocumentsPage(sample_session, lambda: LATER))
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.banner.notices), timeout=20_000)
    assert any("16 Nov 2026" in n.sentence for n in page.banner.notices)


def test_the_page_shows_the_state_of_each_document(
    qtbot: QtBot, sample_session: Session, of: Dialogue
) -> None:
    commands.move(sample_session.store, of.id, FINDINGS, "en", Stage.CHAIR)
    page = shown(qtbot, DocumentsPage(sample_session, lambda: TODAY))
    page.refresh()
    page.products.list.choose(FINDINGS.value)
    page.refresh()
    shown_row = page.products.value()
    assert shown_row
    assert (shown_row.product, shown_row.state) == (FINDINGS, "Chair’s review")
    buttons = [b for b in page.findChildren(type(page._drafts.button)) if b.isVisible()]
    assert "Chair’s review" in [b.text() for b in buttons]
    page.products.list.choose("programme")
    page.refresh()
    assert not page._drafts.button.isVisible()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
