"""The notes at the left of the findings page: by item or by kind, to pick up and to carry."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from dialogueprep.domain.notes import Note
from dialogueprep.ui.delegates.finding_rows import NoteLines
from dialogueprep.ui.models.finding_board import (
    Board,
    NoteGroup,
    NoteLine,
    notes_by_item,
    notes_by_kind,
)
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.carrying import CarryList
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import ntr, sentences, tr


class NoteSource(CarryList):
    """The list. Space picks up the selected notes, with Shift and the arrows several."""

    picked = Signal(object)
    """The notes that were picked up by key."""
    begun = Signal(object)
    """The notes from which a new finding is to begin."""

    def __init__(self) -> None:
        self.rows: ListModel[NoteGroup | NoteLine] = ListModel(
            lambda r: r.note.text if isinstance(r, NoteLine) else r.words,
            spoken=lambda r: r.spoken if isinstance(r, NoteLine) else r.words,
            tooltip=lambda r: "" if isinstance(r, NoteLine) else r.words,
            flags=_flags,
        )
        self.look = NoteLines()
        super().__init__(self.rows, self.look, name=tr("Notes"), on="sheet")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def load(self, value: Any) -> tuple[Note, ...] | None:
        if not isinstance(value, NoteLine):
            return None
        chosen = self.selected()
        return chosen if value.note in chosen else (value.note,)

    def selected(self) -> tuple[Note, ...]:
        """Return the selected notes in the order in which they are shown."""
        lines = [self.rows.at(index) for index in sorted(self.selectedIndexes())]
        return tuple(line.note for line in lines if isinstance(line, NoteLine))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and self.selected():
            self.picked.emit(self.selected())
        elif key == Qt.Key.Key_N and not event.modifiers() and self.selected():
            self.begun.emit(self.selected())
        else:
            super().keyPressEvent(event)


class NotesPanel(QFrame):
    """Head with what is unused, by item or by kind, and the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board: Board | None = None
        self.unused = Label("", "caption")
        choices = [("item", tr("By item")), ("kind", tr("By kind"))]
        self.grouping = Segments(choices, name=tr("Order of the notes"))
        self.grouping.chosen.connect(lambda _by: self._show())
        self.list = NoteSource()
        self._held = Paragraph("", "small", "info")
        self._hint = box(row((self._held, 1), margins=(16, 8, 12, 9)), "info_soft")
        self._hint.hide()
        self.setLayout(
            column(
                box(row(Label(tr("Notes"), "head"), None, self.unused, margins=(16, 0, 14, 0)),
                    height=44),
                row((self.grouping, 1), margins=(14, 2, 14, 4)),
                6,
                hairline(),
                (self.list, 1),
                self._hint,
                gap=0,
            )
        )  # fmt: skip

    def show_board(self, board: Board) -> None:
        """Show the notes; what is selected stays so."""
        self._board = board
        self._show()
        words = tr("{n} of {all} unused", n=board.unused, all=len(board.notes))
        self.unused.setText(words)

    def mark(self, notes: tuple[Note, ...]) -> None:
        """Show which notes are on their way to the board."""
        self.list.look.held = frozenset(n.id for n in notes)
        self.list.viewport().update()

    def show_held(self, notes: tuple[Note, ...]) -> None:
        """Show which notes are held, and how to go on; none ends it."""
        self.mark(notes)
        self._hint.setVisible(bool(notes))
        if notes:
            held = ntr("{n} note is held.", "{n} notes are held.", len(notes))
            how = tr("The arrows choose a finding or a column, Enter drops, Esc puts back.")
            self._held.show_text(sentences((held, how)))

    def _show(self) -> None:
        if self._board is None:
            return
        by_item = self.grouping.value == "item"
        rows = notes_by_item(self._board) if by_item else notes_by_kind(self._board)
        self.list.rows.show_rows(rows)
        self.list.choose_first()
        if (index := self.list.currentIndex()).isValid():
            self.list.scrollTo(index)


def _flags(value: NoteGroup | NoteLine) -> Qt.ItemFlag:
    if isinstance(value, NoteGroup):
        return Qt.ItemFlag.ItemIsEnabled
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
