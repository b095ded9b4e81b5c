"""The PDF library's modules, imported when first used and without their incomplete types."""

from __future__ import annotations

from typing import Any


def canvases() -> Any:
    """Return the module that draws pages."""
    from reportlab.pdfgen import canvas

    return canvas


def documents() -> Any:
    """Return the module of the file's objects."""
    from reportlab.pdfbase import pdfdoc

    return pdfdoc


def pictures() -> Any:
    """Return the module that reads pictures."""
    from reportlab.lib import utils

    return utils


def metrics() -> Any:
    """Return the module that knows the registered fonts."""
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics


def true_type() -> Any:
    """Return the module that reads and embeds TrueType fonts."""
    from reportlab.pdfbase import ttfonts

    return ttfonts
