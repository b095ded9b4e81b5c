"""Keys and the palette of the library page; what a condition keeps away; when it was used."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands.library_searches import saved
from dialogueprep.domain.dialogue import Phase
from dialogueprep.store import library_use
from dialogueprep.ui import dates
from dialogueprep.ui.page import Page
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.labels import Label

Key = Qt.Key
TODAY = date(2026, 11, 3)


def shown(qtbot: QtBot, session: Session) -> LibraryPage:
    page = LibraryPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.begin()
    return page


def offered(page: Page) -> list[str]:
    return [command.words for command in page.commands()]


def test_escape_in_the_matrix_takes_the_frame_away_and_then_the_rest(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert("co")
    matrix = page.panel.matrix
    matrix.setFocus()
    qtbot.keyClick(matrix, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.facets.frame and page.facets.query
    qtbot.keyClick(matrix, Key.Key_Escape)
    assert page.facets.frame is None
    assert page.facets.query == "co"
    assert matrix.hasFocus()
    qtbot.keyClick(matrix, Key.Key_Escape)
    assert not page.facets.query


def test_the_palette_saves_what_is_typed_once(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    assert "Save this search" not in offered(page)
    page.topics.search.insert("sens:1")
    command = next(each for each in page.commands() if each.words == "Save this search")
    command.act()
    assert [each.query for each in saved(sample_session.store)] == ["sens:1"]
    assert "Save this search" not in offered(page)


def test_topics_are_suggested_from_the_library_for_an_open_agenda(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    assert ("Suggest topics" in offered(page)) is (dialogue.phase is not Phase.CLOSED)
    sample_session.choose(None)
    page.refresh()
    assert "Suggest topics" not in offered(page)


def test_the_condition_named_brings_back_as_many_topics_as_said(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    left = {}
    for condition in ("sens:1", "sens:4"):
        page.topics.search.setText(condition)
        page.browser.settle()
        left[condition] = len(page.topics.rows)
    page.topics.search.setText(" ".join(left))
    page.browser.settle()
    assert page.topics.no_hit.isVisible()
    stays = max(left, key=lambda each: left[each])
    goes = next(each for each in left if each != stays)
    said = f"“{goes}” excludes most: without it, {left[stays]} would be found."
    assert page.topics.no_hit.reason == said


def test_the_history_says_all_days_of_a_dialogue(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None and dialogue.days > 1
    known = library_use.history(sample_session.store)
    rows = {row.id for row in page.topics.rows}
    topic = next(e for e, h in known.items() if e in rows and h.uses[0].dialogue == dialogue.id)
    page.show_subject(topic)
    words = [label.text() for label in page.detail.findChildren(Label)]
    assert dates.span(dialogue.first_day, dialogue.last_day) in words
