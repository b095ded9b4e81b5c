"""Reads data/lexicon/phrases.toml: the house phrases that a new workspace begins with."""

from __future__ import annotations

from functools import cache

from dialogueprep import paths
from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.toml_tables import reading


@cache
def read_phrases() -> tuple[Phrase, ...]:
    """Return the shipped phrases of all languages; their short forms differ."""
    with reading(paths.data() / "lexicon" / "phrases.toml") as table:
        return tuple(
            Phrase(short, words) for each in LANGUAGES for short, words in table[each].items()
        )
