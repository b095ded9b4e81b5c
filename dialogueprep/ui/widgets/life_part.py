"""The part of Home that leads a dialogue through its life, and reminds of notes that are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dialogueprep.domain.destroying import What
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.life import Life
from dialogueprep.store import destroyed, lives
from dialogueprep.ui import dates
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import window_language
from dialogueprep.ui.widgets.life_reminder import due_words
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.home import HomePage

_OVER = (Phase.DRAFTING, Phase.CLOSED)


class LifePart:
    """Its dialogs are about the dialogue of the card that has the keyboard, else the open one."""

    def __init__(self, session: Session, page: HomePage, today: Callable[[], date]) -> None:
        self._session, self._page, self._today = session, page, today

    def commands(self) -> Sequence[Command]:
        """Return what stands in the palette."""
        done = destroyed.acts(self._session.store)
        log = Command(tr("Certificates of destruction"), self.show_certificates, icon="scroll-text")
        return [*self.of_dialogue(), *([log] if done else [])]

    def of_dialogue(self) -> Sequence[Command]:
        """Return what stands in the menu of a dialogue: its next phases, then what destroys."""
        if (dialogue := self._page.current()) is None:
            return []
        life = lives.read(self._session.store, dialogue.id)
        return [*self._phases(dialogue), *self._destroying(dialogue, life)]

    def _phases(self, dialogue: Dialogue) -> Sequence[Command]:
        from dialogueprep.commands import life as commands

        begin = Command(tr("Begin the session"), self._move(commands.begin), icon="play")
        again = Command(tr("Go back to the session"), self._move(commands.begin), icon="play")
        draft = Command(tr("Go to drafting"), self._move(commands.draft), icon="pen-line")
        back = Command(tr("Go back to preparing"), self._move(commands.prepare), icon="arrow-left")
        close = Command(tr("Close the dialogue"), self.close, icon="lock")
        reopen = Command(tr("Open the dialogue again"), self.reopen, icon="lock-keyhole")
        return {
            Phase.PREPARING: [begin, draft, close],
            Phase.IN_SESSION: [draft, back, close],
            Phase.DRAFTING: [close, again, back],
            Phase.CLOSED: [reopen],
        }[dialogue.phase]

    def _destroying(self, dialogue: Dialogue, life: Life) -> Sequence[Command]:
        found = [Command(tr("Purge the dialogue"), self.purge, icon="trash-2")]
        if life.phase in _OVER and lives.has_notes(self._session.store, dialogue.id):
            notes, day = tr("Destroy the raw notes"), tr("When the notes are destroyed")
            found.insert(0, Command(notes, self.destroy_notes, icon="eraser"))
            found.insert(0, Command(day, self.set_date, icon="calendar-range"))
        return found

    def _move(self, command: Callable[..., None]) -> Callable[[], None]:
        def act() -> None:
            if (dialogue := self._page.current()) is not None:
                self._session.flush.emit()
                self._session.run(command, dialogue.id, self._today())

        return act

    def close(self) -> None:
        """Ask until when notes are kept, and close the dialogue."""
        from dialogueprep.commands import life as commands
        from dialogueprep.ui.dialogs.close_dialogue import ask_to_close

        if (dialogue := self._page.current()) is None:
            return
        self._session.flush.emit()
        chosen = ask_to_close(self._page, *self._asked(dialogue))
        if chosen is not None:
            today, due = self._today(), chosen.destroy_on
            self._session.run(commands.close, dialogue.id, today, due)

    def set_date(self) -> None:
        """Ask when the notes of a dialogue are to be destroyed."""
        from dialogueprep.commands import life as commands
        from dialogueprep.ui.dialogs.close_dialogue import ask_for_date

        if (dialogue := self._page.current()) is None:
            return
        chosen = ask_for_date(self._page, *self._asked(dialogue))
        if chosen is not None:
            self._session.run(commands.set_date, dialogue.id, chosen.destroy_on)

    def _asked(self, dialogue: Dialogue) -> tuple[Life, date, int]:
        store = self._session.store
        return lives.read(store, dialogue.id), self._today(), lives.usual_days(store)

    def reopen(self) -> None:
        """Ask why a closed dialogue is opened again, and open it."""
        from dialogueprep.commands import life as commands
        from dialogueprep.ui.dialogs.close_dialogue import ReopenDialog

        if (dialogue := self._page.current()) is None:
            return
        if reason := ReopenDialog.ask(self._page):
            self._session.run(commands.reopen, dialogue.id, reason, self._today())

    def destroy_notes(self) -> None:
        """Show what destroying the notes of a dialogue would do, and do it if that is wanted."""
        if (dialogue := self._page.current()) is not None:
            self._destroy(dialogue, What.NOTES)

    def purge(self) -> None:
        """Show what purging a dialogue would do, and do it if that is wanted."""
        if (dialogue := self._page.current()) is not None:
            self._destroy(dialogue, What.DIALOGUE)

    def _destroy(self, dialogue: Dialogue, what: What) -> None:
        from dialogueprep.ui.dialogs.destroy import DestroyDialog

        DestroyDialog.ask(self._page, self._session, dialogue, what, self._today())

    def show_certificates(self) -> None:
        """Show what was destroyed in this workspace."""
        from dialogueprep.ui.dialogs.certificates import CertificatesDialog

        CertificatesDialog(self._page, self._session).exec()

    def reminders(self, found: Sequence[Dialogue], today: date) -> list[Notice]:
        """Return a notice for each dialogue whose raw notes are due within a week, or overdue."""
        store = self._session.store
        due: list[Notice] = []
        dated = lives.with_date(store)
        for dialogue in (it for it in found if it.id in dated):
            life = lives.read(store, dialogue.id)
            left = life.days_left(today)
            if left is not None and lives.has_notes(store, dialogue.id):
                due.append(self._reminder(dialogue, life, left))
        return [*self._doubts(today), *due] if due else []

    def _doubts(self, today: date) -> list[Notice]:
        """Return a notice if this computer's date is hardly right."""
        from dialogueprep.commands import life as commands

        believable = commands.date_is_believable(self._session.store, today)
        return [] if believable else [_doubt(today)]

    def _reminder(self, dialogue: Dialogue, life: Life, left: int) -> Notice:
        name = dialogue.names.best(window_language())
        detail = tr("Nothing is destroyed by itself. You see first what goes and what stays.")
        look = Remedy(tr("Look at what goes"), partial(self._destroy, dialogue, What.NOTES))
        later = Remedy(tr("Another date"), partial(self._another_date, dialogue))
        said = tr("{what}: {name}", what=due_words(left), name=name)
        return Notice(said, "warn", detail=detail, remedies=(look, later))

    def _another_date(self, dialogue: Dialogue) -> None:
        self._session.choose(dialogue.id)
        self.set_date()


def _doubt(today: date) -> Notice:
    said = tr(
        "This computer says that today is {day}, which does not fit the days before.",
        day=dates.day(today),
    )
    detail = tr("Look at its date before you destroy anything on it.")
    return Notice(said, "warn", detail=detail)
