"""Asking why a passage stays as it is: for a name, what it stands for instead of a participant."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.decisions import Ground, Keep, grounds, may_keep
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.fields import Field, WritingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import later, tr

GROUNDS = {
    Ground.NAMESAKE: later("Another person of this name"),
    Ground.FIGURE: later("A public figure who is discussed"),
    Ground.WORD: later("A place or a word"),
    Ground.OTHER: later("Something else"),
}
_WHOLE = later(
    "A participant has this full name. It stays only where another person of the same name is "
    "meant, who was not in the room. Otherwise rewrite it or leave it out."
)
_ALONE = later("A participant has this name. Say what it stands for here.")
_OTHER = later("This may tell who spoke. Say why it does not.")


class KeepDialog(QDialog):
    """What a passage stands for, and in words who it is or why it stays."""

    def __init__(self, parent: QWidget | None, exposure: Exposure) -> None:
        super().__init__(parent)
        self._exposure = exposure
        self._possible = grounds(exposure)
        self.setWindowTitle(tr("Keep the passage"))
        self.sure = CheckBox(tr("This is another person of the same name"))
        self.sure.toggled.connect(self._say_nothing)
        self.unsure = Label("", "small", "block", wrap=True)
        self.unsure.hide()
        offered = [(ground, tr(GROUNDS[ground])) for ground in self._possible]
        nothing: list[tuple[Ground | None, str]] = [(None, tr("Choose what is meant"))]
        self.choice: Choice[Ground | None] = Choice([*nothing, *offered], None)
        self.choice.picked.connect(self._say_nothing)
        self._choice = Field(tr("What is meant"), self.choice)
        self.words = Field(*self._asked())
        self.words.field.setMinimumWidth(470)
        keep = Button(tr("Keep"), "primary", on_click=self.accept)
        keep.setShortcut("Ctrl+Return")
        self.setLayout(
            column(
                Label(tr("Keep the passage"), "head"),
                Label(tr("“{words}”", words=exposure.text), "strong", wrap=True),
                Label(self._sentence(), "body", "ink2", wrap=True),
                column(self.sure, self.unsure, gap=4),
                self._choice,
                self.words,
                row(None, Button(tr("Cancel"), on_click=self.reject), keep),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )
        self._show_what_is_asked()

    def accept(self) -> None:
        """Close if the passage may be kept so; else say what is missing, and stay."""
        if self.ground is None and self._exposure.whole:
            self.unsure.setText(tr("Say that another person is meant, or rewrite the passage."))
            self.unsure.show()
            self.sure.setFocus()
        elif self.ground is None:
            self._choice.say(tr("Say first what is meant."), bad=True)
            self.choice.setFocus()
        elif not may_keep(self._exposure, self.kept):
            self.words.say(tr("A few words are needed."), bad=True)
            self.words.field.setFocus()
        else:
            super().accept()
            return
        self._grow()

    @property
    def ground(self) -> Ground | None:
        """On which ground it stays, None while nothing is chosen."""
        if self._exposure.kind is not ExposureKind.NAME:
            return Ground.OTHER
        if self._exposure.whole:
            return Ground.NAMESAKE if self.sure.isChecked() else None
        return self.choice.value

    @property
    def kept(self) -> Keep:
        """What was decided."""
        field = self.words.field
        reason = field.toPlainText().strip() if isinstance(field, WritingField) else ""
        return Keep(reason, self.ground or Ground.OTHER)

    def _asked(self) -> tuple[str, WritingField]:
        if self._exposure.kind is not ExposureKind.NAME:
            example = tr("For example: any of five presentations, in no order")
            return tr("Reason"), WritingField("", example, lines=(2, 5))
        example = tr("For example: author of the paper cited")
        return tr("Who or what it is"), WritingField("", example, lines=(2, 5))

    def _sentence(self) -> str:
        if self._exposure.kind is not ExposureKind.NAME:
            return tr(_OTHER)
        return tr(_WHOLE) if self._exposure.whole else tr(_ALONE)

    def _show_what_is_asked(self) -> None:
        named = self._exposure.kind is ExposureKind.NAME
        self.sure.setVisible(named and self._exposure.whole)
        self._choice.setVisible(named and not self._exposure.whole)
        first = self.sure if self._exposure.whole else self.choice if named else self.words.field
        first.setFocus()

    def _grow(self) -> None:
        """Make room for what is said under a field."""
        if layout := self.layout():
            layout.activate()
        self.adjustSize()

    def _say_nothing(self) -> None:
        self._choice.say("")
        self.words.say("")
        self.unsure.hide()


def ask_keeping(parent: QWidget | None, exposure: Exposure) -> Keep | None:
    """Return on which ground a passage is kept, and in which words; None if cancelled."""
    dialog = KeepDialog(parent, exposure)
    return dialog.kept if dialog.exec() else None
