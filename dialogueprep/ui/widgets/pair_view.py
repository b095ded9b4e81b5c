"""Two entries side by side, with the sentence that says why they seem to be one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogueprep.ui.widgets.entry_side import Beside, EntrySide
from dialogueprep.ui.widgets.labels import IconLabel, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled


class PairView(QWidget):
    """Shows a pair; both sides scroll together."""

    def __init__(self) -> None:
        super().__init__()
        self._reason = Paragraph("", "body")
        self.sides = EntrySide(), EntrySide()
        reason = row(
            column(2, IconLabel("git-compare", "info"), None, gap=0),
            (self._reason, 1),
            gap=10,
            margins=(20, 12, 20, 12),
        )
        both = row((self.sides[0], 1), hairline("down"), (self.sides[1], 1), gap=0)
        self.area = scrolled(box(both), "paper")
        self.setLayout(column(box(reason, "info_soft"), hairline(), (self.area, 1), gap=0))

    @property
    def reason(self) -> str:
        """The sentence that is shown."""
        return self._reason.accessibleName()

    def show_pair(self, one: Beside, other: Beside, reason: str, shared: Sequence[str]) -> None:
        """Show two entries; the words that they share are marked."""
        self._reason.show_text(reason)
        for side, beside in zip(self.sides, (one, other), strict=True):
            side.show_entry(beside, shared)
        self.area.verticalScrollBar().setValue(0)
