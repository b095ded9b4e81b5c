"""Making a recovery sheet: a random key on paper, which the program does not keep."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QWidget

from dialogueprep.domain import recovery
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.ui import dates
from dialogueprep.ui.kept_typed import PASSING
from dialogueprep.ui.theme import window_language
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr

_ASKED = 5  # the group that is asked for, from 1
_ACROSS = 4


class RecoverySheetDialog(QDialog):
    """Shows the key once, puts it on paper, and asks for one group of it."""

    def __init__(self, parent: QWidget | None, workspace: str, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recovery sheet"))
        self._workspace, self._today = workspace, today
        self.groups = recovery.groups(os.urandom(recovery.BYTES))
        self.asked = LineField(name=tr("Group {n} from the sheet", n=_ASKED))
        self.asked.setProperty(PASSING, True)
        self.asked.textChanged.connect(self._on_edited)
        self._field = Field(tr("Group {n} from the sheet", n=_ASKED), self.asked)
        self._said = Paragraph("", "small", "ink3")
        self.take = Button(tr("Add the sheet"), "primary", on_click=self.accept)
        save = Button(tr("Save as PDF"), "plain", "file-output", on_click=self._save)
        print_ = Button(tr("Print"), "plain", "printer", on_click=self._print)
        purpose = tr(
            "Whoever has this sheet can open the workspace, also if every passphrase is forgotten. "
            "The program keeps no copy of it: it is shown this once."
        )
        asking = tr("To be sure that it is on paper, type one group of it here.")
        self.setLayout(
            column(
                Label(tr("Recovery sheet"), "head"),
                Paragraph(purpose, "body", "ink2"),
                4,
                box(self._key(), "shade"),
                row(print_, save, None),
                self._said,
                4,
                Paragraph(asking, "body", "ink2"),
                self._field,
                8,
                row(None, Button(tr("Cancel"), on_click=self.reject), self.take),
                gap=9,
                margins=(24, 20, 24, 20),
            )
        )
        self._said.hide()
        self.setFixedWidth(520)
        self._on_edited()
        print_.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, workspace: str, today: date) -> str | None:
        """Return the recovery key once it is on paper, None if it was given up."""
        dialog = cls(parent, workspace, today)
        return " ".join(dialog.groups) if dialog.exec() else None

    def pdf(self) -> bytes:
        """Return the sheet to print, in the language of the window."""
        from dialogueprep.exchange.recovery_sheet import sheet_pdf

        before = (
            tr("Workspace: {name}", name=self._workspace),
            tr("Made on {day}", day=dates.day(self._today)),
            tr("Whoever has this sheet and the workspace’s folder, or a copy of it, can open it."),
        )
        after = (
            tr("To use it: on the page that asks for the passphrase, choose “Use the recovery "
               "sheet” and type all eight groups. Capitals, spaces and hyphens do not matter."),
            tr("The last character of each group checks it: the program says which group has a "
               "slip."),
            tr("Keep it apart from the computer, as in a safe. If it is lost, remove it in the "
               "settings and make another."),
        )  # fmt: skip
        return sheet_pdf(tr("Recovery sheet"), before, self.groups, after, window_language())

    def save_to(self, path: Path) -> None:
        """Write the sheet as a PDF, and say that the file is a key too."""
        from dialogueprep.exchange.atomic import whole_file

        try:
            with whole_file(path) as part:
                part.write_bytes(self.pdf())
        except Explained as error:
            self._say(explain(error), "block")
            return
        said = tr(
            "Saved as {name}. Delete the file once it is printed: it is a key.", name=path.name
        )
        self._say(said, "ink3")

    def _key(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for place, group in enumerate(self.groups):
            shown = Label(group, "title")
            shown.setAccessibleName(
                tr("Group {n}: {letters}", n=place + 1, letters=" ".join(group))
            )
            cell = column(Label(str(place + 1), "caption", "ink3"), shown, gap=0)
            grid.addLayout(cell, place // _ACROSS, place % _ACROSS)
        return grid

    def _on_edited(self) -> None:
        typed = recovery.plain(self.asked.text())
        right = typed == self.groups[_ASKED - 1]
        slip = len(typed) >= recovery.GROUP and not right
        self._field.say(tr("That is not group {n}.", n=_ASKED) if slip else "", bad=slip)
        self.take.setEnabled(right)

    def _save(self) -> None:
        name = tr("Recovery sheet") + ".pdf"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(tr("Recovery sheet"))
        if QPrintDialog(printer, self).exec():
            paint(self.pdf(), printer)

    def _say(self, sentence: str, ink: str) -> None:
        self._said.set_ink(ink)
        self._said.show_text(sentence)
        self._said.show()


def paint(pdf: bytes, printer: object) -> None:
    """Paint the first page of a PDF on a printer."""
    from PySide6.QtGui import QPainter

    from dialogueprep.exchange.read_pdf import opened
    from dialogueprep.ui.pdf_image import page_image

    with opened(pdf, "") as document:
        image = page_image(document, 0, 300 / 72)
    painter = QPainter(printer)  # type: ignore[call-overload]
    painter.drawImage(painter.viewport(), image)
    painter.end()
