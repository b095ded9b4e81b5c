"""The search field of the library: conditions, marks, errors of typing, saved searches."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands.library_searches import saved
from dialogueprep.store import search_words
from dialogueprep.store.library_search import found
from dialogueprep.ui.models.library_facets import NEVER
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets import library_browser
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.entry_parts import marked

TODAY = date(2026, 11, 3)
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, session: Session) -> LibraryPage:
    page = LibraryPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.begin()
    return page


def test_conditions_work_in_the_field_and_a_lone_one_that_excludes_is_named(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert("sens:1 lang:en")
    assert page.topics.rows
    assert len(page.topics.rows) < len(page.held)
    page.topics.search.setText("sens:1 tag:nothing-is-called-so")
    assert not len(page.topics.rows)
    assert "tag:nothing-is-called-so" in page.topics.no_hit.reason


def test_an_error_of_typing_is_said_in_a_line(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert("supply")
    there = page.topics.rows
    assert there and not page.topics.forgiven.isVisible()
    page.topics.search.setText("suplpy")
    assert [row.id for row in page.topics.rows] == [row.id for row in there]
    assert page.topics.forgiven.isVisible()
    assert "supply" in page.topics.forgiven.text()
    page.topics.search.clear()
    assert not page.topics.forgiven.isVisible()


def test_marks_stand_where_the_search_finds() -> None:
    marks = marked("經濟 and Supply chains", "经济 suppl sens:2 -chains")
    assert [(mark.start, mark.end) for mark in marks] == [(0, 2), (7, 12)]


def test_a_saved_search_is_reached_by_tab_behind_the_matrix(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert("sens:1")
    page.browser.save_search()
    page.browser.clear(None)
    name = page.panel.saved.findChildren(Button)[-2]
    qtbot.waitUntil(name.isVisible)
    page.panel.matrix.setFocus()
    qtbot.keyClick(page.panel.matrix, Qt.Key.Key_Tab)
    assert name.hasFocus()
    qtbot.keyClick(name, Qt.Key.Key_Space)
    assert page.topics.search.text() == "sens:1"


def test_a_search_is_saved_chosen_and_removed(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    assert not page.panel.saved.isVisible()
    page.topics.search.insert("sens:1")
    listed = [row.id for row in page.topics.rows]
    page.panel.saved.save.click()
    assert [each.query for each in saved(sample_session.store)] == ["sens:1"]
    page.browser.settle()
    assert not page.panel.saved.save.isVisible()
    page.topics.search.clear()
    buttons = page.panel.saved.findChildren(Button)
    next(each for each in buttons if each.text() == "sens:1").click()
    assert page.topics.search.text() == "sens:1"
    assert [row.id for row in page.topics.rows] == listed
    next(each for each in buttons if each.toolTip().startswith("Remove")).click()
    assert saved(sample_session.store) == ()


def test_the_best_match_stands_first_and_the_order_can_be_chosen(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert("supply")
    assert page.browser.order == "match"
    named = ["supply" in row.title.casefold() for row in page.topics.rows]
    assert named == sorted(named, reverse=True)
    assert True in named and False in named
    assert page.topics.list.currentIndex().row() == 0
    page.topics.ordered.emit("title")
    titles = [row.title.casefold() for row in page.topics.rows]
    assert titles == sorted(titles)
    page.topics.search.setText("sens:2")
    assert page.browser.order == "title"


def test_all_matches_follow_the_best_ones(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_browser, "FIRST", 6)
    monkeypatch.setattr(library_browser, "_ENOUGH", 1)
    page = shown(qtbot, sample_session)
    page.topics.search.insert("co")
    first = [row.id for row in page.topics.rows]
    assert 0 < len(first) <= 6
    qtbot.waitUntil(lambda: len(page.topics.rows) > 6)
    assert [row.id for row in page.topics.rows][: len(first)] == first
    every = found(sample_session.store, "co").topics
    assert {row.id for row in page.topics.rows} == set(every)
    assert page.topics.head_words == f"{len(set(every))} of {len(page.held)} topics"


def test_a_key_between_two_slices_begins_a_new_search(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_browser, "FIRST", 6)
    monkeypatch.setattr(library_browser, "_ENOUGH", 1)
    monkeypatch.setattr(search_words, "_SLICE", 3)
    page = shown(qtbot, sample_session)
    page.topics.search.insert("co")
    turns = []
    for _ in range(2):
        turns.append(page.browser._complete_list())
    assert turns == [True, True]
    page.topics.search.insert("op")
    few = {row.id for row in page.topics.rows}
    page.browser.settle()
    every = set(found(sample_session.store, "coop").topics)
    assert few <= every and {row.id for row in page.topics.rows} == every
    page.topics.search.insert("  ")
    page.topics.search.clear()
    page.browser.settle()
    assert len(page.topics.rows) == len(page.held)


def test_a_search_says_that_the_library_is_still_being_read(
    qtbot: QtBot, sample_session: Session
) -> None:
    index = sample_session.store.index
    index.filed_from = 1
    index.patience = 0.0
    page = shown(qtbot, sample_session)
    page.topics.search.insert("disaster")
    assert index.hasty
    assert not page.topics.incomplete.isVisible()
    assert page.topics.no_hit.reason.startswith("The library is being read for search.")
    qtbot.waitUntil(lambda: bool(page.topics.rows), timeout=20_000)
    assert page.topics.list.isVisible()


def test_while_a_condition_is_typed_the_list_does_not_empty(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    for typed in ("s", ":", "<", "="):
        page.topics.search.insert("sens" if typed == "s" else typed)
        assert page.topics.search.text() == "sens" or len(page.topics.rows) == len(page.held)
    page.topics.search.insert("2")
    assert 0 < len(page.topics.rows) < len(page.held)


@pytest.mark.parametrize("typed", ["sens:<=2", "sens:<=2 climate", "oper:>=4", "-sens:>2"])
def test_conditions_on_ratings_hold_for_each_topic_that_is_listed(
    qtbot: QtBot, sample_session: Session, typed: str
) -> None:
    page = shown(qtbot, sample_session)
    page.topics.search.insert(typed)
    cells = [row.cell for row in page.topics.rows if row.cell]
    assert cells
    if "oper" in typed:
        assert min(operability for _, operability in cells) >= 4
    else:
        assert max(sensitivity for sensitivity, _ in cells) <= 2


def test_never_used_is_the_same_as_condition_and_as_facet(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    never = page.panel.uses.box_of(NEVER)
    counted = int(never.accessibleName().rsplit(" ", 1)[1])
    page.topics.search.insert("used:never")
    assert len(page.topics.rows) == counted
    assert all(not row.uses for row in page.topics.rows)
