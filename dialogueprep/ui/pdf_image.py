"""A page of a PDF as an image of Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QImage

from dialogueprep.exchange.pdf_pictures import picture


def page_image(document: Any, number: int, scale: float) -> QImage:
    """Return a page of an open PDF, from 0, ``scale`` pixels to a point."""
    made = picture(document, number, scale)
    shape = (made.width, made.height, made.stride)
    return QImage(made.pixels, *shape, QImage.Format.Format_RGB32).copy()
