"""How much longer an item takes because what is said is interpreted consecutively."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import LineField, mark_field
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr

LEAST, MOST = 100, 300  # percent of an item's minutes
USUAL = (100, 130, 150, 200)
_PERCENT = re.compile(r"[x×]?\s*(\d+(?:[.,]\d+)?)\s*[%％]?", re.IGNORECASE)


def read_percent(written: str) -> int | None:
    """Return a percentage from 100 to 300 from `150`, `150 %`, `x1.5` or `1,5`; None if unread."""
    found = _PERCENT.fullmatch(written.strip())
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    percent = round(number * 100 if number <= MOST / 100 else number)
    return percent if LEAST <= percent <= MOST else None


class Interpretation(QWidget):
    """A choice of usual factors and a field for others. ``chosen`` carries percent."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        words = [tr("None"), "×1.3", "×1.5", "×2"]
        name = tr("Consecutive interpretation")
        self.usual = _Usual(list(zip(USUAL, words, strict=True)), 100, name=name)
        self.usual.chosen.connect(self.chosen.emit)
        self.other = _Percent(name)
        self.other.sent.connect(self._read)
        self._says = Label("", "caption")
        head = row(Label(name, "label"), None, self._says)
        self.other.setFixedWidth(max(62, theme.scaled(56)))
        self.setLayout(column(head, row((self.usual, 1), self.other, gap=8), gap=4))

    def show_item(self, item: AgendaItem) -> None:
        """Show how long an item takes."""
        self.show_percent(item.stretch)
        both = tr("{n} min, {taken} with it", n=item.minutes, taken=item.takes)
        self._says.setText(both if item.takes != item.minutes else "")

    def show_percent(self, percent: int) -> None:
        """Show a percentage."""
        self.usual.show_value(percent)
        self.other.show_percent(percent)

    def _read(self, written: str) -> None:
        percent = read_percent(written)
        mark_field(self.other, "bad", percent is None)
        said = tr("Write a percentage from {least} to {most}, or ×1.5.", least=LEAST, most=MOST)
        self.other.setToolTip("" if percent else said)
        if percent is not None:
            self.chosen.emit(percent)


class _Usual(Segments[int]):
    """The usual factors; none of them is in force where another is."""

    def show_value(self, value: int) -> None:
        super().show_value(value)
        if value not in USUAL:
            self._at = -1
            self.setAccessibleDescription(f"{value}%")
            self.update()


class _Percent(LineField):
    """Hands over what was typed on Enter and when it is left; Esc gives it up."""

    sent = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__("100%", name=tr("{name}, in percent", name=name))
        self._shown = "100%"
        self.editingFinished.connect(self._send)

    def show_percent(self, percent: int) -> None:
        self._shown = f"{percent}%"
        mark_field(self, "bad", False)
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            mark_field(self, "bad", False)
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    def _send(self) -> None:
        if self.text() != self._shown:
            self.sent.emit(self.text())
