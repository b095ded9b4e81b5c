"""Boxes to tick, each with its count; of many values the most used ones, and the rest on demand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import pairwise
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import clear, column, hairline, row
from dialogueprep.words import ntr, tr

T = TypeVar("T", bound=Hashable)
_MORE = 20  # further values at each click
Count = Callable[[Iterable[Hashable]], Mapping[Hashable, int]]


class Boxes(QWidget, Generic[T]):
    """A heading and boxes to tick, each with its count; ``most`` are shown at first."""

    changed = Signal()

    def __init__(self, title: str, most: int = 60) -> None:
        super().__init__()
        self._boxes: dict[T, FacetBox] = {}
        self._title, self._most, self._least = title, most, most
        self._again: Callable[[], None] = lambda: None
        self._column = column(gap=0)
        self.more = Button("", "link", on_click=self._show_more)
        self.fewer = Button(tr("Fewer"), "link", on_click=self._show_fewer)
        for button in (self.more, self.fewer):
            button.hide()
        heading = Label(title, "label", "ink2")
        links = row(self.more, self.fewer, None, gap=12)
        self.setLayout(column(hairline(), 8, heading, 4, self._column, links, 8, gap=0))

    @property
    def values(self) -> frozenset[T]:
        """What is ticked."""
        return frozenset(value for value, each in self._boxes.items() if each.isChecked())

    def box_of(self, value: T) -> FacetBox:
        """Return the box of a value; KeyError if it is not shown."""
        return self._boxes[value]

    def show_boxes(self, choices: Mapping[Any, str], ticked: frozenset[Any], count: Count) -> None:
        """Show values, the first ones and those that are ticked.

        The boxes stay the same widgets while the values do.
        """
        self._again = lambda: self.show_boxes(choices, ticked, count)
        shown = [value for n, value in enumerate(choices) if n < self._most or value in ticked]
        self._show_links(len(choices) - len(shown))
        if shown != list(self._boxes):
            focused = next((v for v, each in self._boxes.items() if each.hasFocus()), None)
            clear(self._column)
            self._boxes = {value: self._made(choices[value]) for value in shown}
            self._put_into_tab_order()
            if focused in self._boxes:
                self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        counts = count(shown)
        for value, each in self._boxes.items():
            each.blockSignals(True)
            each.setChecked(value in ticked)
            each.blockSignals(False)
            each.show_words(choices[value])
            each.show_count(self._title, counts.get(value, 0))
        self.setVisible(bool(choices))

    def _put_into_tab_order(self) -> None:
        """Let Tab reach the boxes before the links below them, and not after the whole page."""
        stops = [self.more, *self._boxes.values(), self.more, self.fewer]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_links(self, left: int) -> None:
        self.more.setVisible(left > 0)
        self.more.setText(ntr("{n} more", "{n} more", left))
        self.more.setAccessibleName(f"{self._title}: {self.more.text()}")
        self.more.updateGeometry()
        self.fewer.setVisible(self._most > self._least)

    def _show_more(self) -> None:
        before = len(self._boxes)
        self._most += _MORE
        self._again()
        if first := next(iter(list(self._boxes.values())[before:]), None):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fewer(self) -> None:
        self._most = self._least
        self._again()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, words: str) -> FacetBox:
        made = FacetBox(words)
        made.toggled.connect(lambda _on: self.changed.emit())
        self._column.addWidget(made)
        return made


class FacetBox(CheckBox):
    """A box whose words go on in a second line where they are long; grey where nothing is left."""

    def __init__(self, words: str) -> None:
        super().__init__(words, count="0")
        self._number = 0
        self._widest = "000"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)
            self.setToolTip("")
            self.updateGeometry()

    def show_count(self, group: str, n: int) -> None:
        """Show how many there are."""
        name = f"{group}: {self.text()}, {n}"
        if name == self.accessibleName():
            return
        self._number = n
        self.setAccessibleName(name)
        self.set_count(str(n))
        if len(str(n)) > len(self._widest):
            self._widest = "0" * len(str(n))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(theme.scaled(24) if self._fits() else theme.scaled(42))
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        hint.setWidth(60)
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h, line = self.height(), theme.scaled(24)
        self._paint_box(p, (line - 16) / 2)
        ink = "ink" if self.isChecked() or self._number else "ink3"
        for number, words in enumerate(self._lines()):
            painting.text(p, 26, number * theme.scaled(18), self._room(), line, words, "body", ink)
        painting.text(
            p, 0, 0, self.width() - 2, line, str(self._number), "caption", "ink3", align="right",
            tabular=True,
        )  # fmt: skip
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), h, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _room(self) -> float:
        # Of the widest count so far, so that words keep their lines while counts come and go.
        return self.width() - 26 - painting.width(self._widest, "caption") - 10

    def _fits(self) -> bool:
        return painting.width(self.text(), "body") <= max(self._room(), 120)

    def _lines(self) -> list[str]:
        """Return the words, broken before a plus sign or at a space if they are too long."""
        words = self.text()
        if self._fits():
            return [words]
        places = [n for n, letter in enumerate(words) if letter in "+ " and n]
        fitting = [n for n in places if painting.width(words[:n], "body") <= self._room()]
        at = max(fitting, default=min(places, default=0))
        return [words[:at], words[at:].strip()] if at else [words]
