"""A report as it was read: its text, and what each stretch of the text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.texts import Language

Span = tuple[int, int]
"""Start and end of a stretch, in characters of the report's text."""


class Kind(StrEnum):
    """What a paragraph of a report is. Furniture is kept, and never proposed from."""

    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    NUMBERED = "numbered"
    ACTION = "action"  # a cell of a table, under a head that says what is to be done
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph from ``start`` to ``end``; ``level`` is 1 for the highest heading, and the
    depth of a list from 0; 0 otherwise."""

    start: int
    end: int
    kind: Kind = Kind.TEXT
    level: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph that a reader found, before it has its place in a report."""

    text: str
    kind: Kind = Kind.TEXT
    level: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The text of a report and its paragraphs, in order and apart; its main language."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    language: Language = "en"

    def of(self, paragraph: Paragraph) -> str:
        """Return the text of one of its paragraphs."""
        return self.text[paragraph.start : paragraph.end]


def report_of(pieces: Iterable[Piece]) -> Report:
    """Return the report whose paragraphs are these, each on its own line."""
    kept = [p for p in pieces if p.text.strip()]
    paragraphs = tuple(_placed(kept))
    text = "\n".join(p.text.strip() for p in kept)
    return Report(text, paragraphs, language_of(_telling(kept)))


def _placed(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    at = 0
    for piece in pieces:
        end = at + len(piece.text.strip())
        yield Paragraph(at, end, piece.kind, piece.level)
        at = end + 1


def _telling(pieces: Iterable[Piece]) -> str:
    """Return the words that tell the language: those outside the furniture, if there are any."""
    pieces = list(pieces)
    inside = " ".join(p.text for p in pieces if p.kind is not Kind.FURNITURE)
    return inside or " ".join(p.text for p in pieces)


def language_of(text: str) -> Language:
    """Return the language a text is mostly in, judged by its script."""
    hangul = sum("\uac00" <= c <= "\ud7a3" for c in text)
    kana = sum("\u3041" <= c <= "\u30fa" for c in text)
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    latin = sum(c.isascii() and c.isalpha() for c in text)
    if (hangul + kana + han) * 3 < latin:
        return "en"
    if hangul >= max(kana, han) / 2:
        return "ko"
    return "ja" if kana * 8 > han else "zh"


_DAY = re.compile(
    r"^(?:(?:date|posted|published|日期|日付|날짜)[:：]?\s*)?"
    r"(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}\s+(?=\S)",
    re.IGNORECASE,
)


def without_day(heading: str) -> str:
    """Return a heading without the day of its page, where that runs into it."""
    return _DAY.sub("", heading.lstrip())
