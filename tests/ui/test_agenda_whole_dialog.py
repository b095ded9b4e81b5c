"""The agenda as a whole in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import library as library_commands
from dialogueprep.commands import roles
from dialogueprep.commands.library import Judgement
from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.library import Axis
from dialogueprep.domain.people import Role
from dialogueprep.domain.seating import Cell
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, offers
from dialogueprep.ui.dialogs.agenda_whole import AgendaWholeDialog
from dialogueprep.ui.models.agenda_problems import Problem, problems_of
from dialogueprep.ui.models.whole_figures import share_bars, strips, suggestion
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.whole_part import WholePart


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> AgendaPage:
    page = AgendaPage(sample_session)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    return page


def _dialog(qtbot: QtBot, page: AgendaPage) -> AgendaWholeDialog:
    assert page.agenda
    dimensions = offers.dimensions_on(page.session.store, page.agenda.dialogue.id)
    dialog = AgendaWholeDialog(page, page.agenda, dimensions)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _without_moderator(page: AgendaPage, n: int) -> str:
    """Take the moderators of the n-th numbered item away; return its title."""
    assert page.agenda
    block = [b for b in page.agenda.blocks if b.item.kind.numbered][n]
    cells = [
        Cell(a.who.id, block.id, a.roles - {Role.MODERATOR})
        for a in page.agenda.present[block.id]
        if Role.MODERATOR in a.roles
    ]
    page.session.run(roles.settle, cells)
    return block.title


def test_voices_are_told_in_words_and_by_sector(qtbot: QtBot, page: AgendaPage) -> None:
    dialog = _dialog(qtbot, page)
    assert page.agenda
    bars = share_bars(page.agenda, "delegation")
    assert [b.name for b in bars] == ["China", "Japan", "Republic of Korea", "ASEAN"]
    assert "presents at" in bars[0].words
    assert bars[0].detail.startswith("day 1: ")
    dialog.group.setFocus()
    qtbot.keyClick(dialog.group, Qt.Key.Key_Right)
    dialog.copy_text()
    text = QGuiApplication.clipboard().text()
    assert "Think tank, " in text
    assert "without a pause" in text


def test_it_says_which_delegation_might_moderate_next(page: AgendaPage) -> None:
    assert page.agenda
    assert suggestion(page.agenda) == ""
    title = _without_moderator(page, 0)
    page.refresh()
    assert f"“{title}” has no moderator yet" in suggestion(page.agenda)
    assert "would keep the balance" in suggestion(page.agenda)


def test_strips_follow_the_items_of_each_day(page: AgendaPage) -> None:
    assert page.agenda
    found = strips(page.agenda)
    assert len(found) == page.agenda.dialogue.days
    assert {step.level for step in found[1].steps} >= {-1, 2, 3}


def test_a_remedy_is_taken_from_the_overview(
    qtbot: QtBot, page: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.agenda
    block = next(b for b in page.agenda.blocks if b.title.startswith("Low birth"))
    page.acts.change(replace(block.item, minutes=120), "Longer")
    page.refresh()
    before = problems_of(page.agenda)
    assert before
    dialogs: list[AgendaWholeDialog] = []

    def run(dialog: AgendaWholeDialog) -> int:
        dialogs.append(dialog)
        qtbot.mouseClick(dialog.remedies[0], Qt.MouseButton.LeftButton)
        return dialog.result()

    monkeypatch.setattr(AgendaWholeDialog, "exec", run)
    WholePart(page.session, page).open()
    page.refresh()
    assert dialogs
    assert dialogs[0].wanted
    assert problems_of(page.agenda) != before


def test_topics_that_are_sensitive_for_one_delegation_are_parted_by_a_remedy(
    page: AgendaPage,
) -> None:
    assert page.agenda
    store, harsh = page.session.store, Judgement(Axis.SENSITIVITY, 4, "a matter at home")
    first, second = [b.item for b in page.agenda.blocks if b.item.kind.numbered][:2]
    for topic in library.topics(store):
        if topic.id in (first.topic, second.topic):
            on = date(2026, 9, 1)
            library_commands.rate(store, topic, [harsh], rater="A", on=on, delegation="KR")
    milder = replace(second, id=ItemId(""), topic=None, titles=Texts.of(en="Walks"), questions=())
    agenda_commands.add_item(store, milder)
    page.refresh()

    def said() -> list[Problem]:
        return [p for p in problems_of(page.agenda) if "sensitive for" in p.sentence]

    (problem,) = said()
    assert problem.sentence == (
        "2 items in a row are sensitive for KR alone: “Disaster relief and early warning” to "
        "“Low birth rates and ageing”."
    )
    assert problem.ways[0].words == "Move after “Walks”"
    page.attention.take(problem, problem.ways[0])
    page.refresh()
    assert said() == []
