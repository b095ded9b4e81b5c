"""Letters as Word documents: plain paragraphs in the house's type, one letter a page or a file.

The file holds the parts that every Word file of this program holds, and nothing about who made
it or when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogueprep.domain.briefs.blocks import Run
from dialogueprep.domain.letters import Letter
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.docx_marks import NAMESPACES
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import WORD, styles_xml, twips
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.house_style import PAGE, house_style

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAB_AT = twips(84)
_ROW = (
    f'<w:tabs><w:tab w:val="left" w:pos="{_TAB_AT}"/></w:tabs><w:spacing w:after="40"/>'
    f'<w:ind w:left="{_TAB_AT}" w:hanging="{_TAB_AT}"/>'
)
_TAB = "<w:r><w:tab/></w:r>"
_NEW_PAGE = "<w:pageBreakBefore/>"
_SIDE, _TOP = 78.0, 84.0  # points


def letters_docx(letters: Sequence[Letter], title: str) -> bytes:
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
            f"<w:body>{body}{_section()}</w:body></w:document>",
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
    made: list[str] = []
    for n, text in enumerate(paragraphs(letter.text)):
        before = _NEW_PAGE if fresh and n == 0 else ""
        made.append(_paragraph(text, letter.language, writing, before))
    return "".join(made)


def _paragraph(text: str, language: Language, writing: Writing, before: str) -> str:
    parts = text.split("\t")
    runs = [writing.runs((Run(p, language),), house_style().body) if p else "" for p in parts]
    return writing.paragraph("Normal", _TAB.join(runs), before + (_ROW if len(parts) > 1 else ""))


def _section() -> str:
    width, height = (twips(side) for side in PAGE)
    side, top = twips(_SIDE), twips(_TOP)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{side}" '
        f'w:bottom="{top}" w:left="{side}" w:header="{twips(30)}" w:footer="{twips(28)}" '
        'w:gutter="0"/></w:sectPr>'
    )


def words_in(letters: Iterable[Letter]) -> str:
    """Return all words of letters as they are read back from a file."""
    return " ".join(" ".join(each.text.split()) for each in letters)
