"""A field in which items are typed, a line each, with what they will be under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import WritingField, mark_field
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, side_by_side
from dialogueprep.words import tr

MOST_ROWS = 8


class TypedLine(QFrame):
    """``changed`` carries the text while it is typed, ``sent`` on Enter; ``left`` on Esc.

    Pasted lines stay in the field until Enter; Shift and Enter begin another line.
    """

    changed = Signal(str)
    sent = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        name = tr("Type items, a line each")
        self.field = _Lines(placeholder=name, lines=(1, MOST_ROWS), name=name)
        self.field.textChanged.connect(self._on_changed)
        self.field.entered.connect(lambda: self.sent.emit(self.text()))
        self.field.given_up.connect(self._give_up)
        self.add = Button(tr("Add"), key="⏎", on_click=lambda: self.sent.emit(self.text()))
        close = Button("", "quiet", "x", tooltip=tr("Close (Esc)"), on_click=self._close)
        self.says = Paragraph("", "small", "ink2")
        line = side_by_side((self.field, 1), self.add, close, gap=8)
        inside = column(line, self.says, gap=4, margins=(16, 10, 12, 8))
        self.setLayout(column(box(inside, "shade"), hairline(), gap=0))
        self.hide()

    def text(self) -> str:
        """Return what was typed."""
        return self.field.toPlainText()

    def begin(self, text: str = "") -> None:
        """Show the field with a text and put the keyboard on it."""
        self.show()
        if text:
            self.field.setPlainText(text)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.text())

    def clear(self) -> None:
        """Empty the field for the next line."""
        self.field.setPlainText("")

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Say what the text will be, or what is wrong with it."""
        self.says.show_text(sentence)
        self.says.set_ink("warn" if bad else "ink2")
        self.field.setAccessibleDescription(sentence)
        mark_field(self.field, "bad", bad)

    def _on_changed(self) -> None:
        self.add.setEnabled(bool(self.text().strip()))
        self.changed.emit(self.text())

    def _give_up(self) -> None:
        if self.text().strip():
            self.clear()
        else:
            self._close()

    def _close(self) -> None:
        self.clear()
        self.hide()
        self.left.emit()


class _Lines(WritingField):
    around = 22  # a line of Chinese, Japanese or Korean is a little taller than one of Latin

    entered = Signal()
    given_up = Signal()

    def __init__(self, *, placeholder: str, lines: tuple[int, int], name: str) -> None:
        super().__init__("", placeholder, lines=lines, name=name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
