"""The kit for which a new workspace is made: whoever has nothing but the kit begins with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store.keys import Key
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.layout import box, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class FirstKit:
    """A kit that was looked into; it is opened again, with its passphrase, when it is taken in."""

    path: Path
    name: str
    said: str
    key: Key = field(repr=False)

    def take_into(self, session: Session) -> None:
        """Take the kit into a new workspace and open its dialogue; say it if that fails."""
        from dialogueprep.commands import kits as commands
        from dialogueprep.store import kits

        try:
            with kits.open(self.path, self.key) as kit:
                taken = commands.take_in(session.store, kit, date.today())
        except Explained as error:
            session.notice.emit(explain(error))
            return
        session.store.forget_all()
        session.choose(taken.dialogue)


def ask(parent: QWidget, path: Path | None = None) -> FirstKit | None:
    """Let the user choose a kit and look at what is in it; None if it was given up."""
    from dialogueprep.ui.dialogs.take_in_kit import TakeInKitDialog
    from dialogueprep.workflows.kits import counted, name_in

    asked = TakeInKitDialog(parent, None, path)
    if not asked.exec() or asked.kit is None:
        return None
    with asked.kit as kit:
        key = Key.passphrase(asked.passphrase.text())
        return FirstKit(asked.path, name_in(kit), counted(kit.counts), key)


def told(kit: FirstKit, leave_out: Button) -> QWidget:
    """Return what stands in the form about a kit that was chosen."""
    note = NoteBox(tr("“{name}” goes into the new workspace.", name=kit.name), kit.said)
    return box(row((note, 1), leave_out, gap=12))
