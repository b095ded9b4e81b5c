"""From a line of runs to set lines: fonts chosen, characters measured, lines broken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from dialogueprep.domain.briefs.blocks import Line, Named, Run, Stress
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import (
    CJK_SCALE,
    LATIN,
    Face,
    Family,
    inks,
    printed,
    runs_by_font,
    strong_of,
)
from dialogueprep.exchange.pdf_breaking import ideographic, lines_of_text
from dialogueprep.exchange.pdf_fonts import Font, font
from dialogueprep.exchange.pdf_marks import CLOSER, close_marks, is_half


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is drawn: font, size in points, colour."""

    font: Font
    size: float
    colour: str

    @property
    def wide(self) -> bool:
        """Whether its font is one for Chinese, Japanese or Korean."""
        return not self.font.name.startswith(_LATIN)


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line on the page: stretches of text from left to right, and its width in points.

    A space that ends the line is in it: what a reader copies has the spaces of the text.
    ``spread`` is what follows each character of a wide font, in points, so that the line is full.
    """

    stretches: tuple[tuple[Look, str], ...]
    width: float
    spread: float = 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    look: Look
    text: str
    wide: bool


def set_lines(line: Line, face: Face, room: float) -> list[SetLine]:
    """Return a line of runs set in ``room`` points; an empty line gives no lines.

    Raises Trouble("missing-glyph") for a character that no bundled font has.
    """
    stretches = _stretches(line, face)
    text = "".join(s.text for s in stretches)
    if not text.strip():
        return []
    widths: list[float] = []
    looks: list[Look] = []
    for s in stretches:
        known, scale = s.look.font.widths, s.look.size / 1000
        widths += [known.get(ord(c), 0) * scale for c in s.text]
        looks += [s.look] * len(s.text)
    if text.isascii():
        return [_cut(text, widths, looks, a, b) for a, b in lines_of_text(text, widths, room)]
    _set_close(widths, stretches)

    def less(i: int) -> float:
        half = CLOSER / 1000 * looks[i].size
        return half if widths[i] > 1.5 * half and _is_half(text[i], looks[i]) else 0.0

    lines = lines_of_text(text, widths, room, less)
    made: list[SetLine] = []
    for a, b in lines:
        one = _cut(text, widths, looks, a, b)
        full = face.filled and b < len(text) and text[b - 1] != "\n"
        made.append(_filled(one, room, less(b - 1)) if full else one)
    return made


def closer(words: str, look: Look) -> list[int]:
    """Return the index of each mark in a stretch after which the next one stands closer."""
    if not look.wide or words.isascii():
        return []
    found = close_marks(words, chinese=look.font.name.startswith(_CHINESE))
    return [i for i in found if _square(words[i], look) and _square(words[i + 1], look)]


def _square(mark: str, look: Look) -> bool:
    """Whether a mark is as wide as the size: some fonts have narrow quotation marks."""
    return look.font.widths.get(ord(mark), 0) >= _SQUARE


def _is_half(mark: str, look: Look) -> bool:
    """Whether a mark takes half of its square at the end of a line."""
    chinese = look.font.name.startswith(_CHINESE)
    return look.wide and is_half(mark, chinese=chinese) and _square(mark, look)


_LATIN, _CHINESE = "SourceSans3", "NotoSansSC"
_SQUARE = 990  # thousandths of the size
_MOST = 0.12  # of the size: a line that needs larger gaps stays short


def _set_close(widths: list[float], stretches: list[_Stretch]) -> None:
    """Take half a square from each mark with another one after it."""
    start = 0
    for look, alike in groupby(stretches, lambda s: s.look):
        words = "".join(s.text for s in alike)
        for i in closer(words, look):
            widths[start + i] -= CLOSER / 1000 * look.size
        start += len(words)


def _filled(one: SetLine, room: float, end: float) -> SetLine:
    """Return a line of Chinese or Japanese spread over the room, as such lines are set; its last
    mark may reach beyond by ``end``, where it has no ink."""
    whole = "".join(words for _, words in one.stretches)
    text = whole.rstrip(" ")
    if sum(map(ideographic, text)) * 2 < len(text):
        return one
    last = len(whole) - len(text) + 1 if one.stretches[-1][0].wide else 0
    places = sum(len(words) for look, words in one.stretches if look.wide) - last
    spread = (room + end - one.width) / max(places, 1)
    most = _MOST * one.stretches[0][0].size
    return replace(one, width=room, spread=spread) if 0 <= spread <= most else one


def natural_width(line: Line, face: Face) -> float:
    """Return the width of a line that is not broken, in points."""
    return max((set_line.width for set_line in set_lines(line, face, 1e9)), default=0)


def one_look(text: str, face: Face, language: Language) -> tuple[SetLine, ...]:
    """Return a plain text set on one line, such as a number or a line of the furniture."""
    return tuple(set_lines((Run(text, language),), face, 1e9)) if text else ()


def _cut(text: str, widths: list[float], looks: list[Look], a: int, b: int) -> SetLine:
    parts: list[tuple[Look, str]] = []
    for look, group in groupby(range(a, b), looks.__getitem__):
        words = "".join(text[i] for i in group).replace("\n", " ")
        if parts and not words.strip() and _holds(parts[-1][0], words):
            # readers of PDFs drop a stretch of spaces alone
            parts[-1] = (parts[-1][0], parts[-1][1] + words)
        else:
            parts.append((look, words))
    end = b
    while end > a and text[end - 1] in " \n":
        end -= 1
    return SetLine(tuple(parts), sum(widths[a:end]))


def _holds(look: Look, words: str) -> bool:
    """Whether its font has these spaces: a Latin one has no wide space."""
    return all(ord(c) in look.font.widths for c in words)


def _stretches(line: Line, face: Face) -> list[_Stretch]:
    place = " ".join(run.text for run in line)
    found = [s for run in line for s in _of_run(run, face, place)]
    if not line or line[0].language != "en" or not _has_letters(found):
        return found
    return [_smaller(s) if s.wide else s for s in found]


def _of_run(run: Run | Named, face: Face, place: str) -> list[_Stretch]:
    strong = face.strong or strong_of(run)
    stress = run.stress if isinstance(run, Run) else Stress.PLAIN
    colour = inks().get(stress, face.colour)
    return [
        _Stretch(_look(family, strong, face.size, colour), text, family != LATIN)
        for family, text in runs_by_font(printed(run.text), run.language, place)
    ]


def _look(family: Family, strong: bool, size: float, colour: str) -> Look:
    return Look(font(family, strong), size, colour)


def _has_letters(stretches: list[_Stretch]) -> bool:
    return any(not s.wide and any(c.isalpha() for c in s.text) for s in stretches)


def _smaller(s: _Stretch) -> _Stretch:
    return _Stretch(Look(s.look.font, s.look.size * CJK_SCALE, s.look.colour), s.text, True)
