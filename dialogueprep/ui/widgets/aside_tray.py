"""What is set aside from the agenda, here and in the series: Enter or a drag brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu

from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import VALUE, ListModel
from dialogueprep.ui.widgets.carrying import CarryList
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.words import clauses, tr

MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class AsideRow:
    """An item that is set aside; ``elsewhere`` if another dialogue of the series did so."""

    item: AgendaItem
    elsewhere: bool = False

    @property
    def id(self) -> ItemId:
        return self.item.id

    @property
    def title(self) -> str:
        """Its title in the window's language."""
        return self.item.titles.best(theme.window_language())

    @property
    def where(self) -> str:
        """For whom it waits, if not for this dialogue alone."""
        if self.elsewhere:
            return tr("from the series")
        return tr("for the series") if self.item.for_series else ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        length = tr("{n} min", n=self.item.minutes)
        return clauses((self.title, length, tr("set aside"), self.where))


class _AsideRows(RowDelegate):
    height: ClassVar[int] = 30

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        shown: AsideRow = value
        length = tr("{n} min", n=shown.item.minutes)
        wide = painting.width(length, "caption") + 2
        room = w - self.text_left - wide - 20
        if shown.where:
            painting.icon(p, self.text_left, (h - 14) / 2, "layers", "ink3", 14)
            room -= 20
        left = self.text_left + (20 if shown.where else 0)
        painting.text(p, left, 0, room, h, shown.title, "small", "ink2")
        painting.text(p, w - wide - 12, 0, wide, h, length, "caption", "ink3", elide=False)


class _AsideList(CarryList):
    """The rows; S offers one to the series, or no longer."""

    offered = Signal(object)

    def load(self, value: Any) -> Any:
        return value.item if value is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self.value()
        if event.key() == Qt.Key.Key_S and not event.modifiers() and shown is not None:
            if not shown.elsewhere:
                self.offered.emit(shown.item)
            return
        super().keyPressEvent(event)


class AsideTray(QFrame):
    """The items that are set aside. ``wanted`` carries one that is to go back.

    ``carried`` and ``dropped`` carry one and where the mouse is on the screen; ``offered`` one
    that is to wait for the whole series, or no longer.
    """

    wanted = Signal(object)
    carried = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    offered = Signal(object)
    put_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model: ListModel[AsideRow] = ListModel(lambda r: r.title, spoken=lambda r: r.spoken)
        self.list = _AsideList(self._model, _AsideRows(), name=tr("Set aside"), on="shade")
        self._load: AgendaItem | None = None
        self._hot = False
        self._in_series = False
        self.list.activated_value.connect(lambda shown: self.wanted.emit(shown.item))
        self.list.lifted.connect(self._lift)
        self.list.carried.connect(lambda at: self.carried.emit(self._load, at))
        self.list.dropped.connect(lambda at: self.dropped.emit(self._load, at))
        self.list.put_back.connect(self.put_back)
        self.list.offered.connect(self.offered)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._count = Label("", "caption")
        self._drop_here = Label(tr("Drop it here to set it aside."), "small", "ink2")
        title = row(Label(tr("Set aside"), "label"), None, self._count, margins=(16, 8, 12, 4))
        self._here = box(row(self._drop_here, margins=(16, 2, 12, 8)))
        self.setLayout(column(hairline(), box(title), self.list, self._here, gap=0))
        self.show_items(())

    def show_items(
        self,
        items: Sequence[AgendaItem],
        series: Sequence[AgendaItem] = (),
        *,
        in_series: bool = False,
    ) -> None:
        """Show what is set aside here, and in the series; without any the tray is hidden."""
        self._in_series = in_series
        rows = [AsideRow(i) for i in items if i.aside] + [AsideRow(i, True) for i in series]
        self._model.show_rows(rows)
        shown = min(len(rows), MOST_ROWS)
        self.list.setFixedHeight(theme.scaled(_AsideRows.height) * shown)
        minutes = sum(r.item.minutes for r in rows)
        count = tr("{n}, {minutes} min", n=len(rows), minutes=minutes)
        self._count.setText(count if rows else "")
        self._show_parts()

    def show_hot(self, hot: bool, *, waiting: bool = False) -> None:
        """Show that items may be dropped here (``waiting``), and that they would be now."""
        self._hot = hot
        self._show_parts(waiting=waiting or hot)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hot:
            p = QPainter(self)
            p.fillRect(self.rect(), painting.colour("press"))
            painting.focus_ring(p, 2, 2, self.width() - 5, self.height() - 5)

    def _show_parts(self, *, waiting: bool = False) -> None:
        rows = self._model.rowCount()
        self.list.setVisible(rows > 0)
        self._here.setVisible(waiting)
        self.setVisible(rows > 0 or waiting)

    def _lift(self, item: AgendaItem) -> None:
        self._load = item

    def _show_menu(self, at: QPoint) -> None:
        shown: AsideRow | None = self.list.indexAt(at).data(VALUE)
        if shown is not None:
            self.menu(shown).popup(self.list.viewport().mapToGlobal(at))

    def menu(self, shown: AsideRow) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Put back where it fits"), lambda: self.wanted.emit(shown.item))
        if self._in_series and not shown.elsewhere:
            offer = menu.addAction(tr("For the whole series"))
            offer.setCheckable(True)
            offer.setChecked(shown.item.for_series)
            offer.triggered.connect(lambda _on: self.offered.emit(shown.item))
        return menu
