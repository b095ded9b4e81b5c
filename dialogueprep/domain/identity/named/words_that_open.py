"""Judges a Chinese name that is an ordinary word too by what only somebody does or has.

Where it opens a sentence, 方正没有表态, 江山的意见是再等; and behind who calls on it: 轮到江山发言.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_han
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part

_LISTS = word_lists("named", "words_that_open")

_NOUNS = frozenset(_LISTS["nouns"])  # surnames that are words for things and quarters
_HEAD = re.compile(f'[ "“「]*(?:(?:{_LISTS["before"]}),?)?')
_LED = re.compile(f"(?:^|[ 。,;:]|{_LISTS['before']})(?:{_LISTS['led']})$")
_DUTY = re.compile(
    f"(?:来|先|再|代为|最后|简短)?(?:{_LISTS['led_deeds']})(?!人|者|稿|机构|单位|部门)"
)
_VIEW = re.compile(f"的(?:{_LISTS['held']})(?:{_LISTS['went']})")


def opens_as_a_word(hit: Hit, folded: Folded, cues: Cues) -> bool:
    """Return whether a name that is a word opens a sentence with what only somebody does or has,
    or is called on to speak, write or chair.

    Of the names of one character only those that are nouns do: 森认为, but 曾反对.
    """
    text = folded.text
    word = text[hit.start : hit.end]
    if hit.part not in (Part.FAMILY, Part.WHOLE) or not hit.sure or not is_han(word[0]):
        return False
    if len(word) == 1 and word not in _NOUNS:
        return False
    first, last = sentence(folded, hit.start)
    if KANA.search(text, first, last) or is_word(text[hit.end - 1 : hit.end + 1]):
        return False
    before = text[first : hit.start]
    if _LED.search(before):
        return bool(_DUTY.match(text, hit.end))
    if not _HEAD.fullmatch(before):
        return False
    says = cues.han_saying.match(text, hit.end) or _VIEW.match(text, hit.end)
    return bool(says) or told_chinese(text, hit.end)
