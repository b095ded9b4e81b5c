"""Pictures of what a widget has shown lately, so that the same look is painted once.

Each lies on the ground of its widget: letters on a ground are smoothed as they are on the screen,
on nothing they may not be.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import theme
from dialogueprep.ui.painting import Ink, colour


class StillPictures:
    """The pictures of one widget by what they show; beyond so many the least used is forgotten.

    Size, sharpness, text size, language and colours are always part of the look.
    """

    def __init__(self, widget: QWidget, most: int = 16) -> None:
        self._widget, self._most = widget, most
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def paint(self, look: Hashable, ground: Ink, act: Callable[[QPainter], object]) -> None:
        """Paint the widget as ``act`` paints it for this look."""
        QPainter(self._widget).drawPixmap(0, 0, self.picture(look, ground, act))

    def picture(self, look: Hashable, ground: Ink, act: Callable[[QPainter], object]) -> QPixmap:
        """Return the picture of a look, painted now if it is not kept."""
        view = self._widget
        w, h, ratio = view.width(), view.height(), view.devicePixelRatioF()
        key = look, w, h, ratio, theme.letters(), theme.colours().dark
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if w * h == 0:
            return QPixmap()
        picture = QPixmap(math.ceil(w * ratio), math.ceil(h * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(colour(ground))
        p = QPainter(picture)
        act(p)
        p.end()
        self._kept[key] = picture
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return picture
