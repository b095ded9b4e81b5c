"""An empty PDF of this program: a title, a language, and nothing about who made it or when."""

from __future__ import annotations

from hashlib import md5
from io import BytesIO
from threading import Lock
from typing import Any

from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import LATIN, LOCALES, PAGE, printed
from dialogueprep.exchange.pdf_fonts import font
from dialogueprep.exchange.pdf_library import canvases, documents

ONE_AT_A_TIME = Lock()
"""Held while a document is drawn and closed: the fonts' files are read meanwhile."""


def empty_canvas(
    title: str, language: Language, into: BytesIO, size: tuple[float, float] = PAGE
) -> Any:
    """Return an empty canvas whose file will hold a title and a language, and nothing else."""
    canvas = canvases().Canvas(
        into,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        lang=LOCALES[language],
        initialFontName=font(LATIN, strong=False).name,  # its default is a font left out
    )
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas._doc.info = _only_title(printed(title))
    canvas._doc.signature = md5(usedforsecurity=False)  # the file's number: of its content only
    return canvas


def without_advertisement(pdf: bytes) -> bytes:
    """Return the file with the library's name in its comments blanked, byte for byte as long."""
    for words in _ADVERTISEMENTS:
        pdf = pdf.replace(words, b" " * len(words))
    return pdf


def _only_title(title: str) -> Any:
    """Return the document information with a title and nothing else."""
    pdfdoc = documents()

    class OnlyTitle(pdfdoc.PDFInfo):
        def format(self, document: Any) -> Any:
            entries = {"Title": pdfdoc.PDFString(self.title)}
            return pdfdoc.PDFDictionary(entries).format(document)

    info = OnlyTitle()
    info.title, info.author, info.subject = title, "", ""
    return info


_ADVERTISEMENTS = (
    b"ReportLab Generated PDF document (opensource)",
    b"ReportLab generated PDF document -- digest (opensource)",
)
