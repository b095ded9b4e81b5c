"""Pages on which words and lines are put at places, in the bundled fonts: y runs downwards."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Literal

from dialogueprep.domain.briefs.blocks import Paper, Run
from dialogueprep.domain.room_papers import Words
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import PAGE, Face, paper_size
from dialogueprep.exchange.pdf_canvas import empty_canvas, without_advertisement
from dialogueprep.exchange.pdf_pen import Pen
from dialogueprep.exchange.pdf_pieces import Stroke, Text
from dialogueprep.exchange.pdf_text import natural_width, set_lines

Align = Literal["left", "centre", "right"]


def across(paper: Paper) -> tuple[float, float]:
    """Return width and height of a paper that lies on its long side, in points."""
    width, height = paper_size(paper)
    return height, width


class Sheets:
    """A document being drawn, page by page. Measures are points from the top left corner."""

    def __init__(self, title: str, language: Language, size: tuple[float, float] = PAGE) -> None:
        self.width, self.height = size
        self._into = BytesIO()
        self.canvas = empty_canvas(title, language, self._into, size)
        self._pen = Pen(self.canvas)

    def words(
        self, words: Words, x: float, y: float, face: Face, room: float, align: Align = "left"
    ) -> float:
        """Write words from ``(x, y)`` in ``room`` points, and return the height that they take."""
        lines = set_lines((Run(words.text, words.language),), face, room)
        for n, line in enumerate(lines):
            gap = {"left": 0.0, "centre": (room - line.width) / 2, "right": room - line.width}
            text = Text(gap[align], n * face.lead, face, line, None)
            self._pen.texts([text], x, self.height - y, None)
        return len(lines) * face.lead

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, wide: float) -> None:
        """Draw a straight line."""
        self._pen.stroke(Stroke(0, 0, x2 - x1, y2 - y1, wide, colour), x1, self.height - y1)

    @contextmanager
    def upside_down(self, x: float, y: float) -> Generator[None]:
        """Turn what is drawn inside by half a turn around a point."""
        self.canvas.saveState()
        self.canvas.translate(2 * x, 2 * (self.height - y))
        self.canvas.rotate(180)
        yield
        self.canvas.restoreState()

    def turn(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()

    def finished(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return without_advertisement(self._into.getvalue())


def fitting(words: Words, face: Face, room: float, least: float = 9) -> Face:
    """Return the face with the largest size, down to ``least``, in which words fit on one line."""
    wide = natural_width((Run(words.text, words.language),), face)
    if wide <= room:
        return face
    size = max(least, int(face.size * room / wide * 2) / 2)
    return replace(face, size=size, lead=face.lead * size / face.size)
