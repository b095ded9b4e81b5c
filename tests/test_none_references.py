"""Qt's binding gives back each reference to None that it takes.

PySide6 6.12.0 under Python 3.11 loses one per call that returns nothing, and the interpreter aborts
when the count reaches zero. From Python 3.12 on None is immortal and nothing can be lost.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 1000


def test_calls_that_return_nothing_lose_no_reference_to_none(qapp: QApplication) -> None:
    label = QLabel()
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        label.setVisible(False)
        thing.setObjectName("thing")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < CALLS / 10
