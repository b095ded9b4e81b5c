"""A passage of a text and the words that are to stand in its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """Neutral words for what stands from ``start`` to ``end``, in characters of the text."""

    start: int
    end: int
    words: str
