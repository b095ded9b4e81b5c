"""What a pattern cannot do without: words of which one stands in every match.

A text that holds none of them need not be looked through. Reads the patterns of the shipped
tables: letters, classes, groups, lookarounds and quantifiers.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("reading", "needed_words")

_LITERAL = re.compile(r"[a-z]{4,}|[^\x00-\x7f]{2,}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_TOKEN = re.compile(r"(?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[()|])+|[()|]", re.DOTALL)
_OPENS = re.compile(r"\((?:\?(?::|<?[=!]))?")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(\d*)(?:,\d*)?\})[?+]?")
_NO_LETTER = frozenset(".^$")
_SIGNS = _NO_LETTER | frozenset("([\\")  # all others stand for themselves
_ENDS = frozenset({"", "|", ")"})
_QUANTIFIES = frozenset("?*+{")
_OFTEN = 8  # a word that stands in most of such texts is worth as much as so many others
_EVERYWHERE = frozenset(_LISTS.words("everywhere"))


def needed(pattern: str) -> frozenset[str]:
    """Return words of which every match of a pattern holds one, as few and as rare as may be.

    They have four letters or more, or two characters; there are none where the pattern needs none.
    """
    return _Reader(pattern).either() or frozenset()


class PatternReader:
    """A pattern that is read from its beginning to its end, once."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at: int = 0

    def _goes_on(self) -> bool:
        return self._text[self._at : self._at + 1] not in _ENDS

    def _is_another(self) -> bool:
        """Return whether another one of several follows, and stand before it."""
        another = self._text[self._at : self._at + 1] == "|"
        self._at += another
        return another

    def _skip(self) -> None:
        """Stand behind what follows up to the end of a group, or before another one of several."""
        deep = 0
        for token in _TOKEN.finditer(self._text, self._at):
            sign = token.group()
            if not deep and sign in _ENDS:
                return
            deep += (sign == "(") - (sign == ")")
            self._at = token.end()

    def _group(self) -> str:
        """Return how a group opens that begins here, and stand in it; nothing if none does."""
        opens = _OPENS.match(self._text, self._at)
        self._at = opens.end() if opens else self._at
        return opens.group() if opens else ""

    def _class(self) -> str:
        """Return the class of letters that stands here, and stand behind it."""
        found = _CLASS.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return found.group() if found else ""

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


class _Reader(PatternReader):
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


def is_group_of_none(opens: str) -> bool:
    """Return whether a group that opens so only looks around."""
    return opens.endswith(("=", "!"))


def _words_of(run: str) -> list[frozenset[str]]:
    return [frozenset({word}) for word in _LITERAL.findall(run)]


def _cost(words: frozenset[str]) -> int:
    return sum(_OFTEN if word in _EVERYWHERE else 1 for word in words)
