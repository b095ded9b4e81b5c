from __future__ import annotations

from dataclasses import replace

import pytest
from opened import enter, go, notes_page
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import notes as commands
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.notes import Attribution, Count, Note, NoteKind
from dialogueprep.store import agenda, notes, people
from dialogueprep.ui.dialogs.close_item import CloseItemDialog
from dialogueprep.ui.models.note_rows import AsideRow, ItemRow, NoteRow, QuestionHead
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.empty import OfferButton

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def taken(page: NotesPage) -> list[Note]:
    return list(notes.of_item(page.session.store, page._room_now().item.id))


def draft(page: NotesPage) -> str | None:
    return next((n.text for n in taken(page) if n.draft), None)


def compose(page: NotesPage, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(page.editor.field, event)


def write(qtbot: QtBot, page: NotesPage, text: str) -> None:
    qtbot.keyClicks(page.editor.field, text)


def test_an_empty_workspace_leads_to_the_agenda(qtbot: QtBot, empty_session: Session) -> None:
    page = NotesPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(empty_session.page_wanted) as wanted:
        page.findChildren(OfferButton)[0].click()
    assert wanted.args[0] == "agenda"


def test_enter_keeps_the_line_under_the_question_of_the_last_note(
    qtbot: QtBot, page: NotesPage
) -> None:
    before = taken(page)
    write(qtbot, page, "Training books exist already")
    enter(qtbot, page)
    note = taken(page)[-1]
    assert (note.text, note.draft) == ("Training books exist already", False)
    assert note.question == before[-1].question
    assert page.editor.field.text() == ""
    page.session.undo()
    assert taken(page) == before
    page.session.redo()
    assert taken(page)[-1] == note


def test_a_name_stays_in_memory_and_neutral_words_go_to_disk(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Ogurisu-san said that books exist")
    qtbot.waitUntil(lambda: draft(page) == "An expert from Japan said that books exist")
    assert page.editor.field.text() == "Ogurisu-san said that books exist"
    assert page.editor.said.startswith("The name is not on disk")
    assert page.popup.isVisible()
    assert page.session.saving == "saved"
    enter(qtbot, page)
    assert taken(page)[-1].text == "An expert from Japan said that books exist"


def test_tab_takes_neutral_words_and_down_chooses_others(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Ogurisu-san agrees")
    qtbot.waitUntil(page.popup.isVisible)
    assert [c.holds for c in page.popup.choices] == [True, True, False]
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Down)
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Tab)
    assert page.editor.field.text() == "A participant agrees"
    assert not page.popup.isVisible()
    assert page.editor.field.hasFocus()


def test_tab_takes_neutral_words_right_behind_the_name(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "as Naoto Ogurisu")
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Tab)
    assert page.editor.field.text() == "as an expert from Japan"
    assert page.editor.field.hasFocus()


def test_neutral_words_are_offered_again_when_one_comes_back(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Majima Tomoyuki asks for a pilot")
    qtbot.waitUntil(page.popup.isVisible)
    go(page, "Disaster")
    page.begin()
    assert not page.popup.isVisible()
    go(page, "Low birth")
    page.begin()
    qtbot.waitUntil(page.popup.isVisible)
    page.items.setFocus()
    page.begin()
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Tab)
    assert page.editor.field.text() == "A participant from Japan asks for a pilot"


def test_escape_leaves_the_name_on_the_screen_only(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Ogurisu-san agrees")
    qtbot.waitUntil(page.popup.isVisible)
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Escape)
    assert not page.popup.isVisible()
    qtbot.waitUntil(lambda: draft(page) == "An expert from Japan agrees")
    assert page.editor.field.text() == "Ogurisu-san agrees"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("sev jp: small steps", Attribution(count=Count.SEVERAL, delegation="JP")),
        ("many: small steps", Attribution(count=Count.MANY)),
        ("obs: small steps", Attribution(region="Northeast Asia")),
    ],
)
def test_shorthand_becomes_an_attribution_that_holds(
    qtbot: QtBot, page: NotesPage, typed: str, kept: Attribution
) -> None:
    write(qtbot, page, typed)
    enter(qtbot, page)
    note = taken(page)[-1]
    assert (note.text, note.attribution) == ("small steps", kept)
    assert ("does not hold" in page.editor.said) == typed.startswith("obs")


