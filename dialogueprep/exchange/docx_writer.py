"""A checked brief as a Word document: real styles and headings, repeated heads, languages marked.

The parts are written directly: a template would bring its author, a thumbnail, dates and ids
that then had to be removed again. Word counts headings and findings itself, so that a
secretariat can go on editing; reading back counts as Word does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import assert_never

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Bullets,
    Contents,
    Facts,
    Heading,
    HostBlock,
    Line,
    Missing,
    NotePage,
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
from dialogueprep.exchange import docx_contents, docx_tables
from dialogueprep.exchange.atomic import Tick, quiet, write_whole
from dialogueprep.exchange.docx_changed import barred
from dialogueprep.exchange.docx_house import (
    Edge,
    added_parts,
    edge_xml,
    edges_of,
    has_first,
    margins_of,
    page_size,
    theme_xml,
    width_of,
)
from dialogueprep.exchange.docx_marks import NAMESPACES
from dialogueprep.exchange.docx_numbers import NO_NUMBER, Numbers
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import FILLED, styles_xml, twips
from dialogueprep.exchange.docx_template import accent_of, template_styles_xml
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.glyphs import with_signs
from dialogueprep.exchange.house_style import Face, house_style
from dialogueprep.exchange.shape import not_alone, shape_of, stays_with_next

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NEW_PAGE = "<w:pageBreakBefore/>"
_TAB = "<w:r><w:tab/></w:r>"
_KEPT = "<w:keepNext/>"
_LEADING = '<w:keepNext/><w:spacing w:before="220" w:after="60"/>'


def write_docx(checked: CheckedBrief, target: Path, tick: Tick = quiet) -> None:
    """Write a checked brief to ``target``, whole or not at all.

    Raises Trouble("cannot-write") when the file cannot be written.
    """
    write_whole(target, _content(checked.brief, tick))


def _content(brief: Brief, tick: Tick) -> bytes:
    template = brief.template
    shape, wide = shape_of(brief), width_of(brief)
    writing = Writing(brief.language, wide, templated=template is not None, shape=shape)
    accent = accent_of(template) if template else ""
    numbers = Numbers(accent=accent, language=brief.language, hangs=shape.hangs)
    document = _document(brief, writing, numbers, tick)
    edges = {edge.part: _edge(edge, brief, writing) for edge in edges_of(template)}
    styles = styles_xml(brief.language, shape)
    if template:
        styles = template_styles_xml(template, brief.language, writing.width, shape.hangs)
    return package(
        {
            "docProps/core.xml": core_xml(brief.title, brief.language),
            "word/document.xml": document,
            "word/numbering.xml": numbers.xml(),
            "word/styles.xml": styles,
            "word/theme/theme1.xml": theme_xml(template) if template else "",
            **edges,
        },
        added_parts(brief, edges),
    )


def _document(brief: Brief, writing: Writing, numbers: Numbers, tick: Tick) -> str:
    body: list[str] = []
    fresh = False
    pages = _pages(brief)
    for done, block in enumerate(brief.blocks, start=1):
        if isinstance(block, Heading):
            made = _heading(block, done - 1, writing, numbers, marked=pages is not None)
        elif isinstance(block, Contents):
            made = docx_contents.contents(block, brief, pages or {}, writing)
        else:
            made = _block(block, writing, numbers)
        if stays_with_next(brief, done - 1):
            made = _kept(made)
        if done - 1 in brief.changed:
            made = barred(made)
        if isinstance(block, PageBreak) and body:
            body[-1] = _without_gaps(body[-1])
        body.append(_on_new_page(made) if fresh and made else made)
        fresh = isinstance(block, PageBreak) or (fresh and not made)
        tick(done, len(brief.blocks))
    inside = _without_gaps("".join(body))
    if inside.endswith("</w:tbl>"):
        inside += docx_tables.GAP
    return f"{_XML}<w:document {NAMESPACES}>" + (
        f"<w:body>{inside}{_section(brief)}</w:body></w:document>"
    )


def _pages(brief: Brief) -> Mapping[int, int] | None:
    """Return the page of each heading where a table of contents names it, else None."""
    if not any(isinstance(block, Contents) for block in brief.blocks):
        return None
    from dialogueprep.exchange.pdf_canvas import ONE_AT_A_TIME
    from dialogueprep.exchange.pdf_contents import heading_pages
    from dialogueprep.exchange.pdf_layout import pages_of

    with ONE_AT_A_TIME:
        return heading_pages(pages_of(with_signs(brief, Missing.SIGN, in_names=True)))


def _section(brief: Brief) -> str:
    references = "".join(
        f'<w:{e.kind}Reference w:type="{e.which}" r:id="{e.id}"/>' for e in edges_of(brief.template)
    )
    margins = "".join(f' w:{side}="{wide}"' for side, wide in margins_of(brief).items())
    first = "<w:titlePg/>" if has_first(brief.template) else ""
    return (
        f"<w:sectPr>{references}{page_size(brief.paper)}"
        f'<w:pgMar{margins} w:gutter="0"/>{first}</w:sectPr>'
    )


def _without_gaps(made: str) -> str:
    """Return a block without the gaps at its end, which could begin a page of their own."""
    while made.endswith(docx_tables.GAP):
        made = made.removesuffix(docx_tables.GAP)
    return made


def _kept(made: str) -> str:
    """Return a paragraph that stays on the page of the next one."""
    if made.startswith("<w:p><w:pPr>"):
        return re.sub(r'^<w:p><w:pPr>(<w:pStyle w:val="\w+"/>)?', rf"\g<0>{_KEPT}", made)
    return made.replace("<w:p>", f"<w:p><w:pPr>{_KEPT}</w:pPr>", 1)


def _on_new_page(made: str) -> str:
    """Return the block so that its first paragraph begins a page."""
    if made.startswith("<w:tbl>"):
        return f"<w:p><w:pPr>{_NEW_PAGE}</w:pPr></w:p>{made}"
    first = _FIRST.search(made)
    if first is None:
        return made
    own = _PROPERTIES.fullmatch(first[1] or "")
    style, more, indent = own.groups("") if own else ("", "", "")
    properties = f'{style}{_NEW_PAGE}{more}<w:spacing w:before="0"/>{indent}'
    return f"{made[: first.start()]}<w:p><w:pPr>{properties}</w:pPr>{made[first.end() :]}"


_PROPERTIES = re.compile(
    r'(<w:pStyle w:val="\w+"/>)?((?:<(?!w:(?:spacing|ind|jc)\b)[^>]*>)*)'
    r"(?:<w:spacing [^>]*>)?(<w:(?:ind|jc)\b.*)?"
)
_FIRST = re.compile(r"<w:p>(?:<w:pPr>(.*?)</w:pPr>)?")


def _block(block: Block, writing: Writing, numbers: Numbers) -> str:  # noqa: C901, PLR0911 - one case a block
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
        case Paragraph(line, faint, leads):
            kept = _LEADING if leads else ""
            return _plain("BriefLead" if faint else "Normal", line, h.body, writing, kept)
        case Bullets(lines):
            return _bullets(lines, writing)
        case Numbered():
            return _statement(block, writing, numbers)
        case Table():
            return docx_tables.table(block, writing)
        case NotePage():
            return docx_tables.note_page(block, writing)
        case PageBreak() | Heading() | Contents():
            return ""
        case _:
            assert_never(block)


def _bullets(lines: tuple[Line, ...], writing: Writing) -> str:
    kept = [_KEPT * (not_alone(n, len(lines)) and n < len(lines) - 1) for n in range(len(lines))]
    pairs = zip(lines, kept, strict=True)
    return "".join(_plain("ListBullet", line, house_style().body, writing, k) for line, k in pairs)


def _plain(style: str, line: Line, face: Face, writing: Writing, properties: str = "") -> str:
    if not line:
        return ""
    own = properties + writing.aligned(line) if style in FILLED else properties
    return writing.paragraph(style, writing.runs(line, face), own)


def _title(block: Title, writing: Writing) -> str:
    h = house_style()
    lines = [
        ("BriefKind", block.kind, h.kind),
        ("BriefBeneath", block.beneath, h.quiet),
        ("Title", block.title, writing.shape.title),
        *(("Subtitle", other, writing.shape.others) for other in block.others),
        ("BriefOccasion", block.occasion, h.occasion),
    ]
    return "".join(_plain(style, line, face, writing) for style, line, face in lines)


def _notice(lines: tuple[Line, ...], writing: Writing) -> str:
    h = house_style()
    last = len(lines) - 1
    made = [
        _plain(f"BriefNotice{'2' if n else ''}", line, h.notice, writing, _KEPT * (n < last))
        for n, line in enumerate(lines)
    ]
    return "".join(made) + docx_tables.GAP * (
        1 if writing.templated else round(writing.shape.after_notice / 13)
    )


def _heading(
    block: Heading, index: int, writing: Writing, numbers: Numbers, *, marked: bool
) -> str:
    h = house_style()
    hang = numbers.hangs[block.level - 1]
    words = writing.runs(block.line, h.heading1 if block.level == 1 else h.heading2)
    counted = numbers.heading(block.number, block.level)
    if counted is None:
        words = (writing.text(block.number) + _TAB if block.number else "") + words
        counted = NO_NUMBER + _hanging(hang if block.number else 0, hang if block.number else 0)
    content = docx_contents.marked(words, index) if marked else words
    return writing.paragraph(f"Heading{block.level}", content, counted)


def _statement(block: Numbered, writing: Writing, numbers: Numbers) -> str:
    label, words = block.label, writing.runs(block.line, house_style().body)
    counted = numbers.statement(label)
    if counted is None:
        words = (writing.text(label, "BriefNumber") + _TAB if label else "") + words
        counted = NO_NUMBER + _hanging(twips(24), twips(24) if label else 0)
    kept = "<w:keepNext/>" if block.leads else ""
    own = kept + counted + writing.aligned(block.line)
    return writing.paragraph("BriefFinding", words, own)


def _hanging(left: int, hanging: int) -> str:
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left}" {first}/>'


def _edge(edge: Edge, brief: Brief, writing: Writing) -> str:
    """Return the part of a head or foot of the pages."""
    head = edge.kind == "header"
    return edge_xml(edge, _head(brief, writing) if head else _foot(edge, brief, writing))


def _head(brief: Brief, writing: Writing) -> str:
    h = house_style()
    strong = stressed(brief.classification, Stress.STRONG)
    content = writing.runs(strong, h.small) + _TAB + writing.runs(brief.version, h.small)
    return writing.paragraph("BriefHead" if brief.template else "Header", content)


def _foot(edge: Edge, brief: Brief, writing: Writing) -> str:
    h = house_style()
    content = writing.runs(brief.footer, h.small) + _TAB + writing.text(brief.mark, "BriefMark")
    if not edge.counts:
        content += _TAB + "".join(_field(part, writing) for part in _parts(brief.page_of))
    return writing.paragraph("BriefFoot" if brief.template else "Footer", content)


def _parts(page_of: str) -> list[str]:
    return [part for part in re.split(r"(\{pages?\})", page_of) if part]


def _field(part: str, writing: Writing) -> str:
    """Return a part of the page number: a field with a cached result, or plain words."""
    name = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(part)
    if not name:
        return writing.text(part)
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
