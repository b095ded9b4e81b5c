"""What stands on every page: classification and version above, footer, mark and page below."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Brief
from dialogueprep.exchange.house_style import Face, house_style, left_of, paper_size
from dialogueprep.exchange.pdf_pen import Pen
from dialogueprep.exchange.pdf_pieces import Stroke, Text
from dialogueprep.exchange.pdf_text import SetLine, one_look, set_lines

_HEAD = 47.0  # from the top edge to the hairline
_FOOT = 46.0  # from the bottom edge to the hairline
_LEAD = 11.0


def page_number(brief: Brief, page: int, pages: int) -> str:
    """Return the words of the page number, such as "2 / 6"."""
    return brief.page_of.format(page=page, pages=pages)


def draw_furniture(pen: Pen, brief: Brief, page: int, pages: int) -> None:
    """Draw the head and the foot of a page, with their hairlines."""
    h = house_style()
    head, foot = paper_size(brief.paper)[1] - _HEAD, _FOOT
    for y in (head, foot):
        pen.stroke(Stroke(0, 0, h.text_width, 0, 0.5, h.rule), left_of(brief.paper), y)
    _draw_head(pen, brief, head)
    _draw_foot(pen, brief, page_number(brief, page, pages), foot)


def _draw_head(pen: Pen, brief: Brief, y: float) -> None:
    h = house_style()
    version = set_lines(brief.version, h.small, h.text_width * 0.55)
    room = h.text_width - max((v.width for v in version), default=0) - 16
    classification = set_lines(brief.classification, h.label, room)
    for lines, face, right in ((classification, h.label, False), (version, h.small, True)):
        for above, line in zip(reversed(range(len(lines))), lines, strict=True):
            _put(pen, brief, line, face, y + 7 + above * _LEAD, right)


def _draw_foot(pen: Pen, brief: Brief, number: str, y: float) -> None:
    h = house_style()
    (page,) = one_look(number, h.small, brief.language)
    gap = max(38.0, page.width + 12)
    mark = one_look(brief.mark, h.mark, brief.language)
    room = h.text_width - gap - (mark[0].width + 16 if mark else 0)
    for n, line in enumerate(set_lines(brief.footer, h.small, room)):
        _put(pen, brief, line, h.small, y - 13 - n * _LEAD, right=False)
    for line in mark:
        _put(pen, brief, line, h.mark, y - 12.6, right=True, inset=gap)
    _put(pen, brief, page, h.small, y - 13, right=True)


def _put(
    pen: Pen, brief: Brief, line: SetLine, face: Face, y: float, right: bool, inset: float = 0
) -> None:
    h = house_style()
    x = h.text_width - inset - line.width if right else 0
    level = replace(face, lead=0)
    text = Text(x, -0.33 * face.size, level, line, None)
    pen.texts([text], left_of(brief.paper), y, None)
