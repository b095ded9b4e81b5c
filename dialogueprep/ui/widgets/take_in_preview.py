"""What taking in a list would do: new, changed, same and refused rows, and what differs in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLayout, QWidget

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.taking_in import Plan
from dialogueprep.ui.delegates.take_in_row import BOX, TakeInRows, spoken
from dialogueprep.ui.models.table_model import VALUE, ListModel
from dialogueprep.ui.models.take_in_rows import (
    TakeInRow,
    Told,
    View,
    counts_of,
    rows_of,
    titles_of,
    told_of,
)
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

_MOST_FIELDS = 60
_MOST_CHARACTERS = 4_000


class TickList(RowList):
    """A list whose rows are ticked by Space, or by a click on their box."""

    def __init__(self, model: ListModel[TakeInRow]) -> None:
        super().__init__(model, TakeInRows(), name=tr("What the file brings"), on="paper")

    ticked: ClassVar[Signal] = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.value() is not None:
            self.ticked.emit(self.value())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < BOX:
            self.ticked.emit(index.data(VALUE))


class TakeInPreview(QWidget):
    """Shows a plan; what is unticked stays as it is here. ``changed`` says that this changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left: set[str] = set()
        self._plan, self._refused = Plan(), ()
        self._titles: Mapping[str, str] = {}
        self.views: Segments[View] = Segments(self._words(), name=tr("Which rows"))
        self.views.chosen.connect(lambda _view: self._show())
        self._model: ListModel[TakeInRow] = ListModel(lambda r: r.title, spoken=spoken)
        self.list = TickList(self._model)
        self.list.ticked.connect(self._toggle)
        self.list.chosen.connect(self._show_detail)
        self._none = Label("", "small", "ink3")
        self.take_all = Button(tr("Take all"), "link", on_click=lambda: self._set_all(True))
        self.keep_all = Button("", "link", on_click=lambda: self._set_all(False))
        self._detail = column(gap=12, margins=(20, 16, 20, 16))
        inside = QWidget()
        inside.setLayout(column(self._detail, None, gap=0))
        side = scrolled(inside, "sheet")
        every = row(self._none, None, self.take_all, self.keep_all, gap=14, margins=(16, 6, 16, 6))
        listed = box(column((self.list, 1), hairline(), every, gap=0), "paper")
        self.setLayout(
            column(
                row((self.views, 1), margins=(24, 0, 24, 10)),
                hairline(),
                (row((listed, 5), hairline("down"), (side, 6), gap=0), 1),
                gap=0,
            )
        )

    def show_plan(self, plan: Plan, refused: Sequence[Trouble]) -> None:
        """Show a plan, in the first list that holds something; decisions stay."""
        self._plan, self._refused = plan, tuple(refused)
        self._titles = titles_of(plan)
        self.left &= {c.id for c in (*plan.new, *plan.changed)}
        counts = counts_of(plan, len(self._refused))
        self.views.show_choices(self._words())
        if not counts[self.views.value][0]:
            filled: list[View] = [view for view, (n, _) in counts.items() if n]
            first: View = filled[0] if filled else "same"
            self.views.show_value(first)
        self._show()

    @property
    def taken(self) -> int:
        """How many of the new and changed entries are taken."""
        out = self.left & {c.id for c in self._plan.new}
        kept = [c for c in self._plan.accepted(self.left) if c not in self._plan.quiet]
        return len(kept) if out or self.left else len(self._plan.new) + len(self._plan.changed)

    def _words(self) -> list[tuple[View, str]]:
        counts = counts_of(self._plan, len(self._refused))
        return [(view, tr("{words}  {n}", words=words, n=n)) for view, (n, words) in counts.items()]

    def _show(self) -> None:
        rows = rows_of(self._plan, self._refused, self.views.value, self.left)
        self._model.show_rows(rows)
        decides = any(each.taken is not None for each in rows)
        self.take_all.setVisible(decides)
        self.keep_all.setVisible(decides)
        self.keep_all.setText(
            tr("Leave all out") if self.views.value == "new" else tr("Keep all of mine")
        )
        self._none.setText("" if rows else tr("None"))
        self.list.choose_first()
        self._show_detail(self.list.value())
        self.changed.emit()

    def _toggle(self, it: TakeInRow) -> None:
        if it.taken is None:
            return
        self.left ^= {it.id}
        self._show()

    def _set_all(self, taken: bool) -> None:
        ids = {each.id for each in self._model.rows}
        self.left = self.left - ids if taken else self.left | ids
        self._show()

    def _show_detail(self, it: TakeInRow | None) -> None:
        clear(self._detail)
        if it is None:
            return
        self._detail.addWidget(Label(it.title, "head", wrap=True))
        if it.change is None:
            self._detail.addWidget(Paragraph(it.why or it.about, "body", "ink2"))
            return
        for told in told_of(it.change, self._titles)[:_MOST_FIELDS]:
            self._detail.addLayout(_field(told, beside=it.change.mine is not None))


def _field(told: Told, *, beside: bool) -> QLayout:
    name = Label(told.name, "label")
    if not beside:
        return column(name, _value(told.theirs, "ink"), gap=3)
    mine = column(Label(tr("Here"), "caption"), _value(told.mine, "ink2"), None, gap=2)
    theirs = column(Label(tr("In the file"), "caption"), _value(told.theirs, "ink"), None, gap=2)
    return column(name, row((mine, 1), (theirs, 1), gap=20), gap=3)


def _value(words: str, ink: str) -> QLayout:
    """Return a value, a paragraph for each of its lines."""
    if not words:
        return column(Paragraph(tr("nothing"), "body", "ink3"), gap=0)
    lines = words[:_MOST_CHARACTERS].split("\n")[:_MOST_FIELDS]
    return column(*(Paragraph(line, "body", ink) for line in lines), gap=2)
