from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dialogueprep.commands import library as commands
from dialogueprep.commands.library import Judgement
from dialogueprep.domain.library import Axis, Dimension, Format, Topic
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, library
from dialogueprep.ui.dialogs.rating import RatingDialog
from dialogueprep.ui.dialogs.recommendation import RecommendationDialog
from dialogueprep.ui.dialogs.topic import TopicDialog
from dialogueprep.ui.models.library_facets import NEVER, Facets, Frame
from dialogueprep.ui.page import Count
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.empty import OfferButton
from dialogueprep.ui.widgets.notices import Banner
from dialogueprep.ui.widgets.recommendation_row import RecommendationRow

TODAY = date(2026, 11, 3)
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, session: Session) -> LibraryPage:
    page = LibraryPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.begin()
    return page


def titles(page: LibraryPage) -> list[str]:
    return [row.title for row in page.topics.rows]


def choose(page: LibraryPage, title: str) -> Topic:
    row = next(row for row in page.held.rows if row.title == title)
    assert page.topics.list.choose(row.id)
    page.topics.list.setFocus()
    return row.topic


def drag(qtbot: QtBot, page: LibraryPage, start: tuple[int, int], end: tuple[int, int]) -> None:
    matrix = page.panel.matrix
    qtbot.mousePress(matrix, Left, pos=matrix.cell_centre(start))
    for part in (0.3, 0.7, 1.0):
        way = matrix.cell_centre(end) - matrix.cell_centre(start)
        at = matrix.cell_centre(start) + QPoint(round(way.x() * part), round(way.y() * part))
        drag_to(matrix, at)
    qtbot.mouseRelease(matrix, Left, pos=matrix.cell_centre(end))