def test_a_question_mark_and_a_number_choose_the_question(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "?1 jp: who pays")
    enter(qtbot, page)
    item = page._room_now().item
    assert taken(page)[-1].question == item.questions[0].id
    assert page.context.questions.value().number == 1


def test_the_question_one_writes_under_is_in_sight_where_questions_have_no_room(
    qtbot: QtBot, page: NotesPage
) -> None:
    page.resize(900, 640)
    assert not page.context.isVisible()
    write(qtbot, page, "?2 who pays")
    enter(qtbot, page)
    assert page.editor.said.startswith("2  Which pilots")
    go(page, "Disaster")
    assert page.editor.said[0].isdigit() and "Which pilots" not in page.editor.said


def test_control_and_a_digit_set_the_kind_and_shift_enter_a_line(
    qtbot: QtBot, page: NotesPage
) -> None:
    write(qtbot, page, "First")
    enter(qtbot, page, Qt.KeyboardModifier.ShiftModifier)
    write(qtbot, page, "second")
    qtbot.keyClick(page.editor.field, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    enter(qtbot, page)
    note = taken(page)[-1]
    assert (note.kind, note.text) == (NoteKind.PROPOSAL, "First\nsecond")


def test_an_attribution_under_k_cannot_be_chosen(qtbot: QtBot, page: NotesPage) -> None:
    page.resize(1700, 752)
    chips = page.editor.chips
    qtbot.waitUntil(lambda: len(chips.boxes()) == len(chips.offers) + 3)
    number = next(n for n, o in enumerate(chips.offers, 2) if not o.holds)
    where = chips.boxes()[number].center().toPoint()
    qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=where)
    assert chips.value is None
    held = chips.boxes()[3].center().toPoint()
    qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=held)
    assert chips.value == chips.offers[1].attribution


