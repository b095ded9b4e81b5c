"""The roster as a table: seven columns of facts, then one for each item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from dialogueprep.domain import wording
from dialogueprep.domain.people import Participation
from dialogueprep.ui import badges
from dialogueprep.ui.models import roster_grid as grid_of
from dialogueprep.ui.models.roster_grid import GridColumn, GroupRow, PersonRow, RosterGrid
from dialogueprep.ui.models.table_model import VALUE, Index, TableModel
from dialogueprep.words import clauses, later, tr

NAME, NATIVE, CODE, INSTITUTION, SECTOR, CAPACITY, CONSENT = range(7)
FACTS = 7
"""How many columns of facts stand before the items."""

_HEADS = (
    later("Name"), "", "", later("Institution"), later("Sector"), later("Capacity"), "",
)  # fmt: skip
_SPOKEN_HEADS = {
    NATIVE: later("Name in its own script"),
    CODE: later("Delegation"),
    CONSENT: later("Who may be named"),
}
"""The heads that are not written, for a screen reader and the pointer."""


class RosterModel(TableModel[PersonRow | GroupRow]):
    """Rows of people and headings of delegations."""

    def __init__(self) -> None:
        super().__init__((), flags=_flags)
        self.items: tuple[GridColumn, ...] = ()

    def show_grid(self, grid: RosterGrid, query: str = "", *, marked: bool = True) -> bool:
        """Show a roster; return whether its columns are others than before."""
        rows = grid_of.grouped(grid, query, marked=marked)
        before, self.items = self.items, grid.columns
        if [c.item.id for c in before] != [c.item.id for c in grid.columns]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return True
        self.show_rows(rows)
        if before != grid.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, FACTS, self.columnCount() - 1)
        return False

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FACTS + len(self.items)

    def column_of(self, item: str | None) -> int | None:
        """Return the column of an item, or None."""
        found = (n for n, c in enumerate(self.items) if c.item.id == item)
        return next((FACTS + n for n in found), None)

    def item_at(self, column: int) -> GridColumn | None:
        """Return the item of a column; None for a column of facts."""
        return self.items[column - FACTS] if FACTS <= column < self.columnCount() else None

    def _replace_changed(self, rows: Any) -> None:
        """Put changed rows in place of the old ones; the views hear of them all at once."""
        changed = [
            number
            for number, row in enumerate(rows)
            if self._rows[number] is not row and self._rows[number] != row
        ]
        for number in changed:
            self._rows[number] = rows[number]
        if changed:
            last = self.index(changed[-1], self.columnCount() - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None or role == VALUE:
            return row
        if isinstance(row, GroupRow):
            return self._of_group(row, index.column(), role)
        read = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.ToolTipRole: self._told,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }.get(Qt.ItemDataRole(role))
        return read(row, index.column()) if read else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.item_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.sign if column else tr(_HEADS[section]) if _HEADS[section] else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if column:
                terms = badges.terms_word(column.item.terms_in_force)
                return clauses((f"{column.sign}  {column.title}", terms))
            return tr(_SPOKEN_HEADS[section]) if section in _SPOKEN_HEADS else None
        return None

    def _of_group(self, row: GroupRow, column: int, role: int) -> Any:
        asked = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return f"{row.words}  {row.count}" if role in asked and column == NAME else None

    def _shown(self, row: PersonRow, column: int) -> str:
        if (item := column - FACTS) >= 0:
            return signs(row, item)
        return fact(row.part, column)

    def _told(self, row: PersonRow, column: int) -> str | None:
        part = row.part
        if (item := self.item_at(column)) is not None:
            said = [f"{item.sign}  {item.title}", grid_of.roles_words(row.cells[column - FACTS])]
            return "\n".join([*said, *row.said_at(column - FACTS)])
        if column == CONSENT:
            return grid_of.consent_words(part)
        place = part.affiliation
        said = [part.person.name.listed, part.person.name.native, place.position, place.name]
        return "\n".join(s for s in said if s)

    def _spoken(self, row: PersonRow, column: int) -> str:
        if (item := self.item_at(column)) is None:
            return fact(row.part, column)
        name = row.part.person.name.listed
        doing = grid_of.roles_words(row.cells[column - FACTS])
        return clauses((name, item.sign, item.title, doing, *row.said_at(column - FACTS)))


def signs(row: PersonRow, item: int) -> str:
    """Return the letters of somebody's roles at an item, a dot for presence, else nothing."""
    there = row.cells[item]
    if there is None:
        return ""
    return "".join(s for r, s in grid_of.LETTERS.items() if r in there.roles) or "•"


def fact(part: Participation, column: int) -> str:
    """Return what a column of facts says of a participant."""
    return _FACTS[column](part)


def _native(part: Participation) -> str:
    """Return the name in the person's own script, where that is another than the listed one."""
    name = part.person.name
    return "" if name.native.casefold() == name.latin.casefold() else name.native


_FACTS: dict[int, Callable[[Participation], str]] = {
    NAME: lambda part: part.person.name.listed,
    NATIVE: _native,
    CODE: lambda part: part.territory or part.delegation,
    INSTITUTION: lambda part: part.affiliation.name or part.affiliation.acronym,
    SECTOR: lambda part: tr(wording.of(part.sector)) if part.sector else "",
    CAPACITY: grid_of.capacity_words,
    CONSENT: grid_of.consent_words,
}


def _flags(row: PersonRow | GroupRow) -> Qt.ItemFlag:
    if isinstance(row, GroupRow):
        return Qt.ItemFlag.NoItemFlags
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
