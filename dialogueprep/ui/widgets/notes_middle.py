"""The middle of the notes page: terms, the item's head, its notes, and the editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from dialogueprep.domain.dialogue import Phase, Terms
from dialogueprep.ui.covering import cover
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import MiddleRow, Room
from dialogueprep.ui.widgets.clock_bar import ClockBar
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.guard_popup import GuardPopup
from dialogueprep.ui.widgets.item_head import ItemHead
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.note_editor import NoteEditor
from dialogueprep.ui.widgets.note_list import NoteList
from dialogueprep.ui.widgets.note_locks import ClosedBar, NoNotesPanel
from dialogueprep.ui.widgets.terms_banner import TermsBanner
from dialogueprep.words import tr

_TURNS = 3  # of laying out, at most


class _Search(SearchField):
    """Esc in the empty field closes it; Down and Enter lead to what was found."""

    closed = Signal()
    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class NotesMiddle(QFrame):
    """Shows one item; where nothing may be written, a lock stands in the editor's place."""

    searched = Signal(str)
    resized = Signal()

    def __init__(self, popup: GuardPopup) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.terms = TermsBanner()
        self.head = ItemHead()
        self.clock_bar = ClockBar()
        self.list = NoteList(popup)
        self.editor = NoteEditor(popup)
        self.editor.field.went_up.connect(self.list.go_to_last)
        self.closed = ClosedBar()
        self.silent = NoNotesPanel()
        self._search = _Search(tr("Search in the notes of this item"))
        self._search.textChanged.connect(self.searched)
        self._search.closed.connect(self._close_search)
        self._search.went_down.connect(self.list.go_to_first)
        self._searching = box(row(self._search, margins=(20, 2, 20, 6)))
        self._searching.hide()
        self._foot: tuple[bool, str] | None = None
        self._moved = False
        self._quiet = Label("", "body", "ink3")
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(
            column(
                self.terms, self.head, self.clock_bar, self._searching, (self.list, 1),
                (self._quiet, 1), (self.silent, 0), self.closed, self.editor, gap=0,
            )
        )  # fmt: skip

    @property
    def search(self) -> str:
        """What is searched for in the notes; empty while the field is closed."""
        return "" if self._searching.isHidden() else self._search.text()

    def open_search(self) -> QWidget:
        """Open the search field and return it."""
        self._searching.show()
        return self._search

    def drop_search(self) -> None:
        """Close the search field, as when another item is shown; nothing is announced."""
        self._searching.hide()
        self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        cover(self, event, "paper")

    def foot(self) -> QWidget:
        """Return what stands at the foot: the editor, or the lock in its place."""
        locks = (self.silent, self.closed)
        return next((lock for lock in locks if not lock.isHidden()), self.editor)

    def rehearse(self, room: Room, number: str, rows: Sequence[MiddleRow]) -> Iterator[None]:
        """Make what is seen first of an item ready to be painted, a part at a time."""
        self.head.rehearse(room.item, number, fixed=_fixed(room))
        if room.item.kind.has_terms:
            self.terms.rehearse(room.item.terms_in_force)
        yield
        if room.writable:
            self.editor.chips.rehearse(room)
            yield
        yield from self.list.rehearse(rows)

    def polish(self) -> None:
        """Style what is seen at some items only, so that the first of them needs not wait."""
        for lock in (self.closed, self.silent, self._quiet):
            for part in (lock, *lock.findChildren(QWidget)):
                part.ensurePolished()

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """Lay out when all is shown and hidden, and not with each part.

        Else each part that is shown would have all others placed anew. The list of an item to
        which one moved stands at its end then.
        """
        layout: QLayout = self.layout()  # type: ignore[assignment]
        layout.setEnabled(False)
        try:
            yield
        finally:
            layout.setEnabled(True)
        if self.isVisible():
            for _turn in range(_TURNS):  # a field that becomes wider may become lower
                if not layout.activate():
                    break
        moved, self._moved = self._moved, False
        if moved and self.isVisible():
            self.list.scrollToBottom()
        elif moved:
            QTimer.singleShot(0, self.list, self.list.scrollToBottom)

    def show_room(
        self, room: Room, number: str, guard: Guard, rows: Sequence[MiddleRow], *, moved: bool
    ) -> None:
        """Show an item, its notes, and whether one may write.

        Of an item to which one ``moved`` the last notes are shown first.
        """
        over, talk, fixed = _closed(room), room.item.kind.has_terms, _fixed(room)
        self.terms.setVisible(talk)
        self.terms.show_item(room.item, fixed=fixed or room.item.closed)
        self.head.show_item(room.item, number, fixed=fixed)
        self.list.guard, self.list.locked = guard, over
        self.list.lock_words(room.item.terms_in_force is Terms.NO_NOTES)
        self._foot = None
        self.show_notes(room, rows, moved=moved)

    def show_notes(self, room: Room, rows: Sequence[MiddleRow], *, moved: bool = False) -> None:
        """Show the notes of the item that is shown."""
        if moved:
            self.list.later.show_end(rows)
            self._moved = True
        else:
            self.list.later.show_rows(rows)
        foot = (bool(rows), self.search)
        if foot != self._foot:
            self._foot = foot
            self._show_foot(room, bool(rows))

    def _show_foot(self, room: Room, any_notes: bool) -> None:
        silent = room.item.terms_in_force is Terms.NO_NOTES and room.item.kind.has_terms
        self.closed.setVisible(not room.writable and not silent)
        self.closed.show_room(room)
        self.silent.setVisible(silent)
        layout = self.layout()
        layout.setStretchFactor(self.silent, 0 if any_notes else 1)  # type: ignore[union-attr]
        self.list.setVisible(any_notes)
        self.editor.setVisible(room.writable)
        self._quiet.setVisible(not any_notes and not silent)
        self._quiet.setText(self._nothing(room))

    def _nothing(self, room: Room) -> str:
        if self.search:
            return tr("No note of this item holds these words.")
        return tr("No notes yet. Write a line below; Enter keeps it.") if room.writable else ""

    def _close_search(self) -> None:
        self.drop_search()
        self.searched.emit("")
        if not self.editor.isHidden():
            self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _closed(room: Room) -> bool:
    """Return whether the dialogue is closed, so that nothing changes any more."""
    return room.dialogue.phase is Phase.CLOSED


def _fixed(room: Room) -> bool:
    """Return whether the item can be neither closed nor opened."""
    return _closed(room) or not room.item.kind.has_terms
