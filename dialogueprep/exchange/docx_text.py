"""Runs of a Word document: language, font of the wide characters, weight; and the paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from dialogueprep.domain.briefs.blocks import Line, Named, Run, Stress, plain
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.docx_styles import half_points
from dialogueprep.exchange.house_style import (
    CJK_SCALE,
    LOCALES,
    OFFICE_FONTS,
    Face,
    by_script,
    house_style,
    printed,
    wide_language,
)
from dialogueprep.exchange.pdf_breaking import ideographic
from dialogueprep.exchange.shape import Shape

_STRESS = {
    Stress.STRONG: "Strong",
    Stress.QUIET: "BriefQuiet",
    Stress.ON_RECORD: "BriefOnRecord",
    Stress.RULE: "BriefRule",
    Stress.NO_QUOTATION: "BriefNoQuotation",
}

COUNTS_TABLES = " SEQ Table \\* ARABIC "
"""The code of the field that numbers a caption."""


class Writing:
    """Writes runs and paragraphs for a document in one language."""

    def __init__(
        self,
        language: Language,
        width: float | None = None,
        *,
        templated: bool = False,
        shape: Shape | None = None,
    ) -> None:
        self.language: Language = language
        self.width = width or house_style().text_width
        self.templated = templated
        self.shape = shape or Shape()
        self._wide: Language = language if language != "en" else "zh"
        self._tables = 0

    def runs(self, line: Line, face: Face) -> str:
        """Return the runs of a line; ``face`` tells how large its wide characters stand."""
        small = _is_latin(line)
        return "".join(self._run(run, face, small) for run in line)

    def caption(self, line: Line, face: Face) -> str:
        """Return the runs of a caption of a table; its number is a field that counts tables."""
        number = _NUMBER.search("".join(run.text for run in line))
        if not number:
            return self.runs(line, face)
        self._tables += 1
        counts = int(number[0]) == self._tables
        code = COUNTS_TABLES if counts else f"{COUNTS_TABLES}\\r {number[0]} "
        self._tables = int(number[0])
        before, counted, after = _parted(line, *number.span())
        field = f'<w:fldSimple w:instr="{code}">'
        return (
            f"{self.runs(before, face)}{field}{self.runs(counted, face)}</w:fldSimple>"
            f"{self.runs(after, face)}"
        )

    def paragraph(self, style: str, content: str, properties: str = "") -> str:
        """Return a paragraph of runs in a style; ``properties`` are further ones of its own."""
        named = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
        own = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
        return f"<w:p>{own}{content}</w:p>"

    def aligned(self, line: Line) -> str:
        """Return the property that keeps a line of Latin words from being spread where the lines
        of running text are filled."""
        text = plain(line)
        latin = sum(map(ideographic, text)) * 2 < len(text)
        return '<w:jc w:val="left"/>' if self.shape.filled and not self.templated and latin else ""

    def text(self, text: str, style: str = "") -> str:
        """Return a plain text in the document's language as runs in a character style."""
        return self._pieces(printed(text), self.language, style, None)

    def _run(self, run: Run | Named, face: Face, small: bool) -> str:
        style = _STRESS.get(run.stress, "") if isinstance(run, Run) else ""
        size = half_points(face.size * CJK_SCALE) if small else None
        return self._pieces(printed(run.text), run.language, style, size)

    def _pieces(self, text: str, language: Language, style: str, size: int | None) -> str:
        styled = f'<w:rStyle w:val="{style}"/>' if style else ""
        made: list[str] = []
        for wide, piece in by_script(text, language):
            rest = self._of_wide(wide_language(piece, language), size) if wide else ("", "")
            upright = _UPRIGHT if wide and self.templated else ""
            inside = f"{styled}{rest[0]}{upright}{rest[1]}"
            properties = f"<w:rPr>{inside}</w:rPr>" if inside else ""
            made.append(f"<w:r>{properties}{_words(piece)}</w:r>")
        return "".join(made)

    def _of_wide(self, language: Language, size: int | None) -> tuple[str, str]:
        """Return font and (size, language) of a wide piece, as far as the styles differ."""
        other = language != self._wide
        font = f'w:eastAsia="{OFFICE_FONTS[language]}" ' if other else ""
        sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
        locale = f'<w:lang w:eastAsia="{LOCALES[language]}"/>' if other else ""
        return f'<w:rFonts {font}w:hint="eastAsia"/>', sized + locale


_UPRIGHT = '<w:i w:val="0"/><w:iCs w:val="0"/>'  # wide characters have no italics
_NUMBER = re.compile("[0-9]{1,4}")


def _parted(line: Line, start: int, end: int) -> tuple[Line, Line, Line]:
    """Return the runs of a line before, between and after two places in its text."""

    def cut(a: int, b: int) -> Line:
        at, kept = 0, list[Run | Named]()
        for run in line:
            part = run.text[max(a - at, 0) : max(b - at, 0)]
            kept += [replace(run, text=part)] if part else []
            at += len(run.text)
        return tuple(kept)

    return cut(0, start), cut(start, end), cut(end, 1_000_000)


def _is_latin(line: Line) -> bool:
    """Return whether wide characters stand within Latin words here."""
    if not line or line[0].language != "en":
        return False
    text = "".join(run.text for run in line)
    return any(
        not wide and any(c.isalpha() for c in piece) for wide, piece in by_script(text, "en")
    )


def _words(piece: str) -> str:
    lines = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in piece.split("\n")]
    return "<w:br/>".join(lines)


def attribute(text: str) -> str:
    """Return a text as a quoted attribute of an XML element."""
    return quoteattr(printed(text).replace("\n", " "))
