"""A brief laid out on pages: what the PDF draws, and where the Word file expects its headings."""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Brief
from dialogueprep.exchange.glyphs import refuse_unset
from dialogueprep.exchange.house_style import paper_size
from dialogueprep.exchange.pdf_blocks import SetBlocks, pieces_of
from dialogueprep.exchange.pdf_contents import with_numbers
from dialogueprep.exchange.pdf_pieces import Page, paginate

TOP = 62.0
"""The text begins here, in points from the top edge."""
_BOTTOM = 58.0


def pages_of(brief: Brief, known: SetBlocks | None = None) -> list[Page]:
    """Return the pages of a brief, the contents filled in; ``known`` blocks are not set again.

    Raises Trouble("missing-glyph") for a character that no bundled font has.
    """
    refuse_unset(brief)
    room = paper_size(brief.paper)[1] - TOP - _BOTTOM
    return with_numbers(paginate(pieces_of(brief, known), room), brief)
