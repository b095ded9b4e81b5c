"""Kinds and attributions under the field: what the line is, and who may be said to have said it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dialogueprep.domain.notes import Attribution, Count, NoteKind
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.note_row import KIND_ICONS
from dialogueprep.ui.models.note_rows import Offer, Room
from dialogueprep.ui.still_pictures import StillPictures
from dialogueprep.ui.widgets.attribution_menu import attribution_menu
from dialogueprep.words import later, tr

KIND_WORDS = {
    NoteKind.POINT: later("Point"),
    NoteKind.AGREEMENT: later("Agrees"),
    NoteKind.DIFFERENCE: later("Differs"),
    NoteKind.PROPOSAL: later("Proposes"),
    NoteKind.QUESTION: later("Asks"),
    NoteKind.FACT: later("Fact"),
    NoteKind.ACTION: later("Action"),
}
_COUNTS = {Count.ONE: later("one"), Count.SEVERAL: later("several"), Count.MANY: later("many")}
_GAP = 5


class _Chips(QWidget):
    """Chips side by side; the arrows move a ring among them, Enter or Space takes one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._at = 0
        self._over = -1
        self._laid_out: tuple[object, list[QRectF]] = (None, [])
        self._pictures = StillPictures(self)

    def sizeHint(self) -> QSize:
        return QSize(300, theme.scaled(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.scaled(26))

    def boxes(self) -> list[QRectF]:
        """Return where each chip lies; laid out once for what is shown in this size."""
        around = (self.width(), self.height(), theme.letters(), self.shown())
        if self._laid_out[0] != around:
            self._laid_out = (around, self.lay_out())
        return self._laid_out[1]

    def shown(self) -> Hashable:
        """Return what the places of the chips depend on."""
        raise NotImplementedError

    def lay_out(self) -> list[QRectF]:
        """Work out where each chip lies."""
        raise NotImplementedError

    def paint_chips(self, p: QPainter) -> None:
        """Paint all chips."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pictures.paint(self._look(), "shade", self.paint_chips)

    def _look(self) -> Hashable:
        """Return all that the picture depends on, beside its size and the letters."""
        return self.shown(), self._over, self._at if self.hasFocus() else -1

    def take(self, number: int) -> None:
        """Take a chip."""
        raise NotImplementedError

    def may_take(self, number: int) -> bool:
        """Return whether a chip can be taken."""
        return True

    def chip_at(self, at: QPoint) -> int:
        """Return the number of the chip at a point, -1 for none."""
        return next((n for n, box in enumerate(self.boxes()) if box.contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self.chip_at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.chip_at(event.position().toPoint())
        if number >= 0 and self.may_take(number):
            self._at = number
            self.take(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.may_take(self._at):
                self.take(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _step(self, by: int) -> None:
        allowed = [n for n in range(len(self.boxes())) if self.may_take(n)]
        if allowed:
            here = allowed.index(self._at) if self._at in allowed else -by
            self._at = allowed[(here + by) % len(allowed)]
            self.update()


class KindRow(_Chips):
    """The seven kinds of a note with their digits."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Kind of the note"))
        self.value = NoteKind.POINT
        self.show_kind(NoteKind.POINT)

    def show_kind(self, kind: NoteKind) -> None:
        """Show which kind is in force."""
        self.value = kind
        self._at = list(NoteKind).index(kind)
        self.setAccessibleDescription(tr(KIND_WORDS[kind]))
        self.update()

    def take(self, number: int) -> None:
        self.show_kind(list(NoteKind)[number])
        self.picked.emit(self.value)

    def shown(self) -> Hashable:
        return self.value, tr(KIND_WORDS[self.value])

    def lay_out(self) -> list[QRectF]:
        widths = [self._wide(kind) for kind in NoteKind]
        spare = self.width() - sum(widths)
        gap = min(8.0, max(0.0, spare / (len(widths) - 1)))
        x, found = 0.0, []
        for wide in widths:
            found.append(QRectF(x, 0, wide, self.height()))
            x += wide + gap
        return found

    def paint_chips(self, p: QPainter) -> None:
        tight = self._tight()
        for number, (kind, box) in enumerate(zip(NoteKind, self.boxes(), strict=True)):
            on = kind is self.value
            if on or number == self._over:
                fill, line = ("sheet", "accent") if on else ("hover", None)
                painting.rounded(p, box.x(), 0, box.width(), box.height(), 5, fill, line)
            ink = "accent" if on else "ink2"
            painting.icon(p, box.x() + 7, (box.height() - 16) / 2, KIND_ICONS[kind], ink)
            weight = 600 if on else 400
            x = box.x() + 27
            if tight and not on:
                painting.text(p, x, 0, 20, box.height(), str(number + 1), "caption", "ink3")
                self._ring(p, number, box)
                continue
            x += painting.text(
                p, x, 0, 200, box.height(), tr(KIND_WORDS[kind]), "small",
                "ink" if on else "ink2", weight=weight, elide=False,
            )  # fmt: skip
            painting.text(p, x + 6, 0, 20, box.height(), str(number + 1), "caption", "ink3")
            self._ring(p, number, box)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self.chip_at(event.pos())
            words = tr(KIND_WORDS[list(NoteKind)[number]]) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), f"{words} (Ctrl+{number + 1})" if words else "")
            return True
        return super().event(event)

    def _ring(self, p: QPainter, number: int, box: QRectF) -> None:
        if self.hasFocus() and number == self._at:
            painting.focus_ring(p, box.x(), 0, box.width(), box.height())

    def _tight(self) -> bool:
        """Return whether only the kind in force has room for its word."""
        return sum(_kind_width(kind) for kind in NoteKind) > self.width()

    def _wide(self, kind: NoteKind) -> float:
        return 44 if self._tight() and kind is not self.value else _kind_width(kind)


