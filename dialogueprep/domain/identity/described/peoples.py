"""Tells words of a people from those of a country: German and Europeans, not Germany."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.lexicon import Lexicon, Piece

_DEMONYM = re.compile(
    r"(?:ese|an|ans|ean|ish|[a-z]i|is|er|ers|french|dutch|ino|ina|inos|swiss|thai|thais|"
    r"[a-z]+(?:man|woman)|briton|brit|scot|swede|dane|finn|pole|turk|spaniard|lao|yank|kiwi|malay)$"
)
_ENDS_OF_REGIONS = re.compile(r"(?:asia|europe|africa|oceania|america|pacific|east|asean|eu)$")


def is_of_a_people(piece: Piece, word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is that of a people, or of those of a region: German, Europeans."""
    if not word.isascii() or not _DEMONYM.search(word):
        return False
    if piece.kind == "region":
        return not _ENDS_OF_REGIONS.search(word)
    return piece.kind == "territory" and (
        lexicon.fold.plain(lexicon.territories[piece.value].words["en"][0]) != word
    )
