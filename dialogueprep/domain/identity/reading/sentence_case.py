"""Tells what a capital shows in an English sentence: inside one, a word with a capital is a name.

At its head, behind a full stop or a quotation mark, in a heading and in capitals throughout, it
shows nothing.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("reading", "sentence_case")

_REACH, _WRAPPED = 200, 40  # letters looked at around a word; of a line that goes on in the next
_INSIDE = re.compile(r"(?:[a-z0-9,)%]|[^\W\d_A-Z]) $")
_LINE_BEFORE = re.compile(r"(?:^|\n)([^\n]*[a-z,])[ ]?\n[ \t]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_OPENING = re.compile(r"[^\W\d_]+(?! ?:)(?=[ ,'])")  # no label before a note: Q: koh agrees
_ENDS = re.compile(r"[.!?\n]")
_HEADING = 4  # words of some length at least, most of which have a capital, are a heading
# Page 3, Gate B; Min dialect, Tang dynasty; Hill District is left to its neighbour.
_LABEL = re.compile(f" (?:(?:[0-9]|[b-hj-z](?![a-z'.]))|(?:{_LISTS['label']})(?![a-z]))")
_AT_PLACE = re.compile(r"(?:^|[ (,])(?:in|near|outside|off|inside) $")
_TRUSTED = re.compile(f"(?:{_LISTS['trusted']}) (?:in|at|around) $")


def is_inside(folded: Folded, start: int) -> bool:
    """Return whether a word with a capital stands inside a sentence of small letters."""
    at = folded.starts[start]
    before = folded.original[max(0, at - _REACH) : at]
    wrapped = _LINE_BEFORE.search(before)
    if not _INSIDE.search(before) and not (wrapped and len(wrapped[1]) > _WRAPPED):
        return False
    return not _in_capitals(folded.original, at)


def is_cased(folded: Folded, start: int) -> bool:
    """Return whether the sentence around a word in small letters begins with a capital."""
    at = folded.starts[start]
    first = max(
        (m.end() for m in _ENDS.finditer(folded.original, max(0, at - _REACH), at)), default=0
    )
    opening = _OPENING.search(folded.original, first, at)
    return bool(opening and opening[0][0].isupper())


def is_a_label(after: str) -> bool:
    """Return whether what follows makes a word that of a thing: Page 3, Min dialect."""
    return bool(_LABEL.match(after))


def is_at_a_place(before: str, after: str) -> bool:
    """Return whether a name stands as that of a place: venues in Aoyama, not trust in Aoyama."""
    if after.startswith("'") or not _AT_PLACE.search(before):
        return False
    return not _TRUSTED.search(before)


def _in_capitals(text: str, at: int) -> bool:
    """Return whether most words around a place have a capital, as in a heading."""
    first = max((m.end() for m in _ENDS.finditer(text, max(0, at - _REACH), at)), default=0)
    first = max(first, at - _REACH)
    behind = _ENDS.search(text, at, at + _REACH)
    words = _WORD.findall(text, first, behind.start() if behind else at + _REACH)
    capital = sum(w[0].isupper() for w in words)
    return len(words) >= _HEADING and capital * 2 > len(words)
