"""The choice, in the preview of a purge, to remove also the people to whom nothing else refers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.people import Person
from dialogueprep.store.alone import Alone
from dialogueprep.ui.models.destroying_words import along, says_of_going, says_of_staying
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import column
from dialogueprep.words import listed


class PeopleAlong(QWidget):
    """A box that is not ticked, who it is about by name, what it does, and how many stay."""

    toggled = Signal()

    def __init__(self, found: Alone) -> None:
        super().__init__()
        self._found = found
        n = len(found.people)
        self.also = CheckBox(along(n))
        self.also.toggled.connect(self.toggled)
        self.names = Paragraph(listed(map(_in_one_line, found.people)))
        going = [Paragraph(says_of_going(), "small", "ink2")] if n else []
        stay = (
            [Paragraph(says_of_staying(found), "small", "ink2")] if found.staying or not n else []
        )
        who = [4, self.names] if n else []
        said = column(*going, *stay, *who, gap=4, margins=(26 if n else 0, 0, 0, 0))
        self.setLayout(column(*([self.also] if n else []), said, gap=4))

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of those who go; none as long as the box is not ticked."""
        return self._found.ids if self.also.isChecked() else frozenset()


def _in_one_line(person: Person) -> str:
    return person.name.listed.replace(" ", "\N{NO-BREAK SPACE}")
