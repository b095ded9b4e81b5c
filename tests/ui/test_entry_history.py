"""What became of an entry stands in its detail, and each line opens its place."""

from __future__ import annotations

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as commands
from dialogueprep.domain.notes import Column
from dialogueprep.store import findings, library_use
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.entry_history import OutcomeLine
from dialogueprep.ui.widgets.recommendation_row import RecommendationRow

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> LibraryPage:
    page = shown(qtbot, LibraryPage(sample_session), 1240, 900)
    page.begin()
    return page


def with_outcomes(page: LibraryPage) -> str:
    """Show a topic that ended in findings, and return its id."""
    known = library_use.history(page.session.store)
    topics = {use.entry for history in known.values() for use in history.uses if use.item}
    rows = {row.id for row in page.topics.rows}
    ids = [e for e in topics & rows if known[e].uses[0].outcomes]
    found = max(ids, key=lambda e: (len(known[e].uses[0].outcomes), e))
    page.show_subject(found)
    return found


def lines(page: LibraryPage) -> list[OutcomeLine]:
    return [w for w in page.detail.findChildren(OutcomeLine) if w.isVisible()]


def test_the_detail_says_how_each_use_ended(page: LibraryPage) -> None:
    topic = with_outcomes(page)
    (use,) = library_use.history(page.session.store, [topic])[topic].uses
    assert [line.outcome.id for line in lines(page)] == [o.id for o in use.outcomes]
    first = lines(page)[0]
    assert first.accessibleName().startswith("Convergent")
    assert use.outcomes[0].texts.best("en") in first.accessibleName()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, None])
def test_an_outcome_opens_on_the_findings_page(
    qtbot: QtBot, page: LibraryPage, key: Qt.Key | None
) -> None:
    with_outcomes(page)
    line = lines(page)[0]
    with qtbot.waitSignal(page.session.page_wanted) as wanted:
        if key is None:
            qtbot.mouseClick(line, Left)
        else:
            line.setFocus()
            qtbot.keyClick(line, key)
    assert wanted.args == ["findings", line.outcome.id]


def test_a_use_opens_its_item_on_the_agenda(qtbot: QtBot, page: LibraryPage) -> None:
    topic = with_outcomes(page)
    (use,) = library_use.history(page.session.store, [topic])[topic].uses
    parts = page.detail.findChildren(QWidget)
    place = next(w for w in parts if w.accessibleName().startswith("Round 4") and w.isVisible())
    with qtbot.waitSignal(page.session.page_wanted) as wanted:
        qtbot.mouseClick(place, Left)
    assert wanted.args == ["agenda", use.item]


def test_a_finding_that_moves_moves_in_the_history_too(page: LibraryPage) -> None:
    with_outcomes(page)
    session, moved = page.session, lines(page)[0].outcome.id
    assert session.dialogue
    finding = next(
        f for f in findings.of_dialogue(session.store, session.dialogue) if f.id == moved
    )
    session.run(commands.move_before, finding, Column.DIVERGENT, None)
    line = next(each for each in lines(page) if each.outcome.id == moved)
    assert line.accessibleName().startswith("Divergent")


def test_a_recommendation_tells_where_it_was_carried(qtbot: QtBot, page: LibraryPage) -> None:
    known = library_use.history(page.session.store)
    held = {r.id: t for t, rs in page.held.recommendations.items() for r in rs}
    it = next(e for e in sorted(held) if e in known and known[e].ended)
    page.show_subject(it)
    row = next(r for r in page.detail.findChildren(RecommendationRow)
               if r.recommendation.id == it and r.isVisible())  # fmt: skip
    assert "R4: " in row.accessibleName()
    qtbot.keyClick(row, Key.Key_Space)
    shown = [w for w in row.findChildren(OutcomeLine) if w.isVisible()]
    assert {w.outcome.id for w in shown} == {o.id for u in known[it].uses for o in u.outcomes}
    qtbot.keyClick(row, Key.Key_Space)
    assert not [w for w in row.findChildren(OutcomeLine) if w.isVisible()]
