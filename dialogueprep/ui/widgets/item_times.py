"""Start, length and end of an item: three fields, of which any two give the third.

Once the dialogue has been held, a fourth says how long the item took.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.commands.agenda import LONGEST, SHORTEST
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.clock import read_begin, read_length, read_room
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Block
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.interpretation import Interpretation
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class _TimeField(LineField):
    """A line that hands over its text on Enter and when it is left; Esc gives it up."""

    sent = Signal(str)
    entered = Signal(bool)
    """Whether the keyboard has come, or gone."""
    done = Signal()
    """Enter, with what can be read."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name=name)
        self._shown = ""
        self.hint = hint
        self.setAccessibleDescription(hint)
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.property("bad"):
            self.done.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(False)

    def _send(self) -> None:
        written = self.text()
        if written != self._shown:
            self._shown = written
            self.sent.emit(written)


class ItemTimes(QWidget):
    """The three fields and whether the item is anchored. ``changed`` carries the changed item.

    ``done`` is said on Enter in one of the three: the keyboard goes back to the days.
    """

    changed = Signal(object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._block: Block | None = None
        self.start = _TimeField(tr("Start"), tr("9:20, 920 or 9; +10 is 10 min later"))
        self.length = _TimeField(tr("Length"), tr("90, 1:30 or 1h30"))
        self.end = _TimeField(tr("End"), tr("16:30, 1630 or 16; +45 is 45 min long"))
        self.says = Label("", "caption", "ink3", elide=True)
        self.says.setFixedHeight(theme.scaled(15))
        for field, send in (
            (self.start, self._set_start),
            (self.length, self._set_length),
            (self.end, self._set_end),
        ):
            field.sent.connect(send)
            field.done.connect(self.done)
            field.entered.connect(lambda here, it=field: self._hint(it if here else None))
        self.took = _TimeField(tr("It took"), tr("90, 1:30 or 1h30"))
        self.took.sent.connect(self._set_took)
        self.taken = Field(tr("It took"), self.took, tr("as held"))
        self.interpreted = Interpretation()
        self.interpreted.chosen.connect(self._set_stretch)
        self.anchored = Segments(
            [(False, tr("Follows on")), (True, tr("Anchored"))], name=tr("When it begins")
        )
        self.anchored.chosen.connect(self._set_anchored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        fields = row(
            (Field(tr("Start"), self.start), 5),
            (Field(tr("Length"), self.length), 6),
            (Field(tr("End"), self.end), 5),
        )
        layout.addLayout(column(fields, self.says, gap=1))
        layout.addWidget(self.anchored)
        layout.addWidget(self.interpreted)
        layout.addWidget(self.taken)

    def show_block(
        self,
        block: Block,
        told: AgendaItem | None = None,
        *,
        held: bool = False,
        left_on: bool = False,
    ) -> None:
        """Show when an item begins and ends and, once it is ``held``, how long it took.

        ``told`` is the item with what is told of that by what ran beside it;
        ``left_on`` says that it will not be known any more unless somebody writes it.
        """
        there = told or block.item
        if self._block is None or self._block.id != block.id:
            for field in (self.start, self.length, self.end, self.took):
                field.give_up()
            self.says.setText("")
        actual, began = there.actual_minutes, there.began
        known = actual is not None or began is not None
        self.taken.setVisible((held and block.item.kind.has_terms) or known)
        self.taken.note.setText(_as_held(there, left_on=left_on))
        self.took.show_text("" if actual is None else tr("{n} min", n=actual))
        self.took.setPlaceholderText(tr("{n} min", n=block.item.takes))
        self._block = block
        self.interpreted.setVisible(block.item.kind.has_terms)
        self.interpreted.show_item(block.item)
        self.start.show_text(clock(block.slot.start))
        self.length.show_text(tr("{n} min", n=block.item.minutes))
        self.end.show_text(clock(block.slot.end))
        self.anchored.show_value(block.item.anchor is not None)
        mark_field(self.end, "due", block.overlap > 0)

    def begin(self, which: str) -> None:
        """Put the keyboard on "start", "length" or "end"."""
        fields = {"start": self.start, "length": self.length, "end": self.end}
        fields[which].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_start(self, written: str) -> None:
        now = self._block.slot.start if self._block else 0
        time = read_begin(written, now)
        self._offer(self.start, None if time is None else {"anchor": time})

    def _set_length(self, written: str) -> None:
        self._set_minutes(self.length, read_length(written))

    def _set_end(self, written: str) -> None:
        if self._block is not None:
            room = read_room(written, self._block.slot.start)
            self._set_minutes(self.end, room and self._block.item.minutes_for(room))

    def _set_minutes(self, field: _TimeField, minutes: int | None) -> None:
        fits = minutes is not None and SHORTEST <= minutes <= LONGEST
        self._offer(field, {"minutes": minutes} if fits else None)

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

    def _hint(self, field: _TimeField | None) -> None:
        """Say how a field can be written while the keyboard is on it."""
        if not any(f.property("bad") for f in (self.start, self.length, self.end)):
            self.says.set_ink("ink3")
            self.says.setText(field.hint if field else "")

    def _offer(self, field: _TimeField, change: Mapping[str, int | None] | None) -> None:
        """Hand over a change, or say at the field that it cannot be read."""
        bad = change is None
        mark_field(field, "bad", bad)
        said = tr("Write {forms}.", forms=field.hint) if bad else ""
        field.setToolTip(said)
        self.says.set_ink("block" if bad else "ink3")
        self.says.setText(said or (field.hint if field.hasFocus() else ""))
        if change is not None and self._block is not None:
            self._send(replace(self._block.item, **change))

    def _send(self, item: AgendaItem) -> None:
        self.changed.emit(item)


def _as_held(item: AgendaItem, *, left_on: bool) -> str:
    """Return what is known of how an item was held, beside its plan."""
    if item.began is None:
        return tr("as held")
    if item.actual_minutes is None:
        at = clock(item.began)
        if left_on:
            return tr("began {time}, end not noted", time=at)
        return tr("began {time}", time=at)
    facts = {"time": clock(item.began), "by": abs(item.actual_minutes - item.takes)}
    if item.actual_minutes > item.takes:
        return tr("began {time}, {by} min more than planned", **facts)
    if item.actual_minutes < item.takes:
        return tr("began {time}, {by} min less than planned", **facts)
    return tr("began {time}, as planned", time=clock(item.began))
