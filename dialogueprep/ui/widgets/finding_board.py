"""The board: four columns of findings, where notes and cards are put down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.notes import Column, FindingId
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.finding_rows import GAP
from dialogueprep.ui.models.finding_board import Board, Card, CardRow, Target
from dialogueprep.ui.models.finding_words import COLUMN_SECONDS
from dialogueprep.ui.widgets.cards_below import CardsBelow
from dialogueprep.ui.widgets.finding_card import CardList
from dialogueprep.ui.widgets.layout import box, column, row, scrolled
from dialogueprep.words import tr

_ICONS = {
    Column.CONVERGENT: "circle-dot",
    Column.EMERGING: "arrow-up-right",
    Column.DIVERGENT: "split",
    Column.UNRESOLVED: "circle-question-mark",
}
MARGIN = 16
_NEAR = 32
"""px from the upper and lower edge where carrying scrolls."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is put down: on a finding, or in a column in front of one or at its end."""

    column: Column
    on: FindingId | None = None
    before: FindingId | None = None


class FindingBoard(QFrame):
    """Columns side by side. The chosen card is one for the whole board."""

    chosen = Signal(object)
    """The chosen finding's id, or None."""
    asked = Signal(str)
    """A verb for the chosen card or column."""
    entered = Signal(object)
    """Enter or a double click on a CardRow."""
    card_lifted = Signal(object)
    card_carried = Signal(QPoint)
    card_dropped = Signal(QPoint)
    put_back = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board: Board | None = None
        self._targets = False
        self._draft: Column | None = None
        self._quiet = False
        self.heads = {column: _Head(column) for column in Column}
        self.lists = {column: self._list(column) for column in Column}
        heads = box(row(*((h, 1) for h in self.heads.values()), gap=GAP,
                        margins=(MARGIN, 10, MARGIN, 0)), height=theme.scaled(53))  # fmt: skip
        self._columns = _columns(list(self.lists.values()))
        self.area = scrolled(box(self._columns), "paper")
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_under_heads)
        self._below = CardsBelow(self.area.viewport())
        self._below.clicked.connect(lambda: bar.setValue(bar.value() + bar.pageStep() // 2))
        for moved in (bar.valueChanged, bar.rangeChanged):
            moved.connect(lambda *_at: self._show_below())
        self.setLayout(column(heads, (self.area, 1), gap=0))

    # what the page uses -------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show the findings; the chosen card stays chosen where it goes."""
        self._board = board
        self._show_rows()
        for placed, head in self.heads.items():
            head.show_count(len(board.column(placed)))

    def show_targets(self, on: bool) -> None:
        """Show the dashed place at the end of every column, or only of those without cards."""
        if on != self._targets:
            self._targets = on
            self._show_rows()

    def show_draft(self, column: Column | None) -> None:
        """Show that a new finding is being written in a column."""
        if column is self._draft:
            return
        self._draft = column
        self._show_rows()
        if column is not None:
            each = self.lists[column]
            each.setCurrentIndex(each.rows.index(each.rows.rowCount() - 1, 0))

    def value(self) -> CardRow | None:
        """Return the chosen row, or None."""
        return next((v for each in self.lists.values() if (v := _chosen(each))), None)

    @property
    def place(self) -> Column:
        """The column of the chosen row, or that in which the keyboard is."""
        value = self.value()
        if value is not None:
            return value.column if isinstance(value, Target) else value.finding.column
        focused = (placed for placed, each in self.lists.items() if each.hasFocus())
        return next(focused, Column.CONVERGENT)

    def choose(self, finding: str | None) -> bool:
        """Choose a card without taking the keyboard; return whether it is there."""
        for each in self.lists.values():
            index = each.rows.index_of(finding)
            if index.isValid():
                each.setCurrentIndex(index)
                self._see_soon()
                return True
        return False

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen card."""
        placed = self.place
        if self.value() is None:
            self._enter(placed, 0)
        self.lists[placed].setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, step: int) -> None:
        """Move the choice to the column at the left (-1) or at the right (1), at this height."""
        columns = list(Column)
        here = self.lists[self.place]
        height = here.visualRect(here.currentIndex()).center().y()
        at = columns.index(self.place) + step
        while 0 <= at < len(columns):
            if self._enter(columns[at], height):
                self.lists[columns[at]].setFocus(Qt.FocusReason.OtherFocusReason)
                return
            at += step

    def spot(self, at: QPoint, *, card: bool) -> Spot | None:
        """Return where something that is let go there would be put; ``at`` is on the screen."""
        viewport = self.area.viewport()
        if not viewport.rect().contains(viewport.mapFromGlobal(at)):
            return None
        for placed, each in self.lists.items():
            inside = each.viewport().mapFromGlobal(at)
            if 0 <= inside.x() < each.viewport().width():
                if card:
                    return Spot(placed, before=each.before(inside))
                value = each.row_at(inside)
                return Spot(placed, on=value.finding.id if isinstance(value, Card) else None)
        return None

    def show_spot(self, spot: Spot | None, *, card: bool = False) -> None:
        """Show where what is carried would be put; None takes that away."""
        for placed, each in self.lists.items():
            mine = spot is not None and spot.column is placed
            each.show_mark(spot.before if spot else None, on=mine and card)
            on = spot.on or f"target-{placed}" if spot and mine and not card else ""
            each.show_hot(on)

    def scroll_near(self, at: QPoint) -> None:
        """Scroll while something is carried near the upper or lower edge."""
        y = self.area.viewport().mapFromGlobal(at).y()
        high, bar = self.area.viewport().height(), self.area.verticalScrollBar()
        if y < _NEAR:
            bar.setValue(bar.value() - 12)
        elif y > high - _NEAR:
            bar.setValue(bar.value() + 12)

    # inside -------------------------------------------------------------------------------

    def _list(self, placed: Column) -> CardList:
        each = CardList(placed)
        each.chosen.connect(partial(self._on_chosen, each))
        each.asked.connect(self._on_asked)
        each.activated_value.connect(self.entered)
        each.lifted.connect(self.card_lifted)
        each.carried.connect(self.card_carried)
        each.dropped.connect(self.card_dropped)
        each.put_back.connect(self.put_back)
        each.menu_asked.connect(self.menu_asked)
        each.resized.connect(self._see_soon)
        return each

    def _show_rows(self) -> None:
        if self._board is None:
            return
        self._quiet = True
        for placed, each in self.lists.items():
            each.rows.show_rows([*self._board.column(placed), *self._target(placed)])
            each.updateGeometry()
        self._quiet = False
        QTimer.singleShot(0, self, self._show_below)

    def _target(self, placed: Column) -> Sequence[Target]:
        if self._draft is placed:
            return [Target(placed, tr("New finding"), draft=True)]
        empty = self._board is not None and not self._board.column(placed)
        if self._targets or empty:
            return [Target(placed, tr("Drop notes here"))]
        return []

    def _on_chosen(self, chosen_in: CardList, value: CardRow | None) -> None:
        if self._quiet or value is None:
            return
        for each in self.lists.values():
            here = each is chosen_in
            # Tab goes from the notes to one column and on to the tray; arrows cross columns.
            policy = Qt.FocusPolicy
            each.setFocusPolicy(policy.StrongFocus if here else policy.ClickFocus)
            if not here:
                each.selectionModel().clear()
        self.chosen.emit(value.finding.id if isinstance(value, Card) else None)
        self._see_soon()

    def _on_asked(self, verb: str) -> None:
        if verb in ("left", "right"):
            self.go(-1 if verb == "left" else 1)
        else:
            self.asked.emit(verb)

    def _enter(self, placed: Column, height: int) -> bool:
        each = self.lists[placed]
        count = each.rows.rowCount()
        if not count:
            return False
        rects = [each.visualRect(each.rows.index(n, 0)) for n in range(count)]
        nearest = min(range(count), key=lambda n: abs(rects[n].center().y() - height))
        each.setCurrentIndex(each.rows.index(nearest, 0))
        return True

    def _keep_under_heads(self, _low: int, high: int) -> None:
        """Let the scroll bar lie in the margin, so that columns stay as wide as their heads."""
        bar = self.area.verticalScrollBar().sizeHint().width() if high else 0
        self._columns.setContentsMargins(MARGIN, 10, max(0, MARGIN - bar), 12)

    def _show_below(self) -> None:
        """Say how many cards lie below what is in sight."""
        foot = self.area.verticalScrollBar().value() + self.area.viewport().height()
        self._below.show_number(
            sum(each.cards_below(foot - each.y()) for each in self.lists.values())
        )

    def _see_soon(self) -> None:
        QTimer.singleShot(0, self, self._see)

    def _see(self) -> None:
        for each in self.lists.values():
            if (value := _chosen(each)) is not None:
                rect = each.rect_of(value.id).translated(each.pos())
                top, bottom = rect.top() - GAP, rect.bottom()
                self.area.ensureVisible(rect.center().x(), bottom, 0, 0)
                self.area.ensureVisible(rect.center().x(), top, 0, 0)


def _chosen(each: CardList) -> CardRow | None:
    return each.value() if each.selectionModel().hasSelection() else None


def _columns(lists: Sequence[CardList]) -> QHBoxLayout:
    return row(*((each, 1) for each in lists), gap=GAP, margins=(MARGIN, 10, MARGIN, 12))


class _Head(QWidget):
    """The head of a column: icon, name, second line, count."""

    def __init__(self, placed: Column) -> None:
        super().__init__()
        self._column, self._count = placed, 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show how many cards there are."""
        self._count = count
        self.setAccessibleName(f"{tr(wording.of(self._column))}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(43))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        painting.icon(p, 2, (theme.scaled(22) - 16) // 2, _ICONS[self._column], "ink2")
        name, second = tr(wording.of(self._column)), tr(COLUMN_SECONDS[self._column])
        painting.text(p, 24, 0, w - 60, theme.scaled(22), name, "strong")
        painting.text(
            p, 0, 0, w - 4, theme.scaled(22), str(self._count), "caption", "ink3", align="right",
            tabular=True,
        )  # fmt: skip
        painting.text(p, 24, theme.scaled(20), w - 24, theme.scaled(18), second, "caption", "ink3")
        painting.hairline(p, 0, h - 1, w, "hair_strong")
