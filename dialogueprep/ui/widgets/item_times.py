"""Start, length and end of an item: three fields, of which any two give the third.

Once the dialogue has been held, a fourth says how long the item took.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.commands.agenda import LONGEST
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.clock import end_after, read_length, read_time
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui.models.agenda_blocks import Block
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.interpretation import Interpretation
from dialogueprep.ui.widgets.layout import row
from dialogueprep.words import tr


class _TimeField(LineField):
    """A line that hands over its text on Enter and when it is left; Esc gives it up."""

    sent = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self._shown = ""
        self.editingFinished.connect(self._send)

    def show_text(self, words: str) -> None:
        """Show what is on disk, unless something else is being written."""
        if self.text() == self._shown:
            self.setText(words)
        self._shown = words

    def give_up(self) -> None:
        """Show again what is on disk."""
        mark_field(self, "bad", False)
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.give_up()
            return
        super().keyPressEvent(event)

    def _send(self) -> None:
        written = self.text()
        if written != self._shown:
            self._shown = written
            self.sent.emit(written)


class ItemTimes(QWidget):
    """The three fields and whether the item is anchored. ``changed`` carries the changed item."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._block: Block | None = None
        self.start = _TimeField(tr("Start"))
        self.length = _TimeField(tr("Length"))
        self.end = _TimeField(tr("End"))
        for field, send in (
            (self.start, self._set_start),
            (self.length, self._set_length),
            (self.end, self._set_end),
        ):
            field.sent.connect(send)
        self.took = _TimeField(tr("It took"))
        self.took.sent.connect(self._set_took)
        self._taken = Field(tr("It took"), self.took, tr("as held"))
        self.interpreted = Interpretation()
        self.interpreted.chosen.connect(self._set_stretch)
        self.anchored = Segments(
            [(False, tr("Follows on")), (True, tr("Anchored"))], name=tr("When it begins")
        )
        self.anchored.chosen.connect(self._set_anchored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(
            row(
                (Field(tr("Start"), self.start), 5),
                (Field(tr("Length"), self.length), 6),
                (Field(tr("End"), self.end), 5),
            )
        )
        layout.addWidget(self.anchored)
        layout.addWidget(self.interpreted)
        layout.addWidget(self._taken)

    def show_block(self, block: Block, *, held: bool = False) -> None:
        """Show when an item begins and ends and, once it is ``held``, how long it took."""
        if self._block is None or self._block.id != block.id:
            for field in (self.start, self.length, self.end, self.took):
                field.give_up()
        self._taken.setVisible(held and block.item.kind.has_terms)
        actual = block.item.actual_minutes
        self.took.show_text("" if actual is None else tr("{n} min", n=actual))
        self.took.setPlaceholderText(tr("{n} min", n=block.item.minutes))
        self._block = block
        self.interpreted.setVisible(block.item.kind.has_terms)
        self.interpreted.show_item(block.item)
        self.start.show_text(clock(block.slot.start))
        self.length.show_text(tr("{n} min", n=block.item.minutes))
        self.end.show_text(clock(block.slot.end))
        self.anchored.show_value(block.item.anchor is not None)
        mark_field(self.end, "due", block.overlap > 0)

    def _set_start(self, written: str) -> None:
        time = read_time(written)
        self._offer(self.start, None if time is None else {"anchor": time})

    def _set_length(self, written: str) -> None:
        minutes = read_length(written)
        self._offer(self.length, None if not minutes else {"minutes": minutes})

    def _set_end(self, written: str) -> None:
        time = read_time(written)
        if time is None or self._block is None:
            self._offer(self.end, None)
            return
        start = self._block.slot.start
        room = end_after(start, time) - start
        self._offer(self.end, {"minutes": self._block.item.minutes_for(room)})

    def _set_took(self, written: str) -> None:
        minutes = read_length(written) if written.strip() else None
        readable = not written.strip() or (minutes and minutes <= LONGEST)
        self._offer(self.took, {"actual_minutes": minutes} if readable else None)

    def _set_stretch(self, percent: int) -> None:
        if self._block is not None and percent != self._block.item.stretch:
            self._send(replace(self._block.item, stretch=percent))

    def _set_anchored(self, anchored: bool) -> None:
        if self._block is not None:
            self._send(
                replace(self._block.item, anchor=self._block.slot.start if anchored else None)
            )

    def _offer(self, field: _TimeField, change: Mapping[str, int | None] | None) -> None:
        mark_field(field, "bad", change is None)
        field.setToolTip(
            "" if change else tr("Write 90, 1:30, 1h30 for a length, 09:20 for a time.")
        )
        if change is not None and self._block is not None:
            self._send(replace(self._block.item, **change))

    def _send(self, item: AgendaItem) -> None:
        self.changed.emit(item)
