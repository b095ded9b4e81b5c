"""A certificate as a PDF, read back word for word before it takes its place."""

from __future__ import annotations

import re
from pathlib import Path

from dialogueprep.domain.certificate import Certificate, Section
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.room_papers import Words
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.atomic import whole_file
from dialogueprep.exchange.house_style import Face, house_style
from dialogueprep.exchange.pdf_canvas import ONE_AT_A_TIME
from dialogueprep.exchange.pdf_sheet import Sheets

_INK, _QUIET = "#1E2226", "#4A5058"
_TITLE = Face(22, 30, True, _INK)
_BODY = Face(10.5, 16, False, _INK)
_HEAD = Face(9.5, 14, True, _QUIET)
_SMALL = Face(9, 13.5, False, _QUIET)
_LEFT, _TOP, _COLUMN, _FOOT = 62.0, 64.0, 190.0, 64.0


def certificate_pdf(it: Certificate, check: str, lang: Language) -> bytes:
    """Return the page; ``check`` is the line at its foot."""
    with ONE_AT_A_TIME:
        page = _Page(Sheets(it.title, lang), lang)
        page.line(it.title, _TITLE, 4)
        page.line(it.said, _BODY, 12)
        for section in it.sections:
            page.section(section)
        page.rule()
        page.line(it.limits, _SMALL, 6)
        page.line(check, _SMALL, 0)
        page.sheets.turn()
        return page.sheets.finished()


def write_certificate(it: Certificate, check: str, lang: Language, target: Path) -> None:
    """Write the page whole or not at all. Raises Trouble("cannot-write"), "file-differs"."""
    from dialogueprep.exchange.readback import read_parts

    with whole_file(target) as part:
        part.write_bytes(certificate_pdf(it, check, lang))
        found = _bare("".join(each.text for each in read_parts(part)))
        for line in (*it.lines(), check):
            if _bare(line) not in found:
                raise Trouble("file-differs", name=target.name, place=line)


def _bare(text: str) -> str:
    return re.sub(r"\s|\u00ad|-", "", text)


class _Page:
    """Where the next line goes; a new page begins where the room ends."""

    def __init__(self, sheets: Sheets, lang: Language) -> None:
        self.sheets, self._y = sheets, _TOP
        self._lang: Language = lang
        self._room = sheets.width - 2 * _LEFT

    def line(self, words: str, face: Face, after: float) -> None:
        self._turn(face.lead * 2)
        said = Words(words, self._lang)
        self._y += self.sheets.words(said, _LEFT, self._y, face, self._room) + after

    def rule(self) -> None:
        self.sheets.line(_LEFT, self._y, _LEFT + self._room, self._y, house_style().rule, 0.6)
        self._y += 10

    def section(self, it: Section) -> None:
        self._turn(60)
        self.rule()
        self.line(it.head, _HEAD, 3)
        for name, value in it.rows:
            self._turn(34)
            left, right = Words(name, self._lang), Words(value, self._lang)
            wide = self._room - _COLUMN
            high = (
                self.sheets.words(left, _LEFT, self._y, _BODY, _COLUMN - 14),
                self.sheets.words(right, _LEFT + _COLUMN, self._y, _BODY, wide),
            )
            self._y += max(high) + 2
        self._y += 10

    def _turn(self, wanted: float) -> None:
        if self._y + wanted > self.sheets.height - _FOOT:
            self.sheets.turn()
            self._y = _TOP
