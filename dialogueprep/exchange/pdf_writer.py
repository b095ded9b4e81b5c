"""A checked brief as a PDF: A4, fonts embedded, bookmarks, the same bytes each time.

Each line of the brief is drawn between marks that carry its number, and what belongs to the
page (head, foot, repeated heads of tables) is marked as such, so that the file can be read back
line by line. The library writes no structure tree: the accessible file is the Word file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from dialogueprep.domain.briefs.blocks import Brief
from dialogueprep.domain.gate import CheckedBrief
from dialogueprep.exchange.atomic import Tick, quiet, write_whole
from dialogueprep.exchange.house_style import house_style, left_of, paper_size
from dialogueprep.exchange.pdf_blocks import SetBlocks
from dialogueprep.exchange.pdf_canvas import ONE_AT_A_TIME, empty_canvas, without_advertisement
from dialogueprep.exchange.pdf_furniture import draw_furniture, page_number
from dialogueprep.exchange.pdf_layout import TOP, pages_of
from dialogueprep.exchange.pdf_lock import locked
from dialogueprep.exchange.pdf_pen import Pen
from dialogueprep.exchange.pdf_pieces import Page, Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of a brief stands: block and line (as in ``lines_of``), page from 0, and the
    rectangle around one of its lines in points from the page's top left corner."""

    block: int
    line: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Preview:
    """A PDF that exists in memory only, and where each line of the brief stands in it.

    ``faces`` has a value for each page: a page with an equal one looks the same. ``entries`` are
    the places of the entries of the contents, each with the block that it leads to.
    """

    pdf: bytes
    places: tuple[Place, ...]
    faces: tuple[object, ...] = ()
    entries: tuple[Place, ...] = ()


def preview_pdf(brief: Brief, tick: Tick = quiet, known: SetBlocks | None = None) -> Preview:
    """Return a brief as it would look, checked or not. It is for the screen: no file is written.

    ``known`` holds blocks that were set for an earlier preview.
    Raises Trouble("missing-glyph") for a character that no bundled font has.
    """
    with ONE_AT_A_TIME:
        pages = pages_of(brief, known)
        drawn, places = _drawn(brief, pages, tick), tuple(_places(brief, pages))
        entries = tuple(_entries(brief, pages))
    return Preview(drawn, places, tuple(_faces(brief, pages)), entries)


def write_pdf(checked: CheckedBrief, target: Path, tick: Tick = quiet, password: str = "") -> None:
    """Write a checked brief to ``target``, whole or not at all; it opens with the password, if
    there is one.

    Raises Trouble("missing-glyph") for a character that no bundled font has, and
    Trouble("cannot-write") when the file cannot be written.
    """
    brief = checked.brief
    with ONE_AT_A_TIME:
        content = _drawn(brief, pages_of(brief), tick)
    write_whole(target, locked(content, password) if password else content)


def _drawn(brief: Brief, pages: list[Page], tick: Tick) -> bytes:
    into = BytesIO()
    size, left = paper_size(brief.paper), left_of(brief.paper)
    canvas = empty_canvas(brief.title, brief.language, into, size)
    pen = Pen(canvas)
    for n, page in enumerate(pages, start=1):
        draw_furniture(pen, brief, n, len(pages))
        for y, piece in page.pieces:
            pen.piece(piece, left, size[1] - TOP - y)
        canvas.showPage()
        tick(n, len(pages))
    canvas.save()
    return without_advertisement(into.getvalue())


def _faces(brief: Brief, pages: list[Page]) -> Iterator[object]:
    around = (brief.classification, brief.version, brief.footer, brief.mark, brief.paper)
    for n, page in enumerate(pages, start=1):
        yield page, around, page_number(brief, n, len(pages))


def _places(brief: Brief, pages: list[Page]) -> Iterator[Place]:
    left = left_of(brief.paper)
    for n, page in enumerate(pages):
        for y, piece in page.pieces:
            for t in piece.texts:
                if t.at is not None and piece.target is None:
                    yield _place(t, n, left + t.x, TOP + y + t.y)


def _entries(brief: Brief, pages: list[Page]) -> Iterator[Place]:
    left = left_of(brief.paper)
    right = left + house_style().text_width
    for n, page in enumerate(pages):
        for y, piece in page.pieces:
            if piece.target is not None:
                yield Place(piece.target, 0, n, left, TOP + y, right, TOP + y + piece.height)


def _place(text: Text, page: int, left: float, top: float) -> Place:
    block, line = text.at or (0, 0)
    return Place(block, line, page, left, top, left + text.line.width, top + text.face.lead)
