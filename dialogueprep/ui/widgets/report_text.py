"""The text of a report beside its proposals: passages marked, what was left out folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from dialogueprep.domain.review import Candidate
from dialogueprep.domain.splitting.report import Kind, Paragraph, Report
from dialogueprep.ui import painting, theme
from dialogueprep.ui.painting import Mark
from dialogueprep.words import ntr, tr

_LEFT, _RIGHT = 32, 32
_LINE = 24
_WIDEST = 760
"""Longer lines are hard to read, in px."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, or several that were left out, with the height they take and where."""

    paragraphs: tuple[Paragraph, ...]
    folded: bool
    top: int
    height: int


class ReportText(QScrollArea):
    """The report. ``pointed`` carries where in the text was clicked, in characters."""

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Text of the report"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.sheet = _Sheet()
        self.sheet.pointed.connect(self.pointed)
        viewport = QWidget()
        viewport.setObjectName("viewport")
        self.setViewport(viewport)
        viewport.setAutoFillBackground(False)
        self.setWidget(self.sheet)
        self.setObjectName("sheet")
        self._at: tuple[int, int] | None = None

    def show_report(self, report: Report) -> None:
        """Show a report from its beginning."""
        self.sheet.show_report(report)
        self.verticalScrollBar().setValue(0)

    def mark(self, current: Candidate | None, siblings: Sequence[Candidate]) -> None:
        """Mark the passage of a proposal and those of the others, and bring it into sight."""
        self.sheet.mark(current, siblings)
        place = (current.start, current.end) if current else None
        if place and place != self._at:
            self.scroll_to(place[0])
        self._at = place

    def scroll_to(self, start: int) -> None:
        """Bring the paragraph at a place of the text into sight, with some before it."""
        block = self.sheet.block_at(start)
        if block is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if block.top < bar.value() or block.top + block.height > bar.value() + height:
            self.sheet.resize(self.sheet.width(), self.sheet.minimumHeight())
            bar.setRange(0, max(0, self.sheet.minimumHeight() - height))
            bar.setValue(max(0, block.top - min(120, height // 4)))

    def show_left_out(self) -> None:
        """Show what was left out, or fold it again."""
        self.sheet.toggle_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._at:
            self.scroll_to(self._at[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.show_left_out()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            view = self.viewport()
            painting.focus_ring(QPainter(view), 1, 1, view.width() - 2, view.height() - 2, 4)


class _Sheet(QWidget):
    """What is painted: only the paragraphs in sight."""

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMouseTracking(True)
        self._report = Report("", ())
        self._blocks: list[_Block] = []
        self._tops: list[int] = []
        self._shown: set[int] = set()
        self._marks: list[Mark] = []
        self._current: Candidate | None = None
        self._step = 0

    def show_report(self, report: Report) -> None:
        """Lay out a report."""
        self._report = report
        self._shown.clear()
        self._lay_out()

    def mark(self, current: Candidate | None, siblings: Sequence[Candidate]) -> None:
        """Mark a passage and its siblings; the current one is painted over them."""
        self._current = current
        here = (current.start, current.end) if current else (0, 0)
        soft = [
            Mark(start, end, "soft")
            for s in siblings
            for start, end in _outside(s.start, s.end, *here)
        ]
        self._marks = [*soft, Mark(*here)] if current else soft
        self.update()

    def block_at(self, start: int) -> _Block | None:
        """Return the block that holds a place of the text."""
        for block in self._blocks:
            if block.paragraphs[0].start <= start <= block.paragraphs[-1].end:
                return block
        return None

    def toggle_all(self) -> None:
        """Show all that was left out, or fold all of it."""
        folded = {b.paragraphs[0].start for b in self._blocks if b.folded}
        self._shown = self._shown | folded if folded else set()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or self._step != theme.scaled(_LINE):
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = int(event.position().y())
        number = bisect_right(self._tops, y) - 1
        if number < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        block = self._blocks[number]
        if block.folded:
            self._shown.add(block.paragraphs[0].start)
            self._lay_out()
            return
        share = (y - block.top) / max(1, block.height)
        paragraph = block.paragraphs[0]
        place = paragraph.start + int(share * (paragraph.end - paragraph.start))
        self.pointed.emit(max(paragraph.start, min(place, paragraph.end - 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(event.rect(), painting.colour("sheet"))
        first = max(0, bisect_right(self._tops, event.rect().top()) - 1)
        for block in self._blocks[first:]:
            if block.top > event.rect().bottom():
                break
            self._paint(p, block)

    # laying out -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._step = theme.scaled(_LINE)
        self._blocks = list(self._placed())
        self._tops = [block.top for block in self._blocks]
        last = self._blocks[-1] if self._blocks else None
        self.setMinimumHeight(last.top + last.height + 32 if last else 0)
        self.update()

    def _placed(self) -> Iterator[_Block]:
        y = 14
        for paragraphs, folded in self._groups():
            height = self._height(paragraphs[0], folded)
            yield _Block(paragraphs, folded, y, height)
            y += height + (8 if paragraphs[0].kind is Kind.HEADING else 14)

    def _groups(self) -> Iterator[tuple[tuple[Paragraph, ...], bool]]:
        """Yield paragraphs, and as one what was left out between two of them."""
        out: list[Paragraph] = []
        for paragraph in self._report.paragraphs:
            if paragraph.kind is Kind.FURNITURE:
                out.append(paragraph)
                continue
            yield from self._left_out(out)
            out = []
            yield (paragraph,), False
        yield from self._left_out(out)

    def _left_out(self, out: list[Paragraph]) -> Iterator[tuple[tuple[Paragraph, ...], bool]]:
        if out and out[0].start in self._shown:
            yield from (((each,), False) for each in out)
        elif out:
            yield tuple(out), True

    def _room(self) -> int:
        return max(160, min(theme.scaled(_WIDEST), self.width() - _LEFT - _RIGHT))

    def _height(self, paragraph: Paragraph, folded: bool) -> int:
        if folded:
            return theme.scaled(27)
        words = self._report.of(paragraph)
        if paragraph.kind is Kind.HEADING:
            return painting.paragraph(
                None, 0, 0, self._room(), words, "body", weight=600, language=self._report.language
            )
        return painting.paragraph(
            None, 0, 0, self._room(), words, "write", line=self._step,
            language=self._report.language,
        )  # fmt: skip

    # painting ---------------------------------------------------------------------------------

    def _paint(self, p: QPainter, block: _Block) -> None:
        if block.folded:
            self._paint_folded(p, block)
            return
        paragraph = block.paragraphs[0]
        here = self._is_current(paragraph)
        marks = [
            Mark(max(m.start, paragraph.start) - paragraph.start,
                 min(m.end, paragraph.end) - paragraph.start, m.kind)
            for m in self._marks if m.start < paragraph.end and m.end > paragraph.start
        ]  # fmt: skip
        if here:
            p.fillRect(QRect(_LEFT - 14, block.top, 3, block.height), painting.colour("accent"))
        heading = paragraph.kind is Kind.HEADING
        left_out = paragraph.kind is Kind.FURNITURE
        ink = "ink" if here else "ink2" if heading else "ink3"
        painting.paragraph(
            p, _LEFT, block.top, self._room(), self._report.of(paragraph),
            "body" if heading else "write", "ink3" if left_out else ink,
            weight=600 if heading else None, line=None if heading else self._step,
            marks=marks, language=self._report.language,
        )  # fmt: skip

    def _paint_folded(self, p: QPainter, block: _Block) -> None:
        n = len(block.paragraphs)
        painting.rounded(p, _LEFT, block.top, self._room(), block.height, 4, "shade")
        show = tr("Show")
        wide = painting.width(show, "caption") + 10
        words = ntr("{n} line left out", "{n} lines left out", n)
        first = self._report.of(block.paragraphs[0])
        painting.text(
            p, _LEFT + 10, block.top, self._room() - wide - 28, block.height,
            f"{words}: {first}", "caption", "ink2",
        )  # fmt: skip
        painting.text(
            p, _LEFT, block.top, self._room() - 10, block.height, show, "caption", "accent",
            align="right",
        )  # fmt: skip

    def _is_current(self, paragraph: Paragraph) -> bool:
        it = self._current
        return it is not None and it.start < paragraph.end and it.end > paragraph.start


def _outside(start: int, end: int, hole: int, hole_end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch that lie outside another."""
    if hole_end <= start or hole >= end:
        yield start, end
        return
    if start < hole:
        yield start, hole
    if end > hole_end:
        yield hole_end, end
