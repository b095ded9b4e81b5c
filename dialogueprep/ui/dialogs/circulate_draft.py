"""Asks who receives a draft and until when comments are welcome; it is kept and not undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import Circulation, Draft, Recipient
from dialogueprep.domain.people import Participation
from dialogueprep.ui.delegates.tick_row import TickRows
from dialogueprep.ui.models.draft_rows import RecipientRow, recipient_rows
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.day_or_none import DayOrNone
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import ntr, tr

_USUAL = timedelta(days=14)


class _List(RowList):
    dialog: CirculateDraft

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.dialog.tick()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.dialog.tick()


class CirculateDraft(QDialog):
    """``sent`` is what is to be kept, once it was accepted."""

    def __init__(
        self,
        parent: QWidget | None,
        dialogue: Dialogue,
        roster: Iterable[Participation],
        draft: Draft,
        today: date,
        *,
        comments: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Circulate this draft"))
        self._dialogue, self._roster = dialogue, tuple(roster)
        self._draft, self._today = draft, today
        self._ticked: list[Recipient] = []
        self.sent: Circulation | None = None
        self.until = DayOrNone(tr("Comments until"), today + _USUAL)
        if comments:
            self.until.show_day(today + _USUAL)
        self.until.box.toggled.connect(lambda _on: self._show())
        self.until.field.dateChanged.connect(lambda _day: self._show())
        self._rows: ListModel[RecipientRow] = ListModel(
            lambda r: r.words, spoken=lambda r: r.spoken, flags=_flags
        )
        self.list = _List(self._rows, TickRows(), name=tr("Who receives it"), on="paper")
        self.list.dialog = self
        self._said = Paragraph("", "small", "ink2")
        self.keep = Button("", "primary", on_click=self.take, tooltip="Ctrl+Enter")
        self.keep.setDefault(True)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self._show()
        self.list.choose_first()
        self.list.setFocus()

    def tick(self) -> None:
        """Tick the current one, or take the tick away."""
        found = self.list.value()
        if not isinstance(found, RecipientRow) or found.recipient is None:
            return
        if found.recipient in self._ticked:
            self._ticked.remove(found.recipient)
        else:
            self._ticked.append(found.recipient)
        self._show()

    def take(self) -> None:
        """Accept what is ticked."""
        if not self.keep.isEnabled():
            return
        self.sent = Circulation(
            product=self._draft.product,
            language=self._draft.language,
            number=max(self._draft.number, 1),
            on=self._today,
            comments_until=self.until.day(),
            recipients=tuple(self._ticked),
        )
        self.accept()

    def _lay_out(self) -> None:
        hint = tr(
            "The program sends nothing. It keeps, for organisers only, who was sent this draft."
        )
        warning = NoteBox(tr("This is not undone: what was sent is out."), level="warn")
        head = column(
            Label(tr("Circulate this draft"), "title"), Paragraph(hint, "small", "ink2"),
            gap=6, margins=(24, 18, 24, 12),
        )  # fmt: skip
        below = column(self.until, self._said, warning, gap=8, margins=(24, 12, 24, 14))
        cancel = Button(tr("Cancel"), on_click=self.reject)
        cancel.setAutoDefault(False)
        foot = row(None, cancel, self.keep, margins=(20, 10, 24, 12))
        self.setLayout(
            column(
                box(head, "paper"), hairline(), (self.list, 1), hairline(), box(below, "paper"),
                hairline(), box(foot, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(560, 620)

    def _show(self) -> None:
        self._rows.show_rows(recipient_rows(self._dialogue, self._roster, self._ticked))
        until = self.until.day()
        past = until is not None and until < self._today
        if past:
            said = tr("The deadline lies before today. Choose a later day.")
        elif until is not None:
            said = tr("The comment window opens. Silence until that day counts as consent.")
        else:
            said = tr("Without a deadline, the state of the document stays as it is.")
        self._said.show_text(said)
        self._said.set_ink("block" if past else "ink2")
        n = len(self._ticked)
        words = ntr("Keep {n} recipient", "Keep {n} recipients", n)
        self.keep.setText(words if n else tr("Keep the recipients"))
        self.keep.setEnabled(bool(n) and not past)


def _flags(value: object) -> Qt.ItemFlag:
    usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    heading = isinstance(value, RecipientRow) and value.recipient is None
    return Qt.ItemFlag.ItemIsEnabled if heading else usual
