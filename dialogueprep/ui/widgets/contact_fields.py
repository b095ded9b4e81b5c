"""E-mail, telephone, languages and remarks of a person, for a dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.moments import read_languages
from dialogueprep.domain.people import Person
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.layout import column, side_by_side
from dialogueprep.words import clauses, tr


def languages_words(languages: tuple[str, ...]) -> str:
    """Return languages by their own names, as they can be typed again."""
    return clauses(LANGUAGE_NAMES.get(cast("Language", code), code) for code in languages)


class ContactFields(QWidget):
    """Shows contacts; ``person_with`` returns a person with what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.email, self.phone, self.remarks = LineField(), LineField(), LineField()
        self.languages = LineField(placeholder=tr("the first language first"))
        lines = (
            (Field(tr("E-mail"), self.email), Field(tr("Telephone"), self.phone)),
            (Field(tr("Languages"), self.languages),
             Field(tr("Remarks"), self.remarks, tr("for organisers only"))),
        )  # fmt: skip
        whole = column(gap=12)
        for fields in lines:
            whole.addLayout(side_by_side(*((field, 1) for field in fields), gap=12))
        self.setLayout(whole)

    def show_person(self, person: Person) -> None:
        """Show the contacts of a person."""
        for field, words in (
            (self.email, person.email), (self.phone, person.phone),
            (self.remarks, person.remarks), (self.languages, languages_words(person.languages)),
        ):  # fmt: skip
            field.setText(words)
            field.setCursorPosition(0)

    def person_with(self, person: Person) -> Person:
        """Return a person with the contacts that are written here."""
        remarks = self.remarks.text().strip()
        return replace(
            person,
            email=self.email.text().strip(),
            phone=self.phone.text().strip(),
            # one line shows several as one: what was not changed here keeps its lines
            remarks=person.remarks if remarks == _one_line(person.remarks) else remarks,
            languages=read_languages(self.languages.text()),
        )


def _one_line(remarks: str) -> str:
    field = LineField(remarks)
    return field.text().strip()
