"""When a day of a dialogue begins, and when it must end."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.clock import DAY, read_time
from dialogueprep.domain.dialogue import DayHours, Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.sentences import explain
from dialogueprep.ui import dates
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr

LATEST = 6 * 60  # minutes after midnight; a day that must end by then ends on the next date


class DayHoursDialog(QDialog):
    """Two fields, read as 9, 09:20 or 920. An empty end means that the day may run on."""

    def __init__(self, parent: QWidget | None, session: Session, of: Dialogue, day: int) -> None:
        super().__init__(parent)
        title = dates.long_day(of.day(day))
        self.setWindowTitle(title)
        self._session, self._of, self._day = session, of, day
        hours = of.hours_of(day)
        self.begins = LineField(clock(hours.starts), name=tr("Begins"))
        self.ends = LineField(
            "" if hours.ends is None else clock(hours.ends), tr("may run on"),
            name=tr("Must end by"),
        )  # fmt: skip
        begins = Field(tr("Begins"), self.begins)
        ends = Field(tr("Must end by"), self.ends, tr("empty: it may run on"))
        self.wrong = Label("", "small", "block", wrap=True)
        self.wrong.hide()
        note = tr("A day that begins with an anchored item begins when that item does.")
        self.take_it = Button(tr("Set hours"), "primary", on_click=self.take)
        self.take_it.setDefault(True)
        form = column(
            Label(title, "title"), Paragraph(note, "small", "ink2"), 4,
            row((begins, 1), (ends, 1), gap=12), self.wrong, gap=10, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.take_it, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.setFixedWidth(420)
        self.begins.setFocus()
        self.begins.selectAll()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, of: Dialogue, day: int) -> bool:
        """Return whether hours were set."""
        return bool(cls(parent, session, of, day).exec())

    def take(self) -> None:
        """Set the hours, or say at the field why not."""
        for field in (self.begins, self.ends):
            mark_field(field, "bad", False)
        starts = read_time(self.begins.text())
        if starts is None:
            self._say(self.begins, tr("Write a time such as 9, 9:30 or 0930."))
            return
        written = self.ends.text().strip()
        ends = read_time(written) if written else None
        if written and ends is None:
            self._say(self.ends, tr("Write a time such as 9, 9:30 or 0930, or nothing."))
            return
        if ends is not None and ends <= starts:
            if ends > LATEST:
                self._say(self.ends, explain(Refused("day-ends-before")))
                return
            ends += DAY
        hours = DayHours(self._day, starts, ends)
        if hours != self._of.hours_of(self._day):
            self._session.run(commands.set_hours, self._of.id, hours)
        self.accept()

    def _say(self, field: LineField, sentence: str) -> None:
        mark_field(field, "bad", True)
        field.setFocus()
        field.selectAll()
        self.wrong.setText(sentence)
        self.wrong.show()
        self.adjustSize()
