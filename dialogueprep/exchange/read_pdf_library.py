"""The modules that read PDFs, imported when first used; one has no types, one incomplete ones."""

from __future__ import annotations

from threading import RLock
from typing import Any

PDFIUM = RLock()
"""Held around whatever the reader of PDFs does: it is made for one thread at a time."""


def pdfium() -> Any:
    """Return the module that opens a PDF as a reader sees it."""
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

    return pypdfium2


def pdfium_raw() -> Any:
    """Return the plain functions of the reader."""
    from pypdfium2 import raw  # pyright: ignore[reportMissingTypeStubs]

    return raw


def objects() -> Any:
    """Return the module that opens a PDF as the objects of its file."""
    import pikepdf

    return pikepdf
