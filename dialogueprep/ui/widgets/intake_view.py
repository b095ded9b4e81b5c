"""People of a list beside what is known of one of them, or beside the columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogueprep.exchange.people_heads import Heads
from dialogueprep.exchange.people_table import Line
from dialogueprep.sentences import told
from dialogueprep.ui.models.people_intake import Intaking
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.intake_columns import IntakeColumns
from dialogueprep.ui.widgets.intake_preview import IntakePreview
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import tr

Side = Literal["row", "columns"]
_SIDE = 420
_MOST_NOTES = 4


class IntakeView(QWidget):
    """The list at the left; at the right the current row, or what the columns hold."""

    def __init__(self, state: Intaking) -> None:
        super().__init__()
        self._state = state
        self.preview = IntakePreview(state)
        self.columns = IntakeColumns()
        self.sides: Segments[Side] = Segments(
            [("row", tr("This person")), ("columns", tr("Columns"))], "row", name=tr("Beside")
        )
        self.sides.chosen.connect(self._show_side)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview.side)
        self._stack.addWidget(scrolled(self.columns, "sheet"))
        self._notes = column(gap=6, margins=(16, 10, 16, 8))
        above = row((self.sides, 1), margins=(16, 8, 16, 8))
        beside = box(column(above, hairline(), (self._stack, 1), gap=0), "sheet", width=_SIDE)
        self.setLayout(
            column(
                self._notes,
                hairline(),
                (row((self.preview, 1), hairline("down"), beside, gap=0), 1),
                gap=0,
            )
        )

    def show_state(self, heads: Heads, lines: Sequence[Line]) -> None:
        """Show rows, columns, and what should be known of the whole list."""
        self.columns.show_columns(heads, lines)
        clear(self._notes)
        held = [t for t in self._state.intake.told if t.code not in _ASKED]
        sentences = [told(t.code, t.facts) for t in held]
        warned = [t.code for t in held if t.code in _WARNS]
        if sentences:
            level = "warn" if warned else "info"
            more = sentences[_MOST_NOTES:]
            shown = " ".join(sentences[:_MOST_NOTES]) + (" …" if more else "")
            self._notes.addWidget(NoteBox(shown, level=level))
        self.preview.show_state()

    def _show_side(self, side: Side) -> None:
        self._stack.setCurrentIndex(0 if side == "row" else 1)


_WARNS = frozenset(
    {"people-encoding-unsure", "people-letters-lost", "people-without-head", "people-side-unknown"}
)
_ASKED = frozenset({"people-consent-not-said"})
"""What the dialog asks by a field of its own."""