def test_control_j_leads_to_the_chips_and_arrows_pass_what_does_not_hold(
    qtbot: QtBot, page: NotesPage
) -> None:
    qtbot.keyClick(page.editor.field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    chips = page.editor.chips
    assert chips.hasFocus()
    qtbot.keyClick(chips, Qt.Key.Key_Right)
    qtbot.keyClick(chips, ENTER)
    assert chips.value == Attribution()
    assert page.editor.field.hasFocus()


@pytest.mark.parametrize(("part", "whole"), [("かいご", "介護"), ("한", "한"), ("zhao hu", "照护")])
def test_enter_that_ends_a_composition_keeps_writing(
    qtbot: QtBot, page: NotesPage, part: str, whole: str
) -> None:
    before = len(taken(page))
    compose(page, part)
    enter(qtbot, page)
    compose(page, "", whole)
    enter(qtbot, page)
    assert page.editor.field.text() == whole
    assert [n for n in taken(page)[before:] if not n.draft] == []
    qtbot.waitUntil(lambda: not page.editor.field._ending.isActive())
    enter(qtbot, page)
    assert taken(page)[-1].text == whole


def test_unfinished_letters_are_not_lost_when_another_item_is_shown(
    qtbot: QtBot, page: NotesPage
) -> None:
    write(qtbot, page, "Care: ")
    compose(page, "にほん")
    go(page, "Disaster")
    assert page.editor.field.text() == ""
    write(qtbot, page, "Sirens")
    go(page, "Low birth")
    assert page.editor.field.text() == "Care: にほん"
    assert draft(page) == "Care: にほん"
    go(page, "Disaster")
    assert page.editor.field.text() == "Sirens"


def test_a_draft_waits_on_disk_for_the_next_start(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Ogurisu-san said so")
    page.session.flush.emit()
    again = NotesPage(page.session)
    qtbot.addWidget(again)
    again.show()
    go(again, "Low birth")
    assert again.editor.field.text() == "An expert from Japan said so"


def test_an_item_without_notes_locks_the_editor(qtbot: QtBot, page: NotesPage) -> None:
    go(page, "Delegation")
    assert page.middle.silent.isVisible()
    assert not page.editor.isVisible()
    assert page.middle.head.toggle.isVisible()


def test_stricter_from_here_keeps_the_line_and_leads_back(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Half a line")
    stricter = page.middle.terms.menu().actions()
    stricter[-1].trigger()
    assert agenda.read(page.session.store, page._room_now().item.id).terms_now is Terms.NO_NOTES
    assert page.middle.silent.isVisible() and page.list.isVisible()
    page.middle.terms.menu().actions()[0].trigger()
    assert page.editor.isVisible()
    assert page.editor.field.text() == "Half a line"


def test_a_note_is_changed_in_its_row_in_neutral_words(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    note = page.list.note()
    assert note is not None
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    field = page.list.field
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "Ogurisu-san doubts it")
    qtbot.keyClick(field, ENTER)
    changed = notes.read(page.session.store, note.id)
    assert changed is not None and changed.text == "An expert from Japan doubts it"
    assert page.list.field is None and page.list.hasFocus()


def test_escape_gives_back_the_words_of_a_row(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    note = page.list.note()
    assert note is not None
    qtbot.keyClick(page.list, ENTER)
    assert page.list.field is not None
    qtbot.keyClicks(page.list.field, " and more")
    page.flush()
    qtbot.keyClick(page.list.field, Qt.Key.Key_Escape)
    assert notes.read(page.session.store, note.id) == note


def test_keys_of_a_row_set_kind_order_and_place(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    note = page.list.note()
    assert note is not None
    qtbot.keyClick(page.list, Qt.Key.Key_6)
    assert taken(page)[-1].kind is NoteKind.FACT
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert taken(page)[-2].id == note.id
    qtbot.keyClick(page.list, Qt.Key.Key_S)
    aside = [r for r in page.items.left_rows.rows if isinstance(r, AsideRow)]
    assert note.id in [r.note.id for r in aside]
    page.items.choose(f"aside-{note.id}")
    qtbot.keyClick(page.items, ENTER)
    assert page.list.note() is not None and page.list.note().id == note.id  # type: ignore[union-attr]


def test_a_removed_note_comes_back_by_undo(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    before = taken(page)
    with qtbot.waitSignal(page.session.removed):
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert taken(page) == before[:-1]
    assert page.list.note() is not None
    page.session.undo()
    assert taken(page) == before


def test_the_arrows_pass_over_headings(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    shown = [r for r in page.list.rows.rows if isinstance(r, NoteRow)]
    assert any(isinstance(r, QuestionHead) for r in page.list.rows.rows)
    for row in reversed(shown):
        assert page.list.value() == row
        qtbot.keyClick(page.list, Qt.Key.Key_Up)


def test_home_and_end_lead_past_the_headings(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    shown = [r for r in page.list.rows.rows if isinstance(r, NoteRow)]
    assert isinstance(page.list.rows.rows[0], QuestionHead)
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.value() == shown[0]
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.value() == shown[-1]
    for _ in shown:
        qtbot.keyClick(page.list, Qt.Key.Key_PageUp)
    assert page.list.value() == shown[0]


def test_closing_an_item_shuffles_within_questions_or_keeps_the_order(
    qtbot: QtBot, page: NotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = taken(page)
    monkeypatch.setattr(CloseItemDialog, "ask", lambda *_a: True)
    qtbot.mouseClick(page.middle.head.close_button, Qt.MouseButton.LeftButton)
    assert taken(page) == before
    assert page.middle.closed.isVisible() and not page.editor.isVisible()
    qtbot.mouseClick(page.middle.closed.again, Qt.MouseButton.LeftButton)
    assert page.editor.isVisible()
    monkeypatch.setattr(CloseItemDialog, "ask", lambda *_a: False)
    monkeypatch.setattr("random.SystemRandom.shuffle", lambda _r, group: group.sort())
    qtbot.mouseClick(page.middle.head.close_button, Qt.MouseButton.LeftButton)
    after = taken(page)
    assert {n.id for n in after} == {n.id for n in before}
    assert [n.question for n in after] == [n.question for n in before]
    first = [n.id for n in after if n.question == after[0].question]
    assert first == sorted(first)


@pytest.mark.parametrize(("width", "then"), [(1280, "items"), (1000, "list")])
def test_the_keyboard_is_among_the_items_when_one_has_been_closed_and_in_the_line_again(
    qtbot: QtBot, page: NotesPage, width: int, then: str
) -> None:
    """Where the items are a drawer, it is among the notes."""
    page.resize(width, 752)
    qtbot.waitUntil(lambda: page.items.isVisible() == (then == "items"))

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CloseItemDialog)
        qtbot.keyClick(dialog.focusWidget(), ENTER)

    assert page.editor.field.hasFocus()
    QTimer.singleShot(0, page, agree)
    next(c for c in page.commands() if c.words == "Close this item").act()
    assert page.middle.closed.isVisible()
    assert page.focusWidget() is getattr(page, then)  # has the keyboard once the window is active
    page.session.undo()
    assert page.focusWidget() is page.editor.field


def test_an_attribution_that_no_longer_holds_is_mended_by_one_key(
    qtbot: QtBot, page: NotesPage
) -> None:
    store, item = page.session.store, page._room_now().item.id
    present = people.attendees(store, page._room_now().dialogue.id)[item]
    japanese = [a.who.id for a in present if a.who.delegation == "JP"]
    with store.step("leave") as step:
        for each in people.attendances(step, page._room_now().dialogue.id):
            if each.item == item and each.participation in japanese:
                people.put_attendance(step, replace(each, silent=True))
    count = NotesPage.count(page.session)
    assert count is not None and count.level == "warn"
    (left,) = [r for r in page.items.left_rows.rows if isinstance(r, ItemRow) and r.id == item]
    assert "no longer hold" in left.spoken
    page.attend()
    row = page.list.value()
    assert isinstance(row, NoteRow) and "Too few to hide among" in row.doubt
    qtbot.keyClick(page.list, Qt.Key.Key_R)
    mended = notes.read(store, row.note.id)
    assert mended is not None and mended.attribution is not None
    assert mended.attribution.delegation is None
    assert mended not in commands.no_longer_holding(store, page._room_now().dialogue)


def test_search_shows_only_notes_with_these_words(qtbot: QtBot, page: NotesPage) -> None:
    field = page.search_field()
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "training")
    shown = [r.note.text for r in page.list.rows.rows if isinstance(r, NoteRow)]
    assert len(shown) == 2 and all("training" in text for text in shown)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert page.list.hasFocus() and page.list.note() is not None
    assert page.list.note().text == shown[0]  # type: ignore[union-attr]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert len(page.list.rows.rows) > 5


def test_the_popup_is_taken_by_mouse(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "Ogurisu-san agrees")
    qtbot.waitUntil(page.popup.isVisible)
    row = QPoint(page.popup.width() // 2, page.popup._top() + 10)
    qtbot.mouseClick(page.popup, Qt.MouseButton.LeftButton, pos=row)
    assert page.editor.field.text() == "An expert from Japan agrees"


def test_enter_empties_the_line_at_once_and_what_is_refused_comes_back(
    qtbot: QtBot, page: NotesPage
) -> None:
    qtbot.keyClicks(page.editor.field, "fees fall")
    before = taken(page)
    qtbot.keyClick(page.editor.field, ENTER)
    assert page.editor.field.text() == ""
    assert taken(page) == before
    page.session.run(agenda_commands.stricter_from_here, page._item_now(), Terms.NO_NOTES)
    qtbot.waitUntil(lambda: not page.writing.entered)
    assert taken(page) == before
    assert page.editor.line().text == "fees fall"


def test_a_line_that_enter_has_taken_is_written_before_the_page_is_left(
    qtbot: QtBot, page: NotesPage
) -> None:
    qtbot.keyClicks(page.editor.field, "fees fall")
    qtbot.keyClick(page.editor.field, ENTER)
    page.flush()
    assert taken(page)[-1].text.endswith("ees fall")
