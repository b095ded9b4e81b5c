"""The PDF library's modules, imported when first used and without their incomplete types."""

from __future__ import annotations

from typing import Any


def canvases() -> Any:
    """Return the module that draws pages; what it makes is packed, and not written out in letters
    on top of that, which takes time and a quarter more room."""
    from reportlab import rl_config
    from reportlab.pdfgen import canvas

    rl_config.useA85 = 0
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
