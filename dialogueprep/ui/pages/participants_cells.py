"""What is done with the selected cells of the roster; each is one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from dialogueprep.commands import roles as role_commands
from dialogueprep.domain.people import Role
from dialogueprep.domain.seating import Cell
from dialogueprep.ui.models.cell_block import (
    as_text,
    filled_down,
    filled_right,
    from_text,
    pasted,
    with_presence,
    with_silence,
    without_roles,
)
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.roster import Roster
from dialogueprep.words import ntr, tr


class CellWork:
    """Writes what the keys and the menu of the roster ask for."""

    def __init__(self, session: Session, roster: Roster) -> None:
        self._session, self._roster = session, roster

    def toggle_role(self, role: Role) -> None:
        """Give a role in all selected cells, or take it if all have it."""
        if cells := self._roster.block().cells():
            self._session.run(role_commands.toggle_in_all, cells, role)

    def clear_roles(self) -> None:
        """Take the roles of the selected cells."""
        block = self._roster.block()
        if any(cell.roles for cell in block.cells()):
            label = tr("Take the roles")
            self._session.run(role_commands.write_cells, label, without_roles(block))

    def toggle_presence(self) -> None:
        """Make everybody present at the selected cells, or absent."""
        block = self._roster.block()
        present = any(cell.roles is None for cell in block.cells())
        cells = with_presence(block, present)
        self._session.run(role_commands.write_cells, tr("Set presence"), cells)

    def toggle_silence(self) -> None:
        """Make everybody listen only at the selected cells, or not."""
        block = self._roster.block()
        silent = any(not cell.silent for cell in block.cells())
        cells = with_silence(block, silent)
        self._session.run(role_commands.write_cells, tr("Set listening only"), cells)

    def fill(self, cells: Sequence[Cell]) -> None:
        """Write cells that were filled from a neighbour."""
        self._session.run(role_commands.fill, cells)

    def copy(self, take: bool) -> None:
        """Put the selected cells on the clipboard; with ``take`` they become empty."""
        block = self._roster.block()
        QGuiApplication.clipboard().setText(as_text(block))
        if take:
            self._session.run(
                role_commands.write_cells, tr("Cut cells"), with_presence(block, False)
            )

    def paste(self) -> None:
        """Write the cells that are on the clipboard."""
        block, text = self._roster.block(), QGuiApplication.clipboard().text()
        states = self._session.attempt(lambda: from_text(text))
        if states is None or not block.rows:
            return
        below = self._roster.rows_from(block.rows[0])
        cells, lost = pasted(states, block, below, len(self._roster.rows.items))
        self._session.run(role_commands.paste, cells)
        if lost:
            self._session.notice.emit(
                ntr("{n} cell had no place and was left out.",
                    "{n} cells had no place and were left out.", lost)
            )  # fmt: skip

    def fill_down(self) -> None:
        """Fill the selected cells from their first row, or one row from that above."""
        block = self._roster.block()
        if block.rows:
            self.fill(filled_down(block, self._roster.row_above(block.rows[0])))

    def fill_right(self) -> None:
        """Fill the selected cells from their first column, or one column from that before."""
        block = self._roster.block()
        if block.rows:
            self.fill(filled_right(block))

    def edits(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return what the menu of a cell does with all that are selected."""
        return (
            (tr("Copy"), "Ctrl+C", lambda: self.copy(False)),
            (tr("Cut"), "Ctrl+X", lambda: self.copy(True)),
            (tr("Paste"), "Ctrl+V", self.paste),
            (tr("Fill down"), "Ctrl+D", self.fill_down),
            (tr("Fill right"), "Ctrl+R", self.fill_right),
        )
