"""One recommendation in the detail of a topic: title, second line, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Recommendation
from dialogueprep.domain.uses import History
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.entry_history import in_short, of_recommendation
from dialogueprep.ui.widgets.entry_parts import marked
from dialogueprep.ui.widgets.entry_ratings import is_due, ratings
from dialogueprep.ui.widgets.labels import IconLabel, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import clauses, tr

_KEYS = {
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_R: "rate",
    Qt.Key.Key_Delete: "remove",
}


def facts_of(it: Recommendation) -> str:
    """Return maturity, the support as printed, and who is to do what by when; as far as said."""
    parts = [tr(wording.of(it.maturity))] if it.maturity else []
    if it.support_as_printed:
        parts.append(f"“{it.support_as_printed.strip('“”')}”")
    if it.addressee:
        parts.append(tr("To: {addressee}", addressee=it.addressee))
    if it.actor:
        parts.append(tr("By: {actor}", actor=it.actor))
    if it.instrument:
        parts.append(it.instrument)
    if it.horizon:
        parts.append(it.horizon)
    return "  ·  ".join(parts)


class RecommendationRow(QWidget):
    """``asked`` carries "edit", "rate" or "remove", and the recommendation.

    A click or Space shows its text, ratings and history. Enter or E edits, R rates, Del removes, Up
    and Down go to the next; a menu offers the same.
    """

    asked = Signal(str, object)
    place_wanted = Signal(object, str, object)
    """A dialogue, a page of it, and there an item or a finding."""

    def __init__(
        self,
        it: Recommendation,
        query: str = "",
        history: History | None = None,
        today: date = date.min,
        names: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._due = is_due(it, today)
        self.recommendation = it
        self._history = history or History()
        language = theme.window_language()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title, facts = it.titles.best(language), facts_of(it)
        rated = tr("Sensitivity: {word}", word=badges.level_word(it.sensitivity))
        due = tr("Review is due") if self._due else ""
        self.setAccessibleName(clauses((title, facts, rated, due, in_short(self._history))))
        text = it.texts.best(language)
        self.setAccessibleDescription(text)
        self._text = Paragraph(text, "small", "ink2", marks=marked(text, query))
        if not marked(text, query):  # to show it before it has an owner would open a window
            self._text.hide()
        again = partial(self.asked.emit, "rate", it)
        shown = column(ratings(it, today, names or {}, again), gap=10, margins=(0, 6, 0, 4))
        if self._history.uses:
            shown.addWidget(of_recommendation(self._history, self.place_wanted.emit))
        self._more_of_it = box(shown)
        self._more_of_it.hide()
        self._more = Button("", "quiet", "pen-line", small=True, tooltip=tr("Edit, rate, remove"))
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._show_menu)
        keep = self._more.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(keep)
        self._more.hide()
        self.setLayout(self._laid_out(title, facts, query))

    def _laid_out(self, title: str, facts: str, query: str) -> QVBoxLayout:
        sign = IconLabel("lightbulb", "ink2")
        words = column(Paragraph(title, marks=marked(title, query)), gap=1, margins=(0, 3, 0, 4))
        if facts:
            shown = Paragraph(facts, "small", "ink2", marks=marked(facts, query))
            words.addWidget(shown)
        words.addWidget(self._text)
        if used := in_short(self._history):
            icon = column(3, IconLabel("history", "ink3", 13), None, gap=0)
            words.addLayout(row(icon, (Paragraph(used, "small", "ink2"), 1), gap=5))
        whole = row(
            column(5, sign, None, gap=0),
            (words, 1),
            column(3, _Meter(self.recommendation, self._due), None, gap=0),
            column(self._more, None, gap=0),
            margins=(4, 0, 0, 0),
        )
        inset = row(24, (self._more_of_it, 1), gap=0)
        return column(whole, inset, gap=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painting.focus_ring(QPainter(self), 0, 0, self.width(), self.height(), 4)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and Qt.Key(event.key()) in _KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit(_KEYS[key], self.recommendation)
        elif key == Qt.Key.Key_Space:
            self._show_text()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Menu:
            self._show_menu()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._show_text()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.asked.emit("edit", self.recommendation)

    def contextMenuEvent(self, event: object) -> None:
        self._show_menu()

    def enterEvent(self, event: object) -> None:
        self._more.show()

    def leaveEvent(self, event: object) -> None:
        self._more.setVisible(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._more.show()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._more.setVisible(self.underMouse())
        self.update()

    def _show_text(self) -> None:
        """Show the text, the ratings and what became of it, or hide them."""
        opened = self._more_of_it.isHidden()
        self._text.setVisible(opened and bool(self.accessibleDescription()))
        self._more_of_it.setVisible(opened)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for words, what in ((tr("Edit"), "edit"), (tr("Rate"), "rate"), (tr("Remove"), "remove")):
            menu.addAction(words, lambda w=what: self.asked.emit(w, self.recommendation))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class _Meter(QWidget):
    """The sensitivity of a recommendation, and whether its review is due."""

    def __init__(self, it: Recommendation, due: bool) -> None:
        super().__init__()
        self._value, self._due = it.sensitivity, due
        self._left = 18 if due else 0
        self.setFixedSize(self._left + badges.METER_WIDTH + 2, theme.scaled(20))
        words = tr("Sensitivity: {word}", word=badges.level_word(self._value))
        self.setToolTip(clauses((words, tr("Review is due"))) if due else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, middle = QPainter(self), self.height() / 2
        if self._due:
            painting.icon(p, 0, middle - 7, "triangle-alert", "warn_line", 14)
        badges.meter(p, self._left, middle - 7, self._value)
