"""The field in which a note is written: it looks for names while one types.

Input methods come first: unfinished letters are never thrown away, and the Enter that ends a
composition does not keep the line.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor

from dialogueprep.domain.branches import DEEPEST
from dialogueprep.domain.gate import Exposure, Level
from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.domain.outlines import lines_of
from dialogueprep.domain.texts import language_of
from dialogueprep.ui import theme
from dialogueprep.ui.guard import Guard, put
from dialogueprep.ui.qt_places import counted_by, place
from dialogueprep.ui.reading_on import ReadingOn
from dialogueprep.ui.theme import Role
from dialogueprep.ui.widgets.fields import PAUSE_MS, WritingField
from dialogueprep.ui.widgets.guard_popup import GuardPopup
from dialogueprep.ui.widgets.short_forms import expand
from dialogueprep.ui.widgets.underlines import Underlines

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AFTER_COMPOSITION_MS = 40
TO_DISK_MS = 200
"""From the first key that is not on the disk, so that it is there when 400 are over. As long again
is left to a busy machine."""
_AT_LAST_MS = 100  # then what is not read yet is read at once: the disk comes before the next key
_HELD_BACK_MS = 30  # letters of a name that was begun have waited for the next key


class NoteField(WritingField):
    """A line of notes. Enter submits, Shift+Enter begins a new line within it."""

    role: ClassVar[Role] = "write"
    edited = Signal()
    """The text has changed."""
    read = Signal()
    """All of the text has been read, also what was too long to be read at a key."""
    due = Signal()
    """Nobody has typed for a moment, or a moment ago something was typed that is not on disk."""
    submitted = Signal()
    given_up = Signal()
    """Esc was pressed with nothing left to close."""
    split_asked = Signal(str, str)
    """Ctrl+Enter: the text before the caret and the text after it, as typed."""
    each_asked = Signal()
    """Ctrl+Shift+Enter: each line is to be a note."""
    went_up = Signal()
    """Up was pressed in the empty field."""
    left = Signal()
    """The keyboard went to another part of the window."""

    def __init__(self, *, placeholder: str = "", name: str = "") -> None:
        self._exposures: tuple[Exposure, ...] | None = ()  # None until the text has been read
        super().__init__("", placeholder, lines=(2, 4), name=name)
        self.setProperty("write", True)
        self.guard: Guard | None = None
        self._reading = ReadingOn(self)
        self._reading.more.connect(self._read_on)
        self.popup: GuardPopup | None = None
        self.phrases: tuple[Phrase, ...] = ()
        self._text = ""
        self._set_in: object = None  # the letters that the line was set in
        self._composed = ""
        self._left: set[str] = set()
        self._asked = False
        self._underlines = Underlines(self.document())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._rest)
        self._unsaved = QTimer(self, singleShot=True, interval=TO_DISK_MS)
        self._unsaved.setTimerType(Qt.TimerType.PreciseTimer)
        self._unsaved.timeout.connect(self._hand_over)
        self._due_at_last = QTimer(
            self, singleShot=True, interval=_AT_LAST_MS
        )  # running: due as soon as it has been read
        self._due_at_last.timeout.connect(self._say_due)
        self._ending = QTimer(self, singleShot=True, interval=_AFTER_COMPOSITION_MS)
        self.textChanged.connect(self._on_text_changed)

    @property
    def exposures(self) -> tuple[Exposure, ...]:
        """What was found in the text as it stands; nothing while it is still being read."""
        return self._exposures or ()

    @property
    def blocked(self) -> bool:
        """Whether something in the text may not be kept as it stands."""
        return any(e.level is Level.BLOCK for e in self.exposures)

    @property
    def composing(self) -> bool:
        """Whether an input method has letters that are not text yet."""
        return bool(self._composed)

    @property
    def waiting(self) -> bool:
        """Whether something was typed that has not been handed over."""
        return self._unsaved.isActive() or self._due_at_last.isActive()

    def text(self) -> str:
        """Return what was typed, as typed."""
        return self.toPlainText()

    def neutral(self) -> str:
        """Return what may be kept: neutral words where a name stands."""
        return self.guard.neutral(self.text()) if self.guard else self.text()

    def unfinished(self) -> str:
        """Return what may be kept while one goes on writing, without a name that is begun.

        The letters of a composition are in it as they stand, but for Latin ones, which spell words
        of another script and are none yet.
        """
        text, caret = self._with_composition()
        return self.guard.unfinished(text, caret) if self.guard else text

    def _with_composition(self) -> tuple[str, int]:
        text = self.text()
        caret = counted_by(text, self.textCursor().position())
        if not self._composed.isascii():
            text = text[:caret] + self._composed + text[caret:]
            caret += len(self._composed)
        return text, caret

    def show_line(self, text: str, caret: int | None = None) -> None:
        """Show another line; nothing is announced."""
        self._reading.never()
        self._pause.stop()
        self.handed_over()
        self.guard = self._reading.kept_by(self.guard)
        self._left.clear()
        self.blockSignals(True)
        if text or self.toPlainText() or self._set_in != theme.letters():
            self.setPlainText(text)
            self._set_in = theme.letters()
        self.document().clearUndoRedoStacks()
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(place(text, len(text) if caret is None else caret))
        self.setTextCursor(cursor)
        self._text = text
        self._look()
        self._fit()
        self.hide_popup()
        self._offer_soon()

    def look_again(self, guard: Guard | None) -> None:
        """Look at the text with another guard, as when somebody has joined."""
        self.guard = self._reading.kept_by(guard)
        self._look()

    def _composition(self) -> str:
        return self._composed

    def handed_over(self, *, writing: bool = False) -> None:
        """Take note that the text as it stands has been handed over.

        While one goes on ``writing``, a name that has been begun was not: the next key tells
        whether it is one, and does not let it wait as long again.
        """
        text, caret = self._with_composition()
        self._reading.turn(text)
        held = writing and self.guard and self.guard.begun(text, caret) is not None
        self._unsaved.stop()
        self._due_at_last.stop()
        self._unsaved.setInterval(_HELD_BACK_MS if held else TO_DISK_MS)

    # guarding -----------------------------------------------------------------------------

    def ask(self) -> bool:
        """Show the neutral words for what was found, warnings too; return whether any is."""
        self._left.clear()
        self._asked = True
        return self._show_popup()

    def hide_popup(self) -> None:
        """Close the popup and leave the text as it is."""
        if self.popup is not None:
            self.popup.hide()

    def _offer_soon(self) -> None:
        """Offer neutral words again, as when one comes back to a line."""
        if self.blocked:
            self._pause.start()

    def _look(self) -> None:
        text, guard = self._text, self.guard
        self._exposures = found = self._reading.tried(lambda: guard.look(text) if guard else ())
        if found is None:
            return
        places = [(place(text, e.start), place(text, e.end), e.level) for e in found]
        self.blockSignals(True)
        self._underlines.draw(places)
        self.blockSignals(False)

    def _current(self, resting: bool) -> Exposure | None:
        """Return the passage that a popup would be about."""
        at = self.textCursor().position()
        for exposure in self.exposures:
            typing = at == place(self._text, exposure.end) and not resting
            wanted = exposure.level is Level.BLOCK or self._asked
            if wanted and not typing and exposure.text not in self._left:
                return exposure
        return None

    def _show_popup(self, *, resting: bool = True) -> bool:
        exposure = self._current(resting) if self.hasFocus() and not self._composed else None
        if self.popup is None or self.guard is None:
            return False
        if exposure is None:
            self.popup.hide()
            return False
        exposure = self.guard.mention(exposure, self.exposures, self._text)
        self.popup.show_choices(exposure, self.guard.choices(exposure), self._where(exposure))
        return True

    def _where(self, exposure: Exposure) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place(self._text, exposure.start))
        rect = self.cursorRect(cursor)
        rect.setTop(max(0, rect.top()))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def take(self) -> None:
        """Put the chosen neutral words where the passage stands."""
        popup = self.popup
        if popup is None or popup.exposure is None:
            return
        text = self.text()
        it = put(text, popup.exposure, popup.chosen.words)
        popup.hide()
        cursor = self.textCursor()
        cursor.setPosition(place(text, it.start))
        cursor.setPosition(place(text, it.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(it.words)
        after = self.textCursor()
        after.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(after)

    # events -------------------------------------------------------------------------------

    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if text == self._text:
            return
        self._text, self._asked = text, False
        self._reading.never()
        self._follow_script()
        self._look()
        self._show_popup(resting=False)
        self._pause.start()
        if not self.waiting:
            self._unsaved.start()
        self.edited.emit()

    def _follow_script(self) -> None:
        wanted = theme.font("write", language=language_of(self._text, theme.window_language()))
        if wanted.families() != self.font().families():
            self.setFont(wanted)

    def _rest(self) -> None:
        if self._composed:
            self._pause.start()
            return
        self._show_popup()
        self._hand_over()

    def _hand_over(self) -> None:
        """Say that the text is due, as soon as what may be kept of it is known."""
        if not self._due_at_last.isActive():
            self._due_at_last.start()
        self._read_on()

    def _say_due(self) -> None:
        self._due_at_last.stop()
        self.due.emit()

    def _read_on(self) -> None:
        """Go on with what no key is to wait for: what identifies, then what may be kept."""
        if self._exposures is None:
            self._look()
            if self._exposures is not None:
                self._offer_soon()
                self._reading.later()
        elif self._reading.tried(self.unfinished) is not None:
            self.read.emit()
            if self._due_at_last.isActive():
                self._say_due()

    @property
    def entering(self) -> bool:
        """Whether a text in which Enter was pressed is still being read."""
        return self._reading.waits

    def end_enter(self) -> None:
        """Submit now what waits to be read since Enter was pressed."""
        self._reading.now()

    def _each_neutral(self) -> list[str]:
        lines = lines_of(self.text(), DEEPEST)
        return [self.guard.neutral(each.words) if self.guard else each.words for each in lines]

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.end_enter()
        super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.end_enter()
        was, self._composed = self._composed, event.preeditString()
        super().inputMethodEvent(event)
        if was and not self._composed:
            self._ending.start()
        if was != self._composed and not self.waiting:
            self._unsaved.start()
        if self._composed:
            self.hide_popup()
            self._pause.start()

    def focusNextPrevChild(self, forward: bool) -> bool:
        shown = self.popup is not None and self.popup.isVisible()
        just_typed = self._pause.isActive()  # underlined; its words would come in a moment
        if forward and (shown or (just_typed and self._show_popup())):
            self.take()
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer_soon()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.end_enter()
        self.hide_popup()
        reason = Qt.FocusReason
        self.commit_composition()  # an input method may forget what it does not see
        super().focusOutEvent(event)
        if event.reason() not in (reason.PopupFocusReason, reason.ActiveWindowFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.end_enter()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER:
            self._expand()
            if held or not shift:
                self._on_enter(apart=held, each=held and shift)
                return
        if event.key() == Qt.Key.Key_Space and self._expand():
            return
        if self._on_popup_key(event.key()):
            return
        if event.key() == Qt.Key.Key_Up and not self.text() and not self._composed:
            self.went_up.emit()
            return
        super().keyPressEvent(event)

    def _expand(self) -> bool:
        return not self._composed and expand(self, self.phrases)

    def _on_enter(self, *, apart: bool, each: bool) -> None:
        if self._composed or self._ending.isActive():
            self._ending.stop()
            return
        if each:
            self._reading.once(self._text, self._each_neutral, self.each_asked.emit)
            return
        if apart:
            at = counted_by(text := self.text(), self.textCursor().position())
            self.split_asked.emit(text[:at], text[at:])
            return
        if self.popup is not None and self.popup.isVisible() and self.popup.moved:
            self.take()
            return
        self._reading.once(self._text, self.neutral, self.submitted.emit)

    def _on_popup_key(self, key: int) -> bool:
        """Let the popup have the arrows and Esc while it is open; return whether it took one."""
        popup = self.popup
        shown = popup is not None and popup.isVisible()
        if key == Qt.Key.Key_Escape:
            if shown and popup and popup.exposure:
                it = popup.exposure  # with all that was found in it
                self._left.update(e.text for e in self.exposures if it.start <= e.start < it.end)
                popup.hide()
            else:
                self.given_up.emit()
            return True
        if shown and popup and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
            return True
        return False
