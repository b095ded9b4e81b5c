"""The list of an item's notes: keys for a chosen note, and writing in its row."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import dropwhile

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent

from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.domain.notes import Note
from dialogueprep.domain.shorthand import with_tags
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.note_row import (
    TEXT_X,
    NoteRows,
    steady_width,
    text_left,
    text_width,
)
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import MiddleRow, NoteRow, QuestionHead
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.guard_popup import GuardPopup
from dialogueprep.ui.widgets.later_rows import LaterRows
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.note_field import NoteField
from dialogueprep.words import tr

VERBS = {
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_S: "set aside",
    Qt.Key.Key_A: "attribution",
    Qt.Key.Key_Q: "question",
    Qt.Key.Key_R: "remedy",
    Qt.Key.Key_J: "join",
    Qt.Key.Key_P: "private",
    Qt.Key.Key_F2: "edit",
}
_MOVES = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Right: "indent",
    Qt.Key.Key_Left: "outdent",
}


_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""What notes can be, and headings cannot: the arrows pass over those."""


class NoteList(RowList):
    """Says what is wanted of the chosen note; a note is changed in its row."""

    covers = True

    asked = Signal(str)
    """What is wanted: a verb of VERBS, "up", "down", "back" or "kind 1" to "kind 7"."""
    strike_asked = Signal()
    menu_asked = Signal(QPoint)
    rewritten = Signal(str, str)
    """A note's id and its new text, in words that may be kept, tags behind it."""
    finished = Signal(str, str)
    """The same, once its row is no longer being written."""
    divided = Signal(str, str, str, str)
    """A note's id, the words of the two that it is to become, tags behind them, and its own."""

    def __init__(self, popup: GuardPopup) -> None:
        self.rows: ListModel[MiddleRow] = ListModel(
            lambda r: r.words if isinstance(r, QuestionHead) else r.note.text,
            spoken=lambda r: r.words if isinstance(r, QuestionHead) else r.spoken,
            flags=_flags,
        )
        self._look = NoteRows()
        super().__init__(self.rows, self._look, name=tr("Notes of this item"), on="paper")
        self.later: LaterRows[MiddleRow] = LaterRows(self, self.rows, self.measure)
        self.guard: Guard | None = None
        self.phrases: tuple[Phrase, ...] = ()
        self.locked = False
        self.silent = False
        """Whether no notes are taken now: words stay as they are, striking is possible."""
        self._popup = popup
        self._field: NoteField | None = None
        self._editing: Note | None = None
        self.activated_value.connect(lambda _row: self.edit_row())
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._place_field())

    def measure(self, row: MiddleRow) -> None:
        """Make known how high a row is, so that it is set at once when it is shown."""
        self._look.size(self, row)

    def rehearse(self, rows: Sequence[MiddleRow]) -> Iterator[None]:
        """Set the last of some rows, those that are seen first, one at a time."""
        room = self.viewport().height()
        for row in reversed(rows):
            if room <= 0:
                return
            room -= self._look.rehearse(self, row)
            yield

    def choose(self, key: Hashable) -> bool:
        """Make the row with this key the current one; return whether it is there."""
        self.later.complete()
        return super().choose(key)

    def note(self) -> Note | None:
        """Return the chosen note."""
        row = self.value()
        return row.note if isinstance(row, NoteRow) else None

    def next_after(self, note: Note) -> Note | None:
        """Return the note that is shown after this one, None for the last."""
        shown = [r.note for r in self.rows.rows if isinstance(r, NoteRow)]
        later = dropwhile(lambda n: n.id != note.id, shown)
        next(later, None)
        return next(later, None)

    def neighbour(self) -> NoteRow | None:
        """Return the note after the chosen one, else the one before."""
        shown = [r for r in self.rows.rows if isinstance(r, NoteRow)]
        chosen = self.note()
        here = next((n for n, r in enumerate(shown) if chosen and r.id == chosen.id), None)
        if here is None or len(shown) < 2:
            return None
        return shown[here + 1] if here + 1 < len(shown) else shown[here - 1]

    @property
    def field(self) -> NoteField | None:
        """The field in which a row is being written, if one is."""
        return self._field

    # writing in a row ---------------------------------------------------------------------

    def go_to_last(self) -> None:
        """Put the keyboard on the last note, if there is one."""
        self._go_to(-1)

    def go_to_first(self) -> None:
        """Put the keyboard on the first note, if there is one."""
        self._go_to(0)

    def _go_to(self, place: int) -> None:
        self.later.complete()
        shown = [r for r in self.rows.rows if isinstance(r, NoteRow)]
        if shown:
            self.choose(shown[place].id)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_row(self) -> None:
        """Let the chosen note be written in its row."""
        note = self.note()
        if note is None or self.locked or self.silent:
            return
        self.end_edit()
        field = NoteField(name=tr("Note"))
        field.setParent(self.viewport())
        field.popup = self._popup
        field.look_again(self.guard)
        self._field, self._editing = field, note
        field.phrases = self.phrases
        field.show_line(with_tags(note.text, note.tags))
        field.split_asked.connect(self._divide)
        field.due.connect(lambda: self._hand_over(writing=True))
        field.submitted.connect(self._end_entered)
        field.given_up.connect(self._give_up)
        field.left.connect(self.end_edit)
        field.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self._place_field()
        )
        self._place_field()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_edit(self, *, back: bool = False) -> None:
        """Hand over what was written in a row, and close its field."""
        self.flush()
        field, note = self._field, self._editing
        self._close_field(back=back)
        if field is not None and note is not None and (text := field.neutral().strip()):
            self.finished.emit(note.id, text)

    def _end_entered(self) -> None:
        here = self.window().focusWidget() is self._field  # one may have gone on by then
        self.end_edit(back=here)

    def lock_words(self, silent: bool) -> None:
        """Let no words be changed while no notes are taken; a row that is open is closed."""
        self.silent = silent
        if silent:
            self._close_field(back=False)

    def flush(self) -> None:
        """Hand over what is being written in a row, an input method's letters included."""
        if self._field is not None:
            self._field.commit_composition()
        self._hand_over()

    def take_popup(self) -> None:
        """Take the neutral words that were clicked, if a row is being written."""
        if self._field is not None and self._field.hasFocus():
            self._field.take()

    def _hand_over(self, *, writing: bool = False) -> None:
        field, note = self._field, self._editing
        if field is None or note is None:
            return
        field.handed_over(writing=writing)
        text = (field.unfinished() if writing else field.neutral()).strip()
        if text:
            self.rewritten.emit(note.id, text)

    def _divide(self, before: str, after: str) -> None:
        note, field = self._editing, self._field
        if note is None or field is None or not (before.strip() and after.strip()):
            return
        guard = field.guard
        self._close_field(back=True)
        texts = (before, after, before + after)
        first, second, whole = (guard.neutral(t).strip() if guard else t for t in texts)
        self.divided.emit(note.id, first, second, whole)

    def _give_up(self) -> None:
        note = self._editing
        self._close_field(back=True)
        if note is not None:
            self.rewritten.emit(note.id, with_tags(note.text, note.tags))

    def _close_field(self, *, back: bool) -> None:
        field, self._field, self._editing = self._field, None, None
        if field is None:
            return
        field.blockSignals(True)
        field.hide()
        field.deleteLater()
        if back:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_field(self) -> None:
        if self._field is None or self._editing is None:
            return
        index = self.rows.index_of(self._editing.id)
        if not index.isValid():
            self._close_field(back=False)
            return
        rect = self.visualRect(index)
        note, width = self._editing, steady_width(self)
        left = rect.x() + text_left(note) - 9
        wide = text_width(width, note) + 16
        self._field.setGeometry(QRect(left, rect.y(), wide, self._field.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        super().resizeEvent(event)
        if at_end and event.size().height() < event.oldSize().height():
            self.scrollToBottom()  # such as when the clock is shown: the last note stays in sight
        self._place_field()

    def show_note(self, note: str) -> None:
        """Scroll to a note without choosing it."""
        self.scrollTo(self.rows.index_of(note))

    def focusInEvent(self, event: QFocusEvent) -> None:
        shown = [r for r in self.rows.rows if isinstance(r, NoteRow)]
        if self.note() is None and shown:
            self.choose(shown[-1].id)
        super().focusInEvent(event)

    # keys and menu ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.later.complete()
        if _strikes(event):
            self.strike_asked.emit()
            return
        if verb := self._verb(event):
            self.asked.emit(verb)
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Down and self.currentIndex() == before:
            self.asked.emit("back")  # behind the last note comes the line

    def _verb(self, event: QKeyEvent) -> str:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return _MOVES.get(key, "")
        if modifiers:
            return ""
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            return f"kind {key - Qt.Key.Key_0}"
        return "back" if key == Qt.Key.Key_Escape else VERBS.get(key, "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = event.globalPos()
        else:
            corner = self.visualRect(self.currentIndex()).topLeft()
            at = self.viewport().mapToGlobal(corner + QPoint(TEXT_X, theme.scaled(20)))
        self.later.complete()
        if self.note() is not None:
            self.menu_asked.emit(at)


def _strikes(event: QKeyEvent) -> bool:
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return shifted and event.key() == Qt.Key.Key_Delete


def _flags(row: MiddleRow) -> Qt.ItemFlag:
    return Qt.ItemFlag.NoItemFlags if isinstance(row, QuestionHead) else _CHOSEN
