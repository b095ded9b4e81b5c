"""What stands beside the list while several topics are selected: how many, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import KeyLabel, Label
from dialogueprep.ui.widgets.layout import clear, column, hairline, row
from dialogueprep.ui.widgets.more_button import Part
from dialogueprep.words import ntr, tr


class SelectedTopics(QFrame):
    """``cleared`` asks to select only the current topic again; ``removed`` to remove them all."""

    cleared = Signal()
    removed = Signal()

    def __init__(self, session: Session, parts: Sequence[Part]) -> None:
        super().__init__()
        self._session = session
        self._parts = parts
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label("", "head")
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self.show_acts)
        self._acts = QVBoxLayout()
        self._acts.setSpacing(6)
        self.remove = Button(tr("Remove them"), icon="trash-2", key="Del")
        self.remove.clicked.connect(self.removed)
        self.one = Button(tr("Clear selection"), "link")
        self.one.clicked.connect(self.cleared)
        self.setLayout(
            column(
                self._title, 4, hairline(), 4, self._acts,
                row(self.remove, None), 8, row(self.one, KeyLabel("Esc"), None, gap=8), None,
                gap=6, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip

    def show_selected(self, count: int) -> None:
        """Show how many topics are selected; what can be done with them follows a moment later."""
        words = ntr("{n} topic selected", "{n} topics selected", count)
        self._title.setText(words)
        self.setAccessibleName(words)
        self._later.start()

    def show_acts(self) -> None:
        """Show what the parts can do with what is selected."""
        self._later.stop()
        clear(self._acts)
        if not self._session.is_open:
            return
        commands = [each for part in self._parts for each in part.commands() if each.of_selection]
        for each in commands:
            button = Button(each.words, icon=each.icon, tooltip=each.keys, on_click=each.act)
            self._acts.addLayout(row(button, None))
