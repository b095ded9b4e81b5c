"""House phrases: what a user can do with the short forms of a workspace."""

from __future__ import annotations

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.house_phrases import Phrase, may_be
from dialogueprep.store import phrases
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


def keep(store: Store, known: tuple[Phrase, ...], old: str, phrase: Phrase) -> None:
    """Put a phrase among the known ones, in the place of the one whose short form was ``old``.

    Refused for a short form that cannot be typed or is taken, and for no words.
    """
    if not may_be(phrase.short):
        raise Refused("phrase-cannot-be-typed")
    if not phrase.words.strip():
        raise Refused("phrase-needs-words")
    others = [p for p in known if p.short != old]
    if phrase.short.casefold() in {p.short.casefold() for p in others}:
        raise Refused("phrase-is-taken", short=phrase.short)
    changed = [phrase if p.short == old else p for p in known]
    with store.step(tr("Change house phrases")) as step:
        phrases.put(step, changed if phrase in changed else [*changed, phrase])


def remove(store: Store, known: tuple[Phrase, ...], short: str) -> None:
    """Take a phrase from the known ones."""
    with store.step(tr("Change house phrases")) as step:
        phrases.put(step, (p for p in known if p.short != short))
