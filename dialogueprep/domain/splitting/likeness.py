"""Whether an idea has been heard in this report before, in nearly the same words."""

from __future__ import annotations

import math
import re
from collections import defaultdict

from dialogueprep.domain.texts import Language

_LATIN = re.compile(r"[a-z][a-z-]{3,}|\d+")
_SAME = 0.8


class Heard:
    """The ideas of one report so far."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._ideas: defaultdict[str, list[tuple[frozenset[str], frozenset[str]]]]
        self._ideas = defaultdict(list)  # by each of the words that a like idea must share

    def is_new(self, text: str, own: str) -> bool:
        """Return whether no idea so far has nearly the same words, and remember this one.

        ``own`` are its words without those that it shares with the other ideas of its sentence.
        """
        words = self._words(text), self._words(own)
        telling = _telling(words[0])
        for word in telling:
            known = self._ideas.get(word, ())
            if any(_alike(words[0], t) and _alike(words[1], o) for t, o in known):
                return False
        for word in telling:
            self._ideas[word].append(words)
        return True

    def _words(self, text: str) -> frozenset[str]:
        if self._language == "en":
            return frozenset(_LATIN.findall(text.lower()))
        letters = re.sub(r"[\W_]", "", text)
        return frozenset(letters[n : n + 2] for n in range(len(letters) - 1))


def _telling(words: frozenset[str]) -> list[str]:
    """Return the first words in order: two sets that are alike share one of these at least."""
    return sorted(words)[: len(words) - math.ceil(_SAME * len(words)) + 1]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= _SAME * len(one | other)
