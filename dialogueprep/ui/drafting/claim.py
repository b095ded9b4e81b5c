"""One claim in large letters: read until Enter, then written in place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from dialogueprep.ui import painting
from dialogueprep.ui.chair import large
from dialogueprep.ui.drafting.sheet import DraftClaim
from dialogueprep.ui.widgets.fields import SavingField
from dialogueprep.ui.widgets.layout import row
from dialogueprep.words import tr

LINE = 1.42
"""The height of a line beside the size of its letters."""
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClaimField(SavingField):
    """The wording. Enter or a double click begins to write, Esc or Ctrl+Enter ends it."""

    stepped = Signal(int)
    """Go to the claim before (-1) or after (1)."""
    wanted = Signal()
    """It is the one that is looked at now."""
    turned = Signal()
    """It is written in now, or read again."""
    closed = Signal()
    """Esc was pressed while nothing is written."""

    def __init__(self) -> None:
        self._px = 30.0
        self.editable = True
        super().__init__(lines=(1, 99), name=tr("Finding"))
        self.setObjectName("claim")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @property
    def writing(self) -> bool:
        """Whether it is being written in."""
        return not self.isReadOnly()

    def fit_letters(self, px: float) -> None:
        """Set the text in letters of this size."""
        if px != self._px:
            self._px = px
            at, modified = self.textCursor().position(), self.document().isModified()
            self._set_letters()
            self.document().setModified(modified)
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
            self._fit()

    def show_text(self, words: str) -> None:
        """Show what is kept; what is typed and not sent yet wins."""
        super().show_text(words)
        if self.writing:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def setPlainText(self, words: str) -> None:
        """Replace the text; the line height stays fixed."""
        QPlainTextEdit.setPlainText(self, words)
        self._set_letters()
        self.document().setModified(False)

    def write(self) -> None:
        """Begin to write, at the end."""
        if self.editable:
            self.setReadOnly(False)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.turned.emit()

    def end(self) -> None:
        """Hand over what was written, and read again."""
        self.setReadOnly(True)
        self.flush()
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.writing:
            self._key_while_writing(event, key)
        elif key in _STEPS and not event.modifiers():
            self.stepped.emit(_STEPS[key])
        elif key in (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_E):
            self.write()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.ignore()

    def _key_while_writing(self, event: QKeyEvent, key: Qt.Key) -> None:
        done = key == Qt.Key.Key_Escape or (
            key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if done:
            self.end()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.end()
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.writing:
            super().mouseDoubleClickEvent(event)
        else:
            self.write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wanted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.end()

    def _set_letters(self) -> None:
        size = max(8, round(self._px))
        self.setStyleSheet(
            f"#claim {{ background: transparent; border: none; padding: 0; font-size: {size}px }}"
        )
        self.setFont(large.font(self.toPlainText() or " ", self._px))
        blocks = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        blocks.setLineHeight(round(self._px * LINE), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.document().setUndoRedoEnabled(False)
        cursor.setBlockFormat(blocks)
        self.document().setUndoRedoEnabled(True)

    def _fit(self) -> None:
        blocks = map(self.document().findBlockByNumber, range(self.blockCount()))
        shown = sum(max(1, block.layout().lineCount()) for block in blocks)
        wanted = round(self._px * LINE) * shown + 8
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)


class Claim(QFrame):
    """A claim with its number; the one that is looked at lies on a sheet with a bar before it."""

    def __init__(self, claim: DraftClaim) -> None:
        super().__init__()
        self.id = claim.id
        self.current = False
        self._number = 0
        self._px = 30.0
        self.field = ClaimField()
        self.field.turned.connect(self.update)
        self._lead = QWidget()
        self.setLayout(row(self._lead, (self.field, 1), gap=0, margins=(0, 12, 24, 12)))

    def show_claim(self, number: int, claim: DraftClaim, *, editable: bool) -> None:
        """Show a claim under its number."""
        self._number = number
        self.field.editable = editable
        self.field.show_text(claim.wording)
        self.field.setAccessibleName(tr("Finding {n}", n=number))
        self.update()

    def fit_letters(self, px: float) -> None:
        """Set it in letters of this size."""
        self._px = px
        self._lead.setFixedWidth(round(px * 2.6))
        self.field.fit_letters(px)

    def set_current(self, on: bool) -> None:
        """Show whether it is the one that is looked at."""
        if on != self.current:
            self.current = on
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        if self.current:
            edge = "accent" if self.field.writing else "hair_strong"
            painting.rounded(p, 0, 0, w, h, 8, "sheet", edge, 2 if self.field.writing else 1)
            painting.rounded(p, 0, 0, 6, h, 3, "accent")
        ink = "accent" if self.current else "ink3"
        px = self._px * 0.8
        top = 12 + (self._px - px) * 0.7
        large.line(p, px * 0.9, top, self._px * 2, str(self._number), px, ink, weight=600,
                   tabular=True)  # fmt: skip
