"""The list of pairs that seem to be duplicates: open ones by scope, or those decided earlier."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from dialogueprep.ui.delegates.pair_row import PairRows, spoken
from dialogueprep.ui.models.pair_queue import PairRow, Scope
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr


class PairList(QFrame):
    """Shows pairs; ``asked`` says that others are wanted."""

    asked = Signal()

    def __init__(self, *, of_topic: bool) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(312)
        self._model: ListModel[PairRow] = ListModel(
            lambda r: " / ".join(r.titles), spoken=spoken, tooltip=lambda r: "\n".join(r.titles)
        )
        self.list = RowList(self._model, PairRows(), name=tr("Pairs"), on="paper")
        self.which: Segments[bool] = Segments(
            [(False, tr("To decide")), (True, tr("Decided earlier"))], False, name=tr("Which pairs")
        )
        self.which.chosen.connect(lambda _on: self.asked.emit())
        scopes: list[tuple[Scope, str]] = [
            ("every", tr("All pairs")),
            ("within", tr("Within one language")),
            ("across", tr("Across languages")),
        ]
        if of_topic:
            scopes.append(("topic", tr("Of the selected topic")))
        self.scope: Choice[Scope] = Choice(scopes, "every", name=tr("Which of them"))
        self.scope.picked.connect(lambda _scope: self.asked.emit())
        self._said = Label("", "small", "ink2", elide=True)
        head = column(self.which, self.scope, self._said, gap=8, margins=(12, 12, 12, 10))
        self.setLayout(column(box(head), hairline(), (self.list, 1), gap=0))

    @property
    def decided(self) -> bool:
        """Whether the pairs that are decided are wanted."""
        return self.which.value

    @property
    def chosen(self) -> PairRow | None:
        """The current pair, if there is one."""
        return self.list.value() if self._model.rows else None

    @property
    def rows(self) -> tuple[PairRow, ...]:
        """The pairs that are shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[PairRow], words: str) -> None:
        """Show these pairs, and in words how many they are; the current one stays in sight."""
        self.scope.setEnabled(not self.decided)
        self._said.setText(words)
        place, bar = self._place_in_sight(), self.list.verticalScrollBar()
        self._model.show_rows(rows)
        self.list.choose_first()
        self.list.executeDelayedItemsLayout()
        current = self.list.currentIndex()
        if place is not None and bar.value():
            bar.setValue(bar.value() + self.list.visualRect(current).top() - place)
        elif place is not None:
            self.list.scrollTo(current)

    def _place_in_sight(self) -> int | None:
        """Return how far down the current row stands, in px; None where there is none in sight."""
        index = self.list.currentIndex()
        place = self.list.visualRect(index)
        seen = index.isValid() and place.intersects(self.list.viewport().rect())
        return place.top() if seen else None
