"""Tells that a name in Latin letters is a word in the name of a place or a thing.

Sri Lanka, Hong Kong, the Marshall Plan: one word of it may be a participant's, the whole is not.
"""

from __future__ import annotations

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.spellings.nobodys_words import named_things

_Things = dict[str, tuple[tuple[str, int], ...]]
"""By a word: the names that it stands in, each with the place of the word there."""


def is_in_a_named_thing(folded: Folded, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a word stands inside a longer name of a place or a thing."""
    text = folded.text
    for thing, at in _things_of(lexicon).get(text[start:end], ()):
        first = start - at
        last = first + len(thing)
        if first < 0 or not text.startswith(thing, first):
            continue
        if not (text[first - 1 : first].isalnum() or text[last : last + 1].isalnum()):
            return True
    return False


def _things_of(lexicon: Lexicon) -> _Things:
    return lexicon.kept("named things", lambda: _by_word(lexicon))


def _by_word(lexicon: Lexicon) -> _Things:
    found: _Things = {}
    for thing in sorted(_all(lexicon)):
        for word in set(thing.split(" ")):
            at = f" {thing} ".index(f" {word} ")
            found[word] = (*found.get(word, ()), (thing, at))
    return found


def _all(lexicon: Lexicon) -> frozenset[str]:
    fold = lexicon.fold.plain
    places = (w for place in lexicon.territories.values() for w in place.words["en"])
    known = (fold(word) for word in (*places, *named_things()))
    return frozenset(word for word in known if " " in word)
