"""What is marked on the pages of a document, and how the marks are painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from dialogueprep.ui import painting

# A page is white in both schemes, so what is painted on it does not follow the scheme.
_GRAVE, _OPEN, _OVER = "#C8372D", "#B57A0A", "#2B579A"
Rect = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the page's top left corner."""


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage on a page, from 0: its rectangles, and how grave it is."""

    key: str
    page: int
    rects: tuple[Rect, ...]
    grave: bool


@dataclass(frozen=True, slots=True)
class PageSpot:
    """A paragraph on a page, from 0, that leads to where its words come from.

    ``key`` says where to, ``words`` what a click does.
    """

    key: str
    page: int
    rect: Rect
    words: str


@dataclass(frozen=True, slots=True)
class HeadingAt:
    """A heading of a document: its words, its level, its page from 0, and how far down, in
    points."""

    key: int
    words: str
    level: int
    page: int
    top: float


def paint_passage(p: QPainter, rects: Iterable[QRectF], grave: bool, current: bool) -> None:
    """Paint an identifying passage, with a ring if it is the current one."""
    ink = QColor(_GRAVE if grave else _OPEN)
    tint = QColor(ink)
    tint.setAlphaF(0.13)
    for rect in rects:
        p.fillRect(rect, tint)
        p.fillRect(QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), ink)
        if current:
            grown = rect.adjusted(-3, -2, 3, 2)
            painting.focus_ring(p, grown.x(), grown.y(), grown.width(), grown.height(), 3)


def paint_spot(p: QPainter, rect: QRectF, ringed: bool) -> None:
    """Paint the paragraph under the pointer, or with a ring the one that the keyboard is at."""
    ink = QColor(_OVER)
    tint = QColor(ink)
    tint.setAlphaF(0.07)
    grown = rect.adjusted(-5, -2, 5, 2)
    p.fillRect(grown, tint)
    p.fillRect(QRectF(grown.left(), grown.top(), 2, grown.height()), ink)
    if ringed:
        painting.focus_ring(p, grown.x(), grown.y(), grown.width(), grown.height(), 3)
