"""Sets consecutive interpretation for what is chosen, a day or the whole dialogue at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui import dates
from dialogueprep.ui.models.agenda_blocks import Agenda, minutes_in_words
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.interpretation import Interpretation
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr

_ALL = -1


class InterpretationDialog(QDialog):
    """A factor, and the items that it is for; says what they take before it is set."""

    def __init__(
        self, parent: QWidget | None, session: Session, agenda: Agenda, chosen: Sequence[AgendaItem]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Consecutive interpretation"))
        self._session, self._agenda = session, agenda
        day = chosen[0].day if chosen else 0
        choices = [(_ALL, tr("The whole dialogue"))]
        choices += [(n, dates.long_day(agenda.dialogue.day(n))) for n in range(agenda.days)]
        self.scope = Choice(choices, day, name=tr("For"))
        self.scope.picked.connect(lambda _scope: self._show())
        self.factor = Interpretation()
        self.percent = max((i.stretch for i in chosen), default=100)
        self.factor.show_percent(self.percent)
        self.factor.chosen.connect(self._set_percent)
        self._says = Label("", "small", "ink2", wrap=True)
        note = tr("Breaks, meals and logistics keep their length.")
        self.take_it = Button(tr("Set"), "primary", on_click=self.take)
        self.take_it.setDefault(True)
        form = column(
            Label(tr("Consecutive interpretation"), "title"), Paragraph(note, "small", "ink2"), 4,
            Field(tr("For"), self.scope), self.factor, self._says,
            gap=10, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.take_it, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.setFixedWidth(420)
        self._show()
        self.factor.usual.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, session: Session, agenda: Agenda, chosen: Sequence[AgendaItem]
    ) -> bool:
        """Return whether it was set."""
        return bool(cls(parent, session, agenda, chosen).exec())

    def take(self) -> None:
        """Set it for what is chosen, in one step."""
        self._session.run(commands.interpret, self._items(), self.percent)
        self.accept()

    def _items(self) -> list[AgendaItem]:
        scope = self.scope.value
        there = [i for i in self._agenda.items if not i.aside and i.kind.has_terms]
        return [i for i in there if scope in (_ALL, i.day)]

    def _set_percent(self, percent: int) -> None:
        self.percent = percent
        self.factor.show_percent(percent)
        self._show()

    def _show(self) -> None:
        items = self._items()
        facts = {
            "net": minutes_in_words(sum(i.minutes for i in items)),
            "taken": minutes_in_words(sum(-(-i.minutes * self.percent // 100) for i in items)),
        }
        said = tr("{n} items, {net} of talk, {taken} with interpretation", n=len(items), **facts)
        self._says.setText(said)
