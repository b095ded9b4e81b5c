"""Fields to write in; those of the ``Saving`` kind hand over their text after a pause."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QVBoxLayout, QWidget

from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.ui import icons, theme
from dialogueprep.ui.theme import Role
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import restyle, row

PAUSE_MS = 400
"""How long nobody types before a text is handed over."""
RETRY_MS = 5000
"""How long until a text that could not be written is handed over again."""


def mark_field(field: QWidget, name: str, on: bool) -> None:
    """Set ``bad`` (red edge) or ``due`` (amber edge) of a field."""
    if field.property(name) != on:
        field.setProperty(name, on)
        restyle(field)


class LineField(QLineEdit):
    """One line of text."""

    def __init__(self, words: str = "", placeholder: str = "", *, name: str = "") -> None:
        super().__init__(words)
        self.setCursorPosition(0)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)


class SearchField(QLineEdit):
    """A field to search in, with a magnifying glass; Esc empties it."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setProperty("quiet", True)
        self.setProperty("leading", True)
        glass = icons.icon("search", "ink3")
        magnifier = self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setText(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class PassphraseField(QLineEdit):
    """A field whose letters are shown as dots until the eye is clicked."""

    def __init__(self, name: str, show: str, hide: str) -> None:
        super().__init__()
        self._names = (show, hide)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.addAction(
            icons.icon("eye", "ink3"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.setToolTip(show)
        self._eye.triggered.connect(self._toggle)

    def reveal(self) -> None:
        """Show the letters, as of a passphrase that has to be read out."""
        if self.echoMode() == QLineEdit.EchoMode.Password:
            self._toggle()

    def _toggle(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        echo = QLineEdit.EchoMode
        self.setEchoMode(echo.Normal if hidden else echo.Password)
        self._eye.setIcon(icons.icon("eye-off" if hidden else "eye", "ink3"))
        self._eye.setToolTip(self._names[1 if hidden else 0])


_PLACED_AFTER = (
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Polish,
    QEvent.Type.StyleChange,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
)


class NumberField(QSpinBox):
    """A whole number with its unit; Up and Down step it."""

    def __init__(self, low: int, high: int, unit: str = "", *, step: int = 1) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSingleStep(step)
        gap = "" if not unit or is_east_asian(unit[0]) else " "
        self.setSuffix(f"{gap}{unit}")
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _PLACED_AFTER:
            # Under a style sheet Qt gives the field no width when there are no buttons.
            self.lineEdit().setGeometry(self.rect().adjusted(10, 1, -6, -1))
        return done


class SavingLine(QLineEdit):
    """One line that hands over its text after a pause, on Enter and when it is left."""

    written = Signal(str)

    def __init__(self, words: str = "", placeholder: str = "", *, name: str = "") -> None:
        super().__init__(words)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setCursorPosition(0)
        self._pause = _pause_of(self)
        self.textEdited.connect(lambda _text: _wait(self, self._pause))
        self.editingFinished.connect(self.flush)

    def show_text(self, words: str) -> None:
        """Show what is on disk; an unsent draft wins."""
        if not self._pause.isActive() and words != self.text():
            self.setText(words)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Hand over unsent text now."""
        if self._pause.isActive():
            _commit_composition()
            self._pause.stop()
            _send(self)


class WritingField(QPlainTextEdit):
    """Several lines with a fixed line height, as tall as its text between two bounds."""

    role: ClassVar[Role] = "body"
    around: ClassVar[int] = 16
    """px above and below the text, its frame included."""

    def __init__(
        self,
        words: str = "",
        placeholder: str = "",
        *,
        lines: tuple[int, int] = (2, 8),
        name: str = "",
    ) -> None:
        super().__init__()
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(2)
        self.setPlainText(words)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def setPlainText(self, words: str) -> None:
        """Replace the text; the line height stays fixed."""
        super().setPlainText(words)
        self.setFont(theme.font(self.role))
        blocks = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        blocks.setLineHeight(theme.line(self.role), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        undo = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        cursor.setBlockFormat(blocks)
        self.document().setUndoRedoEnabled(undo)
        self.document().setModified(False)  # the line height is not what somebody typed

    def commit_composition(self) -> None:
        """Take an input method's unfinished letters into the text."""
        if not self._composition():
            return
        _commit_composition()
        if left := self._composition():  # by an input method that does not do it when it is asked
            rest = QInputMethodEvent()
            rest.setCommitString(left)
            self.inputMethodEvent(rest)
            QGuiApplication.inputMethod().reset()

    def _composition(self) -> str:
        return self.textCursor().block().layout().preeditAreaText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit_composition()  # Qt drops letters that the input method does not hand over
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for number in range(self.blockCount()):  # a hidden text is not broken into lines yet
            self.blockBoundingRect(self.document().findBlockByNumber(number))
        self._fit()

    def _fit(self) -> None:
        least, most = self._lines
        shown = sum(
            max(1, block.layout().lineCount())
            for block in map(self.document().findBlockByNumber, range(self.blockCount()))
        )
        wanted = theme.line(self.role) * max(least, min(most, shown)) + self.around
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)


class SavingField(WritingField):
    """Several lines that hand over their text after a pause and when the field is left."""

    written = Signal(str)

    def __init__(
        self,
        words: str = "",
        placeholder: str = "",
        *,
        lines: tuple[int, int] = (2, 8),
        name: str = "",
    ) -> None:
        self._pause = QTimer()
        super().__init__(words, placeholder, lines=lines, name=name)
        self._pause = _pause_of(self)
        self._seen = words
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, words: str) -> None:
        """Show what is on disk; an unsent draft wins."""
        if not self._pause.isActive() and words != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(words)
            self._seen = words
            self.blockSignals(False)
            self._fit()

    def words(self) -> str:
        """Return what is handed over: the text."""
        return self.toPlainText()

    def flush(self) -> None:
        """Hand over unsent text now, an input method's letters included."""
        self.commit_composition()
        if self._pause.isActive():
            self._pause.stop()
            _send(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _on_text_changed(self) -> None:
        # Qt also says so when only a wave under the text has changed.
        text = self.toPlainText()
        changed, self._seen = text != self._seen, text
        if changed and (self.hasFocus() or self.document().isModified()):
            _wait(self, self._pause)


def _pause_of(field: SavingLine | SavingField) -> QTimer:
    timer = QTimer(field)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE_MS)
    timer.timeout.connect(lambda: _send(field))
    return timer


def _send(field: SavingLine | SavingField) -> None:
    _tell_window(field, "settled")
    field.written.emit(field.text() if isinstance(field, SavingLine) else field.words())

    if getattr(_session_of(field), "saving", "") == "failed":
        field._pause.start(RETRY_MS)


def _wait(field: SavingLine | SavingField, pause: QTimer) -> None:
    _tell_window(field, "typing")
    pause.start(PAUSE_MS)


def _tell_window(field: QWidget, verb: str) -> None:
    """Let the session of the field's window know that text waits, or has been handed over."""
    session = _session_of(field)
    if session is not None:
        getattr(session, verb)()


def _session_of(field: QWidget) -> object | None:
    return getattr(field.window(), "session", None)


def _commit_composition() -> None:
    """Take an input method's unfinished letters into the field (they are not text yet)."""
    QGuiApplication.inputMethod().commit()


class Field(QWidget):
    """A label above a field, with a quiet note at its right."""

    def __init__(self, label: str, field: QWidget, note: str = "", *, below: str = "") -> None:
        super().__init__()
        self.field = field
        self.label = Label(label, "label")
        self.label.setBuddy(field)
        self.note = Label(note, "caption")
        self.below = Label(below, "small", "ink3", wrap=True)
        if not below:  # to show it before it has an owner would open a window
            self.below.hide()
        hint = str(field.property("placeholderText") or "")
        if field.accessibleName() in ("", hint):
            field.setAccessibleName(label)
            field.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row(self.label, None, self.note))
        layout.addWidget(field)
        layout.addWidget(self.below)

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Say something under the field; ``bad`` gives it a red edge."""
        self.below.setText(sentence)
        self.below.setVisible(bool(sentence))
        self.below.set_ink("block" if bad else "ink3")
        mark_field(self.field, "bad", bad)


def can_undo(field: object) -> bool:
    """Return whether a field has something of its own to undo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        return field.document().isUndoAvailable()
    return False


def can_redo(field: object) -> bool:
    """Return whether a field has something of its own to redo."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        return field.document().isRedoAvailable()
    return False
