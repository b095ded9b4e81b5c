"""The parts of a workbook that is written by the program: no author, no dates, only texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from dialogueprep.exchange.packing import packed

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" '
    'wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def workbook(sheets: Mapping[str, str]) -> bytes:
    """Return a workbook with these sheets, as `sheet` makes them, under their names."""
    return packed(_parts(sheets))


def sheet(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Return columns and rows as XML: texts that XML allows, the first row as head.

    Widths are in characters; an empty text has no cell.
    """
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, start=1)
    )
    lines = (
        f'<row r="{n}">{"".join(_cell(c, k, n) for k, c in enumerate(row) if c)}</row>'
        for n, row in enumerate(rows, start=1)
    )
    return f"<cols>{columns}</cols><sheetData>{''.join(lines)}</sheetData>"


def _cell(text: str, column: int, row: int) -> str:
    return (
        f'<c r="{_letters(column)}{row}" s="{int(row == 1)}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{escape(text)}</t></is></c>'
    )


def _parts(sheets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the members of a workbook with these sheets: names, and what stands in each (columns
    and rows as XML). The first row stays in sight; style 1 is that of a head."""
    numbered = list(enumerate(sheets, start=1))
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n, _ in numbered
    )
    yield (
        "[Content_Types].xml",
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{types}</Types>',
    )
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    listed = "".join(f'<sheet name="{k}" sheetId="{n}" r:id="rId{n}"/>' for n, k in numbered)
    yield (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
    )
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
    styles = (f"rId{len(numbered) + 1}", "styles", "styles.xml")
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, styles])
    yield "xl/styles.xml", _XML + _STYLES
    for n, name in numbered:
        yield (
            f"xl/worksheets/sheet{n}.xml",
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            f"</sheetView></sheetViews>{sheets[name]}</worksheet>",
        )


def _relations(targets: Iterable[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in targets
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    rest = _letters(column // 26 - 1) if column >= 26 else ""
    return rest + chr(65 + column % 26)
