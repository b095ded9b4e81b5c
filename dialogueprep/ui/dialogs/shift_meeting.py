"""Moves a whole meeting to another date, and says what goes with it and what does not."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.store import people
from dialogueprep.ui import dates
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import clauses, ntr, tr

MOST_DAYS = 6  # days that are listed one by one


class ShiftMeetingDialog(QDialog):
    """Asks for the first day. Hours, order and length of all items stay."""

    def __init__(self, parent: QWidget | None, session: Session, of: Dialogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Move the meeting"))
        self._session, self._of = session, of
        self.first_day = DateField(of.first_day, name=tr("First day"))
        self.first_day.dateChanged.connect(lambda _day: self._show())
        self._days = Label("", "small", "ink2", wrap=True)
        everybody = people.participations(session.store, of.id)
        travel = sum(bool(p.logistics.arrives or p.logistics.departs) for p in everybody)
        answers = sum(bool(p.invitation.answer_by) for p in everybody)
        self.travel = CheckBox(tr("Move arrivals and departures too"), count=str(travel))
        self.answers = CheckBox(
            tr("Move the days by which people are to answer too"), count=str(answers)
        )
        if not travel:  # to show it before it has an owner would open a window
            self.travel.hide()
        if not answers:
            self.answers.hide()
        self._stays = Paragraph(_stays(travel, answers), "small", "ink3")
        self.move_it = Button(tr("Move"), "primary", on_click=self.take)
        self.move_it.setDefault(True)
        note = tr("All days, items, roles and notes go with it; their times of day stay.")
        form = column(
            Label(tr("Move the meeting"), "title"), Paragraph(note, "small", "ink2"), 4,
            Field(tr("First day"), self.first_day), self._days, 4,
            self.travel, self.answers, self._stays, gap=8, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.move_it, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.setFixedWidth(440)
        self._show()
        self.first_day.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, of: Dialogue) -> bool:
        """Return whether the meeting was moved."""
        return bool(cls(parent, session, of).exec())

    def take(self) -> None:
        """Move the meeting."""
        self._session.run(
            commands.shift_dates, self._of.id, self.first_day.day(),
            travel=self.travel.isChecked(), answers=self.answers.isChecked(),
        )  # fmt: skip
        self.accept()

    def _show(self) -> None:
        """Say day by day what was and what will be, with the days of the week."""
        first = self.first_day.day()
        self.move_it.setEnabled(first != self._of.first_day)
        lines = [
            tr("{before} becomes {after}", before=dates.long_day(self._of.day(n), year=False),
               after=dates.long_day(first + timedelta(days=n), year=False))
            for n in range(min(self._of.days, MOST_DAYS))
        ]  # fmt: skip
        if first == self._of.first_day:
            lines = [dates.long_day(self._of.day(n)) for n in range(min(self._of.days, MOST_DAYS))]
        self._days.setText("\n".join(lines))


def _stays(travel: int, answers: int) -> str:
    """Return what is left where it is unless it is chosen."""
    if not travel and not answers:
        return tr("No arrivals, departures or deadlines of answers are noted.")
    said = []
    if travel:
        said.append(ntr("{n} person has travel noted", "{n} people have travel noted", travel))
    if answers:
        said.append(ntr("{n} answer has a deadline", "{n} answers have a deadline", answers))
    return tr("{what}. What is not ticked stays as it is.", what=clauses(said))