def _kind_width(kind: NoteKind) -> float:
    return painting.width(tr(KIND_WORDS[kind]), "small", 600) + 47


class AttributionRow(_Chips):
    """How many, none, and the attributions that hold here; those that do not are locked."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Attribution"))
        self.value: Attribution | None = None
        self._room: Room | None = None
        self._offers: list[Offer] = []

    def show_room(self, room: Room) -> None:
        """Show the attributions of an item."""
        self._room = room
        self._offers = room.usual()
        self.show_value(self.value)

    def show_value(self, value: Attribution | None) -> None:
        """Show which attribution is in force; one that is not among the chips becomes one."""
        self.value = value
        if self._room and value and all(o.attribution != _one(value) for o in self._offers):
            self._offers = [*self._room.usual(), self._room.offer(_one(value))]
            self._offers.insert(1, self._offers.pop())
        self.setAccessibleDescription(self._room.say(value) if self._room and value else tr("none"))
        self.update()

    @property
    def offers(self) -> list[Offer]:
        """The chips after "none", in their order."""
        return self._offers

    def may_take(self, number: int) -> bool:
        offer = self._offer(number)
        return offer is None or offer.holds

    def take(self, number: int) -> None:
        if number == 0:
            self._next_count()
        elif number == 1:
            self._pick(None)
        elif (offer := self._offer(number)) is None:
            self._show_more()
        elif offer.holds:
            self._pick(replace(offer.attribution, count=self._count))

    def shown(self) -> Hashable:
        return tr("none"), tuple((o.short, o.k) for o in self._offers)

    def _look(self) -> Hashable:
        on = self._offer_in_force(), self._count, self.value is None
        return super()._look(), on, tuple(o.holds for o in self._offers)

    def lay_out(self) -> list[QRectF]:
        widths = [self._count_width(), _chip_width(tr("none"), "")]
        more = _chip_width(tr("more"), "") + _GAP
        room = self.width() - sum(widths) - 2 * _GAP - more
        for offer in self._offers:
            wide = _chip_width(offer.short, _k(offer))
            if wide > room:
                break
            widths.append(wide)
            room -= wide + _GAP
        widths.append(more - _GAP)
        x, found = 0.0, []
        for wide in widths:
            found.append(QRectF(x, 0, wide, self.height()))
            x += wide + _GAP
        return found

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            offer = self._offer(self.chip_at(event.pos()))
            if offer:
                few = "" if offer.holds else f" – {tr('Too few to hide among')}"
                QToolTip.showText(event.globalPos(), offer.words + few, self)
            return True
        return super().event(event)

    def rehearse(self, room: Room) -> None:
        """Make the picture of the attributions of an item at which nothing is written yet."""
        before = self._offers, self.value
        self._offers, self.value = room.usual(), None
        self._pictures.picture(self._look(), "shade", self.paint_chips)
        self._offers, self.value = before

    def paint_chips(self, p: QPainter) -> None:
        boxes = self.boxes()
        self._paint_count(p, boxes[0])
        self._chip(p, boxes[1], tr("none"), "", on=self.value is None, number=1)
        for number, box in enumerate(boxes[2:], 2):
            if offer := self._offer(number):
                on = self.value is not None and offer.attribution == _one(self.value)
                self._chip(p, box, offer.short, _k(offer), on, number, offer.holds)
            else:
                self._chip(p, box, tr("more"), "", on=False, number=number)
        if self.hasFocus() and self._at < len(boxes):
            box = boxes[self._at]
            painting.focus_ring(p, box.x(), 0, box.width(), box.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._next_count(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the ring on what is in force."""
        self._at = min(2 + self._offer_in_force(), len(self.boxes()) - 1)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _count(self) -> Count:
        return self.value.count if self.value else Count.ONE

    def _offer(self, number: int) -> Offer | None:
        shown = len(self.boxes()) - 3
        return self._offers[number - 2] if 2 <= number < 2 + shown else None

    def _offer_in_force(self) -> int:
        """Return which of the offers is in force, -1 for none of them."""
        wanted = _one(self.value) if self.value else None
        chosen = (n for n, o in enumerate(self._offers) if o.attribution == wanted)
        return next(chosen, -1)

    def _pick(self, value: Attribution | None) -> None:
        self.show_value(value)
        self.picked.emit(value)

    def _next_count(self, by: int = 1) -> None:
        counts = list(Count)
        count = counts[(counts.index(self._count) + by) % len(counts)]
        self._pick(replace(self.value or Attribution(), count=count))

    def _show_more(self) -> None:
        if self._room is None:
            return
        menu = attribution_menu(self, self._room, self._pick, self._count)
        menu.popup(self.mapToGlobal(self.boxes()[-1].topLeft().toPoint()))

    def _count_width(self) -> float:
        return max(painting.width(tr(w), "small", 600) for w in _COUNTS.values()) + 34

    def _paint_count(self, p: QPainter, box: QRectF) -> None:
        fill = "hover" if self._over == 0 else None
        painting.rounded(p, box.x(), 0, box.width(), box.height(), 5, fill, "hair_strong")
        words = tr(_COUNTS[self._count])
        painting.text(p, box.x() + 9, 0, box.width() - 28, box.height(), words, "small", "ink")
        middle = (box.height() - 13) / 2
        painting.icon(p, box.right() - 19, middle, "arrow-up-down", "ink3", 13)

    def _chip(
        self,
        p: QPainter,
        box: QRectF,
        words: str,
        k: str,
        on: bool,
        number: int,
        holds: bool = True,
    ) -> None:
        hover = number == self._over and holds
        fill = "accent_soft" if on else "hover" if hover else "sheet" if holds else None
        line = "accent" if on else "hair_strong"
        painting.rounded(p, box.x(), 0, box.width(), box.height(), 5, fill, line, dashed=not holds)
        weight = 600 if on else 400
        ink = "ink" if holds else "ink_off"
        x = box.x() + 8
        x += painting.text(p, x, 0, 400, box.height(), words, "small", ink, weight=weight)
        level = "ok" if holds else "block"
        painting.text(p, x + 6, 0, 60, box.height(), k, "caption", level, weight=600, tabular=True)


def _one(value: Attribution) -> Attribution:
    return replace(value, count=Count.ONE)


def _k(offer: Offer) -> str:
    return f"k {offer.k}"


def _chip_width(words: str, k: str) -> float:
    more = painting.width(k, "caption", 600) + 6 if k else 0
    return painting.width(words, "small", 600) + more + 17
