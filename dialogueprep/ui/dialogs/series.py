"""A series: its rounds, how its topics fared in them, and which dialogue belongs to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import rounds as commands
from dialogueprep.domain.dialogue import Dialogue, DialogueId, Series, SeriesId
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.uses import History
from dialogueprep.store import agenda, dialogues, library, library_use
from dialogueprep.ui import dates, painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.dialogs.template_form import TemplateForm
from dialogueprep.ui.models.dialogue_cards import PHASES
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.models.trajectory import trajectory
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import Field, NumberField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import clauses, tr


class _Rounds(RowDelegate):
    height = 52

    def paint_row(self, p: QPainter, w: int, h: int, value: Dialogue, state: RowState) -> None:
        number = f"{value.round}" if value.round else "–"
        painting.text(p, 16, 0, 28, h, number, "head", "ink2", tabular=True)
        name = value.names.best(theme.window_language())
        painting.text(p, 52, 6, w - 68, theme.scaled(20), name, "strong")
        painting.text(p, 52, 27, w - 68, theme.scaled(18), _about(value), "small", "ink2")


def _about(value: Dialogue) -> str:
    span = dates.span(value.first_day, value.last_day)
    return clauses([span, tr(PHASES[value.phase])])


class SeriesDialog(QDialog):
    """Works on the store directly: each change is one step that can be undone in the window."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rounds of the series"))
        self._session, self._of = session, dialogue.id
        self.opened: DialogueId | None = None
        self.choice: Choice[SeriesId | None] = Choice(name=tr("Series"))
        self.choice.picked.connect(lambda _series: self._put())
        self.number = NumberField(0, 999)
        self.number.setSpecialValueText("–")
        self.number.editingFinished.connect(self._put)
        self._model: ListModel[Dialogue] = ListModel(
            lambda d: d.names.best(theme.window_language()),
            spoken=lambda d: clauses([d.names.best(theme.window_language()), _about(d)]),
        )
        self.list = RowList(self._model, _Rounds(), name=tr("Rounds"))
        self.list.activated_value.connect(lambda _round: self.open())
        self.topics = column(gap=6, margins=(20, 10, 20, 14))
        self._make_buttons()
        self._lay_out()
        self.resize(820, 560)
        self._show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, of: Dialogue) -> DialogueId | None:
        """Return the round that is to be opened, or None."""
        asked = cls(parent, session, of)
        return asked.opened if asked.exec() else None

    def open(self) -> None:
        """Close, and say which round is to be opened."""
        chosen = self.list.value()
        if isinstance(chosen, Dialogue):
            self.opened = chosen.id
            self.accept()

    def make(self) -> None:
        """Ask for names, and make a series with the dialogue in it."""
        self._names(
            tr("New series"), tr("Make the series"), Texts(),
            lambda names: commands.make_series(self._session.store, names, self._of),
        )  # fmt: skip

    def rename(self) -> None:
        """Ask for other names of the series."""
        if (series := self._series()) is not None:
            self._names(
                tr("Rename the series"), tr("Rename"), series.names,
                lambda names: commands.rename_series(
                    self._session.store, replace(series, names=names)
                ),
            )  # fmt: skip

    def _names(self, title: str, verb: str, names: Texts, write) -> None:
        asked = TemplateForm(
            self, title, verb, lambda given, _kept: write(given),
            titles=names, keeping=False, note=tr("name of the series"),
        )  # fmt: skip
        if asked.exec():
            self._show()

    def _put(self) -> None:
        """Write the series and the number if they are others than before."""
        now = dialogues.read(self._session.store, self._of)
        wanted = self.choice.value, self.number.value() or None
        if wanted != (now.series, now.round):
            self._session.run(commands.put_into_series, self._of, *wanted)
            self._show()

    def _series(self) -> Series | None:
        known = dialogues.series(self._session.store)
        return next((s for s in known if s.id == self.choice.value), None)

    def _show(self) -> None:
        store, language = self._session.store, theme.window_language()
        now = dialogues.read(store, self._of)
        known = sorted(dialogues.series(store), key=lambda s: s.names.best(language))
        offers = [(None, tr("In no series")), *((s.id, s.names.best(language)) for s in known)]
        self.choice.show_choices(offers, now.series)
        self.number.setValue(now.round or 0)
        self.number.setEnabled(now.series is not None)
        self.rename_button.setEnabled(now.series is not None)
        rounds = [d for d in dialogues.every(store) if d.series and d.series == now.series]
        rounds = rounds or [now]
        self._model.show_rows(sorted(rounds, key=lambda d: (d.first_day, d.round or 0)))
        self.list.choose(self._of)
        self._show_topics({d.id for d in rounds})

    def _show_topics(self, rounds: set[DialogueId]) -> None:
        """Show how each topic of the rounds fared, those of most rounds first."""
        clear(self.topics)
        store, language = self._session.store, theme.window_language()
        used = {u.topic for u in agenda.topic_uses(store) if u.dialogue in rounds}
        titles = library.some_topics(store, list(used))
        history = {
            topic: History(tuple(u for u in h.uses if u.dialogue in rounds))
            for topic, h in library_use.history(store, used).items()
        }
        for topic in sorted(used, key=lambda t: -len(history[t].uses) if t in history else 0):
            if topic in titles:
                words = titles[topic].titles.best(language)
                self.topics.addWidget(Label(words, "body", elide=True))
                ended = trajectory(history.get(topic))
                self.topics.addWidget(Paragraph(ended, "small", "ink2"))
        if not used:
            none = tr("No topic of the library was on an agenda of the series yet.")
            self.topics.addWidget(Paragraph(none, "small", "ink2"))
        self.topics.addStretch(1)

    def _make_buttons(self) -> None:
        self.make_button = Button(tr("New series"), icon="plus", on_click=self.make)
        self.rename_button = Button(tr("Rename"), "quiet", on_click=self.rename)
        self.open_button = Button(tr("Open the round"), "primary", on_click=self.open)
        for button in (self.make_button, self.rename_button):
            button.setAutoDefault(False)
        self.open_button.setDefault(True)

    def _lay_out(self) -> None:
        series = Field(tr("The dialogue belongs to"), self.choice)
        number = Field(tr("As round"), self.number)
        buttons = column(None, row(self.make_button, self.rename_button, gap=8), gap=0)
        facts = row((series, 3), (number, 1), buttons, gap=12, margins=(20, 4, 20, 14))
        head = row(Label(self.windowTitle(), "title"), margins=(20, 16, 20, 8))
        left = box(column(self._head(tr("Rounds")), (self.list, 1), gap=0), "paper", width=350)
        inside = scrolled(box(self.topics, "paper"), "paper")
        right = box(column(self._head(tr("Topics across the rounds")), (inside, 1), gap=0), "paper")
        middle = row(left, hairline("down"), (right, 1), gap=0)
        close = Button(tr("Close"), on_click=self.reject)
        foot = row(None, close, self.open_button, margins=(20, 10, 20, 12))
        upper = box(column(head, facts, hairline(), (middle, 1), gap=0), "paper")
        self.setLayout(column((upper, 1), hairline(), box(foot, "shade"), gap=0))

    def _head(self, words: str) -> QWidget:
        return box(row(Label(words, "label", "ink2"), None, margins=(20, 10, 20, 6)), "paper")
