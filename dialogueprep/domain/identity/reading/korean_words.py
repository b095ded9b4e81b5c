"""Tells a name in hangul from words in which it stands: 강수빈도가 is how often it rains.

``data/lexicon/korean_words.txt`` holds nouns of two and three syllables from the dictionary of
pecab (``tests/domain/make_korean_words.py`` makes it).
"""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.identity.reading.word_lists import lines_of

_LENGTHS = (3, 2)
_WHOLE = re.compile("[가-힣]+")
_PARTICLE = re.compile(
    "(?:[은는이가을를의도만과와에로]|으로|에서|에는|에도|에서는|까지|부터|보다|처럼|마다|이나|라는|이라는|"
    "적|적인|적으로|별|별로|들|들이|들은)"
)

# What may stand behind somebody's name: particles, of which 도, 은, 이, 을 and 의 are the last, an
# ending that makes it a predicate, whose draft or side it is.
_OF_A_NAME = re.compile(
    "이?(?:(?:에게서?|한테서?|께서?|만|[과와]|으?로(?:서|부터)?|부터|까지|마저|조차|보다|처럼|이?랑|측|대로|식|안|발|표|뿐|"
    "밖에|더러){0,2}(?:[은는이가을를의도만에]|뿐)?|이?라(?:는|고|서|면|도|든)?|이?(?:다|며|고|자|나|든|란)|이?(?:었|였)[가-힣]*|인가|"
    "인[가-힣]?|입니[가-힣]*|들[은이을의도]?|답게)"
)


def is_word(word: str) -> bool:
    """Return whether two or three syllables are a noun of Korean."""
    return word in _words()


def ends_within_a_word(text: str, start: int, end: int) -> bool:
    """Return whether a name in hangul is the beginning of words of which one goes on behind it.

    What follows is then no particle of the name: 강수빈도 may be the person too, 강수빈도가 is not.
    """
    if not (whole := _WHOLE.match(text, start)):
        return False
    last = whole.end()
    if _OF_A_NAME.fullmatch(text, end, last):
        return False
    for middle in range(start + 2, end):
        if is_word(text[start:middle]):
            for length in _LENGTHS:
                behind = middle + length
                if end < behind < last and is_word(text[middle:behind]):
                    return _is_a_tail(text[behind:last])
    return False


def _is_a_tail(rest: str) -> bool:
    """Return whether what ends a chain of nouns is a particle, or one more noun with one."""
    if _PARTICLE.fullmatch(rest):
        return True
    return any(
        is_word(rest[:length]) and (len(rest) == length or bool(_PARTICLE.fullmatch(rest[length:])))
        for length in _LENGTHS
    )


@cache
def _words() -> frozenset[str]:
    found: set[str] = set()
    for line in lines_of("korean_words"):
        length, first, behind = int(line[0]) - 1, line[2], line[3:]
        found.update(first + behind[at : at + length] for at in range(0, len(behind), length))
    return frozenset(found)
