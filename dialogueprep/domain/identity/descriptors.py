"""Attributions counted, proposed and put into words: what notes and documents use."""

from __future__ import annotations

from dialogueprep.domain.identity.attributions import (
    count,
    fits,
    holding,
    holds,
    of_person,
    safest,
)
from dialogueprep.domain.identity.wording import phrase

__all__ = ["count", "fits", "holding", "holds", "of_person", "phrase", "safest"]
