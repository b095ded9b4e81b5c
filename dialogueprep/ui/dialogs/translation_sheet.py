"""Asks which texts go to translators, in which languages, and where the sheet is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.gate import Roster
from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Segments
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.target_field import TargetField
from dialogueprep.words import later, listed, ntr, sentences, tr
from dialogueprep.workflows.translation_sheet import Held, Sheet, examined_sheet, named

_KINDS = {".docx": later("Word table")}
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class WantedSheet:
    """What was asked for."""

    sheet: Sheet
    target: Path
    with_warned: bool


class TranslationSheetDialog(QDialog):
    """Languages, which texts, what stays here and why, and the file."""

    def __init__(
        self,
        parent: QWidget | None,
        places: Sequence[TextPlace],
        roster: Roster,
        language: Language,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sheet for translators"))
        self._places, self._roster = places, roster
        self.wanted: WantedSheet | None = None
        self.languages: dict[Language, CheckBox] = {
            code: CheckBox(name) for code, name in LANGUAGE_NAMES.items()
        }
        self.languages[language].setChecked(True)
        self.which: Segments[bool] = Segments(
            [(True, tr("What needs a translation")), (False, tr("All texts"))],
            True, name=tr("Which texts"), fitted=True,
        )  # fmt: skip
        self.warned = CheckBox(tr("Send texts with a warning too"))
        self._notes = column(gap=8)
        self.file = TargetField("translation", ".docx", _KINDS)
        self.write = Button("", "primary", on_click=self.take)
        self.write.setDefault(True)
        self._lay_out()
        for each in (*self.languages.values(), self.warned):
            each.toggled.connect(lambda _on: self._show())
        self.which.chosen.connect(lambda _on: self._show())
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.take)
        self._show()
        self.languages[language].setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        places: Sequence[TextPlace],
        roster: Roster,
        language: Language,
    ) -> WantedSheet | None:
        """Return what is to be written and where, or None if given up."""
        asked = cls(parent, places, roster, language)
        return asked.wanted if asked.exec() else None

    def take(self) -> None:
        """Accept, if there is a text and a place for the file."""
        if self.write.isEnabled() and (target := self.file.target()) is not None:
            self.wanted = WantedSheet(self.sheet, target, self.warned.isChecked())
            self.accept()

    def _lay_out(self) -> None:
        chosen = row(*self.languages.values(), None, gap=18)
        hint = tr(
            "A Word table with a row for each text and a column for each language. It is read back "
            "into the texts when it returns."
        )
        upper = column(
            Label(tr("Sheet for translators"), "title"), Paragraph(hint, "small", "ink2"), 8,
            Field(tr("Translate into"), box(chosen)), Field(tr("Which texts"), self.which),
            self._notes, self.warned, self.file,
            gap=12, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        foot = row(None, cancel, self.write, margins=(20, 10, 24, 12))
        self.setLayout(column(box(upper, "paper"), hairline(), box(foot, "shade"), gap=0))
        self.setFixedWidth(620)

    def _show(self) -> None:
        wanted: list[Language] = [code for code, tick in self.languages.items() if tick.isChecked()]
        self.sheet = examined_sheet(
            self._places, wanted, self._roster, only_needed=self.which.value
        )
        warned, blocked = self.sheet.warned, self.sheet.blocked
        clear(self._notes)
        if blocked:
            self._notes.addWidget(NoteBox(_stays(len(blocked)), _names(blocked), "block"))
        if warned:
            self._notes.addWidget(NoteBox(_may(len(warned)), _names(warned), "warn"))
        self.warned.setVisible(bool(warned))
        n = len(self.sheet.leaving(with_warned=self.warned.isChecked())) if wanted else 0
        words = ntr("Write the sheet with {n} text", "Write the sheet with {n} texts", n)
        self.write.setText(words if n else tr("Nothing to translate"))
        self.write.setEnabled(bool(n))


def _may(n: int) -> str:
    return ntr("{n} text may identify a participant.", "{n} texts may identify a participant.", n)


def _stays(n: int) -> str:
    stays = ntr(
        "{n} text identifies a participant and stays here.",
        "{n} texts identify a participant and stay here.",
        n,
    )
    return sentences((stays, tr("Reword it first.")))


def _names(held: Sequence[Held]) -> str:
    told = [
        tr("{name}: “{words}”", name=named(h.row.place), words=h.exposures[0].text) for h in held
    ]
    more = len(told) - _MOST_NAMED
    rest = ntr("and {n} more", "and {n} more", more) if more > 0 else ""
    return listed([*told[:_MOST_NAMED], rest])
