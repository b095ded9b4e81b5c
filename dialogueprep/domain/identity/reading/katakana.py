"""Where words in katakana stand in a text as it is written: found once for all who ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dialogueprep.domain.identity.reading.written import as_written

_LETTERS = as_written("[ァ-ヺー]+")


def in_katakana(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds that begins with katakana and takes all letters that follow."""
    position = 0
    for start in _starts(text):
        found = pattern.match(text, start) if start >= position else None
        if found:
            yield found
            position = found.end()


@lru_cache(maxsize=1)
def _starts(text: str) -> tuple[int, ...]:
    """Return where katakana begins in a text; that of the last text is kept."""
    return () if text.isascii() else tuple(run.start() for run in _LETTERS.finditer(text))
