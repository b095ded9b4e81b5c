"""The locked window: a name, a field, and nothing of what is in the workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogueprep import paths
from dialogueprep.domain.errors import Explained, Trouble
from dialogueprep.sentences import explain
from dialogueprep.store import backup, bringing_back, keys, second_place
from dialogueprep.store.keys import Key
from dialogueprep.ui.apart import Closed
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.pages.first_run import choose_workspace
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, PassphraseField
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr

_LOST = ("workspace-damaged", "workspace-missing")
"""What leaves a workspace without a database that opens, so that a copy is wanted."""


class LockedPage(QWidget):
    """``opened`` carries a Session, ``restore_wanted`` what is Closed and a copy to Restore.

    The others say that another workspace is wanted.
    """

    opened = Signal(object)
    restore_wanted = Signal(object, object)
    create_wanted = Signal()
    another_wanted = Signal(Path)

    def __init__(self, folder: Path, machine: MachineSettings) -> None:
        super().__init__()
        self._folder, self._machine = folder, machine
        kinds = _kinds(folder)
        self.passphrase = PassphraseField(tr("Passphrase"), tr("Show"), tr("Hide"))
        self.passphrase.returnPressed.connect(self.open)
        self._field = Field(tr("Passphrase"), self.passphrase)
        self._open = Button(tr("Open"), "primary", on_click=self.open)
        self._open_sheet = Button(tr("Open"), "primary", on_click=self.open_by_sheet)
        self._open_sheet.hide()
        self._by_store = Button(
            tr("Open with this computer’s key store"),
            "plain",
            "hard-drive",
            on_click=self._open_by_store,
        )
        self.recovery = LineField(name=tr("Recovery key"))
        self.recovery.returnPressed.connect(self.open_by_sheet)
        self.recovery.textEdited.connect(lambda _typed: self._sheet_field.say(""))
        self._sheet_field = Field(tr("Recovery key: the eight groups of the sheet"), self.recovery)
        self._sheet_field.hide()
        self._by_sheet = Button(tr("Use the recovery sheet"), "link", on_click=self.use_sheet)
        if "sheet" not in kinds:  # to show it before it has an owner would open a window
            self._by_sheet.hide()
        self._by_words = Button(tr("Use a passphrase"), "link", on_click=self._use_words)
        self._by_words.hide()
        self._said = Paragraph("", "small", "block")
        self._said.hide()
        self._tried = Key("passphrase")
        self._damaged = False
        self.copies = Button(
            tr("Copies and restoring"), "plain", "archive-restore", on_click=self._show_copies
        )
        self.copies.hide()
        self._lay_out()
        by_words: tuple[QWidget, ...] = (self._field, self._open)
        if "keystore" in kinds:
            by_words = (*by_words, self._by_store) if "passphrase" in kinds else (self._by_store,)
        self._usual = (*by_words, self._by_sheet)
        for each in (self._field, self._open, self._by_store):
            each.setVisible(each in by_words)
        self.setFocusProxy(self.passphrase)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Open the workspace with what was typed."""
        if self.passphrase.text():
            self._open_with(Key.passphrase(self.passphrase.text()))

    def show_damaged(self) -> None:
        """Say that the workspace is damaged; its copies are offered to whoever has a key of it."""
        self._damaged = True
        self.say(explain(Trouble("workspace-damaged", folder=self._folder)))

    def use_sheet(self) -> None:
        """Ask for the recovery key in the place of the passphrase."""
        for shown in (*self._usual, self._said):
            shown.hide()
        for shown in (self._sheet_field, self._open_sheet, self._by_words):
            shown.show()
        self.recovery.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use_words(self) -> None:
        for shown in (self._sheet_field, self._open_sheet, self._by_words):
            shown.hide()
        for shown in self._usual:
            shown.show()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_by_sheet(self) -> None:
        """Open the workspace with the recovery key, or say in which group there is a slip."""
        try:
            key = Key.sheet(self.recovery.text())
        except Explained as error:
            self._sheet_field.say(explain(error), bad=True)
            return
        self._open_with(key)

    def _open_by_store(self) -> None:
        self._open_with(Key.keystore())

    def _open_with(self, key: Key) -> None:
        try:
            if bringing_back.is_place(self._folder):
                self._folder = bringing_back.bring_back(self._folder, key, paths.workspaces())
            if self._damaged:
                keys.unlock(self._folder, key)
                raise Trouble("workspace-damaged", folder=self._folder)
            session = Session.open(self._folder, key, self._machine, date.today())
        except Explained as error:
            self._tried = key
            self.copies.setVisible(error.code in _LOST and _has_copies(self._folder))
            self.say(explain(error))
            return
        self.passphrase.clear()
        self.recovery.clear()
        self.opened.emit(session)

    def _show_copies(self) -> None:
        """Offer the copies of a workspace that cannot be opened itself."""
        from dialogueprep.ui.dialogs.copies import CopiesDialog

        try:
            closed = Closed(self._folder, keys.unlock(self._folder, self._tried))
        except Explained as error:
            self.say(explain(error))
            return
        if wanted := CopiesDialog.show_of(self, closed):
            self.restore_wanted.emit(closed, wanted)

    def say(self, sentence: str) -> None:
        """Say beneath the field, or where there is none, why the workspace did not open."""
        if not self._sheet_field.isHidden():
            self._sheet_field.say(sentence, bad=True)
            return
        if self._field.isHidden():
            self._said.show_text(sentence)
            self._said.show()
            return
        self._field.say(sentence, bad=True)
        self.passphrase.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        another = Button(tr("Open another workspace"), "link", on_click=self._choose)
        create = Button(tr("Create a workspace"), "link", on_click=self.create_wanted.emit)
        inside = column(
            row(IconLabel("messages-square", "accent", 20), Label("DialoguePrep", "head"), None),
            26,
            Label(self._folder.name, "title", elide=True),
            row(
                IconLabel("lock-keyhole", "ink3", 14),
                Label(_state(self._folder), "small"),
                None,
                gap=7,
            ),
            12,
            self._field,
            self._sheet_field,
            self._said,
            6,
            row(self._open, self._open_sheet, self._by_store, None),
            row(self._by_sheet, self._by_words, None),
            row(self.copies, None),
            22,
            row(another, create, None, gap=20),
            gap=6,
        )
        held = box(inside, width=400)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 150, 24, 24)
        layout.addWidget(held, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _choose(self) -> None:
        if folder := choose_workspace(self):
            self.another_wanted.emit(folder)


def _has_copies(folder: Path) -> bool:
    second = second_place.chosen(folder)
    return bool(backup.listed(folder) or (second and second.copies))


def _state(folder: Path) -> str:
    if bringing_back.is_place(folder):
        return tr("Copies of a workspace: opening them brings it back here.")
    return tr("Locked. Nothing of it is shown until you open it.")


def _kinds(folder: Path) -> set[str]:
    """Return which kinds of keys open the workspace; a passphrase where that is unknown."""
    try:
        return {holder.kind for holder in keys.holders(folder)}
    except Explained:
        return {"passphrase"}
