"""The register of house phrases: short forms, and the words they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import phrases as commands
from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.ui.delegates.register_row import RegisterRow
from dialogueprep.ui.dialogs.register import Register
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.words import tr
from dialogueprep.workflows import phrases


class HousePhrasesDialog(Register[Phrase]):
    """The register of one workspace."""

    tables = ("settings",)

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        hint = tr(
            "In a note, type a semicolon and the short form, then a space: “;conv” becomes the "
            "words. Ctrl+Z gives back what was typed."
        )
        super().__init__(parent, session, tr("House phrases"), hint)
        self._short_before = ""
        self.short = LineField("", tr("A few letters"))
        self.words = WritingField("", tr("The words as they stand in a note"), lines=(2, 6))
        form = column(
            Field(tr("Short form"), self.short),
            Field(tr("Words"), self.words),
            None,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        empty = tr("No house phrases yet.")
        self.lay_out(box(form), tr("New phrase"), empty, width=820, height=520)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session) -> None:
        """Show the register until the user closes it."""
        cls(parent, session).exec()

    def read(self) -> Sequence[Phrase]:
        return phrases.known(self.session.store)

    def row_of(self, value: Phrase) -> RegisterRow:
        short = f";{value.short}" if value.short else tr("New phrase")
        return RegisterRow(key=value.short, words=short, below=value.words, sign="text-cursor")

    def blank(self) -> Phrase:
        return Phrase("", "")

    def show_value(self, value: Phrase) -> None:
        self._short_before = value.short
        self.short.setText(value.short)
        self.words.setPlainText(value.words)

    def written(self, value: Phrase) -> Phrase:
        short = self.short.text().strip().removeprefix(";").removeprefix("；")
        return replace(value, short=short, words=self.words.toPlainText().strip())

    def keep(self, value: Phrase) -> str:
        known = phrases.known(self.session.store)
        commands.keep(self.session.store, known, self._short_before, value)
        return value.short

    def drop(self, value: Phrase) -> None:
        commands.remove(self.session.store, phrases.known(self.session.store), value.short)

    def first_field(self) -> QWidget:
        return self.words if self.shown is not None and self.shown.short else self.short
