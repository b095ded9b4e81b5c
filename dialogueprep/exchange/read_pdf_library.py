"""The modules that read PDFs, imported when first used; one has no types, one incomplete ones."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from threading import RLock
from typing import Any

from dialogueprep import paths

PDFIUM = RLock()
"""Held around whatever the reader of PDFs does: it is made for one thread at a time."""


_FONTS_OF_LINUX = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts")


@cache
def pdfium() -> Any:
    """Return the module that opens a PDF as a reader sees it.

    Where a machine has no font for letters that a PDF does not bring, they would have no size, and
    a letter drawn alone would be passed over as if it were not there. So the shipped fonts are
    named first; Windows and macOS have such fonts and take no such list.
    """
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

    if sys.platform == "linux":
        with PDFIUM:
            _read_with(str(paths.resources() / "fonts"), *_FONTS_OF_LINUX)
    return pypdfium2


def _read_with(*folders: str) -> None:
    """Start the reader anew, which has opened nothing yet, with the fonts of these folders."""
    raw = pdfium_raw()
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(
        raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=_kept_paths(folders))
    )


@cache
def _kept_paths(folders: tuple[str, ...]) -> Any:
    """Return the folders as the reader wants them; it reads them whenever it looks for a font."""
    letters = ctypes.POINTER(ctypes.c_char)
    held = [ctypes.cast(ctypes.c_char_p(folder.encode()), letters) for folder in folders]
    return (letters * (len(held) + 1))(*held)


def pdfium_raw() -> Any:
    """Return the plain functions of the reader."""
    from pypdfium2 import raw  # pyright: ignore[reportMissingTypeStubs]

    return raw


def objects() -> Any:
    """Return the module that opens a PDF as the objects of its file."""
    import pikepdf

    return pikepdf
