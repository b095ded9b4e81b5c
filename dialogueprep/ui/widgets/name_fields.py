"""The parts of a person's name as fields; what is refused is said at the field."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.people import Gender, Name, NameOrder, Person
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import Field, SavingLine
from dialogueprep.ui.widgets.layout import column, side_by_side
from dialogueprep.words import later, tr

_MISSING = later("A family name is needed. Somebody with one name only has it here.")


class NameFields(QWidget):
    """Shows a person's name and gender; ``person_with`` returns a person with what is written.

    ``written`` is sent when something was written that can be kept.
    """

    written = Signal()
    typed = Signal()
    """A letter was typed or a choice made: what is shown of the name may differ."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = {part: SavingLine(placeholder=hint) for part, hint in _hints().items()}
        self.family = Field(tr("Family name"), self._lines["family"])
        self.given = Field(tr("Given name"), self._lines["given"])
        self.native = Field(tr("In the person’s own script"), self._lines["native"])
        self.reading = Field(tr("Reading"), self._lines["reading"])
        self.address = Field(tr("Usual address"), self._lines["address"])
        self.title = Field(tr("Title before the name"), self._lines["title"])
        self.honorific = Field(tr("Honorific"), self._lines["honorific"])
        self.order: Choice[NameOrder] = Choice(
            [(o, tr(wording.of(o))) for o in NameOrder], name=tr("Order of the name")
        )
        self.gender: Choice[Gender | None] = Choice(
            [(None, tr("Not said")), *((g, tr(wording.of(g))) for g in Gender)],
            name=tr("Gender"),
        )
        for line in self._lines.values():
            line.written.connect(self._on_written)
            line.textChanged.connect(lambda _words: self.typed.emit())
        for choice in (self.order, self.gender):
            choice.picked.connect(lambda _value: self.typed.emit())
            choice.picked.connect(lambda _value: self._on_written())
        self._lay_out()

    def _lay_out(self) -> None:
        lines = (
            (self.family, self.given),
            (Field(tr("Order of the name"), self.order), self.native),
            (self.reading, self.address),
            (self.title, self.honorific, Field(tr("Gender"), self.gender)),
        )
        whole = column(gap=12)
        for fields in lines:
            whole.addLayout(side_by_side(*((field, 1) for field in fields), gap=12))
        self.setLayout(whole)

    def show_person(self, person: Person) -> None:
        """Show a person's name; what is half typed stays."""
        for part in self._lines:
            self.line(part).show_text(getattr(person.name, part))
        self.order.show_value(person.name.order)
        self.gender.show_value(person.gender)
        if person.name.family:
            self.family.say("")

    def person_with(self, person: Person) -> Person:
        """Return a person with the name and gender that are written here."""
        parts = {part: self.line(part).text().strip() for part in self._lines}
        name = Name(order=self.order.value or NameOrder.FAMILY_FIRST, **parts)
        return replace(person, name=name, gender=self.gender.value)

    def complete(self) -> bool:
        """Return whether there is a family name; say at the field if there is none."""
        missing = not self.line("family").text().strip()
        self.family.say(tr(_MISSING) if missing else "", bad=missing)
        return not missing

    def line(self, part: str) -> SavingLine:
        """Return the field of a part of the name."""
        return self._lines[part]

    def flush(self) -> None:
        """Hand over what waits to be written."""
        for part in self._lines:
            self.line(part).flush()

    def _on_written(self, _text: str = "") -> None:
        if self.complete():
            self.written.emit()


def _hints() -> dict[str, str]:
    """Return the parts of a name, each with what may stand there."""
    return {
        "family": "",
        "given": "",
        "native": "",
        "reading": tr("kana or another"),
        "address": tr("the family name"),
        "title": tr("Professor, Ambassador"),
        "honorific": "氏, 教授, 박사",
    }
