"""Patterns that read a text as it is written.

Nearly all of the gate reads folded text, in which there are no capitals and no katakana and each
character has one form: a pattern that needs others can never match there. What looks at a text
before it is folded says so here; `test_patterns_fold` holds the rest to it.
"""

from __future__ import annotations

import re


def as_written(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for text as it is written, with its capitals, katakana and old forms."""
    return re.compile(pattern, flags)