def drag_to(widget, at: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton, Left, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


# the matrix -------------------------------------------------------------------------------------


def test_a_frame_drawn_with_the_mouse_filters_the_list(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    drag(qtbot, page, (1, 5), (2, 4))
    assert page.facets.frame == Frame((1, 2), (4, 5))
    cells = {row.cell for row in page.topics.rows}
    assert cells == {(1, 4), (2, 4)}
    assert 0 < len(titles(page)) < len(page.held.rows)


def test_a_click_on_the_framed_cell_takes_the_frame_away(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    matrix = page.panel.matrix
    qtbot.mouseClick(matrix, Left, pos=matrix.cell_centre((2, 4)))
    assert {row.cell for row in page.topics.rows} == {(2, 4)}
    qtbot.mouseClick(matrix, Left, pos=matrix.cell_centre((2, 4)))
    assert page.facets.frame is None


def test_shift_and_arrows_make_a_frame_and_escape_clears_it(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    matrix = page.panel.matrix
    matrix.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(matrix, Key.Key_Down)
    qtbot.keyClick(matrix, Key.Key_Right, shift)
    qtbot.keyClick(matrix, Key.Key_Down, shift)
    assert page.facets.frame == Frame((1, 2), (3, 4))
    within = [row for row in page.held.rows if row.cell and matrix.frame.holds(row.cell)]
    assert len(page.topics.rows) == len(within) > 0
    qtbot.keyClick(matrix, Key.Key_Escape)
    assert page.facets == Facets()
    assert len(page.topics.rows) == len(page.held.rows)


# search and facets ------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "title"), [("备", "Emergency stockpiles"), ("재난", "Disaster")])
def test_search_finds_chinese_and_korean_wordings(
    qtbot: QtBot, sample_session: Session, typed: str, title: str
) -> None:
    page = shown(qtbot, sample_session)
    qtbot.keyClick(page.topics.list, Key.Key_Slash)
    assert page.topics.search.hasFocus()
    page.topics.search.insert(typed)
    assert any(each.startswith(title) for each in titles(page))
    assert len(titles(page)) < len(page.held.rows)
    found = next(row for row in page.topics.rows if row.title.startswith(title))
    assert typed in found.second_for((typed,))


def test_search_finds_a_topic_by_its_recommendation(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    it = next(r for known in page.held.recommendations.values() for r in known)
    qtbot.keyClicks(page.topics.search, it.titles.best("en"))
    assert it.topic in [row.id for row in page.topics.rows]


def test_a_ticked_facet_filters_and_the_counts_agree(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    us = page.panel.formats.box_of(Format("US-Japan-ROK"))
    said = int(us.accessibleName().rpartition(" ")[2])
    qtbot.mouseClick(us, Left)
    assert len(page.topics.rows) == said
    assert all("US-Japan-ROK" in row.topic.formats for row in page.topics.rows)
    security = page.panel.dimensions.box_of(Dimension.SECURITY)
    security.setFocus()
    qtbot.keyClick(security, Key.Key_Space)
    assert {row.topic.dimension for row in page.topics.rows} == {Dimension.SECURITY}
    never = page.panel.uses.box_of(NEVER)
    assert int(never.accessibleName().rpartition(" ")[2]) == len(page.topics.rows)


def test_where_nothing_fits_one_key_clears_what_excludes_most(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    drag(qtbot, page, (1, 5), (1, 5))
    assert page.topics.no_hit.isVisible()
    assert "frame" in page.topics.no_hit.reason
    assert str(len(page.held.rows)) in page.topics.no_hit.reason
    qtbot.keyClick(page.topics.no_hit.button, Key.Key_C)
    assert len(page.topics.rows) == len(page.held.rows)
    assert page.topics.list.hasFocus()


# the agenda -------------------------------------------------------------------------------------


def test_enter_puts_a_topic_on_the_agenda_and_undo_takes_it_back(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    topic = choose(page, "Environmental protection")
    qtbot.keyClick(page.topics.list, Key.Key_Return)
    items = agenda.of_dialogue(sample_session.store, sample_session.dialogue)
    (item,) = [item for item in items if item.topic == topic.id]
    assert item.titles == topic.titles
    assert page.findChild(Banner).isVisible()
    assert page.detail.go.isVisible()
    assert not page.detail.add.isVisible()
    undo = next(b for b in page.findChildren(QPushButton) if b.text() == "Undo" and b.isVisible())
    qtbot.mouseClick(undo, Left)
    assert item.id not in [i.id for i in agenda.of_dialogue(sample_session.store, item.dialogue)]
    assert page.detail.add.isVisible()


def test_enter_on_a_topic_of_the_agenda_goes_to_its_item(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    row = next(row for row in page.held.rows if row.here)
    page.topics.list.choose(row.id)
    with qtbot.waitSignal(sample_session.page_wanted) as wanted:
        qtbot.keyClick(page.topics.list, Key.Key_Return)
    assert wanted.args == ["agenda", row.uses[0].item]


def test_a_topic_above_the_ceiling_is_not_put_on_the_agenda(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    row = next(row for row in page.held.rows if row.topic.sensitivity == 5)
    page.topics.list.choose(row.id)
    assert not page.detail.add.isVisible()
    assert "ceiling of 3" in page.detail.why
    before = agenda.of_dialogue(sample_session.store, sample_session.dialogue)
    qtbot.keyClick(page.topics.list, Key.Key_Return)
    assert agenda.of_dialogue(sample_session.store, sample_session.dialogue) == before


# entries ----------------------------------------------------------------------------------------


def test_a_new_topic_is_unrated_and_not_offered(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: TopicDialog) -> int:
        qtbot.keyClicks(dialog.title.field, "Shared weather balloons")
        dialog.language.setFocus()
        for _ in range(3):
            qtbot.keyClick(dialog.language, Key.Key_Right)
        dialog.title.field.setText("공동 기상 기구")
        dialog.take()
        return dialog.result()

    monkeypatch.setattr(TopicDialog, "exec", fill_in)
    page = shown(qtbot, sample_session)
    qtbot.keyClick(page.topics.list, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    row = page.topics.list.value()
    assert row.topic.titles == Texts.of(en="Shared weather balloons", ko="공동 기상 기구")
    assert row.cell is None
    assert "Not rated" in page.detail.why
    sample_session.undo()
    assert "Shared weather balloons" not in titles(page)


def test_a_topic_without_a_title_is_not_taken(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def press_enter(dialog: TopicDialog) -> int:
        dialog.take()
        said.append(dialog.title.below.text())
        return 0

    monkeypatch.setattr(TopicDialog, "exec", press_enter)
    page = shown(qtbot, sample_session)
    before = titles(page)
    qtbot.keyClick(page.topics.list, Key.Key_N)
    assert titles(page) == before
    assert "needs a title" in said[0]


def test_an_edited_topic_keeps_its_other_languages_and_undoes(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(dialog: TopicDialog) -> int:
        dialog.title.field.selectAll()
        qtbot.keyClicks(dialog.title.field, "Ports")
        dialog.take()
        return dialog.result()

    monkeypatch.setattr(TopicDialog, "exec", rename)
    page = shown(qtbot, sample_session)
    before = choose(page, "Ports and logistics")
    qtbot.keyClick(page.topics.list, Key.Key_E)
    after = page.topics.list.value().topic
    assert after.titles.best("en") == "Ports"
    assert after.titles.get("zh") == before.titles.get("zh")
    assert (after.ratings, after.passages, after.tags) == (
        before.ratings, before.passages, before.tags,
    )  # fmt: skip
    assert [q.best("en") for q in after.questions] == [q.best("en") for q in before.questions]
    sample_session.undo()
    assert page.topics.list.value().topic == before


def test_a_rating_needs_a_reason(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    topic = choose(page, "Ports and logistics")
    dialog = RatingDialog(page, topic, "", TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    reason = dialog.reasons[Axis.SENSITIVITY]
    reason.field.setPlainText("")
    qtbot.keyClick(dialog.scales[Axis.SENSITIVITY], Key.Key_4)
    dialog.take()
    assert dialog.rated is None
    assert "needs a reason" in reason.below.text()


def test_a_topic_is_rated_by_keyboard(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(dialog: RatingDialog) -> int:
        dialog.show()
        qtbot.keyClick(dialog.scales[Axis.SENSITIVITY], Key.Key_5)
        field = dialog.reasons[Axis.SENSITIVITY].field
        field.selectAll()
        qtbot.keyClicks(field, "A new dispute.")
        qtbot.keyClicks(dialog.rater, "Secretariat")
        dialog.take()
        return dialog.result()

    monkeypatch.setattr(RatingDialog, "exec", judge)
    page = shown(qtbot, sample_session)
    choose(page, "Environmental protection")
    qtbot.keyClick(page.topics.list, Key.Key_R)
    topic = page.topics.list.value().topic
    assert (topic.sensitivity, topic.operability) == (5, 4)
    rating = next(r for r in topic.ratings if r.axis is Axis.SENSITIVITY)
    assert (rating.reason, rating.rater, rating.rated) == ("A new dispute.", "Secretariat", TODAY)
    assert "ceiling" in page.detail.why


def test_a_recommendation_is_added_and_removed(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: RecommendationDialog) -> int:
        qtbot.keyClicks(dialog.title.field, "Publish berth times")
        qtbot.keyClicks(dialog.support, "it was suggested")
        dialog.take()
        return dialog.result()

    monkeypatch.setattr(RecommendationDialog, "exec", fill_in)
    page = shown(qtbot, sample_session)
    topic = choose(page, "Ports and logistics")
    qtbot.keyClick(page.topics.list, Key.Key_A)
    it = next(r for r in page.held.of(topic.id) if r.titles.best("en") == "Publish berth times")
    assert (it.maturity, it.support_as_printed) == (None, "it was suggested")
    row = next(r for r in rows_shown(page) if r.recommendation.id == it.id)
    assert "“it was suggested”" in row.accessibleName()
    with qtbot.waitSignal(sample_session.removed):
        qtbot.keyClick(row, Key.Key_Delete)
    assert it not in library.recommendations(sample_session.store)


def rows_shown(page: LibraryPage) -> list[RecommendationRow]:
    return [row for row in page.findChildren(RecommendationRow) if row.isVisible()]


def test_a_removed_topic_comes_back_by_undo(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    before = titles(page)
    choose(page, "Ports and logistics")
    with qtbot.waitSignal(sample_session.removed):
        qtbot.keyClick(page.topics.list, Key.Key_Delete)
    assert "Ports and logistics" not in titles(page)
    sample_session.undo()
    assert titles(page) == before


# states -----------------------------------------------------------------------------------------


def test_what_the_palette_finds_is_shown_even_if_facets_hide_it(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    it = next(r for known in page.held.recommendations.values() for r in known)
    drag(qtbot, page, (5, 3), (5, 3))
    page.show_subject(it.id)
    assert page.topics.list.value().id == it.topic
    assert [row.recommendation.id for row in rows_shown(page) if row.hasFocus()] == [it.id]


def test_a_rating_past_its_review_is_said(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    topic = choose(page, "Ports and logistics")
    sample_session.run(
        commands.rate,
        topic,
        [Judgement(Axis.SENSITIVITY, 2, "Old.")],
        rater="",
        on=date(2024, 1, 1),
        review_by=date(2025, 1, 1),
    )
    words = [w.text() for w in page.detail.findChildren(type(page._heading)) if w.isVisible()]
    assert "Review was due 1 Jan 2025" in words


def test_an_empty_library_offers_the_shipped_one(qtbot: QtBot, empty_session: Session) -> None:
    page = shown(qtbot, empty_session)
    assert LibraryPage.count(empty_session) is None
    offers = [b for b in page.findChildren(OfferButton) if b.isVisible()]
    assert [b.text() for b in offers] == [
        "Put in the shipped library",
        "Import a report",
        "Take in a list",
        "New topic",
    ]
    qtbot.mouseClick(offers[0], Left)
    assert page.topics.list.isVisible()
    found = LibraryPage.count(empty_session)
    assert found == Count(len(page.held.topics), spoken=f"{len(page.held.topics)} topics")
    assert "Open a dialogue" in page.detail.why
