"""The list of hands on the chair's view: typed names, in memory only, worked by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.chair import large
from dialogueprep.ui.chair.hands import Hand, Hands
from dialogueprep.ui.chair.sheet import Seat
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr

_COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_NOTHING_LEARNT = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class NameField(LineField):
    """A name goes into the list and nowhere else: it is not copied, and input methods are told so.

    Enter raises a hand, Shift+Enter one for a direct reply; Enter without a name gives the floor.
    """

    sent = Signal(str, bool)
    stepped = Signal(int)
    """Up (-1) or Down (1) was pressed."""

    def __init__(self) -> None:
        super().__init__("", tr("Name or delegation"), name=tr("Who asks to speak"))
        self.setInputMethodHints(_NOTHING_LEARNT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)

    def forget(self) -> None:
        """Empty the field, and what it could undo."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if any(event.matches(each) for each in _COPYING):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            words, direct = self.text(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.sent.emit(words, bool(direct))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.deselect()  # what is selected by the mouse would be on the other clipboard of X11
        super().mouseReleaseEvent(event)


class Offers(RowList):
    """Names of the roster that hold what is typed; the keyboard stays in the field."""

    MOST = 5

    def __init__(self) -> None:
        self.names: ListModel[str] = ListModel(str, key=str, spoken=str)
        super().__init__(self.names, RowDelegate(), name=tr("Names that fit"), on="sheet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_names(self, names: list[str]) -> None:
        """Show the first few of these, none chosen."""
        self.names.show_rows(names[: self.MOST])
        self.setCurrentIndex(self.names.index(-1, 0))
        self.setFixedHeight(theme.scaled(RowDelegate.height) * len(self.names.rows) + 2)
        self.setVisible(bool(names))

    def step(self, by: int) -> None:
        """Choose the next name, or the one before; before the first none is chosen."""
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1
        there = min(max(here + by, -1), len(self.names.rows) - 1)
        self.setCurrentIndex(self.names.index(there, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)


_FOOT = 2  # the place of what stands under the list


class HandRows(RowDelegate):
    """A name, and whether it is a direct reply or has spoken, as large as the window allows."""

    unit = 1.0

    def row_height(self, value: Any, width: int) -> int:
        return round(46 * self.unit)

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        hand: Hand = value
        right, unit = float(w - self.text_left), self.unit
        if words := _marks(hand):
            wide = large.width(words, 14 * unit)
            y = (h - 14 * unit * 1.4) / 2
            large.line(p, right - wide, y, wide, words, 14 * unit, "ink2")
            right -= wide + 10
        x, size = float(self.text_left), round(18 * unit)
        if hand.direct:
            painting.icon(p, x, (h - size) / 2, "reply", "accent", size)
            x += size + 10
        weight, px = 600 if hand.direct else 400, 20 * unit
        large.line(p, x, (h - px * 1.4) / 2, right - x, hand.name, px, weight=weight)


class _Speaker(QWidget):
    """Who has the floor, in large letters."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self.unit = "", 1.0
        self.anybody = False

    def show_name(self, name: str) -> None:
        """Show a name, or that nobody has the floor."""
        self.anybody = bool(name)
        self._words = name or tr("Nobody has the floor")
        self.setAccessibleName(self._words)
        self.fit(self.unit)

    def fit(self, unit: float) -> None:
        """Take this size of letters."""
        self.unit = unit
        self.setFixedHeight(round(32 * unit))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, weight = ("ink", 600) if self.anybody else ("ink3", 400)
        px = 22 * self.unit
        large.line(QPainter(self), 0, 0, self.width(), self._words, px, ink, weight=weight)


class HandList(RowList):
    """Enter gives the floor; nothing in it can be copied."""

    asked = Signal(str, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hand = self.value()
        verb = _verb(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            return
        if verb and isinstance(hand, Hand):
            self.asked.emit(verb, hand.id)
            return
        super().keyPressEvent(event)


class HandsPanel(QFrame):
    """Field, who speaks now, who waits, and the counts of large groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hands = Hands()
        self.field = NameField()
        self.field.sent.connect(self._on_sent)
        self.field.stepped.connect(self._step)
        self.field.textChanged.connect(self._offer)
        self.offers = Offers()
        self.offers.clicked.connect(lambda index: self._on_sent(str(index.data()), False))
        self.first = CheckBox(tr("First-time speakers first"))
        self.first.setChecked(True)
        self.first.toggled.connect(self._on_first)
        self.rows: ListModel[Hand] = ListModel(lambda h: h.name, key=lambda h: h.id, spoken=_spoken)
        self._large = HandRows()
        self.list = HandList(self.rows, self._large, name=tr("Hands"), on="shade")
        self.list.activated_value.connect(lambda hand: self._do("floor", hand.id))
        self.list.asked.connect(self._do)
        self._now = _Speaker()
        self._done = Button(
            tr("Done"), "plain", small=True, tooltip="Ctrl+Enter", on_click=self.end_speech
        )
        self._speaking = row((self._now, 1), self._done)
        self._empty = Paragraph(tr("Nobody has asked to speak."), "body", "ink3")
        self._counts = Paragraph("", "small", "ink2", max_lines=3)
        self._lay_out()
        self.show_hands()

    def seat(self, seats: tuple[Seat, ...], k: int) -> None:
        """Say who sits at the table."""
        self.hands.seat(seats, k)
        self._show_counts()

    def clear(self) -> None:
        """Forget all names."""
        self.hands.clear()
        self.field.forget()
        self.show_hands()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        unit = max(1.0, min(self.height() / 800, self.width() / 380))
        if unit != self._large.unit:
            self._large.unit = unit
            self._now.fit(unit)
            self.list.scheduleDelayedItemsLayout()

    def show_hands(self) -> None:
        """Show the list as it is."""
        speaking, waiting = self.hands.speaking, self.hands.waiting
        self.rows.show_rows(waiting)
        self.list.setVisible(bool(waiting))
        self._empty.setVisible(not waiting)
        self._places.setStretch(_FOOT, 0 if waiting else 1)  # the sentence takes the list's place
        self._now.show_name(speaking.name if speaking else "")
        self._done.setVisible(speaking is not None)
        self._show_counts()

    def _lay_out(self) -> None:
        keys = tr(
            "Enter: hand. Shift+Enter: direct reply. Enter without a name: next has the floor. "
            "In the list: Enter floor, D direct reply, Alt+arrows move, Del withdraw."
        )
        scope = tr("In memory only. Gone when the item closes.")
        sides = (HandRows.text_left, 0, HandRows.text_left, 0)  # names stand under the field
        top = column(
            Label(tr("Has the floor"), "label", "ink3"), self._speaking, 6, hairline(), 6,
            Label(tr("Asks to speak"), "label", "ink3"), self.field, self.offers, self.first,
            margins=sides,
        )  # fmt: skip
        foot = column(
            (self._empty, 1), self._counts, hairline(),
            Paragraph(keys, "small", "ink3", max_lines=5), Paragraph(scope, "small", "ink3"),
            margins=sides,
        )  # fmt: skip
        self._places = column(top, (self.list, 1), foot, margins=(4, 22, 4, 18))
        self.setLayout(self._places)

    def _show_counts(self) -> None:
        told = [f"{group} {n}" for group, n in self.hands.counters() if n]
        words = tr("Has spoken, groups of {k} or more: {groups}", k=self.hands.k,
                   groups=clauses(told)) if told else ""  # fmt: skip
        self._counts.show_text(words)
        self._counts.setVisible(bool(words))

    def _on_sent(self, name: str, direct: bool) -> None:
        name = self.offers.value() or name
        self.field.forget()
        if not name.strip():
            self.hands.give_floor()
        else:
            self.hands.ask(name, direct=direct)
        self.show_hands()

    def _on_first(self, on: bool) -> None:
        self.hands.first_timers_first = on
        self.hands.order_anew()
        self.show_hands()

    def end_speech(self) -> None:
        """Say that who has the floor has ended."""
        self.hands.done()
        self.show_hands()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, typed: str) -> None:
        self.offers.show_names(self.hands.suggestions(typed))

    def _step(self, by: int) -> None:
        """Choose among the names that fit; without any, go down into the list."""
        if self.offers.isVisible():
            self.offers.step(by)
        elif by > 0 and self.hands.waiting:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.choose_first()

    def _do(self, verb: str, hand: int) -> None:
        acts = {
            "floor": self.hands.give_floor,
            "reply": self.hands.reply,
            "withdraw": self.hands.withdraw,
            "up": lambda h: self.hands.move(h, -1),
            "down": lambda h: self.hands.move(h, 1),
        }
        acts[verb](hand)
        self.show_hands()
        if not self.list.choose(hand):
            self.list.choose_first()
        if not self.hands.waiting:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _verb(event: QKeyEvent) -> str:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    verbs: dict[int, str] = {
        Qt.Key.Key_Up: "up" if alt else "",
        Qt.Key.Key_Down: "down" if alt else "",
        Qt.Key.Key_Delete: "withdraw",
        Qt.Key.Key_D: "reply",
    }
    return verbs.get(event.key(), "")


def _marks(hand: Hand) -> str:
    return clauses(
        [tr("direct reply") if hand.direct else "", tr("has spoken") if hand.spoken else ""]
    )


def _spoken(hand: Hand) -> str:
    return clauses([hand.name, _marks(hand)])
