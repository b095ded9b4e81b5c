"""Automatic numbers of a Word document: headings and numbered statements count themselves.

The tree says which number a line carries. Where counting on gives that number, Word counts;
where it does not, counting begins anew at the number of the tree; what is no plain number
("A", "III") stands as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from dialogueprep.domain.briefs.numbering import heading_number
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.docx_styles import WORD, twips
from dialogueprep.exchange.house_style import house_style
from dialogueprep.exchange.shape import Shape

HEADINGS, FINDINGS = 2, 3
"""The lists that the styles name: headings, and statements numbered 1, 2, 3."""

_LABEL = re.compile(r"([^\d%]{0,8})([1-9][0-9]{0,3})([^\d%]{0,4})")
_MOST = 99
_DECIMAL, _CHINESE, _GANADA = "decimal", "chineseCountingThousand", "ganada"
_FORMS: dict[Language, tuple[tuple[str, str], tuple[str, str]]] = {
    "en": ((_DECIMAL, "%1"), (_DECIMAL, "%1.%2")),
    "zh": ((_CHINESE, "%1、"), (_CHINESE, "（%2）")),
    "ja": ((_DECIMAL, "%1"), (_DECIMAL, "(%2)")),
    "ko": ((_DECIMAL, "%1."), (_GANADA, "%2.")),
}
"""How Word counts headings as `heading_number` writes them; wide signs need no gap after them."""


@dataclass(slots=True)
class _List:
    """A list that counts: its definition, the instance in use and the last number given."""

    abstract: int
    instance: int
    last: int = 0


@dataclass(slots=True)
class Numbers:
    """Counts as Word will, and tells for each line which properties give it its number."""

    _headings: tuple[int, int] = (0, 0)
    _heading_list: int = HEADINGS
    _lists: dict[tuple[str, str], _List] = field(
        default_factory=lambda: {("", ""): _List(2, FINDINGS)}
    )
    _added: list[str] = field(default_factory=list[str])
    _instances: list[str] = field(default_factory=list[str])
    _next: int = 5
    accent: str = ""
    language: Language = "en"
    hangs: tuple[int, int] = Shape().hangs

    def heading(self, number: str, level: int) -> str | None:
        """Return the properties with which a heading counts itself as ``number``; None when its
        number has to stand as words."""
        found = self._read(number, level)
        if found is None:
            return None
        first, second = found
        counted = (self._headings[0], self._headings[1] + 1) if second else (self._headings[0] + 1,)
        if counted != (first, second)[: len(counted)]:
            self._heading_list = self._instance(1, level - 1, second or first)
        self._headings = (first, second)
        return "" if self._heading_list == HEADINGS else _used(self._heading_list, level - 1)

    def _read(self, number: str, level: int) -> tuple[int, int] | None:
        """Return what a number says, for a heading of the second level beneath the last one."""
        last = self._headings[0]
        for n in range(1, _MOST + 1):
            said = (n, 0) if level == 1 else (last, n)
            if said[0] and heading_number(self.language, *said) == number:
                return said
        return None

    def statement(self, label: str) -> str | None:
        """Return the properties with which a statement counts itself as ``label``, or None."""
        found = _LABEL.fullmatch(label)
        if not found:
            return None
        kind, number = (found[1], found[3]), int(found[2])
        counted = self._lists.get(kind) or self._new_list(kind)
        if number != counted.last + 1:
            counted.instance = self._instance(counted.abstract, 0, number)
        counted.last = number
        return "" if counted.instance == FINDINGS else _used(counted.instance, 0)

    def xml(self) -> str:
        """Return the part that defines all lists."""
        fixed = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2, 3, 4)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:numbering xmlns:w="{WORD}">{_bullets()}{_headings(self.language, self.hangs)}'
            f"{_statements(2, '', '', self.accent)}{_nothing()}"
            f"{''.join(self._added)}{fixed}{''.join(self._instances)}</w:numbering>"
        )

    def _new_list(self, kind: tuple[str, str]) -> _List:
        abstract = 4 + len(self._added)
        self._added.append(_statements(abstract, *kind, self.accent))
        made = _List(abstract, self._next)
        self._instances.append(_instance(self._next, abstract, ""))
        self._next += 1
        self._lists[kind] = made
        return made

    def _instance(self, abstract: int, level: int, start: int) -> int:
        number = self._next
        begun = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        self._instances.append(_instance(number, abstract, begun))
        self._next += 1
        return number


NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
"""The property of a line that its style would number and that is not numbered."""


def _used(instance: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def _instance(number: int, abstract: int, more: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def _bullets() -> str:
    return _abstract(0, "singleLevel", _level(0, "bullet", "ListBullet", "•", 280, 220, ""))


def _nothing() -> str:
    kind = '<w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
    text = '<w:lvlText w:val=""/><w:lvlJc w:val="left"/>'
    return _abstract(3, "singleLevel", f'<w:lvl w:ilvl="0">{kind}{text}</w:lvl>')


def _headings(language: Language, hangs: tuple[int, int]) -> str:
    levels = (
        _level(n, kind, f"Heading{n + 1}", text, hangs[n], hangs[n], "")
        for n, (kind, text) in enumerate(_FORMS[language])
    )
    return _abstract(1, "multilevel", "".join(levels))


def _statements(abstract: int, before: str, after: str, accent: str) -> str:
    ink = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{(accent or house_style().accent)[1:]}"/></w:rPr>'
    style = "BriefFinding" if not before and not after else ""
    hang = twips(24)
    return _abstract(
        abstract,
        "singleLevel",
        _level(0, "decimal", style, f"{before}%1{after}", hang, hang, ink),
    )


def _abstract(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(n: int, kind: str, style: str, text: str, left: int, hanging: int, ink: str) -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    styled += '<w:suff w:val="nothing"/>' if kind == _CHINESE else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{styled}'
        f'<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{ink}</w:lvl>'
    )
