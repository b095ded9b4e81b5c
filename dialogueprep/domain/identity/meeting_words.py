"""The words of a meeting itself, as one frozen value: its room, order, time, papers and thanks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class MeetingWords:
    """Folded words by language: "en", "zh", "ja", "ko".

    ``words`` may stand in a sentence that tells only how a meeting was run; ``longest`` is how
    many words (in English) or letters the longest has. ``things`` are those of them, in English,
    that a meeting is of or has. ``stems`` are characters that kana follow in Japanese, ``kana``
    words in katakana. ``korean`` matches one word of a Korean sentence. ``never`` matches what the
    others could be read into, ``speaking`` what tells that somebody spoke.
    """

    words: Mapping[str, frozenset[str]]
    longest: Mapping[str, int]
    things: frozenset[str]
    stems: frozenset[str]
    kana: frozenset[str]
    korean: re.Pattern[str]
    never: Mapping[str, re.Pattern[str]]
    speaking: Mapping[str, re.Pattern[str]]
