"""The filters of the directory, one choice each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogueprep.ui.models.people_filters import Choices, Filters
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.words import tr


class PeopleFilter(QWidget):
    """Shows the filters; ``changed`` says that another is asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        names = {
            "dialogue": tr("Dialogue"),
            "delegation": tr("Delegation"),
            "sector": tr("Sector"),
            "language": tr("Language"),
            "seen": tr("Last seen"),
        }
        self.choices: dict[str, Choice[Any]] = {
            key: Choice([(None, "")], name=name) for key, name in names.items()
        }
        self.clear_button = Button(tr("Clear filters"), "link", on_click=self.clear)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 0, 16, 10)
        grid.setSpacing(8)
        places = ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0))
        for place, choice in zip(places, self.choices.values(), strict=True):
            grid.addWidget(choice, *place)
            choice.picked.connect(lambda _value: self._on_picked())
        grid.addWidget(self.clear_button, 2, 1)
        self.clear_button.hide()

    def show_choices(self, offered: Choices) -> None:
        """Offer what there is; what is asked for stays as long as it is offered."""
        for key, choice in self.choices.items():
            value = choice.value
            there = any(v == value for v, _ in offered[key])
            choice.show_choices(offered[key], value if there else None)

    @property
    def filters(self) -> Filters:
        """What is asked for."""
        return Filters(**{key: choice.value for key, choice in self.choices.items()})

    def clear(self) -> None:
        """Ask for nothing."""
        for choice in self.choices.values():
            choice.show_value(None)
        self._on_picked()

    def _on_picked(self) -> None:
        self.clear_button.setVisible(self.filters.any)
        self.changed.emit()
