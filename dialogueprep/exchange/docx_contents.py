"""The table of contents of a Word document: a field that Word renews, its entries written out.

The entries are links to bookmarks at the headings; the page numbers are those of the PDF, whose
measures are the same, until Word or LibreOffice counts its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from dialogueprep.domain.briefs.blocks import Brief, Contents, Heading, headings_of
from dialogueprep.exchange.docx_numbers import NO_NUMBER
from dialogueprep.exchange.docx_styles import entry_indent, entry_tabs, twips
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.house_style import contents_hangs, house_style

CODE = ' TOC \\o "1-2" \\h \\z \\u '
"""The code of the field: two levels, with links."""
_TAB = "<w:r><w:tab/></w:r>"
_PLAIN = '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'


def bookmark_of(block: int) -> str:
    """Return the name of the bookmark at the heading of a block."""
    return f"_Toc{block:06d}"


def marked(content: str, block: int) -> str:
    """Return the content of a heading between the marks of its bookmark."""
    return (
        f'<w:bookmarkStart w:id="{block}" w:name="{bookmark_of(block)}"/>{content}'
        f'<w:bookmarkEnd w:id="{block}"/>'
    )


def contents(block: Contents, brief: Brief, pages: Mapping[int, int], writing: Writing) -> str:
    """Return the contents: the title and the field with an entry for each heading."""
    words = writing.runs(block.line, house_style().heading1)
    title = writing.paragraph(
        "TOCHeading", words, f'{NO_NUMBER}<w:ind w:left="0" w:firstLine="0"/>'
    )
    found = headings_of(brief)
    if not found:
        return title
    entries = [_entry(index, heading, pages.get(index, 1), writing) for index, heading in found]
    entries[0] = _begin(CODE, old=writing.templated) + entries[0]
    entries[-1] += _END
    lines = (
        writing.paragraph(f"TOC{heading.level}", entry, _own(heading, writing))
        for entry, (_, heading) in zip(entries, found, strict=True)
    )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{title}{''.join(lines)}"
        "</w:sdtContent></w:sdt>"
    )


def _own(heading: Heading, writing: Writing) -> str:
    """Return the tabs and indent of an entry where a template's style may have others, and of one
    without a number: its page would stand at the tab that follows numbers."""
    language, level, width = writing.language, heading.level, twips(writing.width)
    if not heading.number:
        return _unnumbered(contents_hangs(language), level, width)
    if not writing.templated:
        return ""
    return entry_tabs(language, level, width) + entry_indent(language, level)


def _unnumbered(hangs: tuple[float, float], level: int, width: int) -> str:
    """Return the tab before the page, and the indent of words that hang nowhere."""
    left = twips(sum(hangs[: level - 1]))
    gone = f'<w:tab w:val="clear" w:pos="{twips(sum(hangs[:level]))}"/>'
    page = f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
    return f'<w:tabs>{gone}{page}</w:tabs><w:ind w:left="{left}" w:firstLine="0"/>'


def _begin(code: str, *, old: bool = False) -> str:
    """Return the begin of a field; ``old`` asks Word to renew it, where pages are not ours."""
    dirty = ' w:dirty="true"' if old else ""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
    held = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return f'{begin}{held}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _entry(index: int, heading: Heading, page: int, writing: Writing) -> str:
    name = bookmark_of(index)
    number = writing.text(heading.number) + _TAB if heading.number else ""
    words = writing.runs(heading.line, house_style().body)
    counted = f"{_begin(f' PAGEREF {name} ')}<w:r>{_PLAIN}<w:t>{page}</w:t></w:r>{_END}"
    led = f"<w:r>{_PLAIN}<w:tab/></w:r>{counted}"
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{number}{words}{led}</w:hyperlink>'
