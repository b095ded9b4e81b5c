"""Capture, looked at again: names in tags, private drafts, the mouse, silence, wide letters."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from opened import enter, go, notes_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.notes import Attribution, Count, Note
from dialogueprep.domain.people import BroadSector
from dialogueprep.store import notes, people
from dialogueprep.ui.models.note_rows import ItemRow, NoteRow
from dialogueprep.ui.pages import notes_marks
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.notes_context import _OnTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def stored(page: NotesPage) -> list[Note]:
    return list(notes.of_item(page.session.store, page._room_now().item.id))


def kept(page: NotesPage) -> list[Note]:
    return [n for n in stored(page) if not n.draft]


def write(qtbot: QtBot, page: NotesPage, words: str) -> Note:
    page.editor.field.insertPlainText(words)
    enter(qtbot, page)
    return kept(page)[-1]


def click(qtbot: QtBot, shown: RowList, row: int) -> None:
    at: QPoint = shown.visualRect(shown.model().index(row, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)


def edit_last(qtbot: QtBot, page: NotesPage) -> None:
    page.list.setFocus()
    page.list.choose(kept(page)[-1].id)
    qtbot.keyClick(page.list, Key.Key_F2)


def test_a_name_does_not_reach_the_disk_as_a_tag(qtbot: QtBot, page: NotesPage) -> None:
    page.editor.field.insertPlainText("fees fall #Ogurisu #小栗栖 #ports")
    page.flush()
    (draft,) = [n for n in stored(page) if n.draft]
    assert draft.text == "fees fall #ports"
    enter(qtbot, page)
    assert (kept(page)[-1].text, kept(page)[-1].tags) == ("fees fall", ("ports",))
    assert page.editor.said


def test_a_name_does_not_reach_the_disk_as_a_tag_of_a_changed_note(
    qtbot: QtBot, page: NotesPage
) -> None:
    write(qtbot, page, "fees fall")
    edit_last(qtbot, page)
    assert page.list.field
    page.list.field.insertPlainText(" #Ogurisu #ports")
    qtbot.keyClick(page.list.field, Key.Key_Return)
    assert (kept(page)[-1].text, kept(page)[-1].tags) == ("fees fall", ("ports",))


def test_a_private_line_is_private_while_it_is_a_draft(qtbot: QtBot, page: NotesPage) -> None:
    for words in ("// ask again at dinner", ">1 // ask again at dinner"):
        page.editor.field.setPlainText(words)
        page.flush()
        assert [n.private for n in stored(page) if n.draft] == [True]


def test_full_width_letters_and_marks_behind_characters_are_read(
    qtbot: QtBot, page: NotesPage
) -> None:
    note = write(qtbot, page, "ｅｘｐ　ｊｐ：費用は下がる。＃港湾")
    assert note.attribution and note.attribution.delegation == "JP"
    assert (note.text, note.tags) == ("費用は下がる。", ("港湾",))


def test_one_goes_on_typing_after_a_click_on_a_question_or_an_item(
    qtbot: QtBot, page: NotesPage
) -> None:
    item = page._room_now().item
    click(qtbot, page.context.questions, 1)
    assert QApplication.focusWidget() is page.editor.field
    assert write(qtbot, page, "fees fall").question == item.questions[1].id
    assert write(qtbot, page, "?1 fees rise").question == item.questions[0].id
    rows = page.items.left_rows.rows
    other = next(
        n for n, r in enumerate(rows)
        if isinstance(r, ItemRow) and r.item.questions and r.id != item.id
    )  # fmt: skip
    click(qtbot, page.items, other)
    assert page._room_now().item.id == rows[other].id
    assert QApplication.focusWidget() is page.editor.field


def test_what_is_kept_while_searching_is_seen(qtbot: QtBot, page: NotesPage) -> None:
    page.middle.open_search()
    page.middle._search.setText("homes")
    note = write(qtbot, page, "fees fall")
    assert any(isinstance(r, NoteRow) and r.id == note.id for r in page.list.rows.rows)
    assert page.middle.search == ""


def test_no_words_are_changed_while_no_notes_are_taken(qtbot: QtBot, page: NotesPage) -> None:
    write(qtbot, page, "fees fall")
    edit_last(qtbot, page)
    assert page.list.field
    page.list.field.insertPlainText(" soon")
    page.deeds.stricter(page._item_now(), Terms.NO_NOTES)
    assert page.list.field is None
    assert kept(page)[-1].text == "fees fall soon"
    edit_last(qtbot, page)
    assert page.list.field is None
    page.deeds.back(page._item_now())
    edit_last(qtbot, page)
    assert page.list.field is not None


def test_control_enter_goes_on_with_the_same_kind(qtbot: QtBot, page: NotesPage) -> None:
    qtbot.keyClick(page.editor.field, Key.Key_4, Modifier.ControlModifier)
    page.editor.field.insertPlainText("fees fall")
    enter(qtbot, page, Modifier.ControlModifier)
    first, second = kept(page)[-1], write(qtbot, page, "ports share")
    assert first.text == "fees fall"
    assert first.kind is second.kind is not write(qtbot, page, "trains run").kind


def test_a_click_on_what_is_on_the_table_writes_its_mark(qtbot: QtBot, page: NotesPage) -> None:
    page.editor.field.insertPlainText("fees fall")
    (shown, *_) = page.context.findChildren(_OnTable)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert page.editor.field.text() == ">1 fees fall"
    assert page.editor.field.textCursor().atEnd()
    assert QApplication.focusWidget() is page.editor.field


def test_undo_reaches_what_was_done_before_a_half_typed_line(qtbot: QtBot, page: NotesPage) -> None:
    first = page._room_now().item
    write(qtbot, page, "fees fall")
    page.editor.field.insertPlainText("half")
    page.go_to(next(
        r.item.id for r in page.items.left_rows.rows
        if isinstance(r, ItemRow) and r.item.questions and r.id != first.id
    ))  # fmt: skip
    page.editor.field.insertPlainText("other")
    page.go_to(first.id)
    assert {n.question for n in stored(page) if n.draft} <= {q.id for q in first.questions}
    page.session.undo()
    assert not any(n.text == "fees fall" for n in stored(page))
    assert page.editor.field.text() == "half"
    assert [n.text for n in stored(page) if n.draft] == ["half"]


def test_undo_takes_stricter_terms_back_though_a_line_is_half_typed(
    qtbot: QtBot, page: NotesPage
) -> None:
    page.editor.field.insertPlainText("half")
    page.flush()
    page.deeds.stricter(page._item_now(), Terms.NO_QUOTATION)
    page.session.undo()
    assert page._item_now().terms_in_force is Terms.RULE
    assert page.editor.field.text() == "half"


def compose(page: NotesPage, words: str) -> None:
    """Bring words into the line as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(page.editor.field, event)


