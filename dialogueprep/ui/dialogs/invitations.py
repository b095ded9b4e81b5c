"""Who is on the long list, invited, accepted, confirmed: moved on by keys, with their dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.commands import invitations as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.invitations import back, onward, substitute
from dialogueprep.domain.people import Participation, Standing
from dialogueprep.sentences import explain
from dialogueprep.store import invitations as store_invitations
from dialogueprep.store import people as store_people
from dialogueprep.store.step import Changes
from dialogueprep.ui.models.invitation_rows import (
    InvitationModel,
    invitation_rows,
    stages,
    summary,
    tally_words,
)
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.fields import NumberField
from dialogueprep.ui.widgets.invitation_dates import InvitationDates
from dialogueprep.ui.widgets.invitation_table import InvitationTable
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy
from dialogueprep.words import ntr, tr

Result = TypeVar("Result")


class InvitationsDialog(QDialog):
    """All participations by standing; each change is one step, undone here with Ctrl+Z."""

    def __init__(
        self, parent: QWidget | None, session: Session, dialogue: Dialogue, today: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Invitations"))
        self.session, self._dialogue, self._today = session, dialogue, today
        self._people: tuple[Participation, ...] = ()
        self._floor = session.store.undo_depth
        self.model = InvitationModel()
        self.table = InvitationTable(self.model)
        self.stages: Segments[Standing | None] = Segments(
            stages(()), None, name=tr("Standing"), fitted=True
        )
        self.dates = InvitationDates(today)
        self.weeks = NumberField(0, commands.MOST_WEEKS, "")
        self.weeks.setAccessibleName(tr("Answers are wanted so many weeks before"))
        self.banner = Banner()
        self._says, self._tallies = Label("", "small", "ink2", elide=True), Label("", "small")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.refresh()
        self.table.selectRow(0)
        self.table.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, session: Session, dialogue: Dialogue, today: date | None = None
    ) -> None:
        """Show the invitations until the user closes them."""
        cls(parent, session, dialogue, today or date.today()).exec()

    # building -------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.back_button = Button(tr("Back"), "plain", key="←", on_click=self.move_back)
        self.on_button = Button(tr("Move on"), "primary", key="→", on_click=self.move_on)
        self.decline_button = Button(tr("Declined"), "plain", key="D", on_click=self.decline)
        self.nominate_button = Button(
            tr("Nominate a substitute"), "plain", "user-plus", key="N", on_click=self.nominate
        )
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", on_click=self.undo)
        self.close_button = Button(tr("Close"), on_click=self.accept)

    def _lay_out(self) -> None:
        self.weeks.setFixedWidth(56)
        wanted = row(
            Label(tr("Answers wanted"), "small", "ink2"), self.weeks,
            Label(tr("weeks before the first day"), "small", "ink2"), gap=6,
        )  # fmt: skip
        head = row(Label(tr("Invitations"), "title"), 8, (self._says, 1), wanted)
        top = column(head, row(self.stages, None), gap=12, margins=(24, 18, 24, 12))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                tr("Nobody stands here"),
                tr("Choose another standing above, or add people on the page Participants."),
            )
        )
        below = column(self.dates, self._tallies, gap=8, margins=(24, 10, 24, 10))
        actions = row(
            self.back_button, self.on_button, self.decline_button, self.nominate_button, 8,
            self.undo_button, None, self.close_button, margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(
            column(
                box(top, "paper"), self.banner, hairline(), (self._stack, 1), hairline(),
                box(below, "paper"), hairline(), box(actions, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(1080, 680)

    def _connect(self) -> None:
        self.stages.chosen.connect(lambda _standing: self.refresh())
        self.table.chosen_changed.connect(self._show_chosen)
        self.dates.changed.connect(self._write_dates)
        self.weeks.setValue(store_invitations.weeks_before(self.session.store, self._dialogue.id))
        self.weeks.valueChanged.connect(self._write_weeks)
        acts: dict[str, Callable[[], object]] = {
            "on": self.move_on, "back": self.move_back,
            "decline": self.decline, "nominate": self.nominate,
        }  # fmt: skip
        self.table.act_wanted.connect(lambda act: acts[act]())
        self.session.changed.connect(self._on_changed)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo),
        ):
            QShortcut(keys, self).activated.connect(act)

    # showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the people as they stand in the store; who was selected stays so."""
        kept = [p.id for p in self.table.chosen()]
        self._people = store_people.participations(self.session.store, self._dialogue.id)
        self.stages.show_choices(stages(self._people))
        rows = invitation_rows(self._people, self._today, self.stages.value)
        self.model.show_rows(rows)
        self.table.choose(kept)
        if rows and not self.table.chosen():
            self.table.selectRow(0)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._says.setText(summary(self._people, self._today))
        self._tallies.setText(tally_words(self._dialogue, self._people))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.chosen()
        self.dates.show_people(chosen)
        self.on_button.setEnabled(any(onward(p.standing) for p in chosen))
        self.back_button.setEnabled(any(back(p.standing) for p in chosen))
        declined = [p for p in chosen if p.standing is Standing.DECLINED]
        self.decline_button.setEnabled(len(declined) < len(chosen))
        self.nominate_button.setEnabled(len(chosen) == len(declined) == 1)
        self.undo_button.setEnabled(self.session.store.undo_depth > self._floor)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("participations", "persons", "settings"):
            self.refresh()

    # changing -------------------------------------------------------------------------------

    def move_on(self) -> None:
        """Move those who are selected to their next standing."""
        self._move(onward)

    def move_back(self) -> None:
        """Move those who are selected one standing back."""
        self._move(back)

    def decline(self) -> None:
        """Write that those who are selected declined."""
        self._move(lambda _standing: Standing.DECLINED)

    def _move(self, where: Callable[[Standing], Standing | None]) -> None:
        chosen = [p.id for p in self.table.chosen()]
        at = self.table.currentIndex().row()
        moved = self._try(
            lambda: commands.move(self.session.store, self._dialogue.id, chosen, where, self._today)
        )
        if moved and self.stages.value is not None and self.model.rows:
            self.table.selectRow(min(at, len(self.model.rows) - 1))
        if moved and len(chosen) > 1:
            self._say(ntr("{n} person moved.", "{n} people moved.", moved))

    def nominate(self) -> None:
        """Ask who comes instead of the one who declined."""
        from dialogueprep.ui.dialogs.participant import ParticipantDialog
        from dialogueprep.ui.models.directory import choosable

        chosen = self.table.chosen()
        if len(chosen) != 1 or chosen[0].standing is not Standing.DECLINED:
            self._say(explain(Refused("substitute-for-nobody")), level_warns=True)
            return
        blank = substitute(chosen[0])
        known = choosable(self.session.store, blank, [p.person.id for p in self._people])
        part = ParticipantDialog.ask(self, self._dialogue, blank, known, self._people)
        if part is not None:
            self._take(chosen[0], part)

    def _take(self, declined: Participation, part: Participation) -> None:
        invitation = replace(part.invitation, substitute_for=declined.id)
        asked = replace(part, invitation=invitation, seat=declined.seat)
        made = self._try(lambda: commands.nominate(self.session.store, self._dialogue.id, asked))
        if not made:
            return
        self.stages.show_value(None)
        self.refresh()
        self.table.choose([made])
        names = declined.person.name.listed, part.person.name.listed
        self._say(
            tr("{new} stands in the place of {old}, with the roles there.",
               old=names[0], new=names[1])
        )  # fmt: skip

    def _write_dates(self, people: list[Participation]) -> None:
        self._try(lambda: commands.set_dates(self.session.store, self._dialogue.id, people))
        self._show_chosen()

    def _write_weeks(self, weeks: int) -> None:
        self._try(lambda: commands.wait_until(self.session.store, self._dialogue.id, weeks))

    def undo(self) -> None:
        """Take back the last change that was made here."""
        if self.session.store.undo_depth > self._floor:
            self.banner.show_notices([])
            self.session.attempt(self.session.store.undo)
            self.refresh()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.session.attempt(self.session.store.redo)
        self.refresh()

    def _try(self, work: Callable[[], Result]) -> Result | None:
        """Do something that may be refused; the refusal is said here."""

        def told() -> Result | None:
            try:
                done = work()
                self.banner.show_notices([])
                return done
            except Refused as refused:
                self._say(explain(refused), level_warns=True)
                return None

        return self.session.attempt(told)

    def _say(self, sentence: str, *, level_warns: bool = False) -> None:
        remedies = () if level_warns else (Remedy(tr("Undo"), self.undo),)
        level = "warn" if level_warns else "info"
        self.banner.show_notices([Notice(sentence, level, "", remedies, closable=True)])
