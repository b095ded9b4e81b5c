"""The panel that narrows the library: matrix, formats, dimensions, use, ratings, tags, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogueprep.domain import wording
from dialogueprep.domain.library import Dimension, Format, SourceId
from dialogueprep.store.library_listing import DIFFER, EXPIRED, UNRATED
from dialogueprep.ui import theme
from dialogueprep.ui.models.library_facets import (
    HERE,
    NEVER,
    Facets,
    Frame,
    Group,
    format_word,
)
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.models.library_sifting import Sifted
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.facet_boxes import Boxes
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row, scrolled
from dialogueprep.ui.widgets.matrix import Matrix
from dialogueprep.ui.widgets.saved_searches import SavedSearches
from dialogueprep.words import later, ntr, tr

_RATINGS = {
    EXPIRED: later("Expired"),
    UNRATED: later("Not rated"),
    DIFFER: later("Views differ"),
}
_USES = {NEVER: later("Never used"), HERE: later("On this agenda")}


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
        self.saved = SavedSearches()  # made in the order in which Tab goes through
        self.formats: Boxes[Format] = Boxes(tr("Format"))
        self.dimensions: Boxes[Dimension] = Boxes(tr("Dimension"))
        self.uses: Boxes[str] = Boxes(tr("Use"))
        self.ratings: Boxes[str] = Boxes(tr("Rating"))
        self.tags: Boxes[str] = Boxes(tr("Tag"), most=6)
        self.sources: Boxes[SourceId] = Boxes(tr("Source"), most=4)
        for boxes in self._groups:
            boxes.changed.connect(self._take_boxes)
        inside = box(self._inside(), "shade")
        area = scrolled(inside, "shade")
        self.setObjectName("shade")
        self.setLayout(column((area, 1), gap=0))

    @property
    def _groups(self) -> tuple[Boxes[Any], ...]:
        return (
            self.formats, self.dimensions, self.uses, self.ratings, self.tags, self.sources,
        )  # fmt: skip

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
        groups.addWidget(self.saved)
        for boxes in self._groups:
            groups.addWidget(boxes)
        return column(matrix, words, groups, None, gap=0)

    def show_facets(self, facets: Facets, sifted: Sifted, held: Holdings) -> None:
        """Show what is asked for, and the counts."""
        self._facets = facets
        cells = sifted.cells
        self.matrix.show_counts(cells, held.ceiling, facets.frame)
        within = sum(n for cell, n in cells.items() if _in(facets.frame, cell))
        self._within.show_text(
            ntr("{n} topic within the frame", "{n} topics within the frame", within)
            if facets.frame
            else ntr("{n} rated topic", "{n} rated topics", within)
        )
        self._clear.setVisible(facets.frame is not None)
        unrated = sifted.unrated
        self._unrated.show_text(
            ntr("{n} unrated is never offered", "{n} unrated are never offered", unrated)
        )
        self._unrated.setVisible(unrated > 0)
        self._show_boxes(facets, sifted, held)

    def _show_boxes(self, facets: Facets, sifted: Sifted, held: Holdings) -> None:
        formats = {each: format_word(each) for each in held.formats}
        dimensions = {each: tr(wording.of(each)) for each in Dimension}
        uses = {value: tr(words) for value, words in _USES.items()}
        ratings = {value: tr(words) for value, words in _RATINGS.items()}
        shown: tuple[tuple[Boxes[Any], Group, Mapping[Any, str], frozenset[Any]], ...] = (
            (self.formats, "format", formats, facets.formats),
            (self.dimensions, "dimension", dimensions, facets.dimensions),
            (self.uses, "use", uses, facets.uses),
            (self.ratings, "rating", ratings, facets.ratings),
            (self.tags, "tag", held.tag_names, facets.tags),
            (self.sources, "source", held.source_titles, facets.sources),
        )
        for boxes, group, choices, ticked in shown:
            boxes.show_boxes(choices, ticked, lambda values, g=group: sifted.counts(g, values))

    def _set_frame(self, frame: Frame | None) -> None:
        self._send(replace(self._facets, frame=frame))

    def _take_boxes(self) -> None:
        self._send(
            replace(
                self._facets,
                formats=self.formats.values,
                dimensions=self.dimensions.values,
                uses=self.uses.values,
                ratings=self.ratings.values,
                tags=self.tags.values,
                sources=self.sources.values,
            )
        )

    def _send(self, facets: Facets) -> None:
        self._facets = facets
        self.changed.emit(facets)


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
