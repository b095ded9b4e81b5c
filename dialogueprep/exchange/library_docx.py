"""A library as a Word table: a row for each entry, a column for each language.

The first cell of a row holds kind and id, the last one what has no language, one a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import WORD, styles_xml, twips
from dialogueprep.exchange.house_style import LOCALES, OFFICE_FONTS, PAGE
from dialogueprep.exchange.library_cells import for_xml, from_xml
from dialogueprep.exchange.library_columns import ALL, COLUMNS, TEXT_FIELDS, Record
from dialogueprep.exchange.library_rows import Row
from dialogueprep.exchange.library_table import known
from dialogueprep.exchange.library_words import head, meant, ordered, said
from dialogueprep.exchange.read_docx import member_text
from dialogueprep.exchange.read_xml import local

_Lines = list[tuple[str, Language]]
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (1500, 2900, 2400, 2400, 2400, 3000)  # twips
_IN_LANGUAGES = frozenset(f"{field} {g}" for field in TEXT_FIELDS for g in LANGUAGES)
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t"}


def docx_bytes(records: Iterable[Record], title: str, language: Language = "en") -> bytes:
    """Return the file, without author or dates; its first row is repeated on each page.

    Its head and the names of its cells are in ``language``, whose column stands first.
    """
    empty = f'<w:hdr xmlns:w="{WORD}"><w:p/></w:hdr>'
    return package(
        {
            "docProps/core.xml": core_xml(title, language),
            "word/document.xml": _document(records, title, language),
            "word/styles.xml": styles_xml(language),
            "word/header1.xml": _XML + empty,
            "word/footer1.xml": _XML + empty.replace("w:hdr", "w:ftr"),
        }
    )


def _document(rows: Iterable[Record], title: str, language: Language) -> str:
    height, width = (twips(side) for side in PAGE)  # lying
    section = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        f'<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/><w:pgMar w:top="1000" '
        'w:right="1100" w:bottom="1000" w:left="1100" w:header="500" w:footer="500" w:gutter="0"/>'
        "</w:sectPr>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        f'{_XML}<w:document xmlns:w="{WORD}" xmlns:r="{office}"><w:body>'
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run(title, language)}</w:p>'
        f"{_table(rows, language)}<w:p/>{section}</w:body></w:document>"
    )


def _table(rows: Iterable[Record], language: Language) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    titles: list[_Lines] = [[(word, language)] for word in head(language)]
    made = _row(titles, "BriefTableHead", "<w:tblHeader/>")
    made += "".join(_row(list(_cells(record, language)), "BriefCell") for record in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="{sum(_WIDTHS)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _cells(record: Record, language: Language) -> Iterator[_Lines]:
    yield [(said(record["kind"], language), language), (record.get("id", ""), "en")]
    for each in ordered(language):
        fields = [f"{f} {each}" for f in TEXT_FIELDS if f"{f} {each}" in _columns(record)]
        yield [(record.get(field, ""), each) for field in fields]
    rest = (c for c in _columns(record) if c not in _IN_LANGUAGES and c != "id")
    yield [(f"{said(c, language)}: {record[c]}", language) for c in rest if c in record]


def _columns(record: Record) -> tuple[str, ...]:
    return COLUMNS[record["kind"]]


def _row(cells: list[_Lines], style: str, more: str = "") -> str:
    made = ""
    for lines, width in zip(cells, _WIDTHS, strict=True):
        paragraphs = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text, language)}</w:p>'
            for text, language in lines or [("", "en")]
        )
        made += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
    return f"<w:tr><w:trPr>{more}</w:trPr>{made}</w:tr>"


def _run(text: str, language: Language) -> str:
    if not text:
        return ""
    font = f'<w:rFonts w:eastAsia="{OFFICE_FONTS[language]}"/>' if language != "en" else ""
    locale = f'<w:lang w:eastAsia="{LOCALES[language]}"/>' if language != "en" else ""
    words = escape(for_xml(text))
    words = words.replace("\n", _between("br")).replace("\t", _between("tab"))
    properties = f"<w:rPr>{font}{locale}</w:rPr>" if font else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _between(sign: str) -> str:
    return f'</w:t><w:{sign}/><w:t xml:space="preserve">'


def docx_rows(data: bytes, name: str) -> Iterator[Row]:
    """Yield the rows of the tables of such a document that have its head.

    Raises Trouble "file-damaged", "file-too-large", "file-protected", "file-unsafe",
    "library-file-without-head" or "library-column-unknown".
    """
    body = member_text(data, "word/document.xml", name)
    tables = [t for t in body.iter() if local(t) == "tbl"]
    ours: list[tuple[ET.Element, Language]]
    ours = [(t, language) for t in tables if (language := _language(t)) is not None]
    if not ours:
        raise Trouble("library-file-without-head", name=name)
    number = 1
    for table, language in ours:
        for row in _children(table, "tr")[1:]:
            cells = [[_words(p) for p in _children(c, "p")] for c in _children(row, "tc")]
            number += 1
            if len(cells) == len(_WIDTHS) and any(map(any, cells)):
                yield _record(cells, str(number), name, language)


def _language(table: ET.Element) -> Language | None:
    """Return the language of a library's table; None for another table."""
    found = _head(table)
    return next((each for each in LANGUAGES if found == list(head(each))), None)


def _head(table: ET.Element) -> list[str]:
    rows = _children(table, "tr")
    cells = _children(rows[0], "tc") if rows else []
    return ["".join(_words(p) for p in _children(c, "p")).strip() for c in cells]


def _record(cells: list[list[str]], number: str, name: str, language: Language) -> Row:
    kind = meant(cells[0][0].strip(), language)
    record: Record = {"kind": kind}
    if len(cells[0]) > 1 and cells[0][1]:
        record["id"] = cells[0][1]
    columns = COLUMNS.get(kind, ())
    for each, lines in zip(ordered(language), cells[1:5], strict=True):
        fields = [f"{f} {each}" for f in TEXT_FIELDS if f"{f} {each}" in columns]
        record |= {field: line for field, line in zip(fields, lines, strict=False) if line}
    for line in cells[5]:
        column, _, cell = line.partition(": ")
        column = meant(column, language)
        if line.strip():
            known([column if column in ALL else column or line], name)
            record[column] = cell
    return Row(number, record)


def _children(element: ET.Element, name: str) -> list[ET.Element]:
    return [child for child in element if local(child) == name]


def _words(paragraph: ET.Element) -> str:
    """Return the words of a paragraph as they stand now: what is struck is left out."""
    words = ""
    for element in paragraph:
        name = local(element)
        if name == "t":
            words += element.text or ""
        elif name in _SIGNS:
            words += _SIGNS[name]
        elif name in ("r", "ins", "hyperlink", "smartTag", "sdt", "sdtContent"):
            words += _words(element)
    return from_xml(words) if local(paragraph) == "p" else words
