"""A list of people to tick: who gets a letter, a calendar or a plate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.people import Participation, ParticipationId
from dialogueprep.domain.room_papers import scripts
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


@dataclass(frozen=True, slots=True)
class Ticked:
    """A person of the list, and whether the person is ticked."""

    part: Participation
    on: bool

    @property
    def id(self) -> ParticipationId:
        return self.part.id


class _Rows(RowDelegate):
    height = 46
    text_left = 42

    def paint_row(self, p: QPainter, w: int, h: int, value: Ticked, state: RowState) -> None:
        y = (h - 16) / 2
        edge, fill = ("accent", "accent") if value.on else ("edge", "sheet")
        painting.rounded(p, 16, y, 16, 16, 3, fill, edge)
        if value.on:
            painting.icon(p, 18, y + 2, "check", "on_accent", 12)
        (first, second), room = scripts(value.part), w - 42 - 12
        line = theme.scaled(20)
        used = painting.text(p, 42, 5, room, line, first.text, "strong") + 8
        painting.text(p, 42 + used, 5, room - used, line, second.text, "body", "ink2")
        painting.text(p, 42, 25, room, theme.scaled(18), _where(value.part), "caption", "ink3")


def _where(part: Participation) -> str:
    said = (part.delegation, tr(wording.of(part.standing)))
    return clauses(s for s in said if s)


class PeopleTicks(QWidget):
    """Space or a click ticks; the current row is the person who is shown."""

    ticked = Signal()
    current = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model: ListModel[Ticked] = ListModel(
            lambda t: t.part.person.name.listed,
            spoken=lambda t: clauses(
                (tr("ticked") if t.on else tr("not ticked"), t.part.person.name.listed)
            ),
        )
        self.list = _TickList(self._model, self._toggle)
        self.list.setAccessibleName(tr("People"))
        self.list.chosen.connect(lambda t: self.current.emit(t.part if t else None))
        self._says = Label("", "small", "ink2", elide=True)
        every = Button(tr("All"), "link", on_click=lambda: self.tick(lambda _part: True))
        none = Button(tr("None"), "link", on_click=lambda: self.tick(lambda _part: False))
        head = row((self._says, 1), every, none, gap=12, margins=(16, 8, 14, 8))
        self.nobody = Paragraph(
            tr("Nobody is on the list yet. People are added on the page Participants."),
            "body", "ink2",
        )  # fmt: skip
        self.nobody.setContentsMargins(16, 8, 16, 8)
        self.setLayout(column(head, self.nobody, (self.list, 1), gap=0))

    def show_people(
        self, people: Sequence[Participation], wanted: Callable[[Participation], bool]
    ) -> None:
        """Show these people, ticked as wanted."""
        self._show([Ticked(p, wanted(p)) for p in people])
        self.nobody.setVisible(not people)
        self.list.choose_first()

    def tick(self, wanted: Callable[[Participation], bool]) -> None:
        """Tick those who are wanted, and nobody else."""
        self._show([Ticked(t.part, wanted(t.part)) for t in self._model.rows])

    def people(self) -> list[Participation]:
        """Return who is ticked."""
        return [t.part for t in self._model.rows if t.on]

    def shown(self) -> Participation | None:
        """Return the person of the current row."""
        here: Ticked | None = self.list.value()
        return here.part if here else None

    def _toggle(self, who: Ticked) -> None:
        self._show([replace(t, on=not t.on) if t.id == who.id else t for t in self._model.rows])

    def _show(self, rows: Sequence[Ticked]) -> None:
        self._model.show_rows(rows)
        on = sum(t.on for t in rows)
        self._says.setText(tr("{n} of {all} ticked", n=on, all=len(rows)))
        self.ticked.emit()


class _TickList(RowList):
    def __init__(self, model: ListModel[Ticked], toggle: Callable[[Ticked], object]) -> None:
        super().__init__(model, _Rows(), on="paper")
        self._toggle = toggle

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.value() is not None:
            self._toggle(self.value())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and at.x() < 40:
            self._toggle(self.value())
