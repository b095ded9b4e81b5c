"""The findings page: what is left over, themes and order, questions before release, the library."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as commands
from dialogueprep.commands import notes as note_commands
from dialogueprep.domain.dialogue import AgendaItem, Question, Terms
from dialogueprep.domain.notes import Column, Finding, Proposal, Relation
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, findings, library, notes
from dialogueprep.ui.dialogs.follow_ups import FollowUpsDialog
from dialogueprep.ui.dialogs.pick_entries import PickEntries
from dialogueprep.ui.models.finding_board import Board
from dialogueprep.ui.models.finding_notes import (
    By,
    NoteGroup,
    NoteLine,
    QuestionLine,
    note_lines,
)
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.session import Session
from tests.ui.opened import shown

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> FindingsPage:
    page = shown(qtbot, FindingsPage(sample_session), 1400, 900)
    page.desk.board.take_keyboard()
    return page


def board(page: FindingsPage) -> Board:
    found = page.desk.shown
    assert found
    return found


def found(page: FindingsPage) -> tuple[Finding, ...]:
    assert page.session.dialogue
    return findings.of_dialogue(page.session.store, page.session.dialogue)


def proposals(page: FindingsPage) -> tuple[Proposal, ...]:
    assert page.session.dialogue
    return findings.proposals(page.session.store, page.session.dialogue)


def press(qtbot: QtBot, page: FindingsPage, *keys: Qt.Key, modifier: object = NONE) -> None:
    for key in keys:
        widget = page.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key, modifier)


def group(page: FindingsPage, by: By) -> None:
    page.desk.notes.grouping.show_value(by)
    page.desk.notes.grouping.chosen.emit(by)


def ask(page: FindingsPage, words: str) -> Question:
    """Add a guiding question to the first item with questions."""
    from dialogueprep.commands import agenda as agenda_commands
    from dialogueprep.domain.dialogue import QuestionId

    item = next(i for i in board(page).items if i.questions)
    new = Question(id=QuestionId("asked"), texts=Texts.of(en=words, zh="谁来付？"))
    page.session.run(
        agenda_commands.change_item, replace(item, questions=(*item.questions, new)), "x"
    )
    return new


def test_notes_stand_by_tag_under_each_of_their_tags(page: FindingsPage) -> None:
    note = board(page).notes[0]
    changed = replace(note, tags=("ports", "relief"))
    page.session.run(note_commands.change, board(page).dialogue, changed)
    group(page, "tag")
    rows = page.desk.notes.list.rows.rows
    heads = [r.words for r in rows if isinstance(r, NoteGroup)]
    assert [h.casefold() for h in heads[:2]] == ["ports", "relief"]
    assert "Without a tag" in heads
    lines = [r for r in rows if isinstance(r, NoteLine) and r.note.id == note.id]
    assert len(lines) == 2 == len({line.id for line in lines})


def test_notes_stand_under_their_questions_and_the_others_after_them(page: FindingsPage) -> None:
    rows = note_lines(board(page), "question")
    under: dict[str, list[str]] = {}
    for row in rows:
        if isinstance(row, NoteGroup):
            under[row.id] = []
        else:
            under[list(under)[-1]].append(row.id)
    noted = [n for n in board(page).notes if n.question]
    assert noted and all(n.id in under[f"group-q-{n.question}"] for n in noted)
    others = {n.id for n in board(page).notes} - {n.id for n in noted}
    assert set(under["group-q"]) == others


def test_a_question_without_note_or_finding_is_shown_and_carried_to_the_board_by_keys(
    qtbot: QtBot, page: FindingsPage
) -> None:
    new = ask(page, "Who pays?")
    (line,) = [r for r in page.desk.notes.list.rows.rows
               if isinstance(r, QuestionLine) and r.id == new.id]  # fmt: skip
    assert line.state == "No note and no finding on it"
    source = page.desk.notes.list
    source.choose(new.id)
    source.setFocus()
    press(qtbot, page, KEY.Key_N)
    made = found(page)[-1]
    assert (made.question, made.column) == (new.id, Column.UNRESOLVED)
    assert made.texts.get("en") == "Who pays?"
    assert made.texts.get("zh") == "谁来付？"
    assert new not in board(page).unanswered
    page.session.undo()
    assert new in board(page).unanswered


def test_a_question_is_dragged_to_a_column(qtbot: QtBot, page: FindingsPage) -> None:
    new, before = ask(page, "Who pays?"), len(found(page))
    source, left = page.desk.notes.list, Qt.MouseButton.LeftButton
    page.desk.notes.left_only.setChecked(True)
    source.choose(new.id)
    start = source.visualRect(source.rows.index_of(new.id)).center()
    target = page.desk.board.lists[Column.UNRESOLVED]
    end = target.viewport().mapToGlobal(QPoint(60, target.contents_height() + 30))
    qtbot.mousePress(source.viewport(), left, NONE, start)
    for way in (0.3, 0.9, 1.0):
        step = (source.viewport().mapFromGlobal(end) - start) * way
        qtbot.mouseMove(source.viewport(), start + step)
    qtbot.mouseRelease(source.viewport(), left, NONE, source.viewport().mapFromGlobal(end))
    assert len(found(page)) == before + 1
    assert (found(page)[-1].question, found(page)[-1].column) == (new.id, Column.UNRESOLVED)


def test_a_question_that_is_put_on_a_card_is_answered_by_it_until_the_menu_says_otherwise(
    qtbot: QtBot, page: FindingsPage
) -> None:
    new, first = ask(page, "Who pays?"), found(page)[0]
    source = page.desk.notes.list
    source.choose(new.id)
    source.setFocus()
    press(qtbot, page, KEY.Key_Space)
    assert page.desk.choose(first.id)
    press(qtbot, page, KEY.Key_Return)
    assert found(page)[0].question == new.id
    assert page.desk.tray.answers_what.accessibleName() == "Answers: Who pays?"
    page.desk._on_asked("no question")
    assert found(page)[0].question is None


def test_only_what_is_left_over_is_shown_and_u_goes_from_one_to_the_next(
    qtbot: QtBot, page: FindingsPage
) -> None:
    panel = page.desk.notes
    qtbot.mouseClick(panel.left_only, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    rows = panel.list.rows.rows
    shown_notes = [r for r in rows if isinstance(r, NoteLine)]
    assert len(shown_notes) == board(page).unused
    assert not any(r.used for r in shown_notes)
    panel.left_only.setChecked(False)
    panel.list.choose(board(page).notes[0].id)
    panel.list.setFocus()
    press(qtbot, page, KEY.Key_U)
    value = panel.list.value()
    assert isinstance(value, NoteLine) and not value.used


def test_a_theme_is_set_by_keys_stands_on_the_card_and_is_undone(
    qtbot: QtBot, page: FindingsPage
) -> None:
    first = found(page)[0]
    page.desk.choose(first.id)
    press(qtbot, page, KEY.Key_T)
    assert page.desk.tray.theme.hasFocus()
    qtbot.keyClicks(page.desk.tray.theme, "Harbours")
    press(qtbot, page, KEY.Key_Return)
    assert found(page)[0].theme == "Harbours"
    assert board(page).cards[0].spoken.startswith("Harbours")
    assert page.desk.board.lists[Column.CONVERGENT].hasFocus()
    page.session.undo()
    assert found(page)[0].theme == first.theme


def in_the_order_of_the_agenda(page: FindingsPage) -> None:
    items = [i.id for i in board(page).items]
    places = {n.id: items.index(n.item) for n in board(page).notes}
    order = sorted(found(page), key=lambda f: min(places[n] for n in f.notes))
    page.session.run(commands.order_findings, board(page).dialogue.id, [f.id for f in order])


def test_an_order_that_retells_the_meeting_is_warned_of_with_one_remedy(
    qtbot: QtBot, page: FindingsPage
) -> None:
    assert not page.banner.isVisible()
    in_the_order_of_the_agenda(page)
    (notice,) = page._notices
    assert "order of the agenda" in notice.sentence
    assert page.banner.take(1)
    assert not page._notices
    themes = [f.theme for f in found(page)]
    assert themes == sorted(themes, key=themes.index)
    page.session.undo()
    assert len(page._notices) == 1


def test_questions_before_release_are_answered_by_keys_and_counted(
    qtbot: QtBot, page: FindingsPage
) -> None:
    first, asked = found(page)[0], len(board(page).to_answer)
    page.desk.choose(first.id)
    press(qtbot, page, KEY.Key_Q, KEY.Key_N, KEY.Key_N, KEY.Key_N)
    card = board(page).card(first.id)
    assert card and (card.left, card.doubts) == (1, 1)
    assert card.questions == "1 doubt before release"
    page.desk.tray.questions.choices[ReleaseQuestion.ACCEPTED].setFocus()
    press(qtbot, page, KEY.Key_Y)
    assert page.desk.tray.questions.public.hasFocus()
    qtbot.keyClicks(page.desk.tray.questions.public, "nothing")
    page.flush()
    assert len(board(page).to_answer) == asked - 1
    assert page.to_answer.text() == f"{asked - 1} to answer"
    press(qtbot, page, KEY.Key_Escape)
    assert page.desk.board.lists[first.column].hasFocus()
    for _step in range(3):
        page.session.undo()
    assert len(board(page).to_answer) == asked


def test_the_button_in_the_head_goes_to_the_next_finding_with_open_questions(
    qtbot: QtBot, page: FindingsPage
) -> None:
    qtbot.mouseClick(page.to_answer, Qt.MouseButton.LeftButton)
    assert page.desk.tray.side.value == "questions"
    assert page.desk.tray.questions.choices[ReleaseQuestion.ONE_SOURCE].hasFocus()


def test_a_finding_on_what_was_said_on_the_record_is_asked_nothing(page: FindingsPage) -> None:
    note = replace(board(page).notes[0], terms=Terms.ON_RECORD)
    with page.session.store.step("x") as step:
        notes.put(step, note)
    made = page.session.run(
        commands.add, board(page).dialogue.id, Column.EMERGING, Texts.of(en="Said."), [note.id]
    )
    card = board(page).card(made)
    assert card and not card.asked and not card.questions
    page.desk.choose(card.id)
    page.desk.tray.answer()
    assert page.desk.tray.questions._nothing.isVisible()


def test_no_name_is_kept_in_a_theme_or_in_an_answer(qtbot: QtBot, page: FindingsPage) -> None:
    from dialogueprep.store import people

    dialogue = board(page).dialogue
    name = people.participations(page.session.store, dialogue.id)[0].person.name.latin
    page.desk.choose(found(page)[0].id)
    theme = page.desk.tray.theme
    theme.setFocus()
    theme.selectAll()
    qtbot.keyClicks(theme, f"As {name} said")
    theme.flush()
    assert name not in found(page)[0].theme
    public = page.desk.tray.questions.public
    page.desk.tray.answer()
    public.setFocus()
    qtbot.keyClicks(public, f"the keynote of {name}")
    page.flush()
    answers = findings.answers(page.session.store, dialogue.id)[found(page)[0].id]
    assert name not in answers[ReleaseQuestion.PUBLIC]


def test_a_recommendation_says_by_which_means_in_each_language(
    qtbot: QtBot, page: FindingsPage
) -> None:
    page._show("recommendations")
    row = page.proposals.shown[2]
    row.by.setFocus()
    qtbot.keyClicks(row.by, "A working group")
    page.flush()
    assert proposals(page)[2].instruments.get("en") == "A working group"
    page.session.undo()
    assert not proposals(page)[2].instruments


def test_a_recommendation_is_compared_with_one_that_is_picked_from_the_library(
    qtbot: QtBot, page: FindingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._show("recommendations")
    bare = next(n for n, p in enumerate(proposals(page)) if p.relation is None)
    seen: list[str] = []

    def by_keyboard(dialog: PickEntries) -> int:
        qtbot.addWidget(dialog)
        dialog.show()
        seen.append(dialog.list.value().key)
        qtbot.keyClick(dialog.search, KEY.Key_Return)
        return dialog.result()

    monkeypatch.setattr(PickEntries, "exec", by_keyboard)
    row = page.proposals.shown[bare]
    row.words.setFocus()
    press(qtbot, page, KEY.Key_L, modifier=Qt.KeyboardModifier.AltModifier)
    now = proposals(page)[bare]
    assert (now.relation, now.recommendation) == (Relation.SUPPORTS, seen[0])
    (entry,) = library.recommendations_for(page.session.store, (), seen)
    assert entry.titles.best("en") in row._title.text()
    row.relation.picked.emit(Relation.NEW)
    now = proposals(page)[bare]
    assert (now.relation, now.recommendation) == (Relation.NEW, None)
    page.session.undo()
    assert proposals(page)[bare].recommendation == seen[0]


def test_a_field_that_was_drawn_while_hidden_is_as_tall_as_its_text(page: FindingsPage) -> None:
    page.grab()
    page._show("recommendations")
    field = max((row.to for row in page.proposals.shown), key=lambda f: len(f.toPlainText()))
    field.setFixedWidth(120)
    page._show("findings")
    page.grab()
    page._show("recommendations")
    lines = field.document().findBlockByNumber(0).layout().lineCount()
    assert lines > 1
    assert field.height() >= lines * field.fontMetrics().height()


def test_giving_up_the_choice_leaves_the_recommendation_as_it_was(
    page: FindingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._show("recommendations")
    bare = next(n for n, p in enumerate(proposals(page)) if p.relation is None)
    before = proposals(page)
    monkeypatch.setattr(PickEntries, "exec", lambda _dialog: 0)
    row = page.proposals.shown[bare]
    row.relation.show_value(Relation.REVISES)
    row.relation.picked.emit(Relation.REVISES)
    assert proposals(page) == before
    assert row.relation.value is None


def test_follow_ups_are_reached_from_the_page(
    qtbot: QtBot, page: FindingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[FollowUpsDialog] = []
    monkeypatch.setattr(FollowUpsDialog, "exec", lambda dialog: opened.append(dialog) or 0)
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, page, KEY.Key_F, modifier=ctrl_shift)
    (dialog,) = opened
    qtbot.addWidget(dialog)


def test_cards_that_lie_below_are_counted_at_the_foot(qtbot: QtBot, page: FindingsPage) -> None:
    below = page.desk.board._below
    page.resize(1100, 600)
    qtbot.waitUntil(below.isVisible)
    assert below.accessibleName().endswith("further down")
    before = page.desk.board.area.verticalScrollBar().value()
    qtbot.mouseClick(below, Qt.MouseButton.LeftButton)
    assert page.desk.board.area.verticalScrollBar().value() > before


def test_a_gone_question_leaves_the_finding_that_answered_it(page: FindingsPage) -> None:
    from dialogueprep.commands import agenda as agenda_commands

    new, first = ask(page, "Who pays?"), found(page)[0]
    page.session.run(commands.answer_question, first, new.id)
    item: AgendaItem = next(i for i in board(page).items if new in i.questions)
    left = tuple(q for q in item.questions if q != new)
    page.session.run(agenda_commands.change_item, replace(item, questions=left), "x")
    assert found(page)[0].question is None
    assert agenda.read(page.session.store, item.id).questions == left
    assert notes.of_dialogue(page.session.store, board(page).dialogue.id)
