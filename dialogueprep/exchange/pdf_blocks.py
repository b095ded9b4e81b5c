"""The pieces of a PDF that each block of a brief becomes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from typing import assert_never

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Bullets,
    Contents,
    Facts,
    Heading,
    HostBlock,
    Line,
    NotePage,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Table,
    Title,
    headings_of,
    plain,
)
from dialogueprep.domain.remembered import Remembered
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import (
    LOGO_HEIGHT,
    RULE_EVERY,
    Face,
    fitted,
    house_style,
    printed,
)
from dialogueprep.exchange.pdf_contents import contents_pieces
from dialogueprep.exchange.pdf_pieces import (
    At,
    Dot,
    Logo,
    Mark,
    Piece,
    Stroke,
    Text,
    bottom_of,
    stacked,
)
from dialogueprep.exchange.pdf_tables import facts_pieces, table_pieces
from dialogueprep.exchange.pdf_text import one_look
from dialogueprep.exchange.shape import Shape, not_alone, shape_of, stays_with_next

_HANG = 24.0  # a finding's number hangs this far
_HOSTS_A_ROW = 4
_MARK = LOGO_HEIGHT
_ABOVE_MARK = 16.0


SetBlocks = Remembered[Hashable, tuple[Piece, ...]]
"""Blocks that were set before, so that a changed document sets only what is new in it."""


def pieces_of(brief: Brief, known: SetBlocks | None = None) -> list[Piece]:
    """Return the pieces of a brief in reading order."""
    known = SetBlocks() if known is None else known
    known.begin_round()
    pieces: list[Piece] = []
    fresh = False
    shape = shape_of(brief)
    for index, block in enumerate(brief.blocks):
        if isinstance(block, PageBreak):
            fresh = True
            continue
        made = list(known.get(*_set(block, index, brief, shape)))
        if made and stays_with_next(brief, index):
            made[-1] = replace(made[-1], keep=True)
        if index in brief.changed:
            made = [_barred(piece) for piece in made]
        if made and fresh:
            made[0] = replace(made[0], fresh=True)
            fresh = False
        pieces += made
    return pieces


def _set(
    block: Block, index: int, brief: Brief, shape: Shape
) -> tuple[Hashable, Callable[[], tuple[Piece, ...]]]:
    """Return what the pieces of a block depend on, and how they are made."""
    beyond = headings_of(brief) if isinstance(block, Contents) else ()
    head = shape if isinstance(block, HostBlock | Title | Notice) else None
    key = (block, index, brief.language, beyond, head)
    return key, lambda: tuple(_pieces(block, index, brief, shape))


def _pieces(block: Block, index: int, brief: Brief, shape: Shape) -> Iterator[Piece]:  # noqa: C901, PLR0911, PLR0912
    match block:
        case HostBlock():
            return _hosts(block, index, shape)
        case Title():
            return _title(block, index, shape)
        case Notice(lines):
            return _notice(lines, index, shape)
        case Facts(rows):
            return facts_pieces(rows, index)
        case Heading():
            return _heading(block, index, brief.language)
        case Paragraph():
            return _paragraph(block, index)
        case Bullets(lines):
            return _bullets(lines, index)
        case Numbered():
            return _numbered(block, index, brief.language)
        case Table():
            return table_pieces(block, index)
        case Contents():
            return contents_pieces(block, index, brief)
        case NotePage():
            return _note_page(block, index)
        case PageBreak():
            return iter(())
        case _:
            assert_never(block)


def _plain_piece(line: Line, face: Face, at: At, before: float = 0, after: float = 0) -> Piece:
    texts = stacked(line, face, house_style().text_width, at)
    return Piece(bottom_of(texts), texts, before=before, after=after, least=2)


def _hosts(block: HostBlock, index: int, shape: Shape) -> Iterator[Piece]:
    per_row = _columns(len(block.hosts))
    for first in range(0, len(block.hosts), per_row):
        yield _host_row(block, first, per_row, index)
    if block.note:
        at = (index, 2 * len(block.hosts))
        yield _plain_piece(block.note, house_style().small, at, after=shape.after_hosts)


def _columns(hosts: int) -> int:
    """Return how many hosts stand side by side: all, or in rows as even as can be."""
    rows = -(-hosts // _HOSTS_A_ROW) or 1
    return -(-hosts // rows) or 1


def _host_row(block: HostBlock, first: int, per_row: int, index: int) -> Piece:
    h = house_style()
    column = h.text_width / max(per_row, 3)
    texts: list[Text] = []
    marks: list[Mark | Logo] = []
    below = _ABOVE_MARK + _MARK if block.marked or block.logos else 0
    for n, (name, native) in enumerate(block.hosts[first : first + per_row]):
        x, line = n * column, 2 * (first + n)
        top = below + 7
        named = stacked(name, h.host, column - 14, (index, line), x, top)
        top = bottom_of(named, top)
        texts += [*named, *stacked(native, h.native, column - 14, (index, line + 1), x, top)]
        if drawn := _mark(block, first + n, x, column - 14):
            marks.append(drawn)
    height = bottom_of(texts, below)
    return Piece(height, tuple(texts), tuple(marks), after=9, keep=True)


def _mark(block: HostBlock, n: int, x: float, room: float) -> Mark | Logo | None:
    """Return the logo of a host, or its plain mark if it has one."""
    logo = block.logos[n] if n < len(block.logos) else None
    if logo is None:
        return Mark(x, _ABOVE_MARK, n, house_style().ink2) if block.marked else None
    width, height = fitted(logo.width, logo.height, room)
    return Logo(x, _ABOVE_MARK + (_MARK - height) / 2, width, height, logo)


def _title(block: Title, index: int, shape: Shape) -> Iterator[Piece]:
    h = house_style()
    lines = (
        (block.kind, h.kind, 0),
        (block.beneath, h.quiet, 0),
        (block.title, shape.title, 6),
        *((other, shape.others, 0) for other in block.others),
        (block.occasion, h.occasion, 0),
    )
    gaps = {
        1: 11.0,
        2: 6.0,
        len(lines) - 2: shape.before_occasion,
        len(lines) - 1: shape.after_occasion,
    }
    if not block.beneath:
        gaps[0] = 11.0
    for n, (line, face, _) in enumerate(lines):
        if line:
            piece = _plain_piece(line, face, (index, n), after=gaps.get(n, 0))
            yield replace(piece, keep=n < len(lines) - 1, least=0)


def _notice(lines: tuple[Line, ...], index: int, shape: Shape) -> Iterator[Piece]:
    h = house_style()
    texts: list[Text] = []
    y = 3.0
    for n, line in enumerate(lines):
        face = h.notice2 if n else h.notice
        texts += stacked(line, face, h.text_width - 14, (index, n), 14, y)
        y = bottom_of(texts, y) + 7
    height = y - 3
    bar = Stroke(0, 0, 0, height, 2.4, h.accent)
    yield Piece(height, tuple(texts), (bar,), before=16, after=shape.after_notice)


def _heading(block: Heading, index: int, language: Language) -> Iterator[Piece]:
    h = house_style()
    face = h.heading1 if block.level == 1 else h.heading2
    at = (index, 0)
    number = one_look(f"{block.number} ", face, language) if block.number else ()
    gap = 0.55 if block.number.isascii() or block.number.endswith(".") else 0  # wide signs have it
    hang = number[0].width + gap * face.size if number else 0
    texts = [Text(0, 0, face, one, at) for one in number]
    texts += stacked(block.line, face, h.text_width - hang, at, hang)
    before, after = (26.0, 7.0) if block.level == 1 else (18.0, 4.0)
    words = printed(f"{block.number} {plain(block.line)}".strip())
    yield Piece(
        bottom_of(texts),
        tuple(texts),
        before=before,
        after=after,
        keep=True,
        outline=(block.level - 1, words),
    )


def _paragraph(block: Paragraph, index: int) -> Iterator[Piece]:
    h = house_style()
    if block.line:
        face, after = (h.quiet, 9) if block.quiet else (h.body, 7)
        made = _plain_piece(block.line, face, (index, 0), after=after)
        yield replace(made, before=11, after=3, keep=True) if block.leads else made


def _bullets(lines: tuple[Line, ...], index: int) -> Iterator[Piece]:
    h = house_style()
    for n, line in enumerate(lines):
        texts = stacked(line, h.body, h.text_width - 14, (index, n), 14)
        if texts:
            dot = Dot(4, h.body.lead / 2, h.ink2)
            last, keep = n == len(lines) - 1, not_alone(n, len(lines))
            after = 7 if last else 3
            yield Piece(
                bottom_of(texts), texts, (dot,), after=after, least=2, keep=keep and not last
            )


def _numbered(block: Numbered, index: int, language: Language) -> Iterator[Piece]:
    h = house_style()
    at = (index, 0)
    label = one_look(f"{block.label} ", h.number, language) if block.label else ()
    hang = max(_HANG, (label[0].width if label else 0) + 8)
    texts = [Text(0, 0, h.number, one, at) for one in label]
    texts += stacked(block.line, h.body, h.text_width - hang, at, hang)
    yield Piece(bottom_of(texts), tuple(texts), after=9, keep=block.leads)


def _note_page(block: NotePage, index: int) -> Iterator[Piece]:
    """Return what a page is for, and lines to write on below it, in one piece."""
    h = house_style()
    texts = stacked(block.line, h.body, h.text_width, (index, 0))
    top = bottom_of(texts) + 7
    ys = [top + (n + 1) * RULE_EVERY for n in range(block.rules)]
    rules = tuple(Stroke(0, y, h.text_width, y, 0.5, h.rule) for y in ys)
    yield Piece(ys[-1] if ys else top, texts, rules)


def _barred(piece: Piece) -> Piece:
    """Return a piece with a bar in the margin: its words are others than before."""
    bar = Stroke(-14, 0, -14, piece.height, 2.4, house_style().accent)
    return replace(piece, drawn=(*piece.drawn, bar)) if piece.texts else piece
