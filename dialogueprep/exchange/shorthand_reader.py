"""Reads data/lexicon/shorthand.toml: words that ask for an attribution at the start of a line."""

from __future__ import annotations

from functools import cache

from dialogueprep import paths
from dialogueprep.domain.mark_words import MarkWords
from dialogueprep.exchange.toml_tables import reading


@cache
def read_mark_words() -> MarkWords:
    """Return the shipped words of all languages."""
    with reading(paths.data() / "lexicon" / "shorthand.toml") as table:
        hangul = table["hangul"]
        first, middle, last = (tuple(hangul[p].split()) for p in ("first", "middle", "last"))
        alone, bare = (
            {what: tuple(words) for what, words in table[sort].items()}
            for sort in ("alone", "bare")
        )
        return MarkWords(
            alone,
            bare,
            tuple(table["side"]["words"]),
            tuple(table["joint"]["words"]),
            tuple(table["countries"]["words"]),
            (first, middle, last),
        )
