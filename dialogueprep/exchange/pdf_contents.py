"""The table of contents of a PDF: an entry for each heading, its page found when pages are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Brief, Contents, Heading, headings_of
from dialogueprep.exchange.house_style import Face, contents_hangs, house_style
from dialogueprep.exchange.pdf_pieces import Page, Piece, Stroke, Text, bottom_of, stacked
from dialogueprep.exchange.pdf_text import one_look

_NUMBERS = 34.0  # room for a page number at the right
_GAP = 5.0  # between words, leader and number


def contents_pieces(block: Contents, index: int, brief: Brief) -> Iterator[Piece]:
    """Yield the title of the contents and an entry for each heading, without its page."""
    h = house_style()
    title = stacked(block.line, h.heading1, h.text_width, (index, 0))
    yield Piece(bottom_of(title), title, before=26, after=9, keep=True)
    found = headings_of(brief)
    for n, (target, heading) in enumerate(found, start=1):
        after = 28.0 if n == len(found) else 0.0
        keep = n < len(found) and heading.level == 1 and found[n][1].level == 2
        yield replace(_entry(heading, (index, n), brief), target=target, after=after, keep=keep)


def _entry(heading: Heading, at: tuple[int, int], brief: Brief) -> Piece:
    h = house_style()
    first = heading.level == 1
    face = entry_face(heading.level)
    hangs = contents_hangs(brief.language)
    left = 0.0 if first else hangs[0]
    texts: list[Text] = []
    hang = 0.0
    if heading.number:
        (number,) = one_look(f"{heading.number} ", face, brief.language)
        texts.append(Text(left, 0, face, number, at))
        hang = max(hangs[heading.level > 1], number.width + 7)
    room = h.text_width - left - hang - _NUMBERS
    texts += stacked(heading.line, face, room, at, left + hang)
    return Piece(bottom_of(texts), tuple(texts), before=7 if first else 1)


def entry_face(level: int) -> Face:
    """Return the face of an entry of a level."""
    h = house_style()
    return replace(h.body, strong=True) if level == 1 else h.body


def heading_pages(pages: Sequence[Page]) -> dict[int, int]:
    """Return on which page, from 1, the heading of each block stands."""
    found: dict[int, int] = {}
    for n, page in enumerate(pages, start=1):
        for _, piece in page.pieces:
            if piece.outline and piece.block is not None:
                found.setdefault(piece.block, n)
    return found


def with_numbers(pages: list[Page], brief: Brief) -> list[Page]:
    """Return the pages with the entries of the contents led to their page numbers."""
    if not any(isinstance(block, Contents) for block in brief.blocks):
        return pages
    known = heading_pages(pages)
    return [
        Page(tuple((y, _led(piece, known, brief)) for y, piece in page.pieces)) for page in pages
    ]


def _led(piece: Piece, known: Mapping[int, int], brief: Brief) -> Piece:
    if piece.target is None or not piece.texts:
        return piece
    last = max(piece.texts, key=lambda t: (t.y, t.x))
    face = replace(last.face, strong=False)
    (number,) = one_look(str(known.get(piece.target, 1)), face, brief.language)
    h = house_style()
    left = h.text_width - number.width
    start, end = last.x + last.line.width + _GAP, left - _GAP
    leader = Stroke(end, last.baseline - 0.6, start, last.baseline - 0.6, 0.9, h.ink3, dotted=True)
    page = Text(left, last.y, face, number, None)
    return replace(piece, texts=(*piece.texts, page), drawn=(leader,) if start < end else ())
