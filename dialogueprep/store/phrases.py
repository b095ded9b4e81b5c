"""The house phrases of a workspace; they travel with it."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.store import settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

_NAME = "house phrases"


def read(store: Readable) -> tuple[Phrase, ...] | None:
    """Return the phrases in their order; None if they were never changed."""
    kept = settings.read(store, _NAME)
    return None if kept is None else tuple(Phrase(short, words) for short, words in kept)


def put(step: Step, phrases: Iterable[Phrase]) -> None:
    """Write all phrases."""
    settings.put(step, _NAME, [[p.short, p.words] for p in phrases])
