"""The evidence sheet as a Word file, read back word for word before it takes its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from dialogueprep.domain.briefs.blocks import Paper, Run, Stress
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.atomic import whole_file
from dialogueprep.exchange.docx_marks import NAMESPACES
from dialogueprep.exchange.docx_package import core_xml, package
from dialogueprep.exchange.docx_styles import WORD, styles_xml, twips
from dialogueprep.exchange.docx_text import Writing
from dialogueprep.exchange.house_style import house_style
from dialogueprep.exchange.letter_writer import page_section
from dialogueprep.exchange.readback import body_text

Sheet = tuple[str, Sequence[tuple[str, str]]]
"""What a file is called, and its facts: what was counted, and how much."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAB_AT = twips(190)
_HEAD = '<w:keepNext/><w:spacing w:before="240" w:after="80"/>'
_FACT = (
    f'<w:tabs><w:tab w:val="left" w:pos="{_TAB_AT}"/></w:tabs><w:spacing w:after="40"/>'
    f'<w:ind w:left="{_TAB_AT}" w:hanging="{_TAB_AT}"/>'
)


def evidence_docx(title: str, claim: str, sheets: Sequence[Sheet], language: Language) -> bytes:
    """Return the file: the claim, then for each released file a heading and its facts."""
    writing = Writing(language)

    def said(text: str, stress: Stress = Stress.PLAIN) -> str:
        return writing.runs((Run(text, language, stress),), house_style().body)

    made = [writing.paragraph("Title", said(title)), writing.paragraph("Normal", said(claim))]
    for name, facts in sheets:
        made.append(writing.paragraph("Normal", said(name, Stress.STRONG), _HEAD))
        for fact, value in facts:
            both = f"{said(fact, Stress.QUIET)}<w:r><w:tab/></w:r>{said(_in_lines(value))}"
            made.append(writing.paragraph("Normal", both, _FACT))
    empty = f'xmlns:w="{WORD}"><w:p/>'
    return package(
        {
            "docProps/core.xml": core_xml(title, language),
            "word/document.xml": f"{_XML}<w:document {NAMESPACES}>"
            f"<w:body>{''.join(made)}{page_section(Paper.A4)}</w:body></w:document>",
            "word/styles.xml": styles_xml(language),
            "word/header1.xml": f"{_XML}<w:hdr {empty}</w:hdr>",
            "word/footer1.xml": f"{_XML}<w:ftr {empty}</w:ftr>",
        }
    )


def write_evidence(
    target: Path, title: str, claim: str, sheets: Sequence[Sheet], language: Language
) -> None:
    """Write the sheet whole or not at all. Raises Trouble("cannot-write"), "file-differs"."""
    with whole_file(target) as part:
        part.write_bytes(evidence_docx(title, claim, sheets, language))
        wanted = [" ".join(line.split()) for line in (title, claim, *_lines(sheets))]
        for line, found in zip_longest(wanted, body_text(part), fillvalue=""):
            if line != found:
                raise Trouble("file-differs", name=target.name, place=line or found)


def _lines(sheets: Sequence[Sheet]) -> Iterator[str]:
    for name, facts in sheets:
        yield name
        yield from (f"{fact} {_in_lines(value)}" for fact, value in facts)


def _in_lines(value: str) -> str:
    """Return a value with its digits in two lines, where they are those of a hash."""
    return f"{value[:32]}\n{value[32:]}" if len(value) == 64 and value.isalnum() else value
