"""Asking before a note is struck, and what to do about copies that a strike did not reach."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.store.backup import Backup
from dialogueprep.store.kits_made import KitMade
from dialogueprep.ui import dates
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import clauses, ntr, tr

_LINES = 4


class StrikeDialog(QDialog):
    """Shows the words that would go; Esc and Cancel leave them."""

    def __init__(self, parent: QWidget | None, words: str, findings: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Strike this note?"))
        said = tr(
            "It is taken out of the workspace, of what can be undone and of the copies in "
            "“backups”. It cannot be brought back."
        )
        quoted = Paragraph(words, "write", "ink", max_lines=_LINES)
        parts: list[QWidget] = [
            Label(self.windowTitle(), "head"),
            box(column(quoted, margins=(12, 9, 12, 9)), "shade"),
            Paragraph(said, "body", "ink2"),
        ]
        if findings:
            kept = ntr(
                "{n} finding drawn from it keeps its own words.",
                "{n} findings drawn from it keep their own words.",
                findings,
            )
            parts.append(Paragraph(kept, "body", "ink2"))
        cancel = Button(tr("Cancel"), on_click=self.reject)
        self.take = Button(tr("Strike"), "danger", on_click=self.accept)
        self.setLayout(
            column(*parts, 10, row(None, cancel, self.take), gap=8, margins=(24, 20, 24, 20))
        )
        self.setFixedWidth(480)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, words: str, findings: int = 0) -> bool:
        """Return whether the note is to be struck."""
        return bool(cls(parent, words, findings).exec())


def ask_about_missed(parent: QWidget | None, missed: Sequence[Backup]) -> bool:
    """Return whether the copies that still hold a struck note are to be deleted."""
    names = "\n".join(copy.path.name for copy in missed)
    said = tr(
        "The note is struck, but these copies could not be opened and may still hold it:\n{names}",
        names=names,
    )
    title = ntr("{n} copy was not reached", "{n} copies were not reached", len(missed))
    return Confirm.ask(parent, title, said, tr("Delete these copies"))


def ask_about_kits(parent: QWidget | None, kits: Sequence[KitMade], *, struck: bool) -> bool:
    """Return whether kits are to be deleted that may hold a note that was struck, or made private.

    Each is named: what it is for, the day, where it was put.
    """
    names = "\n".join(f"{called(kit)}\n{kit.path}" for kit in kits)
    if struck:
        said = tr(
            "The note is struck, but these kits were made before and may still hold it. Whoever "
            "has one keeps the note until the next kit from here is taken in.\n{names}",
            names=names,
        )
    else:
        said = tr(
            "The note is private now, but these kits were made before and may hold it. Whoever "
            "has one keeps the note.\n{names}",
            names=names,
        )
    title = ntr("{n} kit may hold the note", "{n} kits may hold the note", len(kits))
    return Confirm.ask(parent, title, said, tr("Delete these kits"))


def called(kit: KitMade) -> str:
    """Return what a kit is called, and its day: "Whole dialogue, 12 Nov 2026"."""
    from dialogueprep.workflows.kits import NAMES  # reads the gate, which a start does not need

    return clauses([tr(NAMES[kit.purpose]), dates.day(kit.on)])
