"""What is done with the people of the roster: added, opened, changed, removed, and their menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from dialogueprep.commands import people as commands
from dialogueprep.domain.people import Attendance, Participation
from dialogueprep.store import people
from dialogueprep.ui import closed_dialogues
from dialogueprep.ui.dialogs.participant import ParticipantDialog, nobody
from dialogueprep.ui.models.directory import choosable
from dialogueprep.ui.widgets.cell_menu import CellActs, fill_menu
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.participants import ParticipantsPage


class PeopleWork:
    """Asks for people and writes them; the roster then stands on whom that was about."""

    def __init__(self, page: ParticipantsPage) -> None:
        self._page, self._session, self._roster = page, page.session, page.roster

    def add(self) -> None:
        """Ask for somebody from the directory or new."""
        dialogue = self._session.open_dialogue()
        if dialogue is None or closed_dialogues.refuses(self._session):
            return
        found, there = self._roster.value(), self._there()
        blank = nobody(dialogue, found.part if found else None)
        known = choosable(self._session.store, blank, [p.person.id for p in there])
        part = ParticipantDialog.ask(self._page, dialogue, blank, known, there)
        if part is None:
            return
        if made := self._session.run(commands.add_participant, dialogue.id, part):
            self._page.search.clear()
            self._roster.choose(made)
            self._roster.setFocus()

    def open(self) -> None:
        """Show the chosen person, and write what was changed."""
        dialogue, found = self._session.open_dialogue(), self._roster.value()
        if dialogue is None or found is None:
            return
        changed = ParticipantDialog.ask(self._page, dialogue, found.part, here=self._there())
        if changed is not None and changed != found.part:
            self._session.run(commands.change_participant, dialogue.id, changed)
        self._roster.setFocus()

    def remove(self) -> None:
        """Take the chosen person off the roster."""
        if found := self._roster.value():
            self._session.run(commands.remove_participants, [found.id])
            name = found.part.person.name.listed
            self._session.say_removed(tr("{name} removed from the dialogue", name=name))

    def change(self, part: Participation) -> None:
        """Write a changed participation."""
        if self._session.dialogue is not None:
            self._session.run(commands.change_participant, self._session.dialogue, part)

    def menu(self) -> QMenu:
        """Return what can be done with the chosen person and cell."""
        cells, found = self._page.cells, self._roster.value()
        acts = CellActs(
            open=self.open,
            role=cells.toggle_role,
            presence=cells.toggle_presence,
            silence=cells.toggle_silence,
            change=self.change,
            remove=self.remove,
            edits=cells.edits(),
        )
        menu = QMenu(self._page)
        if found is not None:
            fill_menu(menu, found.part, self._at_item(), acts)
        return menu

    def _at_item(self) -> tuple[Attendance | None, ...]:
        """Return the presence in the chosen cell; nothing where no item is chosen."""
        found, column = self._roster.value(), self._roster.item()
        if found is None or column is None:
            return ()
        return (people.attendance(self._session.store, found.id, column.item.id),)

    def _there(self) -> list[Participation]:
        return [r.part for r in self._page.grid.rows] if self._page.grid else []
