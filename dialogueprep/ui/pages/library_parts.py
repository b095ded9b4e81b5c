"""What the library can do beside showing its entries: each part stands in the menu "More"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QMenu

from dialogueprep.domain.library import TopicId
from dialogueprep.ui import icons
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.page import Command, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import tr


class LibraryShelf(Protocol):
    """What a part may ask of the library page."""

    @property
    def page(self) -> Page:
        """The page: dialogs stand over it, its banner says news."""
        ...

    @property
    def held(self) -> Holdings:
        """What the library holds."""
        ...

    def selected(self) -> tuple[TopicId, ...]:
        """Return the topics that are selected, in the order of the list."""
        ...

    def listed(self) -> tuple[TopicId, ...]:
        """Return the topics that the search and the facets let through, in the list's order."""
        ...


class LibraryPart(Protocol):
    """Something the library can do; ``commands`` stand in the menu and in the palette."""

    def commands(self) -> Sequence[Command]: ...


def parts_of(session: Session, shelf: LibraryShelf) -> tuple[LibraryPart, ...]:
    """Return the parts of the library page, in the order of the menu."""
    return ()


class MoreButton(Button):
    """Opens the menu of what the parts can do."""

    def __init__(self, parts: Sequence[LibraryPart]) -> None:
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
