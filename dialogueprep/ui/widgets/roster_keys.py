"""The keys of the roster, each with what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dialogueprep.ui.models.cell_block import filled_down, filled_right
from dialogueprep.ui.models.roster_grid import LETTERS

if TYPE_CHECKING:
    from dialogueprep.ui.widgets.roster import Roster

Key, Modifier = Qt.Key, Qt.KeyboardModifier
FAR = 9999
ROLE_OF_KEY = {getattr(Qt.Key, f"Key_{letter}"): role for role, letter in LETTERS.items()}
STEPS = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_PageUp: (-10, 0),
    Key.Key_PageDown: (10, 0),
    Key.Key_Home: (0, -FAR),
    Key.Key_End: (0, FAR),
}
_FAR_STEPS = {
    **{key: (down * FAR, across * FAR) for key, (down, across) in STEPS.items()},
    Key.Key_Home: (-FAR, -FAR),
    Key.Key_End: (FAR, FAR),
}
_WITH_CONTROL = (Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_D, Key.Key_R)


def ours(event: QKeyEvent) -> bool:
    """Return whether a key with Control is the roster's, and not a shortcut of the window."""
    return event.modifiers() == Modifier.ControlModifier and event.key() in _WITH_CONTROL


def press(roster: Roster, event: QKeyEvent) -> bool:
    """Do what a key asks for; return whether it asks for anything."""
    key = Key(event.key())
    held = event.modifiers() & ~Modifier.KeypadModifier
    control, shift = bool(held & Modifier.ControlModifier), bool(held & Modifier.ShiftModifier)
    if held & (Modifier.AltModifier | Modifier.MetaModifier):
        return False
    if key in STEPS:
        roster.step(*(_FAR_STEPS if control else STEPS)[key], extend=shift)
        return True
    if shift and not control and key == Key.Key_Delete:
        roster.removal_wanted.emit()
        return True
    if roster.value() is None:
        return False
    if control:
        return not shift and _with_control(roster, key)
    return (not shift or key in ROLE_OF_KEY) and _plain(roster, key)


def _plain(roster: Roster, key: Qt.Key) -> bool:
    acts = {
        Key.Key_Space: roster.presence_wanted.emit,
        Key.Key_Delete: roster.cleared.emit,
        Key.Key_Backspace: roster.cleared.emit,
        Key.Key_L: roster.silence_wanted.emit,
    }
    if key in (Key.Key_Return, Key.Key_Enter):
        roster.opened.emit()
    elif key == Key.Key_Escape:
        return roster.give_up_block()
    elif roster.item() is None:
        return False
    elif key in ROLE_OF_KEY:
        roster.role_wanted.emit(ROLE_OF_KEY[key])
    elif key in acts:
        acts[key]()
    else:
        return False
    return True


def _with_control(roster: Roster, key: Qt.Key) -> bool:
    if key == Key.Key_A:
        roster.select_all()
        return True
    block = roster.block()
    if not block.rows or key not in _WITH_CONTROL:
        return False
    if key == Key.Key_V:
        roster.pasted.emit()
    elif key == Key.Key_D:
        roster.filled.emit(filled_down(block, roster.row_above(block.rows[0])))
    elif key == Key.Key_R:
        roster.filled.emit(filled_right(block))
    else:
        roster.copied.emit(key == Key.Key_X)
    return True
