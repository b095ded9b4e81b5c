"""Closing a dialogue, opening it again, and the date on which its notes are destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.life import Life, usual_date
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.day_or_none import DayOrNone
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import sentences, tr

_WIDE = 520
_MARGINS = (24, 20, 24, 20)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The date that was chosen for the raw notes; None for none."""

    destroy_on: date | None


class _NotesDate(QDialog):
    """Asks for the date on which raw notes are destroyed. A date in the past is due at once."""

    def __init__(
        self, parent: QWidget | None, title: str, said: str, verb: str, life: Life, proposed: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.day = DayOrNone(tr("Destroy the raw notes on"), proposed)
        kept = life.destroyed_on is not None and life.destroy_on is None
        self.day.show_day(None if kept else life.destroy_on or proposed)
        reminder = tr(
            "A week before, Home reminds you. Nothing is destroyed by itself: you see first what "
            "goes and what stays, and say yes."
        )
        self.take = Button(verb, "primary", on_click=self.accept)
        self.take.setDefault(True)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        self.setLayout(
            column(
                Label(title, "head"),
                Paragraph(said, "body", "ink2"),
                8,
                self.day,
                Paragraph(reminder, "small", "ink2"),
                10,
                row(None, cancel, self.take),
                gap=8,
                margins=_MARGINS,
            )
        )
        self.setFixedWidth(_WIDE)
        self.day.setFocus()


def ask_to_close(parent: QWidget | None, life: Life, today: date, days: int) -> Chosen | None:
    """Return with which date a dialogue is to be closed, None if it is not."""
    said = tr(
        "A closed dialogue is kept as it is: agenda, participants, notes and findings can no "
        "longer be changed. Documents can still be made from it. It can be opened again, with a "
        "reason that is kept."
    )
    order = tr(
        "Notes of items that are still open are shuffled within each question. Where their order "
        "matters, close the item first and keep it."
    )
    said = sentences([said, order])
    dialog = _NotesDate(
        parent, tr("Close the dialogue"), said, tr("Close the dialogue"), life,
        usual_date(today, days),
    )  # fmt: skip
    return Chosen(dialog.day.day()) if dialog.exec() else None


def ask_for_date(parent: QWidget | None, life: Life, today: date, days: int) -> Chosen | None:
    """Return on which date the notes of a dialogue are to be destroyed, None if it was given up."""
    said = tr(
        "Findings, documents and the agenda stay when the raw notes go. What findings keep of them "
        "are counts and terms, no words."
    )
    dialog = _NotesDate(
        parent, tr("When the notes are destroyed"), said, tr("Set the date"), life,
        usual_date(today, days),
    )  # fmt: skip
    return Chosen(dialog.day.day()) if dialog.exec() else None


class ReopenDialog(QDialog):
    """Asks why a closed dialogue is opened again; the reason is kept with it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open the dialogue again"))
        self.reason = LineField(name=tr("Reason"))
        self.take = Button(tr("Open again"), "primary", on_click=self.accept)
        self.take.setDefault(True)
        self.reason.textChanged.connect(self._on_edited)
        said = tr("It goes back to drafting and can be changed again until it is closed.")
        note = tr("Kept in the workspace with the day. It is in no document.")
        self.setLayout(
            column(
                Label(self.windowTitle(), "head"),
                Paragraph(said, "body", "ink2"),
                6,
                Field(tr("Reason"), self.reason, below=note),
                10,
                row(None, Button(tr("Cancel"), on_click=self.reject), self.take),
                gap=8,
                margins=_MARGINS,
            )
        )
        self.setFixedWidth(_WIDE)
        self._on_edited()
        self.reason.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None) -> str | None:
        """Return the reason, None if the dialogue stays closed."""
        dialog = cls(parent)
        return dialog.reason.text().strip() if dialog.exec() else None

    def _on_edited(self) -> None:
        self.take.setEnabled(bool(self.reason.text().strip()))
