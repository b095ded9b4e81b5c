"""Which blocks of the days are chosen: one that is current, or several to act on together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QListView

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.ui.models.agenda_blocks import Block
from dialogueprep.ui.models.table_model import ListModel

_Flag = QItemSelectionModel.SelectionFlag


class BlockChoice:
    """The chosen blocks of a view, in reading order."""

    def __init__(self, view: QListView, blocks: ListModel[Block]) -> None:
        self._view, self._blocks = view, blocks
        self._from = 0
        """The row from which a choice is extended."""

    def ids(self) -> tuple[ItemId, ...]:
        """Return the ids of the chosen blocks; without any chosen, of the current one."""
        rows = sorted(i.row() for i in self._model.selectedIndexes())
        chosen = [self._blocks.rows[r].id for r in rows if r < len(self._blocks.rows)]
        here = self._blocks.at(self._model.currentIndex())
        return tuple(chosen) if chosen or here is None else (here.id,)

    @property
    def several(self) -> bool:
        """Whether more than one block is chosen."""
        return len(self._model.selectedIndexes()) > 1

    def only(self, index: QModelIndex) -> None:
        """Choose one block and no other."""
        self._from = index.row()
        self._model.setCurrentIndex(index, _Flag.ClearAndSelect)

    def toggle(self, index: QModelIndex) -> None:
        """Choose a block as well, or no longer; one stays chosen."""
        alone = self._model.selectedIndexes() == [index]
        self._from = index.row()
        self._model.setCurrentIndex(index, _Flag.NoUpdate if alone else _Flag.Toggle)

    def extend_to(self, index: QModelIndex) -> None:
        """Choose all from where the choice began to this block."""
        low, high = sorted((min(self._from, self._blocks.rowCount() - 1), index.row()))
        part = QItemSelection(self._blocks.index(low, 0), self._blocks.index(high, 0))
        self._model.select(part, _Flag.ClearAndSelect)
        self._model.setCurrentIndex(index, _Flag.NoUpdate)
        self._view.scrollTo(index)

    def extend(self, step: int) -> None:
        """Choose one block more, or one less, at the end that moves."""
        here = self._model.currentIndex().row()
        if not self.several:
            self._from = here
        target = self._blocks.index(here + step, 0)
        if target.isValid():
            self.extend_to(target)

    def day(self) -> None:
        """Choose the whole day of the current block; all days if it is chosen already."""
        here = self._blocks.at(self._model.currentIndex())
        if here is None:
            return
        rows = self._blocks.rows
        day = [b.id for b in rows if b.slot.day == here.slot.day]
        self.choose(day if set(self.ids()) != set(day) else [b.id for b in rows])

    def choose(self, items: Iterable[str]) -> bool:
        """Choose these blocks; the first is current. Return whether all are there."""
        found = [self._blocks.index_of(item) for item in items]
        there = [index for index in found if index.isValid()]
        if not there:
            return False
        current = self._model.currentIndex()
        self._model.clearSelection()
        for index in there:
            self._model.select(index, _Flag.Select)
        self._model.setCurrentIndex(current if current in there else there[0], _Flag.NoUpdate)
        self._from = there[0].row()
        return len(there) == len(found)

    @property
    def _model(self) -> QItemSelectionModel:
        return self._view.selectionModel()
