"""The vocabulary of painting: one function a thing, used by delegates and by widgets alike.

Each takes the painter and the upper left corner in px, paints a value, and returns how wide
it became (paragraphs: how high). A colour is the name of a token or a QColor. Texts stand on
a baseline that depends on the Latin font alone, so a CJK letter never moves a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from dialogueprep.domain.texts import Language, language_of
from dialogueprep.ui import icons, theme
from dialogueprep.ui.theme import Role

Ink = QColor | str
Align = Literal["left", "right", "centre"]
MarkKind = Literal["mark", "soft", "quiet", "strong", "accent", "block", "warn"]


def colour(ink: Ink) -> QColor:
    """Return the colour of a token's name, or the colour itself."""
    return theme.colours().named(ink) if isinstance(ink, str) else ink


def font_of(
    text: str,
    role: Role = "body",
    weight: int | None = None,
    tabular: bool = False,
    language: Language | None = None,
) -> QFont:
    """Return the font a text is painted with; its script tells the language if none is given."""
    told = language or language_of(text, theme.window_language())
    return theme.font(role, weight=weight, language=told, tabular=tabular)


def width(text: str, role: Role = "body", weight: int | None = None) -> float:
    """Return how wide a text is in px."""
    return _line(text, role, weight, False, None, theme.letters()).advance


def text(  # noqa: PLR0913  a place, a value, and how it looks
    p: QPainter,
    x: float,
    y: float,
    w: float,
    h: float,
    words: str,
    role: Role = "body",
    ink: Ink = "ink",
    *,
    weight: int | None = None,
    align: Align = "left",
    elide: bool = True,
    tabular: bool = False,
    language: Language | None = None,
) -> float:
    """Paint one line, centred in the height and elided to the width; return its width."""
    line = _line(words, role, weight, tabular, language, theme.letters())
    if elide and line.advance > w + 1:
        line = _elided(words, line.font, w + 1)
    p.setFont(line.font)
    p.setPen(colour(ink))
    line.paint(p, x + _shift(align, w, line.advance), y + h / 2 + line.lift)
    return line.advance


_OFTEN = 3  # times that a line is painted until it is kept as it is set


