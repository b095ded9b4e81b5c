"""Name plates, sign-in sheets and seating plans as PDF files to print on A4 or Letter."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.briefs.blocks import Paper
from dialogueprep.domain.room_papers import Placed, Plan, Plate, SignIn, Words
from dialogueprep.domain.table_plan import SIDES, TableShape
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import Face, house_style, paper_size
from dialogueprep.exchange.pdf_canvas import ONE_AT_A_TIME
from dialogueprep.exchange.pdf_sheet import Sheets, across, fitting

_INK = "#1E2226"
_NAME = Face(62, 74, True, _INK)
_BENEATH = Face(44, 56, False, _INK)
_BELOW = Face(15, 20, False, "#4A5058")
_PLATE_EDGE = 54.0


def plates_pdf(
    plates: Sequence[Plate], title: str, language: Language, paper: Paper = Paper.A4
) -> bytes:
    """Return a page for each plate: folded once across, the name on both sides.

    The upper half stands on its head, so that it is read from the other side when it is folded.
    """
    with ONE_AT_A_TIME:
        sheets = Sheets(title, language, paper_size(paper))
        fold = sheets.height / 2
        for plate in plates:
            _half(sheets, plate, fold)
            with sheets.upside_down(sheets.width / 2, fold):
                _half(sheets, plate, fold)
            for x in (0, sheets.width - 16):
                sheets.line(x, fold, x + 16, fold, house_style().rule, 0.6)
            sheets.turn()
        return sheets.finished()


def _half(sheets: Sheets, plate: Plate, top: float) -> None:
    """Draw the lower half of a plate: its lines together in the middle of the half."""
    room = sheets.width - 2 * _PLATE_EDGE
    shown = [
        (words, fitting(words, face, room))
        for words, face in ((plate.name, _NAME), (plate.beneath, _BENEATH), (plate.below, _BELOW))
        if words.text
    ]
    y = top + (sheets.height - top - sum(face.lead for _, face in shown)) / 2
    for words, face in shown:
        y += sheets.words(words, _PLATE_EDGE, y, face, room, "centre")


_MARGIN = 48.0
_ROW = 32.0
_FOOT = 60.0
_CELL = Face(10.5, 14, False, _INK)
_SMALL = Face(8.5, 12, False, "#4A5058")


def sign_in_pdf(sheet: SignIn, language: Language, paper: Paper = Paper.A4) -> bytes:
    """Return the sheet to sign, as many pages as it takes, upright or across by its columns."""
    with ONE_AT_A_TIME:
        size = paper_size(paper) if len(sheet.columns) <= 5 else across(paper)
        pages = _pages(sheet, size[1])
        sheets = Sheets(sheet.title.text, language, size)
        for n, page in enumerate(pages, start=1):
            _sign_in_page(sheets, sheet, page, n, len(pages))
        return sheets.finished()


_Row = tuple[Words, ...]
_HEADING = 26.0
_HEAD = 118.0


def _pages(sheet: SignIn, height: float) -> list[list[_Row]]:
    """Return the rows of each page; a row of one is the heading of a group."""
    pages: list[list[_Row]] = [[]]
    left = height - _HEAD - _FOOT
    number = 0
    for label, members in sheet.groups:
        for n, member in enumerate(members):
            needed = _ROW + (_HEADING if n == 0 else 0)
            if needed > left:
                pages.append([])
                left = height - _HEAD - _FOOT
            if n == 0 or not pages[-1]:
                pages[-1].append((label,))
                left -= _HEADING
            number += 1
            pages[-1].append((Words(str(number)), *member))
            left -= _ROW
    return pages


def _columns(sheets: Sheets, signed: int) -> list[float]:
    """Return where the columns begin, and where the last one ends."""
    wide = sheets.width - 2 * _MARGIN
    name, place = (0.33, 0.27) if signed <= 2 else (0.26, 0.2)
    first = [_MARGIN, _MARGIN + 26, _MARGIN + wide * name, _MARGIN + wide * (name + place)]
    each = (wide - wide * (name + place)) / signed
    return [*first, *(first[-1] + each * n for n in range(1, signed + 1))]


def _sign_in_page(sheets: Sheets, sheet: SignIn, page: list[_Row], number: int, pages: int) -> None:
    h = house_style()
    wide = sheets.width - 2 * _MARGIN
    at = _columns(sheets, len(sheet.columns) - 3)
    sheets.words(sheet.title, _MARGIN, 40, Face(18, 24, True, _INK), wide)
    sheets.words(sheet.occasion, _MARGIN, 66, Face(11, 16, False, "#4A5058"), wide)
    sheets.words(sheet.version, _MARGIN, 48, _SMALL, wide, "right")
    for x, end, words in zip(at, at[1:], sheet.columns, strict=False):
        sheets.words(words, x + (6 if x > at[2] else 0), 97, h.label, end - x - 8)
    sheets.line(_MARGIN, _HEAD - 4, sheets.width - _MARGIN, _HEAD - 4, h.ink2, 0.8)
    y = _HEAD
    for cells in page:
        y += _heading(sheets, cells[0], y) if len(cells) == 1 else _entry(sheets, cells, at, y)
    sheets.words(sheet.order, _MARGIN, sheets.height - 38, _SMALL, wide - 60)
    said = Words(sheet.page_of.format(page=number, pages=pages))
    sheets.words(said, _MARGIN, sheets.height - 38, _SMALL, wide, "right")
    sheets.turn()


def _heading(sheets: Sheets, label: Words, y: float) -> float:
    wide = sheets.width - 2 * _MARGIN
    sheets.words(label, _MARGIN, y + 8, Face(10.5, 14, True, house_style().accent), wide)
    sheets.line(_MARGIN, y + _HEADING, sheets.width - _MARGIN, y + _HEADING, "#C9CCD1", 0.5)
    return _HEADING


def _entry(sheets: Sheets, cells: _Row, at: Sequence[float], y: float) -> float:
    number, latin, native, place = cells
    sheets.words(number, at[0], y + 9, _SMALL, 20)
    room = at[2] - at[1] - 8
    two = bool(native.text)
    sheets.words(latin, at[1], y + (3 if two else 9), fitting(latin, _CELL, room, 6.5), room)
    if two:
        sheets.words(native, at[1], y + 16, fitting(native, _CELL, room, 6.5), room)
    _place(sheets, place, at[2], y, at[3] - at[2] - 10)
    for x in at[3:]:
        sheets.line(x, y + 3, x, y + _ROW - 3, "#C9CCD1", 0.5)
    sheets.line(_MARGIN, y + _ROW, sheets.width - _MARGIN, y + _ROW, "#C9CCD1", 0.5)
    return _ROW


def _place(sheets: Sheets, place: Words, x: float, y: float, room: float) -> None:
    """Write an institution on at most two lines, smaller where it is long."""
    if not place.text:
        return
    one = fitting(place, _SMALL, room * 1.75, 5.5)
    lines = 1 if fitting(place, one, room, 0.1).size == one.size else 2
    sheets.words(place, x, y + (_ROW - lines * one.lead) / 2, one, room)


_TABLE = "#F1F0EC"


def plan_pdf(plan: Plan, language: Language, paper: Paper = Paper.A4) -> bytes:
    """Return the seating plan on one page across: the table, and each name at its seat."""
    with ONE_AT_A_TIME:
        sheets = Sheets(plan.title.text, language, across(paper))
        sheets.words(plan.title, _MARGIN, 30, Face(18, 24, True, _INK), 400)
        sheets.words(plan.occasion, _MARGIN, 56, Face(11, 16, False, "#4A5058"), 500)
        _table(sheets, plan.shape)
        for each in plan.placed:
            _placed(sheets, each, plan)
        sheets.turn()
        return sheets.finished()


_BESIDE, _TOP = 160.0, 46.0
"""The room for names left and right of the square of the plan, and that above it."""


def _at(sheets: Sheets, x: float, y: float) -> tuple[float, float]:
    """Return the point of the page for one of the square, which is as high as it is wide."""
    wide = _wide(sheets)
    return _BESIDE + x * wide, _TOP + y * (wide - 10)


def _wide(sheets: Sheets) -> float:
    return sheets.width - 2 * _BESIDE


def _table(sheets: Sheets, shape: TableShape) -> None:
    canvas, h = sheets.canvas, house_style()
    canvas.saveState()
    canvas.setFillColor(_TABLE)
    canvas.setStrokeColor(h.rule)
    if shape is TableShape.ROUND:
        (x1, y1), (x2, y2) = _at(sheets, 0.11, 0.11), _at(sheets, 0.89, 0.89)
        canvas.ellipse(x1, sheets.height - y2, x2, sheets.height - y1, stroke=1, fill=1)
    else:
        for x1, y1, x2, y2 in table_parts(shape):
            (a, b), (c, d) = _at(sheets, x1, y1), _at(sheets, x2, y2)
            canvas.rect(a, sheets.height - d, c - a, d - b, stroke=0, fill=1)
    canvas.restoreState()


def table_parts(shape: TableShape) -> tuple[tuple[float, float, float, float], ...]:
    """Return the rectangles that a table with sides is drawn of, in the square of its plan."""
    left, right = SIDES[shape][0] + 0.03, SIDES[shape][1] - 0.03
    if shape is TableShape.LONG:
        return ((left, 0.2, right, 0.86),)
    return (
        (left, 0.18, right, 0.27),
        (left, 0.27, left + 0.12, 0.88),
        (right - 0.12, 0.27, right, 0.88),
    )


def _name_size(n: int) -> float:
    return 10.5 if n <= 20 else 9 if n <= 30 else 7.5 if n <= 44 else 6


_ROOM = 132.0


def _placed(sheets: Sheets, placed: Placed, plan: Plan) -> None:
    """Write a name beside its seat: away from the table, its number first."""
    seat, size = placed.seat, _name_size(len(plan.placed))
    x, y = _at(sheets, seat.x, seat.y)
    lead = size * 1.28
    align = "left" if seat.out_x > 0.12 else "right" if seat.out_x < -0.12 else "centre"
    room = min(_ROOM, _between(plan, _wide(sheets)) - 6) if align == "centre" else _ROOM
    left = {"left": x, "right": x - room, "centre": x - room / 2}[align]
    shown = _lines(placed, crowded=len(plan.placed) > 40)
    away = 0.5 if align == "centre" else 0.3
    top = y - len(shown) * lead * (0.5 - away * seat.out_y)
    for n, words in enumerate(shown):
        face = fitting(words, Face(size, lead, n == 0, _INK), room, 5)
        sheets.words(words, left, top + n * lead, face, room, align)


def _lines(placed: Placed, *, crowded: bool) -> list[Words]:
    first = Words(f"{placed.number}  {placed.name.text}", placed.name.language)
    if crowded and placed.beneath.text:
        return [Words(f"{first.text}  {placed.beneath.text}", placed.beneath.language)]
    return [words for words in (first, placed.beneath) if words.text]


def _between(plan: Plan, wide: float) -> float:
    """Return how far the seats of the top side stand apart, in points."""
    top = sum(p.seat.out_y == -1.0 for p in plan.placed)
    if plan.shape is TableShape.ROUND or top < 2:
        return 999.0
    left, right = SIDES[plan.shape]
    return (right - left) * wide / top
