"""How a whole document stands: with a cover or without, its gaps, and how far its numbers hang."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Contents,
    Heading,
    Line,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Title,
    headings_of,
    plain,
)
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import Face, house_style

_FILLED = frozenset({"zh", "ja"})
_HANGS, _DIGITS = ((340, 170), (480, 120)), (1, 3)
"""For each level of headings: what a number of so many signs takes, and each further one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the styles of a document depend on.

    ``after_hosts``, ``before_occasion``, ``after_occasion`` and ``after_notice``, below the notice
    of the Rule, are gaps in points. ``hangs`` are
    how far the numbers of headings of both levels hang in Word, in twentieths of a point.
    ``filled``: its lines fill the measure. ``long``: its titles are, and stand in smaller type.
    """

    after_hosts: float = 64
    before_occasion: float = 22
    after_occasion: float = 40
    hangs: tuple[int, int] = (_HANGS[0][0], _HANGS[1][0])
    filled: bool = False
    long: bool = False
    after_notice: float = 36

    @property
    def title(self) -> Face:
        """The type of the title."""
        face = house_style().title
        return replace(face, size=19, lead=24) if self.long else face

    @property
    def others(self) -> Face:
        """The type of the titles in other languages."""
        face = house_style().others
        return replace(face, size=12, lead=17) if self.long else face


def shape_of(brief: Brief) -> Shape:
    """Return the shape of a document. Where its text begins on the first page, or its titles would
    push what belongs there to the next one, the head is closer, and closest in two languages.
    Lines of Chinese and Japanese are filled unless another language stands among them."""
    hangs = (_hang(brief, 1), _hang(brief, 2))
    alone = brief.second in (None, brief.language)
    filled = brief.language in _FILLED and alone
    high = max((_height(b) for b in brief.blocks if isinstance(b, Title)), default=0)
    if has_cover(brief) and high <= _HIGH:
        return Shape(hangs=hangs, filled=filled)
    if high > _HIGHER:
        return Shape(24, 10, 18, hangs, filled, long=True, after_notice=20)
    if not alone:
        return Shape(24, 10, 18, hangs, filled, after_notice=20)
    return Shape(36, 14, 26, hangs, filled)


_HIGH, _HIGHER = 120.0, 140.0
"""Points that the titles of a usual cover take, and from which on they are set in smaller type."""


def _height(block: Title) -> float:
    """Return about how high a title and those in other languages are, in points."""
    h = house_style()
    return sum(_lines(plain(line), face) * face.lead for line, face in (
        (block.title, h.title), *((other, h.others) for other in block.others)
    ))  # fmt: skip


def _lines(text: str, face: Face) -> int:
    wide = sum(c > "\u1100" for c in text)
    squares = wide + _LETTER * (len(text) - wide)
    return math.ceil(squares * face.size / house_style().text_width)


_LETTER = 0.43  # of the size: how wide a Latin letter is on average


def has_cover(brief: Brief) -> bool:
    """Return whether the first page holds the head of the document and no numbered text."""
    for block in brief.blocks:
        if isinstance(block, PageBreak | Contents):
            return True
        if isinstance(block, Heading | Numbered):
            return False
    return True


_SHORT = 240  # letters of a paragraph of three lines or so; a wide one counts for two


def stays_with_next(brief: Brief, index: int) -> bool:
    """Return whether a block is a short paragraph before a notice, which would else stand alone on
    the last page, or before its own words in the other language."""
    here, after = brief.blocks[index], brief.blocks[index + 1 : index + 2]
    if not isinstance(here, Paragraph) or not after or not _is_short(here):
        return False
    return isinstance(after[0], Notice) or _translates(after[0], here, brief)


def _is_short(block: Paragraph) -> bool:
    return _wide(plain(block.line)) <= _SHORT


def _wide(text: str) -> int:
    """Return how many letters wide a text is; a wide character counts for two."""
    return len(text) + sum(c > "\u1100" for c in text)


def _translates(block: Block, first: Paragraph, brief: Brief) -> bool:
    if brief.second in (None, brief.language) or not isinstance(block, Paragraph):
        return False
    return [_spoken(first.line), _spoken(block.line)] == [brief.language, brief.second]


def _spoken(line: Line) -> Language | None:
    """Return the language of a line: of its words, since a name stands in its own."""
    return next((run.language for run in line if isinstance(run, Run)), None)


WHOLE = 170.0
"""Rows no higher than this together stand on one page."""


def not_alone(n: int, rows: int) -> bool:
    """Return whether row ``n`` stays with the next one, so that neither the first nor the last row
    of a table, or bullet of a list, stands alone on a page."""
    return n in (0, rows - 2)


def _hang(brief: Brief, level: int) -> int:
    numbers = (h.number for _, h in headings_of(brief) if h.level == level)
    signs = max((len(number.rstrip(".、")) for number in numbers), default=0)
    usual, more = _HANGS[level - 1]
    return usual + more * max(signs - _DIGITS[level - 1], 0)
