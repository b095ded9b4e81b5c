"""Painting in letters as large as the window allows, for a screen that is seen from afar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from dialogueprep.domain.texts import language_of
from dialogueprep.ui import painting, theme


def font(words: str, px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return the font for a text in letters of so many px."""
    language = language_of(words, theme.window_language())
    return theme.font_px(max(8, round(px)), weight, language, tabular)


def width(words: str, px: float, weight: int = 400, *, tabular: bool = False) -> float:
    """Return how wide a text is."""
    return theme.metrics(font(words, px, weight, tabular=tabular)).horizontalAdvance(words)


def line(  # noqa: PLR0913  a place, a value, and how it looks
    p: QPainter,
    x: float,
    y: float,
    w: float,
    words: str,
    px: float,
    ink: str = "ink",
    *,
    weight: int = 400,
    right: bool = False,
    tabular: bool = False,
) -> float:
    """Paint one line, cut to the width; return its height."""
    used = font(words, px, weight, tabular=tabular)
    metrics = theme.metrics(used)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, w + 1)
    p.setFont(used)
    p.setPen(painting.colour(ink))
    shift = w - metrics.horizontalAdvance(shown) if right else 0
    high = round(px * 1.4)
    baseline = y + (high + metrics.ascent() - metrics.descent()) / 2
    p.drawText(QPointF(x + shift, baseline), shown)
    return high


def wrapped(  # noqa: PLR0913  a place, a value, and how it looks
    p: QPainter | None,
    x: float,
    y: float,
    w: float,
    words: str,
    px: float,
    ink: str = "ink",
    *,
    weight: int = 400,
    lines: int = 2,
) -> float:
    """Paint a text in up to so many lines (None: only measure); return its height."""
    used, step = font(words, px, weight), round(px * 1.4)
    metrics = theme.metrics(used)
    rows = _rows(words, used, w, lines)
    if p is not None:
        p.setFont(used)
        p.setPen(painting.colour(ink))
        for number, row in enumerate(rows):
            baseline = y + number * step + (step + metrics.ascent() - metrics.descent()) / 2
            p.drawText(QPointF(x, baseline), row)
    return len(rows) * step


def _rows(words: str, used: QFont, w: float, lines: int) -> list[str]:
    layout = QTextLayout(words, used)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    rows: list[str] = []
    last = 0
    while len(rows) < lines and (row := layout.createLine()).isValid():
        row.setLineWidth(w)
        rows.append(words[row.textStart() : row.textStart() + row.textLength()])
        last = row.textStart()
    layout.endLayout()
    if rows and last + len(rows[-1]) < len(words):
        rows[-1] = theme.metrics(used).elidedText(words[last:], Qt.TextElideMode.ElideRight, w)
    return rows
