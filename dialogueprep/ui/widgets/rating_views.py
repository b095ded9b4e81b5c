"""The views of an entry side by side: rated for all, and as seen from single delegations."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.library import Axis
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.models.rating_draft import Draft, Seen
from dialogueprep.words import clauses, tr

_GAP, _LEAST = 8, 104


class RatingViews(QWidget):
    """A card for each view; ``chosen`` carries its delegation's code, None for all.

    Left and Right choose; Del asks by ``withdrawn`` to take a view back.
    """

    chosen = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self._draft: Draft | None = None
        self.value: Seen = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Views"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_draft(self, draft: Draft, value: Seen) -> None:
        """Show the views of a draft, one of them in front."""
        self._draft, self.value = draft, value
        self.setAccessibleDescription(self._spoken(value))
        self.updateGeometry()
        self.update()

    def name_of(self, view: Seen) -> str:
        """Return what a view is called."""
        return tr("All delegations") if view is None else self._names.get(view, view)

    def card_of(self, view: Seen) -> QRect:
        """Return where the card of a view stands."""
        return dict(self._cards(self.width()))[view]

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(480, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        cards = self._cards(width)
        return cards[-1][1].bottom() + 2 if cards else theme.scaled(50)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for view, card in self._cards(self.width()):
            self._paint_card(p, view, card)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        found = [view for view, card in self._cards(self.width()) if card.contains(at)]
        if found:
            self.chosen.emit(found[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        views: list[Seen] = self._draft.views if self._draft else [None]
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            at = views.index(self.value) + step
            if 0 <= at < len(views):
                self.chosen.emit(views[at])
        elif event.key() == Qt.Key.Key_Delete:
            self.withdrawn.emit(self.value)
        else:
            super().keyPressEvent(event)

    def _cards(self, width: int) -> list[tuple[Seen, QRect]]:
        high, x, y = theme.scaled(50), 1, 1
        found: list[tuple[Seen, QRect]] = []
        for view in self._draft.views if self._draft else ():
            words = painting.width(self.name_of(view), "small", 600)
            wide = max(_LEAST, round(words) + 24)
            if x > 1 and x + wide > width:
                x, y = 1, y + high + _GAP
            found.append((view, QRect(x, y, wide, high)))
            x += wide + _GAP
        return found

    def _paint_card(self, p: QPainter, view: Seen, card: QRect) -> None:
        on = view == self.value
        x, y, w, h = card.x(), card.y(), card.width(), card.height()
        fill, line = ("accent_soft", "accent") if on else ("sheet", "hair_strong")
        painting.rounded(p, x, y, w, h, 5, fill, line)
        name = self.name_of(view)
        painting.text(p, x + 10, y + 5, w - 20, theme.scaled(19), name, "small", weight=600)
        top = y + 5 + theme.scaled(19) + (theme.scaled(20) - 14) / 2
        for axis, left in ((Axis.SENSITIVITY, 10), (Axis.OPERABILITY, 56)):
            stroke = self._draft.of(view, axis) if self._draft else None
            kind = "sensitivity" if axis is Axis.SENSITIVITY else "operability"
            badges.meter(p, x + left, top, stroke.counting if stroke else None, kind)
            if stroke and stroke.value is None and stroke.former:
                at = x + left + badges.METER_WIDTH - 2
                painting.icon(p, at, top + 1, "triangle-alert", "warn_line", 11)
        if on and self.hasFocus():
            painting.focus_ring(p, x, y, w, h, 5)

    def _spoken(self, view: Seen) -> str:
        if self._draft is None:
            return ""
        words = [badges.level_word(self._draft.of(view, axis).counting) for axis in Axis]
        return clauses((
            self.name_of(view),
            tr("Sensitivity: {word}", word=words[0]),
            tr("Operability: {word}", word=words[1]),
        ))  # fmt: skip
