"""Painting what is not seen yet, while nothing else is to be done.

The first time that words are painted their lines are broken and their letters drawn, which takes
several times as long as painting them again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


@contextmanager
def rehearsal(view: QWidget) -> Iterator[QPainter]:
    """Yield a painter as sharp as that of a view, whose picture nobody sees."""
    picture = QPixmap(1, 1)
    picture.setDevicePixelRatio(view.devicePixelRatioF())
    p = QPainter(picture)
    try:
        yield p
    finally:
        p.end()
