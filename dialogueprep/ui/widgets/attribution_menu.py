"""The menu of all attributions of an item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.words import tr


def attribution_menu(
    parent: QWidget,
    room: Room,
    pick: Callable[[Attribution | None], object],
    count: Count = Count.ONE,
) -> QMenu:
    """Return a menu of all attributions of an item; those that do not hold are disabled."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("none"), lambda: pick(None))
    for offer in [*room.usual(), *room.exact()]:
        attribution = replace(offer.attribution, count=count)
        action = menu.addAction(f"{room.say(attribution)}\tk {offer.k}")
        action.setEnabled(offer.holds)
        action.triggered.connect(lambda _on=False, a=attribution: pick(a))
    return menu
