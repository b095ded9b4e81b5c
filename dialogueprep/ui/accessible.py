"""What a screen reader is told of widgets that are painted by the program itself.

Qt takes such a widget for a mere area. One that has a `spoken_role` is announced as what it is,
and one with a `spoken_value` says what is chosen in it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed: list[bool] = []


def install() -> None:
    """Let Qt ask here first; further calls do nothing."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


def say_value(widget: QWidget, value: object) -> None:
    """Announce that something else is chosen in a widget."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))


class _Spoken(QAccessibleWidget):
    def text(self, kind: QAccessible.Text) -> str:
        value = getattr(self.widget(), "spoken_value", None)
        if kind == QAccessible.Text.Value and value is not None:
            return value()
        return super().text(kind)


def _interface(key: str, asked: QObject | None) -> QAccessibleInterface | None:
    """Return the interface of a widget with a role of its own; Qt makes that of all others."""
    role = getattr(type(asked), "spoken_role", None)
    if role is None or not isinstance(asked, QWidget) or key != type(asked).__name__:
        return None
    return _Spoken(asked, role, "")
