"""The form of a new person in the directory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.ui.widgets.alike_note import AlikeNote
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.contact_fields import ContactFields
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.name_fields import NameFields
from dialogueprep.words import tr


class PersonDialog(QDialog):
    """Asks for a name; the rest is written on the page."""

    def __init__(self, parent: QWidget | None, directory: Sequence[Participation] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add person"))
        self.name = NameFields()
        self.contacts = ContactFields()
        self.known: PersonId | None = None
        self.alike = AlikeNote(directory)
        self.alike.take_button.setText(tr("Open that entry"))
        self.alike.taken.connect(self._open)
        self.name.written.connect(self._compare)
        self.contacts.email.editingFinished.connect(self._compare)
        self.done_button = Button(tr("Add to the directory"), "primary", on_click=self._take)
        self.done_button.setDefault(True)
        inside = column(
            Label(self.windowTitle(), "title"), self.alike, self.name,
            4, hairline(), 2, Label(tr("Contact"), "head"), self.contacts, None,
            gap=14, margins=(24, 18, 24, 18),
        )  # fmt: skip
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.done_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(column((box(inside, "paper"), 1), hairline(), box(actions, "shade"), gap=0))
        self.resize(660, 620)
        self.name.line("family").setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, directory: Sequence[Participation] = ()
    ) -> Person | PersonId | None:
        """Return a person without an id, the id of the entry that was meant, or None."""
        asked = cls(parent, directory)
        if not asked.exec():
            return None
        return asked.known or asked.person

    @property
    def person(self) -> Person:
        """The person as written."""
        blank = Person(id=PersonId(""), name=Name(family=""))
        return self.contacts.person_with(self.name.person_with(blank))

    def _compare(self) -> None:
        self.alike.compare(Participation(id=ParticipationId(""), person=self.person, delegation=""))

    def _open(self, known: Participation) -> None:
        self.known = known.person.id
        self.accept()

    def _take(self) -> None:
        if self.name.complete():
            self.accept()
        else:
            self.name.line("family").setFocus(Qt.FocusReason.OtherFocusReason)
