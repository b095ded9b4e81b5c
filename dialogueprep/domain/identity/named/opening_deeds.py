"""Judges a name of two characters that opens a clause by the deed told behind it.

Many Japanese surnames are words or places as well: 小林说, 白石は述べた. Nobody but a person does
such things, unless a place stands for who lives there.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.named.sounding_frames import TOLD_OF
from dialogueprep.domain.identity.reading.fold import Folded, is_han
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.identity.spellings.nobodys_words import places

_LISTS = word_lists("named", "opening_deeds")

_DOUBLE = 2
_ANOTHER = re.compile("[はが]")
# People of a kind, and bodies: they say things and are no surname in use.
_KINDS = re.compile(_LISTS["kinds_of_people"])


def tells_a_deed(hit: Hit, folded: Folded, cues: Cues, *, common: bool) -> bool:
    """Return whether what follows tells what somebody of that surname did or said.

    ``common`` is a surname that is a word as well; a place is left to what else shows somebody.
    """
    text = folded.text
    word = text[hit.start : hit.end]
    if len(word) < _DOUBLE or not is_han(word[0]) or not hit.sure:
        return False
    given = hit.part is Part.GIVEN and not common and not is_word(word)
    if not (given or hit.part is Part.FAMILY) or word in places() or _KINDS.fullmatch(word):
        return False
    if text[hit.end : hit.end + 1] not in "はがも" or hit.end >= len(text):
        return bool(cues.han_saying.match(text, hit.end)) or told_chinese(text, hit.end)
    if not common:
        return False
    said = cues.anywhere_saying.search(text, hit.end, sentence(folded, hit.end)[1])
    if said and not _ANOTHER.search(text, hit.end + 1, said.start()):
        return True
    deed = TOLD_OF.match(folded.original, folded.starts[hit.end])
    return bool(deed) and not _ANOTHER.search(deed.group(), 1)
