"""The words of fields of Word: of their codes, of what they draw, and of fields in one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_DEEPEST = 20
"""Fields in one another are read to this depth."""
FIELD_ENDS = frozenset({"begin", "separate", "end"})
_DRAWN_FIELD = re.compile(r"\b(?:EQ|SYMBOL|QUOTE(?=\s+\d))\b")
_BY_NUMBER = re.compile(
    r"\b(?:SYMBOL|QUOTE)((?:\s+(?:0x[0-9A-Fa-f]{1,6}|\d{1,7}))+)"
    r"(?:\s*\\\w+(?:\s+(?:\"[^\"]*\"|\d+))?)*\s*"
)
_READING = re.compile(r"\\o\\a[a-z]\s*\(\\s\\[a-z]+\s*(?:\d+\s*)?\([^()]*\)\s*[,;]([^()]*)\)")
_DRAWN_CODES = re.compile(r'\\\*\s*(?:"[^"]*"|\w+)|\\[a-z]+\s*\d*|[(),;\s]')
_BUTTON = re.compile(r"^\s*(?:MACRO|GOTO)BUTTON\s+\S+\s+(.*)$", re.DOTALL)
"""A field that shows the words behind the name of a macro or a mark (ECMA-376, 17.16.5.34)."""
_SHOWN = re.compile(r"^\s*(?:QUOTE|IF)\b")
_CALLED = re.compile(r'^\s*[A-Z]{2,}\b|["\u201c\u201d]')
"""What a field is called, and quotation marks around its words."""
_Piece = tuple[frozenset[str], str]


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code, and its result once that has begun."""

    code: list[str] = field(default_factory=list[str])
    result: list[str] = field(default_factory=list[str])
    shows: bool = False

    def add(self, words: str) -> None:
        (self.result if self.shows else self.code).append(words)

    def said(self) -> str:
        """Return what the field shows: its result, or without one what its code would."""
        return "".join(self.result) if self.shows else words_of_code("".join(self.code))


def words_of_fields(pieces: Sequence[_Piece]) -> Iterator[str]:
    """Yield the words of the fields of a paragraph: their codes as one, without what the fields
    are called; each code with the results of the fields that stand in it (ECMA-376, 17.16.18);
    and the paragraph with what fields show that keep no result."""
    codes = [text for marks, text in pieces if "field" in marks]
    if not codes:
        return
    if len(codes) > 1:
        yield "".join(_bare(code) for code in codes)
    if _DRAWN_FIELD.search("".join(codes)):
        yield _as_drawn(pieces)
    yield from _nested(pieces)


def _bare(code: str) -> str:
    return _CALLED.sub("", code).strip()


def _nested(pieces: Sequence[_Piece]) -> Iterator[str]:
    within = [_Field(shows=True)]
    for marks, text in _not_too_deep(pieces):
        if "begin" in marks:
            within.append(_Field())
        elif "separate" in marks:
            within[-1].shows = True
        elif "end" in marks and len(within) > 1:
            yield _bare("".join(within[-1].code))
            words = within.pop().said()
            within[-1].add(words)
        elif "deleted" not in marks:
            within[-1].add(text)
    while len(within) > 1:
        words = within.pop().said()
        within[-1].add(words)
    yield within[0].said()


def _not_too_deep(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces without where fields begin and end that stand in too many others."""
    depth = 0
    for marks, text in pieces:
        depth += "begin" in marks
        if depth <= _DEEPEST or marks.isdisjoint(FIELD_ENDS):
            yield marks, text
        depth = max(0, depth - ("end" in marks))


def _as_drawn(pieces: Sequence[_Piece]) -> str:
    """Return a paragraph with what its fields draw, in the place of each code."""
    drawn, code = "", ""
    for marks, text in (*pieces, (frozenset[str](), "")):
        if "field" in marks:
            code += "" if "deleted" in marks else text
            continue
        drawn += words_of_code(code) if _DRAWN_FIELD.search(code) else ""
        drawn, code = drawn + ("" if "deleted" in marks else text), ""
    return drawn


def words_of_code(code: str) -> str:
    """Return what the code of a field shows that keeps no result: what it draws, or the words of a
    quotation; "" for any other."""
    return drawn_by(code) or (_bare(code) if _SHOWN.match(code) else "")


def drawn_by(code: str) -> str:
    """Return what the code of a field draws: letters by number, letters with their reading above
    them or in a ring (EQ), the words of a button; "" for any other."""
    if _BY_NUMBER.search(code):
        return _BY_NUMBER.sub(_letters, code).strip()
    if _DRAWN_FIELD.search(code):
        return _DRAWN_CODES.sub("", _READING.sub(r"\1", _DRAWN_FIELD.sub("", code)))
    button = _BUTTON.match(code)
    return button[1].strip() if button else ""


def _letters(code: re.Match[str]) -> str:
    numbers = (int(each, 0) if each[:2] == "0x" else int(each) for each in code[1].split())
    return "".join(chr(n) for n in numbers if n < 0x110000 and not 0xD800 <= n < 0xE000)
