"""Offers neutral words in a field where one writes: above the passage, taken with Tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from dialogueprep.domain.gate import Exposure, Level
from dialogueprep.ui.guard import mention_of, put, wording_choices
from dialogueprep.ui.name_marks import NameMarks, NameSearch
from dialogueprep.ui.qt_places import place
from dialogueprep.ui.widgets.fields import PAUSE_MS
from dialogueprep.ui.widgets.guard_popup import GuardPopup


class NeutralOffer(QObject):
    """The popup of one field, made when it is first needed; Esc leaves the passage as it is.

    What is grave is offered once the caret has left it or nobody types; the rest when asked for.
    """

    def __init__(self, field: QPlainTextEdit, marks: NameMarks, search: NameSearch) -> None:
        super().__init__(field)
        self._field, self._marks, self._search = field, marks, search
        self.popup: GuardPopup | None = None
        self._left: set[str] = set()
        self._asked = False
        self._text = field.toPlainText()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self._show(resting=True))
        field.textChanged.connect(self._on_text_changed)
        field.installEventFilter(self)

    @property
    def shown(self) -> bool:
        """Whether neutral words are offered now."""
        return self.popup is not None and self.popup.isVisible()

    def ask(self) -> bool:
        """Offer neutral words for what was found, warnings too; return whether there is any."""
        self._left.clear()
        self._asked = True
        return self._show(resting=True)

    def hide(self) -> None:
        """Offer nothing more until something is typed."""
        self._pause.stop()
        if self.popup is not None:
            self.popup.hide()

    def begin_anew(self) -> None:
        """Forget what was left as it is: another text stands in the field."""
        self.hide()
        self._left.clear()
        self._asked = False
        self._text = self._field.toPlainText()

    def take(self) -> None:
        """Put the chosen neutral words where the passage stands."""
        popup = self.popup
        if popup is None or popup.exposure is None:
            return
        exposure, text = popup.exposure, self._field.toPlainText()
        popup.hide()
        it = put(text, exposure, popup.chosen.words)
        cursor = self._field.textCursor()
        cursor.setPosition(place(text, it.start))
        cursor.setPosition(place(text, it.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(it.words)
        self._field.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.shown and self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        popup = self.popup
        if popup is None:
            return False
        match key:
            case Qt.Key.Key_Tab:
                self.take()
            case Qt.Key.Key_Escape if popup.exposure:
                self._left.update(self._inside(popup.exposure))
                popup.hide()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
            case _:
                return False
        return True

    def _on_text_changed(self) -> None:
        # Qt also says so when only a wave under the text has changed.
        text = self._field.toPlainText()
        if text == self._text or not self._field.hasFocus():
            self._text = text
            return
        self._text, self._asked = text, False
        self._show(resting=False)
        self._pause.start()

    def _show(self, *, resting: bool) -> bool:
        if self._composing:
            self._pause.start()
        exposure = None if self._composing else self._current(resting)
        if exposure is None or not self._field.hasFocus() or self._field.isReadOnly():
            if self.popup is not None:
                self.popup.hide()
            return False
        if self.popup is None:
            self.popup = self._made()
        exposure = mention_of(exposure, self._marks.exposures, self._text)
        below = self._field.mapToGlobal(self._field.rect().bottomLeft()).y()
        self.popup.show_choices(exposure, wording_choices(exposure), self._where(exposure), below)
        return True

    def _made(self) -> GuardPopup:
        popup = GuardPopup(self._search.over or self._field.window())
        popup.clicked.connect(self.take)
        self._field.destroyed.connect(popup.deleteLater)
        return popup

    @property
    def _composing(self) -> bool:
        """Whether an input method has letters that are not text yet."""
        return bool(self._field.textCursor().block().layout().preeditAreaText())

    def _current(self, resting: bool) -> Exposure | None:
        at = self._field.textCursor().position()
        for exposure in self._marks.exposures:
            typing = at == place(self._text, exposure.end) and not resting
            wanted = exposure.level is Level.BLOCK or self._asked
            if wanted and not typing and exposure.text not in self._left:
                return exposure
        return None

    def _inside(self, mention: Exposure) -> set[str]:
        """Return the words of all that was found in a mention."""
        return {e.text for e in self._marks.exposures if mention.start <= e.start < mention.end}

    def _where(self, exposure: Exposure) -> QRect:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(place(self._text, exposure.start))
        rect = self._field.cursorRect(cursor)
        rect.setTop(max(0, rect.top()))
        return QRect(self._field.viewport().mapToGlobal(rect.topLeft()), rect.size())