@pytest.mark.parametrize(
    ("typed", "attribution"),
    [
        ("日方专家：费用可以下降", Attribution(delegation="JP", broad=BroadSector.EXPERT)),
        ("日本側：手数料を下げる", Attribution(delegation="JP")),
        ("ㅓㅔ: 수수료를 낮춘다", Attribution(delegation="JP")),
        ("多くの参加者：手数料を下げる", Attribution(count=Count.MANY)),
    ],
)
def test_marks_are_typed_in_the_words_and_on_the_keyboard_at_hand(
    qtbot: QtBot, page: NotesPage, typed: str, attribution: Attribution
) -> None:
    compose(page, typed)
    enter(qtbot, page)
    note = kept(page)[-1]
    assert note.attribution == attribution
    assert note.text == re.split("[:：] ?", typed)[1]


def test_a_name_that_fits_too_few_becomes_what_holds_and_that_is_said(
    qtbot: QtBot, page: NotesPage
) -> None:
    go(page, "Port information")
    note = write(qtbot, page, "Korea: fees fall")
    assert note.text == "fees fall"
    assert note.attribution == Attribution(region="Northeast Asia")
    assert "does not hold here (k 2)" in page.editor.said
    facts = "Japan: 3 ports, Korea: 2 ports"
    assert write(qtbot, page, facts).text == facts


