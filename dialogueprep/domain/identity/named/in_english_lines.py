"""Judges an eastern family name in its own characters in a line of English: 小栗栖 said no."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import MAYBE, SPEAKING, Cues, name_found
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.named.standing_bare import BareLatin
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_han
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.identity.spellings.nobodys_words import places

_LISTS = word_lists("named", "in_english_lines")

_OPENS = re.compile(r"(?:^|[\n(:] ?|[a-z,.;] )$")
_GOES_ON = re.compile(r"'s? |[ ][a-z]|[.,;:)]|$")
_IN_ENGLISH = re.compile("[a-z]{2}[^a-z]+[a-z]{2}")
# The word 森 means a forest: what is said of a sign and not of somebody.
_A_SIGN = re.compile(rf"(?:^|[ (])(?:{_LISTS['before_a_sign']}) $")
_SIGN_BEHIND = re.compile(rf" [(]| (?:{_LISTS['behind_a_sign']})(?![a-z])")


def in_english_line(hit: Hit, folded: Folded, cues: Cues, bare: BareLatin) -> Found | None:
    """Return a family name in characters that stands by itself among English words."""
    text = folded.text
    if hit.part is not Part.FAMILY or not hit.sure or not is_han(text[hit.start]):
        return None
    before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 60]
    if not _OPENS.search(before) or not _GOES_ON.match(after):
        return None
    if _A_SIGN.search(before) or _SIGN_BEHIND.match(after) or KANA.search(before + after):
        return None
    if text[hit.start : hit.end] in places():
        return None
    if not _IN_ENGLISH.search(f"{before} {after}"):
        return None
    told = cues.saying.match(after) or bare.acts(after)
    return name_found(hit, Level.BLOCK if told else Level.WARN, SPEAKING if told else MAYBE)
