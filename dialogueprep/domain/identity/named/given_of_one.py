"""Judges a Korean given name of one syllable, which stands only with a form of address: 솔 씨."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import HANGUL_PARTICLE, TITLED, name_found
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit

_OTHERS_TOO = frozenset(word_lists("named", "given_of_one").words("others_too"))
_CALLED = re.compile(
    "( ?씨| 님| ?선배님?| ?쌤| (?:교수|박사|위원|대사|대표|의원|기자|연구원|연구위원)님?)"
    f"(?:(?:{HANGUL_PARTICLE})?(?=[^가-힣]|$))"
)


def given_of_one(hit: Hit, folded: Folded, lexicon: Lexicon) -> Found | None:
    """Return a given name of one syllable with its form of address.

    What is a family name that many have, or points back, only warns: 우 씨, 그 씨.
    """
    word = folded.text[hit.start]
    called = _CALLED.match(folded.text, hit.end)
    if not called or lexicon.is_common(word + called[1].strip()):
        return None
    level = Level.WARN if word in _OTHERS_TOO else Level.BLOCK
    return name_found(hit, level, TITLED, (hit.start, called.end(1)))
