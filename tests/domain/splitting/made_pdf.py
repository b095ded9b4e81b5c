"""A PDF of a marked report: one, two or three columns, running heads, notes, broken words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from marked_reports import Marked

from dialogueprep import paths

_WIDTH, _HEIGHT, _MARGIN, _GAP = 595, 842, 56, 20
_FAMILY = {"en": "SourceSans3", "zh": "NotoSansSC", "ja": "NotoSansJP", "ko": "NotoSansKR"}
_NO_START = "。、，．」）！？；："
_SYLLABLE = re.compile(
    r"(?<=[aeiou][bcdfglmnprst])(?=[bcdfgklmnprst][aeiou])|"
    r"(?<=[aeiou])(?=(?:tion|ment|ing|ble|ter|ness)\b)"
)


def make_pdf(path: Path, report: Marked, blocks: Iterable[tuple[str, str, str]]) -> None:
    """Write the blocks of a report as a PDF."""
    setter = _Setter(path, report)
    for kind, text, note in blocks:
        setter.block(kind, text, note)
    setter.canvas.save()


class _Setter:
    """Sets lines into columns, from page to page."""

    def __init__(self, path: Path, report: Marked) -> None:
        from reportlab.pdfgen import canvas

        self.canvas: Any = canvas.Canvas(str(path), pagesize=(_WIDTH, _HEIGHT), invariant=1)
        self._report = report
        self._family = family_of(report.language)
        self._columns = int(report.about["columns"])
        self._wide = (_WIDTH - 2 * _MARGIN - _GAP * (self._columns - 1)) / self._columns
        self._size = 10 if self._columns < 3 else 9
        self._page = self._column = self._points = self._notes = 0
        self._top = self._y = 0.0
        self._begun = False
        self._new_page()

    def block(self, kind: str, text: str, note: str) -> None:
        """Set a block, and the note on it at the foot of the column."""
        if kind in ("#", "!"):
            self._across(text, 18 if kind == "#" else 9, strong=kind == "#")
            return
        if not self._begun:
            self._y = self._top = self._top - 12
            self._begun = True
        if kind.startswith("#"):
            self._set(text, self._size + 4 - len(kind), before=8, strong=True)
            return
        self._points += kind == "+"
        self._notes += bool(note)
        mark = {"-": "• ", "+": f"{self._points}. "}.get(kind, "")
        self._set(mark + text + (f" {self._notes}" if note else ""), self._size, before=4)
        if note:
            self._note(f"{self._notes} {note}")

    def _new_page(self) -> None:
        if self._page:
            self.canvas.showPage()
        self._page, self._column = self._page + 1, 0
        self.canvas.setFont(f"{self._family}-Regular", 8)
        about = self._report.about
        number = f" {self._page}" if about["head"].endswith("Page") else ""
        self.canvas.drawString(_MARGIN, _HEIGHT - 34, about["head"] + number)
        self.canvas.drawString(_MARGIN, 26, about["foot"])
        at_foot = str(self._page) if self._page % 2 else f"- {self._page} -"
        self.canvas.drawCentredString(_WIDTH / 2, 26, at_foot)
        self._top = self._y = _HEIGHT - 70

    def _across(self, text: str, size: float, *, strong: bool) -> None:
        for line in self._lines(text, size, _WIDTH - 2 * _MARGIN, strong=strong):
            self._draw(_MARGIN, self._y, line, size, strong=strong)
            self._y -= size * 1.4
        self._top = self._y

    def _set(self, text: str, size: float, *, before: float, strong: bool = False) -> None:
        self._y -= before
        for line in self._lines(text, size, self._wide, strong=strong):
            if self._y - size * 1.4 < 120:
                self._next_column()
            self._draw(self._left(), self._y, line, size, strong=strong)
            self._y -= size * 1.4

    def _next_column(self) -> None:
        self._column += 1
        if self._column >= self._columns:
            self._new_page()
        else:
            self._y = self._top

    def _left(self) -> float:
        return _MARGIN + self._column * (self._wide + _GAP)

    def _note(self, text: str) -> None:
        y = 100.0
        for line in self._lines(text, 7, self._wide, strong=False):
            self._draw(self._left(), y, line, 7, strong=False)
            y -= 9

    def _draw(self, x: float, y: float, line: str, size: float, *, strong: bool) -> None:
        self.canvas.setFont(f"{self._family}-{'Bold' if strong else 'Regular'}", size)
        self.canvas.drawString(x, y, line)

    def _lines(self, text: str, size: float, width: float, *, strong: bool) -> list[str]:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        name = f"{self._family}-{'Bold' if strong else 'Regular'}"

        def fits(line: str) -> bool:
            return stringWidth(line, name, size) <= width

        if self._report.language in ("zh", "ja"):
            return _by_character(text, fits)
        return _by_word(text, fits, breaks_words=self._report.language == "en")


def family_of(language: str) -> str:
    """Return the name under which the font of a language is known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    family = _FAMILY[language]
    folder = paths.resources() / "fonts"
    for weight in ("Regular", "Bold"):
        if f"made {family}-{weight}" not in pdfmetrics.getRegisteredFontNames():
            font = TTFont(f"made {family}-{weight}", str(folder / f"{family}-{weight}.ttf"))
            # Else the program's own font of the same face would be taken for this one.
            font.face.name = b"Made" + font.face.name
            pdfmetrics.registerFont(font)
    return f"made {family}"


def _by_character(text: str, fits: Any) -> list[str]:
    lines = [""]
    for c in text:
        if not fits(lines[-1] + c) and c not in _NO_START:
            lines.append("")
        lines[-1] += c
    return lines


def _by_word(text: str, fits: Any, *, breaks_words: bool) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if fits(f"{lines[-1]} {word}".strip()):
            lines[-1] = f"{lines[-1]} {word}".strip()
            continue
        head, tail = _broken(lines[-1], word, fits) if breaks_words else ("", word)
        lines[-1] = f"{lines[-1]} {head}".strip()
        lines.append(tail)
    return lines


def _broken(line: str, word: str, fits: Any) -> tuple[str, str]:
    """Return a word in two at the last syllable that fits: "regu-", "lation"."""
    for found in reversed(list(_SYLLABLE.finditer(word))):
        head, tail = word[: found.start()], word[found.start() :]
        if min(len(head), len(tail)) > 2 and fits(f"{line} {head}-".strip()):
            return f"{head}-", tail
    return "", word
