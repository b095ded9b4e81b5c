"""A field that finds people of the directory as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.people import Participation
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.roster_grid import fits, native_language
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.layout import column
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

_MOST = 5


class PersonFinder(QWidget):
    """Finds by name in any script and by institution; Down and Enter choose, as does a click."""

    chosen = Signal(object)
    unknown = Signal(str)
    """What was typed, when nobody in the directory fits."""

    def __init__(self, people: Sequence[Participation]) -> None:
        super().__init__()
        self._people = tuple(people)
        self.field = SearchField(tr("Find in the directory, or write a new name"))
        self._model: ListModel[Participation] = ListModel(
            lambda p: p.person.name.listed, key=lambda p: p.person.id
        )
        self.list = RowList(self._model, _FoundRows(), name=tr("Found in the directory"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._take())
        self.list.hide()
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.setLayout(column(self.field, self.list, gap=4))

    @property
    def has_people(self) -> bool:
        """Whether there is anybody to find."""
        return bool(self._people)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.isVisible():
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.text().strip():
            self._take()
            return True
        return False

    def _find(self, query: str) -> None:
        found = [p for p in self._people if query.strip() and fits(query, *_texts(p))][:_MOST]
        self._model.show_rows(found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(len(found) * theme.scaled(_FoundRows.height))
        if found:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _take(self) -> None:
        found, words = self.list.value(), self.field.text().strip()
        if found is None:
            self.unknown.emit(words)
        else:
            self.field.clear()
            self.chosen.emit(found)


def _texts(it: Participation) -> tuple[str, ...]:
    name, place = it.person.name, it.affiliation
    return name.latin, name.native, name.reading, place.name, place.acronym, place.native


class _FoundRows(RowDelegate):
    height: ClassVar[int] = 34

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        it: Participation = value
        name = it.person.name
        x = 16 + painting.text(p, 16, 0, w / 2, h, name.listed, "strong") + 10
        x += painting.text(
            p, x, 0, 140, h, name.native, "body", "ink2", language=native_language(it)
        )
        place = it.affiliation.name
        painting.text(p, x + 16, 0, w - x - 32, h, place, "small", "ink3", align="right")
