"""An institution and a position in the languages of documents, as fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.people import Affiliation
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, Texts
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class PlaceTexts(QWidget):
    """One line a language: position and institution where they are known in it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.positions: dict[Language, LineField] = {
            x: self._line(tr("Position")) for x in LANGUAGES
        }
        self.names: dict[Language, LineField] = {
            x: self._line(tr("Institution")) for x in LANGUAGES
        }
        whole = column(gap=6)
        for language in LANGUAGES:
            label = Label(LANGUAGE_NAMES[language], "small", "ink2", language=language)
            label.setFixedWidth(theme.scaled(64))
            fields = (self.positions[language], 2), (self.names[language], 3)
            for field, _ in fields:
                kind = field.placeholderText()
                field.setAccessibleName(f"{kind}, {LANGUAGE_NAMES[language]}")
            whole.addLayout(row(label, *fields, gap=8))
        self.setLayout(whole)

    def _line(self, kind: str) -> LineField:
        field = LineField(placeholder=kind)
        field.textEdited.connect(lambda _words: self.edited.emit())
        return field

    def show_place(self, place: Affiliation) -> None:
        """Show the wordings that are known."""
        for fields, texts in ((self.positions, place.positions), (self.names, place.names)):
            for language, field in fields.items():
                field.setText(texts.get(language) or "")
                field.setCursorPosition(0)

    def place_with(self, place: Affiliation) -> Affiliation:
        """Return an affiliation with what is written here."""
        return replace(
            place,
            names=_with(place.names, self.names),
            positions=_with(place.positions, self.positions),
        )


def _with(texts: Texts, fields: dict[Language, LineField]) -> Texts:
    for language, field in fields.items():
        words = field.text().strip()
        if words != (texts.get(language) or ""):
            texts = texts.with_wording(language, words)
    return texts
