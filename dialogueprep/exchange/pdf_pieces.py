"""Pieces of a page: text and strokes with a height, and the pages that they fill.

A piece's own coordinates are points from its top left corner, downwards. Pieces stand below
one another with the larger of the two gaps between them; a gap at the top of a page is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogueprep.domain.briefs.blocks import Line, Picture
from dialogueprep.exchange.house_style import Face
from dialogueprep.exchange.pdf_text import SetLine, set_lines

At = tuple[int, int]
"""Where a text comes from: the index of its block, the index of its line in the block."""


@dataclass(frozen=True, slots=True)
class Text:
    """A set line: left end, top and lead of its line box; ``at`` is None for what is repeated."""

    x: float
    y: float
    face: Face
    line: SetLine
    at: At | None

    @property
    def baseline(self) -> float:
        """The baseline: capitals stand in the middle of the line box."""
        return self.y + self.face.lead / 2 + 0.33 * self.face.size

    @property
    def bottom(self) -> float:
        """Where its line ends, in points from the top."""
        return self.y + self.face.lead


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, a rule or a bar."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A plain geometric mark, 34 points high, ``shape`` counts them."""

    x: float
    y: float
    shape: int
    colour: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in a box of ``width`` and ``height`` points."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture


@dataclass(frozen=True, slots=True)
class Dot:
    """The dot of a bullet."""

    x: float
    y: float
    colour: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one place of the column.

    ``keep``: on the page of the next piece. ``least``: how many lines may stand alone at a
    page's end or start; 0 means that it is not divided unless no page holds it. ``heads`` are
    repeated where a page begins with this piece. ``outline`` is the level and the words of a
    bookmark. ``fresh``: it begins a page. ``target`` is the index of the block that an entry of
    the contents leads to.
    """

    height: float
    texts: tuple[Text, ...] = ()
    drawn: tuple[Stroke | Mark | Logo | Dot, ...] = ()
    before: float = 0
    after: float = 0
    keep: bool = False
    least: int = 0
    heads: tuple[Piece, ...] = ()
    outline: tuple[int, str] | None = None
    fresh: bool = False
    target: int | None = None

    @property
    def block(self) -> int | None:
        """The index of the block that it shows; None for what is repeated or drawn only."""
        return next((t.at[0] for t in self.texts if t.at is not None), None)


def stacked(
    line: Line, face: Face, room: float, at: At, x: float = 0, y: float = 0
) -> tuple[Text, ...]:
    """Return a line of runs as texts below one another, in ``room`` points from ``(x, y)``."""
    lines = set_lines(line, face, room)
    return tuple(Text(x, y + n * face.lead, face, one, at) for n, one in enumerate(lines))


def bottom_of(texts: Sequence[Text], otherwise: float = 0) -> float:
    """Return where the lowest of some texts ends."""
    return max((t.bottom for t in texts), default=otherwise)


@dataclass(frozen=True, slots=True)
class Page:
    """Pieces with the distance of each from the top of the text area."""

    pieces: tuple[tuple[float, Piece], ...]


class _Column:
    """The text area being filled."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.pages: list[list[tuple[float, Piece]]] = [[]]
        self.y = 0.0
        self.gap = 0.0

    @property
    def empty(self) -> bool:
        return not self.pages[-1]

    def left(self, piece: Piece) -> float:
        return self.room - self.y - (0 if self.empty else max(self.gap, piece.before))

    def turn(self) -> None:
        if not self.empty:
            self.pages.append([])
            self.y = self.gap = 0.0

    def put(self, piece: Piece) -> None:
        if not self.empty:
            self.y += max(self.gap, piece.before)
        elif piece.heads:
            for head in piece.heads:
                self.pages[-1].append((self.y, repeated(head)))
                self.y += head.height
        self.pages[-1].append((self.y, piece))
        self.y += piece.height
        self.gap = piece.after


