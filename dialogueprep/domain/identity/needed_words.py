"""What a pattern cannot do without: words of which one stands in every match, and how it begins.

A text that holds none of them need not be looked through. Reads the patterns of the shipped
tables: letters, classes, groups, lookarounds and quantifiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_LITERAL = re.compile(r"[a-z]{4,}|[^\x00-\x7f]{2,}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_OPENS = re.compile(r"\((?:\?(?::|<?[=!]))?")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(\d*)(?:,\d*)?\})[?+]?")
_NO_LETTER = frozenset(".^$")
_SIGNS = _NO_LETTER | frozenset("([\\")  # all others stand for themselves
_ENDS = frozenset({"", "|", ")"})
_QUANTIFIES = frozenset("?*+{")
_ANY = r"\s\S"
_Begins = tuple[str, ...]
_FIRST = 2
_EMPTY: frozenset[_Begins] = frozenset({()})
_SOMETHING: frozenset[_Begins] = frozenset({(_ANY,)})
_OFTEN = 8  # a word that stands in most of such texts is worth as much as so many others
_EVERYWHERE = frozenset({
    "participant", "speaker", "delegate", "expert", "scholar", "official", "person", "researcher",
    "presentation", "statement", "remarks", "paper", "this", "that", "with",
    "与会者", "发言者", "发言人", "专家", "学者", "代表", "官员", "发言", "报告",
    "参加者", "専门家", "专门家", "研究者", "発言", "発表", "发表",
    "참가자", "참석자", "발언자", "전문가", "학자", "인사", "발언", "발표",
})  # fmt: skip


def needed(pattern: str) -> frozenset[str]:
    """Return words of which every match of a pattern holds one, as few and as rare as may be.

    They have four letters or more, or two characters; there are none where the pattern needs none.
    """
    return _Reader(pattern).either() or frozenset()


def beginnings(pattern: str) -> str:
    """Return a class of letters with one of which every match of a pattern begins."""
    firsts = {begins[:1] for begins in _Firsts(pattern).either()}
    return f"[{_class_of(firsts)}]"


def first_two(pattern: str) -> str:
    """Return a pattern of two letters, or of one, with which every match of a pattern begins."""
    seconds: dict[str, set[_Begins]] = {}
    for begins in _Firsts(pattern).either():
        first = begins[0] if begins else _ANY
        seconds.setdefault(first, set()).add(begins[1:])
    grouped: dict[str, list[str]] = {}
    for first, behind in seconds.items():
        grouped.setdefault(_class_of(behind), []).append(first)
    ways = (
        f"[{''.join(sorted(firsts))}]" + ("" if behind == _ANY else f"[{behind}]")
        for behind, firsts in sorted(grouped.items())
    )
    return f"(?:{'|'.join(ways)})"


def _class_of(begins: Iterable[_Begins]) -> str:
    """Return the letters of a class, of beginnings of one letter each: any where one has none."""
    letters = {each[0] if each else _ANY for each in begins}
    return _ANY if _ANY in letters else "".join(sorted(letters))


class _Pattern:
    """A pattern that is read from its beginning to its end, once."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0

    def _goes_on(self) -> bool:
        return self._text[self._at : self._at + 1] not in _ENDS

    def _is_another(self) -> bool:
        """Return whether another one of several follows, and stand before it."""
        another = self._text[self._at : self._at + 1] == "|"
        self._at += another
        return another

    def _least(self) -> int | None:
        """Return how often the last part stands at least, None where nothing says so."""
        quantified = self._text[self._at : self._at + 1] in _QUANTIFIES
        found = _QUANTIFIER.match(self._text, self._at) if quantified else None
        if not found:
            return None
        self._at = found.end()
        if found.group()[0] == "{":
            return int(found.group(1) or 0)
        return int(found.group()[0] == "+")


class _Reader(_Pattern):
    """Reads which words are needed."""

    def either(self) -> frozenset[str] | None:
        """Return what one of several must hold; None if one of them needs nothing."""
        found: frozenset[str] = frozenset()
        enough = True
        while True:
            words = self._sequence()
            enough = enough and words is not None
            found |= words or frozenset()
            if not self._is_another():
                return found if enough else None

    def _sequence(self) -> frozenset[str] | None:
        """Return the cheapest of what things one behind the other need."""
        found: list[frozenset[str]] = []
        run = ""
        while self._goes_on():
            part = self._part()
            least = self._least()
            if isinstance(part, str) and least is None:
                run += part
                continue
            if isinstance(part, frozenset) and least != 0:
                found.append(part)
            found += _words_of(run)
            run = ""
        found += _words_of(run)
        return min(found, key=_cost, default=None)

    def _part(self) -> str | frozenset[str] | None:
        """Return a letter, what a group needs, or None for what may be anything."""
        text, at = self._text, self._at
        if text[at] not in _SIGNS:
            self._at += 1
            return text[at]
        if opens := _OPENS.match(text, at):
            self._at = opens.end()
            within = self.either()
            self._at += 1
            return None if opens.group().endswith(("=", "!")) else within
        if found := _CLASS.match(text, at):
            self._at = found.end()
            return None
        self._at += 2 if text[at] == "\\" else 1
        return None if text[at] == "\\" or text[at] in _NO_LETTER else text[at]


class _Firsts(_Pattern):
    """Reads what a pattern begins with: the first two letters, each as a class of letters has it.

    What is shorter may end there, and then anything may follow.
    """

    def either(self) -> frozenset[_Begins]:
        """Return what one of several begins with."""
        found = self._sequence()
        while self._is_another():
            found |= self._sequence()
        return found

    def _sequence(self) -> frozenset[_Begins]:
        found = _EMPTY
        while self._goes_on():
            part, at = self._part(), self._at
            least = self._least()
            if all(len(begins) == _FIRST for begins in found):
                continue
            if least is not None and self._text[at] != "?":
                part |= _joined(part, part)
            found = _joined(found, part | _EMPTY if least == 0 else part)
        return found

    def _part(self) -> frozenset[_Begins]:
        text, at = self._text, self._at
        if text[at] not in _SIGNS:
            self._at += 1
            return _one(text[at])
        if opens := _OPENS.match(text, at):
            self._at = opens.end()
            within = self.either()
            self._at += 1
            return _EMPTY if opens.group().endswith(("=", "!")) else within
        if found := _CLASS.match(text, at):
            self._at = found.end()
            letters = found.group()[1:-1]
            return frozenset({(_ANY if letters[0] == "^" else letters,)})
        self._at += 2 if text[at] == "\\" else 1
        sign = text[at + 1] if text[at] == "\\" else ""
        return _one(sign) if sign and not sign.isalnum() else _SOMETHING


@cache
def _one(letter: str) -> frozenset[_Begins]:
    return frozenset({(re.escape(letter),)})


def _joined(before: frozenset[_Begins], behind: frozenset[_Begins]) -> frozenset[_Begins]:
    """Return how one thing behind another begins."""
    whole = {begins for begins in before if len(begins) == _FIRST}
    ends = (begins for begins in before if len(begins) < _FIRST)
    return frozenset(whole | {(*end, *begins)[:_FIRST] for end in ends for begins in behind})


def _words_of(run: str) -> list[frozenset[str]]:
    return [frozenset({word}) for word in _LITERAL.findall(run)]


def _cost(words: frozenset[str]) -> int:
    return sum(_OFTEN if word in _EVERYWHERE else 1 for word in words)
