"""The part of the agenda page that keeps agendas as templates and uses them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogueprep.domain.dialogue import Phase
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.agenda import AgendaPage


class TemplatesPart:
    """Its dialogs are opened from the menu and the palette, and from an empty agenda."""

    def __init__(self, session: Session, page: AgendaPage) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return what can be done: an empty agenda is no template, a closed one takes none."""
        dialogue, found = self._session.open_dialogue(), list[Command]()
        if dialogue is None:
            return found
        if self._page.agenda is not None and any(not i.aside for i in self._page.agenda.items):
            save = tr("Save the agenda as a template")
            found.append(Command(save, self.save, icon="bookmark"))
        if dialogue.phase is not Phase.CLOSED:
            found.append(Command(tr("Templates of agendas"), self.show, icon="layers"))
        return found

    def save(self) -> None:
        """Ask for names and what is kept, and keep the agenda."""
        from dialogueprep.ui.dialogs.template_form import TemplateForm

        self._session.flush.emit()
        if (dialogue := self._session.dialogue) is None:
            return
        name = TemplateForm.save(self._page, self._session, dialogue)
        if name:
            self._session.notice.emit(tr("“{name}” is among the templates.", name=name))

    def show(self) -> None:
        """Show all templates; using one puts the keyboard on the days."""
        from dialogueprep.ui.dialogs.agenda_templates import AgendaTemplatesDialog

        self._session.flush.emit()
        dialogue = self._session.dialogue
        if dialogue and AgendaTemplatesDialog.ask(self._page, self._session, dialogue):
            self._page.days.setFocus()
