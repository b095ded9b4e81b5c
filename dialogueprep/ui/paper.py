"""A finished PDF on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_pdf_library import PDFIUM, pdfium
from dialogueprep.ui.jobs import Tick
from dialogueprep.ui.pdf_image import page_image

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
            whole = QRectF(0, 0, paper.width(), paper.height())
            painter.drawImage(whole, page_image(document, number, _FINEST / 72))
    finally:
        painter.end()
    tick(pages, pages)


def _turn(printer: QPrinter, document: Any, number: int) -> None:
    """Give the printer the size of a page."""
    with PDFIUM:
        width, height = document.get_page_size(number)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
