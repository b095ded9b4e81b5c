"""The recovery sheet as a PDF of one page to print: the key in groups, and what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.room_papers import Words
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import Face, house_style
from dialogueprep.exchange.pdf_canvas import ONE_AT_A_TIME
from dialogueprep.exchange.pdf_sheet import Sheets

_INK, _QUIET = "#1E2226", "#4A5058"
_TITLE = Face(24, 32, True, _INK)
_BODY = Face(11, 17, False, _INK)
_NUMBER = Face(9, 12, False, _QUIET)
_GROUP = Face(24, 32, True, _INK)
_LEFT, _TOP = 62.0, 76.0
_ACROSS, _ROW = 4, 62.0


def sheet_pdf(
    title: str, before: Sequence[str], groups: Sequence[str], after: Sequence[str], lang: Language
) -> bytes:
    """Return the sheet: a title, lines, the numbered groups of the key, and lines again."""
    with ONE_AT_A_TIME:
        sheets = Sheets(title, lang)
        room = sheets.width - 2 * _LEFT
        y = _TOP + sheets.words(Words(title, lang), _LEFT, _TOP, _TITLE, room) + 10
        y = _lines(sheets, before, y, room, lang) + 22
        y = _groups(sheets, groups, y, room, lang) + 22
        _lines(sheets, after, y, room, lang)
        sheets.turn()
        return sheets.finished()


def _lines(sheets: Sheets, lines: Sequence[str], y: float, room: float, lang: Language) -> float:
    for line in lines:
        y += sheets.words(Words(line, lang), _LEFT, y, _BODY, room) + 7
    return y


def _groups(sheets: Sheets, groups: Sequence[str], y: float, room: float, lang: Language) -> float:
    wide = room / _ACROSS
    for place, group in enumerate(groups):
        x, top = _LEFT + place % _ACROSS * wide, y + place // _ACROSS * _ROW
        sheets.words(Words(str(place + 1), lang), x, top, _NUMBER, wide)
        sheets.words(Words(group, "en"), x, top + 13, _GROUP, wide)
    end = y + -(-len(groups) // _ACROSS) * _ROW
    for at in (y - 10, end):
        sheets.line(_LEFT, at, _LEFT + room, at, house_style().rule, 0.6)
    return end
