"""Hands a dialogue over: for which purpose, under which passphrase, into which file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.commands import kits as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.kits import Purpose, made_passphrase
from dialogueprep.sentences import explain
from dialogueprep.store import kits
from dialogueprep.store.kits import Made
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, PassphraseField
from dialogueprep.ui.widgets.keycards import KeyCard, StrengthBar
from dialogueprep.ui.widgets.kit_contents import Fingerprint, KitContents
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.target_field import TargetField
from dialogueprep.words import clauses, later, ntr, tr
from dialogueprep.workflows.kits import FOR_WHOM, NAMES, counted, file_name

_ICONS: Mapping[Purpose, str] = {
    Purpose.AGENDA: "handshake",
    Purpose.RAPPORTEUR: "notebook-pen",
    Purpose.NOTES: "reply",
    Purpose.RECORD: "scroll-text",
    Purpose.WHOLE: "layers",
}
_KINDS = {kits.ENDING: later("Kit")}
_OF_PASSPHRASE = ("passphrase-too-short", "kit-needs-passphrase")
_ASK, _DONE = range(2)


class HandOverDialog(QDialog):
    """Says of each kit what is in it and what is not, makes it, and shows its fingerprint."""

    def __init__(
        self, parent: QWidget | None, session: Session, dialogue: Dialogue, today: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hand over"))
        self._session, self._dialogue, self._today = session, dialogue, today
        self.made: Made | None = None
        self.purpose = Purpose.RAPPORTEUR
        self.cards = {
            each: KeyCard(tr(NAMES[each]), tr(FOR_WHOM[each]), _ICONS[each]) for each in Purpose
        }
        self.contents = KitContents()
        self.passphrase = PassphraseField(tr("Passphrase"), tr("Show"), tr("Hide"))
        self.strength = StrengthBar()
        self.file = TargetField(self._file_name().removesuffix(kits.ENDING), kits.ENDING, _KINDS)
        self.make_one = Button(tr("Make one"), "plain", "refresh-cw", on_click=self._make_one)
        self.asked = Field(tr("Passphrase of this kit"), self._passphrase_row())
        self.take = Button(tr("Make the kit"), "primary", on_click=self.make)
        self.views = QStackedWidget()
        self.views.addWidget(self._asking())
        self._connect()
        self.setLayout(column((self.views, 1), gap=0))
        self.resize(760, 580)
        self.cards[self.purpose].setChecked(True)
        self._make_one()
        self.cards[self.purpose].setFocus()

    def make(self) -> None:
        """Make the kit and show what to read over the phone; a refusal is said in place."""
        if (target := self.file.target()) is None:
            return
        self._session.flush.emit()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.made = commands.hand_over(
                self._session.store, self._dialogue.id, self.purpose, target, self.passphrase.text()
            )
        except Explained as error:
            about = self.asked if error.code in _OF_PASSPHRASE else self.file
            about.say(explain(error), bad=True)
            (self.passphrase if about is self.asked else self.file.line).setFocus()
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.views.addWidget(self._done_view(self.made))
        self.views.setCurrentIndex(_DONE)
        self.finish.setFocus()

    # asking ---------------------------------------------------------------------------------

    def _asking(self) -> QWidget:
        cards = QWidget()
        cards.setLayout(column(*self.cards.values(), None, gap=6))
        cards.setFixedWidth(theme.scaled(252))
        how = column(
            self.asked,
            self.strength,
            self.file,
            gap=8,
        )
        form = column(
            Label(tr("Hand over"), "title"),
            Label(self._name(), "body", "ink2", elide=True),
            6,
            (row(cards, (self.contents, 1), gap=24), 1),
            hairline(),
            how,
            gap=10,
            margins=(24, 18, 24, 14),
        )
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.take, margins=(24, 10, 24, 14)
        )
        return box(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))

    def _passphrase_row(self) -> QWidget:
        return box(row((self.passphrase, 1), self.make_one, gap=8))

    def _connect(self) -> None:
        for purpose, card in self.cards.items():
            card.toggled.connect(lambda on, it=purpose: self._choose(it) if on else None)
        self.passphrase.textChanged.connect(lambda _words: self._show_state())
        self.take.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take.click)

    def _choose(self, purpose: Purpose) -> None:
        before, self.purpose = self._file_name(), purpose
        path = Path(self.file.line.text())
        if path.name == before:
            self.file.line.setText(str(path.with_name(self._file_name())))
        left = kits.left_here(self._session.store, self._dialogue.id, purpose)
        self.contents.show_purpose(purpose, stays=_left(left))

    def _make_one(self) -> None:
        self.passphrase.setText(made_passphrase())
        self.passphrase.reveal()

    def _show_state(self) -> None:
        self.asked.say("")
        self.strength.show_passphrase(self.passphrase.text())
        self.take.setEnabled(bool(self.passphrase.text().strip()))

    def _file_name(self) -> str:
        return file_name(self.purpose, self._today)

    def _name(self) -> str:
        code = theme.window_language()
        return clauses((self._dialogue.names.best(code), self._dialogue.titles.best(code)))

    # done -----------------------------------------------------------------------------------

    def _done_view(self, made: Made) -> QWidget:
        self.finish = Button(tr("Close"), "primary", on_click=self.accept)
        self.finish.setDefault(True)
        clipboard = QGuiApplication.clipboard()
        words = self.passphrase.text()
        copy = Button(
            tr("Copy the passphrase"), "plain", "copy", on_click=lambda: clipboard.setText(words)
        )
        said = Label(words, "head")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form = column(
            Label(tr("The kit is made"), "title"),
            Label(tr(NAMES[made.purpose]), "body", "ink2"),
            Paragraph(counted(made.counts), "small", "ink2"),
            Paragraph(str(made.path), "small", "ink2"),
            10,
            Label(tr("Fingerprint"), "label"),
            Fingerprint(made.fingerprint),
            Paragraph(
                tr(
                    "Whoever takes the kit in sees the same digits. Compare them over the phone: "
                    "then it is this file and no other."
                ),
                "small",
                "ink2",
            ),
            10,
            Label(tr("Passphrase"), "label"),
            row(said, None, copy),
            Paragraph(
                tr(
                    "Tell it by another way than the file. It stands nowhere else: without it the "
                    "kit cannot be opened, and a new one has to be made."
                ),
                "small",
                "ink2",
            ),
            None,
            gap=6,
            margins=(24, 18, 24, 14),
        )
        actions = row(None, self.finish, margins=(24, 10, 24, 14))
        return box(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))


def _left(left: Mapping[str, int]) -> str:
    private, lines = left.get("private", 0), left.get("draft", 0)
    if not private + lines:
        return ""
    return clauses(
        (
            ntr("{n} private note stays here", "{n} private notes stay here", private)
            if private
            else "",
            ntr(
                "{n} line that is still being written stays here",
                "{n} lines that are still being written stay here",
                lines,
            )
            if lines
            else "",
        )
    )
