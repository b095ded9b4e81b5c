"""Icons: Lucide SVGs tinted with a colour token, sharp at any size and pixel ratio.

The colour is a token's name and is looked up when the icon is painted, so an icon that was
given to a button follows the scheme.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dialogueprep import paths
from dialogueprep.ui import theme

_STROKE = 1.75


def icon(name: str, colour: str = "ink2") -> QIcon:
    """Return an icon by its Lucide name; ``colour`` is the name of a token."""
    return QIcon(_Engine(name, colour))


def pixmap(name: str, colour: QColor | str = "ink2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return the picture of an icon for a size in px and a device pixel ratio; kept."""
    tint = theme.colours().named(colour) if isinstance(colour, str) else colour
    return _pixmap(name, tint.name(), size, ratio)


def paint(
    painter: QPainter, x: float, y: float, name: str, colour: QColor | str = "ink2", size: int = 16
) -> int:
    """Paint an icon with its upper left corner at x, y; return its size in px."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), pixmap(name, colour, size, ratio))
    return size


def forget() -> None:
    """Drop all pictures made so far, after the scheme has changed."""
    _pixmap.cache_clear()


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _pixmap(name: str, tint: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", tint)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    pixels = max(1, round(size * ratio))
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class _Engine(QIconEngine):
    """Draws one icon in whatever size Qt asks for."""

    _kept: list[QIconEngine] = []  # noqa: RUF012  Qt owns a clone, Python must not drop it

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        x = rect.x() + (rect.width() - size) / 2
        y = rect.y() + (rect.height() - size) / 2
        paint(painter, x, y, self._name, self._tint(mode), size)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._tint(mode), min(size.width(), size.height()))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._name, self._tint(mode), round(side / scale), scale)

    def clone(self) -> QIconEngine:
        twin = _Engine(self._name, self._colour)
        self._kept.append(twin)
        return twin

    def _tint(self, mode: QIcon.Mode) -> str:
        return "ink_off" if mode == QIcon.Mode.Disabled else self._colour
