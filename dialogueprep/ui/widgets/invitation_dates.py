"""The dates of invitations, for one person or several at once: each is written or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.people import Invitation, Participation
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.layout import row
from dialogueprep.words import tr

_FIELDS = ("invited", "answer_by", "answered")


class InvitationDates(QWidget):
    """A tick and a day for each date; a change holds for all who are chosen."""

    changed = Signal(object)
    """The participations with the dates that they have now."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._people: tuple[Participation, ...] = ()
        self._today = today
        names = (tr("Invited"), tr("Answer wanted by"), tr("Answered"))
        self.ticks = {f: CheckBox(n) for f, n in zip(_FIELDS, names, strict=True)}
        self.days = {f: DateField(today, name=n) for f, n in zip(_FIELDS, names, strict=True)}
        parts: list[QWidget | int | None] = []
        for field in _FIELDS:
            self.ticks[field].clicked.connect(lambda _on, f=field: self._tick(f))
            self.days[field].editingFinished.connect(lambda f=field: self._write(f))
            self.days[field].setFixedWidth(148)
            parts += [self.ticks[field], self.days[field], 14]
        self.setLayout(row(*parts, None, gap=6))

    def show_people(self, people: Sequence[Participation]) -> None:
        """Show the dates of these people; where they differ, the first one's."""
        self._people = tuple(people)
        self.setEnabled(bool(people))
        first = people[0].invitation if people else Invitation()
        for field in _FIELDS:
            when: date | None = getattr(first, field)
            self.ticks[field].setChecked(when is not None)
            self.days[field].setEnabled(when is not None)
            shown = when or self._today
            with _quiet(self.days[field]):
                self.days[field].show_day(shown)

    def _tick(self, field: str) -> None:
        on = self.ticks[field].isChecked()
        self.days[field].setEnabled(on)
        self._send(field, self.days[field].day() if on else None)

    def _write(self, field: str) -> None:
        if self.ticks[field].isChecked():
            self._send(field, self.days[field].day())

    def _send(self, field: str, when: date | None) -> None:
        if all(getattr(p.invitation, field) == when for p in self._people):
            return
        self.changed.emit(
            [replace(p, invitation=replace(p.invitation, **{field: when})) for p in self._people]
        )


class _quiet:  # noqa: N801 - a verb in a with statement
    """Keep a field from telling what is shown in it."""

    def __init__(self, field: QWidget) -> None:
        self._field = field

    def __enter__(self) -> None:
        self._field.blockSignals(True)

    def __exit__(self, *_error: object) -> None:
        self._field.blockSignals(False)
