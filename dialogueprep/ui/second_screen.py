"""Where a window for the room is shown: what the chair sees, or what is drafted together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_SMALLEST = QSize(1180, 740)  # px, on the one screen there is


def show_for_the_room(window: QWidget, screens: Iterable[QScreen], main: QScreen | None) -> None:
    """Show a window over a whole second screen, or where there is none in a good size."""
    second = next((s for s in screens if main is not None and s is not main), None)
    if second is not None:
        window.setGeometry(second.availableGeometry())
        window.showFullScreen()
    else:
        window.resize(window.size().expandedTo(_SMALLEST))
        window.show()
