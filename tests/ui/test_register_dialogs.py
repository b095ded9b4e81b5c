"""Statements, the public register, the sheet and the orders: by keyboard, with undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.domain.dialogue import Ordered
from dialogueprep.domain.notes import Scope, StatementKind
from dialogueprep.domain.published import PublicKind
from dialogueprep.store import designations, dialogues, published, statements
from dialogueprep.ui.dialogs.already_public import AlreadyPublicDialog
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.designation_sheet import DesignationSheet
from dialogueprep.ui.dialogs.orders import OrdersDialog
from dialogueprep.ui.dialogs.statements import StatementsDialog
from dialogueprep.ui.widgets.terms_parts import DesignationsPart
from dialogueprep.workflows.designations import sheet_of

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def shown(qtbot, made, session):
    dialog = made(None, session, session.open_dialogue())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_a_quotation_is_written_by_keys_and_refused_without_consent(qtbot, sample_session):
    dialog = shown(qtbot, StatementsDialog, sample_session)
    store, of = sample_session.store, sample_session.dialogue
    qtbot.keyClick(dialog.list, Qt.Key.Key_N)
    assert dialog.focusWidget() is dialog.who
    qtbot.keyClicks(dialog.words, "Ports are where trust is kept.")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, CTRL)
    assert dialog.banner.isVisible() and len(statements.of_dialogue(store, of)) == 1
    dialog.consent.show_day(date(2026, 11, 3))
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, CTRL)
    added = statements.of_dialogue(store, of)[-1]
    assert (added.kind, added.scope) == (StatementKind.QUOTED, Scope.REPORT)
    assert added.consented_on == date(2026, 11, 3)
    assert not dialog.banner.isVisible()
    dialog.withdrawn.show_day(date(2026, 11, 9))
    assert dialog.keep_now() and dialog.held.isVisible()
    dialog.undo()
    assert not dialog.held.isVisible() and statements.of_dialogue(store, of)[-1] == added
    dialog.undo()
    assert len(statements.of_dialogue(store, of)) == 1


def test_going_on_to_another_entry_keeps_the_one_before(qtbot, sample_session):
    dialog = shown(qtbot, AlreadyPublicDialog, sample_session)
    store, of = sample_session.store, sample_session.dialogue
    assert published.of_dialogue(store, of) == ()
    for words in ("Programme on the site", "Group photo"):
        dialog.add()
        qtbot.keyClicks(dialog.detail, words)
    dialog.kind.show_value(PublicKind.PHOTO)
    dialog.accept()
    kept = {p.detail: p.kind for p in published.of_dialogue(store, of)}
    assert kept == {
        "Programme on the site": PublicKind.PROGRAMME, "Group photo": PublicKind.PHOTO,
    }  # fmt: skip


def test_an_entry_is_removed_with_its_key_and_comes_back(qtbot, sample_session):
    dialog = shown(qtbot, DesignationSheet, sample_session)
    store, of = sample_session.store, sample_session.dialogue
    before = len(sheet_of(store, of))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert len(designations.of_dialogue(store, of)) == before - 1
    dialog.undo()
    assert designations.of_dialogue(store, of) == ()


def test_a_disputed_name_is_settled_in_its_language(qtbot, sample_session):
    dialog = shown(qtbot, DesignationSheet, sample_session)
    store, of = sample_session.store, sample_session.dialogue
    dialog.change_language("ko")
    (row,) = [r for r in dialog.model.rows if "동해" in r.words]
    dialog.list.choose(row.key)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.usage
    dialog.settled.click()
    dialog.accept()
    mine = [e for e in designations.of_dialogue(store, of) if "동해" in e.usage]
    assert [e.settled for e in mine] == [True]


def test_an_order_of_a_language_is_made_with_keys_and_told(qtbot, sample_session):
    dialog = shown(qtbot, OrdersDialog, sample_session)
    store, of = sample_session.store, sample_session.dialogue
    before = dialogues.read(store, of)
    dialog.language.show_value("ko")
    dialog.refresh()
    told = dialog.delegations.says.accessibleName() or dialog.delegations.says.text()
    qtbot.keyClick(dialog.delegations.list, Qt.Key.Key_Down, ALT)
    now = dialogues.read(store, of)
    assert now.delegations_in("ko")[1] == before.delegations[0]
    assert now.delegations_in("en") == before.delegations
    assert dialog.delegations.list.value().key == before.delegations[0].code
    assert (dialog.delegations.says.accessibleName() or dialog.delegations.says.text()) != told
    dialog.undo()
    assert dialogues.read(store, of) == before


def test_esc_asks_before_a_quotation_that_cannot_be_kept_is_lost(
    qtbot, sample_session, monkeypatch
):
    answers, asked = [False, True], []
    monkeypatch.setattr(Confirm, "ask", lambda *said: asked.append(said) or answers.pop(0))
    dialog = shown(qtbot, StatementsDialog, sample_session)
    qtbot.keyClick(dialog.list, Qt.Key.Key_N)
    dialog.kind.show_value(StatementKind.QUOTED)
    dialog.words.setPlainText("The sea does not wait.")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.words.toPlainText() == "The sea does not wait."
    qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and len(asked) == 2


def test_a_dialogue_without_hosts_says_so(qtbot, sample_session):
    store, of = sample_session.store, sample_session.dialogue
    sample_session.run(dialogue_commands.change, replace(dialogues.read(store, of), hosts=()))
    dialog = shown(qtbot, OrdersDialog, sample_session)
    assert dialog.no_hosts.isVisible() and not dialog.hosts.isVisible()


def test_a_label_is_written_for_one_language(qtbot, sample_session):
    dialog = shown(qtbot, OrdersDialog, sample_session)
    store, of = sample_session.store, sample_session.dialogue
    dialog.language.show_value("zh")
    dialog.refresh()
    dialog.label.selectAll()
    qtbot.keyClicks(dialog.label, "PRC")
    dialog.label.flush()
    first = dialogues.read(store, of).delegations[0]
    assert first.labels.get("zh") == "PRC" and first.labels.get("en") == "China"
    assert [o.of for o in dialogues.read(store, of).orders if o.of is Ordered.HOSTS] == []


def test_the_part_offers_its_dialogs_while_a_dialogue_is_open(sample_session, qtbot):
    from PySide6.QtWidgets import QWidget

    page = QWidget()
    qtbot.addWidget(page)
    assert len(DesignationsPart(sample_session, page).commands()) == 5
