"""Tells of a full name in characters whether it is only where words meet, or lacks a part."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han
from dialogueprep.domain.identity.reading.han_words import goes_into_a_word, is_word, runs_across

_UNPARTED = 3  # characters of a name without a space, of which the family has one or two
_SO_IT_IS = re.compile("な(?![らのどんくいさ])")  # 高遠な理想


def is_only_words(text: str, start: int, end: int, view: re.Pattern[str]) -> bool:
    """Return whether a full name in folded characters is none: 国王|明天, 東海|人口, 高远的理想.

    ``view`` is what somebody has in Chinese: 高远的意见.
    """
    if runs_across(text, start, end) or goes_into_a_word(text, end):
        return True
    if not is_word(text[start:end]):
        return False
    owned = text.startswith("的", end) and not view.match(text, end + 1)
    return owned or bool(_SO_IT_IS.match(text, end))


def unparted(native: str, lexicon: Lexicon) -> int:
    """Return how many characters a name of three has that is written without a space, else 0."""
    folded = lexicon.fold.plain(native)
    return _UNPARTED if len(folded) == _UNPARTED and all(map(is_han, folded)) else 0


def lacks_a_part(put_together: str, length: int) -> bool:
    """Return whether two parts in characters are not all of a name: 天[川]光 of 天川光."""
    return len(put_together) < length and all(map(is_han, put_together))
