"""Words that sound like somebody's name and are nobody's: places, and words that meetings use.

They are compared as they stand in ``data/lexicon``: in simplified characters, hiragana and hangul.
"""

from __future__ import annotations

from functools import cache

from dialogueprep import paths


@cache
def places() -> frozenset[str]:
    """Return names of places, other than those that the tables have."""
    return _read("places.txt")


@cache
def ordinary() -> frozenset[str]:
    """Return ordinary words, mostly loan words."""
    return _read("ordinary_words.txt")


def _read(name: str) -> frozenset[str]:
    lines = (paths.data() / "lexicon" / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
