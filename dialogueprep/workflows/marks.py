"""Marks at the start of a line of notes, as they are read at a table of delegations."""

from __future__ import annotations

from collections.abc import Callable

from dialogueprep.domain import shorthand
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.mark_words import MarkReader
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.shorthand import InWords
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.shorthand_reader import read_mark_words


def latin_keys(typed: str) -> str:
    """Return what the keys that wrote hangul write in Latin letters; other letters as they are."""
    return read_mark_words().keys_of(typed)


def in_words(dialogue: Dialogue, too_few: Callable[[Attribution], bool]) -> InWords:
    """Return what reads marks that are not written in Latin letters, or are words.

    ``too_few`` says whether an attribution fits somebody at the item, but too few.
    """
    words = read_mark_words()
    reader = MarkReader(words, read_lexicon(), dialogue.delegations)

    def read(head: str, rest: str) -> tuple[Attribution, ...]:
        keys = words.keys_of(head)
        typed = shorthand.in_letters(keys, reader.seats) if keys.isascii() else ()
        return tuple(typed) or reader.read(head, rest, too_few)

    return read
