"""Files made of marked reports: Word, PDF in columns, HWPX; text and pages as they stand.

The markup, by line: "# ", "## ", "### " headings; "! " under the title; "- " points; "+ " numbered
points; "| a | b |" rows of a table; "% " a text box; "words^ note" a footnote.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from made_pdf import make_pdf
from marked_reports import Marked

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HWPML = "http://www.hancom.co.kr/hwpml/2011"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

Block = tuple[str, str, str]
"""Its mark, its words, and the note on it."""


def make_file(report: Marked, folder: Path) -> Path:
    """Write a report as the file that its name says, and return its path."""
    path = folder / report.name
    if report.ending == ".docx":
        _make_docx(path, report)
    elif report.ending == ".pdf":
        make_pdf(path, report, blocks(report.body))
    elif report.ending == ".hwpx":
        _make_hwpx(path, report)
    else:
        path.write_text(report.body, "utf-8")
    return path


def blocks(body: str) -> Iterator[Block]:
    """Yield the blocks of a body in the markup."""
    for line in body.splitlines():
        if line.strip():
            found = re.match(r"(#{1,3}|[-+!%|])\s", line)
            kind, text = (found[1], line[found.end() :]) if found else ("p", line)
            words, _, note = text.partition("^ ")
            yield kind, words.strip(), note


def cells(row: str) -> list[str]:
    """Return the words of the cells of a row."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


# Word


def _make_docx(path: Path, report: Marked) -> None:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = report.about["head"]
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    notes: list[str] = []
    table: Any = None
    for kind, text, note in blocks(report.body):
        if kind == "|":
            row = cells(text)
            table = table or document.add_table(0, len(row))
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
            continue
        table = None
        paragraph = _paragraph(document, kind, text)
        if note:
            notes.append(note)
            _add(paragraph, f'<w:r {W}><w:footnoteReference w:id="{len(notes)}"/></w:r>')
    held = io.BytesIO()
    document.save(held)
    _with_notes(path, held, notes)


def _paragraph(document: Any, kind: str, text: str) -> Any:
    if kind.startswith("#"):
        return document.add_heading(text, len(kind) - 1)
    if kind == "%":
        box = f"<w:txbxContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent>"
        shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{box}</v:textbox>'
        paragraph = document.add_paragraph()
        _add(paragraph, f"<w:r {W}><w:pict>{shape}</v:shape></w:pict></w:r>")
        return paragraph
    style = {"-": "List Bullet", "+": "List Number"}.get(kind)
    return document.add_paragraph(text, style)


def _add(paragraph: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    paragraph._p.append(parse_xml(xml))


def _with_notes(path: Path, held: io.BytesIO, notes: list[str]) -> None:
    """Write a Word file with its footnotes, which the library that made it knows nothing of."""
    part = f'<Override PartName="/word/footnotes.xml" ContentType="{_NOTES_TYPE}"/></Types>'
    link = f'<Relationship Id="rIdN" Type="{_NOTES_RELATION}" Target="footnotes.xml"/>'
    changes = {
        "[Content_Types].xml": ("</Types>", part),
        "word/_rels/document.xml.rels": ("</Relationships>", f"{link}</Relationships>"),
    }
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(path, "w") as out:
        for name in made.namelist():
            old, new = changes.get(name, ("", "")) if notes else ("", "")
            data = made.read(name)
            out.writestr(name, data.replace(old.encode(), new.encode()) if old else data)
        if notes:
            out.writestr("word/footnotes.xml", _notes_part(notes))


def _notes_part(notes: list[str]) -> str:
    words = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(notes, start=1)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>{words}</w:footnotes>'


# HWPX


def _make_hwpx(path: Path, report: Marked) -> None:
    head = _within("header", report.about["head"])
    body = [_hangul(head), *_hangul_blocks(list(blocks(report.body)))]
    spaces = f'xmlns:hs="{_HWPML}/section" xmlns:hp="{_HWPML}/paragraph"'
    section = f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {spaces}>{"".join(body)}</hs:sec>'
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("mimetype", "application/hwp+zip")
        out.writestr("Contents/section0.xml", section)


def _hangul_blocks(everything: list[Block]) -> Iterator[str]:
    number = 0
    rows: list[str] = []
    for at, (kind, text, note) in enumerate(everything):
        if kind == "|":
            rows.append("".join(f"<hp:tc>{_held(cell)}</hp:tc>" for cell in cells(text)))
            if at + 1 == len(everything) or everything[at + 1][0] != "|":
                trs = "".join(f"<hp:tr>{row}</hp:tr>" for row in rows)
                yield _hangul(f"<hp:run><hp:tbl>{trs}</hp:tbl></hp:run>")
                rows = []
            continue
        number += kind == "+"
        mark = {"+": f"{number}) ", "-": "- "}.get(kind, "")
        yield _hangul(_run(mark + text) + (_within("footNote", note) if note else ""))


def _run(text: str) -> str:
    return f"<hp:run><hp:t>{escape(text)}</hp:t></hp:run>"


def _hangul(inside: str) -> str:
    return f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0">{inside}</hp:p>'


def _held(text: str) -> str:
    return f"<hp:subList>{_hangul(_run(text))}</hp:subList>"


def _within(name: str, text: str) -> str:
    return f"<hp:run><hp:ctrl><hp:{name}>{_held(text)}</hp:{name}></hp:ctrl></hp:run>"
