"""A finished PDF on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_pdf_library import PDFIUM, pdfium
from dialogueprep.ui.jobs import Tick

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FINEST = 300  # dots per inch: letters are clean, and a page takes 35 MB for a moment


def put_on_paper(printer: QPrinter, pdf: bytes, tick: Tick) -> None:
    """Print all pages of a PDF, each as large as it is.

    Raises Trouble("cannot-print") when the printer does not take them, and Cancelled from ``tick``
    between pages.
    """
    with PDFIUM:
        document = pdfium().PdfDocument(pdf)
    try:
        _print(printer, document, tick)
    finally:
        with PDFIUM:
            document.close()


def _print(printer: QPrinter, document: Any, tick: Tick) -> None:
    pages = len(document)
    printer.setDocName("")  # the queue of a printer is read by others
    printer.setFullPage(True)
    _turn(printer, document, 0)
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble("cannot-print", name=printer.printerName())
    try:
        for number in range(pages):
            tick(number, pages)
            if number:
                _turn(printer, document, number)
                if not printer.newPage():
                    raise Trouble("cannot-print", name=printer.printerName())
            paper = printer.paperRect(printer.Unit.DevicePixel)
            painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), _page(document, number))
    finally:
        painter.end()
    tick(pages, pages)


def _turn(printer: QPrinter, document: Any, number: int) -> None:
    """Give the printer the size of a page."""
    width, height = document.get_page_size(number)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def _page(document: Any, number: int) -> QImage:
    with PDFIUM:
        bitmap = document[number].render(scale=_FINEST / 72, prefer_bgrx=True)
        return QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()  # fmt: skip
