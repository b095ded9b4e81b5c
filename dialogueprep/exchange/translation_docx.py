"""A sheet for translators as a Word table: key, original, a column for each language, state.

The first row is repeated on each page, no row is parted by a page, and the cells are marked in
their language, so that a dictionary of that language checks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.domain.translating import ReturnedRow, SheetRow, folded
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import WORD, styles_xml, twips
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.house_style import LOCALES, OFFICE_FONTS, PAGE, house_style
from dialogueprep.exchange.programme_docx import read_rows

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MARGIN = 900  # twips
_NAMED, _STATE = 1500, 1500  # twips: the first and the last column
_KEY = re.compile(r"\b[0-9a-f]{8}\b")
_LANGUAGES: Mapping[str, Language] = {name: code for code, name in LANGUAGE_NAMES.items()}


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet says around the texts, in the language of whoever sends it.

    ``names`` and ``states`` are of the rows, in their order.
    """

    language: Language
    title: str
    guide: str
    heads: tuple[str, str, str]  # of the key, the original and the state
    names: Sequence[str]
    states: Sequence[str]


def sheet_docx(rows: Sequence[SheetRow], languages: Sequence[Language], said: SheetWords) -> bytes:
    """Return the file: neither an author nor a date is in it."""
    empty = f'xmlns:w="{WORD}"><w:p/>'
    return package(
        {
            "docProps/core.xml": core_xml(said.title, said.language),
            "word/document.xml": _document(rows, languages, said),
            "word/styles.xml": styles_xml(said.language),
            "word/header1.xml": f"{_XML}<w:hdr {empty}</w:hdr>",
            "word/footer1.xml": f"{_XML}<w:ftr {empty}</w:ftr>",
        }
    )


def _document(rows: Sequence[SheetRow], languages: Sequence[Language], said: SheetWords) -> str:
    height, width = (twips(side) for side in PAGE)  # lying
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/><w:pgMar w:top="{_MARGIN}" '
        f'w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="500" '
        'w:footer="500" w:gutter="0"/></w:sectPr>'
    )
    pen = _Pen(said.language)
    head = pen.paragraph(said.title, said.language, "Heading1")
    guide = pen.paragraph(said.guide, said.language, "Normal")
    table = _table(rows, languages, said, width - 2 * _MARGIN)
    return (
        f'{_XML}<w:document xmlns:w="{WORD}" xmlns:r="{_OFFICE}"><w:body>'
        f"{head}{guide}{table}<w:p/>{section}</w:body></w:document>"
    )


def _table(
    rows: Sequence[SheetRow], languages: Sequence[Language], said: SheetWords, width: int
) -> str:
    each = (width - _NAMED - _STATE) // (len(languages) + 1)
    widths = (_NAMED, *[each] * (len(languages) + 1), _STATE)
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    own: Language = said.language
    pen = _Pen(own)
    key, original, state = said.heads
    codes: list[Language] = [own, own, *languages, own]
    words = [key, original, *(LANGUAGE_NAMES[code] for code in languages), state]
    titles = zip(words, codes, strict=True)
    made = _row([pen.cell(*t, "BriefTableHead") for t in titles], widths, "<w:tblHeader/>")
    for row, name, state in zip(rows, said.names, said.states, strict=True):
        cells = [pen.cell(f"{name}\n{row.place.key}", own)]
        cells.append(pen.cell(row.original.wording, row.original.language))
        for code in languages:
            there = row.cells.get(code)
            cells.append(pen.cell(there.wording if there else "", code))
        cells.append(pen.cell(state, own))
        made += _row(cells, widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _row(cells: Iterable[str], widths: Sequence[int], more: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{made}</w:tr>"


class _Pen:
    """Writes paragraphs whose words, and whose empty room for words, are marked in a language."""

    def __init__(self, language: Language) -> None:
        self._writing = Writing(language)

    def cell(self, text: str, language: Language, style: str = "BriefCell") -> str:
        """Return the paragraphs of a cell, one a line."""
        return "".join(self.paragraph(line, language, style) for line in text.split("\n"))

    def paragraph(self, text: str, language: Language, style: str) -> str:
        """Return one paragraph; what is typed where there are no words yet is in the language."""
        from dialogueprep.domain.briefs.blocks import Run

        runs = self._writing.runs((Run(text, language),), house_style().cell) if text else ""
        return self._writing.paragraph(style, runs, "" if text else _mark(language))


def _mark(language: Language) -> str:
    font = f'<w:rFonts w:eastAsia="{OFFICE_FONTS[language]}"/>' if language != "en" else ""
    locale = LOCALES[language]
    of = f'w:val="{locale}"' if language == "en" else f'w:eastAsia="{locale}"'
    return f"<w:rPr>{font}<w:lang {of}/></w:rPr>"


def _columns(cells: Sequence[str]) -> dict[int, Language]:
    """Return which columns hold which language, if these are the cells of a head."""
    return {n: _LANGUAGES[cell] for n, cell in enumerate(cells) if n > 1 and cell in _LANGUAGES}


def read_sheet(path: Path) -> tuple[ReturnedRow, ...]:
    """Return the rows of a sheet that came back, tracked changes accepted; nothing of who wrote.

    Raises Trouble "sheet-not-word", "sheet-without-table" for a file that holds no such table,
    and what `programme_docx.read_rows` raises.
    """
    head: dict[int, Language] = {}
    found: list[ReturnedRow] = []
    for row in read_rows(path, not_word="sheet-not-word"):
        head = _columns(row.cells) or head
        key = _KEY.search(row.cells[0]) if row.cells else None
        if not head or key is None or len(row.cells) <= max(head):
            continue
        wordings: dict[Language, str] = {code: folded(row.cells[n]) for n, code in head.items()}
        found.append(ReturnedRow(key[0], folded(row.cells[1]), wordings))
    if not head:
        raise Trouble("sheet-without-table", name=path.name)
    return tuple(found)
