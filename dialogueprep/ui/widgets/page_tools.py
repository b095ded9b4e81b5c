"""Below the pages: the contents, the page in sight, and how large the pages are; and the list of
the headings beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedLayout, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.page_marks import HeadingAt
from dialogueprep.ui.widgets.page_view import STEPS, PageView
from dialogueprep.words import tr

_INDENT = 12


class _HeadingRows(RowDelegate):
    height = 30
    lined = False
    text_left = 16

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        left = 16 + _INDENT * (value.level - 1)
        page = str(value.page + 1)
        taken = painting.width(page, "caption", None)
        line = theme.scaled(20)
        top = (h - line) / 2
        ink = "ink" if state.selected or value.level == 1 else "ink2"
        role = "body" if value.level == 1 else "small"
        weight = 600 if state.selected else None
        room = w - left - taken - 24
        painting.text(p, left, top, room, line, value.words, role, ink, weight=weight)
        painting.text(p, w - taken - 12, top, taken + 2, line, page, "caption", "ink3")

    def ground(self, value: Any, state: RowState) -> str | None:
        if state.selected:
            return "sheet"
        return "hover" if state.hover else None


class ContentsList(QFrame):
    """The headings of a document; ``wanted`` carries the one that was clicked or entered."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model: ListModel[HeadingAt] = ListModel(
            lambda h: h.words, lambda h: h.key,
            spoken=lambda h: tr("{heading}, page {page}", heading=h.words, page=h.page + 1),
            tooltip=lambda h: h.words,
        )  # fmt: skip
        self.list = RowList(self._model, _HeadingRows(), name=tr("Contents"), on="shade")
        self.list.clicked.connect(lambda index: self.wanted.emit(self._model.at(index)))
        self.list.activated_value.connect(self.wanted)
        self.setFocusProxy(self.list)
        self._none = Label(tr("This document has no headings."), "small", "ink3", wrap=True)
        holder = QWidget()
        self._stack = QStackedLayout(holder)  # without a parent it would show a window of its own
        self._stack.addWidget(self.list)
        self._stack.addWidget(box(column(self._none, None, margins=(16, 4, 12, 8)), "shade"))
        head = row(Label(tr("Contents"), "label"), None, margins=(16, 10, 12, 2))
        self.setLayout(column(head, (holder, 1), gap=0))
        self.setFixedWidth(theme.scaled(208))

    def show_headings(self, headings: Sequence[HeadingAt]) -> None:
        """Show these; the chosen one stays chosen."""
        self._model.show_rows(list(headings))
        self._stack.setCurrentIndex(0 if headings else 1)

    def heading(self, key: int) -> HeadingAt | None:
        """Return the heading with this key."""
        rows: Sequence[HeadingAt] = self._model.rows
        return next((each for each in rows if each.key == key), None)

    def follow(self, page: int, down: float) -> None:
        """Choose the heading under which this place stands, unless somebody chooses here."""
        if self.list.hasFocus():
            return
        rows: Sequence[HeadingAt] = self._model.rows
        passed = [h for h in rows if (h.page, h.top) <= (page, down)]
        if passed:
            self.list.choose(passed[-1].key)
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(self._model.index(-1, 0))


class PageTools(QFrame):
    """The bar below the pages; it drives them itself. ``contents_wanted`` asks for the headings."""

    contents_wanted = Signal()

    def __init__(self, pages: PageView) -> None:
        super().__init__()
        self._pages = pages
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.contents = self._button("table-of-contents", tr("Contents"), "Ctrl+G")
        self.contents.clicked.connect(self.contents_wanted)
        self._back = self._button("chevron-left", tr("Previous page"), "PgUp")
        self._on = self._button("chevron-right", tr("Next page"), "PgDown")
        self._smaller = self._button("zoom-out", tr("Smaller"), "Ctrl+-")
        self._larger = self._button("zoom-in", tr("Larger"), "Ctrl++")
        self._wide = self._button("move-horizontal", tr("Fit the width"), "Ctrl+0")
        self._whole = self._button("maximize", tr("Fit the whole page"), "Ctrl+9")
        for button in (self._wide, self._whole):
            button.setCheckable(True)
        self._place = Label("", "small")
        self._scale = Label("", "small")
        for label, sample in ((self._place, "000 / 000"), (self._scale, "000%")):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumWidth(int(painting.width(sample, "small", None)) + 8)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._back.clicked.connect(lambda: pages.turn_to(pages.page() - 1))
        self._on.clicked.connect(lambda: pages.turn_to(pages.page() + 1))
        self._smaller.clicked.connect(lambda: pages.enlarge(-1))
        self._larger.clicked.connect(lambda: pages.enlarge(1))
        self._wide.clicked.connect(lambda: pages.show_zoom("width"))
        self._whole.clicked.connect(lambda: pages.show_zoom("page"))
        pages.turned.connect(self._show_place)
        pages.zoomed.connect(self._show_scale)
        self.setLayout(
            row(
                self.contents, 8, self._back, self._place, self._on, None,
                self._smaller, self._scale, self._larger, 8, self._wide, self._whole,
                gap=2, margins=(12, 0, 12, 0),
            )
        )  # fmt: skip
        self.setFixedHeight(theme.scaled(40))
        self._show_place(0, 0)

    def _button(self, icon: str, words: str, keys: str) -> Button:
        button = Button("", "quiet", icon, tooltip=f"{words} ({keys})")
        button.setAccessibleName(words)
        return button

    def _show_place(self, page: int, pages: int) -> None:
        self._place.setText(tr("{page} of {pages}", page=page, pages=pages) if pages else "")
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < pages)

    def _show_scale(self, zoom: object, scale: float) -> None:
        self._scale.setText(f"{round(scale * 100)}%" if self._pages.pages() else "")
        self._wide.setChecked(zoom == "width")
        self._whole.setChecked(zoom == "page")
        there = self._pages.pages() > 0
        self._smaller.setEnabled(there and scale > STEPS[0] + 0.01)
        self._larger.setEnabled(there and scale < STEPS[-1] - 0.01)
