"""Asks what of the library leaves, in which form, and where the file is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Segments
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.target_field import TargetField
from dialogueprep.words import clauses, later, ntr, tr
from dialogueprep.workflows.library_exchange import WARNINGS

Scope = Literal["all", "listed", "selected"]
Counts = Mapping[Scope, tuple[int, int]]
"""Topics and recommendations by what may leave; a scope without topics is not offered."""

SCOPES: dict[Scope, str] = {
    "all": later("The whole library"),
    "listed": later("What is listed"),
    "selected": later("The selected topics"),
}
FORMS: dict[str, tuple[str, str]] = {
    ".csv": (later(".csv"), later("One table for any spreadsheet, to be edited and taken in.")),
    ".xlsx": (later(".xlsx"), later("A workbook with a sheet for each kind of entry, for Excel.")),
    ".json": (later("JSON"), later("For other programs, and the best choice for a whole library.")),
    ".docx": (
        later("Word table"),
        later("To be read, printed and corrected by colleagues, with a column for each language."),
    ),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    scope: Scope
    target: Path
    with_ratings: bool
    with_histories: bool
    language: Language


class LibraryExportDialog(QDialog):
    """Ratings and histories stay behind unless they are ticked, which shows a warning."""

    def __init__(self, parent: QWidget | None, counts: Counts, scope: Scope = "all") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export the library"))
        self.wanted: Wanted | None = None
        self._counts = counts
        offered: list[tuple[Scope, str]] = [
            (each, tr(words)) for each, words in SCOPES.items() if counts.get(each, (0,))[0]
        ]
        self.scope: Segments[Scope] = Segments(offered, scope, name=tr("What leaves"), fitted=True)
        forms = [(ending, tr(words)) for ending, (words, _) in FORMS.items()]
        self.form: Segments[str] = Segments(forms, ".csv", name=tr("Form"))
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), theme.window_language(), name=tr("Language")
        )
        self.ratings = CheckBox(tr("With ratings and their reasons"))
        self.histories = CheckBox(tr("With the history of use"))
        self._warnings = {
            name: NoteBox(tr(words), level="warn") for name, words in WARNINGS.items()
        }
        kinds = {ending: words for ending, (words, _) in FORMS.items()}
        self.file = TargetField("library", ".csv", kinds)
        self.export = Button("", "primary", on_click=self.take)
        self.export.setDefault(True)
        self._lay_out()
        self._connect()
        self._show_state()
        self.scope.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, counts: Counts, scope: Scope = "all") -> Wanted | None:
        """Return what is to leave and where to, or None if given up."""
        asked = cls(parent, counts, scope)
        return asked.wanted if asked.exec() else None

    def _lay_out(self) -> None:
        self._what = Field(tr("What leaves"), self.scope)
        self._form = Field(tr("Form"), self.form)
        self._language = Field(tr("Language of its head"), self.language)
        form = column(
            Label(tr("Export the library"), "title"),
            4,
            self._what,
            self._form,
            self._language,
            4,
            self.ratings,
            self._warnings["ratings"],
            self.histories,
            self._warnings["histories"],
            4,
            self.file,
            None,
            gap=10,
            margins=(24, 18, 24, 18),
        )
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.export, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.resize(620, 560)

    def _connect(self) -> None:
        self.scope.chosen.connect(lambda _scope: self._show_state())
        self.form.chosen.connect(self._take_ending)
        self.ratings.toggled.connect(lambda _on: self._show_state())
        self.histories.toggled.connect(lambda _on: self._show_state())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)

    def _take_ending(self, ending: str) -> None:
        self.file.show_ending(ending)
        self._show_state()

    def _show_state(self) -> None:
        topics, recommendations = self._counts[self.scope.value]
        held = (
            ntr("{n} topic", "{n} topics", topics),
            ntr("{n} recommendation", "{n} recommendations", recommendations),
        )
        self._what.say(clauses(held))
        self._form.say(tr(FORMS[self.form.value][1]))
        self._language.setVisible(self.form.value == ".docx")
        self._warnings["ratings"].setVisible(self.ratings.isChecked())
        self._warnings["histories"].setVisible(self.histories.isChecked())
        n = topics + recommendations
        self.export.setText(ntr("Export {n} entry", "Export {n} entries", n))

    def take(self) -> None:
        """Accept if there is a place for the file."""
        if (target := self.file.target()) is None:
            return
        self.wanted = Wanted(
            self.scope.value,
            target,
            self.ratings.isChecked(),
            self.histories.isChecked(),
            self.language.value,
        )
        self.accept()
