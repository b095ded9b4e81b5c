"""A field that says which topic something belongs to, and finds another as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.layout import column
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

Option = tuple[str, str]
"""A value and its title."""


class TopicPicker(QWidget):
    """Shows the chosen topic; in focus it lists the likely ones, and what a search finds.

    Down and Enter choose, as does a click; Esc and leaving the field keep what was chosen.
    """

    picked = Signal(str)

    def __init__(self, find: Callable[[str], Sequence[Option]]) -> None:
        super().__init__()
        self._find = find
        self._likely: tuple[Option, ...] = ()
        self._chosen: Option = ("", "")
        self.field = SearchField(tr("Search the topics"))
        self.field.setProperty("quiet", False)
        self.field.setAccessibleName(tr("Belongs to the topic"))
        self._model: ListModel[Option] = ListModel(lambda o: o[1], key=lambda o: o[0])
        self.list = RowList(self._model, _Options(), name=tr("Topics"), on="paper")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._take())
        self.list.hide()
        self.field.textEdited.connect(self._search)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field, self.list, gap=4))

    @property
    def value(self) -> str:
        """The topic that is chosen."""
        return self._chosen[0]

    def show_choices(self, likely: Sequence[Option], value: str) -> None:
        """Show what is chosen; ``likely`` are listed before anything is typed."""
        self._likely = tuple(likely)
        self._choose(next((o for o in likely if o[0] == value), (value, value.partition(":")[2])))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self._open()
        elif event.type() == QEvent.Type.FocusOut:
            self._choose(self._chosen)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        is_open = not self.list.isHidden()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1) if is_open else self._open()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_open:
            self._take()
            return True
        if key == Qt.Key.Key_Escape and (is_open or self.field.text() != self._chosen[1]):
            self._choose(self._chosen)
            self.field.selectAll()
            return True
        return False

    def _open(self) -> None:
        self.field.selectAll()
        self._list(self._likely)

    def _search(self, typed: str) -> None:
        query = typed.strip()
        if not query:
            self._list(self._likely)
            return
        own = [o for o in self._likely if query.casefold() in o[1].casefold()]
        found = [o for o in self._find(query) if o[0] not in {each[0] for each in own}]
        self._list([*own, *found])

    def _list(self, options: Sequence[Option]) -> None:
        self._model.show_rows(options)
        self.list.setVisible(bool(options))
        self.list.setFixedHeight(min(len(options), 8) * theme.scaled(_Options.height) + 2)
        if options:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _take(self) -> None:
        option = self.list.value()
        if option is not None:
            self._choose(option)
            self.field.selectAll()
            self.picked.emit(option[0])

    def _choose(self, option: Option) -> None:
        self._chosen = option
        self.field.setText(option[1])
        self.field.setCursorPosition(0)
        self.list.hide()


class _Options(RowDelegate):
    height: ClassVar[int] = 30
    text_left: ClassVar[int] = 12

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        painting.text(p, 12, 0, w - 24, h, value[1], "body")
