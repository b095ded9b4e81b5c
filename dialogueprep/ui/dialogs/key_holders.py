"""Who can open this workspace: the holders of its key, added and removed, and a new key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import keys, settings
from dialogueprep.store.keys import Holder, Key
from dialogueprep.ui import dates
from dialogueprep.ui.apart import NewKey
from dialogueprep.ui.dialogs.confirm import AskPassphrase, Confirm
from dialogueprep.ui.dialogs.passphrases import PassphraseDialog
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, column, hairline, row, scrolled, side_by_side
from dialogueprep.words import later, ntr, tr

_KINDS = {
    "passphrase": (
        "key-round",
        later("Passphrase"),
        later("Opens the workspace, and each copy of its folder, for anyone who knows it."),
    ),
    "keystore": (
        "hard-drive",
        later("Key store of a computer"),
        later("Opens without typing, for one login on one computer only."),
    ),
    "sheet": (
        "scroll-text",
        later("Recovery sheet"),
        later("On paper. Opens for whoever has it, also if every passphrase is forgotten."),
    ),
    "file": (
        "file-text",
        later("Key file"),
        later("Opens for whoever has the file, as scripts do."),
    ),
}


class KeyHoldersDialog(QDialog):
    """``wanted`` is what is to be done once the workspace is closed: a new key, or nothing."""

    def __init__(self, parent: QWidget | None, session: Session, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who can open this workspace"))
        self._session, self._today = session, today
        self._folder = session.store.folder
        self.wanted: NewKey | None = None
        self._holders = QVBoxLayout()
        self._holders.setSpacing(0)
        self._count = Label("", "small", "ink3")
        self._said = Paragraph("", "small", "block")
        self._said.hide()
        self._lay_out()
        self._show_holders()

    @classmethod
    def change(cls, parent: QWidget | None, session: Session) -> NewKey | None:
        """Show the holders until they are closed; return what is wanted of the closed workspace."""
        dialog = cls(parent, session, date.today())
        dialog.exec()
        return dialog.wanted

    def _lay_out(self) -> None:
        self.add_words = Button(
            tr("Add a passphrase"), "plain", "key-round", on_click=self._add_passphrase
        )
        self.add_store = Button(
            tr("Add this computer’s key store"), "plain", "hard-drive", on_click=self._add_store
        )
        self.add_sheet = Button(
            tr("Make a recovery sheet"), "plain", "scroll-text", on_click=self._add_sheet
        )
        self.change_words = Button(
            tr("Change a passphrase"), "plain", on_click=self._change_passphrase
        )
        self.new_key = Button(tr("New key"), "plain", "refresh-cw", on_click=self._new_key)
        means = tr(
            "The workspace is encrypted with one random key. Each holder below has it wrapped in a "
            "secret of their own; any one of them is enough to open it."
        )
        about_new = tr(
            "Removing a holder does not change the key itself. A new key encrypts the workspace "
            "and its copies anew."
        )
        inside = QWidget()
        inside.setLayout(
            column(
                row(Label(self.windowTitle(), "title"), None, self._count),
                Paragraph(means, "body", "ink2"),
                4,
                self._holders,
                self._said,
                4,
                row(self.add_words, self.add_sheet, None),
                row(self.add_store, self.change_words, None),
                10,
                hairline(),
                8,
                row((Paragraph(about_new, "small", "ink2"), 1), self.new_key, gap=20),
                None,
                gap=7,
                margins=(28, 20, 28, 12),
            )
        )
        close = Button(tr("Close"), "primary", on_click=self.accept)
        foot = row(None, close, margins=(28, 10, 28, 14))
        self.setLayout(column((scrolled(inside, "paper"), 1), hairline(), foot, gap=0))
        self.resize(640, 600)
        close.setFocus()

    def _show_holders(self) -> None:
        clear(self._holders)
        try:
            held = keys.holders(self._folder)
        except Explained as error:
            self._say(error)
            return
        for holder in held:
            self._holders.addWidget(hairline())
            self._holders.addWidget(self._row(holder, alone=len(held) == 1))
        self._holders.addWidget(hairline())
        self._count.setText(ntr("{n} holder", "{n} holders", len(held)))
        passphrases = any(holder.kind == "passphrase" for holder in held)
        self.change_words.setVisible(passphrases)

    def _row(self, holder: Holder, *, alone: bool) -> QWidget:
        icon, kind, means = _KINDS[holder.kind]
        facts = [tr(kind)] if holder.name else []
        if holder.added:
            facts.append(tr("added on {day}", day=dates.day(holder.added)))
        words = column(
            row(
                Label(holder.name or tr(kind), "strong"),
                Label(" · ".join(facts), "small", "ink3"),
                None,
                gap=10,
            ),
            Paragraph(tr(means), "small", "ink2"),
            gap=1,
        )
        last: QWidget = Button(tr("Remove"), "link", on_click=lambda: self._remove(holder))
        last.setAccessibleName(tr("Remove {name}", name=holder.name or tr(kind)))
        if alone:
            last = Label(tr("the last one stays"), "small", "ink3")
        held = QWidget()
        sign = column(2, IconLabel(icon), None, gap=0)
        parts = side_by_side(sign, (words, 1), last, gap=12)
        held.setLayout(column(parts, gap=0, margins=(0, 9, 0, 9)))
        return held

    # adding and removing --------------------------------------------------------------------

    def _add_passphrase(self) -> None:
        by_store = self._only_store()
        asked = PassphraseDialog.ask(
            self, tr("Add a passphrase"), tr("Add"), with_name=True, with_known=not by_store
        )
        if asked is not None:
            known = Key.keystore() if by_store else Key.typed(asked.known)
            added = Key.passphrase(asked.new)
            self._try(lambda: self._add(known, added, asked.name))

    def _add_store(self) -> None:
        known = self._proof(tr("Add this computer’s key store"), tr("Add"))
        if known is not None:
            from platform import node

            self._try(lambda: self._add(known, Key.keystore(), node()))

    def _add_sheet(self) -> None:
        from dialogueprep.ui.dialogs.recovery_sheet import RecoverySheetDialog

        known = self._proof(tr("Make a recovery sheet"), tr("Go on"))
        if known is None or not self._try(lambda: keys.unlock(self._folder, known)):
            return
        name = str(settings.read(self._session.store, "name", ""))
        written = RecoverySheetDialog.ask(self, name, self._today)
        if written is not None:
            self._try(lambda: self._add(known, Key.sheet(written), ""))

    def _add(self, known: Key, added: Key, name: str) -> None:
        keys.add_holder(self._folder, known, added, name, today=self._today)

    def _change_passphrase(self) -> None:
        asked = PassphraseDialog.ask(self, tr("Change a passphrase"), tr("Change"))
        if asked is not None:
            self._try(lambda: keys.change_passphrase(self._folder, asked.known, asked.new))

    def _remove(self, holder: Holder) -> None:
        name = holder.name or tr(_KINDS[holder.kind][1])
        sentence = tr(
            "It opens this workspace no more. It still opens copies of the folder that were made "
            "before: on sticks, in mails, on other computers. Whoever kept such a copy and its key "
            "can read what is in it. To shut out also a copy of the key itself, give the workspace "
            "a new key afterwards."
        )
        if Confirm.ask(self, tr("Remove “{name}”?", name=name), sentence, tr("Remove")):
            self._try(lambda: keys.remove_holder(self._folder, holder.id))

    def _new_key(self) -> None:
        if self._session.waiting or self._session.left_behind():
            from dialogueprep.domain.errors import Refused

            self._say(Refused("key-change-waits"))
            return
        sentence = tr(
            "The workspace and its copies are encrypted anew, whole or not at all. Only the key "
            "that you give now opens them then; add the others again, and make a new recovery "
            "sheet. Copies elsewhere stay as they are: the second place follows when it is there; "
            "others open with the old keys."
        )
        known = self._proof(tr("Give the workspace a new key"), tr("New key"), sentence)
        if known is not None and self._try(lambda: keys.unlock(self._folder, known)):
            self.wanted = NewKey(known)
            self.accept()

    def _proof(self, title: str, verb: str, sentence: str = "") -> Key | None:
        """Return a key that opens the workspace: typed, or where none can be, the key store's."""
        if self._only_store():
            agreed = not sentence or Confirm.ask(self, title, sentence, verb, "primary")
            return Key.keystore() if agreed else None
        typed = AskPassphrase.ask(self, title, verb, sentence)
        return Key.typed(typed) if typed is not None else None

    def _only_store(self) -> bool:
        return {holder.kind for holder in keys.holders(self._folder)} == {"keystore"}

    def _try(self, work: Callable[[], object]) -> bool:
        self._said.hide()
        try:
            work()
        except Explained as error:
            self._say(error)
            return False
        self._show_holders()
        return True

    def _say(self, error: Explained) -> None:
        self._said.show_text(explain(error))
        self._said.show()
