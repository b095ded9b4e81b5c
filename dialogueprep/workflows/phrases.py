"""The house phrases that hold: those of the workspace, else the shipped ones."""

from __future__ import annotations

from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.exchange.phrases_reader import read_phrases
from dialogueprep.store import phrases
from dialogueprep.store.workspace import Store


def known(store: Store) -> tuple[Phrase, ...]:
    """Return the phrases that can be typed in this workspace."""
    kept = phrases.read(store)
    return read_phrases() if kept is None else kept