@dataclass(slots=True)
class _Line:
    """A line as it is set: its words, how wide, and how far the baseline is below the middle."""

    words: str
    font: QFont
    advance: float
    lift: float
    painted: int = 0
    kept: QStaticText | None = None
    rises: float = 0.0
    """How far the kept line reaches above its baseline; a CJK letter makes it more."""

    def paint(self, p: QPainter, x: float, baseline: float) -> None:
        """Paint the line; setting it takes Qt as long as painting it, so that it is kept."""
        if self.kept is not None:
            p.drawStaticText(QPointF(x, baseline - self.rises), self.kept)
            return
        p.drawText(QPointF(x, baseline), self.words)
        self.painted += 1
        if self.painted >= _OFTEN:
            self._keep()

    def _keep(self) -> None:
        layout = QTextLayout(self.words, self.font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        self.rises = line.ascent()
        self.kept = QStaticText(self.words)
        self.kept.setTextFormat(Qt.TextFormat.PlainText)
        self.kept.prepare(font=self.font)


@lru_cache(4096)  # setting a line takes Qt as long as painting it; a font as a key is slow
def _line(
    words: str,
    role: Role,
    weight: int | None,
    tabular: bool,
    language: Language | None,
    _letters: tuple[float, Language],
) -> _Line:
    return _set(words, font_of(words, role, weight, tabular, language))


def _set(words: str, font: QFont) -> _Line:
    metrics = theme.metrics(font)
    lift = (metrics.ascent() - metrics.descent()) / 2
    return _Line(words, font, metrics.horizontalAdvance(words), lift)


@lru_cache(1024)
def _elided(words: str, font: QFont, w: float) -> _Line:
    return _set(theme.metrics(font).elidedText(words, Qt.TextElideMode.ElideRight, w), font)


def _shift(align: Align, w: float, advance: float) -> float:
    return {"left": 0.0, "right": w - advance, "centre": (w - advance) / 2}[align]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a paragraph that is shown in its own way; positions count characters."""

    start: int
    end: int
    kind: MarkKind = "mark"


def paragraph(  # noqa: PLR0913  a place, a value, and how it looks
    p: QPainter | None,
    x: float,
    y: float,
    w: float,
    words: str,
    role: Role = "body",
    ink: Ink = "ink",
    *,
    weight: int | None = None,
    line: int | None = None,
    max_lines: int = 99,
    marks: Sequence[Mark] = (),
    language: Language | None = None,
) -> int:
    """Paint wrapped text with a fixed line height (None: only measure); return its height."""
    words = words.replace("\n", "\u2028")  # what a text layout takes for the end of a line
    step = line or theme.line(role)
    if p is not None and not marks:
        around = (w, step, max_lines, theme.letters())
        return (
            _paint_kept(p, QPointF(x, y), ink, _kept(words, role, weight, language, *around)) * step
        )
    font = font_of(words, role, weight, language=language)
    if p is None and not marks:
        return _line_count(words, font, w, max_lines) * step
    layout = _laid_out(words, font, w, step, max_lines, marks)
    count = layout.lineCount()
    if p is None or not count:
        return count * step
    if (fitting := _shortened(layout, font, w)) != words:
        layout = _laid_out(fitting, font, w + 2, step, max_lines, _within(marks, len(fitting)))
    p.setPen(colour(ink))
    layout.draw(p, QPointF(x, y))
    for mark in _within(marks, len(fitting)):
        if mark.kind in ("block", "warn"):
            _underline(p, layout, mark, x, y)
    return count * step


def _paint_kept(p: QPainter, at: QPointF, ink: Ink, kept: tuple[QTextLayout, int]) -> int:
    layout, count = kept
    if count:
        p.setPen(colour(ink))
        layout.draw(p, at)
    return count


@lru_cache(512)  # the rows of a list are painted again with each step in it
def _kept(
    words: str,
    role: Role,
    weight: int | None,
    language: Language | None,
    w: float,
    step: int,
    max_lines: int,
    _letters: tuple[float, Language],
) -> tuple[QTextLayout, int]:
    """Return a text broken into lines, cut to those it may have, and how many there are."""
    font = font_of(words, role, weight, language=language)
    layout = _laid_out(words, font, w, step, max_lines, ())
    count = layout.lineCount()
    if count and (fitting := _shortened(layout, font, w)) != words:
        layout = _laid_out(fitting, font, w + 2, step, max_lines, ())
    return layout, count


def _within(marks: Sequence[Mark], length: int) -> list[Mark]:
    """Return the marks as far as they lie in the first characters of a text."""
    return [Mark(m.start, min(m.end, length), m.kind) for m in marks if m.start < length]


def paragraph_height(w: float, words: str, role: Role = "body", max_lines: int = 99) -> int:
    """Return the height that a paragraph takes in this width."""
    return paragraph(None, 0, 0, w, words, role, max_lines=max_lines)


@lru_cache(8192)  # a list asks for the heights of all its rows again when one is added
def _line_count(words: str, font: QFont, w: float, max_lines: int) -> int:
    return _laid_out(words, font, w, 1, max_lines, ()).lineCount()


def forget() -> None:
    """Let go of all words that are kept as they were set, as when some of them were struck."""
    for kept in (_line, _elided, _kept, _line_count):
        kept.cache_clear()


def _laid_out(
    words: str, font: QFont, w: float, step: int, max_lines: int, marks: Sequence[Mark]
) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_range(mark) for mark in marks])
    layout.setCacheEnabled(True)  # what was set for measuring is painted
    layout.beginLayout()
    metrics = theme.metrics(font)
    for number in range(max_lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(w)
        baseline = number * step + (step + metrics.ascent() - metrics.descent()) / 2
        line.setPosition(QPointF(0, baseline - line.ascent()))
    layout.endLayout()
    return layout


def _range(mark: Mark) -> QTextLayout.FormatRange:
    shown = QTextCharFormat()
    c = theme.colours()
    match mark.kind:
        case "mark":
            shown.setBackground(QBrush(c.mark))
        case "soft":
            shown.setBackground(QBrush(c.accent_soft))
        case "quiet":
            shown.setForeground(QBrush(c.ink3))
        case "accent":
            shown.setForeground(QBrush(c.accent))
        case "strong":
            shown.setFontWeight(600)
        case _:
            pass
    placed = QTextLayout.FormatRange()
    placed.start, placed.length, placed.format = mark.start, mark.end - mark.start, shown
    return placed


def _shortened(layout: QTextLayout, font: QFont, w: float) -> str:
    """Return the text that fits the lines of a layout, with an ellipsis where it is cut."""
    words = layout.text()
    last = layout.lineAt(layout.lineCount() - 1)
    start = last.textStart()
    if start + last.textLength() >= len(words):
        return words
    cut = theme.metrics(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, w)
    return words[:start] + cut


def _underline(p: QPainter, layout: QTextLayout, mark: Mark, x: float, y: float) -> None:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(mark.start, line.textStart())
        end = min(mark.end, line.textStart() + line.textLength())
        if start < end:
            left, right = _cursor_x(line, start), _cursor_x(line, end)
            below = y + line.y() + line.height() - 1
            wave(p, x + left, x + right, below, f"{mark.kind}_line")


def _cursor_x(line: object, position: int) -> float:
    found = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def wave(p: QPainter, x1: float, x2: float, y: float, ink: Ink) -> float:
    """Paint a wavy underline from x1 to x2; return its length."""
    path = QPainterPath(QPointF(x1, y))
    x, up = x1, True
    while x < x2:
        x += 2
        path.lineTo(x, y - 2 if up else y)
        up = not up
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(colour(ink), 1.4))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPath(path)
    p.restore()
    return x2 - x1


def rounded(  # noqa: PLR0913, PLR0917  a place, a value, and how it looks
    p: QPainter,
    x: float,
    y: float,
    w: float,
    h: float,
    radius: float = 5,
    fill: Ink | None = None,
    outline: Ink | None = None,
    thick: float = 1,
    *,
    dashed: bool = False,
) -> float:
    """Paint a rounded rectangle, its outline inside the given bounds; return its width."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = 0.0
    if outline is None:
        p.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(colour(outline), thick)
        if dashed:
            pen.setDashPattern([3 / thick, 3 / thick])
        p.setPen(pen)
        inset = thick / 2
    p.setBrush(colour(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    box = QRectF(x + inset, y + inset, w - 2 * inset, h - 2 * inset)
    p.drawRoundedRect(box, radius - inset, radius - inset)
    p.restore()
    return w


def hairline(p: QPainter, x: float, y: float, w: float, ink: Ink = "hair") -> float:
    """Paint a horizontal line of one px; return its length."""
    p.fillRect(QRectF(x, y, w, 1), colour(ink))
    return w


def upright(p: QPainter, x: float, y: float, h: float, ink: Ink = "hair") -> float:
    """Paint a vertical line of one px; return its length."""
    p.fillRect(QRectF(x, y, 1, h), colour(ink))
    return h


def focus_ring(p: QPainter, x: float, y: float, w: float, h: float, radius: float = 5) -> float:
    """Paint the ring of 2 px that says where the keyboard is; return its width."""
    return rounded(p, x, y, w, h, radius, None, "focus", 2)


def hatch(p: QPainter, x: float, y: float, w: float, h: float, ink: Ink, step: float = 6) -> float:
    """Paint diagonal hatching inside a rectangle; return its width."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setClipRect(QRectF(x, y, w, h), Qt.ClipOperation.IntersectClip)
    p.setPen(QPen(colour(ink), 1))
    start = x - h
    while start < x + w:
        p.drawLine(QPointF(start, y + h), QPointF(start + h, y))
        start += step
    p.restore()
    return w


def icon(p: QPainter, x: float, y: float, name: str, ink: Ink = "ink2", size: int = 16) -> int:
    """Paint an icon; return its size."""
    return icons.paint(p, x, y, name, ink, size)
