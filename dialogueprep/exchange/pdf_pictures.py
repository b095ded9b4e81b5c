"""A page of a PDF as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogueprep.exchange.read_pdf_library import PDFIUM


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels row by row, four bytes each: blue, green, red, and one that says nothing."""

    pixels: bytes
    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""


def picture(document: Any, number: int, scale: float) -> Picture:
    """Return a page of an open PDF, from 0, ``scale`` pixels to a point.

    Whatever the reader made on the way is given back before another thread may read.
    """
    with PDFIUM:
        page = document[number]
        try:
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            try:
                return Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            finally:
                bitmap.close()
        finally:
            page.close()
