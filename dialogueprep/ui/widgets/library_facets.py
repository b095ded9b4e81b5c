"""The panel that narrows the library: matrix, formats, dimensions, use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Dimension, Format
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.library_facets import (
    HERE,
    NEVER,
    Facets,
    Frame,
    Sifted,
    format_word,
)
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.matrix import Matrix
from dialogueprep.ui.widgets.saved_searches import SavedSearches
from dialogueprep.words import ntr, tr

T = TypeVar("T")


class FacetsPanel(QFrame):
    """``changed`` carries the Facets that are asked for now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._facets = Facets()
        self.matrix = Matrix()
        self.matrix.framed.connect(self._set_frame)
        self._within = _Wrapped("small", "ink")
        self._clear = Button(tr("Clear"), "link", on_click=lambda: self._set_frame(None))
        self._unrated = _Wrapped("caption", "ink3")
        self.formats: Boxes[Format] = Boxes(tr("Format"))
        self.dimensions: Boxes[Dimension] = Boxes(tr("Dimension"))
        self.uses: Boxes[str] = Boxes(tr("Use"))
        for boxes in (self.formats, self.dimensions, self.uses):
            boxes.changed.connect(self._take_boxes)
        self.saved = SavedSearches()
        inside = box(self._inside(), "shade")
        area = scrolled(inside, "shade")
        self.setObjectName("shade")
        self.setLayout(column((area, 1), gap=0))

    def _inside(self) -> QVBoxLayout:
        words = column(
            row((self._within, 1), self._clear), self._unrated, gap=2, margins=(16, 2, 16, 8)
        )
        matrix = column(
            row(Label(tr("Sensitivity and operability"), "label", "ink2"), margins=(16, 12, 8, 2)),
            row(self.matrix, None, gap=0),
            gap=2,
        )
        groups = column(gap=0, margins=(16, 0, 10, 8))
        for boxes in (self.formats, self.dimensions, self.uses):
            groups.addWidget(hairline())
            groups.addSpacing(8)
            groups.addWidget(boxes)
            groups.addSpacing(8)
        groups.addWidget(self.saved)
        return column(matrix, words, groups, None, gap=0)

    def show_facets(
        self, facets: Facets, sifted: Sifted, formats: Sequence[Format], ceiling: int
    ) -> None:
        """Show what is asked for, and the counts."""
        self._facets = facets
        self.matrix.show_counts(sifted.cells, ceiling, facets.frame)
        within = sum(n for cell, n in sifted.cells.items() if _in(facets.frame, cell))
        self._within.show_text(
            ntr("{n} topic within the frame", "{n} topics within the frame", within)
            if facets.frame
            else ntr("{n} rated topic", "{n} rated topics", within)
        )
        self._clear.setVisible(facets.frame is not None)
        self._unrated.show_text(
            ntr("{n} unrated is never offered", "{n} unrated are never offered", sifted.unrated)
        )
        self._unrated.setVisible(sifted.unrated > 0)
        shown = [(f, format_word(f)) for f in formats]
        self.formats.show_boxes(shown, facets.formats, sifted.formats)
        dimensions = [(d, tr(wording.of(d))) for d in Dimension]
        self.dimensions.show_boxes(dimensions, facets.dimensions, sifted.dimensions)
        uses = [(NEVER, tr("Never used")), (HERE, tr("On this agenda"))]
        self.uses.show_boxes(uses, facets.uses, sifted.uses)

    def _set_frame(self, frame: Frame | None) -> None:
        self._send(replace(self._facets, frame=frame))

    def _take_boxes(self) -> None:
        self._send(
            replace(
                self._facets,
                formats=self.formats.values,
                dimensions=self.dimensions.values,
                uses=self.uses.values,
            )
        )

    def _send(self, facets: Facets) -> None:
        self._facets = facets
        self.changed.emit(facets)


class Boxes(QWidget, Generic[T]):
    """A heading and boxes to tick, each with its count."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._boxes: dict[T, FacetBox] = {}
        self._title = title
        self._column = column(gap=0)
        self.setLayout(column(Label(title, "label", "ink2"), self._column, gap=4))

    @property
    def values(self) -> frozenset[T]:
        """What is ticked."""
        return frozenset(value for value, each in self._boxes.items() if each.isChecked())

    def box_of(self, value: T) -> FacetBox:
        """Return the box of a value; KeyError if it is not shown."""
        return self._boxes[value]

    def show_boxes(
        self, choices: Sequence[tuple[T, str]], ticked: frozenset[T], counts: Mapping[T, int]
    ) -> None:
        """Show these values; the boxes stay the same widgets while the values do."""
        if [value for value, _ in choices] != list(self._boxes):
            clear(self._column)
            self._boxes = {value: self._made(words) for value, words in choices}
        for value, each in self._boxes.items():
            each.blockSignals(True)
            each.setChecked(value in ticked)
            each.blockSignals(False)
            each.show_count(self._title, counts.get(value, 0))

    def _made(self, words: str) -> FacetBox:
        made = FacetBox(words)
        made.toggled.connect(lambda _on: self.changed.emit())
        self._column.addWidget(made)
        return made


class FacetBox(CheckBox):
    """A box whose words go on in a second line where they are long; grey where nothing is left."""

    def __init__(self, words: str) -> None:
        super().__init__(words, count="0")
        self._number = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, group: str, n: int) -> None:
        """Show how many there are."""
        self._number = n
        self.setAccessibleName(f"{group}: {self.text()}, {n}")
        self.set_count(str(n))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(theme.scaled(24) if self._fits() else theme.scaled(42))
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        hint.setWidth(60)
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h, line = self.height(), theme.scaled(24)
        self._paint_box(p, (line - 16) / 2)
        ink = "ink" if self.isChecked() or self._number else "ink3"
        for number, words in enumerate(self._lines()):
            painting.text(p, 26, number * theme.scaled(18), self._room(), line, words, "body", ink)
        painting.text(
            p, 0, 0, self.width() - 2, line, str(self._number), "caption", "ink3", align="right",
            tabular=True,
        )  # fmt: skip
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), h, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _room(self) -> float:
        return self.width() - 26 - painting.width(str(self._number), "caption") - 10

    def _fits(self) -> bool:
        return painting.width(self.text(), "body") <= max(self._room(), 120)

    def _lines(self) -> list[str]:
        """Return the words, broken before a plus sign or at a space if they are too long."""
        words = self.text()
        at = max(words.rfind("+"), words.rfind(" "))
        return [words] if self._fits() or at < 1 else [words[:at], words[at:].strip()]


class _Wrapped(Label):
    """A label that wraps and may be told other words."""

    def __init__(self, role: theme.Role, ink: str) -> None:
        super().__init__("", role, ink, wrap=True)

    def show_text(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)


def _in(frame: Frame | None, cell: tuple[int, int]) -> bool:
    return frame is None or frame.holds(cell)
