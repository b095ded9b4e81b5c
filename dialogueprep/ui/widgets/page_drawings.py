"""The pages of a PDF as pictures: drawn when asked for, kept while they look the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from dialogueprep.exchange.read_pdf_library import PDFIUM, pdfium
from dialogueprep.ui.pdf_image import page_image


class PageDrawings(QObject):
    """An open PDF; ``sizes`` are width and height of its pages in points."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sizes: list[tuple[float, float]] = []
        self._faces: Sequence[object] = ()
        self._drawn: dict[tuple[int, int], QPixmap] = {}
        self._open: list[Any] = []
        self.destroyed.connect(partial(_close_all, self._open))

    def open(self, pdf: bytes, faces: Sequence[object]) -> None:
        """Open a PDF; pages with an equal value in ``faces`` as before stay as they are drawn."""
        pairs = enumerate(zip(self._faces, faces, strict=False))
        alike = {n for n, (before, after) in pairs if before == after}
        self._drawn = {key: drawn for key, drawn in self._drawn.items() if key[0] in alike}
        self._faces = faces
        with PDFIUM:
            _close_all(self._open)
            document = pdfium().PdfDocument(pdf)
            self._open.append(document)
            self.sizes = [document.get_page_size(n) for n in range(len(document))]

    def close(self) -> None:
        """Let the document and all that was drawn of it go."""
        _close_all(self._open)
        self.sizes, self._faces = [], ()
        self._drawn.clear()

    def forget_scale(self) -> None:
        """Let what was drawn go: the pages are wanted in another size."""
        self._drawn.clear()

    def pixmap(self, number: int, pixels: int, ratio: float) -> QPixmap:
        """Return a page, from 0, this many pixels of the screen wide."""
        key = (number, pixels)
        if key not in self._drawn:
            self._drawn[key] = self._render(number, pixels)
        pixmap = self._drawn[key]
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _render(self, number: int, pixels: int) -> QPixmap:
        scale = pixels / self.sizes[number][0]
        return QPixmap.fromImage(page_image(self._open[0], number, scale))


def _close_all(documents: list[Any], *_: object) -> None:
    """Close documents; also called when the view is gone, which has no other say by then."""
    with PDFIUM:
        while documents:
            documents.pop().close()
