"""The pen that puts pieces on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any

from dialogueprep.exchange.house_style import MARKS
from dialogueprep.exchange.pdf_fonts import drawing_font
from dialogueprep.exchange.pdf_library import pictures
from dialogueprep.exchange.pdf_marks import CLOSER
from dialogueprep.exchange.pdf_pieces import At, Dot, Logo, Mark, Piece, Stroke, Text
from dialogueprep.exchange.pdf_text import Look, closer


class Pen:
    """Draws on one canvas; numbers the lines of the brief as they come."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self._document = canvas._doc
        self._numbers: dict[At, int] = {}

    def piece(self, piece: Piece, x: float, y: float) -> None:
        """Draw a piece with its top left corner at ``(x, y)``, y upwards from the page's foot."""
        for shape in piece.drawn:
            self._draw(shape, x, y)
        for at, texts in groupby(piece.texts, lambda t: t.at):
            self.texts(list(texts), x, y, at)
        if piece.outline:
            self._bookmark(*piece.outline, key_of(piece.block), y)
        if piece.target is not None:
            self._link(piece, x, y)

    def texts(self, texts: Sequence[Text], x: float, y: float, at: At | None) -> None:
        """Write texts between the marks of their line, or of what belongs to the page."""
        if at is None:
            self.canvas.addLiteral("/Artifact BMC")
        else:
            number = self._numbers.setdefault(at, len(self._numbers))
            self.canvas.addLiteral(f"/Line <</N {number}>> BDC")
        for text in texts:
            self._write(text, x + text.x, y - text.baseline)
        self.canvas.addLiteral("EMC")

    def _write(self, text: Text, x: float, y: float) -> None:
        """Write one line with the operators themselves: fonts, colours and codes of its letters."""
        operators = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        spread = text.line.spread
        for look, words in text.line.stretches:
            operators.append(_filled(look.colour))
            if spread:
                operators.append(f"{spread if look.wide else 0:.4g} Tc")
            for part in _parted(words, look):
                operators += self._shown(part, look)
        if spread:
            operators.append("0 Tc")
        self.canvas.addLiteral(" ".join((*operators, "ET")))

    def _shown(self, words: str, look: Look) -> Iterator[str]:
        """Yield the operators that show the letters of a stretch, or the step back before them."""
        if not words:
            yield f"[{CLOSER}] TJ"
            return
        font = drawing_font(look.font.name)
        for subset, codes in font.splitString(words, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            yield f"{name} {look.size:g} Tf <{codes.hex()}> Tj"

    def _bookmark(self, level: int, words: str, key: str, y: float) -> None:
        self.canvas.bookmarkHorizontal(key, 0, y + 6)
        self.canvas.addOutlineEntry(words, key, level, closed=False)

    def _link(self, piece: Piece, x: float, y: float) -> None:
        left = min((t.x for t in piece.texts), default=0)
        right = max((t.x + t.line.width for t in piece.texts), default=0)
        around = (x + left, y - piece.height, x + right, y)
        self.canvas.linkRect("", key_of(piece.target), around, relative=0, thickness=0)

    def _draw(self, shape: Stroke | Mark | Logo | Dot, x: float, y: float) -> None:
        if isinstance(shape, Stroke):
            self.stroke(shape, x, y)
        elif isinstance(shape, Mark):
            draw_mark(self.canvas, shape.shape, x + shape.x, y - shape.y - 34, shape.colour)
        elif isinstance(shape, Logo):
            self._picture(shape, x + shape.x, y - shape.y - shape.height)
        else:
            self.canvas.setFillColor(shape.colour)
            self.canvas.circle(x + shape.x, y - shape.y, 1.5, stroke=0, fill=1)

    def _picture(self, logo: Logo, x: float, y: float) -> None:
        """Draw a picture between marks that carry the words which stand for it."""
        words = logo.picture.words.encode("utf-16-be", "replace").hex()
        self.canvas.addLiteral(f"/Span <</Alt <FEFF{words}>>> BDC")
        image = pictures().ImageReader(BytesIO(logo.picture.png))
        self.canvas.drawImage(image, x, y, logo.width, logo.height, mask="auto")
        self.canvas.addLiteral("EMC")

    def stroke(self, s: Stroke, x: float, y: float) -> None:
        """Draw a straight line; a bar has round ends."""
        self.canvas.setStrokeColor(s.colour)
        self.canvas.setLineWidth(s.width)
        self.canvas.setLineCap(1 if s.width > 2 or s.dotted else 0)
        self.canvas.setDash([0, 4.2] if s.dotted else [])
        self.canvas.line(x + s.x1, y - s.y1, x + s.x2, y - s.y2)


def key_of(block: int | None) -> str:
    """Return the name of the place of a block, to which a bookmark or a link leads."""
    return f"b{block or 0}"


def _parted(words: str, look: Look) -> list[str]:
    """Return a stretch in parts, an empty one where the next mark stands closer."""
    parts: list[str] = []
    start = 0
    for i in closer(words, look):
        parts += [words[start : i + 1], ""]
        start = i + 1
    return [*parts, words[start:]]


@cache
def _filled(colour: str) -> str:
    """Return the operator that fills with a colour (sRGB hex)."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"


def draw_mark(canvas: Any, shape: int, x: float, y: float, colour: str) -> None:
    """Draw the plain mark of a host with its lower left corner at ``(x, y)``."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.1)
    for kind, numbers in MARKS[shape % len(MARKS)]:
        getattr(canvas, kind)(*numbers)
    canvas.restoreState()
