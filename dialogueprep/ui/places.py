"""The places of the window: which pages there are, in which order, and how each is made.

A page's module is imported when its count or the page is first shown.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module

from dialogueprep.ui.page import Page
from dialogueprep.words import later


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place in the navigation."""

    name: str
    title: str
    icon: str
    of_dialogue: bool = False
    ahead: bool = False
    """Whether the page is made ahead while nothing happens, so that it opens at once."""

    @property
    def is_imported(self) -> bool:
        """Whether the page's module has been read already."""
        return self._module in sys.modules

    @property
    def _module(self) -> str:
        return f"dialogueprep.ui.pages.{self.name}"

    def page_class(self) -> type[Page]:
        """Return the class of the page; imports its module."""
        module = import_module(self._module)
        found: type[Page] = getattr(module, f"{self.name.capitalize()}Page")
        return found


PLACES = (
    Place("home", later("Home"), "house"),
    Place("library", later("Library"), "library"),
    Place("people", later("People"), "users"),
    Place("agenda", later("Agenda"), "calendar-range", of_dialogue=True, ahead=True),
    Place("participants", later("Participants"), "user-check", of_dialogue=True),
    Place("notes", later("Notes"), "notebook-pen", of_dialogue=True, ahead=True),
    Place("findings", later("Findings"), "columns-3", of_dialogue=True),
    Place("documents", later("Documents"), "file-text", of_dialogue=True),
)


def place(name: str) -> Place:
    """Return the place with this name."""
    return next(each for each in PLACES if each.name == name)
