"""Building layouts in a few words: rows, columns, surfaces and hairlines."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Surface = Literal[
    "paper", "shade", "sheet", "card", "press", "info_soft", "warn_soft", "block_soft"
]
Margins = tuple[int, int, int, int]
Part = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget, a layout, px of space, None for what stretches, or (widget, stretch)."""


def row(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a layout with its parts side by side; ``margins`` are left, top, right, bottom."""
    layout = QHBoxLayout()
    return _filled(layout, parts, gap, margins)


def side_by_side(*parts: Part, gap: int) -> QHBoxLayout:
    """Return a row whose parts begin at the same height, however tall each is."""
    layout = row(*parts, gap=gap)
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner = item.layout()
        if isinstance(inner, QVBoxLayout):  # one that is aligned asks too little for wrapped words
            inner.addStretch(1)
        else:
            item.setAlignment(Qt.AlignmentFlag.AlignTop)
    return layout


def column(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a layout with its parts below one another."""
    layout = QVBoxLayout()
    return _filled(layout, parts, gap, margins)


def _filled(layout: Any, parts: tuple[Part, ...], gap: int, margins: Margins) -> Any:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        add(layout, part)
    return layout


def add(layout: QBoxLayout, part: Part) -> None:
    """Add one part at the end of a row or column."""
    if part is None:
        layout.addStretch(1)
    elif isinstance(part, int):
        layout.addSpacing(part)
    elif isinstance(part, tuple):
        inner, stretch = part
        if isinstance(inner, QLayout):
            layout.addLayout(inner, stretch)
        else:
            layout.addWidget(inner, stretch)
    elif isinstance(part, QLayout):
        layout.addLayout(part)
    else:
        layout.addWidget(part)


def clear(layout: QLayout) -> None:
    """Remove everything from a layout; its widgets are deleted."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def box(
    layout: QLayout,
    surface: Surface | None = None,
    *,
    width: int | None = None,
    height: int | None = None,
) -> QFrame:
    """Return a frame around a layout, on a surface, with a fixed width or height if given."""
    frame = QFrame()
    frame.setLayout(layout)
    if surface:
        frame.setObjectName(surface)
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if width is not None:
        frame.setFixedWidth(width)
    if height is not None:
        frame.setFixedHeight(height)
    return frame


def hairline(orientation: Literal["across", "down"] = "across") -> QFrame:
    """Return a line of one px."""
    frame = QFrame()
    frame.setObjectName("hairline")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if orientation == "across":
        frame.setFixedHeight(1)
    else:
        frame.setFixedWidth(1)
    return frame


def scrolled(inside: QWidget, surface: Surface | None = None) -> QScrollArea:
    """Return an area that scrolls its inside up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    viewport = QWidget()
    viewport.setObjectName("viewport")
    area.setViewport(viewport)
    viewport.setAutoFillBackground(False)
    if surface:
        inside.setObjectName(surface)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    return area


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again, after a property that it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
