"""The form of a new person in the directory."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.people import Name, Person, PersonId
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.name_fields import NameFields
from dialogueprep.words import tr


class PersonDialog(QDialog):
    """Asks for a name; the rest is written on the page."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add person"))
        self.name = NameFields()
        self.done_button = Button(tr("Add to the directory"), "primary", on_click=self._take)
        self.done_button.setDefault(True)
        inside = column(
            Label(self.windowTitle(), "title"), self.name, None, gap=14, margins=(24, 18, 24, 18)
        )
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.done_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(column((box(inside, "paper"), 1), hairline(), box(actions, "shade"), gap=0))
        self.resize(620, 400)
        self.name.line("family").setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None) -> Person | None:
        """Return a person without an id, or None if cancelled."""
        asked = cls(parent)
        return asked.person if asked.exec() else None

    @property
    def person(self) -> Person:
        """The person as written."""
        return self.name.person_with(Person(id=PersonId(""), name=Name(family="")))

    def _take(self) -> None:
        if self.name.complete():
            self.accept()
        else:
            self.name.line("family").setFocus(Qt.FocusReason.OtherFocusReason)
