"""The notes at the left of the findings page: grouped in four ways, to pick up and to carry."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from dialogueprep.domain.notes import Note
from dialogueprep.ui.delegates.finding_note_rows import NoteLines
from dialogueprep.ui.models.finding_board import Board
from dialogueprep.ui.models.finding_notes import (
    By,
    Line,
    NoteGroup,
    NoteLine,
    QuestionLine,
    note_lines,
)
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.carrying import CarryList
from dialogueprep.ui.widgets.choices import CheckBox, Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import clauses, later, ntr, sentences, tr

Held = tuple[Note, ...] | QuestionLine
"""What goes to the board: notes, or a guiding question without an answer."""

_WAYS: tuple[tuple[By, str], ...] = (
    ("item", later("Item")),
    ("kind", later("Kind")),
    ("tag", later("Tag")),
    ("question", later("Question")),
)


class NoteSource(CarryList):
    """The list. Space picks up the selected notes, with Shift and the arrows several."""

    picked = Signal(object)
    """What was picked up by key."""
    begun = Signal(object)
    """That from which a new finding is to begin."""

    def __init__(self) -> None:
        self.rows: ListModel[Line] = ListModel(
            lambda r: r.note.text if isinstance(r, NoteLine) else r.words,
            spoken=lambda r: r.spoken,
            tooltip=lambda r: r.words if isinstance(r, NoteGroup) else "",
            flags=_flags,
        )
        self.look = NoteLines()
        super().__init__(self.rows, self.look, name=tr("Notes"), on="sheet")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def load(self, value: Any) -> Held | None:
        if isinstance(value, QuestionLine):
            return value
        if not isinstance(value, NoteLine):
            return None
        chosen = self.selected()
        return chosen if value.note in chosen else (value.note,)

    def selected(self) -> tuple[Note, ...]:
        """Return the selected notes in the order in which they are shown, each once."""
        lines = [self.rows.at(index) for index in sorted(self.selectedIndexes())]
        return tuple(dict.fromkeys(line.note for line in lines if isinstance(line, NoteLine)))

    def wanted(self) -> Held | None:
        """Return what a key works on: the selected notes, else the chosen question."""
        value = self.value()
        return self.selected() or (value if isinstance(value, QuestionLine) else None)

    def to_next_left(self) -> None:
        """Choose the next row below, and around, that is left over."""
        rows = self.rows.rows
        here = self.currentIndex().row()
        places = [*range(here + 1, len(rows)), *range(here + 1)]
        found = next((n for n in places if _is_left(rows[n])), None)
        if found is not None:
            self.setCurrentIndex(self.rows.index(found, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        wanted = self.wanted() if not event.modifiers() else None
        if key == Qt.Key.Key_Space and wanted:
            self.picked.emit(wanted)
        elif key == Qt.Key.Key_N and wanted:
            self.begun.emit(wanted)
        elif key == Qt.Key.Key_U and not event.modifiers():
            self.to_next_left()
        else:
            super().keyPressEvent(event)


class NotesPanel(QFrame):
    """Head with what is left over, the four ways to group, and the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board: Board | None = None
        self.unused = Label("", "caption")
        ways: list[tuple[By, str]] = [(way, tr(words)) for way, words in _WAYS]
        self.grouping: Segments[By] = Segments(ways, name=tr("Order of the notes"), fitted=True)
        self.grouping.chosen.connect(lambda _by: self._show())
        self.left_only = CheckBox(tr("Left over only"))
        self.left_only.setToolTip(tr("Notes behind no finding, and questions without one"))
        self.left_only.toggled.connect(lambda _on: self._show())
        self.list = NoteSource()
        self._nothing = Paragraph("", "small", "ink2")
        self._empty = box(column(self._nothing, None, margins=(16, 14, 16, 0)), "sheet")
        self._held = Paragraph("", "small", "info")
        self._hint = box(row((self._held, 1), margins=(16, 8, 12, 9)), "info_soft")
        self._hint.hide()
        self.setLayout(
            column(
                box(row(Label(tr("Notes"), "head"), None, self.unused, margins=(16, 0, 14, 0)),
                    height=40),
                row((self.grouping, 1), margins=(14, 0, 14, 0)),
                box(row(self.left_only, None, margins=(16, 0, 14, 0)), height=36),
                hairline(),
                (self.list, 1),
                (self._empty, 1),
                self._hint,
                gap=0,
            )
        )  # fmt: skip

    def show_board(self, board: Board) -> None:
        """Show the notes; what is selected stays so."""
        self._board = board
        self._show()
        self.unused.setText(tr("{n} of {all} unused", n=board.unused, all=len(board.notes)))
        left = clauses(
            (
                ntr("{n} note behind no finding", "{n} notes behind no finding", board.unused),
                ntr("{n} unanswered question", "{n} unanswered questions", len(board.unanswered)),
            )
        )
        self.unused.setToolTip(left)
        self.left_only.setAccessibleDescription(left)

    def mark(self, held: Held | None) -> None:
        """Show what is on its way to the board."""
        ids = [held.id] if isinstance(held, QuestionLine) else [n.id for n in held or ()]
        self.list.look.held = frozenset(ids)
        self.list.viewport().update()

    def show_held(self, held: Held | None) -> None:
        """Show what is held, and how to go on; None ends it."""
        self.mark(held)
        self._hint.setVisible(bool(held))
        if not held:
            return
        if isinstance(held, QuestionLine):
            words = tr("A question is held.")
        else:
            words = ntr("{n} note is held.", "{n} notes are held.", len(held))
        how = tr("The arrows choose a finding or a column, Enter drops, Esc puts back.")
        self._held.show_text(sentences((words, how)))
        QTimer.singleShot(0, self, self._see_held)

    def _see_held(self) -> None:
        """Keep what is held in sight above the words about it."""
        if (layout := self.layout()) is not None:
            layout.activate()
        self.list.scrollTo(self.list.currentIndex())

    def _show(self) -> None:
        if self._board is None:
            return
        left_only = self.left_only.isChecked()
        rows = note_lines(self._board, self.grouping.value, left_only=left_only)
        self.list.rows.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        none = tr("Every note stands behind a finding, and every question has one.")
        self._nothing.show_text(none if self._board.notes else tr("No notes yet"))
        self.list.choose_first()
        if (index := self.list.currentIndex()).isValid():
            self.list.scrollTo(index)


def _is_left(value: Line) -> bool:
    return isinstance(value, QuestionLine) or (isinstance(value, NoteLine) and not value.used)


def _flags(value: Line) -> Qt.ItemFlag:
    if isinstance(value, NoteGroup):
        return Qt.ItemFlag.ItemIsEnabled
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
