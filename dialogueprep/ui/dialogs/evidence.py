"""The evidence sheet: what was searched and read back for each released file, without content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.material import numbers as numbers_of
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.timetable import starts
from dialogueprep.sentences import explain
from dialogueprep.store import agenda, documents
from dialogueprep.store.documents import Release
from dialogueprep.ui import dates, theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, hairline, row, scrolled
from dialogueprep.words import tr
from dialogueprep.workflows import evidence
from dialogueprep.workflows.evidence import CLAIM, Facts


class EvidenceDialog(QDialog):
    """Shows the sheet, and prints it for the chair or saves it as a Word file."""

    def __init__(
        self, parent: QWidget | None, releases: Sequence[Release], numbers: Mapping[str, str]
    ) -> None:
        """Show the evidence of releases; ``numbers`` are those of the items, by id."""
        super().__init__(parent)
        self.setWindowTitle(tr("Evidence sheet"))
        self._sheets = [(r.file_name, facts_of(r, numbers)) for r in releases]
        inside = column(
            Label(tr("Evidence sheet"), "title"),
            Label(tr(CLAIM), "body", "ink2", wrap=True),
            gap=10,
            margins=(24, 20, 24, 12),
        )
        for name, facts in self._sheets:
            inside.addWidget(hairline())
            inside.addLayout(_sheet(name, facts))
        inside.addStretch(1)
        holder = QWidget()
        holder.setLayout(inside)
        self.print = Button(tr("Print"), "plain", "printer", on_click=self.print_sheet)
        self.save = Button(tr("Save as Word"), "plain", "file-output", on_click=self.ask_where)
        self.said = Label("", "small", "ink2", elide=True)
        close = Button(tr("Close"), "primary", on_click=self.accept)
        foot = row(self.print, self.save, (self.said, 1), close, gap=10, margins=(24, 10, 24, 14))
        self.setLayout(column((scrolled(holder, "paper"), 1), hairline(), foot, gap=0))
        self.resize(660, 620)
        close.setFocus()

    def print_sheet(self) -> None:
        """Ask for a printer, and print what is shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setDefaultFont(_on_paper())
            document.setHtml(self.page())
            document.print_(printer)

    def ask_where(self) -> None:
        """Ask where the sheet is to be written as a Word file, and write it."""
        proposed = str(Path.home() / "evidence.docx")
        kinds = tr("Word files (*.docx)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.save.text(), proposed, kinds)
        if not chosen:
            return
        path = Path(chosen)
        try:
            evidence.save_word(path, self._sheets)
        except Explained as error:
            self.said.setText(explain(error))
            return
        self.said.setText(tr("Saved as {name}, and read back", name=path.name))

    def page(self) -> str:
        """Return the sheet as a page of HTML."""
        parts = [f"<h2>{escape(self.windowTitle())}</h2><p>{escape(tr(CLAIM))}</p>"]
        for name, facts in self._sheets:
            lines = "".join(
                f"<tr><td>{escape(fact)}&nbsp;&nbsp;</td><td>{escape(value)}</td></tr>"
                for fact, value in facts
            )
            parts.append(f"<h3>{escape(name)}</h3><table cellpadding='2'>{lines}</table>")
        return "".join(parts)


def _on_paper() -> QFont:
    """Return the font of the printed sheet: in points, since a printer has other pixels."""
    font = theme.font("body")
    font.setPointSizeF(10)
    return font


def show_evidence(parent: QWidget, session: Session, product: Product) -> None:
    """Show the sheet of a product's released files, if there are any."""
    dialogue = session.open_dialogue()
    if dialogue is None:
        return
    known = documents.releases(session.store, dialogue.id)
    slots = starts(agenda.of_dialogue(session.store, dialogue.id), dialogue.hours).slots
    mine = [release for release in known if release.product == product]
    if mine:
        EvidenceDialog(parent, mine, numbers_of(slots)).exec()


def facts_of(release: Release, numbers: Mapping[str, str]) -> Facts:
    """Return what is known of a released file, line by line, with days as the window has them."""
    return evidence.facts_of(release, numbers, dates.day)


def _sheet(name: str, facts: Facts) -> QVBoxLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(4)
    table.setColumnMinimumWidth(0, 190)
    table.setColumnStretch(1, 1)
    for n, (fact, value) in enumerate(facts):
        table.addWidget(Label(fact, "small"), n, 0, Qt.AlignmentFlag.AlignTop)
        table.addWidget(Label(value, "small", "ink", wrap=True), n, 1)
    inside = column(Label(name, "strong"), gap=4)
    inside.addLayout(table)
    return inside
