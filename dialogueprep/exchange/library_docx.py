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
from dialogueprep.exchange.library_columns import ALL, COLUMNS, KINDS, TEXT_FIELDS, Record
from dialogueprep.exchange.library_of_records import Row
from dialogueprep.exchange.library_table import known
from dialogueprep.exchange.read_docx import member_text
from dialogueprep.exchange.read_xml import local

_Lines = list[tuple[str, Language]]
HEAD = ("Entry", "English", "中文", "日本語", "한국어", "Details")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (1500, 2900, 2400, 2400, 2400, 3000)  # twips
_IN_LANGUAGES = frozenset(f"{field} {g}" for field in TEXT_FIELDS for g in LANGUAGES)
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t"}


def docx_bytes(records: Iterable[Record], title: str) -> bytes:
    """Return the file, without author or dates; its first row is repeated on each page."""
    rows = list(records)
    ordered = [r for kind in KINDS for r in rows if r["kind"] == kind]
    empty = f'<w:hdr xmlns:w="{WORD}"><w:p/></w:hdr>'
    return package(
        {
            "docProps/core.xml": core_xml(title, "en"),
            "word/document.xml": _document(ordered, title),
            "word/styles.xml": styles_xml("en"),
            "word/header1.xml": _XML + empty,
            "word/footer1.xml": _XML + empty.replace("w:hdr", "w:ftr"),
        }
    )


def _document(rows: Iterable[Record], title: str) -> str:
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
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run(title, "en")}</w:p>'
        f"{_table(rows)}<w:p/>{section}</w:body></w:document>"
    )


def _table(rows: Iterable[Record]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head: list[_Lines] = [[(word, "en")] for word in HEAD]
    made = _row(head, "BriefTableHead", "<w:tblHeader/>")
    made += "".join(_row(list(_cells(record)), "BriefCell") for record in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="{sum(_WIDTHS)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _cells(record: Record) -> Iterator[_Lines]:
    yield [(record["kind"], "en"), (record.get("id", ""), "en")]
    for language in LANGUAGES:
        fields = [f"{f} {language}" for f in TEXT_FIELDS if f"{f} {language}" in _columns(record)]
        yield [(record.get(field, ""), language) for field in fields]
    rest = (c for c in _columns(record) if c not in _IN_LANGUAGES and c != "id")
    yield [(f"{column}: {record[column]}", "en") for column in rest if column in record]


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


def docx_rows(data: bytes, name: str) -> list[Row]:
    """Return the rows of the tables of such a document that have its head.

    Raises Trouble "file-damaged", "file-too-large", "file-protected", "file-unsafe",
    "library-file-without-head" or "library-column-unknown".
    """
    body = member_text(data, "word/document.xml", name)
    tables = [t for t in body.iter() if local(t) == "tbl"]
    ours = [t for t in tables if _head(t) == list(HEAD)]
    if not ours:
        raise Trouble("library-file-without-head", name=name)
    rows: list[Row] = []
    for table in ours:
        for row in _children(table, "tr")[1:]:
            cells = [[_words(p) for p in _children(c, "p")] for c in _children(row, "tc")]
            if len(cells) == len(HEAD) and any(map(any, cells)):
                rows.append(_record(cells, str(len(rows) + 2), name))
    return rows


def _head(table: ET.Element) -> list[str]:
    rows = _children(table, "tr")
    cells = _children(rows[0], "tc") if rows else []
    return ["".join(_words(p) for p in _children(c, "p")).strip() for c in cells]


def _record(cells: list[list[str]], number: str, name: str) -> Row:
    kind = cells[0][0].strip()
    record: Record = {"kind": kind}
    if len(cells[0]) > 1 and cells[0][1]:
        record["id"] = cells[0][1]
    columns = COLUMNS.get(kind, ())
    for language, lines in zip(LANGUAGES, cells[1:5], strict=True):
        fields = [f"{f} {language}" for f in TEXT_FIELDS if f"{f} {language}" in columns]
        record |= {field: line for field, line in zip(fields, lines, strict=False) if line}
    for line in cells[5]:
        column, _, cell = line.partition(": ")
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
