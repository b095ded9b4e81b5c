"""The parts of a page, and the button that opens the menu of what they can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenu

from dialogueprep.ui import icons
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.page import Command


class Part(Protocol):
    """Something a page can do; its commands stand in the menu "More" and in the palette."""

    def commands(self) -> Sequence[Command]: ...


class MoreButton(Button):
    """Opens the menu of what the parts can do."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__("", "quiet", "ellipsis", tooltip=tr("More"), on_click=self._open)
        self._parts = parts

    def menu_now(self) -> QMenu:
        """Return the menu as it is now."""
        menu = QMenu(self)
        for part in self._parts:
            for each in part.commands():
                action = menu.addAction(icons.icon(each.icon), each.words, each.act)
                action.setShortcut(each.keys)
        return menu

    def _open(self) -> None:
        self.menu_now().popup(self.mapToGlobal(self.rect().bottomLeft()))
