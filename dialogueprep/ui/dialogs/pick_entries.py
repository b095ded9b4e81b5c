"""Chooses entries by search: Enter takes one, and the list stays open for the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.ui.delegates.register_row import RegisterRow, RegisterRows
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

_QUIET_MS = 120


@dataclass(frozen=True, slots=True)
class Offered:
    """What was found, and a sentence on what was left out."""

    rows: Sequence[RegisterRow]
    note: str = ""


class PickEntries(QDialog):
    """``find`` returns what fits the words; ``take`` takes the entry with a key, and says so."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        hint: str,
        find: Callable[[str], Offered],
        take: Callable[[str], str],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._find, self._take = find, take
        self.search = SearchField(tr("Search the library"))
        self.search.installEventFilter(self)
        self.model = ListModel(
            lambda r: r.words, lambda r: r.key, spoken=lambda r: f"{r.words}, {r.below}"
        )
        self.list = RowList(self.model, RegisterRows(), name=title, on="paper")
        self.list.installEventFilter(self)
        self.list.activated_value.connect(lambda _row: self.take())
        self.note = Label("", "small", "ink2", elide=True)
        self._wait = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._wait.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _typed: self._wait.start())
        self._lay_out(title, hint)
        self.refresh()
        self.search.setFocus()

    def _lay_out(self, title: str, hint: str) -> None:
        take = Button(tr("Take"), "primary", key="Enter", key_first=False, on_click=self.take)
        close = Button(tr("Close"), on_click=self.accept)
        for button in (take, close):
            button.setAutoDefault(False)
        nothing = box(
            column(Paragraph(tr("Nothing that fits was found."), "body", "ink2"), None,
                   margins=(24, 18, 24, 16))
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        head = column(
            Label(title, "title"), Paragraph(hint, "small", "ink2"), self.search,
            gap=8, margins=(24, 18, 24, 12),
        )  # fmt: skip
        actions = row((self.note, 1), 8, close, take, margins=(24, 10, 24, 14))
        self.setLayout(
            column(
                box(head, "paper"), hairline(), (self._stack, 1), hairline(),
                box(actions, "shade"), gap=0,
            )
        )  # fmt: skip
        self.resize(640, 560)

    def refresh(self) -> None:
        """Show what fits the words."""
        self._wait.stop()
        found = self._find(self.search.text().strip())
        self.model.show_rows(list(found.rows))
        self.note.setText(found.note)
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self.list.choose_first()

    def take(self) -> None:
        """Take the chosen entry; it leaves the list."""
        if self._wait.isActive():
            self.refresh()
        chosen = self.list.value()
        if chosen is None:
            return
        at = self.list.currentIndex().row()
        said = self._take(chosen.key)
        self.refresh()
        if rows := self.model.rows:
            self.list.choose(rows[min(at, len(rows) - 1)].key)
        if said:
            self.note.setText(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return True
        if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            at = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= at < self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(at, 0))
            return True
        return False
