"""Attributions counted, proposed and put into words: what notes and documents use."""

from __future__ import annotations

from dialogueprep.domain.identity.attributions import (
    Tally,
    count,
    fits,
    holding,
    holds,
    of_person,
    preference,
    safest,
)
from dialogueprep.domain.identity.neutral.wording import phrase

__all__ = [
    "Tally",
    "count",
    "fits",
    "holding",
    "holds",
    "of_person",
    "phrase",
    "preference",
    "safest",
]
