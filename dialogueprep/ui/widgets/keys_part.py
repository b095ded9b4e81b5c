"""What the palette can do about keys and copies, from any page: the dialogs of the settings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.dialogs.copies import CopiesDialog
    from dialogueprep.ui.dialogs.key_holders import KeyHoldersDialog


class KeysPart(QObject):
    """``apart_wanted`` carries an Apart: what is to be done once the workspace is closed."""

    apart_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._widget = session, parent

    def commands(self) -> Sequence[Command]:
        """Return what stands in the palette, where it is asked for."""
        holders, copies = self.show_holders, self.show_copies
        every = (
            (tr("Who can open this workspace"), "key-round", holders),
            (tr("Make a recovery sheet"), "scroll-text", partial(holders, "sheet")),
            (tr("Give the workspace a new key"), "refresh-cw", partial(holders, "new")),
            (tr("Copies and restoring"), "archive-restore", copies),
            (tr("Choose a second place for copies"), "hard-drive", partial(copies, "place")),
        )
        return [Command(words, act, icon=icon, when_asked=True) for words, icon, act in every]

    def show_holders(self, begin: str = "") -> None:
        """Show who can open the workspace; begin with a "sheet" or a "new" key."""
        from dialogueprep.ui.dialogs.key_holders import KeyHoldersDialog

        dialog = KeyHoldersDialog(self._widget, self._session, date.today())
        self._show(dialog, {"sheet": dialog.add_sheet, "new": dialog.new_key}.get(begin))

    def show_copies(self, begin: str = "") -> None:
        """Show the copies; begin with choosing a second "place" for them."""
        from dialogueprep.ui.dialogs.copies import CopiesDialog

        dialog = CopiesDialog(self._widget, self._session)
        self._show(dialog, dialog.second.choose if begin and dialog.second else None)

    def _show(self, dialog: KeyHoldersDialog | CopiesDialog, button: Button | None) -> None:
        if button is not None:
            QTimer.singleShot(0, button, button.click)
        dialog.exec()
        if dialog.wanted is not None:
            self.apart_wanted.emit(dialog.wanted)
        dialog.deleteLater()
