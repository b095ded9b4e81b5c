"""The part of the agenda page that circulates versions and shows what changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from dialogueprep.commands import versions as commands
from dialogueprep.domain.editions import Edition, compare
from dialogueprep.store import agenda_versions, people
from dialogueprep.ui import closed_dialogues
from dialogueprep.ui.models.agenda_changes import standing
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, sentences, tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.agenda import AgendaPage


class VersionsPart:
    """Says which version is out, with the buttons Compare and Circulate in the page's head."""

    def __init__(
        self, session: Session, page: AgendaPage, today: Callable[[], date] = date.today
    ) -> None:
        self._session, self._page, self._today = session, page, today
        self._last: Edition | None = None
        self._now: Edition | None = None
        self.says = Label("", "small", "ink2", elide=True)
        self.says.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.compare = Button(tr("Compare"), icon="git-compare", on_click=self.show_changes)
        self.circulate = Button("", "primary", "signpost", on_click=self.ask)

    def refresh(self, *, closed: bool = False) -> None:
        """Show the version that is out and what can be done; nothing without an agenda."""
        dialogue, store = self._session.dialogue, self._session.store
        self._last = agenda_versions.latest(store, dialogue) if dialogue else None
        self._now = commands.edition_now(store, dialogue, leading=True) if dialogue else None
        filled = self._now is not None and bool(self._now.entries)
        words = standing(self._last, self._now) if self._now else ""
        self.says.setText(words)
        self.compare.setToolTip(words)
        self.compare.setVisible(self._last is not None)
        self.circulate.setText(self._verb())
        self.circulate.updateGeometry()
        self.circulate.setVisible(filled and not closed and self._differs())

    def commands(self) -> Sequence[Command]:
        """Return what stands in the menu: only what can be done now."""
        found: list[Command] = []
        if self._last is not None:
            found.append(Command(tr("Compare versions"), self.show_changes, icon="git-compare"))
        if self._now and self._now.entries and self._differs():
            found.append(Command(self._verb(), self.ask, icon="signpost"))
        return found

    def show_changes(self) -> None:
        """Show what is different, and do what the reader asks for there."""
        from dialogueprep.ui.dialogs.agenda_changes import AgendaChangesDialog

        dialogue, store = self._session.dialogue, self._session.store
        if dialogue is None or self._now is None or self._last is None:
            return
        self._session.flush.emit()
        editions = agenda_versions.of_dialogue(store, dialogue)
        known = {p.id: p for p in people.participations(store, dialogue)}
        now = commands.edition_now(store, dialogue)
        dialog = AgendaChangesDialog(self._page, editions, now, known)
        if not dialog.exec():
            return
        if dialog.circulating:
            self.ask()
        elif dialog.wanted:
            self._page.show_subject(dialog.wanted)

    def ask(self) -> None:
        """Ask, and keep the agenda as it stands as the next version."""
        from dialogueprep.ui.dialogs.confirm import Confirm

        self._session.flush.emit()
        dialogue = self._session.dialogue
        if dialogue is None or self._now is None or closed_dialogues.refuses(self._session):
            return
        now = commands.edition_now(self._session.store, dialogue)
        title = tr("Circulate version {n}", n=self._next())
        if Confirm.ask(self._page, title, self._what_happens(now), self._verb(), "primary"):
            edition = self._session.run(commands.circulate, dialogue, self._today())
            if edition is not None:
                self._say_circulated(edition)

    def _what_happens(self, now: Edition) -> str:
        said = [
            tr(
                "The agenda as it stands is kept as version {n}. Programmes bear this number and "
                "today’s date from then on.",
                n=self._next(),
            )
        ]
        if self._last is not None:
            found = compare(self._last, now)
            changes = ntr("{n} change", "{n} changes", found.count)
            affected = ntr("{n} person", "{n} people", len(found.affected))
            said.append(tr("{changes}; {people} affected.", changes=changes, people=affected))
        said.append(tr("This is not undone, and earlier steps cannot be undone afterwards."))
        return sentences(said)

    def _say_circulated(self, edition: Edition) -> None:
        sentence = tr("Version {n} is kept. Release the programme, and send it.", n=edition.number)
        go = Remedy(tr("Go to Documents"), partial(self._session.go, "documents"))
        self._page.show_news([Notice(sentence, "info", remedies=(go,), closable=True)])

    def _differs(self) -> bool:
        if self._now is None:
            return False
        return self._last is None or bool(compare(self._last, self._now).count)

    def _next(self) -> int:
        return (self._last.number if self._last else 0) + 1

    def _verb(self) -> str:
        return tr("Circulate v{n}", n=self._next())