def paginate(pieces: Sequence[Piece], room: float) -> list[Page]:
    """Return the pages that the pieces fill, each ``room`` points high."""
    column = _Column(room)
    for i, piece in enumerate(pieces):
        if piece.fresh:
            column.turn()
        if not column.empty and _needed(pieces, i) > column.left(piece):
            column.turn()
        _place(column, piece)
    return [Page(tuple(page)) for page in column.pages]


def _needed(pieces: Sequence[Piece], i: int) -> float:
    """Return the height without which piece ``i`` had better begin a page: with all it keeps."""
    needed = gap = 0.0
    for n in range(i, len(pieces)):
        piece = pieces[n]
        needed += max(gap, piece.before) if n > i else 0
        if not piece.keep:
            return needed + _least_height(piece)
        needed, gap = needed + piece.height, piece.after
        if needed > 400:  # a chain as long as a page keeps nothing together
            break
    return needed


def _least_height(piece: Piece) -> float:
    points = _cuts(piece)
    if not piece.least or len(points) <= piece.least + 1:
        return piece.height
    return points[piece.least - 1]


def _place(column: _Column, piece: Piece) -> None:
    rest = piece
    while rest.height > column.left(rest) + 0.01:
        heads = sum(h.height for h in rest.heads) if column.empty else 0
        parts = _divide(rest, column.left(rest) - heads, forced=column.empty)
        if parts is None and column.empty:
            break
        if parts is not None:
            column.put(parts[0])
            rest = parts[1]
        column.turn()
    column.put(rest)


def _divide(piece: Piece, room: float, *, forced: bool) -> tuple[Piece, Piece] | None:
    """Return a piece in two, the first at most ``room`` high, or None."""
    points = _cuts(piece)
    least = 1 if forced else piece.least
    if not least:
        return None
    usable = [p for p in points[least - 1 : len(points) - least] if p <= room]
    return _cut(piece, usable[-1]) if usable else None


def _cuts(piece: Piece) -> list[float]:
    """Return the heights at which a piece can be divided between its lines, and its last line."""
    bottoms = sorted({t.bottom for t in piece.texts})
    return [b for b in bottoms if all(t.bottom <= b + 0.01 or t.y >= b - 0.01 for t in piece.texts)]


def _cut(piece: Piece, at: float) -> tuple[Piece, Piece]:
    above = tuple(t for t in piece.texts if t.bottom <= at + 0.01)
    head = replace(piece, height=at, texts=above, drawn=_drawn(piece, 0, at), keep=False, after=0)
    rest = replace(piece, before=0, outline=None, fresh=False)
    start = at - (min(t.y for t in piece.texts) if piece.heads else 0)  # a row's gap above its text
    below = tuple(replace(t, y=t.y - start) for t in piece.texts if t.bottom > at + 0.01)
    drawn = _drawn(piece, start, piece.height)
    return head, replace(rest, height=piece.height - start, texts=below, drawn=drawn)


def _drawn(piece: Piece, top: float, bottom: float) -> tuple[Stroke | Mark | Logo | Dot, ...]:
    """Return what is drawn between two heights of a piece, moved up, bars clipped."""
    kept: list[Stroke | Mark | Logo | Dot] = []
    for d in piece.drawn:
        if not isinstance(d, Stroke):
            kept += [replace(d, y=d.y - top)] if top <= d.y < bottom else []
        elif d.y1 < d.y2:
            y1, y2 = max(d.y1, top) - top, min(d.y2, bottom) - top
            kept += [replace(d, y1=y1, y2=y2)] if y1 < y2 else []
        elif top <= d.y1 < bottom or d.y1 == bottom == piece.height:
            kept.append(replace(d, y1=d.y1 - top, y2=d.y2 - top))
    return tuple(kept)


def repeated(piece: Piece) -> Piece:
    """Return a piece as it is repeated on a later page: its text belongs to no line any more."""
    return replace(piece, texts=tuple(replace(t, at=None) for t in piece.texts), outline=None)
