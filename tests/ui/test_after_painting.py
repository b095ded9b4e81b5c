"""What follows is waited for from the painting on, however long that takes."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.ui.after_painting import AfterPainting

SOON_MS = 20


class _Slow(QWidget):
    """Takes longer to paint than what follows is to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < 2 * SOON_MS:
            pass
        self.seen.append("painted")


def test_what_follows_is_not_done_as_soon_as_the_painting_ends(qtbot: QtBot) -> None:
    slow = _Slow()
    qtbot.addWidget(slow)
    slow.show()
    qtbot.waitExposed(slow)
    QApplication.processEvents()
    slow.seen.clear()
    then = AfterPainting(lambda: slow.seen.append("followed"), SOON_MS, slow)
    slow.update()
    then.start()
    while not slow.seen:
        QApplication.processEvents()
    QApplication.processEvents()
    assert slow.seen == ["painted"]
    assert then.isActive()
    qtbot.waitUntil(lambda: slow.seen == ["painted", "followed"])
    assert not then.isActive()
