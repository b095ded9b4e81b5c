"""Suggesting topics with real events: by keyboard, by mouse, put on the agenda, undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from opened import items, shown
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import dialogues
from dialogueprep.domain.dialogue import AgendaItem, Dialogue
from dialogueprep.domain.library import Topic
from dialogueprep.domain.offer import Kept
from dialogueprep.store import library
from dialogueprep.store.library_search import found
from dialogueprep.ui.dialogs.suggestion import SuggestionDialog
from dialogueprep.ui.found import Sought
from dialogueprep.ui.models.suggestion import Proposal
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets import topics_panel
from dialogueprep.ui.widgets.kept_line import query_for

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
K = Qt.Key


@pytest.fixture
def dialogue(sample_session: Session) -> Dialogue:
    found_ = sample_session.open_dialogue()
    assert found_ is not None
    return found_


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session, dialogue: Dialogue) -> Iterator[SuggestionDialog]:
    proposal = Proposal(sample_session.store, dialogue)
    proposal.set_budget(300)
    made = SuggestionDialog(None, proposal)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made


def topics(dialog: SuggestionDialog) -> tuple[str, ...]:
    return dialog.proposal.suggestion.topics


def press(dialog: SuggestionDialog, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or dialog, key, modifiers)


def test_each_choice_says_why_and_the_sum_stands_beside_the_budget(
    dialog: SuggestionDialog,
) -> None:
    rows = dialog.proposal.rows()
    assert len(rows) == 4
    assert all(row.why and row.title and str(row.minutes) in row.spoken for row in rows)
    assert rows[0].why.endswith("It comes first, so that the talks begin with little at stake.")
    assert dialog.sum.words == "300 of 300 min, all filled"
    assert dialog.strip.order_in_words == "The order begins low."


def test_r_opens_the_alternatives_and_enter_takes_one(dialog: SuggestionDialog) -> None:
    first, *rest = topics(dialog)
    others = dialog.proposal.alternatives(first)
    assert dialog.choices.hasFocus()
    press(dialog, K.Key_R)
    assert dialog.alternatives.hasFocus()
    press(dialog, K.Key_Down)
    press(dialog, K.Key_Return)
    assert topics(dialog) == (others[1].id, *rest)
    assert dialog.choices.hasFocus()
    assert dialog.choices.value().id == others[1].id


def test_escape_leaves_the_alternatives_and_not_the_dialog(dialog: SuggestionDialog) -> None:
    press(dialog, K.Key_R)
    press(dialog, K.Key_Escape)
    assert dialog.isVisible()
    assert dialog.choices.hasFocus()
    press(dialog, K.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.asked is None


def test_a_double_click_takes_an_alternative(dialog: SuggestionDialog) -> None:
    first = topics(dialog)[0]
    other = dialog.proposal.alternatives(first)[0]
    index = dialog.alternatives.model().index(0, 0)
    at = dialog.alternatives.visualRect(index).center()
    QTest.mouseClick(dialog.alternatives.viewport(), LEFT, pos=at)
    QTest.mouseDClick(dialog.alternatives.viewport(), LEFT, pos=at)
    assert topics(dialog)[0] == other.id


def test_topics_are_moved_removed_and_lengthened_by_key(dialog: SuggestionDialog) -> None:
    first, second, *rest = topics(dialog)
    press(dialog, K.Key_Down, ALT)
    assert topics(dialog) == (second, first, *rest)
    press(dialog, K.Key_Down, SHIFT)
    assert dialog.proposal.suggestion.choices[1].minutes == 80
    assert dialog.sum.words == "305 of 300 min, 5 too many"
    press(dialog, K.Key_Delete)
    assert topics(dialog) == (second, *rest)
    press(dialog, K.Key_R, CONTROL)
    assert first not in topics(dialog)


def test_what_is_kept_stays_when_the_rest_is_suggested_again(dialog: SuggestionDialog) -> None:
    before = topics(dialog)
    press(dialog, K.Key_Down)
    press(dialog, K.Key_K)
    kept = dialog.choices.value().id
    press(dialog, K.Key_R, CONTROL)
    assert kept in topics(dialog)
    assert set(topics(dialog)) != set(before)
    assert next(r for r in dialog.proposal.rows() if r.id == kept).kept


@pytest.mark.parametrize("written", ["150", "2:30", "2h30"])
def test_the_time_is_written_in_any_usual_form(dialog: SuggestionDialog, written: str) -> None:
    dialog.budget.setFocus()
    dialog.budget.selectAll()
    QTest.keyClicks(dialog.budget, written)
    QTest.keyClick(dialog.budget, K.Key_Tab)
    assert dialog.proposal.budget == 150
    assert dialog.sum.words == "150 of 150 min, all filled"


def test_the_length_of_a_topic_is_written(dialog: SuggestionDialog) -> None:
    dialog.length.setFocus()
    dialog.length.selectAll()
    QTest.keyClicks(dialog.length, "1h")
    QTest.keyClick(dialog.length, K.Key_Return)
    assert dialog.isVisible()
    assert dialog.proposal.suggestion.choices[0].minutes == 60
    QTest.keyClicks(dialog.length, "soon")
    QTest.keyClick(dialog.length, K.Key_Return)
    assert dialog.length.property("bad")
    QTest.keyClick(dialog.length, K.Key_Escape)
    assert dialog.isVisible()
    assert dialog.length.text() == "60 min"


def test_more_days_leave_more_time(dialog: SuggestionDialog) -> None:
    proposal = dialog.proposal
    proposal.set_budget(proposal.usual_budget())
    before = proposal.budget
    dialog.days.setFocus()
    QTest.keyClick(dialog.days, K.Key_Up)
    assert (proposal.days, proposal.budget) == (3, before + 360)


# on the page ------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session))
    yield made
    made.flush()


def in_dialog(act: Callable[[SuggestionDialog], object]) -> None:
    """Do something in the dialog that opens next."""

    def go() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, SuggestionDialog)
        try:
            act(window)
        finally:
            window.close()

    QTimer.singleShot(0, go)


def empty(page: AgendaPage, *keep: str) -> None:
    """Leave only the items of these titles, without topics."""
    mine = [i for i in items(page) if i.titles.best("en").startswith(keep)] if keep else []
    gone = [i.id for i in items(page) if i not in mine]
    commands.remove(page.session.store, gone)
    bare = [replace(i, topic=None, questions=(), recommendations=()) for i in mine]
    commands.change_items(page.session.store, bare, "Empty")


def test_suggested_topics_fill_what_waits_first_with_all_that_is_theirs(page: AgendaPage) -> None:
    empty(page, "Low birth", "Green")
    before = items(page)
    assert len(before) == 2

    def take(dialog: SuggestionDialog) -> None:
        assert dialog.proposal.budget == sum(i.minutes for i in before)
        assert "on day 1" in dialog.proposal.rows()[0].facts
        dialog.proposal.set_budget(300)
        dialog._show()
        QTest.mouseClick(dialog.put, LEFT)

    in_dialog(take)
    QTest.keyClick(page.days, K.Key_T, CONTROL | SHIFT)
    after = items(page)
    assert len(after) == 4
    assert {i.id for i in before} <= {i.id for i in after}
    known = {t.id: t for t in library.topics(page.session.store)}
    for item in after:
        assert item.topic
        topic = known[item.topic]
        assert item.titles == topic.titles
        assert tuple(q.texts for q in item.questions) == topic.questions
    assert [i.minutes for i in after if i in before] == [i.minutes for i in before if i in after]
    assert page.focusWidget() is page.days
    assert page.days.value().id == before[0].id
    page.session.undo()
    assert items(page) == before


def test_an_empty_agenda_offers_suggestions_over_its_days(page: AgendaPage) -> None:
    empty(page)
    button = next(b for b in page.no_items.findChildren(type(page.new)) if "Suggest" in b.text())
    in_dialog(lambda dialog: QTest.mouseClick(dialog.put, LEFT))
    QTest.mouseClick(button, LEFT)
    placed = items(page)
    first = sum(i.day == 0 for i in placed)
    assert len(placed) > 4
    assert abs(2 * first - len(placed)) <= 1
    page.session.undo()
    assert items(page) == ()


def test_an_item_that_waits_offers_suggestions(page: AgendaPage) -> None:
    empty(page, "Low birth")
    assert page.days.choose(items(page)[0].id)
    assert page.inspector._waits.isVisible()
    in_dialog(lambda dialog: QTest.keyClick(dialog, K.Key_Escape))
    QTest.mouseClick(page.inspector._waits.findChild(type(page.new)), LEFT)
    assert items(page)[0].topic is None


def test_what_is_kept_back_is_counted_and_shown_in_the_library(
    qtbot: QtBot, page: AgendaPage
) -> None:
    def look(dialog: SuggestionDialog) -> None:
        kept = dialog.proposal.kept_back
        assert dialog.kept_line.links[Kept.ABOVE].text() == f"{kept.above} above ceiling 3"
        QTest.mouseClick(dialog.kept_line.links[Kept.ABOVE], LEFT)

    in_dialog(look)
    with qtbot.waitSignal(page.session.page_wanted) as wanted:
        page.suggesting.open()
    name, query = wanted.args
    assert name == "library"
    assert isinstance(query, Sought)
    sensitivity = {t.id: t.sensitivity for t in library.topics(page.session.store)}
    hits = found(page.session.store, query.query).entries
    above = [t for t in hits if t in sensitivity]
    assert above
    assert all((sensitivity[t] or 0) > 3 for t in above)


def test_the_query_for_what_leaves_out_a_delegation_finds_just_those(
    sample_session: Session, dialogue: Dialogue
) -> None:
    query = query_for(Kept.LEAVES_OUT, dialogue.ceiling, dialogue.table)
    hits = set(found(sample_session.store, query).entries)
    proposal = Proposal(sample_session.store, dialogue)
    mine = [t for t in library.topics(sample_session.store) if t.id in hits]
    assert len(mine) == proposal.kept_back.leaves_out > 0


def test_without_topics_under_the_ceiling_it_says_what_is_missing(
    qtbot: QtBot, sample_session: Session, dialogue: Dialogue
) -> None:
    low = replace(dialogue, delegations=(replace(dialogue.delegations[0], code="US"),
                                         *dialogue.delegations))  # fmt: skip
    dialog = SuggestionDialog(None, Proposal(sample_session.store, low))
    qtbot.addWidget(dialog)
    dialog.show()
    offered = [t for t in library.topics(sample_session.store) if t.offered(3, low.table)]
    assert bool(dialog.proposal.suggestion.choices) == bool(offered)
    assert dialog.put.isEnabled() == bool(offered)
    assert dialog.kept_line.isVisible()


def test_a_closed_dialogue_gets_no_suggestions(page: AgendaPage, dialogue: Dialogue) -> None:
    from dialogueprep.domain.dialogue import Phase

    dialogues.move_to(page.session.store, dialogue, Phase.CLOSED)
    page.suggesting.open()
    assert not page.suggest.isVisible()


# the topics beside the agenda --------------------------------------------------------------------


def listed(page: AgendaPage) -> list[str]:
    return [row.title for row in page.topics.list.model().rows]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("sens:1", lambda t: t.sensitivity == 1), ("oper:>=4", lambda t: (t.operability or 0) >= 4)],
)
def test_the_panel_is_searched_in_the_language_of_the_library(
    page: AgendaPage, typed: str, fits: Callable[[Topic], bool]
) -> None:
    every = len(listed(page))
    QTest.keyClicks(page.topics.search, typed)
    rows = page.topics.list.model().rows
    own = found(page.session.store, typed).entries
    mine = [row.topic for row in rows if row.topic.id in own]
    assert 0 < len(rows) < every
    assert mine
    assert all(fits(t) for t in mine)
    QTest.keyClick(page.topics.search, K.Key_Escape)
    assert len(listed(page)) == every


def test_what_is_not_offered_is_absent_and_counted(page: AgendaPage, dialogue: Dialogue) -> None:
    known = library.topics(page.session.store)
    offered = {t.id for t in known if t.offered(dialogue.ceiling, dialogue.table)}
    shown = {row.topic.id for row in page.topics.list.model().rows}
    assert shown == offered
    said = [link.text() for link in page.topics.kept.links.values() if link.isVisible()]
    assert sum(int(each.split()[0]) for each in said) == len(known) - len(offered)


def test_a_long_list_is_read_as_it_is_scrolled(
    qtbot: QtBot, page: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = len(listed(page))
    monkeypatch.setattr(topics_panel, "AT_ONCE", 10)
    page.topics._search()
    assert len(listed(page)) == 10

    def all_read() -> bool:
        page.topics.list.verticalScrollBar().setValue(10_000)
        return len(listed(page)) == every

    qtbot.waitUntil(all_read)


def test_enter_on_a_topic_brings_questions_and_candidates_in_all_languages(
    page: AgendaPage, dialogue: Dialogue
) -> None:
    before = items(page)
    row = next(r for r in page.topics.list.model().rows if not r.used and r.topic.questions)
    page.topics.list.choose(row.id)
    page.topics.list.setFocus()
    QTest.keyClick(page.topics.list, K.Key_Return)
    added = next(i for i in items(page) if i.topic == row.id)
    assert added.titles == row.topic.titles
    assert tuple(q.texts for q in added.questions) == row.topic.questions
    table = (dialogue.ceiling, dialogue.table)
    known = library.recommendations(page.session.store)
    fitting = [r.id for r in known if r.topic == row.id and r.offered(*table)]
    assert list(added.recommendations) == fitting[:3]
    page.session.undo()
    assert items(page) == before


def test_the_palette_puts_a_topic_on_the_agenda(page: AgendaPage) -> None:
    before = items(page)
    row = next(r for r in page.topics.list.model().rows if not r.used and r.topic.questions)
    assert "Suggest topics" in [c.words for c in page.commands()]
    words = f"Put on the agenda: {row.title}"
    command = next(c for c in page.commands() if c.words == words)
    assert command.when_asked
    command.act()
    added = next(i for i in items(page) if i.topic == row.id)
    assert tuple(q.texts for q in added.questions) == row.topic.questions
    assert words not in [c.words for c in page.commands()]
    page.session.undo()
    assert items(page) == before


# leaving the inspector ---------------------------------------------------------------------------


def test_escape_in_a_field_goes_back_to_the_days_and_keeps_what_was_typed(
    page: AgendaPage,
) -> None:
    first = next(i for i in items(page) if i.questions)
    page.days.choose(first.id)
    fields = [page.inspector.title, page.inspector.room, page.inspector.questions.fields[0]]
    for field in fields:
        field.setFocus()
        QTest.keyClicks(field, "new ")
        QTest.keyClick(field, K.Key_Escape)
        assert page.days.hasFocus()
    page.inspector.times.length.setFocus()
    QTest.keyClick(page.inspector.times.length, K.Key_Escape)
    assert page.days.hasFocus()
    now = next(i for i in items(page) if i.id == first.id)
    assert "new " in f"{now.titles.best('en')} "
    assert (now.places.best("en") or "").startswith("new ")
    assert "new " in now.questions[0].texts.best("en")


# what is set aside -------------------------------------------------------------------------------


def set_aside(page: AgendaPage) -> AgendaItem:
    item = next(i for i in items(page) if i.topic)
    commands.change_items(page.session.store, [replace(item, aside=True)], "Set aside")
    assert page.agenda is not None
    assert page.agenda.block(item.id) is None
    assert page.topics.aside.isVisible()
    return item


def test_enter_brings_back_what_is_set_aside_and_undo_sets_it_aside_again(page: AgendaPage) -> None:
    item = set_aside(page)
    tray = page.topics.aside.list
    assert tray.choose(item.id)
    tray.setFocus()
    QTest.keyClick(tray, K.Key_Return)
    assert not next(i for i in items(page) if i.id == item.id).aside
    assert not page.topics.aside.isVisible()
    page.session.undo()
    assert next(i for i in items(page) if i.id == item.id).aside


def test_what_is_set_aside_is_dragged_back_to_a_day(page: AgendaPage) -> None:
    item = set_aside(page)
    tray = page.topics.aside.list.viewport()
    other = next(i for i in items(page) if i.day == 1 and not i.aside)
    target = page.days.rect_of(other.id).topLeft() + QPointF(30, 4)
    there = tray.mapFromGlobal(page.days.viewport().mapToGlobal(target.toPoint()))
    QTest.mousePress(tray, LEFT, pos=QPoint(40, 10))
    QTest.mouseMove(tray, there - QPoint(9, 0))
    QTest.mouseMove(tray, there)
    assert page.days.drop is not None
    QTest.mouseRelease(tray, LEFT, pos=there)
    back = next(i for i in items(page) if i.id == item.id)
    assert (back.aside, back.day) == (False, 1)