def test_names_and_codes_of_countries_are_marks_as_the_codes_of_delegations_are(
    qtbot: QtBot, page: NotesPage
) -> None:
    table = {"Japan: ": "JP", "exp cn: ": "CN", "th: ": "ASEAN", "several th: ": "ASEAN"}
    for mark, code in table.items():
        asked = notes_marks.read(page._room_now(), f"{mark}fees fall", None)
        assert (asked.text, asked.attribution and asked.attribution.delegation) == (
            "fees fall", code,
        )  # fmt: skip


def test_marks_in_a_row_are_read_when_it_has_been_written(qtbot: QtBot, page: NotesPage) -> None:
    note = write(qtbot, page, "fees fall")
    edit_last(qtbot, page)
    field = page.list.field
    assert field is not None
    qtbot.keyClick(field, Key.Key_Home)
    qtbot.keyClicks(field, "?2 jp: ")
    page.flush()
    assert kept(page)[-1].attribution is None  # one is still writing
    qtbot.keyClick(field, Key.Key_Return)
    changed = next(n for n in kept(page) if n.id == note.id)
    assert changed.text == "fees fall"
    assert changed.attribution == Attribution(delegation="JP")
    assert changed.question == page._room_now().item.questions[1].id
    page.session.undo()
    assert next(n for n in kept(page) if n.id == note.id) == note


def test_in_a_row_too_a_mark_under_k_becomes_what_holds(qtbot: QtBot, page: NotesPage) -> None:
    note = write(qtbot, page, "fees fall")
    edit_last(qtbot, page)
    assert page.list.field is not None
    qtbot.keyClick(page.list.field, Key.Key_Home)
    qtbot.keyClicks(page.list.field, "off jp: ")
    with qtbot.waitSignal(page.session.notice) as said:
        qtbot.keyClick(page.list.field, Key.Key_Return)
    assert "does not hold here" in str(said.args)
    changed = next(n for n in kept(page) if n.id == note.id)
    assert (changed.text, changed.attribution) == ("fees fall", Attribution(delegation="JP"))


def test_a_mark_that_fits_too_few_is_not_in_a_draft_either(qtbot: QtBot, page: NotesPage) -> None:
    go(page, "Port information")
    page.editor.field.insertPlainText("kr: fees fall #ports")
    page.flush()
    (draft,) = [n for n in stored(page) if n.draft]
    assert draft.text == "fees fall #ports"
    assert draft.attribution == Attribution(region="Northeast Asia")
    assert page.editor.field.text() == "kr: fees fall #ports"  # as typed in memory
    page.editor.field.selectAll()
    page.editor.field.insertPlainText("jp: fees fall")
    page.flush()
    (draft,) = [n for n in stored(page) if n.draft]
    assert (draft.text, draft.attribution) == ("jp: fees fall", None)


def test_what_is_kept_is_said_first_and_where_terms_decide_they_are_named(
    qtbot: QtBot, page: NotesPage
) -> None:
    go(page, "Port information")
    write(qtbot, page, "kr: fees fall")
    assert page.editor.said.startswith("Kept as “a participant from Northeast Asia”: ")
    go(page, "Ethical standards")
    assert write(qtbot, page, "jp: a shared list").attribution == Attribution()
    assert page.editor.said == "Kept as “a participant”: the terms here allow no more."


def test_a_word_that_is_the_name_of_somebody_here_is_no_mark(qtbot: QtBot, page: NotesPage) -> None:
    assert write(qtbot, page, "韩：费用可以下降").text == "费用可以下降"
    store, room = page.session.store, page._room_now()
    who = next(a.who.person for a in room.present if a.who.person.name.family == "Gu")
    with store.step("Marry") as step:
        people.put_person(step, replace(who, name=replace(who.name, family="Han", native="韩珈宁")))
    qtbot.waitUntil(lambda: bool(page.editor.field.guard.look("韩珈宁")))  # type: ignore[union-attr]
    note = write(qtbot, page, "韩：费用可以下降")
    assert note.attribution is None  # the name is the guard's to deal with
