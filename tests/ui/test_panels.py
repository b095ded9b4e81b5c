"""Panels beside each other, drawers in a narrow window, banners and what a page does itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogueprep.store.step import Changes
from dialogueprep.ui import painting
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.page import Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState, Offer
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy, Toast
from dialogueprep.ui.widgets.panels import GRAB, Panel, Panels
from dialogueprep.ui.widgets.top_bar import SearchButton, TopBar


@pytest.fixture
def panels(qtbot, look: Theme, machine: MachineSettings) -> Panels:
    sides = QLineEdit("left"), QWidget(), QLineEdit("right")
    made = Panels(
        "library",
        machine,
        Panel(sides[0], 224, "filter", "Facets"),
        Panel(sides[1]),
        Panel(sides[2], 404, "info", "Detail"),
    )
    qtbot.addWidget(made)
    made.resize(1280, 600)
    made.show()
    return made


def test_panels_take_their_widths_and_a_moved_line_is_remembered(
    qtbot, panels: Panels, machine: MachineSettings
) -> None:
    left, middle, right = panels.panel_widgets()
    assert (left.width(), right.width()) == (224, 404)
    assert middle.width() == 1280 - 224 - 404 - 2
    panels._splitter.handle(1).moveSplitter(300)
    assert machine.positions["library"][0] == 300
    again = Panels("library", machine, *(Panel(QWidget(), w) for w in (224, None, 404)))
    qtbot.addWidget(again)
    again.resize(1280, 600)
    again.show()
    assert again.panel_widgets()[0].width() == 300


def test_a_line_is_drawn_thin_and_grabbed_wide(panels: Panels) -> None:
    handle = panels._splitter.handle(1)
    assert panels._splitter.handleWidth() == 1
    assert handle.width() == GRAB


def test_side_panels_become_drawers_and_come_back(qtbot, panels: Panels) -> None:
    left, _, right = panels.panel_widgets()
    panels.resize(1100, 600)
    assert not left.isVisible()
    panels.reveal(right)
    assert right.isVisible()
    qtbot.keyClick(right, Qt.Key.Key_Escape)
    assert not right.isVisible()
    panels.resize(1280, 600)
    assert left.isVisible()
    assert right.isVisible()


def test_one_banner_at_a_time_counts_the_others(qtbot, look: Theme) -> None:
    taken: list[str] = []
    banner = Banner()
    qtbot.addWidget(banner)
    remedies = tuple(Remedy(w, lambda w=w: taken.append(w), w) for w in "12")
    banner.show_notices([Notice("First.", remedies=remedies), Notice("Second.", "block")])
    assert banner.accessibleName() == "First."
    assert banner.take(2)
    assert not banner.take(3)
    banner.show()
    assert banner.focus_first()
    qtbot.keyClick(banner, Qt.Key.Key_1)
    banner.next()
    assert banner.accessibleName() == "Second."
    assert taken == ["2", "1"]
    banner.show_notices([])
    assert banner.isHidden()


def test_the_toast_offers_undo_and_goes(qtbot, look: Theme) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    held.resize(400, 300)
    held.show()
    undone: list[bool] = []
    toast = Toast(held)
    toast.say("3 notes removed", lambda: undone.append(True))
    assert toast.isVisible()
    toast._undo.click()
    assert undone == [True]
    assert not toast.isVisible()


def test_an_empty_page_is_begun_by_a_digit(qtbot, look: Theme) -> None:
    begun: list[str] = []
    offers = [Offer(w, "", lambda w=w: begun.append(w)) for w in ("Frame", "Blank")]
    empty = EmptyState("No items yet", "Start.", *offers)
    qtbot.addWidget(empty)
    qtbot.keyClick(empty, Qt.Key.Key_2)
    assert begun == ["Blank"]


class _Counting(Page):
    title = "Counting"
    watches = ("topics",)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.refreshed = 0
        self.set_body(QWidget())

    def refresh(self) -> None:
        self.refreshed += 1


def test_a_page_refreshes_when_seen_and_late_when_hidden(qtbot, empty_session: Session) -> None:
    page = _Counting(empty_session)
    qtbot.addWidget(page)
    topics = Changes(frozenset({"topics"}), "")
    empty_session.changed.emit(topics)
    empty_session.changed.emit(topics)
    assert page.refreshed == 0
    page.show()
    assert page.refreshed == 1
    empty_session.changed.emit(Changes(frozenset({"notes"}), ""))
    assert page.refreshed == 1
    empty_session.changed.emit(topics)
    assert page.refreshed == 2


def test_a_busy_page_offers_to_cancel_after_a_while(qtbot, empty_session: Session) -> None:
    page = _Counting(empty_session)
    qtbot.addWidget(page)
    page.show()
    stopped: list[bool] = []
    page.busy(True, "Reading the finished file back", lambda: stopped.append(True))
    bar = page._busy
    assert (bar.isVisible(), bar.height()) == (True, 2)
    for timer in bar._late:
        timer.timeout.emit()
    bar._cancel.click()
    assert stopped == [True]
    page.busy(False)
    assert not bar.isVisible()


def test_in_large_letters_panels_are_wider_and_sooner_drawers(
    qtbot, look: Theme, panels: Panels
) -> None:
    left, _, right = panels.panel_widgets()
    look.apply("light", "en", 1.15)
    qtbot.waitUntil(lambda: left.width() > 224)
    assert right.isVisible()
    look.apply("light", "en", 1.5)
    qtbot.waitUntil(lambda: not left.isVisible())
    panels.reveal(right)
    assert right.width() > 404 * 1.4
    panels.resize(1920, 600)
    qtbot.waitUntil(left.isVisible)
    assert right.width() > 404
    look.apply("light", "en", 1.0)
    qtbot.waitUntil(lambda: left.width() == 224)


def test_a_long_name_at_the_top_is_cut_and_leaves_the_search_its_room(qtbot, look: Theme) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_place("A dialogue " * 30, "What it is about")
    bar.resize(1072, 48)
    bar.show()
    search = bar.findChild(SearchButton)
    assert search is not None and search.width() == search.sizeHint().width()
    assert bar._name.width() < painting.width(bar._name.text(), "strong")
    bar.grab()
    assert bar._name.toolTip() == bar._name.text()


def test_a_button_that_is_longer_than_its_line_makes_no_panel_wider(qtbot, look: Theme) -> None:
    flow = Flow(Button("Ask " + "somebody of a long name " * 9, "link"), Button("Leave", "link"))
    panel = box(column(flow))
    qtbot.addWidget(panel)
    panel.resize(240, 60)
    panel.show()
    long, short = flow.findChildren(Button)
    assert long.width() == 240 and short.y() > long.y()
