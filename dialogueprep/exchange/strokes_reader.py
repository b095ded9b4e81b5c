"""Reads how characters are written from data/lexicon, for lists in the order of strokes."""

from __future__ import annotations

from functools import cache

from dialogueprep import paths
from dialogueprep.domain.name_sorting import Strokes


@cache
def read_strokes() -> Strokes:
    """Return the strokes of some 27,000 characters; read once per run, when first asked for."""
    known: dict[str, str] = {}
    written = (paths.data() / "lexicon" / "strokes.txt").read_text("utf-8")
    for line in written.splitlines():
        kinds, tab, characters = line.partition("\t")
        if tab:
            known.update(dict.fromkeys(characters, kinds))
    return Strokes(known)
