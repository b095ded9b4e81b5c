"""The log of what was released and sent, with a copy for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.atomic import write_whole
from dialogueprep.exchange.plain_table import table_csv
from dialogueprep.sentences import explain
from dialogueprep.store import documents, drafts, people
from dialogueprep.ui.models.release_log import HEADS, LogRow, log_rows
from dialogueprep.ui.models.table_model import Column, Index, TableModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.row_table import as_row_table, chosen_rows, paint_cell
from dialogueprep.words import ntr, tr

_WIDTHS = (132, 150, 156, 96, 110, 236)


class _Cells(QStyledItemDelegate):
    """The document stands out."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        role = "strong" if index.column() == 1 else "body"
        ink = "ink" if index.column() in (1, 2) else "ink2"
        paint_cell(p, option, index, (role, ink), tabular=True)


class ReleaseLog(QDialog):
    """Rows are chosen with Shift, Ctrl and Ctrl+A; Ctrl+C copies them, else all."""

    def __init__(self, parent: QWidget | None, rows: Sequence[LogRow]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What was released"))
        self._model: TableModel[LogRow] = TableModel(
            [
                Column(tr(head), lambda r, n=n: r.cells[n], tooltip=lambda r, n=n: r.whole[n])
                for n, head in enumerate(HEADS)
            ],
            key=lambda r: r.id,
        )
        self._model.show_rows(list(rows))
        self.table = self._table()
        self.copy_button = Button(tr("Copy"), "plain", "copy", on_click=self.copy)
        self.export_button = Button(
            tr("Write as .csv"), "plain", "file-output", on_click=self._choose
        )
        for button in (self.copy_button, self.export_button):
            button.setEnabled(bool(rows))
        self.said = Label("", "small", elide=True)
        close = Button(tr("Close"), "primary", on_click=self.reject)
        close.setDefault(True)
        QShortcut(QKeySequence.StandardKey.Copy, self).activated.connect(self.copy)
        nothing = Paragraph(tr("Nothing was released of this dialogue yet."), "body", "ink2")
        middle = QStackedWidget()
        middle.addWidget(self.table)
        middle.addWidget(box(column(nothing, None, margins=(24, 18, 24, 18)), "paper"))
        middle.setCurrentIndex(0 if rows else 1)
        note = Paragraph(
            tr("It tells what left, when and for whom, and stays in the workspace. The names of "
               "those to whom drafts were sent stand in a copy too."), "small", "ink2",
        )  # fmt: skip
        head = column(
            Label(tr("What was released"), "title"), note, gap=6, margins=(24, 18, 24, 14)
        )
        foot = row(
            self.copy_button, self.export_button, (self.said, 1), close, gap=8,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(
            column(box(head, "paper"), hairline(), (middle, 1), hairline(), box(foot, "shade"),
                   gap=0)
        )  # fmt: skip
        self.resize(1050, 560)
        (self.table if rows else close).setFocus()

    @classmethod
    def show_of(cls, parent: QWidget | None, session: Session) -> None:
        """Show the log of the open dialogue until it is closed."""
        if (dialogue := session.open_dialogue()) is None:
            return
        store, of = session.store, dialogue.id
        roster = people.participations(store, of)
        sent = drafts.circulations(store, of)
        cls(parent, log_rows(documents.releases(store, of), sent, dialogue, roster)).exec()

    def copy(self) -> None:
        """Put the chosen rows, or all, on the clipboard as tabs and lines."""
        rows = self._chosen()
        lines = ["\t".join(tr(head) for head in HEADS), *("\t".join(r.whole) for r in rows)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.setText(ntr("{n} row copied.", "{n} rows copied.", len(rows)))

    def write_to(self, target: Path) -> None:
        """Write all rows to a file, or say why it cannot be."""
        content = table_csv([tr(head) for head in HEADS], (r.whole for r in self._model.rows))
        try:
            write_whole(target, content)
        except Trouble as trouble:
            self.said.setText(explain(trouble))
            return
        self.said.setText(tr("Written as “{name}”.", name=target.name))

    def _choose(self) -> None:
        kinds = tr("Comma-separated values") + " (*.csv)"
        name, _ = QFileDialog.getSaveFileName(self, tr("What was released"), "released.csv", kinds)
        if name:
            path = Path(name)
            self.write_to(path if path.suffix else path.with_suffix(".csv"))

    def _chosen(self) -> list[LogRow]:
        picked = chosen_rows(self.table)
        rows = list(self._model.rows)
        return [rows[n] for n in picked] if len(picked) > 1 else rows

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        as_row_table(table, _WIDTHS, QHeaderView.ResizeMode.Interactive)
        table.setItemDelegate(_Cells(table))
        table.setAccessibleName(tr("What was released"))
        table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return table
