"""Several topics at once, the facets of tags, sources and ratings, and edits that move rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import library as commands
from dialogueprep.commands.library import Judgement
from dialogueprep.domain.library import Axis, TopicId
from dialogueprep.store import library_listing
from dialogueprep.store.library_listing import DIFFER, EXPIRED, UNRATED
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets import library_acts
from dialogueprep.ui.widgets.buttons import Button

EARLIER, TODAY = date(2025, 11, 3), date(2026, 11, 3)
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, session: Session) -> LibraryPage:
    page = LibraryPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.begin()
    return page


def listed(page: LibraryPage) -> list[TopicId]:
    return [row.id for row in page.topics.rows]


def click(qtbot: QtBot, page: LibraryPage, number: int, modifier: Qt.KeyboardModifier) -> None:
    middle: QPoint = page.topics.list.row_rect(number).center()
    qtbot.mouseClick(page.topics.list.viewport(), Left, modifier, middle)


def test_shift_and_arrows_select_several_and_escape_leaves_one(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    for _ in range(3):
        qtbot.keyClick(page.topics.list, Key.Key_Down, SHIFT)
    assert list(page.selected()) == listed(page)[:4]
    assert page.side.currentWidget() is page.several
    assert page.several.accessibleName() == "4 topics selected"
    page.several.show_acts()
    words = [each.text() for each in page.several.findChildren(Button)]
    assert "Change 4 topics" in words
    assert "Take in a list" not in words
    qtbot.keyClick(page.topics.list, Key.Key_Escape)
    assert list(page.selected()) == [listed(page)[3]]
    assert page.side.currentWidget() is page.detail


def test_clicks_with_control_and_shift_select(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    ids = listed(page)
    click(qtbot, page, 1, Qt.KeyboardModifier.NoModifier)
    click(qtbot, page, 3, CONTROL)
    assert list(page.selected()) == [ids[1], ids[3]]
    click(qtbot, page, 5, SHIFT)
    assert set(page.selected()) >= {ids[3], ids[4], ids[5]}


def test_all_that_is_listed_is_selected_by_one_key(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert("sens:2")
    page.topics.list.setFocus()
    qtbot.keyClick(page.topics.list, Key.Key_A, CONTROL)
    assert page.selected() == page.listed() == tuple(listed(page))
    assert len(page.listed()) < len(page.held)


def test_what_is_done_with_one_topic_asks_for_one(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    qtbot.keyClick(page.topics.list, Key.Key_Down, SHIFT)
    with qtbot.waitSignal(sample_session.notice) as said:
        qtbot.keyClick(page.topics.list, Key.Key_Return)
    assert said.args == ["2 topics are selected; choose one."]


def test_several_are_removed_in_one_step(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    before = listed(page)
    for _ in range(2):
        qtbot.keyClick(page.topics.list, Key.Key_Down, SHIFT)
    gone = page.selected()
    with qtbot.waitSignal(sample_session.removed):
        qtbot.keyClick(page.topics.list, Key.Key_Delete)
    assert set(listed(page)) == set(before) - set(gone)
    sample_session.undo()
    assert listed(page) == before


def test_all_are_removed_and_come_back_where_the_library_is_read_anew(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_listing, "_MANY", 1)
    page = shown(qtbot, sample_session)
    before = listed(page)
    qtbot.keyClick(page.topics.list, Key.Key_A, CONTROL)
    qtbot.keyClick(page.topics.list, Key.Key_Delete)
    assert len(listed(page)) < len(before)
    sample_session.undo()
    assert listed(page) == before


def test_it_is_asked_before_very_many_are_removed(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(library_acts, "MANY", 20)
    monkeypatch.setattr(Confirm, "ask", lambda *said: bool(asked.append(said[1])))
    page = shown(qtbot, sample_session)
    before = len(page.held)
    qtbot.keyClick(page.topics.list, Key.Key_A, CONTROL)
    qtbot.keyClick(page.topics.list, Key.Key_Delete)
    assert asked and asked[0].startswith("Remove ")
    assert len(page.held) == before


def test_a_selection_stays_when_something_else_changes(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    for _ in range(2):
        qtbot.keyClick(page.topics.list, Key.Key_Down, SHIFT)
    chosen = page.selected()
    other = page.held.rows[len(page.held) - 1].topic
    titles = other.titles.with_wording("en", "AAA first of its cell")
    sample_session.run(commands.change_topic, replace(other, titles=titles))
    assert page.selected() == chosen


def test_an_edit_moves_a_row_and_it_stays_the_current_one(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    topic = page.browser.row.topic
    judged = [Judgement(axis, 5, "Why.") for axis in Axis]
    sample_session.run(commands.rate, topic, judged, rater="", on=TODAY)
    assert page.browser.row.id == topic.id
    assert page.browser.row.cell == (5, 5)
    assert page.topics.list.currentIndex().row() > 0
    assert page.panel.matrix.frame is None


def test_after_a_removal_the_next_topic_is_current(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    ids = listed(page)
    qtbot.keyClick(page.topics.list, Key.Key_Down)
    qtbot.keyClick(page.topics.list, Key.Key_Delete)
    assert page.browser.row.id == ids[2]


# facets -----------------------------------------------------------------------------------------


def test_tags_and_sources_filter_and_more_of_them_are_shown(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    tag = next(iter(page.held.tag_names))
    box = page.panel.tags.box_of(tag)
    said = int(box.accessibleName().rpartition(" ")[2])
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Space)
    assert 0 < len(page.topics.rows) == said < len(page.held)
    few = len(page.panel.tags.values | set(list(page.held.tag_names)[:6]))
    qtbot.mouseClick(page.panel.tags.more, Left)
    there = page.panel.tags.findChildren(type(box))
    assert len(there) > few
    assert page.panel.tags.box_of(tag).isChecked()
    qtbot.keyClick(page.topics.list, Key.Key_Escape)
    source = next(iter(page.held.source_titles))
    qtbot.mouseClick(page.panel.sources.box_of(source), Left)
    for row in page.topics.rows:
        entries = (row.topic, *page.held.of(row.id))
        assert source in {passage.source for each in entries for passage in each.passages}


def test_expired_unrated_and_differing_ratings_are_facets(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    first, second, third = (row.topic for row in page.held.rows[:3])
    for value, code in ((1, "CN"), (3, "JP")):
        judged = [Judgement(Axis.SENSITIVITY, value, "Why.")]
        topic = page.held.topic(first.id)
        sample_session.run(commands.rate, topic, judged, rater="", on=TODAY, delegation=code)
    again = [Judgement(Axis.OPERABILITY, 4, "Why.")]
    due = {"rater": "", "on": EARLIER, "review_by": TODAY}
    sample_session.run(commands.rate, second, again, **due)
    for axis in Axis:
        sample_session.run(commands.take_rating_back, page.held.topic(third.id), axis)
    for value, topic in ((DIFFER, first), (EXPIRED, second), (UNRATED, third)):
        box = page.panel.ratings.box_of(value)
        qtbot.mouseClick(box, Left)
        assert listed(page) == [topic.id]
        assert box.accessibleName().endswith(" 1")
        qtbot.mouseClick(box, Left)
