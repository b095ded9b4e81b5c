"""Questions and recommendations of an item in the inspector: order, state, from the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.texts import Texts, TextState
from dialogueprep.store import agenda
from dialogueprep.ui.dialogs.pick_entries import PickEntries
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.item_picking import QuestionPicking, RecommendationPicking
from dialogueprep.ui.widgets.item_questions import state_words
from dialogueprep.ui.widgets.row_drag import moved_to

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session), 1280, 900)
    made.days.choose(rich(sample_session).id)
    yield made
    made.flush()


def rich(session: Session) -> AgendaItem:
    """Return an item with several questions and recommendations."""
    items = agenda.of_dialogue(session.store, session.dialogue)
    return max(items, key=lambda i: (min(len(i.questions), 3), len(i.recommendations)))


def now(page: AgendaPage) -> AgendaItem:
    return agenda.read(page.session.store, page.days.value().id)


def test_the_state_of_a_question_and_missing_languages_are_told(look):
    texts = Texts.of(en="Who pays?", ja="誰が払うか。")
    assert state_words(texts, "en") == "missing in 中文, 한국어"
    assert state_words(texts, "ja").startswith("Translated")
    stale = texts.with_wording("en", "Who pays first?")
    assert state_words(stale, "ja").startswith("Out of date")
    whole = Texts.of(en="a", zh="b", ja="c", ko="d")
    assert state_words(whole, "en") == ""


def test_a_translation_is_marked_as_checked(qtbot, page):
    questions = page.inspector.questions
    page.inspector._set_language("ja")
    first = now(page).questions[0]
    assert [t.state for t in first.texts.entries if t.language == "ja"] == [TextState.TRANSLATED]
    questions._rows[0]._check.click()
    first = now(page).questions[0]
    assert [t.state for t in first.texts.entries if t.language == "ja"] == [TextState.CHECKED]


def test_a_question_is_dragged_by_its_number(qtbot, page):
    before = [q.id for q in now(page).questions]
    rows = page.inspector.questions._rows
    handle, target = rows[0].handle, rows[-1]
    end = handle.mapFromGlobal(target.mapToGlobal(QPoint(4, target.height() - 2)))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 6))
    QTest.mouseMove(handle, QPoint(4, 40))
    QTest.mouseMove(handle, end)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert [q.id for q in now(page).questions] == [*before[1:], before[0]]


@pytest.mark.parametrize(("at", "place", "order"), [(0, 3, "120"), (2, 0, "201"), (1, 1, "012")])
def test_rows_are_put_before_a_place(at, place, order):
    assert moved_to(at, place, 3) == [int(n) for n in order]


def test_recommendations_are_moved_and_taken_off_by_keys(qtbot, page):
    before = now(page).recommendations
    assert len(before) > 1
    QTest.keyClick(page.inspector.proposals.lines[0], Qt.Key.Key_Down, ALT)
    assert now(page).recommendations[:2] == (before[1], before[0])
    lines = page.inspector.proposals.lines
    qtbot.waitUntil(lines[1].hasFocus)
    QTest.keyClick(lines[1], Qt.Key.Key_Delete)
    assert before[0] not in now(page).recommendations
    page.session.undo()
    assert before[0] in now(page).recommendations


def test_a_question_comes_from_the_topic_or_from_others(qtbot, page):
    item = now(page)
    kept = replace(item, questions=item.questions[:1])
    page.session.run(commands.change_item, kept, "Fewer")
    picking = QuestionPicking(page.session, kept)
    own = [r.words for r in picking.find("").rows]
    assert own and item.questions[0].texts.best("en") not in own
    dialog = PickEntries(page, "Questions", "", picking.find, picking.take)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert now(page).questions[-1].texts.best("en") == own[0]
    QTest.keyClicks(dialog.search, "water")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert len(now(page).questions) == 3
    page.session.store.undo()
    assert len(now(page).questions) == 2


def test_a_recommendation_of_another_topic_is_put_on_the_table(qtbot, page):
    item = now(page)
    picking = RecommendationPicking(page.session, item)
    found = picking.find("port")
    assert found.rows and all(r.key not in item.recommendations for r in found.rows)
    said = picking.take(found.rows[0].key)
    assert found.rows[0].words in said
    assert now(page).recommendations[-1] == found.rows[0].key
    assert page.inspector.proposals.lines[-1].id == found.rows[0].key
    assert found.rows[0].key not in [r.key for r in picking.find("port").rows]
