"""The table seen from above, with a name at each seat: two are exchanged by keys or by dragging."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.people import Participation, ParticipationId
from dialogueprep.domain.room_papers import scripts
from dialogueprep.domain.table_plan import SIDES, Seat, TableShape, seats
from dialogueprep.ui import painting, theme
from dialogueprep.words import clauses, tr

_WIDE = 150


class TableView(QWidget):
    """Left and Right go around the table, Space takes somebody up and exchanges, Ctrl with an
    arrow exchanges with the neighbour, Esc lets go."""

    swap_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Participation, ...] = ()
        self._seats: tuple[Seat, ...] = ()
        self._shape = TableShape.ROUND
        self._at = 0
        self._held: int | None = None
        self._pressed: int | None = None
        self._over: int | None = None
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Seating plan"))

    def show_people(self, people: Sequence[Participation], shape: TableShape) -> None:
        """Show people in the order of their seats; who was current stays so."""
        here = self.current()
        self._people, self._shape = tuple(people), shape
        self._seats = seats(shape, len(people))
        self._held = self._pressed = self._dragged = None
        ids = [p.id for p in people]
        self._at = ids.index(here.id) if here and here.id in ids else 0
        self._tell(aloud=False)
        self.update()

    def current(self) -> Participation | None:
        """Return the person in the current seat."""
        return self._people[self._at] if self._at < len(self._people) else None

    def choose(self, who: ParticipationId) -> None:
        """Make somebody's seat the current one."""
        ids = [p.id for p in self._people]
        if who in ids:
            self._go(ids.index(who))

    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    def seat_rect(self, number: int) -> QRectF:
        """Return where the name of a seat, counted from 0, stands in the view."""
        return self._rect(self._seats[number])

    # painting -------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        wide = self.width() - 2 * _WIDE - 24
        high = self.height() - 40
        side = min(wide, high * 1.25)
        return QRectF((self.width() - side) / 2, 20, side, high)

    def _spot(self, x: float, y: float) -> QPointF:
        area = self._area()
        return QPointF(area.x() + x * area.width(), area.y() + y * area.height())

    def _rect(self, seat: Seat) -> QRectF:
        at = self._spot(seat.x, seat.y)
        high = min(40.0, self._high())
        wide = float(_WIDE) if abs(seat.out_x) > 0.12 else min(_WIDE, self._top_room())
        left = at.x() - wide / 2
        if abs(seat.out_x) > 0.12:
            left = at.x() if seat.out_x > 0 else at.x() - wide
        return QRectF(left, at.y() - high / 2, wide, high)

    def _high(self) -> float:
        sides = max(1, len(self._people) // 2)
        return max(19.0, self._area().height() * 0.72 / sides - 2)

    def _top_room(self) -> float:
        top = sum(s.out_y == -1.0 for s in self._seats)
        if self._shape is TableShape.ROUND or top < 2:
            return 1e9
        left, right = SIDES[self._shape]
        return (right - left) * self._area().width() / top - 4

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_table(p)
        for number in range(len(self._people)):
            self._paint_seat(p, number)
        if self._dragged is not None and self._pressed is not None:
            self._paint_dragged(p, self._people[self._pressed])

    def _paint_table(self, p: QPainter) -> None:
        p.setBrush(painting.colour("shade"))
        p.setPen(painting.colour("hair_strong"))
        if self._shape is TableShape.ROUND:
            p.drawEllipse(QRectF(self._spot(0.12, 0.12), self._spot(0.88, 0.88)))
            return
        left, right = SIDES[self._shape][0] + 0.03, SIDES[self._shape][1] - 0.03
        p.setPen(Qt.PenStyle.NoPen)
        p.drawRect(QRectF(self._spot(left, 0.2), self._spot(right, 0.88)))
        if self._shape is TableShape.U_SHAPE:
            p.setBrush(painting.colour("sheet"))
            p.drawRect(QRectF(self._spot(left + 0.14, 0.31), self._spot(right - 0.14, 0.885)))

    def _paint_seat(self, p: QPainter, number: int) -> None:
        rect, who = self.seat_rect(number), self._people[number]
        target = number == self._over and self._pressed not in (None, number)
        fill = "accent_soft" if number == self._held or target else "sheet"
        edge = "accent" if number == self._held or target else "hair_strong"
        painting.rounded(p, rect.x(), rect.y(), rect.width(), rect.height(), 4, fill, edge)
        room, x = rect.width() - 10, rect.x() + 6
        two = rect.height() >= 34
        line = theme.scaled(17)
        top = rect.y() + (2 if two else (rect.height() - line) / 2)
        used = painting.text(p, x, top, 24, line, str(number + 1), "caption", "ink3", tabular=True)
        name, left = who.person.name, used + 5
        painting.text(p, x + left, top, room - left, line, name.listed, "small")
        if two:
            self._paint_beneath(p, who, x + left, top + line, room - left)
        if number == self._at and self.hasFocus():
            painting.focus_ring(p, rect.x(), rect.y(), rect.width(), rect.height(), 4)

    def _paint_beneath(
        self, p: QPainter, who: Participation, x: float, y: float, room: float
    ) -> None:
        native = scripts(who)[1].text
        used = painting.text(p, x, y, room - 30, theme.scaled(17), native, "caption", "ink2")
        gap = 6 if used else 0
        painting.text(
            p, x + used + gap, y, room - used - gap, theme.scaled(17), who.delegation, "caption",
            "ink3",
        )  # fmt: skip

    def _paint_dragged(self, p: QPainter, who: Participation) -> None:
        at = self._dragged or QPointF()
        painting.rounded(p, at.x() + 8, at.y() + 8, _WIDE, 24, 4, "accent_soft", "accent")
        painting.text(p, at.x() + 15, at.y() + 8, _WIDE - 14, 24, who.person.name.listed, "small")

    # keys and mouse -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        by = step.get(Qt.Key(event.key()))
        if not self._people:
            super().keyPressEvent(event)
        elif by is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._swap(self._at, (self._at + by) % len(self._people))
        elif by is not None:
            self._go((self._at + by) % len(self._people))
        elif event.key() == Qt.Key.Key_Space:
            self._take_up_or_swap()
        elif event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._seat_at(event.position())
        if self._pressed is not None:
            self._go(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self._over = self._seat_at(event.position())
            self.update()
        elif self._seat_at(event.position()) is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        onto = self._seat_at(event.position())
        taken, self._pressed, self._dragged, self._over = self._pressed, None, None, None
        self.update()
        if taken is not None and onto is not None and taken != onto:
            self._swap(taken, onto)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _seat_at(self, at: QPointF) -> int | None:
        found = (n for n in range(len(self._people)) if self.seat_rect(n).contains(at))
        return next(found, None)

    def _take_up_or_swap(self) -> None:
        if self._held is None:
            self._held = self._at
        elif self._held == self._at:
            self._held = None
        else:
            self._swap(self._held, self._at)
        self.update()

    def _swap(self, one: int, other: int) -> None:
        moved = self._people[one].id
        self._at = one
        self.swap_wanted.emit(moved, self._people[other].id)

    def _go(self, number: int) -> None:
        self._at = number
        self._tell(aloud=True)
        self.update()

    def _tell(self, *, aloud: bool) -> None:
        """Say whose seat is the current one to a screen reader."""
        who = self.current()
        words = clauses(
            (tr("Seat {n} of {all}", n=self._at + 1, all=len(self._people)),
             who.person.name.listed, who.delegation)
        ) if who else tr("Nobody is seated")  # fmt: skip
        self.setAccessibleDescription(words)
        if aloud and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
