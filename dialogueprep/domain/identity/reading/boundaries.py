"""Where a word begins and ends in folded text, as its script has it."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul, is_kana

_CASE_ENDINGS = re.compile("(?:[а-яієґө]{1,2}|ого|ому|ами|ыми|ові|еві|иин|ынх)(?![а-яієґө])")
SIGNS = "/"
"""No letter or figure comes before it: spaces, full stops, commas."""
_WORD = 4  # so many letters are a word, though a figure touches them: the mark of a footnote
_THAI, _EAST = "\u0e00", "\u1100"  # no such letter comes before it
_HAN, _LAST_HAN = "\u4e00", "\u9fff"  # most characters: words of them are not parted
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def whole_word(folded: Folded, start: int, end: int) -> bool:
    """Return whether a span begins and ends where its script ends a word."""
    return starts_word(folded, start) and ends_word(folded, end)


def starts_word(folded: Folded, start: int) -> bool:
    """Return whether a word begins here: no letter of the same script stands before."""
    text = folded.text
    if start == 0 or text[start - 1] <= SIGNS or _HAN <= text[start] <= _LAST_HAN:
        return True
    before, first = text[start - 1], text[start]
    if "a" <= before <= "z" and first < _THAI:
        return folded.starts[start] != folded.ends[start - 1] and _joined(folded, start)
    if first >= _EAST and (is_hangul(first) or is_kana(first)):
        return not (is_hangul(before) if is_hangul(first) else _runs_on(folded, start))
    if is_east_asian(first) or not _bounded(before):
        return True
    if before.isdigit() and text[start : start + _WORD].isalpha():
        return True
    return folded.starts[start] != folded.ends[start - 1] and _joined(folded, start)


def ends_word(folded: Folded, end: int) -> bool:
    """Return whether a word ends here; Chinese, Japanese and Korean go on with particles.

    A long Cyrillic word may go on with the ending of a case.
    """
    text = folded.text
    if end >= len(text) or text[end] <= SIGNS or _HAN <= text[end - 1] <= _LAST_HAN:
        return True
    last, after = text[end - 1], text[end]
    if "a" <= after <= "z" and last < _THAI:
        return folded.starts[end] != folded.ends[end - 1] and _joined(folded, end)
    if last >= _EAST and is_kana(last):
        return not _runs_on(folded, end)
    if is_east_asian(last) or not _bounded(after):
        return True
    figure = after.isdigit() and end >= _WORD and text[end - _WORD : end].isalpha()
    if figure or ("а" <= last <= "ӿ" and _CASE_ENDINGS.match(text, end)):
        return True
    return folded.starts[end] != folded.ends[end - 1] and _joined(folded, end)


def with_case_ending(folded: Folded, end: int) -> int:
    """Return where a Cyrillic name ends with the ending of its case, else the same place."""
    if end < len(folded.text) and "а" <= folded.text[end - 1] <= "ӿ":
        ending = _CASE_ENDINGS.match(folded.text, end)
        return ending.end() if ending else end
    return end


def is_katakana(folded: Folded, position: int) -> bool:
    """Return whether a folded letter was written in katakana."""
    written = folded.original[folded.starts[position]]
    return "\u30a1" <= written <= "\u30fc" or "\uff66" <= written <= "\uff9d"


def _runs_on(folded: Folded, position: int) -> bool:
    """Return whether katakana goes on here without a dot or space."""
    if folded.starts[position] != folded.ends[position - 1]:
        return False
    return is_katakana(folded, position) and is_katakana(folded, position - 1)


def _bounded(letter: str) -> bool:
    """Return whether a letter belongs to a script that parts words by spaces."""
    if letter < _THAI:
        return letter.isalnum()
    return letter.isalnum() and not is_east_asian(letter) and not _UNSPACED.match(letter)


def _joined(folded: Folded, position: int) -> bool:
    """Return whether a break that was folded away stood here."""
    between = folded.original[folded.ends[position - 1] : folded.starts[position]]
    return "\n" in between or "\u200b" in between
