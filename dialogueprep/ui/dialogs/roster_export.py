"""Asks for whom a roster is written, which facts leave with it, and where the file goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.name_sorting import Sorting
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.name_orders import SORTINGS
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice, Segments
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.target_field import TargetField
from dialogueprep.words import later, ntr, tr
from dialogueprep.workflows.roster_export import PERSONAL, WARNINGS, For

_FOR = {For.PARTICIPANTS: later("Participants"), For.ORGANISERS: later("Organisers")}
_ABOUT = {
    For.PARTICIPANTS: later(
        "Names, titles, delegations and institutions of those who agreed to be listed."
    ),
    For.ORGANISERS: later(
        "Everybody, with sector, gender, capacity, consent and further spellings as well."
    ),
}
_KINDS = {".csv": later(".csv"), ".xlsx": later(".xlsx")}
_SEPARATORS = {",": later("Comma"), ";": later("Semicolon"), "\t": later("Tab")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    audience: For
    contacts: bool
    language: Language
    separator: str
    target: Path
    order: Sorting | None = None


class RosterExportDialog(QDialog):
    """Contacts stay behind unless they are ticked, which shows a warning."""

    def __init__(self, parent: QWidget | None, counts: Mapping[For, int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export the roster"))
        self.wanted: Wanted | None = None
        self._counts = counts
        self.audience: Segments[For] = Segments(
            [(a, tr(words)) for a, words in _FOR.items()], For.PARTICIPANTS, name=tr("For whom")
        )
        self.kind: Segments[str] = Segments(
            [(k, tr(words)) for k, words in _KINDS.items()], ".xlsx", name=tr("Form")
        )
        self.separator: Segments[str] = Segments(
            [(s, tr(words)) for s, words in _SEPARATORS.items()], ",", name=tr("Separator")
        )
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), theme.window_language(), name=tr("Language")
        )
        self.order: Choice[Sorting | None] = Choice(
            [(None, tr("As in the roster")), *((s, tr(said)) for s, said in SORTINGS.items())],
            name=tr("Order of names"),
        )
        self.contacts = CheckBox(tr("With contacts, travel, diet and remarks"))
        self._personal = NoteBox(tr(PERSONAL), level="info")
        self._warnings = {name: NoteBox(tr(said), level="warn") for name, said in WARNINGS.items()}
        self.file = TargetField("list", ".xlsx", _KINDS)
        self.export = Button("", "primary", on_click=self.take)
        self.export.setDefault(True)
        self._lay_out()
        self._connect()
        self._show_state()
        self.audience.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, counts: Mapping[For, int]) -> Wanted | None:
        """Return what is to leave and where to, or None if given up."""
        asked = cls(parent, counts)
        return asked.wanted if asked.exec() else None

    def _lay_out(self) -> None:
        self._audience = Field(tr("For whom"), self.audience)
        self._separator = Field(tr("Separator"), self.separator)
        form = column(
            Label(tr("Export the roster"), "title"),
            4,
            self._audience,
            Field(tr("Form"), self.kind),
            self._separator,
            Field(tr("Language of heads and words"), self.language),
            Field(tr("Order of names"), self.order),
            4,
            self.contacts,
            self._warnings["contacts"],
            self._warnings["inside"],
            self._personal,
            4,
            self.file,
            None,
            gap=10,
            margins=(24, 18, 24, 18),
        )
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.export, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.resize(620, 660)

    def _connect(self) -> None:
        self.audience.chosen.connect(lambda _value: self._show_state())
        self.kind.chosen.connect(self._take_ending)
        self.contacts.toggled.connect(lambda _on: self._show_state())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)

    def _take_ending(self, ending: str) -> None:
        self.file.show_ending(ending)
        self._show_state()

    def _show_state(self) -> None:
        audience = self.audience.value
        self._audience.say(tr(_ABOUT[audience]))
        self._separator.setVisible(self.kind.value == ".csv")
        self._warnings["contacts"].setVisible(self.contacts.isChecked())
        self._warnings["inside"].setVisible(audience is For.ORGANISERS)
        n = self._counts[audience]
        self.export.setText(ntr("Export {n} person", "Export {n} people", n))
        self.export.setEnabled(n > 0)

    def take(self) -> None:
        """Accept if there is a place for the file."""
        if (target := self.file.target()) is None:
            return
        self.wanted = Wanted(
            self.audience.value,
            self.contacts.isChecked(),
            self.language.value,
            self.separator.value,
            target,
            self.order.value,
        )
        self.accept()
