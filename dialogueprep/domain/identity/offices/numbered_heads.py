"""Finds people by a letter and a number at the head of a remark: "P3: sirens first"."""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "numbered_heads")

_MOST_NUMBERED = 41
_HEADS = ("\n", ";", ".", "(", ". ", "; ", "\n ")


def numbers_in(lexicon: Lexicon) -> Words[bool]:
    """Return what finds such letters and numbers, kept with the lexicon."""
    letters = _LISTS.words("letters")
    words = {f"{letter}{n}:": True for letter in letters for n in range(1, _MOST_NUMBERED)}
    return lexicon.kept("numbered heads", lambda: lexicon.in_one_pass.add(words))


def numbered_heads(folded: Folded, numbers: Words[bool]) -> Iterator[tuple[int, int]]:
    """Yield the span of each letter and number that stands at the head of a remark."""
    for start, end, _ in numbers.find(folded.text):
        before = folded.text[max(0, start - 2) : start]
        if not before or before.endswith(_HEADS):
            yield start, end - 1
