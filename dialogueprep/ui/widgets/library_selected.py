"""What stands beside the list while several topics are selected: how many, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogueprep.ui.page import Command
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import KeyLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, column, hairline, row
from dialogueprep.ui.widgets.more_button import Part
from dialogueprep.words import ntr, tr


class SelectedTopics(QFrame):
    """``cleared`` asks to select only the current topic again; ``removed`` to remove them all."""

    cleared = Signal()
    removed = Signal()

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = parts
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label("", "head")
        self._about = Paragraph("", "body", "ink2")
        self._acts = QVBoxLayout()
        self._acts.setSpacing(6)
        self.remove = Button(tr("Remove them"), icon="trash-2", key="Del")
        self.remove.clicked.connect(self.removed)
        self.one = Button(tr("Clear selection"), "link")
        self.one.clicked.connect(self.cleared)
        self.setLayout(
            column(
                self._title, self._about, 4, hairline(), 4, self._acts,
                row(self.remove, None), 8, row(self.one, KeyLabel("Esc"), None, gap=8), None,
                gap=6, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip

    def show_selected(self, count: int, commands: Sequence[Command]) -> None:
        """Show how many topics are selected, and the commands that take a selection."""
        words = ntr("{n} topic selected", "{n} topics selected", count)
        self._title.setText(words)
        self.setAccessibleName(words)
        self._about.show_text(tr("With what is selected:") if commands else "")
        clear(self._acts)
        for each in commands:
            button = Button(each.words, icon=each.icon, tooltip=each.keys, on_click=each.act)
            self._acts.addLayout(row(button, None))
