"""Widgets that paint their whole ground themselves, so that Qt paints nothing behind them.

Else all that a page lies in is filled again, one over the other, wherever something changes.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import painting
from dialogueprep.ui.painting import Ink


def cover(view: QWidget, event: QPaintEvent, ground: Ink) -> None:
    """Paint the ground of a view, as the first thing of its painting, and let Qt know of it."""
    opaque = Qt.WidgetAttribute.WA_OpaquePaintEvent
    if not view.testAttribute(opaque):  # the style sheet takes it away
        view.setAttribute(opaque)
    p = QPainter(view)
    p.fillRect(event.rect(), painting.colour(ground))
    p.end()
