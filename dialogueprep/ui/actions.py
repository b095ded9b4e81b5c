"""All actions of the window with their keys, in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dialogueprep.words import later, tr


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: its name, its keys (the first is shown), and its words (an English message)."""

    name: str
    keys: tuple[str, ...]
    words: str
    icon: str = "arrow-right"


SPECS = (
    Spec("palette", ("Ctrl+K",), later("Search, or run a command"), "search"),
    Spec("undo", ("Ctrl+Z",), later("Undo"), "undo-2"),
    Spec("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), later("Redo"), "redo-2"),
    Spec("search", ("Ctrl+F",), later("Search on this page"), "search"),
    Spec("attend", ("Ctrl+.",), later("Go to what needs attention"), "triangle-alert"),
    Spec("next panel", ("F6",), later("Next panel"), "chevron-right"),
    Spec("previous panel", ("Shift+F6",), later("Previous panel"), "chevron-left"),
    Spec("keys", ("F1",), later("Keys of this page"), "info"),
    Spec("settings", ("Ctrl+,",), later("Settings"), "settings"),
    Spec("lock", ("Ctrl+L",), later("Lock"), "lock"),
)
PAGE_KEYS = tuple(f"Alt+{number}" for number in range(1, 9))


class Actions(QObject):
    """The actions as Qt actions of a widget; ``act`` says what each does."""

    def __init__(self, owner: QWidget, act: Callable[[str], object]) -> None:
        super().__init__(owner)
        self.by_name: dict[str, QAction] = {}
        for each in SPECS:
            self._add(owner, each.name, each.keys, tr(each.words), act)
        for number, keys in enumerate(PAGE_KEYS):
            self._add(owner, f"page {number}", (keys,), "", act)
        self._watch = _FieldKeys(self)

    def _add(
        self,
        owner: QWidget,
        name: str,
        keys: tuple[str, ...],
        words: str,
        act: Callable[[str], object],
    ) -> None:
        action = QAction(words, owner)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: act(name))
        owner.addAction(action)
        self.by_name[name] = action


class _FieldKeys(QObject):
    """Hands keys that a field would swallow to the window.

    A field keeps Ctrl+Z and Ctrl+Y while it has something of its own to undo; all other keys
    of the window are the window's, even in a field. The filter sits on the focused widget
    only, so it costs nothing elsewhere.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        keys = [key for each in SPECS for key in each.keys]
        self._ours = {QKeySequence(key).toString() for key in (*keys, *PAGE_KEYS)}
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination()).toString()
        if pressed not in self._ours or self._field_wants(field, pressed):
            return False
        event.ignore()
        return True

    def _field_wants(self, field: QObject, pressed: str) -> bool:
        from dialogueprep.ui.widgets.fields import can_redo, can_undo

        if pressed == "Ctrl+Z":
            return can_undo(field)
        if pressed in ("Ctrl+Y", "Ctrl+Shift+Z"):
            return can_redo(field)
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = new
        if new is not None:
            new.installEventFilter(self)
