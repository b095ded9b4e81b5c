"""Tells words of a people from those of a country: German and Europeans, not Germany."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "peoples")

_DEMONYM = re.compile(
    f"(?:ese|an|ans|ean|ish|[a-z]i|{_LISTS['demonym_ends']}|"
    f"[a-z]+(?:man|woman)|{_LISTS['demonyms']})$"
)
_ENDS_OF_REGIONS = re.compile(f"(?:{_LISTS['ends_of_regions']})$")


def is_of_a_people(piece: Piece, word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is that of a people, or of those of a region: German, Europeans."""
    if not word.isascii() or not _DEMONYM.search(word):
        return False
    if piece.kind == "region":
        return not _ENDS_OF_REGIONS.search(word)
    return piece.kind == "territory" and (
        lexicon.fold.plain(lexicon.territories[piece.value].words["en"][0]) != word
    )
