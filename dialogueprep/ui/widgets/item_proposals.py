"""The recommendations on the table of an item: their order, and taking one off.

Alt+Up and Alt+Down move the one with the keyboard, Del takes it off; the mouse takes it by its
sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain.library import Recommendation, RecommendationId
from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, column, row
from dialogueprep.ui.widgets.row_drag import DragHandle, DropRows, moved_to
from dialogueprep.words import tr


class ItemProposals(DropRows):
    """One line a recommendation. ``changed`` carries all ids in their new order."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ProposalLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._shown: tuple[tuple[RecommendationId, str, str], ...] | None = None

    def show_proposals(
        self,
        ids: tuple[RecommendationId, ...],
        known: Mapping[RecommendationId, Recommendation],
        origins: Mapping[RecommendationId, str],
    ) -> None:
        """Show what is on the table; the line that had the keyboard keeps it."""
        shown = tuple((r, _title(known[r]), origins.get(r, "")) for r in ids if r in known)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._layout)
        self.lines = [ProposalLine(*each) for each in shown]
        for line in self.lines:
            self._connect(line)
            self._layout.addWidget(line)
        if not self.lines:
            self._layout.addWidget(Label(tr("None yet."), "small", "ink3"))

    def _connect(self, line: ProposalLine) -> None:
        line.moved.connect(self._move)
        line.taken_off.connect(self._take_off)
        line.handle.carried.connect(
            lambda at: self.show_mark(self.lines, self.place_at(self.lines, at))
        )
        line.handle.dropped.connect(lambda at, it=line: self._drop(it, at))

    def _ids(self) -> list[RecommendationId]:
        return [line.id for line in self.lines]

    def _move(self, line: ProposalLine, by: int) -> None:
        at = self.lines.index(line)
        if 0 <= at + by < len(self.lines):
            self._reorder(at, at + by + (by > 0))

    def _drop(self, line: ProposalLine, at: QPoint) -> None:
        self.show_mark(self.lines, None)
        self._reorder(self.lines.index(line), self.place_at(self.lines, at))

    def _reorder(self, at: int, place: int) -> None:
        ids = self._ids()
        order = [ids[n] for n in moved_to(at, place, len(ids))]
        if order != ids:
            self.changed.emit(tuple(order))
            self._focus(order.index(ids[at]))

    def _take_off(self, line: ProposalLine) -> None:
        at = self.lines.index(line)
        self.changed.emit(tuple(r for r in self._ids() if r != line.id))
        self._focus(min(at, len(self.lines) - 1))

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)


class ProposalLine(QWidget):
    """A recommendation on the table, with where it comes from and a way to take it off."""

    spoken_role: ClassVar = QAccessible.Role.ListItem

    moved = Signal(object, int)
    taken_off = Signal(object)

    def __init__(self, id_: RecommendationId, title: str, origin: str) -> None:
        super().__init__()
        self.id = id_
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(origin)
        self.setToolTip(tr("Alt+Up and Alt+Down move it, Del takes it off the table"))
        remove = Button("", "quiet", "x", small=True, tooltip=tr("Take it off the table"))
        remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        remove.clicked.connect(lambda _on=False: self.taken_off.emit(self))
        self.handle = DragHandle("⠿")
        words = column(Paragraph(title, "small"), Label(origin, "caption", elide=True), gap=0)
        layout = row(gap=8)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.handle, 0, top)
        layout.addLayout(words, 1)
        layout.addWidget(remove, 0, top)
        layout.setContentsMargins(4, 2, 2, 2)
        self.setLayout(layout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(self, steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_off.emit(self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painting.focus_ring(QPainter(self), 0, 0, self.width(), self.height(), 5)


def _title(it: Recommendation) -> str:
    language = theme.window_language()
    return it.titles.best(language) or it.texts.best(language)
