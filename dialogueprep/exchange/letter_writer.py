"""Letters as Word documents: plain paragraphs in the house's type, one letter a page or a file.

The file holds the parts that every Word file of this program holds, and nothing about who made
it or when.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.briefs.blocks import Paper, Run
from dialogueprep.domain.letters import Letter
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.docx_marks import NAMESPACES
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import WORD, styles_xml, twips
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.house_style import house_style, left_of, paper_size

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAB_AT = twips(84)
_STOP = f'<w:tabs><w:tab w:val="left" w:pos="{_TAB_AT}"/></w:tabs>'
_HANGING = f'<w:ind w:left="{_TAB_AT}" w:hanging="{_TAB_AT}"/>'
_CLOSE = '<w:spacing w:after="40"/>'  # between rows; what follows the last one stands apart
_TAB = "<w:r><w:tab/></w:r>"
_NEW_PAGE = "<w:pageBreakBefore/>"
_SIDE, _TOP = 78.0, 84.0  # points


def letters_docx(letters: Sequence[Letter], title: str, paper: Paper = Paper.A4) -> bytes:
    """Return a Word file with these letters, each on a page of its own.

    ``title`` stands in the properties of the file. The language of the first letter is that of
    the file; the others are marked in theirs.
    """
    language = letters[0].language if letters else "en"
    body = "".join(_letter(each, fresh=n > 0) for n, each in enumerate(letters))
    empty = f'xmlns:w="{WORD}"><w:p/>'
    return package(
        {
            "docProps/core.xml": core_xml(title, language),
            "word/document.xml": f"{_XML}<w:document {NAMESPACES}>"
            f"<w:body>{body}{page_section(paper)}</w:body></w:document>",
            "word/styles.xml": styles_xml(language),
            "word/header1.xml": f"{_XML}<w:hdr {empty}</w:hdr>",
            "word/footer1.xml": f"{_XML}<w:ftr {empty}</w:ftr>",
        }
    )


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a letter: parted by empty lines, rows with a tab by themselves."""
    made: list[str] = []
    for block in text.split("\n\n"):
        lines: list[str] = []
        for line in block.split("\n"):
            if "\t" in line:
                made += ["\n".join(lines)] * bool(lines)
                made.append(line)
                lines = []
            else:
                lines.append(line)
        made += ["\n".join(lines)] * bool(lines)
    return made


def _letter(letter: Letter, *, fresh: bool) -> str:
    writing = Writing(letter.language)
    texts = paragraphs(letter.text)
    made: list[str] = []
    for n, (text, following) in enumerate(zip(texts, [*texts[1:], ""], strict=True)):
        properties = _NEW_PAGE if fresh and n == 0 else ""
        if "\t" in text:
            properties += _STOP + (_CLOSE if "\t" in following else "") + _HANGING
        made.append(_paragraph(text, letter.language, writing, properties))
    return "".join(made)


def _paragraph(text: str, language: Language, writing: Writing, properties: str) -> str:
    parts = text.split("\t")
    runs = [writing.runs((Run(p, language),), house_style().body) if p else "" for p in parts]
    return writing.paragraph("Normal", _TAB.join(runs), properties)


def page_section(paper: Paper) -> str:
    """Return the pages of a letter: their size and margins, one head and one foot."""
    width, height = (twips(side) for side in paper_size(paper))
    side, top = twips(_SIDE + left_of(paper) - left_of(Paper.A4)), twips(_TOP)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{side}" '
        f'w:bottom="{top}" w:left="{side}" w:header="{twips(30)}" w:footer="{twips(28)}" '
        'w:gutter="0"/></w:sectPr>'
    )
