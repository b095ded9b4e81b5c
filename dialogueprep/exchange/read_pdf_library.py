"""The modules that read PDFs, imported when first used; one has no types, one incomplete ones."""

from __future__ import annotations

from typing import Any


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
