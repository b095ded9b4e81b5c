"""A checked brief as a Word document: real styles and headings, repeated heads, languages marked.

The parts are written directly: a template would bring its author, a thumbnail, dates and ids
that then had to be removed again. Numbers of headings and findings are words of the tree, not
fields, so that what is read in Word and in the PDF is the same.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import assert_never

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Bullets,
    Facts,
    Heading,
    HostBlock,
    Line,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Stress,
    Table,
    Title,
    stressed,
)
from dialogueprep.domain.gate import CheckedBrief
from dialogueprep.exchange import docx_tables
from dialogueprep.exchange.atomic import Tick, quiet, write_whole
from dialogueprep.exchange.docx_marks import NAMESPACES
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import WORD, styles_xml, twips
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.house_style import PAGE, Face, house_style

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NEW_PAGE = "<w:pageBreakBefore/>"
_TAB = "<w:r><w:tab/></w:r>"


def write_docx(checked: CheckedBrief, target: Path, tick: Tick = quiet) -> None:
    """Write a checked brief to ``target``, whole or not at all.

    Raises Trouble("cannot-write") when the file cannot be written.
    """
    write_whole(target, _content(checked.brief, tick))


def _content(brief: Brief, tick: Tick) -> bytes:
    writing = Writing(brief.language)
    return package(
        {
            "docProps/core.xml": core_xml(brief.title, brief.language),
            "word/document.xml": _document(brief, writing, tick),
            "word/styles.xml": styles_xml(brief.language),
            "word/header1.xml": _header(brief, writing),
            "word/footer1.xml": _footer(brief, writing),
        }
    )


def _document(brief: Brief, writing: Writing, tick: Tick) -> str:
    body: list[str] = []
    fresh = False
    for done, block in enumerate(brief.blocks, start=1):
        made = _block(block, writing)
        body.append(_on_new_page(made) if fresh and made else made)
        fresh = isinstance(block, PageBreak) or (fresh and not made)
        tick(done, len(brief.blocks))
    inside = "".join(body)
    if inside.endswith("</w:tbl>"):
        inside += docx_tables.GAP
    return f"{_XML}<w:document {NAMESPACES}>" + (
        f"<w:body>{inside}{_section()}</w:body></w:document>"
    )


def _section() -> str:
    h = house_style()
    width, height = (twips(side) for side in PAGE)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        f'<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{twips(62)}" '
        f'w:right="{twips(h.right)}" w:bottom="{twips(60)}" w:left="{twips(h.left)}" '
        f'w:header="{twips(30)}" w:footer="{twips(28)}" w:gutter="0"/></w:sectPr>'
    )


def _on_new_page(made: str) -> str:
    """Return the block so that its first paragraph begins a page."""
    if made.startswith("<w:tbl>"):
        return f"<w:p><w:pPr>{_NEW_PAGE}</w:pPr></w:p>{made}"
    if not made.startswith("<w:p><w:pPr>"):
        made = made.replace("<w:p>", "<w:p><w:pPr></w:pPr>", 1)
    styled = re.match(r'<w:p><w:pPr>(<w:pStyle w:val="\w+"/>)?', made)
    at = styled.end() if styled else 0
    rest = made[at:].replace("</w:pPr>", '<w:spacing w:before="0"/></w:pPr>', 1)
    return made[:at] + _NEW_PAGE + rest


def _block(block: Block, writing: Writing) -> str:  # noqa: C901, PLR0911 - one case a block
    h = house_style()
    match block:
        case HostBlock():
            return docx_tables.hosts(block, writing)
        case Title():
            return _title(block, writing)
        case Notice(lines):
            return _notice(lines, writing)
        case Facts():
            return docx_tables.facts(block, writing)
        case Heading(number, line, level):
            face = h.heading1 if level == 1 else h.heading2
            return _numbered(f"Heading{level}", number, "", line, face, writing)
        case Paragraph(line, faint):
            return _plain("BriefLead" if faint else "Normal", line, h.body, writing)
        case Bullets(lines):
            return "".join(_plain("ListBullet", line, h.body, writing) for line in lines)
        case Numbered(label, line):
            return _numbered("BriefFinding", label, "BriefNumber", line, h.body, writing)
        case Table():
            return docx_tables.table(block, writing)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _plain(style: str, line: Line, face: Face, writing: Writing) -> str:
    return writing.paragraph(style, writing.runs(line, face)) if line else ""


def _title(block: Title, writing: Writing) -> str:
    h = house_style()
    lines = [
        ("BriefKind", block.kind, h.kind),
        ("BriefBeneath", block.beneath, h.quiet),
        ("Title", block.title, h.title),
        *(("Subtitle", other, h.others) for other in block.others),
        ("BriefOccasion", block.occasion, h.occasion),
    ]
    return "".join(_plain(style, line, face, writing) for style, line, face in lines)


def _notice(lines: tuple[Line, ...], writing: Writing) -> str:
    h = house_style()
    made = [
        _plain("BriefNotice2" if n else "BriefNotice", line, h.notice, writing)
        for n, line in enumerate(lines)
    ]
    return "".join(made) + docx_tables.GAP * 3


def _numbered(
    style: str, number: str, number_style: str, line: Line, face: Face, writing: Writing
) -> str:
    label = writing.text(number, number_style) + _TAB if number else ""
    return writing.paragraph(style, label + writing.runs(line, face))


def _header(brief: Brief, writing: Writing) -> str:
    h = house_style()
    strong = stressed(brief.classification, Stress.STRONG)
    content = writing.runs(strong, h.small) + _TAB + writing.runs(brief.version, h.small)
    return f'{_XML}<w:hdr xmlns:w="{WORD}">{writing.paragraph("Header", content)}</w:hdr>'


def _footer(brief: Brief, writing: Writing) -> str:
    h = house_style()
    content = writing.runs(brief.footer, h.small) + _TAB + writing.text(brief.mark, "BriefMark")
    content += _TAB + "".join(_field(part, writing) for part in _parts(brief.page_of))
    return f'{_XML}<w:ftr xmlns:w="{WORD}">{writing.paragraph("Footer", content)}</w:ftr>'


def _parts(page_of: str) -> list[str]:
    return [part for part in re.split(r"(\{pages?\})", page_of) if part]


def _field(part: str, writing: Writing) -> str:
    """Return a part of the page number: a field with a cached result, or plain words."""
    name = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(part)
    if not name:
        return writing.text(part)
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
