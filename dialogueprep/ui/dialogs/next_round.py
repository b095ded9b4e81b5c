"""Plans the next round from the last: facts at the left, what comes along at the right."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.commands import rounds as commands
from dialogueprep.domain.beside import as_held
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.next_round import (
    NextRound,
    came,
    duties,
    held_minutes,
    next_host,
    next_names,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.sentences import explain
from dialogueprep.store import agenda, dialogues, follow_ups, library_use, people
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice, Segments
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field, LineField, NumberField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.people_ticks import PeopleTicks
from dialogueprep.ui.widgets.round_choices import DutyChoices, TopicChoices
from dialogueprep.words import clauses, ntr, tr

HALF_A_YEAR = timedelta(weeks=26)
SHOWN_LENGTHS = 4


class NextRoundDialog(QDialog):
    """Asks for name, number, day and place; shows whose turn it is; plans in one step."""

    def __init__(
        self, parent: QWidget | None, session: Session, last: Dialogue, today: date | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Plan the next round"))
        self._session, self._last = session, last
        self.made: DialogueId | None = None
        store = session.store
        self._items = as_held(agenda.of_dialogue(store, last.id))
        self._people = people.participations(store, last.id)
        self._attendances = people.attendances(store, last.id)
        self._make_fields(today or date.today())
        earlier = commands.earlier_topics(store, last)
        known = [*earlier, *(i.topic for i in self._items if i.topic)]
        self.topics = TopicChoices(
            self._items,
            library_use.history(store, known),  # pyright: ignore[reportArgumentType]
            commands.offered_topics(store, last, self._items),
            earlier,
        )
        self.people = PeopleTicks()
        self.duties = DutyChoices(self._items, self._people)
        self.people.show_people(self._people, came)
        self.people.ticked.connect(self._show_duties)
        self._show_duties()
        self._lay_out()
        self.resize(980, 680)
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, last: Dialogue) -> DialogueId | None:
        """Return the round that was planned, or None."""
        asked = cls(parent, session, last)
        return asked.made if asked.exec() else None

    def wanted(self) -> NextRound:
        """Return what is chosen."""
        language = theme.window_language()
        place = self.place.field.text().strip()  # pyright: ignore[reportAttributeAccessIssue]
        before = self._last.place.best(language)
        name = self.name.field.text().strip()  # pyright: ignore[reportAttributeAccessIssue]
        names = next_names(self._last, self.number.value())
        return NextRound(
            names=names.with_wording(language, name) if name else Texts(),
            place=self._last.place if place == before else Texts().with_wording(language, place),
            first_day=self.first_day.day(),
            round=self.number.value(),
            first_host=self.host.value,
            topics=self.topics.chosen(),
            earlier=self.topics.chosen_earlier(),
            invited=tuple(p.id for p in self.people.people()),
            duties=self.duties.duties(),
            questions=self.questions.isChecked(),
            terms=self.terms.isChecked(),
            lengths_as_held=self.lengths.isChecked(),
            targets=self.targets.isChecked(),
            designations=self.sheet.isChecked(),
            follow_ups=self.follow_ups.isChecked(),
        )

    def take(self) -> None:
        """Plan the round; a refusal is said at the name."""
        series = self.series.text().strip()
        named = Texts().with_wording(theme.window_language(), series)
        try:
            self.made = commands.begin_next(
                self._session.store, self._last.id, self.wanted(), named
            )
        except Explained as error:
            self.name.say(explain(error), bad=True)
            self.name.field.setFocus()
            return
        self.accept()

    def _show_duties(self) -> None:
        invited = self.people.people()
        ids = {p.id for p in invited}
        found = duties(self._last, self._items, self._people, self._attendances, ids)
        self.duties.show_duties(found, invited)

    def _make_fields(self, today: date) -> None:
        last, language = self._last, theme.window_language()
        number = (last.round or 1) + 1
        self._shown_name = next_names(last, number).best(language)
        self.name = Field(tr("Name of the round"), LineField(self._shown_name))
        self.number = NumberField(1, 999)
        self.number.setValue(number)
        self.number.valueChanged.connect(lambda _n: self._renumber())
        first = max(last.first_day, today) + HALF_A_YEAR
        self.first_day = DateField(first, name=tr("First day"))
        self.place = Field(tr("Place"), LineField(last.place.best(language)))
        series = [s for s in dialogues.series(self._session.store) if s.id == last.series]
        self.series = LineField(series[0].names.best(language) if series else "")
        self.series.setReadOnly(bool(series))
        below = "" if series else tr("With a name, both rounds come into a new series.")
        self._series = Field(tr("Series"), self.series, below=below)
        hosts = [(h.id, h.names.best(language)) for h in last.hosts]
        self.host = Choice(hosts, next_host(last), name=tr("First among the hosts"))
        self.questions = _ticked(tr("Guiding questions"))
        self.terms = _ticked(tr("Terms of the items"))
        self.targets = _ticked(tr("Targets for the composition"))
        self.sheet = _ticked(tr("Sheet of designations"))
        waiting = follow_ups.of_dialogue(self._session.store, last.id)
        n = sum(not each.done for each in waiting)
        self.follow_ups = CheckBox(tr("Follow-ups that are still open"), count=str(n))
        self.follow_ups.setChecked(True)
        if not n:  # to show it before it has an owner would open a window
            self.follow_ups.hide()
        self.lengths = CheckBox(tr("Lengths as they were held"))

    def _renumber(self) -> None:
        """Follow the number with the name, unless another name was written."""
        line = self.name.field
        shown = next_names(self._last, self.number.value()).best(theme.window_language())
        if isinstance(line, LineField) and line.text() == self._shown_name:
            line.setText(shown)
        self._shown_name = shown

    def _lay_out(self) -> None:
        facts = column(
            self.name, row((Field(tr("Round"), self.number), 1),
                           (Field(tr("First day"), self.first_day), 2), gap=12),
            self.place, self._series, gap=10, margins=(20, 12, 20, 14),
        )  # fmt: skip
        if self._last.hosts:
            turn = tr("The hosts follow one another from the one chosen here.")
            facts.addWidget(Field(tr("First among the hosts"), self.host, below=turn))
        facts.addLayout(self._kept())
        facts.addStretch(1)
        left = box(column((scrolled(box(facts, "paper"), "paper"), 1), gap=0), width=370)
        self.pages = QStackedWidget()
        for page in (self.topics, self.people, self.duties):
            self.pages.addWidget(page)
        parts = [(0, tr("Topics")), (1, tr("Invited again")), (2, tr("Chairs and moderators"))]
        self.parts = Segments(parts, 0, name=tr("What comes along"))
        self.parts.chosen.connect(self.pages.setCurrentIndex)
        bar = row(self.parts, None, margins=(16, 12, 16, 8))
        right = box(column(bar, (self.pages, 1), gap=0), "paper")
        middle = row(left, hairline("down"), (right, 1), gap=0)
        self.done_button = Button(tr("Plan the round"), "primary", on_click=self.take)
        self.done_button.setDefault(True)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        dropped = tr("Notes, findings, attendance, rooms and seats stay with the last round.")
        foot = row((Label(dropped, "small", "ink2", elide=True), 1), cancel, self.done_button,
                   margins=(20, 10, 20, 14))  # fmt: skip
        title = tr("Next round after {name}", name=self._last.names.best(theme.window_language()))
        head = row(Label(title, "title"), None, margins=(20, 16, 20, 10))
        upper = box(column(head, hairline(), (middle, 1), gap=0), "paper")
        self.setLayout(column((upper, 1), hairline(), box(foot, "shade"), gap=0))

    def _kept(self):
        """Return the boxes of what is kept beside days, items, lengths and order."""
        said = tr("Kept beside the items, their order and length")
        kept = column(
            6, Label(said, "label"), self.terms, self.questions, self.targets, self.sheet,
            self.follow_ups, gap=6,
        )  # fmt: skip
        changed = [i for i in self._items if not i.aside and held_minutes(i) != i.minutes]
        if changed:
            self.lengths.set_count(str(len(changed)))
            shown = clauses(
                f"{i.titles.best(theme.window_language())} {i.minutes} → {held_minutes(i)}"
                for i in changed[:SHOWN_LENGTHS]
            )
            rest = len(changed) - SHOWN_LENGTHS
            more = ntr("{n} more", "{n} more", rest) if rest > 0 else ""
            kept.addWidget(self.lengths)
            kept.addWidget(Paragraph(clauses(w for w in (shown, more) if w), "caption", "ink2"))
        return kept


def _ticked(words: str) -> CheckBox:
    made = CheckBox(words)
    made.setChecked(True)
    return made
