"""What floats: a surface with a painted shadow, as a child of the window."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.ui import painting, theme

MARGIN = 24
"""How far the shadow reaches beyond the surface, in px."""


@lru_cache(maxsize=4)
def _shadow(dark: bool, ratio: float) -> QPixmap:
    """Return a shadow around a square of 16 px, to be stretched as a nine-patch."""
    look = theme.tokens()["elevation"]["popup_dark" if dark else "popup_light"]
    side = 2 * MARGIN + 16
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    reach = MARGIN - int(look["y"])
    for step in range(reach, 0, -1):
        tint = QColor(look["colour"])
        tint.setAlphaF(look["alpha"] * (1 - step / reach) ** 2 * 0.14)
        p.setBrush(tint)
        inner = MARGIN - step
        box = QRectF(inner, inner + look["y"] * 0.6, 16 + 2 * step, 16 + 2 * step)
        p.drawRoundedRect(box, 6 + step, 6 + step)
    p.end()
    return picture


def paint_shadow(p: QPainter, x: int, y: int, w: int, h: int) -> None:
    """Paint the shadow of a surface at x, y with this size, around and under it."""
    ratio = p.device().devicePixelRatioF()
    picture = _shadow(theme.colours().dark, ratio)
    cut = MARGIN + 7
    side = 2 * MARGIN + 16
    xs, ys = (
        (x - MARGIN, x + 7, x + w - 7, x + w + MARGIN),
        (
            y - MARGIN,
            y + 7,
            y + h - 7,
            y + h + MARGIN,
        ),
    )
    us = (0, cut, side - cut, side)
    for i in range(3):
        for j in range(3):
            target = QRectF(xs[i], ys[j], xs[i + 1] - xs[i], ys[j + 1] - ys[j])
            source = QRectF(us[i], us[j], us[i + 1] - us[i], us[j + 1] - us[j])
            zoomed = QRectF(
                source.x() * ratio,
                source.y() * ratio,
                source.width() * ratio,
                source.height() * ratio,
            )
            p.drawPixmap(target, picture, zoomed)


class Floating(QWidget):
    """A surface with a hairline and a shadow; put the contents into ``inside``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(MARGIN + 1, MARGIN + 1, MARGIN + 1, MARGIN + 1)
        self.inside.setSpacing(0)

    def surface(self) -> QRect:
        """Return where the surface lies inside the widget, without the shadow."""
        return self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        box = self.surface()
        paint_shadow(p, box.x(), box.y(), box.width(), box.height())
        painting.rounded(p, box.x(), box.y(), box.width(), box.height(), 7, "lift", "hair_strong")
