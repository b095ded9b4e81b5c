"""Pictures kept by what they show, so that what stands somewhere many times is painted once."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

STEPS = 4  # places within a pixel of the screen that are told apart
_DEEP = 4  # bytes of a pixel


class KeptPictures:
    """Pictures of one kind; beyond so many bytes together the least used are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    @property
    def bytes(self) -> int:
        """How much memory the pictures take."""
        return self._bytes

    def paint(
        self, p: QPainter, rect: QRectF, look: Hashable, act: Callable[[QPainter, QRectF], None]
    ) -> None:
        """Paint in a rectangle what ``act`` paints for all that has this look and size.

        The place is exact to a quarter of a pixel. What would fill much of the memory is painted
        each time.
        """
        ratio = p.device().devicePixelRatioF()
        moved, fine = p.transform(), ratio * STEPS
        across = round((rect.x() + moved.dx()) * fine)
        down = round((rect.y() + moved.dy()) * fine)
        size = round(rect.width() * fine), round(rect.height() * fine)
        key = look, size, across % STEPS, down % STEPS, ratio
        picture = self._kept.get(key)
        if picture is None:
            if math.prod(size) // STEPS**2 * _DEEP * 16 > self._most:
                act(p, rect)
                return
            picture = self._keep(key, _painted(size, (across % STEPS, down % STEPS), ratio, act))
        self._kept.move_to_end(key)
        x, y = across // STEPS / ratio, down // STEPS / ratio
        p.drawPixmap(QPointF(x - moved.dx(), y - moved.dy()), picture)

    def _keep(self, key: Hashable, picture: QPixmap) -> QPixmap:
        self._kept[key] = picture
        self._bytes += _bytes_of(picture)
        while self._bytes > self._most:
            self._bytes -= _bytes_of(self._kept.popitem(last=False)[1])
        return picture


def _painted(
    size: tuple[int, int],
    within: tuple[int, int],
    ratio: float,
    act: Callable[[QPainter, QRectF], None],
) -> QPixmap:
    """Return the picture of what is painted so large, at a place within its first pixel."""
    across, down = (math.ceil((a + b) / STEPS) for a, b in zip(within, size, strict=True))
    picture = QPixmap(across + 1, down + 1)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(ratio)
    p, fine = QPainter(picture), ratio * STEPS
    act(p, QRectF(within[0] / fine, within[1] / fine, size[0] / fine, size[1] / fine))
    p.end()
    return picture


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _DEEP
